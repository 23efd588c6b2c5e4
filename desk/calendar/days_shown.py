"""What the calendar shows of some days at once: meetings, what the days are, when issues close."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from desk.calendar import holidays, occurrences
from desk.calendar.holidays import DayEntry, DayMark
from desk.calendar.occurrences import OccurrenceRow
from desk.database import connection
from desk.database.connection import rows
from desk.database.issue_tables import Issue


@dataclass(frozen=True, slots=True)
class DaysShown:
    """Days from `first` to `last`, both included; `closings` names the issues that close on a day."""

    first: date
    last: date
    rows: tuple[OccurrenceRow, ...]
    marks: Mapping[date, tuple[DayMark, ...]]
    closings: Mapping[date, tuple[str, ...]]
    now: datetime


def span(first: date, last: date, listed: tuple[DayEntry, ...] | None = None) -> DaysShown:
    """Return what the calendar shows of these days; `listed` are the office's days where they were read already."""
    with connection.reading():
        return DaysShown(
            first,
            last,
            occurrences.occurrences(first, last),
            holidays.marks(first, last, listed),
            _closings(first, last),
            occurrences.wall_now(),
        )


def warm(first: date, last: date) -> None:
    """Read days that may be wanted next, so that they come at once."""
    occurrences.occurrences(first, last)


def _closings(first: date, last: date) -> dict[date, tuple[str, ...]]:
    found: dict[date, tuple[str, ...]] = {}
    query = Issue.select(Issue.closing, Issue.number, Issue.year).where(
        Issue.closing.between(first.isoformat(), last.isoformat())
    )
    for closing, number, year in rows(query.order_by(Issue.closing, Issue.id)):
        day = date.fromisoformat(closing)
        found[day] = (*found.get(day, ()), f"{number}/{year}")
    return found
