"""What the calendar's page is answered by one question: the days in view, and the meeting that is chosen there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from desk.calendar import holidays
from desk.calendar.days_shown import DaysShown, span
from desk.calendar.meeting_details import MeetingDetails, details
from desk.calendar.occurrences import OccurrenceRow
from desk.database import connection

Key = tuple[int, datetime]  # a meeting's number and the origin of one of its occurrences


@dataclass(frozen=True, slots=True)
class CalendarOpened:
    """Days, and everything of the chosen occurrence; None where it is not held on one of them."""

    days: DaysShown
    details: MeetingDetails | None


def opened(who: int, first: date, last: date, chosen: Key | None) -> CalendarOpened:
    """Return what is shown of these days, both included."""
    with connection.reading():
        listed = holidays.entries()
        days = span(first, last, listed)
        row = next((row for row in days.rows if is_named(row, chosen)), None)
        return CalendarOpened(days, details(who, row, listed) if row is not None else None)


def is_named(row: OccurrenceRow, key: Key | None) -> bool:
    """Say whether a key is that of an occurrence; one held once keeps its key wherever it is moved."""
    if key is None or row.ghost or row.meeting_id != key[0]:
        return False
    return not row.recurring or row.origin == key[1]
