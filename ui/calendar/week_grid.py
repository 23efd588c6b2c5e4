"""Where the days and hours of the week stand in its view, and which moment a place in it means."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QPointF, QRectF

from ui.calendar.occurrence_paint import CHIP

HOURS = 56  # px: the names of the hours
HEAD = 62  # px: the names of the days
HOUR = 46  # px: an hour's height
FIRST, LAST = 0, 24
SNAP = 15  # minutes


@dataclass(frozen=True, slots=True)
class WeekGrid:
    """Seven days from `first` in a viewport of `width` × `height`, `lanes` of whole days above, scrolled down."""

    first: date
    width: int
    height: int
    lanes: int = 0
    scrolled: int = 0

    @property
    def top(self) -> float:
        """Return where the hours begin, below the days' names and the band of whole days."""
        return HEAD + max(1, self.lanes) * CHIP + 6

    @property
    def extent(self) -> int:
        """Return how far one can scroll down, in pixels."""
        return max(0, round(self.top + (LAST - FIRST) * HOUR - self.height))

    def column(self, day: date) -> QRectF:
        """Return the column of a day."""
        width = (self.width - HOURS) / 7
        return QRectF(HOURS + (day - self.first).days * width, 0, width, self.height)

    def y(self, moment: time) -> float:
        """Return the height at which an hour stands."""
        hours = moment.hour + moment.minute / 60 - FIRST
        return self.top + hours * HOUR - self.scrolled

    def moment(self, place: QPointF) -> datetime | None:
        """Return the day and quarter of an hour at a place; None beside the days."""
        if place.x() < HOURS:
            return None
        width = (self.width - HOURS) / 7
        day = self.first + timedelta(days=max(0, min(6, int((place.x() - HOURS) // width))))
        minutes = (place.y() - self.top + self.scrolled) / HOUR * 60
        minutes = max(0, min(24 * 60 - SNAP, round(minutes / SNAP) * SNAP))
        return datetime.combine(day, time()) + timedelta(minutes=minutes)
