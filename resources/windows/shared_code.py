"""Runs first in both programs: their Python code, which is the same, lies beside them once."""

import sys

sys._pyinstaller_pyz = sys._MEIPASS + "\\code.pyz"
