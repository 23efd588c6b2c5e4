"""The article's date as the masthead prints it; typed as a clerk writes dates, or chosen in a calendar."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desk import clock
from desk.dates.typed_day import parse_day
from desk.edition.edition import date_line
from ui.controls.action_table import make_action
from ui.controls.calendar_popup import CalendarPopup
from ui.controls.day_field import OPEN
from ui.look.style import color, paper_font
from ui.look.text_size import px


class Dateline(QLineEdit):
    """Shows a day; while it is edited, its numbers."""

    day_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("plain", True)
        self.setObjectName("dateline")
        self.setAccessibleName(self.tr("Ngày của tin"))
        self.setPlaceholderText(self.tr("Ngày của tin"))
        self.setToolTip(self.tr("Gõ ngày như 9/4/2019, hoặc bấm phím mũi tên xuống để mở lịch"))
        self.setTextMargins(-2, 0, 0, 0)  # Qt keeps 2 px; the page's left edge is ours
        self._day: date | None = None
        self.popup: CalendarPopup | None = None
        self.setFont(paper_font(10.5))  # the style sheet gives its size again, which follows that of words
        self._show()
        self._open = make_action(self, OPEN, self.open_calendar)
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
        self._fit()

    def _fit(self) -> None:
        widest = max(
            self.text(), self.placeholderText(), "00/00/0000", key=self.fontMetrics().horizontalAdvance
        )
        self.setFixedWidth(self.fontMetrics().horizontalAdvance(widest) + px(40))

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
        self.popup = CalendarPopup(self._day, self, may_be_none=True)
        self.popup.chosen.connect(self._choose)
        self.popup.move(self.mapToGlobal(QPoint(0, self.height() + 4)))
        self.popup.show()

    def changeEvent(self, event: QEvent) -> None:
        """Hide the calendar's sign where nothing may be changed; be as wide as the letters in force."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_day"):
            self._fit()
        if event.type() == QEvent.Type.ReadOnlyChange:
            self._open.setVisible(not self.isReadOnly())
