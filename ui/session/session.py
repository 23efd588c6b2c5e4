"""A seat at the desk: who sits there, the desk client they work through, and the word to the quiet bar."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desk.department.people import PersonRow
from desk.edition.edition import Names
from desk.errors import DeskError, FileTrouble
from ui.session.desk_client import DeskClient
from ui.words import wording

FILE = "file"  # the work that an error of the desk's file is about: over with the next act that is written


class Session(QObject):
    """What every page is given instead of globals."""

    counted = Signal(object)  # Numbers of the side bar, which came with a page's answer
    news = Signal()  # something was read: counts of notices are asked for anew
    undoable = Signal(bool)  # whether the last thing that was done can be taken back
    said = Signal(
        str, str, str, object, str
    )  # words, kind, action's word, what it does, the work it is about
    over = Signal(str)  # work that an error was said of came through

    def __init__(
        self, client: DeskClient, me: PersonRow, names: Names, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.client = client
        self.me = me
        self.names = names
        self._back: Callable[[], object] | None = None

    @property
    def who(self) -> int:
        """Return the signed-in person's id."""
        return self.me.id

    def say(
        self,
        words: str,
        kind: str = "done",
        action: str = "",
        on: Callable[[], None] | None = None,
        about: str = "",
    ) -> None:
        """Say a sentence in the quiet bar.

        An error `about` work that went on by itself ("save") stays until it is read away, or that work is `over` or
        spoken of again; any other leaves with the act and the page that it answers.
        """
        self.said.emit(words, kind, action, on, about)

    def regret(self, error: DeskError) -> None:
        """Say why something was refused; that the file cannot be read or written is no matter of one act or page."""
        self.say(wording.error(error), "error", about=FILE if isinstance(error, FileTrouble) else "")

    def say_done(self, words: str, back: Callable[[], object] | None = None) -> None:
        """Say what was done; with `back` the quiet bar and Ctrl+Z offer to take it back, until something else is."""
        self._back = back
        self.undoable.emit(back is not None)
        if back is None:
            self.say(words)
        else:
            self.say(words, "done", self.tr("Hoàn tác"), self.undo)

    def forget_undo(self) -> None:
        """Offer nothing to take back: what was done last cannot be, and Ctrl+Z must not reach behind it."""
        self._back = None
        self.undoable.emit(False)

    def undo(self) -> None:
        """Take back what was done last, once."""
        back, self._back = self._back, None
        if back is not None:
            self.undoable.emit(False)
            back()
