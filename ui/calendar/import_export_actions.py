"""The ways in and out of the calendar: the week's sheet, .ics files, pasted announcements."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property, partial

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from desk.acts.permission import refusal
from desk.acts.rules import Act, Role
from desk.announcements import in_calendar
from desk.announcements.to_meeting import fields_of, when_of
from desk.calendar.meeting_details import MeetingDetails, dossier
from desk.calendar.storage import Fields
from desk.dates.series import When
from ui.calendar import operations
from ui.calendar.announcement_dialog import AnnouncementDialog
from ui.calendar.days_in_view import DaysInView
from ui.calendar.editing import MeetingEditing
from ui.calendar.ics_files import CalendarFiles
from ui.calendar.meeting_dialog import MeetingDialog
from ui.calendar.week_schedule_dialog import WeekScheduleDialog
from ui.controls.action_table import ActionTable, Entry, Table, mark
from ui.session.operation import Op
from ui.session.session import Session
from ui.words import wording


@dataclass(frozen=True, slots=True)
class InAndOutContext:
    """What the page lends the ways in and out: what is in view, what is chosen, how a meeting is entered."""

    page: QWidget
    in_view: Callable[[], DaysInView]
    chosen: Callable[[], MeetingDetails | None]
    enter: Callable[[When | None, Fields, QWidget], MeetingDialog]
    editing: MeetingEditing
    join: Callable[[Sequence[int], str], None]  # several acts are taken back as one


class Way(Enum):
    """A way in or out."""

    SHEET = auto()
    ANNOUNCEMENT = auto()
    IMPORT = auto()
    EXPORT_ONE = auto()
    EXPORT_DAYS = auto()
    EXPORT_ALL = auto()


@dataclass(frozen=True, slots=True)
class _State:
    roles: frozenset[Role]
    chosen: bool

    def why_not(self, act: Act) -> str:
        refused = refusal(act, self.roles)
        return wording.error(refused) if refused else ""


def _why_no_one(state: _State) -> str:
    return "" if state.chosen else QCoreApplication.translate("MeetingActions", "Hãy chọn một cuộc họp.")


_TABLE: Table[Way, _State] = {
    Way.SHEET: Entry(mark("Lịch tuần"), "print", "Ctrl+P"),
    Way.ANNOUNCEMENT: Entry(
        mark("Từ thông báo…"), "notice-in", "Ctrl+Shift+V", when=lambda state: state.why_not(Act.MAKE_MEETING)
    ),
    Way.IMPORT: Entry(
        mark("Nhập lịch (.ics)…"), "import", when=lambda state: state.why_not(Act.IMPORT_CALENDAR)
    ),
    Way.EXPORT_ONE: Entry(mark("Xuất cuộc này (.ics)…"), "export", when=_why_no_one),
    Way.EXPORT_DAYS: Entry(mark("Xuất những ngày đang xem (.ics)…"), "export"),
    Way.EXPORT_ALL: Entry(mark("Xuất cả lịch (.ics)…"), "export"),
}


class CalendarInAndOut(QObject):
    """Actions of the calendar's page that bring meetings in or take them out."""

    def __init__(self, session: Session, context: InAndOutContext) -> None:
        super().__init__(context.page)
        self._session, self._context = session, context
        self.announcement: AnnouncementDialog | None = None
        self.sheet: WeekScheduleDialog | None = None
        self._table = ActionTable(
            context.page,
            _TABLE,
            {
                Way.SHEET: self.show_sheet,
                Way.ANNOUNCEMENT: self.show_announcement,
                Way.IMPORT: lambda: self.files.choose(),
                Way.EXPORT_ONE: self._export_one,
                Way.EXPORT_DAYS: self._export_days,
                Way.EXPORT_ALL: lambda: self.files.save("lich-hop", None, None),
            },
        )
        self.follow()

    def __getitem__(self, way: Way) -> QAction:
        return self._table[way]

    def all(self) -> list[QAction]:
        """Return the ways in and out, but the sheet, which has its button."""
        return [self._table[way] for way in Way if way is not Way.SHEET]

    def follow(self) -> None:
        """Offer what fits what is chosen now."""
        self._table.follow(_State(self._session.me.roles, self._context.chosen() is not None))

    @cached_property
    def files(self) -> CalendarFiles:
        """Return what reads and writes calendar files."""
        return CalendarFiles(self._session, self._context.page)

    def show_sheet(self) -> None:
        """Show the printed sheet of the week in view."""
        self.sheet = WeekScheduleDialog(self._context.page, self._session, self._context.in_view().day)
        self.sheet.open()

    def show_announcement(self) -> None:
        """Open the window into which an announcement is pasted."""
        self.announcement = AnnouncementDialog(
            self._context.page.window(),
            self._session.client,
            self._edit_found,
            self._store_found,
            self._change_found,
        )
        self.announcement.open()

    def paste_announcement(self, words: str) -> None:
        """Open that window with the text that was copied, or say why it may not be."""
        action = self._table[Way.ANNOUNCEMENT]
        if not action.isEnabled():
            self._session.say(action.whatsThis(), "info")
            return
        self.show_announcement()
        if self.announcement is not None:
            self.announcement.text.setPlainText(words)

    def _edit_found(self, dialog: AnnouncementDialog, at: int) -> None:
        """Open the form for a meeting of the announcement; stored there, it is marked as entered."""
        meeting = dialog.found[at]
        form = self._context.enter(when_of(meeting), fields_of(meeting), dialog)
        form.accepted.connect(lambda: dialog.mark_stored(at))

    def _change_found(self, dialog: AnnouncementDialog, at: int) -> None:
        """Bring what a notice changes to the meeting of the calendar that it speaks of."""
        found, row = dialog.found[at], dialog.known[at]
        if row is None:
            return
        wish = in_calendar.wish_of(found, self.tr("Theo thông báo"))
        if wish is not None:
            self._context.editing.ask_state(row, wish, dialog, lambda: dialog.mark_stored(at))
            return
        who = self._session.who

        def open_form(details: MeetingDetails) -> None:
            form = self._context.editing.change(details, found.place, dialog)
            form.accepted.connect(lambda: dialog.mark_stored(at))

        self._session.client.ask(dialog, lambda: dossier(who, row.meeting_id, row.origin), open_form)

    def _store_found(self, dialog: AnnouncementDialog) -> None:
        """Enter the chosen meetings, one after the other; the window closes when all are in and no change waits."""
        steps, entries = self._entering(dialog), list[int]()

        def done() -> None:
            words = self.tr("Đã ghi {n} cuộc họp vào lịch.").format(n=len(entries))
            waiting = len(dialog.changes_left())
            if waiting:
                told = self.tr(
                    "{done} Còn {n} cuộc hoãn, hủy hoặc dời chưa đưa vào lịch: bấm nút ở thẻ của cuộc ấy."
                )
                dialog.complain(told.format(done=words, n=waiting))
            else:
                dialog.accept()
            self._context.join(entries, words)

        operations.run_in_turn(self._session, self, steps, done, dialog.complain, entries)

    def _entering(self, dialog: AnnouncementDialog) -> Iterator[tuple[Op, Callable[[], object]]]:
        for at in dialog.chosen():
            meeting = dialog.found[at]
            when = when_of(meeting)
            if when is not None:
                op = operations.make(self._session, fields_of(meeting), when)
                yield op, partial(dialog.mark_stored, at)

    def _export_one(self) -> None:
        chosen = self._context.chosen()
        if chosen is not None:
            self.files.save("cuoc-hop", [chosen.row.meeting_id], None)

    def _export_days(self) -> None:
        first, last = self._context.in_view().meant()
        self.files.save(f"lich-{first:%Y-%m-%d}", None, (first, last))
