"""What may be done to the chosen meeting: one table of its actions, kept true to what is chosen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from desk.acts.gate import Changes
from desk.acts.permission import refusal
from desk.acts.rules import Act, Role
from desk.calendar.meeting_details import MeetingDetails
from desk.calendar.page import Key
from desk.dates.series import MeetingState
from ui.calendar.attachments import MeetingFiles
from ui.calendar.coverage_actions import MeetingCovering
from ui.calendar.editing import MeetingEditing
from ui.calendar.undo import CalendarUndo
from ui.calendar.view_base import key_of
from ui.controls.action_table import ActionTable, Entry, Table, mark
from ui.session.session import Session
from ui.words import wording


class Do(Enum):
    """What may be done to meetings, in the order of a menu."""

    NEW = auto()
    EDIT = auto()
    CONFIRM = auto()
    STATE = auto()
    COVER = auto()
    WRITE = auto()
    ATTACH = auto()
    REMOVE = auto()
    UNDO = auto()
    REDO = auto()


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the actions depend on: the chosen occurrence, who chose it, and whether there is a way back."""

    details: MeetingDetails | None
    who: int
    roles: frozenset[Role]
    can_undo: bool = False
    can_redo: bool = False

    def why_not(self, act: Act) -> str:
        """Return why an act may not be done to what is chosen, "" when it may."""
        if self.details is None:
            return _say("Hãy chọn một cuộc họp.")
        if act in self.details.acts:
            return ""
        refused = refusal(act, self.roles, own=self.details.row.made_by == self.who)
        return wording.error(refused) if refused else _say("Lúc này chưa làm được.")

    def why_not_here(self, act: Act, state: MeetingState) -> str:
        """Return why an act may not be done that only fits a meeting in one state."""
        why = self.why_not(act)
        other = self.details is not None and self.details.row.state is not state
        return why or (_say("Cuộc họp này không còn ở dạng dự kiến.") if other else "")

    def why_not_while_held(self, act: Act) -> str:
        """Return why an act may not be done that only fits a meeting that takes place."""
        why = self.why_not(act)
        off = self.details is not None and self.details.row.off
        return why or (_say("Cuộc họp này không diễn ra.") if off else "")

    def why_not_written(self) -> str:
        """Return why its news cannot be begun; what was only opened is gone on with."""
        why = self.why_not_while_held(Act.WRITE_NEWS)
        row = self.details.row if self.details is not None else None
        return why or (_say("Cuộc họp này đã có tin.") if row is not None and row.written else "")


def _say(words: str) -> str:
    return QCoreApplication.translate("MeetingActions", words)


def _why_not_make(chosen: Chosen) -> str:
    refused = refusal(Act.MAKE_MEETING, chosen.roles)
    return wording.error(refused) if refused else ""


_TABLE: Table[Do, Chosen] = {
    Do.NEW: Entry(mark("Cuộc họp mới…"), "meeting-add", "N", when=_why_not_make),
    Do.EDIT: Entry(mark("Sửa…"), "edit", "S", when=lambda chosen: chosen.why_not(Act.EDIT_MEETING)),
    Do.CONFIRM: Entry(
        mark("Chốt"),
        "done",
        "C",
        when=lambda chosen: chosen.why_not_here(Act.SET_STATE, MeetingState.PLANNED),
    ),
    Do.STATE: Entry(
        mark("Hoãn, hủy, dời…"), "put-off", "H", when=lambda chosen: chosen.why_not(Act.SET_STATE)
    ),
    Do.COVER: Entry(
        mark("Phân công…"), "person", "P", when=lambda chosen: chosen.why_not_while_held(Act.COVER)
    ),
    Do.WRITE: Entry(mark("Viết tin"), "news", "V", when=lambda chosen: chosen.why_not_written()),
    Do.ATTACH: Entry(mark("Đính kèm…"), "attach", "K", when=lambda chosen: chosen.why_not(Act.ATTACH)),
    Do.REMOVE: Entry(mark("Xóa…"), "bin", "Del", when=lambda chosen: chosen.why_not(Act.REMOVE_MEETING)),
    Do.UNDO: Entry(
        mark("Hoàn tác trên lịch"),
        "undo",
        "Ctrl+Z",
        when=lambda chosen: "" if chosen.can_undo else _say("Chưa có việc nào để hoàn tác."),
    ),
    Do.REDO: Entry(
        mark("Làm lại trên lịch"),
        "redo",
        "Ctrl+Y",
        when=lambda chosen: "" if chosen.can_redo else _say("Chưa có việc nào để làm lại."),
    ),
}


class MeetingActions(QObject):
    """Follows what is chosen, and does to it what is pressed."""

    made = Signal(object)  # a When or None: a new meeting is wanted, at the place that is marked

    def __init__(self, session: Session, page: QWidget) -> None:
        super().__init__(page)
        self._session = session
        self.details: MeetingDetails | None = None
        self.editing = MeetingEditing(session, page)
        self.covering = MeetingCovering(session, page)
        self.files = MeetingFiles(session, page, lambda: self.details)
        self.undo = CalendarUndo(session, page)
        self._table = ActionTable(
            page,
            _TABLE,
            {
                Do.NEW: lambda: self.made.emit(None),
                Do.EDIT: self.change,
                Do.CONFIRM: self._confirm,
                Do.STATE: self.ask_state,
                Do.COVER: self.ask_cover,
                Do.WRITE: self._write_news,
                Do.ATTACH: self.files.choose,
                Do.REMOVE: self._remove,
                Do.UNDO: self.undo.undo,
                Do.REDO: self.undo.redo,
            },
        )
        self.undo.changed.connect(self._refresh)
        self._refresh()

    def __getitem__(self, which: Do) -> QAction:
        return self._table[which]

    def all(self) -> list[QAction]:
        """Return the actions in the order of a menu."""
        return self._table.all()

    def follow(self, details: MeetingDetails | None) -> None:
        """Offer what may be done to an occurrence."""
        self.details = details
        self._refresh()

    def heed(self, changes: Changes) -> Key | None:
        """Remember what may be taken back; return the occurrence that an undo leads to."""
        return self.undo.heed(changes, self.chosen_key())

    def chosen_key(self) -> Key | None:
        """Return what names the chosen occurrence."""
        return key_of(self.details.row) if self.details is not None else None

    def _refresh(self) -> None:
        self._table.follow(
            Chosen(
                self.details,
                self._session.who,
                self._session.me.roles,
                self.undo.can_undo(),
                self.undo.can_redo(),
            )
        )

    # -- what is pressed -------------------------------------------------------------------------------

    def change(self) -> None:
        """Open the form for the chosen meeting, where it may be changed."""
        if self.details is not None and self[Do.EDIT].isEnabled():
            self.editing.change(self.details)

    def ask_state(self) -> None:
        """Ask whether the chosen meeting is put off, called off or moved."""
        if self.details is not None:
            self.editing.ask_state(self.details.row)

    def ask_cover(self) -> None:
        """Ask whom to send to the chosen meeting."""
        if self.details is not None:
            self.covering.ask(self.details.row)

    def _confirm(self) -> None:
        if self.details is not None:
            self.editing.confirm(self.details.row)

    def _write_news(self) -> None:
        if self.details is not None:
            self.covering.write_news(self.details.row)

    def _remove(self) -> None:
        if self.details is not None:
            self.editing.remove(self.details)
