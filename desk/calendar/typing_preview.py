"""What a meeting that is being typed would mean: its next dates, days off among them, conflicts, a free slot."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from desk.calendar import holidays
from desk.calendar.conflicts import Conflict, WantedTime, conflicts, next_free
from desk.calendar.holidays import DayEntry, DayKind
from desk.database import connection
from desk.dates.recurrence import Recurrence
from desk.dates.series import OFF, Series, When, once, recurring
from desk.errors import BadRule, RuleFault

SHOWN = 12


@dataclass(frozen=True, slots=True)
class PlannedDate:
    """A date of it; `off` names what makes it a day off, `instead` is the next working day."""

    when: When
    off: str = ""
    instead: date | None = None


@dataclass(frozen=True, slots=True)
class Planned:
    """The first dates, what clashes with them, and when room and people are free next."""

    dates: tuple[PlannedDate, ...]
    conflicts: tuple[Conflict, ...] = ()
    free: When | None = None
    fault: RuleFault | None = None


def planned(
    when: When, rule: Recurrence | None, wanted: WantedTime, standing: Series | None = None
) -> Planned:
    """Say what a meeting would mean; nothing is stored.

    `standing` is the series as it stands, where neither its time nor its rule is changed: what was moved or called
    off in it stays so.
    """
    with connection.reading():
        try:
            series = standing or (recurring(when, rule) if rule is not None else once(when))
        except BadRule as bad:
            return Planned((), fault=bad.fault)
        slots = series.next(when.start, SHOWN)
        times = [slot.when for slot in slots if slot.change is None or slot.change.state not in OFF]
        if not slots:
            return Planned((), fault=RuleFault.NEVER)
        found = conflicts(times, wanted)
        free = next_free(times[0], wanted) if found else None
        return Planned(tuple(dated(one) for one in times), found, free)


def dated(when: When, listed: tuple[DayEntry, ...] | None = None) -> PlannedDate:
    """Return a date with what makes it a day off; nothing is moved by that.

    `listed` are the office's days where they were read already.
    """
    day = when.start.date()
    named = holidays.marks(day, day + timedelta(days=1), listed)
    off = [mark.title for mark in named.get(day, ()) if mark.kind is DayKind.OFF]
    if not holidays.is_off(day, named):
        return PlannedDate(when)
    return PlannedDate(when, off[0] if off else "", holidays.next_working_day(day, listed))
