"""What was found of a meeting in a text, each field with its place.

Nothing found is certain: what was guessed carries a doubt, and a person agrees before anything is stored.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import Enum
from typing import TypeAlias

from desk.announcements.dates import DayPart, NoticeDoubt, TimeHit

Day: TypeAlias = date  # the field of that name hides the type


class Field(Enum):
    """What of a meeting a stretch of the text says."""

    TITLE = "title"
    DATE = "date"
    START = "start"
    END = "end"
    PART = "part"
    PLACE = "place"
    CHAIR = "chair"
    ATTENDEES = "attendees"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class FieldSpan:
    """Where a field stands, in code points of `source(text)`."""

    field: Field
    start: int
    stop: int


class ChangeKind(Enum):
    """What a notice does to a meeting that was announced before."""

    POSTPONED = "postponed"  # no new time is named
    CANCELLED = "cancelled"
    MOVED = "moved"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Change:
    """What was announced before: the day and hour that the meeting had, None where the notice does not say."""

    kind: ChangeKind
    date: Day | None = None
    start: time | None = None


@dataclass(frozen=True, slots=True)
class MeetingFound:
    """A meeting that a text tells of; `last` is its last day when it has several."""

    title: str = ""
    date: Day | None = None
    last: Day | None = None
    start: time | None = None
    end: time | None = None
    part: DayPart | None = None
    place: str = ""
    chairs: tuple[tuple[str, str], ...] = ()
    attendees: str = ""
    unit: str = ""
    half_day: bool = False  # "½ ngày", "01 buổi": it ends with the morning or the afternoon
    change: Change | None = None
    doubts: tuple[tuple[NoticeDoubt, str], ...] = ()
    spans: tuple[FieldSpan, ...] = ()


def hour_spans(hours: TimeHit, base: int = 0) -> list[FieldSpan]:
    """Return where the hours stand; `base` is where the stretch begins that they were found in."""
    made = [FieldSpan(Field.START, hours.start + base, hours.stop + base)]
    if hours.end_at is not None:
        made.append(FieldSpan(Field.END, hours.end_at[0] + base, hours.end_at[1] + base))
    return made
