"""What this person did to the calendar and can be taken back, or done again after that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desk.acts.gate import Changes
from desk.acts.rules import Act
from desk.calendar.page import Key
from ui.calendar import operations
from ui.session.session import Session


class CalendarUndo(QObject):
    """The journal entries that Ctrl+Z, Ctrl+Y and the quiet bar walk through, the last one first."""

    changed = Signal()

    def __init__(self, session: Session, owner: QObject) -> None:
        super().__init__(owner)
        self._session = session
        self._done: list[tuple[int, ...]] = []  # entries of one act, or of several that were one
        self._undone: list[tuple[int, ...]] = []
        self._acted: dict[int, Key] = {}  # by meeting: the occurrence of it that something was done to last

    def heed(self, changes: Changes, chosen: Key | None = None) -> Key | None:
        """Remember what may be taken back, and the occurrence that was `chosen`; an undo leads to it again."""
        if changes.undo and changes.meetings and changes.entry and changes.act is not Act.UNDO_MEETING:
            self._done.append((changes.entry,))
            self._undone.clear()
        self.changed.emit()
        if changes.act is Act.UNDO_MEETING:
            return next((self._acted[one] for one in changes.meetings if one in self._acted), None)
        if chosen is not None and chosen[0] in changes.meetings:
            self._acted[chosen[0]] = chosen
        return None

    def join(self, entries: Sequence[int], words: str) -> None:
        """Say what several acts were together; they are taken back as one."""
        if entries:
            self._done = [one for one in self._done if one[0] not in entries]
            self._done.append(tuple(entries))
            self.changed.emit()
            self._session.say_done(words, self.undo)

    def can_undo(self) -> bool:
        """Say whether anything can be taken back."""
        return bool(self._done)

    def can_redo(self) -> bool:
        """Say whether anything that was taken back can be done again."""
        return bool(self._undone)

    def undo(self) -> None:
        """Take back what was done last."""
        if not self._done:
            return
        taken = self._done.pop()

        def done(changes: Changes) -> None:
            if changes.entry:  # several that were one are not done again
                self._undone.append((changes.entry,))
            self.changed.emit()
            self._session.forget_undo()
            words, again = self.tr("Đã hoàn tác việc vừa làm trên lịch."), bool(changes.entry)
            self._session.say(
                words, "done", self.tr("Làm lại") if again else "", self.redo if again else None
            )

        self._take(taken, done)

    def undo_entry(self, entry: int) -> None:
        """Take back the act of an entry: as the last one of those here, where it is."""
        if self._done and entry in self._done[-1]:
            self.undo()
        else:
            operations.undo(self._session, entry).run(self._session, self)

    def redo(self) -> None:
        """Do again what was taken back last."""
        if not self._undone:
            return

        def done(changes: Changes) -> None:
            self._done.append((changes.entry,))
            self.changed.emit()
            self._session.say_done(self.tr("Đã làm lại việc vừa hoàn tác trên lịch."), self.undo)

        self._take(self._undone.pop(), done)

    def _take(self, taken: tuple[int, ...], done: operations.Then) -> None:
        one = len(taken) == 1
        op = operations.undo(self._session, taken[0]) if one else operations.undo_import(self._session, taken)
        replace(op, quiet=True).run(self._session, self, done)
