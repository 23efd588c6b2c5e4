"""A seat at the desk: who sits there, the desk client they work through, and the word to the quiet bar."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desk.department.people import PersonRow
from desk.edition.edition import Names
from ui.session.desk_client import DeskClient


class Session(QObject):
    """What every page is given instead of globals."""

    counted = Signal(object)  # Numbers of the side bar, which came with a page's answer
    news = Signal()  # something was read: counts of notices are asked for anew
    said = Signal(str, str, str, object)  # words, kind, action's word, what the action does

    def __init__(
        self, client: DeskClient, me: PersonRow, names: Names, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.client = client
        self.me = me
        self.names = names

    @property
    def who(self) -> int:
        """Return the signed-in person's id."""
        return self.me.id

    def say(
        self, words: str, kind: str = "done", action: str = "", on: Callable[[], None] | None = None
    ) -> None:
        """Say a sentence in the quiet bar."""
        self.said.emit(words, kind, action, on)
