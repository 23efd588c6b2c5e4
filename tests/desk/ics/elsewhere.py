"""A calendar file as the strictest of other programs read it: Outlook ([MS-OXCICAL] 2.1.3) and ical.js."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime, time, timedelta
from typing import Any

import icalendar
from dateutil.rrule import rrulestr

Seen = tuple[datetime, datetime, str]  # start, end (exclusive), title; whole days from midnight to midnight


def read_elsewhere(data: bytes, since: datetime, until: datetime) -> list[Seen]:
    """Return what such a program shows in [since, until), by start; it refuses what one of them would not open."""
    by_uid: defaultdict[str, list[Any]] = defaultdict(list)
    for event in icalendar.Calendar.from_ical(data).walk("VEVENT"):
        assert "RDATE" not in event  # ignored beside an RRULE, and without one the file is not opened
        assert "RRULE" in event or "EXDATE" not in event
        by_uid[str(event["UID"])].append(event)
    seen: list[Seen] = []
    for told in by_uid.values():
        (master,) = [one for one in told if "RECURRENCE-ID" not in one]
        others = {_wall(one["RECURRENCE-ID"].dt): one for one in told if one is not master}
        starts = _starts(master, until)
        assert others.keys() <= set(starts)
        assert _wall(master["DTSTART"].dt) in (*starts, *_gone(master))
        for start in starts:
            one = others.get(start, master)
            begins = start if one is master else _wall(one["DTSTART"].dt)
            seen.append((begins, begins + _length(one), str(one["SUMMARY"])))
    return sorted(one for one in seen if since <= one[0] < until)


def _starts(event: Any, until: datetime) -> list[datetime]:
    start = _wall(event["DTSTART"].dt)
    if "RRULE" not in event:
        return [start]
    rule = event["RRULE"].to_ical().decode()
    if "Z" in rule:  # UNTIL is in UTC beside a time with a zone
        head, _, bound = rule.partition("UNTIL=")
        moment = datetime.fromisoformat(bound[:15]) + timedelta(hours=7)
        rule = f"{head}UNTIL={moment:%Y%m%dT%H%M%S}{bound[16:]}"
    gone = _gone(event)
    return [one for one in rrulestr(rule, dtstart=start).between(start, until, inc=True) if one not in gone]


def _gone(event: Any) -> list[datetime]:
    told = event.get("EXDATE", [])
    return [_wall(one.dt) for dates in (told if isinstance(told, list) else [told]) for one in dates.dts]


def _length(event: Any) -> timedelta:
    start = _wall(event["DTSTART"].dt)
    length: timedelta = _wall(event["DTEND"].dt) - start if "DTEND" in event else timedelta()
    return length


def _wall(told: date) -> datetime:
    if isinstance(told, datetime):
        return told.replace(tzinfo=None)
    return datetime.combine(told, time())
