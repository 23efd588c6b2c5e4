"""The calendar as a file for other programs (iCalendar, RFC 5545), which this one reads back without a loss.

The same meetings make the same bytes. What iCalendar has no words for stands in X-BBT properties and, for people,
at the end of DESCRIPTION. A date that no RRULE gives – of a lunar year, or added to a series by hand – is an event
of its own: Outlook refuses an RDATE without an RRULE and drops one beside it ([MS-OXCICAL] 2.1.3.1.1.20.18), ical.js
drops the first date. A lunar rule is written out for its next ten years.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from desk.calendar.storage import Fields
from desk.dates import recurrence
from desk.dates.series import DayHalf, MeetingState, Series, SeriesChange, When, part_of_day
from desk.ics import properties

PRODUCT = "-//Ban bien tap//Lich hop//VI"
LUNAR_YEARS = 10  # that a lunar rule is written out for
_ONE_DAY = "FREQ=DAILY;COUNT=1"
_LINE = 75  # octets of a line, RFC 5545 §3.1
_ZONE = (
    "BEGIN:VTIMEZONE",
    f"TZID:{properties.ZONE}",
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0700",
    "TZOFFSETTO:+0700",
    "TZNAME:+07",
    "END:STANDARD",
    "END:VTIMEZONE",
)


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A meeting as it is written; `stamp` is the moment of its last change, UTC to the second."""

    uid: str
    sequence: int
    stamp: datetime
    fields: Fields
    series: Series
    state: MeetingState = MeetingState.PLANNED
    reason: str = ""
    moved_from: datetime | None = None


def calendar_bytes(
    meetings: Sequence[Outgoing], name: str, kinds: Mapping[str, str] | None = None, today: date | None = None
) -> bytes:
    """Write meetings as an iCalendar file, in their order.

    `name` is what other programs call the calendar, `kinds` the words for kinds of meetings, which become
    CATEGORIES. Lunar rules are written out for ten years from `today` (without it, from the meeting's last change).
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODUCT}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{properties.escaped(name)}",
        f"X-WR-TIMEZONE:{properties.ZONE}",
        *_ZONE,
    ]
    for one in meetings:
        lines += _Writing(one, kinds or {}, today).lines()
    lines.append("END:VCALENDAR")
    return b"".join(folded(line) for line in lines)


def folded(line: str) -> bytes:
    """Return a line with its end, folded after at most 75 octets and never within a letter."""
    data = line.encode("utf-8")
    if len(data) <= _LINE:
        return data + b"\r\n"
    pieces = []
    begin, room = 0, _LINE
    while begin < len(data):
        end = min(begin + room, len(data))
        while end < len(data) and data[end] & 0xC0 == 0x80:
            end -= 1
        # Some programs undo escapes before folds: a backslash stays with what it escapes.
        if end < len(data) and data[end - 1 : end] == b"\\":
            end -= 1
        pieces.append(data[begin:end])
        begin, room = end, _LINE - 1
    return b"\r\n ".join(pieces) + b"\r\n"


@dataclass(frozen=True, slots=True)
class _Said:
    """What one event says, and under which UID."""

    uid: str
    when: When
    fields: Fields
    state: MeetingState
    reason: str
    moved_from: datetime | None


class _Writing:
    """One meeting being written: its series, then its changed occurrences."""

    def __init__(self, meeting: Outgoing, kinds: Mapping[str, str], today: date | None) -> None:
        self._meeting = meeting
        self._kinds = kinds
        self._series = meeting.series
        self._days = _by_days(meeting.series)
        self._lunar = meeting.series.rule is not None and meeting.series.rule.lunar
        last = max(meeting.stamp.date(), today or date.min, meeting.series.when.start.date())
        self._horizon = datetime(last.year + LUNAR_YEARS + 1, 1, 1)  # noqa: DTZ001  # wall time

    def lines(self) -> Iterator[str]:
        """Yield the unfolded lines."""
        one, series = self._meeting, self._series
        apart = self._apart()
        begins = min(apart, default=series.when.start) if self._lunar else series.when.start
        # Its first date bears the UID; where that was changed too, a series of one holds both what the series
        # says and what the date says.
        changed = self._lunar and begins in series.by_origin
        when = series.when.at(begins)
        said = _Said(one.uid, when, one.fields, one.state, one.reason, one.moved_from)
        rule = [*self._rule(begins), *([f"RRULE:{_ONE_DAY}"] if changed else [])]
        yield from self._event(said, rule, days=self._days)
        alone = frozenset(apart)
        for change in series.changes:
            there = change.origin not in alone and series.slot(change.origin) is not None
            if there and _is_told(change):
                yield from self._changed(change, one.uid, [self._dated("RECURRENCE-ID", [change.origin])])
        for origin in apart:
            change = series.by_origin.get(origin) or SeriesChange(origin)
            if origin != begins or not self._lunar:
                uid = properties.occurrence_uid(one.uid, origin)
                yield from self._changed(change, uid, [f"{properties.OF}:{properties.escaped(one.uid)}"])
            elif changed:
                yield from self._changed(change, one.uid, [self._dated("RECURRENCE-ID", [origin])])

    def _apart(self) -> list[datetime]:
        """Return the occurrences that RRULE does not say."""
        series, changes = self._series, self._series.by_origin
        found = {one.origin for one in series.changes if one.extra and not one.gone}
        if series.rule is not None and self._lunar:
            first = series.when.start
            told = [one.origin + timedelta(seconds=1) for one in series.changes]
            far = max([self._horizon, *told])
            found |= set(recurrence.starts(series.rule, first, series.ends, first, far))
        return sorted(one for one in found if one not in changes or not changes[one].gone)

    def _changed(self, change: SeriesChange, uid: str, more: list[str]) -> Iterator[str]:
        one = self._meeting
        when = change.when or self._series.when.at(change.origin)
        state = change.state or one.state
        says = sorted(
            [*change.fields, *(["when"] if change.when else []), *(["state"] if change.state else [])]
        )
        if says:
            more = [*more, f"{properties.SAYS}:{' '.join(says)}"]
        fields = replace(one.fields, **change.fields)
        said = _Said(uid, when, fields, state, change.reason, change.moved_from)
        yield from self._event(said, more, days=properties.is_days(when))

    # -- dates -------------------------------------------------------------------------------------------

    def _rule(self, begins: datetime) -> list[str]:
        """Return the rule and what was dropped of it; `begins` is the DTSTART."""
        series = self._series
        if series.rule is None:
            return []
        lines = []
        said = properties.spoken(series.rule, series.when.start.time() if self._days else None)
        if said:
            lines.append(f"RRULE:{said}")
        read_back = properties.by_days(series.rule) if self._days else series.rule
        if not said or read_back != series.rule:
            lines.append(f"{properties.RULE}:{properties.escaped(str(series.rule))}")
        gone = [one.origin for one in series.changes if one.gone]
        if self._lunar:
            lines.append(f"{properties.FIRST}:{series.when.start:{properties.STAMP}}")
        if gone and self._lunar:
            lines.append(f"{properties.GONE}:" + ",".join(f"{one:{properties.STAMP}}" for one in gone))
        elif gone:
            lines.append(self._dated("EXDATE", gone))
        return lines

    def _dated(self, name: str, moments: Iterable[datetime]) -> str:
        """Return a property of dates, of the same kind as the series' DTSTART."""
        if self._days:
            return f"{name};VALUE=DATE:" + ",".join(f"{one:{properties.DAY}}" for one in moments)
        return f"{name};TZID={properties.ZONE}:" + ",".join(f"{one:{properties.STAMP}}" for one in moments)

    # -- one event ---------------------------------------------------------------------------------------

    def _event(self, said: _Said, more: Iterable[str], *, days: bool) -> Iterator[str]:
        one, fields = self._meeting, said.fields
        stamp = f"{one.stamp.astimezone(UTC):{properties.STAMP}}Z"
        yield "BEGIN:VEVENT"
        yield f"UID:{properties.escaped(said.uid)}"
        yield f"DTSTAMP:{stamp}"
        yield f"LAST-MODIFIED:{stamp}"
        yield f"SEQUENCE:{one.sequence}"
        yield from _times(said.when, days=days)
        yield from more
        yield f"SUMMARY:{properties.escaped(fields.title)}"
        tail = properties.legible(fields, said.state, said.reason, said.moved_from)
        kind = self._kinds.get(fields.kind, "")
        for name, told in (
            ("LOCATION", fields.place),
            ("DESCRIPTION", properties.description(fields.notes, tail)),
            ("CATEGORIES", kind),
            (properties.CHAIRS, _chairs(fields)),
            (properties.ATTENDEES, fields.attendees),
            (properties.GUESTS, fields.guests),
            (properties.UNIT, fields.unit),
            (properties.REASON, said.reason),
        ):
            if told:
                yield f"{name}:{properties.escaped(told)}"
        yield f"STATUS:{properties.STATUSES[said.state]}"
        yield f"{properties.KIND}:{properties.escaped(fields.kind)}"
        yield f"{properties.STATE}:{said.state.value}"
        yield f"{properties.NEWS}:{int(fields.news)}"
        if said.moved_from is not None:
            yield f"{properties.MOVED_FROM}:{said.moved_from:{properties.STAMP}}"
        for minutes in fields.remind:
            yield from _alarm(minutes, said.when, fields.title, days=days)
        yield "END:VEVENT"


def _is_told(change: SeriesChange) -> bool:
    """Say whether an occurrence of the rule needs an event of its own."""
    return change.says_something or change.moved_from is not None


def _by_days(series: Series) -> bool:
    """Say whether DTSTART can be a date: then RECURRENCE-ID and the others must be dates too."""
    opens = series.when.start.time()
    same = series.rule is None or all(one.origin.time() == opens for one in series.changes)
    return properties.is_days(series.when) and same


def _times(when: When, *, days: bool) -> Iterator[str]:
    if days:
        yield f"DTSTART;VALUE=DATE:{when.start:{properties.DAY}}"
        yield f"DTEND;VALUE=DATE:{when.end + timedelta(days=1):{properties.DAY}}"
        return
    start, end = f"{when.start:{properties.STAMP}}", f"{when.end:{properties.STAMP}}"
    yield f"DTSTART;TZID={properties.ZONE}:{start}"
    if when.end > when.start:  # RFC 5545 §3.8.2.2 wants a later end; without one it ends as it starts
        yield f"DTEND;TZID={properties.ZONE}:{end}"
    if when.part is not DayHalf.HOURS:
        usual = when == part_of_day(when.start.date(), when.part, when.end.date())
        yield f"{properties.PART}:{when.part.value}" + ("" if usual else f" {start} {end}")


def _chairs(fields: Fields) -> str:
    told = [[one.name, one.title] for one in fields.chairs]
    return json.dumps(told, ensure_ascii=False) if told else ""


def _alarm(minutes: int, when: When, title: str, *, days: bool) -> Iterator[str]:
    """Yield a reminder; a whole day begins at midnight elsewhere, on our wall when the office opens."""
    ahead = timedelta(minutes=minutes)
    if days:
        ahead -= when.start - datetime.combine(when.start.date(), time())
    told = int(ahead.total_seconds() // 60)
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"DESCRIPTION:{properties.escaped(title)}"
    yield f"TRIGGER:{'-' if told > 0 else ''}PT{abs(told)}M"
    yield "END:VALARM"
