"""A day: typed as clerks write dates, or chosen in a calendar."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desk import clock
from desk.dates.typed_day import parse_day
from ui.controls.action_table import Entry, Reach, make_action, mark
from ui.controls.calendar_popup import CalendarPopup
from ui.controls.typed_field import TypedField
from ui.look.kept_size import keep_width

OPEN: Entry[None] = Entry(mark("Mở lịch"), "calendar", reach=Reach.READ, token="muted")
_WIDTH = 124  # px: a date and the sign of the calendar


class DayField(TypedField[date]):
    """A day as dd/mm/yyyy; Up and Down go to the days beside it, F4 or Alt+Down opens the calendar."""

    def __init__(self, day: date | None = None, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(day or clock.today(), parent)
        self.setAccessibleName(name)
        keep_width(self, _WIDTH)
        self.popup: CalendarPopup | None = None
        self.addAction(make_action(self, OPEN, self.open_calendar), QLineEdit.ActionPosition.TrailingPosition)
        self._show()

    def parse(self, typed: str) -> date | None:
        """Read 9/4/2019, 09-04-19, 9.4 (this year's), 09042019."""
        return parse_day(typed, clock.today())

    def written(self, value: date) -> str:
        """Return dd/mm/yyyy."""
        return f"{value:%d/%m/%Y}"

    def unread(self) -> str:
        """Name forms that are read."""
        return self.tr("Chưa đọc được ngày này. Hãy gõ như 9/4/2019 hoặc 9/4.")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to another day, or open the calendar."""
        key, alt = event.key(), event.modifiers() & Qt.KeyboardModifier.AltModifier
        if key == Qt.Key.Key_F4 or (alt and key == Qt.Key.Key_Down):
            self.open_calendar()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not self.isReadOnly():
            self.set_value(self.value() + timedelta(days=1 if key == Qt.Key.Key_Up else -1))
            self.selectAll()
        else:
            super().keyPressEvent(event)

    def open_calendar(self) -> None:
        """Open the calendar below the field."""
        if self.isReadOnly() or not self.isEnabled():
            return
        self.popup = CalendarPopup(self.value(), self, may_be_none=False)
        self.popup.chosen.connect(self.set_value)
        self.popup.move(self.mapToGlobal(QPoint(0, self.height() + 4)))
        self.popup.show()
