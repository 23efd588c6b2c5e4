"""What this person did to the calendar and can be taken back, or done again after that."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desk.acts.gate import Changes
from desk.acts.rules import Act
from desk.calendar.page import Key
from ui.calendar import operations
from ui.session.session import Session


class CalendarUndo(QObject):
    """The journal entries that Ctrl+Z and Ctrl+Y walk through, the last one first."""

    changed = Signal()

    def __init__(self, session: Session, owner: QObject) -> None:
        super().__init__(owner)
        self._session = session
        self._done: list[int] = []
        self._undone: list[int] = []
        self._acted: dict[int, Key] = {}  # by meeting: the occurrence of it that something was done to last

    def heed(self, changes: Changes, chosen: Key | None = None) -> Key | None:
        """Remember what may be taken back, and the occurrence that was `chosen`; an undo leads to it again."""
        if changes.undo and changes.meetings and changes.entry and changes.act is not Act.UNDO_MEETING:
            self._done.append(changes.entry)
            self._undone.clear()
        self.changed.emit()
        if changes.act is Act.UNDO_MEETING:
            return next((self._acted[one] for one in changes.meetings if one in self._acted), None)
        if chosen is not None and chosen[0] in changes.meetings:
            self._acted[chosen[0]] = chosen
        return None

    def can_undo(self) -> bool:
        """Say whether anything can be taken back."""
        return bool(self._done)

    def can_redo(self) -> bool:
        """Say whether anything that was taken back can be done again."""
        return bool(self._undone)

    def undo(self) -> None:
        """Take back what was done last."""
        self._take(self._done, self._undone)

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._take(self._undone, self._done)

    def _take(self, taken: list[int], given: list[int]) -> None:
        if not taken:
            return

        def done(changes: Changes) -> None:
            given.append(changes.entry)
            self.changed.emit()

        operations.undo(self._session, taken.pop()).run(self._session, self, done)
