"""Reminders: what a person should be told now, each once, also what came due while the machine slept.

They are found by their state, not by a timer's tick: a reminder is due when its moment has passed and it was
not told yet. Coverage first says "sắp hết hạn", on the day before; then "quá hạn", once the day is over.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import Enum

from desk import clock
from desk.calendar import coverage, occurrences
from desk.calendar.answers import Answer
from desk.calendar.occurrences import OccurrenceRow
from desk.database import connection, engine
from desk.database.calendar_tables import Reminder
from desk.database.connection import rows
from desk.department import people
from desk.text.vietnamese import bare

_LATE = timedelta(hours=12)  # how long after its end a meeting is still worth a word
_FARTHEST = timedelta(days=29)  # the longest time ahead that a reminder may be set to
_MORNING = time(8, 0)


class RemindKind(Enum):
    """What is reminded of."""

    MEETING = "meeting"
    DUE_SOON = "due_soon"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class ReminderRow:
    """A reminder that is due; `at` is the moment it is of, wall time."""

    kind: RemindKind
    row: OccurrenceRow
    at: datetime

    @property
    def name(self) -> tuple[int, str, str, str]:
        """Return what makes it one and the same reminder."""
        return self.row.meeting_id, self.row.origin.isoformat(), self.kind.value, self.at.isoformat()


def due(who: int) -> tuple[ReminderRow, ...]:
    """Return what a person should be told now, earliest first; nothing that was told, or put off until later."""
    now = occurrences.wall_now()
    with connection.reading():
        told = {
            (meeting_id, origin, kind, at): again_at
            for meeting_id, origin, kind, at, again_at in rows(
                Reminder.select(
                    Reminder.meeting, Reminder.origin, Reminder.kind, Reminder.at, Reminder.again_at
                ).where(Reminder.person == who)
            )
        }
        wanted = [*_of_meetings(who, now), *_of_coverage(who, now)]
    found = []
    for one in wanted:
        again = told.get(one.name)
        if one.at <= now and (again is None or (again and datetime.fromisoformat(again) <= now)):
            found.append(one)
    return tuple(sorted(found, key=lambda one: (one.at, one.row.meeting_id)))


def told(who: int, reminder: ReminderRow, again: datetime | None = None) -> None:
    """Note that a person was told; `again` puts it off to a moment (wall time)."""
    meeting_id, origin, kind, at = reminder.name
    with connection.writing():
        engine.put(
            Reminder,
            person=who,
            meeting=meeting_id,
            origin=origin,
            kind=kind,
            at=at,
            told_at=clock.stamp(clock.now()),
            again_at=again.isoformat() if again else "",
        )


def _of_meetings(who: int, now: datetime) -> Iterator[ReminderRow]:
    me = people.person(who)
    covered = {(one.row.meeting_id, one.row.origin) for one in coverage.mine(who)}
    begin = (now - _LATE).date() - timedelta(days=1)
    for row in occurrences.occurrences(begin, (now + _FARTHEST).date()):
        if row.off or row.end + _LATE < now or not _concerns(row, who, me.name, covered):
            continue
        for minutes in row.remind:
            yield ReminderRow(RemindKind.MEETING, row, row.start - timedelta(minutes=minutes))


def _concerns(row: OccurrenceRow, who: int, name: str, covered: set[tuple[int, datetime]]) -> bool:
    """Say whether a person should be there: they entered it, cover it, preside or are named."""
    if row.made_by == who or (row.meeting_id, row.origin) in covered or name in row.covering:
        return True
    named = bare(" ".join([*(chair.name for chair in row.chairs), row.attendees, row.guests]))
    return " " in name and bare(name) in named


def _of_coverage(who: int, now: datetime) -> Iterator[ReminderRow]:
    for one in coverage.mine(who):
        day = one.coverage.due
        if day is None or one.coverage.answer is not Answer.ACCEPTED:
            continue
        overdue = datetime.combine(day + timedelta(days=1), _MORNING)
        if now >= overdue:
            yield ReminderRow(RemindKind.OVERDUE, one.row, overdue)
        else:  # once it is late, that it was going to be late says nothing more
            yield ReminderRow(
                RemindKind.DUE_SOON, one.row, datetime.combine(day - timedelta(days=1), _MORNING)
            )
