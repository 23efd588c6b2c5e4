"""Vietnamese typing in tests: QTest.keyClicks aborts on letters beyond ASCII."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget


def type_in(widget: QWidget, letters: str) -> None:
    """Type letters as Windows' Vietnamese keyboards send them: key events that carry the letter."""
    for letter in letters:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(widget, event)
