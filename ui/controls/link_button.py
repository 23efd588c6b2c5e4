"""A button that looks like a link."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

_AIR = 4  # px beside its words


class LinkButton(QPushButton):
    """A button that looks like a link; words that find no room are elided and stand in its tooltip."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words
        self.setProperty("kind", "link")
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setText(words.replace("&", "&&"))

    def sizeHint(self) -> QSize:
        """Return the room that all its words take, where a layout asks for it."""
        hint = super().sizeHint()
        return QSize(self.fontMetrics().horizontalAdvance(self._words) + 2 * _AIR, hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Elide anew."""
        super().resizeEvent(event)
        room = self.width() - _AIR
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))
