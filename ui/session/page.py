"""What the window expects of a page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desk.acts.gate import Changes
from desk.errors import Broken, Cancelled, DeskError
from ui.session.session import Session

T = TypeVar("T")


class Page(QFrame):
    """A page of the window: it is given a seat and refreshes on changes."""

    article_wanted = Signal(int)  # open this article in the editor
    kept_clear_moved = Signal()  # what nothing may float over lies elsewhere now
    panes = True  # whether a person may resize parts of it, which is remembered
    brings_numbers = (
        False  # whether its answer to a change brings the side bar's numbers: nobody asks for them then
    )
    undoes = False  # whether Ctrl+Z is its own
    types = False  # whether one types on it: the one-letter keys rest then

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.client = session.client
        self.setProperty("place", "page")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)

    def shown(self) -> None:
        """Come into view: refresh what is shown."""

    def dirty(self) -> bool:
        """Say whether something typed here would be lost with the window."""
        return False

    def leave(self, then: Callable[[], None]) -> None:
        """Make sure of what is typed here, then go on."""
        then()

    def take_focus(self) -> None:
        """Put the keyboard where one works."""
        self.setFocus()

    def kept_clear(self) -> list[QRect]:
        """Return the places on it over which nothing may float, beside its buttons and footer."""
        return []

    def heed(self, changes: Changes) -> None:
        """Refresh when something that is shown has changed."""

    def ask(self, work: Callable[[], T], then: Callable[[T], None], *, key: str = "") -> None:
        """Ask the desk a question for this page; a refusal is said, and not asked again."""
        self.client.ask(self, work, then, key=key, refused=self.regret)

    def regret(self, error: DeskError) -> None:
        """Say why something could not be read or done; nothing on the page changes."""
        if not isinstance(error, Broken | Cancelled):  # a bug has its own dialog
            self.session.regret(error)

    def seek(self) -> None:
        """Put the cursor where one searches; pages without search ignore it."""
