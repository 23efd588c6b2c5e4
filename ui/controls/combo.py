"""Boxes and number fields that the mouse wheel rolls past: a form that is rolled is not filled in."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSpinBox, QWidget


class Combo(QComboBox):
    """A box to choose from by click and keys alone; an open list still rolls."""

    picked = Signal()  # from the open list, not by a key on the closed box

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty(
            "focusPolicy", "StrongFocus"
        )  # by its name: `Qt` would cost the first dialog its enums

        self._closing = False
        self.activated.connect(self._say_picked)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what the box lies in."""
        event.ignore()

    def hidePopup(self) -> None:
        """Close the list; what is activated in the same turn was picked from it."""
        super().hidePopup()
        self._closing = True
        QTimer.singleShot(0, self, self._closed)

    def _say_picked(self) -> None:
        if self._closing:
            self.picked.emit()

    def _closed(self) -> None:
        self._closing = False


class NumberField(QSpinBox):
    """A number that is typed or stepped by keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("focusPolicy", "StrongFocus")

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what the field lies in."""
        event.ignore()
