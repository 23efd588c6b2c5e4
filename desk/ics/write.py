"""The calendar as a file for other programs (iCalendar, RFC 5545), which this one reads back without a loss.

The same meetings make the same bytes. What iCalendar has no words for stands in X-BBT properties and, for people,
at the end of DESCRIPTION; a lunar rule becomes the dates of its next ten years.
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


class _Writing:
    """One meeting being written: its series, then its changed occurrences."""

    def __init__(self, meeting: Outgoing, kinds: Mapping[str, str], today: date | None) -> None:
        self._meeting = meeting
        self._kinds = kinds
        self._series = meeting.series
        self._days = _by_days(meeting.series)
        last = max(meeting.stamp.date(), today or date.min, meeting.series.when.start.date())
        self._horizon = datetime(last.year + LUNAR_YEARS + 1, 1, 1)  # noqa: DTZ001  # wall time

    def lines(self) -> Iterator[str]:
        """Yield the unfolded lines."""
        one, series = self._meeting, self._series
        yield from self._event(series.when, one.fields, one.state, one.reason, one.moved_from, self._rule())
        if series.rule is None:
            return
        for change in series.changes:
            if not change.gone and self._is_told_apart(change):
                yield from self._changed(change)

    def _changed(self, change: SeriesChange) -> Iterator[str]:
        one = self._meeting
        when = change.when or self._series.when.at(change.origin)
        state = change.state or one.state
        says = sorted(
            [*change.fields, *(["when"] if change.when else []), *(["state"] if change.state else [])]
        )
        more = [self._dated("RECURRENCE-ID", [change.origin])]
        if says:
            more.append(f"{properties.SAYS}:{' '.join(says)}")
        fields = replace(one.fields, **change.fields)
        yield from self._event(when, fields, state, change.reason, change.moved_from, more)

    def _is_told_apart(self, change: SeriesChange) -> bool:
        """Say whether an occurrence needs an event of its own; an RDATE says no more than when."""
        if change.extra:
            return change != SeriesChange(change.origin, self._series.when.at(change.origin), extra=True)
        return change.says_something or change.moved_from is not None

    # -- dates -------------------------------------------------------------------------------------------

    def _rule(self) -> list[str]:
        series = self._series
        if series.rule is None:
            return []
        opens = series.when.start.time() if self._days else None
        lines = []
        said = properties.spoken(series.rule, opens)
        if said:
            lines.append(f"RRULE:{said}")
        read_back = properties.by_days(series.rule) if self._days else series.rule
        if not said or read_back != series.rule:
            lines.append(f"{properties.RULE}:{properties.escaped(str(series.rule))}")
        extra = {one.origin for one in series.changes if one.extra}
        if series.rule.lunar:
            first = series.when.start
            extra |= set(recurrence.starts(series.rule, first, series.ends, first, self._horizon)) - {first}
        gone = [one.origin for one in series.changes if one.gone]
        lines += [self._dated("RDATE", sorted(extra))] if extra else []
        lines += [self._dated("EXDATE", gone)] if gone else []
        return lines

    def _dated(self, name: str, moments: Iterable[datetime]) -> str:
        """Return a property of dates, of the same kind as the series' DTSTART."""
        if self._days:
            return f"{name};VALUE=DATE:" + ",".join(f"{one:{properties.DAY}}" for one in moments)
        return f"{name};TZID={properties.ZONE}:" + ",".join(f"{one:{properties.STAMP}}" for one in moments)

    # -- one event ---------------------------------------------------------------------------------------

    def _event(
        self,
        when: When,
        fields: Fields,
        state: MeetingState,
        reason: str,
        moved_from: datetime | None,
        more: Iterable[str],
    ) -> Iterator[str]:
        one = self._meeting
        stamp = f"{one.stamp.astimezone(UTC):{properties.STAMP}}Z"
        yield "BEGIN:VEVENT"
        yield f"UID:{properties.escaped(one.uid)}"
        yield f"DTSTAMP:{stamp}"
        yield f"LAST-MODIFIED:{stamp}"
        yield f"SEQUENCE:{one.sequence}"
        days = properties.is_days(when) and (self._days or when is not self._series.when)
        yield from _times(when, days=days)
        yield from more
        yield f"SUMMARY:{properties.escaped(fields.title)}"
        tail = properties.legible(fields, state, reason, moved_from)
        kind = self._kinds.get(fields.kind, "")
        for name, told in (
            ("LOCATION", fields.place),
            ("DESCRIPTION", properties.description(fields.notes, tail)),
            ("CATEGORIES", kind),
            (properties.CHAIRS, _chairs(fields)),
            (properties.ATTENDEES, fields.attendees),
            (properties.GUESTS, fields.guests),
            (properties.UNIT, fields.unit),
            (properties.REASON, reason),
        ):
            if told:
                yield f"{name}:{properties.escaped(told)}"
        yield f"STATUS:{properties.STATUSES[state]}"
        yield f"{properties.KIND}:{properties.escaped(fields.kind)}"
        yield f"{properties.STATE}:{state.value}"
        yield f"{properties.NEWS}:{int(fields.news)}"
        if moved_from is not None:
            yield f"{properties.MOVED_FROM}:{moved_from:{properties.STAMP}}"
        for minutes in fields.remind:
            yield from _alarm(minutes, when, fields.title, days=days)
        yield "END:VEVENT"


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
