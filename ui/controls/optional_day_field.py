"""A day that may be left open: typed as clerks write dates, or chosen in a calendar."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desk import clock
from desk.dates.typed_day import parse_day
from ui.controls.action_table import make_action
from ui.controls.calendar_popup import CalendarPopup
from ui.controls.day_field import OPEN
from ui.controls.typed_field import TypedField
from ui.look.kept_size import keep_width

_WIDTH = 132  # px: a date and the sign of the calendar


class OptionalDayField(TypedField["date | None"]):
    """A day as dd/mm/yyyy, or nothing; F4 or Alt+Down opens the calendar."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(None, parent)
        self.setAccessibleName(name)
        keep_width(self, _WIDTH)
        self.popup: CalendarPopup | None = None
        self.addAction(make_action(self, OPEN, self.open_calendar), QLineEdit.ActionPosition.TrailingPosition)

    def parse(self, typed: str) -> date | None:
        """Read 9/4/2019, 09-04-19, 9.4 (this year's), 09042019."""
        return parse_day(typed, clock.today())

    def written(self, value: date | None) -> str:
        """Return dd/mm/yyyy, or nothing."""
        return f"{value:%d/%m/%Y}" if value else ""

    def unread(self) -> str:
        """Name forms that are read."""
        return self.tr("Chưa đọc được ngày này. Hãy gõ như 9/4/2019 hoặc 9/4, hoặc để trống.")

    def fault(self) -> str:
        """Return what is wrong with the words that stand here; none are right too."""
        return super().fault() if self.text().strip() else ""

    def _typed(self, words: str) -> None:
        if words.strip():
            super()._typed(words)
        else:
            self.set_value(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the calendar."""
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.key() == Qt.Key.Key_F4 or (alt and event.key() == Qt.Key.Key_Down):
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def open_calendar(self) -> None:
        """Open the calendar below the field."""
        if self.isReadOnly() or not self.isEnabled():
            return
        self.popup = CalendarPopup(self.value(), self, may_be_none=True)
        self.popup.chosen.connect(self.set_value)
        self.popup.move(self.mapToGlobal(QPoint(0, self.height() + 4)))
        self.popup.show()
