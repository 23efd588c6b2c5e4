"""A time of day, typed as clerks write it."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desk.dates.typed_time import parse_time
from ui.controls.typed_field import TypedField
from ui.look.kept_size import keep_width

_WIDTH = 70  # px
_STEPS = {  # minutes
    Qt.Key.Key_Up: 15,
    Qt.Key.Key_Down: -15,
    Qt.Key.Key_PageUp: 60,
    Qt.Key.Key_PageDown: -60,
}


class TimeOfDayField(TypedField[time]):
    """A time as hh:mm; Up and Down go by a quarter of an hour, Page Up and Page Down by an hour."""

    def __init__(self, at: time = time(8), name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(at, parent)
        self.setAccessibleName(name)
        keep_width(self, _WIDTH)
        self._show()

    def parse(self, typed: str) -> time | None:
        """Read 14:30, 14h30, 14g30, 1430, 14h."""
        return parse_time(typed)

    def written(self, value: time) -> str:
        """Return hh:mm."""
        return f"{value:%H:%M}"

    def unread(self) -> str:
        """Name forms that are read."""
        return self.tr("Chưa đọc được giờ này. Hãy gõ như 14:30, 14h30 hoặc 1430.")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to a time beside this one; not into another day."""
        by = _STEPS.get(Qt.Key(event.key()))
        if by is None or self.isReadOnly():
            super().keyPressEvent(event)
            return
        minutes = self.value().hour * 60 + self.value().minute + by
        if 0 <= minutes < 24 * 60:
            self.set_value(time(*divmod(minutes, 60)))
        self.selectAll()
