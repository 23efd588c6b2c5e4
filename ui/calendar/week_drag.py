"""What the hand does in the week: which end of a meeting it holds, and what letting go there would make."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QPointF, QRectF

from desk.calendar.occurrences import OccurrenceRow
from desk.dates.series import DayHalf, When
from ui.calendar.occurrence_paint import Placed
from ui.calendar.view_base import EDGE, Edge
from ui.calendar.week_grid import SNAP
from ui.calendar.week_layout import in_band

_QUARTER = timedelta(minutes=SNAP)


def edge_at(place: QPointF, band: Sequence[Placed], blocks: Sequence[tuple[QRectF, OccurrenceRow]]) -> Edge:
    """Say which end of a meeting is at a place: below and above among the hours, left and right of a bar."""
    for line in reversed(band):
        if line.rect.contains(place):
            right = line.ends and line.rect.right() - place.x() <= EDGE
            left = line.begins and place.x() - line.rect.left() <= EDGE
            if line.row.ghost or not (left or right):
                return Edge.NONE
            return Edge.END if right else Edge.BEGIN
    for rect, row in reversed(blocks):
        if rect.contains(place):
            if row.ghost:
                return Edge.NONE
            if rect.bottom() - place.y() <= EDGE:
                return Edge.END
            # A short block is moved by its upper half, not made longer at its top.
            return Edge.BEGIN if place.y() - rect.top() <= EDGE - 2 and rect.height() > 30 else Edge.NONE
    return Edge.NONE


def drawn(row: OccurrenceRow | None, edge: Edge, begin: datetime, there: datetime) -> When | None:
    """Return what a drag from one moment to another makes: of a meeting held at an end or as a whole, or anew."""
    if row is None:
        there = there.replace(year=begin.year, month=begin.month, day=begin.day)
        return When(min(begin, there), max(begin, there) + _QUARTER)
    if in_band(row):
        by = timedelta(days=(there.date() - begin.date()).days)
        first = row.start if edge is Edge.END else row.start + by
        last = row.end if edge is Edge.BEGIN else row.end + by
        made = When(first, last, row.part)
        return made if made.end > made.start else None
    if edge is not Edge.NONE:
        there = there.replace(year=row.start.year, month=row.start.month, day=row.start.day)
        if edge is Edge.END:
            return When(row.start, max(there, row.start + _QUARTER))
        return When(min(there, row.end - _QUARTER), row.end)
    by = there - begin
    # A half-day that is drawn to another hour is meant to the minute from then on.
    part = row.part if by % timedelta(days=1) == timedelta() else DayHalf.HOURS
    return When(row.start + by, row.end + by, part)
