"""What the calendar shows of some days at once: meetings, what the days are, when issues close."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from desk import daymarks, diary, store
from desk.daymarks import Mark
from desk.diary import OccurrenceRow
from desk.tables import Issue, rows


@dataclass(frozen=True, slots=True)
class Span:
    """Days from `first` to `last`, both included; `closings` names the issues that close on a day."""

    first: date
    last: date
    rows: tuple[OccurrenceRow, ...]
    marks: Mapping[date, tuple[Mark, ...]]
    closings: Mapping[date, tuple[str, ...]]
    now: datetime


def span(first: date, last: date) -> Span:
    """Return what the calendar shows of these days."""
    with store.reading():
        return Span(
            first,
            last,
            diary.occurrences(first, last),
            daymarks.marks(first, last),
            _closings(first, last),
            diary.wall_now(),
        )


def warm(first: date, last: date) -> None:
    """Read days that may be wanted next, so that they come at once."""
    diary.occurrences(first, last)


def _closings(first: date, last: date) -> dict[date, tuple[str, ...]]:
    found: dict[date, tuple[str, ...]] = {}
    query = Issue.select(Issue.closing, Issue.number, Issue.year).where(
        Issue.closing.between(first.isoformat(), last.isoformat())
    )
    for closing, number, year in rows(query.order_by(Issue.closing, Issue.id)):
        day = date.fromisoformat(closing)
        found[day] = (*found.get(day, ()), f"{number}/{year}")
    return found
