"""Fonts, style and the real article for the tests of the widgets."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot  # noqa: F401

from ui.look import style


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: QApplication) -> QApplication:
    """Load the bundled fonts and wear Fusion."""
    qapp.setStyle("Fusion")
    style.load_fonts()
    return qapp
