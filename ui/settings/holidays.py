"""Ngày nghỉ, kỷ niệm: the office's own list, which the calendar follows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QTableWidgetItem

from desk.acts.rules import Act
from desk.calendar import holidays
from desk.calendar.holidays import DayEntry
from ui.controls.framed_table import FramedTable
from ui.controls.labels import button, label
from ui.look.kept_size import keep_least_height
from ui.session.session import Session
from ui.settings import operations
from ui.settings.holiday_dialog import HolidayDialog
from ui.settings.tab import Tab
from ui.words import calendar as calendar_words


class HolidaysTab(Tab):
    """A table of days; a change is stored at once."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, Act.SET_DAYS)
        self._rows: list[DayEntry] = []
        text = self.tr(
            "Ngày nghỉ theo Bộ luật Lao động 2019, Điều 112; ngày nghỉ rơi vào cuối tuần được nghỉ bù vào ngày làm "
            "việc kế tiếp. Lịch nghỉ hoán đổi công bố hằng năm thì thêm ở đây, ghi rõ năm. Lịch họp không tự dời "
            "cuộc nào, chỉ báo cuộc rơi vào ngày nghỉ."
        )
        self.column.addWidget(label(text, "muted", wrap=True))
        self.table = FramedTable(
            self.tr("Ngày nghỉ, kỷ niệm"),
            (self.tr("Ngày"), self.tr("Tên"), self.tr("Loại"), self.tr("Ghi thêm")),
            (130, 390, 100),
        )
        keep_least_height(self.table, 320)
        self.table.itemSelectionChanged.connect(self._enable)
        self.table.itemDoubleClicked.connect(lambda _: self._edit())
        self.column.addWidget(self.table, 1)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        self.add = button(self.tr("Thêm…"), self._add, "add", primary=True)
        self.change = button(self.tr("Sửa…"), self._edit, "edit")
        self.drop = button(self.tr("Bỏ"), self._remove, "remove")
        self.back = button(self.tr("Về danh mục đề xuất"), self._propose, "restore")
        for push in (self.add, self.change, self.drop, self.back):
            row.addWidget(push)
        row.addStretch(1)
        self.column.addLayout(row)
        self._enable()

    def shown(self) -> None:
        """Read the list."""
        self.ask(holidays.entries, self._show)

    def _show(self, rows: Sequence[DayEntry]) -> None:
        self._rows = sorted(rows, key=lambda one: (one.lunar, one.month, one.day, one.title))
        self.table.setRowCount(len(self._rows))
        for number, one in enumerate(self._rows):
            for column, text in enumerate(
                (_day(one), one.title, calendar_words.DAY_KINDS[one.kind], _more(one))
            ):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.table.setItem(number, column, item)
        self.table.choose_again(self._rows)
        self._enable()

    def _enable(self) -> None:
        there = 0 <= self.table.currentRow() < len(self._rows)
        self.add.setEnabled(self.may)
        self.back.setEnabled(self.may)
        for push in (self.change, self.drop):
            push.setEnabled(self.may and there)

    def _store(self, rows: Sequence[DayEntry], did: str) -> None:
        self.run(operations.set_holidays(self.session, rows, did), self.shown)

    def _add(self) -> None:
        self.dialog = HolidayDialog(
            self, None, lambda entry: self._store([*self._rows, entry], self.tr("thêm ngày"))
        )
        self.dialog.open()

    def _edit(self) -> None:
        at = self.table.currentRow()
        if not self.change.isEnabled():
            return

        self.dialog = HolidayDialog(
            self,
            self._rows[at],
            lambda entry: self._store([*self._rows[:at], entry, *self._rows[at + 1 :]], self.tr("sửa ngày")),
        )
        self.dialog.open()

    def _remove(self) -> None:
        at = self.table.currentRow()
        self._store([*self._rows[:at], *self._rows[at + 1 :]], self.tr("bỏ ngày"))

    def _propose(self) -> None:
        self._store(holidays.proposed(), self.tr("về danh mục đề xuất"))


def _day(one: DayEntry) -> str:
    year = f"/{one.year}" if one.year else ""
    beside = "kề " if one.beside else ""
    return f"{beside}{one.day}/{one.month}{year}{' âm lịch' if one.lunar else ''}"


def _more(one: DayEntry) -> str:
    parts = []
    if one.days > 1:
        before = f", {one.before} ngày trước" if one.before else ""
        parts.append(f"{one.days} ngày{before}")
    if one.since:
        parts.append(f"từ năm {one.since}")
    if one.founded:
        parts.append(f"từ {one.founded}")
    return "; ".join(parts)
