"""Which backups stay, and when the next one is due: rules on dates alone, no disk."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Generic, TypeVar

from desk import clock

NEWEST, DAYS, WEEKS = 12, 10, 9  # and of every month the last one, for ever
UNSOUND = 3  # of what was faulty when it was made, and pushes nothing out
EVERY = timedelta(minutes=30)
TRY_EVERY = timedelta(days=30)
LATE = timedelta(days=7)  # so long the second place may fail before it is said
T = TypeVar("T", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Dated(Generic[T]):
    """Something that was made at a moment; `good` when it can be relied on."""

    what: T
    made: datetime
    good: bool = True


def kept(backups: Iterable[Dated[T]]) -> frozenset[T]:
    """Return which of them stay: the newest, the last of each of the last days, weeks, and of every month.

    Days and weeks in which none was made do not count: after a holiday nothing is lost.
    """
    newest_first = sorted(backups, key=lambda one: one.made, reverse=True)
    good = [one for one in newest_first if one.good]
    days: dict[Hashable, T] = {}
    weeks: dict[Hashable, T] = {}
    months: dict[Hashable, T] = {}
    for one in good:
        day = clock.local(one.made).date()
        days.setdefault(day, one.what)
        weeks.setdefault(day.isocalendar()[:2], one.what)
        months.setdefault((day.year, day.month), one.what)
    unsound = [one for one in newest_first if not one.good]
    return frozenset(
        (
            *(one.what for one in good[:NEWEST]),
            *list(days.values())[:DAYS],
            *list(weeks.values())[:WEEKS],
            *months.values(),
            *(one.what for one in unsound[:UNSOUND]),
        )
    )


def due(now: datetime, last: datetime | None, *, changed: bool) -> bool:
    """Say whether a backup is due: something changed, the last is half an hour old, or the clock was set back."""
    return changed and (last is None or now - last >= EVERY or last > now)


def trial_due(now: datetime, last: datetime | None) -> bool:
    """Say whether it is time to try a restore again."""
    return last is None or now - last >= TRY_EVERY or last > now


def late(now: datetime, since: datetime | None) -> bool:
    """Say whether the second place has had nothing for too long; `since` it last had, or it was chosen."""
    return since is not None and now - since > LATE


def stale(now: datetime, last: datetime | None, *, changed: bool) -> bool:
    """Say whether what was done for more than a day of use lies in no backup."""
    return changed and last is not None and now - last > timedelta(days=1)
