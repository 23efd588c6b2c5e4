"""Where a month's meetings stand: each day's lines, those of several days as one bar through their week."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

from PySide6.QtCore import QRectF

from desk.calendar.days_shown import DaysShown
from desk.calendar.occurrences import OccurrenceRow
from ui.calendar.occurrence_paint import CHIP, SECOND, STATUS, Placed, fits_a_line, status
from ui.calendar.view_base import key_of

PAD = 5  # px: left of a day's lines
_RIGHT = 4
Name = tuple[object, ...]


@dataclass(slots=True)
class PlacedMeeting:
    """All lines of a month, and how many of a day found no room."""

    lines: list[Placed] = field(default_factory=list)
    more: list[tuple[QRectF, date, int]] = field(default_factory=list)


@dataclass(slots=True)
class _Line:
    top: float
    height: float
    row: OccurrenceRow
    told: bool = False
    tall: bool = False

    @property
    def bottom(self) -> float:
        return self.top + self.height


def lay_out(
    span: DaysShown, cell: Callable[[date], QRectF], top_of: Callable[[date], float]
) -> PlacedMeeting:
    """Lay a span of whole weeks out; `cell` is a day's place, `top_of` where its lines begin."""
    by_day: defaultdict[date, list[OccurrenceRow]] = defaultdict(list)
    wide: dict[Name, date] = {}  # the last day of what lasts several
    for row in span.rows:
        first, last = row.start.date(), row.last
        if first == last:
            by_day[first].append(row)
            continue
        wide[_name(row)] = last
        day = max(first, span.first)
        while day <= min(last, span.last):
            by_day[day].append(row)
            day += timedelta(days=1)
    laid = PlacedMeeting()
    for week in range(((span.last - span.first).days + 1) // 7):
        monday = span.first + timedelta(days=7 * week)
        days = [monday + timedelta(days=step) for step in range(7)]
        lanes = _lanes(days, by_day, wide) if wide else {}
        through = (
            [day for day in days if any(_name(row) in lanes for row in by_day.get(day, ()))] if lanes else []
        )
        # Below what is said of any of their days, so that bars are level.
        level = max((top_of(day) for day in through), default=0.0)
        bars: dict[Name, list[tuple[QRectF, date, OccurrenceRow]]] = {}
        for day in days:
            rows = by_day.get(day)
            if rows:
                _lay_day(span, day, rows, lanes, (cell(day), top_of(day), level), laid, bars)
        for pieces in bars.values():
            laid.lines += _bars(pieces)
    return laid


def _name(row: OccurrenceRow) -> Name:
    return (*key_of(row), row.ghost)


def _lanes(
    days: list[date], by_day: dict[date, list[OccurrenceRow]], wide: dict[Name, date]
) -> dict[Name, int]:
    """Give what lasts several days one height through its week."""
    taken: list[date] = []  # the last day taken in each lane
    lane_of: dict[Name, int] = {}
    for day in days:
        for row in by_day.get(day, ()):
            name = _name(row)
            if name not in wide or name in lane_of:
                continue
            free = next((i for i, last in enumerate(taken) if last < day), len(taken))
            taken[free : free + 1] = [wide[name]]
            lane_of[name] = free
    return lane_of


def _lay_day(
    span: DaysShown,
    day: date,
    rows: list[OccurrenceRow],
    lanes: dict[Name, int],
    place: tuple[QRectF, float, float],
    laid: PlacedMeeting,
    bars: dict[Name, list[tuple[QRectF, date, OccurrenceRow]]],
) -> None:
    box, top, level = place
    room = box.bottom() - 2
    lines = [
        _Line(level + lanes[_name(row)] * CHIP, CHIP, row) for row in rows if lanes and _name(row) in lanes
    ]
    bottom = max([top, *(line.bottom for line in lines)])
    for row in rows:
        if lanes and _name(row) in lanes:
            continue
        told = status(row, span.now) is not None
        lines.append(_Line(bottom, CHIP + (STATUS if told else 0), row, told))
        bottom = lines[-1].bottom
        if bottom > room + 4 * CHIP:  # nobody will see the rest, they are counted
            break
    if bottom > room:  # where not all fit, the lines beneath go first, then the last meetings
        _squeeze(lines, top)
    else:
        _let_grow(lines, room - bottom, box.width() - PAD - _RIGHT)
    spills = len(lines) < len(rows) or any(line.bottom > room for line in lines)
    shown = [line for line in lines if line.bottom <= room - (CHIP if spills else 0)]
    for line in shown:
        if lanes and _name(line.row) in lanes:
            rect = QRectF(box.left(), line.top, box.width(), line.height)
            bars.setdefault(_name(line.row), []).append((rect, day, line.row))
            continue
        rect = QRectF(box.left() + PAD, line.top, box.width() - PAD - _RIGHT, line.height)
        laid.lines.append(Placed(rect, line.row, told=line.told, tall=line.tall))
    if len(shown) < len(rows):
        at = max([line.bottom for line in shown], default=top)
        rect = QRectF(box.left() + PAD, at, box.width() - PAD - _RIGHT, CHIP - 2)
        laid.more.append((rect, day, len(rows) - len(shown)))


def _squeeze(lines: list[_Line], top: float) -> None:
    bottom = top
    for line in lines:
        line.height, line.told = CHIP, False
        if line.row.start.date() == line.row.last:
            line.top = bottom
        bottom = max(bottom, line.bottom)


def _let_grow(lines: list[_Line], left: float, width: float) -> None:
    """Give titles that are cut a second line while the day has room."""
    moved = 0.0
    for line in lines:
        if line.row.start.date() != line.row.last:
            continue
        line.top += moved
        if left >= SECOND and not fits_a_line(line.row, int(width)):
            line.height, line.tall = line.height + SECOND, True
            moved, left = moved + SECOND, left - SECOND


def _bars(pieces: list[tuple[QRectF, date, OccurrenceRow]]) -> list[Placed]:
    """Join the days of one meeting of a week that stand at one height into bars."""
    made: list[Placed] = []
    begin = 0
    for at in range(1, len(pieces) + 1):
        goes_on = (
            at < len(pieces)
            and pieces[at][0].top() == pieces[at - 1][0].top()
            and pieces[at][1] == pieces[at - 1][1] + timedelta(days=1)
        )
        if goes_on:
            continue
        (first, day, row), (last, until, _) = pieces[begin], pieces[at - 1]
        begins, ends = row.start.date() == day, row.last == until
        left = first.left() + (PAD if begins else 1)
        right = last.right() - (_RIGHT if ends else 0)
        made.append(Placed(QRectF(left, first.top(), right - left, first.height()), row, begins, ends))
        begin = at
    return made
