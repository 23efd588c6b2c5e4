"""Where a week's meetings stand: whole days in lanes above, hours side by side where they overlap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta

from desk.calendar.occurrences import OccurrenceRow
from desk.dates.series import DayHalf
from ui.calendar.view_base import key_of

LEAST = timedelta(minutes=30)  # what a shorter meeting takes up
MOST_LANES = 6  # of whole days above the hours
Name = tuple[object, ...]


def in_band(row: OccurrenceRow) -> bool:
    """Say whether it stands above the hours: whole days, and what goes over midnight."""
    return row.part is DayHalf.DAY or row.start.date() != row.last


def lanes(rows: Iterable[OccurrenceRow]) -> dict[Name, int]:
    """Return the lane of each that stands above the hours; one lane holds what does not overlap."""
    taken: list[date] = []
    out: dict[Name, int] = {}
    for row in filter(in_band, rows):
        free = next((i for i, last in enumerate(taken) if last < row.start.date()), len(taken))
        taken[free : free + 1] = [row.last]
        out[*key_of(row), row.ghost] = free
    return out


def spilling(lane_of: Mapping[Name, int]) -> frozenset[Name]:
    """Return what has no lane of its own where there are more than MOST_LANES: the last one counts them."""
    if max(lane_of.values(), default=0) < MOST_LANES:
        return frozenset()
    return frozenset(name for name, lane in lane_of.items() if lane >= MOST_LANES - 1)


def clusters(rows: Iterable[OccurrenceRow], day: date) -> Iterator[list[OccurrenceRow]]:
    """Yield the meetings of a day in groups that overlap."""
    cluster: list[OccurrenceRow] = []
    until = datetime.min  # noqa: DTZ901  # wall time
    for row in rows:
        if row.start.date() != day or in_band(row):
            continue
        if cluster and row.start >= until:
            yield cluster
            cluster = []
        until = max(row.end, row.start + LEAST, until) if cluster else max(row.end, row.start + LEAST)
        cluster.append(row)
    if cluster:
        yield cluster


def columns(cluster: Sequence[OccurrenceRow]) -> tuple[list[int], int]:
    """Return each one's column within its group, and how many there are."""
    ends: list[datetime] = []
    out = []
    for row in cluster:
        at = next((i for i, end in enumerate(ends) if end <= row.start), len(ends))
        ends[at : at + 1] = [max(row.end, row.start + LEAST)]
        out.append(at)
    return out, max(1, len(ends))
