"""A list whose lines are put in order by dragging or with Alt+↑ and Alt+↓."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget


class OrderList(QListWidget):
    """A framed list that a person orders."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("framed", True)
        self.setDragDropMode(QListWidget.DragDropMode.InternalMove)

    def shift(self, by: int) -> None:
        """Move the chosen line so many places."""
        at = self.currentRow()
        if at >= 0 and 0 <= at + by < self.count():
            self.insertItem(at + by, self.takeItem(at))
            self.setCurrentRow(at + by)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Order with Alt+Up and Alt+Down."""
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.shift(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)
