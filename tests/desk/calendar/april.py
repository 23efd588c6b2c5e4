"""Meetings of April 2019 that tests of the calendar make and find again."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from desk.calendar import meetings, occurrences
from desk.calendar.occurrences import OccurrenceRow
from desk.calendar.storage import Chair, Fields
from desk.dates.recurrence import read_rule
from desk.dates.series import When
from tests.making import Cast

HOUR = timedelta(hours=1)
APRIL = (date(2019, 4, 1), date(2019, 4, 30))
THUAN = Chair("Trần Đức Thuần", "Trưởng ban Tuyên giáo Tỉnh ủy")


def fields(title: str = "Giao ban tuần", **more: object) -> Fields:
    """Say what a meeting is: a briefing on the second floor unless told otherwise."""
    return Fields(title=title, **{"kind": "briefing", "place": "Phòng họp tầng 2", **more})  # type: ignore[arg-type]


def at(day: int, hour: int = 8, minutes: int = 0, length: timedelta = HOUR) -> When:
    """Return a time of April 2019."""
    start = datetime(2019, 4, day, hour, minutes)
    return When(start, start + length)


def make(cast: Cast, when: When, rule: str = "", told: Fields | None = None) -> int:
    """Have the secretary enter a meeting; return its number."""
    made = meetings.make(cast.secretary, told or fields(), when, read_rule(rule) if rule else None)
    (number,) = made.meetings
    return number


def held(first: date = APRIL[0], last: date = APRIL[1]) -> list[OccurrenceRow]:
    """Return what the calendar has of some days."""
    return list(occurrences.occurrences(first, last))


def starts() -> list[str]:
    """Return when April's meetings are held."""
    return [f"{row.start:%d %H:%M}" for row in held() if not row.ghost]


def find(day: int) -> OccurrenceRow:
    """Return the first meeting of a day of April."""
    return next(row for row in held() if row.start.day == day and not row.ghost)
