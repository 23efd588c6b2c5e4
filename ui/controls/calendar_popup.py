"""A calendar that drops down below a field of a day."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desk import clock


class CalendarPopup(QWidget):
    """A month with the answers that are no click on a day: today, and no date where there may be none."""

    chosen = Signal(object)  # date | None

    def __init__(self, day: date | None, parent: QWidget, *, may_be_none: bool) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("place", "page")
        self.calendar = QCalendarWidget()
        self.calendar.setLocale(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setAccessibleName(self.tr("Lịch"))
        if day is not None:
            self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.calendar.activated.connect(self._pick)
        self.calendar.clicked.connect(self._pick)
        today, none = QPushButton(self.tr("Hôm nay")), QPushButton(self.tr("Bỏ ngày"))
        today.clicked.connect(self.pick_today)
        none.clicked.connect(self._clear)
        none.setEnabled(day is not None)
        none.setVisible(may_be_none)
        row = QHBoxLayout()
        row.addWidget(today)
        row.addStretch(1)
        row.addWidget(none)
        page = QVBoxLayout(self)
        page.setContentsMargins(8, 8, 8, 8)
        page.addWidget(self.calendar)
        page.addLayout(row)
        self.calendar.setFocus()

    def _pick(self, day: QDate) -> None:
        self.chosen.emit(date(day.year(), day.month(), day.day()))
        self.close()

    def pick_today(self) -> None:
        """Answer today."""
        self.chosen.emit(clock.today())
        self.close()

    def _clear(self) -> None:
        self.chosen.emit(None)
        self.close()
