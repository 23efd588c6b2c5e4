"""One meeting of a schedule, read from its own words: its facts first, and what is left is its name."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from desk.announcements.bodies import is_place
from desk.announcements.changes import change_in
from desk.announcements.dates import DateHit, DayPart, NoticeDoubt, TimeHit
from desk.announcements.day_entries import Entry
from desk.announcements.entry_brackets import read_brackets
from desk.announcements.entry_facts import (
    date_with_words,
    part_beside_date,
    read_chair,
    read_hours,
    read_invited,
    read_labels,
    read_session,
)
from desk.announcements.entry_name import name_of
from desk.announcements.entry_reading import Reading
from desk.announcements.letters import Letters
from desk.announcements.meeting_found import Field, FieldSpan, MeetingFound

_MOVED_TO_PLACE = re.compile(r"(?:đổi|chuyển|dời)\s+(?:địa\s+điểm\s+)?sang\s+(?P<p>(?:p\.\s*)?[^.;,(\n]+)")
SAME_PLACE = "cùng địa điểm"
_SAME_PLACE = re.compile(r"\bcùng\s+(?:địa\s+điểm|nơi)\b")
_PAPER = re.compile(
    r"[ \t]*(?:theo[ \t]+)?(?:(?:giay|thu)[ \t]+(?:moi|trieu[ \t]+tap)|cong[ \t]+(?:van|dien)|van[ \t]+ban"
    r"|thong[ \t]+bao"
    r"|ke[ \t]+hoach|quyet[ \t]+dinh|cv|gm)\b(?=[^:\n]*(?:\d|\bcua\b))[^:;\n]{2,90}:[ \t]*(?!\d)"
)
_DAYS = re.compile(r"\((?:trong\s+)?(?:0?(?P<n>[2-9]|1\d))\s+ngày\)")


def read_entry(
    letters: Letters,
    entry: Entry,
    day: DateHit | None,
    *,
    placed: bool = False,
    peopled: bool = False,
    chaired: bool = False,
) -> MeetingFound:
    """Read one entry.

    `placed`: its place is told elsewhere; `peopled`: who comes to it is; `chaired`: a line of a person presides.
    """
    entry = replace(entry, start=past_paper(letters, entry.start, entry.stop))
    one = Reading(letters, entry.start, entry.stop, placed=placed, peopled=peopled, chaired=chaired)
    doubts = list(day.doubts) if day else [(NoticeDoubt.NO_DATE, "")]
    if day is not None:
        one.spans.append(FieldSpan(Field.DATE, day.start, day.stop))
        if entry.start <= day.start < entry.stop:
            one.taken.append(date_with_words(letters, entry, day))
    read_hours(one)
    moved = _MOVED_TO_PLACE.search(letters.low, entry.start, entry.stop)
    if moved is not None and not placed and is_place(moved["p"]):
        one.place = one.put(Field.PLACE, *moved.span("p"))
    part = read_session(one) or (part_beside_date(one) if one.taken else None) or entry.part
    part = None if part is entry.part and _contradicts(part, one.hours) else part
    head = read_labels(one)
    part = one.part or part
    head = read_brackets(one, *head)
    read_chair(one, *head)
    read_invited(one, *head)
    title = name_of(one, *head, entry.person)
    if not one.place and _SAME_PLACE.search(letters.low, entry.start, entry.stop):
        one.place = SAME_PLACE
    hours = one.hours
    if hours is None and part is None:
        doubts.append((NoticeDoubt.NO_TIME, ""))
    if hours is not None and hours.end is not None and hours.end <= hours.begin:
        doubts.append((NoticeDoubt.END_BEFORE_START, f"{hours.begin:%H:%M} – {hours.end:%H:%M}"))
    found = MeetingFound(
        title=title,
        date=day.day if day else None,
        last=(day.last or _days_on(letters, entry, day)) if day else None,
        start=hours.begin if hours and not one.ends else None,
        end=hours.begin if hours and one.ends else hours.end if hours else None,
        part=part,
        place=one.place,
        chairs=tuple(one.people),
        attendees="; ".join(filter(None, one.attendees)),
        unit=one.unit,
        doubts=tuple(doubts),
        spans=tuple(one.spans),
    )
    return change_in(letters, entry.start, entry.stop, found, day.day.year) if day and day.day else found


def past_paper(letters: Letters, start: int, stop: int) -> int:
    """Return where an entry's own words begin, after the paper that invites: "Giấy mời số 12 ngày 9/4: Họp …"."""
    paper = _PAPER.match(letters.bare, start, stop)
    return paper.end() if paper else start


def _days_on(letters: Letters, entry: Entry, day: DateHit) -> date | None:
    """Return the last day of "(02 ngày)"."""
    told = _DAYS.search(letters.low, entry.start, entry.stop)
    return day.day + timedelta(days=int(told["n"]) - 1) if told and day.day else None


def _contradicts(part: DayPart | None, hours: TimeHit | None) -> bool:
    """Say whether an hour cannot be in the session that stood above it."""
    if hours is None or part is None:
        return False
    return (part is DayPart.MORNING and hours.begin.hour >= 13) or (
        part is DayPart.AFTERNOON and hours.begin.hour < 11
    )
