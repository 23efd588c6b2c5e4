"""From when to when: a day and hours, a half-day, or whole days."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.dates import lunar_calendar
from desk.dates.series import DayHalf, When, part_of_day
from ui.controls.combo import Combo
from ui.controls.day_field import DayField
from ui.controls.labels import label
from ui.controls.time_of_day_field import TimeOfDayField
from ui.look.text_size import px
from ui.words import calendar as calendar_words


class TimeField(QWidget):
    """The fields of a time; an end that was not touched keeps the length when the start is changed."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.part = Combo()
        self.part.setAccessibleName(self.tr("Buổi"))
        for part in DayHalf:
            self.part.addItem(calendar_words.PARTS[part], part)
        self.day = DayField(None, self.tr("Ngày bắt đầu"))
        self.last = DayField(None, self.tr("Ngày kết thúc"))
        self.start = TimeOfDayField(name=self.tr("Giờ bắt đầu"))
        self.end = TimeOfDayField(name=self.tr("Giờ kết thúc"))
        self.told = label("", "small")
        self._to = label(self.tr("đến"), "muted")
        self._length = timedelta(hours=2)
        self._build()
        self.part.currentIndexChanged.connect(lambda: self._follow())
        for field in (self.day, self.start):
            field.changed.connect(lambda: self._begin_moved())
        for field in (self.last, self.end):
            field.changed.connect(lambda: self._end_moved())

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widgets in ((self.part, self.start, self.day), (self._to, self.end, self.last)):
            row = QHBoxLayout()
            row.setSpacing(8)
            for widget in widgets:
                row.addWidget(widget)
            row.addStretch(1)
            column.addLayout(row)
        self.part.setFixedWidth(px(122))
        self._to.setFixedWidth(px(122))
        self._to.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        column.addWidget(self.told)

    def set_when(self, when: When) -> None:
        """Show a time."""
        for field in (self.part, self.day, self.last, self.start, self.end):
            field.blockSignals(True)
        self.part.setCurrentIndex(self.part.findData(when.part))
        self.day.set_value(when.start.date())
        self.last.set_value(when.last if when.part is not DayHalf.HOURS else when.end.date())
        self.start.set_value(when.start.time())
        self.end.set_value(when.end.time())
        self._length = when.length
        for field in (self.part, self.day, self.last, self.start, self.end):
            field.blockSignals(False)
        self._follow()

    def when(self) -> When:
        """Return the time; its end may be before its start, which the desk refuses."""
        part = self.part.currentData()
        first, last = self.day.value(), self.last.value()
        if part is DayHalf.DAY:
            return part_of_day(first, part, last)
        if part is not DayHalf.HOURS:
            return part_of_day(first, part)
        start = datetime.combine(first, self.start.value())
        return When(start, datetime.combine(last, self.end.value()))

    def _begin_moved(self) -> None:
        if self.part.currentData() is DayHalf.HOURS:
            start = datetime.combine(self.day.value(), self.start.value())
            end = start + self._length
            for field in (self.last, self.end):
                field.blockSignals(True)
            self.last.set_value(end.date())
            self.end.set_value(end.time())
            for field in (self.last, self.end):
                field.blockSignals(False)
        elif self.last.value() < self.day.value() or self.part.currentData() is not DayHalf.DAY:
            self.last.set_value(self.day.value())
        self._follow()

    def _end_moved(self) -> None:
        when = self.when()
        if when.end >= when.start:
            self._length = when.length
        self._follow()

    def _follow(self) -> None:
        part = self.part.currentData()
        for field in (self.start, self.end):
            field.setVisible(part is DayHalf.HOURS)
        self.last.setVisible(part in (DayHalf.HOURS, DayHalf.DAY))
        self._to.setVisible(part in (DayHalf.HOURS, DayHalf.DAY))
        day = self.day.value()
        there = calendar_words.lunar_long(lunar_calendar.lunar(day))
        self.told.setText(f"{calendar_words.weekday(day)}{f', {there}' if there else ''}")
        self.changed.emit()
