"""A line of words that gives up its end where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from ui.controls.labels import cut


class ElidedLabel(QLabel):
    """A label of plain text on one line; what finds no room stands in its tooltip."""

    def __init__(self, role: str = "") -> None:
        super().__init__()
        self._words = ""
        self.setProperty("textFormat", "PlainText")
        if role:
            self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def words(self) -> str:
        """Return the whole words."""
        return self._words

    def say(self, words: str, more: str = "") -> None:
        """Show words; `more` stands below them in the tooltip. A label without any takes no room."""
        self._words = words
        self.setToolTip("\n".join(part for part in (words, more) if part))
        self.setAccessibleName(words)
        self.setVisible(bool(words))
        self.updateGeometry()
        self._cut()

    def sizeHint(self) -> QSize:
        """Ask for the whole of the words, and be content with less."""
        return QSize(self.fontMetrics().horizontalAdvance(self._words) + 2, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Be content with the first few letters."""
        return QSize(min(self.sizeHint().width(), 40), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut anew."""
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        self.setText(cut(self._words, self.fontMetrics(), self.width()))
