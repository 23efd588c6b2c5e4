"""What of a notice the calendar knows already: the meeting itself, or the one that the notice puts off or moves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from desk.announcements.dates import fold
from desk.announcements.meeting_found import ChangeKind, MeetingFound
from desk.announcements.to_meeting import when_of
from desk.calendar.meetings import StateWish
from desk.calendar.occurrences import OccurrenceRow, occurrences
from desk.dates.series import MeetingState

_AROUND = timedelta(days=31)  # where it is looked for when the notice does not say from when it is moved
_LIKE = 0.6  # of the words of two names, from which on one meeting is meant; less where the hour is the same
_LIKE_AT_ITS_HOUR = 0.4
_STATES = {
    ChangeKind.POSTPONED: MeetingState.POSTPONED,
    ChangeKind.CANCELLED: MeetingState.CANCELLED,
    ChangeKind.MOVED: MeetingState.MOVED,
}


def known(found: Sequence[MeetingFound]) -> tuple[OccurrenceRow | None, ...]:
    """Return for each meeting of a notice the one of the calendar that it is, or that it speaks of; None for none."""
    return tuple(_known(one) for one in found)


def wish_of(found: MeetingFound, reason: str) -> StateWish | None:
    """Return what a notice wants of a meeting in the calendar; None where it changes no state."""
    state = _STATES.get(found.change.kind) if found.change is not None else None
    if state is None:
        return None
    return StateWish(state, reason, when_of(found) if state is MeetingState.MOVED else None)


def _known(found: MeetingFound) -> OccurrenceRow | None:
    days = _days(found)
    if days is None:
        return None
    rows = [row for row in occurrences(*days) if not row.ghost]
    best = max(rows, key=lambda row: _likeness(found, row), default=None)
    if best is None:
        return None
    start = found.change.start if found.change is not None else found.start
    near = start is not None and best.start.time() == start
    return best if _likeness(found, best) >= (_LIKE_AT_ITS_HOUR if near else _LIKE) else None


def _days(found: MeetingFound) -> tuple[date, date] | None:
    change = found.change
    if change is None:
        return (found.date, found.date) if found.date else None
    if change.date is not None:
        return change.date, change.date
    return (found.date - _AROUND, found.date + _AROUND) if found.date else None


def _likeness(found: MeetingFound, row: OccurrenceRow) -> float:
    """Return the share of the shorter name's words that the other has too."""
    one, other = set(fold(found.title).split()), set(fold(row.title).split())
    return len(one & other) / max(1, min(len(one), len(other)))
