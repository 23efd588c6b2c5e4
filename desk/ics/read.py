"""A calendar file (iCalendar, RFC 5545) becomes meetings: what is sound is read, the rest refused with its reason.

Times become naive times on the wall of Asia/Ho_Chi_Minh; nothing is expanded, a rule stays a rule.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from contextlib import suppress

from desk.ics.event import Event, EventReader
from desk.ics.lines import MOST_BYTES, MOST_EVENTS, IcsBlock, IcsFile, take_apart
from desk.ics.properties import unescaped
from desk.ics.result import Calendar, IcsDoubt, IcsFault, Incoming, Refused, Unfit
from desk.ics.rules import Patience
from desk.ics.series import by_word, differences, incoming, single
from desk.ics.time_zones import Zones

__all__ = [
    "MOST_BYTES",
    "MOST_EVENTS",
    "Calendar",
    "IcsDoubt",
    "IcsFault",
    "Incoming",
    "Refused",
    "read_calendar",
]
_METHODS = frozenset({"", "PUBLISH", "REQUEST", "ADD", "CANCEL"})  # the others answer an invitation


def read_calendar(data: bytes, name: str = "", kinds: Mapping[str, str] | None = None) -> Calendar:
    """Read a calendar file of at most MOST_BYTES and MOST_EVENTS events.

    `name` is the file's, for what is refused; `kinds` the words of CATEGORIES by kind of meeting. BadIntake for a
    file that is none (EMPTY, NOT_TEXT, NO_CALENDAR, BARE_EVENT, OLD_CALENDAR) or too much (CALENDAR_TOO_HEAVY);
    events are refused one by one.
    """
    found = take_apart(data, name)
    zones = Zones(found.zones)
    refused: list[Refused] = []
    events = _events(found, zones, by_word(kinds or {}), refused)
    meetings, more = _joined(events, zones)
    refused += more
    if not found.whole and not found.cut:
        refused.append(Refused("", "", IcsFault.CUT_OFF))
    doubts = found.doubts | zones.doubts
    for one in meetings:
        doubts |= one.doubts
    return Calendar(
        unescaped(found.name).strip(), tuple(meetings), tuple(refused), dict(found.ignored), frozenset(doubts)
    )


def _events(found: IcsFile, zones: Zones, kinds: Mapping[str, str], refused: list[Refused]) -> list[Event]:
    """Read every event that can be; a doubt about a zone is put on the events that name it."""
    events: list[Event] = []
    for block in found.blocks:
        try:
            events.append(_event(block, zones, kinds))
        except _Refusal as error:
            refused.append(error.refused)
    refused.extend(_cut(block, zones) for block in found.cut)
    return events


class _Refusal(Exception):
    def __init__(self, refused: Refused) -> None:
        super().__init__(refused)
        self.refused = refused


def _event(block: IcsBlock, zones: Zones, kinds: Mapping[str, str]) -> Event:
    reading = EventReader(block, zones, kinds)
    known, zones.doubts = zones.doubts, set()
    try:
        if block.head.method not in _METHODS:
            raise Unfit(IcsFault.METHOD, block.head.method[:40])
        reading.read()
    except Unfit as error:
        event = reading.event
        raise _Refusal(Refused(event.uid, event.title, error.fault, error.detail)) from error
    finally:
        reading.event.doubts |= zones.doubts
        zones.doubts |= known
    return reading.event


def _cut(block: IcsBlock, zones: Zones) -> Refused:
    """Say what is known of an event that the file breaks off in."""
    reading = EventReader(block, zones, {})
    with suppress(Unfit):
        reading.read()
    return Refused(reading.event.uid, reading.event.title, IcsFault.CUT_OFF)


def _joined(events: Iterable[Event], zones: Zones) -> tuple[list[Incoming], list[Refused]]:
    """Put events of one UID together: a series and its changed occurrences, the newest where there are two."""
    by_uid: defaultdict[str, list[Event]] = defaultdict(list)
    for one in events:
        by_uid[one.uid].append(one)
    meetings: list[Incoming] = []
    refused: list[Refused] = []
    patience = Patience()
    for uid, told in by_uid.items():
        masters = sorted((one for one in told if one.origin is None), key=lambda one: one.rank)
        overrides = [one for one in told if one.origin is not None]
        for older in masters[:-1]:
            different = differences(masters[-1], older)
            if different:
                refused.append(Refused(uid, older.title, IcsFault.UID_TWICE, different))
        if masters:
            try:
                made, more = incoming(masters[-1], overrides, zones, patience)
                meetings.append(made)
                refused += more
            except Unfit as error:
                refused.append(Refused(uid, masters[-1].title, error.fault, error.detail))
            continue
        for one in overrides:
            try:
                meetings.append(single(one))
            except Unfit as error:
                refused.append(Refused(uid, one.title, error.fault, error.detail))
    return meetings, refused
