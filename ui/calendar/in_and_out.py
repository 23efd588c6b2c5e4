"""The ways in and out of the calendar: the week's sheet, .ics files, pasted notices; each loaded when first gone."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from desk.acts.gate import Changes
from desk.acts.permission import refusal
from desk.acts.rules import Act
from ui.controls.page_action import page_action
from ui.session.session import Session

if TYPE_CHECKING:
    from ui.calendar.announcement_dialog import AnnouncementDialog
    from ui.calendar.ics_files import CalendarFiles
    from ui.calendar.page import CalendarPage
    from ui.calendar.week_schedule_dialog import WeekScheduleDialog


class CalendarInAndOut(QObject):
    """Actions of the calendar's page that bring meetings in or take them out."""

    def __init__(self, session: Session, page: CalendarPage) -> None:
        super().__init__(page)
        self._session, self._page = session, page
        self.sheet = page_action(self._page, self.tr("Lịch tuần"), "print", "Ctrl+P", self.show_sheet)
        self.notice = page_action(
            self._page, self.tr("Từ thông báo…"), "notice-in", "Ctrl+Shift+V", self.show_notice
        )
        self.notice.setEnabled(refusal(Act.MAKE_MEETING, session.me.roles) is None)
        self.notice_dialog: AnnouncementDialog | None = None
        self.take = page_action(
            self._page, self.tr("Nhập lịch (.ics)…"), "import", "", lambda: self.files.choose()
        )
        self.one = page_action(self._page, self.tr("Xuất cuộc này (.ics)…"), "export", "", self._give_one)
        self.span = page_action(
            self._page, self.tr("Xuất những ngày đang xem (.ics)…"), "export", "", self._give_span
        )
        self.all = page_action(self._page, self.tr("Xuất cả lịch (.ics)…"), "export", "", self._give_all)
        self.take.setEnabled(refusal(Act.IMPORT_CALENDAR, session.me.roles) is None)
        self.one.setEnabled(False)
        self.sheet_dialog: WeekScheduleDialog | None = None

    def actions(self) -> list[QAction]:
        """Return the ways in and out, but the sheet, which has its button."""
        return [self.notice, self.take, self.one, self.span, self.all]

    @cached_property
    def files(self) -> CalendarFiles:
        """Return what reads and writes calendar files."""
        from ui.calendar.ics_files import CalendarFiles

        return CalendarFiles(self._session, self._page)

    def show_sheet(self) -> None:
        """Show the printed sheet of the week in view."""
        from ui.calendar.week_schedule_dialog import WeekScheduleDialog

        self.sheet_dialog = WeekScheduleDialog(self._page, self._session, self._page.day)
        self.sheet_dialog.open()

    def show_notice(self) -> None:
        """Open the window into which a notice is pasted."""
        from ui.calendar.announcement_dialog import AnnouncementDialog

        self.notice_dialog = AnnouncementDialog(
            self._page.window(), self._session.client, self._edit_found, self._store_found
        )
        self.notice_dialog.open()

    def _edit_found(self, dialog: AnnouncementDialog, at: int) -> None:
        """Open the form for what was found; stored there, it is marked as entered."""
        from desk.announcements.to_meeting import fields_of, when_of

        found = dialog.found[at]
        form = self._page.acts.make(when_of(found), fields_of(found), parent=dialog)
        form.accepted.connect(lambda: dialog.mark_stored(at))

    def _store_found(self, dialog: AnnouncementDialog) -> None:
        """Enter the chosen meetings, one after the other; the window closes when all are in."""
        from desk.announcements.to_meeting import fields_of, when_of
        from desk.calendar import meetings

        wanted = dialog.chosen()

        def store_next(_: Changes | None = None) -> None:
            if not wanted:
                dialog.accept()
                return
            at = wanted.pop(0)
            when = when_of(dialog.found[at])
            if when is None:
                store_next()
                return

            def done(changes: Changes) -> None:
                dialog.mark_stored(at)
                store_next(changes)

            work = partial(meetings.make, self._session.who, fields_of(dialog.found[at]), when)
            self._session.client.do(self, work, done, refused=dialog.complain)

        store_next()

    def _give_one(self) -> None:
        told = self._page.acts.told
        if told is not None:
            self.files.save("cuoc-hop", [told.row.meeting_id], None)

    def _give_span(self) -> None:
        first, last = self._page.days()
        self.files.save(f"lich-{first:%Y-%m-%d}", None, (first, last))

    def _give_all(self) -> None:
        self.files.save("lich-hop", None, None)
