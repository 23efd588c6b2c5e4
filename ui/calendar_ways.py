"""The ways in and out of the calendar: the week's sheet, .ics files, pasted notices; each loaded when first gone."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from desk.rules import Act, refusal
from ui.seat import Seat
from ui.widgets.labels import keep_icon

if TYPE_CHECKING:
    from ui.calendar_files import CalendarFiles
    from ui.dialogs.week_sheet import WeekSheetDialog
    from ui.pages.calendar import CalendarPage


class CalendarWays(QObject):
    """Actions of the calendar's page that bring meetings in or take them out."""

    def __init__(self, seat: Seat, page: CalendarPage) -> None:
        super().__init__(page)
        self._seat, self._page = seat, page
        self.sheet = self._action(self.tr("Lịch tuần"), "print", "Ctrl+P", self.show_sheet)
        self.take = self._action(self.tr("Nhập lịch (.ics)…"), "import", "", lambda: self.files.choose())
        self.one = self._action(self.tr("Xuất cuộc này (.ics)…"), "export", "", self._give_one)
        self.span = self._action(self.tr("Xuất những ngày đang xem (.ics)…"), "export", "", self._give_span)
        self.all = self._action(self.tr("Xuất cả lịch (.ics)…"), "export", "", self._give_all)
        self.take.setEnabled(refusal(Act.IMPORT_CALENDAR, seat.me.roles) is None)
        self.one.setEnabled(False)
        self.sheet_dialog: WeekSheetDialog | None = None

    def actions(self) -> list[QAction]:
        """Return the ways in and out, but the sheet, which has its button."""
        return [self.take, self.one, self.span, self.all]

    @cached_property
    def files(self) -> CalendarFiles:
        """Return what reads and writes calendar files."""
        from ui.calendar_files import CalendarFiles

        return CalendarFiles(self._seat, self._page)

    def show_sheet(self) -> None:
        """Show the printed sheet of the week in view."""
        from ui.dialogs.week_sheet import WeekSheetDialog

        self.sheet_dialog = WeekSheetDialog(self._page, self._seat, self._page.day)
        self.sheet_dialog.open()

    def _action(self, told: str, icon: str, key: str, on: Callable[[], object]) -> QAction:
        made = QAction(told, self._page)
        made.setProperty("icon_name", icon)
        keep_icon(made, icon)
        if key:
            made.setShortcut(QKeySequence(key))
            made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.triggered.connect(lambda: on())
        self._page.addAction(made)
        return made

    def _give_one(self) -> None:
        told = self._page.acts.told
        if told is not None:
            self.files.save("cuoc-hop", [told.row.meeting_id], None)

    def _give_span(self) -> None:
        first, last = self._page.days()
        self.files.save(f"lich-{first:%Y-%m-%d}", None, (first, last))

    def _give_all(self) -> None:
        self.files.save("lich-hop", None, None)
