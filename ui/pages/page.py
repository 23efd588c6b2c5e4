"""What the window expects of a page."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.gate import Changes
from ui.seat import Seat


class Page(QWidget):
    """A page of the window: it is given a seat, refreshes on changes, and says which article it shows."""

    row_shown = Signal(object)  # ArticleRow | None
    article_wanted = Signal(int)  # open this article in the editor
    types = False  # whether one types on it: the one-letter keys rest then

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.seat = seat
        self.office = seat.office
        self.setProperty("place", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)

    def shown(self) -> None:
        """Come into view: refresh what is shown."""

    def heed(self, changes: Changes) -> None:
        """Refresh when something that is shown has changed."""

    def seek(self) -> None:
        """Put the cursor where one searches; pages without search ignore it."""
