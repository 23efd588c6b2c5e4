"""What a calendar file gave: meetings, what was refused of it and why, what a person should look at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum, auto

from desk.calendar.storage import Fields
from desk.dates.series import MeetingState, Series
from desk.errors import RuleFault


class IcsFault(Enum):
    """Why an event of a calendar file cannot be a meeting."""

    CUT_OFF = auto()  # the file ends in the middle of it; without a UID: the file is not whole
    UNREADABLE = auto()  # a line that is none
    METHOD = auto()  # an answer to an invitation, no meeting
    NO_START = auto()
    BAD_TIME = auto()  # a time that no calendar has, or before 1900 or after 2200
    END_FIRST = auto()
    TOO_LONG = auto()  # of more than a month
    TITLE_TOO_LONG = auto()
    TWO_RULES = auto()  # two RRULEs, or an EXRULE: no rule of ours says both
    RULE_UNREADABLE = auto()
    RULE_TOO_FINE = auto()  # by the hour, minute or second
    RULE_TOO_MANY = auto()
    RULE_NEVER = auto()
    TOO_MANY_DATES = auto()  # more EXDATEs and RDATEs than a meeting has
    THIS_AND_FUTURE = auto()  # RANGE=THISANDFUTURE
    UID_TWICE = auto()  # a newer event of the same UID won; detail: what was different
    TOO_SLOW = auto()  # the rules of this file make too much work to check, this one was left out


RULE_FAULTS: Mapping[RuleFault, IcsFault] = {
    RuleFault.UNREADABLE: IcsFault.RULE_UNREADABLE,
    RuleFault.TOO_FINE: IcsFault.RULE_TOO_FINE,
    RuleFault.TOO_MANY: IcsFault.RULE_TOO_MANY,
    RuleFault.NEVER: IcsFault.RULE_NEVER,
}


class IcsDoubt(Enum):
    """What was read but should be looked at."""

    LETTERS = auto()  # not UTF-8: read as latin1, Vietnamese letters may be wrong
    NULS = auto()  # NUL bytes were left out
    ZONE_UNKNOWN = auto()  # a time zone that nobody knows: its times are taken as ours
    CUT_SHORT = auto()  # a text too long for its place was cut
    WRITTEN_OUT = auto()  # a rule in a zone with summer time: its dates of the next two years, and no more
    FUTURE_LEFT_OUT = auto()  # a THISANDFUTURE change of it was refused


@dataclass
class Unfit(Exception):
    """An event cannot be a meeting: the reason, and the words concerned."""

    fault: IcsFault
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Incoming:
    """A meeting as a file tells it; times are wall times of Asia/Ho_Chi_Minh, `stamp` is UTC.

    `told` names the fields (and "state", "part") that the file speaks of; the others hold defaults, and an update
    leaves them as they are. `only` marks the change of a single occurrence whose series is not in the file: its
    RECURRENCE-ID, at midnight when `only_day` says that the file names just the day.
    """

    uid: str
    sequence: int
    stamp: datetime | None
    fields: Fields
    series: Series
    state: MeetingState = MeetingState.PLANNED
    reason: str = ""
    moved_from: datetime | None = None
    told: frozenset[str] = frozenset()
    ours: bool = False  # written by this program, nothing of it was lost on the way
    cancels: bool = False  # METHOD:CANCEL: nothing of it counts but that it is called off
    only: datetime | None = None
    only_day: bool = False
    doubts: frozenset[IcsDoubt] = frozenset()


@dataclass(frozen=True, slots=True)
class Refused:
    """An event that was not read, and why; `detail` is the part of the file concerned."""

    uid: str
    title: str
    fault: IcsFault
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Calendar:
    """What was read of a file; `ignored` counts components that are no meetings (VTODO …)."""

    name: str = ""
    incoming: tuple[Incoming, ...] = ()
    refused: tuple[Refused, ...] = ()
    ignored: Mapping[str, int] = field(default_factory=dict)
    doubts: frozenset[IcsDoubt] = frozenset()
