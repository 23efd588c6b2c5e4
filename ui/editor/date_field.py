"""The article's date as the masthead prints it; typed as a clerk writes dates, or chosen in a calendar."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QCalendarWidget,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desk import clock
from desk.dates.typed_day import parse_day
from desk.edition.edition import date_line
from ui.controls.action_table import Entry, Reach, make_action, mark
from ui.look.style import color, paper_font

_OPEN: Entry[None] = Entry(mark("Mở lịch"), "calendar", reach=Reach.READ, token="muted")


class DateField(QLineEdit):
    """Shows a day; while it is edited, its numbers."""

    day_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("plain", True)
        self.setObjectName("dateline")
        self.setFont(paper_font(10.5))
        self.setAccessibleName(self.tr("Ngày của tin"))
        self.setPlaceholderText(self.tr("Ngày của tin"))
        self.setToolTip(self.tr("Gõ ngày như 9/4/2019, hoặc bấm phím mũi tên xuống để mở lịch"))
        self.setTextMargins(-2, 0, 0, 0)  # Qt keeps 2 px; the page's left edge is ours
        self._day: date | None = None
        self.popup: CalendarPopup | None = None
        self._show()
        self._open = make_action(self, _OPEN, self.open_calendar)
        self.addAction(self._open, QLineEdit.ActionPosition.TrailingPosition)
        self.editingFinished.connect(self._take)

    def day(self) -> date | None:
        """Return the day; what is being typed counts when it is one."""
        if self.isModified() and self.hasFocus():
            return self._typed_day()
        return self._day

    def set_day(self, day: date | None) -> None:
        """Show a day, or none."""
        self._day = day
        self._show()

    def _typed_day(self) -> date | None:
        typed = self.text().strip()
        return parse_day(typed, clock.today()) or self._day if typed else None

    def _show(self) -> None:
        shown = ""
        if self._day is not None:
            shown = f"{self._day:%d/%m/%Y}" if self.hasFocus() else date_line(self._day)
        self.setText(shown)
        self.setModified(False)
        widest = max(shown, self.placeholderText(), "00/00/0000", key=self.fontMetrics().horizontalAdvance)
        self.setFixedWidth(self.fontMetrics().horizontalAdvance(widest) + 40)

    def _take(self) -> None:
        """Take what was typed; what is no day gives way to the day that was there."""
        if self.isModified():
            self._choose(self._typed_day())

    def _choose(self, day: date | None) -> None:
        changed = day != self._day
        self.set_day(day)
        if changed:
            self.day_changed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the date line muted, as the page has it; while edited, as a field."""
        if self.hasFocus():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(color("muted"))
        words = self.text() or self.placeholderText()
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the numbers to be edited."""
        super().focusInEvent(event)
        if not self.isReadOnly():
            self._show()
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the date line again."""
        super().focusOutEvent(event)
        self._take()
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the calendar by Down."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_F4):
            self.open_calendar()
            return
        super().keyPressEvent(event)

    def open_calendar(self) -> None:
        """Open the calendar below the field."""
        if self.isReadOnly():
            return
        self._take()
        self.popup = CalendarPopup(self._day, self)
        self.popup.chosen.connect(self._choose)
        self.popup.move(self.mapToGlobal(QPoint(0, self.height() + 4)))
        self.popup.show()

    def changeEvent(self, event: QEvent) -> None:
        """Hide the calendar's sign where nothing may be changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ReadOnlyChange:
            self._open.setVisible(not self.isReadOnly())


class CalendarPopup(QWidget):
    """A month with the two answers that are no click on a day: today, and no date."""

    chosen = Signal(object)  # date | None

    def __init__(self, day: date | None, parent: QWidget) -> None:
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
