"""Conflicts of rooms and people, and when they are free next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum

from desk.calendar import holidays
from desk.calendar.occurrences import OccurrenceRow, occurrences
from desk.calendar.places import place_key
from desk.dates import office_hours
from desk.dates.series import When
from desk.text.vietnamese import bare

_AHEAD = 30  # days searched for a free slot
_STEP = timedelta(minutes=30)
_WORK = (office_hours.MORNING, office_hours.AFTERNOON)


class Clash(Enum):
    """What two meetings want at once."""

    PLACE = "place"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Another occurrence that wants the same; `what` is the place or the person's name."""

    clash: Clash
    what: str
    other: OccurrenceRow


@dataclass(frozen=True, slots=True)
class WantedTime:
    """Whom and what a meeting needs; `but` is the meeting itself when it is edited."""

    place: str = ""
    people: tuple[str, ...] = ()
    words: str = ""  # thành phần and cùng dự, where others' chairs may be named
    but: int = 0


def conflicts(times: Sequence[When], wanted: WantedTime, most: int = 12) -> tuple[Conflict, ...]:
    """Return what clashes with any of these times, the first ones."""
    if not times:
        return ()
    first, last = min(when.start for when in times).date(), max(when.last for when in times)
    found: list[Conflict] = []
    for other in _others(first, last, wanted):
        if any(_overlap(when, other) for when in times):
            found += _clashes(wanted, other)
            if len(found) >= most:
                break
    return tuple(found[:most])


def next_free(when: When, wanted: WantedTime) -> When | None:
    """Return the same length at the next time when room and people are free, on a working day, in office hours.

    A meeting of several days, or longer than a half-day, keeps its hour and looks for a day.
    """
    first = when.start.date()
    last = first + timedelta(days=_AHEAD)
    others = [one for one in _others(first, last + when.length, wanted) if _clashes(wanted, one)]
    marks = holidays.marks(first, last)
    for start in _starts(when, first, last):
        tried = when.at(start)
        if holidays.is_off(start.date(), marks) or start <= when.start:
            continue
        if not any(_overlap(tried, one) for one in others):
            return tried
    return None


def _starts(when: When, first: date, last: date) -> Iterable[datetime]:
    day = first
    halves = [(begin, end) for begin, end in _WORK if when.length <= _between(begin, end)]
    whole_days = when.last > first or not halves
    while day <= last:
        if whole_days:
            yield datetime.combine(day, when.start.time())
        for begin, end in () if whole_days else halves:
            start = datetime.combine(day, begin)
            while start + when.length <= datetime.combine(day, end):
                yield start
                start += _STEP
        day += timedelta(days=1)


def _between(begin: time, end: time) -> timedelta:
    return timedelta(hours=end.hour - begin.hour, minutes=end.minute - begin.minute)


def _others(first: date, last: date, wanted: WantedTime) -> list[OccurrenceRow]:
    found = occurrences(first, last)
    return [row for row in found if not row.off and row.meeting_id != wanted.but]


def _overlap(when: When, other: OccurrenceRow) -> bool:
    return when.start < max(other.end, other.start + timedelta(minutes=1)) and other.start < max(
        when.end, when.start + timedelta(minutes=1)
    )


def _clashes(wanted: WantedTime, other: OccurrenceRow) -> list[Conflict]:
    found = []
    room = place_key(wanted.place)
    if room and room == place_key(other.place):
        found.append(Conflict(Clash.PLACE, other.place, other))
    theirs = {_key(chair.name): chair.name for chair in other.chairs} | {_key(n): n for n in other.covering}
    named = _key(f"{other.attendees} {other.guests}")
    ours = _key(wanted.words)
    there = [name for name in wanted.people if name and (_key(name) in theirs or _names(named, name))]
    there += [name for name in theirs.values() if name not in there and _names(ours, name)]
    found += [Conflict(Clash.PERSON, name, other) for name in dict.fromkeys(there)]
    return found


def _names(words: str, name: str) -> bool:
    """Say whether a list names a person; one word alone names nobody."""
    return " " in name.strip() and f" {_key(name)} " in f" {words} "


def _key(words: str) -> str:
    return " ".join("".join(letter if letter.isalnum() else " " for letter in bare(words)).split())
