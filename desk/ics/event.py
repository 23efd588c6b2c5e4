"""One VEVENT, its lines understood: when, what, by which rule; not yet a meeting, for overrides have no series."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from typing import Any

from desk.calendar.meetings import LONGEST, MeetingKind
from desk.calendar.storage import NAMES, Fields, clean_fields
from desk.dates.series import DayHalf, MeetingState, When, part_of_day
from desk.errors import NotNow
from desk.ics import properties
from desk.ics.lines import IcsBlock, Line, parts, text
from desk.ics.people import LONGEST_NAME, asked, stored_chairs
from desk.ics.reminders import reminders
from desk.ics.result import IcsDoubt, IcsFault, Unfit
from desk.ics.time_zones import Moment, Zones, beside, duration

MOST_DATES = 2_000  # EXDATEs and RDATEs of one event
_LONGEST = LONGEST_NAME  # characters of a line of a meeting
_LONGEST_NOTES = 20_000
_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)
_KINDS = frozenset(kind.value for kind in MeetingKind)
_OUR_WALL = {"TZID": properties.ZONE}
_ALL_DAY = ("X-MICROSOFT-CDO-ALLDAYEVENT", "X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT")
# A line of these that cannot be read refuses its event; without another it is still the same meeting.
_WEIGHTY = frozenset(("DTSTART", "DTEND", "DURATION", "RRULE", "EXRULE", "RDATE", "EXDATE", "RECURRENCE-ID"))
_PERIOD = re.compile(r"(\d{8}T\d{6}Z?)/(.+)", re.IGNORECASE)


@dataclass(slots=True)
class Event:
    """An event as its lines tell it; `fields` holds only what they speak of."""

    uid: str = ""
    sequence: int = 0
    stamp: datetime | None = None
    start: Moment | None = None
    when: When | None = None
    origin: Moment | None = None  # RECURRENCE-ID
    future: bool = False
    days: bool = False
    rules: list[str] = field(default_factory=list)
    exrule: str = ""
    own_rule: str = ""
    first: datetime | None = None  # where a series without an RRULE begins
    apart: bool = False  # an occurrence that is an event of its own: no RRULE gives it
    gone: list[Moment] = field(default_factory=list)
    extra: list[tuple[Moment, timedelta | None]] = field(default_factory=list)
    fields: dict[str, Any] = field(default_factory=dict)
    state: MeetingState | None = None
    reason: str = ""
    moved_from: datetime | None = None
    says: frozenset[str] = frozenset()
    ours: bool = False
    cancels: bool = False
    part_told: bool = False
    doubts: set[IcsDoubt] = field(default_factory=set)

    @property
    def title(self) -> str:
        """Return what it is called in a report."""
        return str(self.fields.get("title", ""))[:200]

    @property
    def rank(self) -> tuple[int, datetime]:
        """Return what says which of two events of one UID is the newer."""
        return self.sequence, self.stamp or datetime.min.replace(tzinfo=UTC)


class EventReader:
    """What reading one block needs: its lines by name."""

    def __init__(self, block: IcsBlock, zones: Zones, kinds: Mapping[str, str]) -> None:
        self.event = Event(cancels=block.head.method == "CANCEL")
        if block.cut_short:
            self.event.doubts.add(IcsDoubt.CUT_SHORT)
        self._zones = zones
        self._kinds = kinds
        self._block = block
        self._lines: dict[str, list[Line]] = {}

    def read(self) -> None:
        """Fill the event; Unfit says why it cannot be, with what was read until then standing in it."""
        event = self.event
        for line in self._block.lines:
            written = text(line, event.doubts)
            try:
                name, params, value = parts(written)
            except Unfit:
                if re.split("[^A-Z-]", written.upper(), maxsplit=1)[0] in _WEIGHTY:
                    raise
                continue
            if name in _WEIGHTY and not value.strip():
                continue  # "RRULE:" says as much as no RRULE
            self._lines.setdefault(name, []).append((params, value))
        event.uid = self._text("UID")[:500]
        self._read_version()
        self._read_words()
        self._read_times()
        self._read_state()
        self._read_notes()
        event.uid = event.uid or _made_up(event)
        self._read_recurrence()

    # -- lines -------------------------------------------------------------------------------------------

    def _first(self, name: str) -> Line | None:
        found = self._lines.get(name)
        return found[0] if found else None

    def _text(self, name: str) -> str:
        found = self._first(name)
        return properties.unescaped(found[1]).strip() if found else ""

    def _moment(self, line: Line) -> Moment:
        return self._zones.moment(line[1], line[0])

    # -- words -------------------------------------------------------------------------------------------

    def _read_words(self) -> None:
        event, told = self.event, self.event.fields
        event.ours = properties.KIND in self._lines
        for name, field_name in (("SUMMARY", "title"), ("LOCATION", "place"), ("DESCRIPTION", "notes")):
            if name in self._lines or event.ours:
                told[field_name] = self._text(name)
        if event.ours:
            self._read_ours()
        else:
            told |= asked(self._lines)
            self._read_kind()
        if "notes" in told and len(told["notes"]) > _LONGEST_NOTES:
            told["notes"] = told["notes"][:_LONGEST_NOTES]
            event.doubts.add(IcsDoubt.CUT_SHORT)
        for name in ("place", "attendees", "guests", "unit"):
            if len(" ".join(told.get(name, "").split())) > _LONGEST:
                told[name] = " ".join(told[name].split())[: _LONGEST - 1] + "…"
                event.doubts.add(IcsDoubt.CUT_SHORT)
        if not told.get("title", "").strip():
            told.pop("title", None)  # an update leaves the name as it is
        try:
            event.fields = clean_fields(told)
        except NotNow as error:
            raise Unfit(IcsFault.TITLE_TOO_LONG, told.get("title", "")[:80]) from error

    def _read_ours(self) -> None:
        told = self.event.fields
        kind = self._text(properties.KIND)
        told["kind"] = kind if kind in _KINDS else MeetingKind.OTHER.value
        told["chairs"] = stored_chairs(self._text(properties.CHAIRS))
        told["attendees"] = self._text(properties.ATTENDEES)
        told["guests"] = self._text(properties.GUESTS)
        told["unit"] = self._text(properties.UNIT)
        told["news"] = self._text(properties.NEWS) != "0"
        told["remind"] = ()
        self.event.says = frozenset(self._text(properties.SAYS).split())

    def _read_kind(self) -> None:
        for _, value in self._lines.get("CATEGORIES", []):
            for one in re.split(r"(?<!\\),", value):
                kind = self._kinds.get(properties.unescaped(one).strip().casefold())
                if kind in _KINDS:
                    self.event.fields["kind"] = kind
                    return

    def _read_notes(self) -> None:
        """Take our own legible lines off the description, and read the reminders."""
        event, told = self.event, self.event.fields
        if event.ours:
            given = {name: value for name, value in told.items() if name != "notes"}
            fields = Fields(**{"title": "", **given})
            tail = properties.legible(
                fields, event.state or MeetingState.PLANNED, event.reason, event.moved_from
            )
            told["notes"] = properties.notes_of(told.get("notes", ""), tail).strip()
        if event.when is not None and (self._block.alarms or event.ours):
            told["remind"] = reminders(
                self._block.alarms, event.when, self._moment, event.doubts, days=event.days
            )

    # -- version and state -------------------------------------------------------------------------------

    def _read_version(self) -> None:
        event = self.event
        number = self._text("SEQUENCE")
        event.sequence = min(int(number), 2**31) if re.fullmatch(r"\d{1,12}", number) else 0
        for name in ("LAST-MODIFIED", "DTSTAMP"):
            found = self._first(name)
            if found is not None and event.stamp is None:
                try:
                    event.stamp = properties.utc(self._moment(found).wall).replace(tzinfo=UTC)
                except Unfit:
                    continue

    def _read_state(self) -> None:
        event = self.event
        status = self._text("STATUS").upper()
        event.state = MeetingState.CANCELLED if event.cancels else properties.STATES.get(status)
        if not event.cancels:
            own = self._text(properties.STATE)
            named = next((one for one in MeetingState if one.value == own), None)
            if named is not None and properties.STATUSES[named] == status:
                event.state = named
        event.reason = self._text(properties.REASON)[:_LONGEST]
        if not event.ours and event.state is MeetingState.CANCELLED:
            event.reason = " ".join(self._text("COMMENT").split())[:_LONGEST]
        moved = self._first(properties.MOVED_FROM)
        event.moved_from = self._moment(moved).wall if moved else None

    # -- times -------------------------------------------------------------------------------------------

    def _read_times(self) -> None:
        event = self.event
        found = self._first("RECURRENCE-ID")
        if found is not None:
            event.origin = self._moment(found)
            event.future = found[0].get("RANGE", "").upper() == "THISANDFUTURE"
        begin = self._first("DTSTART")
        if begin is None:
            if event.cancels:
                return
            raise Unfit(IcsFault.NO_START)
        event.start = start = self._moment(begin)
        end = self._end(start)
        if end.wall < start.wall:
            raise Unfit(IcsFault.END_FIRST, f"{start.wall.isoformat()} > {end.wall.isoformat()}")
        if end.wall - start.wall > LONGEST + _DAY:
            raise Unfit(IcsFault.TOO_LONG, f"{start.wall.isoformat()} – {end.wall.isoformat()}")
        event.days = start.day or self._is_all_day(start, end)
        if event.days:
            last = max(start.date, (end.midnight - _DAY).date())
            event.when = part_of_day(start.date, DayHalf.DAY, last)
        else:
            event.when = When(start.wall, end.wall, self._part(start.wall, end.wall))
        if event.when.length > LONGEST:
            raise Unfit(IcsFault.TOO_LONG, f"{start.wall.isoformat()} – {end.wall.isoformat()}")

    def _end(self, start: Moment) -> Moment:
        found = self._first("DTEND")
        if found is not None:
            end = beside(self._moment(found), start)
            if start.day and not end.day:  # a date until an hour: until that day's end
                night = datetime.combine(end.wall.date(), time()) + _DAY
                return Moment(night, night, day=True)
            return end
        given = self._first("DURATION")
        # Others leave the end out where an hour is meant; ours have none only where they end as they begin.
        usual = timedelta() if properties.KIND in self._lines else _HOUR
        length = duration(given[1]) if given is not None else (_DAY if start.day else usual)
        if start.day and length > timedelta():
            length = max(_DAY, timedelta(days=length.days))
        try:
            return Moment(start.wall + length, start.local + length, start.zone, day=start.day)
        except OverflowError as error:
            raise Unfit(IcsFault.TOO_LONG) from error

    def _is_all_day(self, start: Moment, end: Moment) -> bool:
        flagged = any(self._text(name).upper() == "TRUE" for name in _ALL_DAY)
        return flagged and start.midnight.time() == end.midnight.time() == time() and end.wall > start.wall

    def _part(self, start: datetime, end: datetime) -> DayHalf:
        """Return the half-day that the file names, if its hours still are those it names it for."""
        name, *hours = self._text(properties.PART).split() or [""]
        part = next((one for one in DayHalf if one.value == name), DayHalf.HOURS)
        if part is DayHalf.HOURS:
            return part
        self.event.part_told = True
        same = hours == [f"{start:{properties.STAMP}}", f"{end:{properties.STAMP}}"]
        usual = not hours and part_of_day(start.date(), part, end.date()) == When(start, end, part)
        return part if same or usual else DayHalf.HOURS

    # -- recurrence --------------------------------------------------------------------------------------

    def _read_recurrence(self) -> None:
        event = self.event
        event.rules = [value.strip() for _, value in self._lines.get("RRULE", [])]
        event.exrule = (self._first("EXRULE") or ({}, ""))[1]
        event.own_rule = self._text(properties.RULE)
        if properties.FIRST in self._lines:
            event.first = self._moment(self._lines[properties.FIRST][0]).wall
        for _, values in self._lines.get(properties.GONE, []):
            event.gone += [self._zones.moment(value, _OUR_WALL) for value in values.split(",")]
        self._read_series()
        dates = [(name, line) for name in ("EXDATE", "RDATE") for line in self._lines.get(name, [])]
        if sum(line[1].count(",") + 1 for _, line in dates) > MOST_DATES:
            raise Unfit(IcsFault.TOO_MANY_DATES, str(MOST_DATES))
        for name, (params, values) in dates:
            for value in filter(None, map(str.strip, values.split(","))):
                if name == "EXDATE":
                    event.gone.append(self._zones.moment(value, params))
                else:
                    event.extra.append(self._date(value, params))

    def _read_series(self) -> None:
        """Recognize an occurrence that is an event of its own; programs that know no X-BBT keep its UID."""
        event = self.event
        named = properties.occurrence_of(event.uid)
        if named is None or event.origin is not None or event.rules or event.own_rule:
            return
        if not event.ours or self._text(properties.OF) == named[0]:
            event.uid = named[0]
            event.origin = Moment(named[1], named[1])
            event.apart = True

    def _date(self, value: str, params: dict[str, str]) -> tuple[Moment, timedelta | None]:
        """Read an RDATE; one that is a period tells its own length."""
        period = _PERIOD.fullmatch(value)
        if period is None:
            return self._zones.moment(value, params), None
        begin = self._zones.moment(period[1], params)
        if period[2][:1] in "Pp+-":
            length = duration(period[2])
        else:
            length = self._zones.moment(period[2], params).wall - begin.wall
        if not timedelta() <= length <= LONGEST:
            raise Unfit(IcsFault.BAD_TIME, value[:80])
        return begin, length


def merged_fields(told: Mapping[str, Any], under: Fields | None = None) -> Fields:
    """Return whole fields from those told; the rest as `under` has them, or empty for a new meeting, but its name."""
    if under is not None:
        return Fields(**{**{name: getattr(under, name) for name in NAMES}, **told})
    return Fields(**{"title": properties.UNTITLED, "remind": (), **told})


def _made_up(event: Event) -> str:
    """Return the UID of an event without one: the same at every import of it."""
    start = event.when.start.isoformat() if event.when else ""
    digest = hashlib.sha256(f"{start}\n{event.fields.get('title', '')}".encode())
    return f"{digest.hexdigest()[:32]}@ban-bien-tap"
