"""A label that gives up the end of its words where there is no room; its tooltip has them whole."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from ui.widgets.labels import cut


class TrimmedLabel(QLabel):
    """Shows plain words in a line that may be too narrow for them."""

    def __init__(self, role: str) -> None:
        super().__init__()
        self._words = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def words(self) -> str:
        """Return the whole words."""
        return self._words

    def show_words(self, words: str, more: str = "") -> None:
        """Show words; `more` stands below them in the tooltip."""
        self._words = words
        self.setAccessibleName(words)
        self.setToolTip("\n".join(part for part in (words, more) if part))
        self.updateGeometry()
        self._trim()

    def sizeHint(self) -> QSize:
        """Ask for the room of the whole words."""
        return QSize(self.fontMetrics().horizontalAdvance(self._words) + 2, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Do with no room at all."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the words anew."""
        super().resizeEvent(event)
        self._trim()

    def _trim(self) -> None:
        self.setText(cut(self._words, self.fontMetrics(), self.width()))
