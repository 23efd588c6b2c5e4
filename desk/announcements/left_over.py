"""The guard against silent loss: an hour or day that no meeting of a text took is named beside the nearest one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, time

from desk.announcements.dates import NoticeDoubt, dates, times
from desk.announcements.letters import Letters
from desk.announcements.meeting_found import Field, MeetingFound

# What stands before an hour or a day that is no meeting's: a deadline, a cited paper, an anniversary, a number.
_NAMED_BEFORE = re.compile(
    r"\b(?:truoc|sau|han(?:\s+chot)?|cham\s+nhat|muon\s+nhat|den\s+het|het|ke\s+tu|xuat\s+phat|di\s+tu"
    r"|han\s+(?:chot|gui|nop|dang\s+ky)[^.;\n]{0,24}:|co\s+mat|dang\s+ky|gui|nop|in\s+luc"
    r"|cap\s+nhat(?:\s+(?:luc|lan\s+cuoi))?"
    r"|thanh\s+lap|truyen\s+thong|ky\s+niem|ngay\s+le|sinh\s+ngay|ban\s+hanh|phat\s+hanh|dien\s+thoai"
    r"|dt|tel|hotline|so\s+[\w/.-]*\d[\w/.-]*|\w+-\w+/\w+|[\w/]*-[a-z/]+)"
    r"[\s,:;(]*(?:luc|hoi|ngay|vao|ngay\s+le)?[\s,:(]*(?:\w+\s+){0,2}$"
)
_CITED = re.compile(
    r"\b(?:so\s*:?\s*[\w/.-]*\d|(?:giay|thu)\s+moi|cong\s+van|quyet\s+dinh|ke\s+hoach|nghi\s+quyet|chi\s+thi"
    r"|thong\s+bao\s+so|giay\s+moi\s+so|huong\s+dan|quy\s+dinh|thong\s+tri|luat|nghi\s+dinh|thong\s+tu"
    r"|can\s+cu|to\s+trinh|phap\s+lenh)[^.;\n]{0,60}$"
)
_PAPER = re.compile(r"(?m)^[^\n]{0,90}?,?\s*ngay\s+\d{1,2}\s+(?:thang|/)[^\n]{0,24}$")
# Days that halls, squares, unions and feasts are named after.
_FEASTS = re.compile(
    r"0?3\s*/\s*0?2|27\s*/\s*0?2|0?8\s*/\s*0?3|26\s*/\s*0?3|30\s*/\s*0?4|0?1\s*/\s*0?5|0?7\s*/\s*0?5"
    r"|19\s*/\s*0?5|0?1\s*/\s*0?6"
    r"|21\s*/\s*0?6|28\s*/\s*0?6|27\s*/\s*0?7|19\s*/\s*0?8|0?2\s*/\s*0?9|1[03]\s*/\s*10|20\s*/\s*1[01]"
    r"|22\s*/\s*12|0?9\s*/\s*0?1"
)
_MOST = 3  # of them beside one meeting


def with_left_over(letters: Letters, found: Sequence[MeetingFound], today: date) -> list[MeetingFound]:
    """Return the meetings, each with a doubt for every hour and day that stands after it and belongs to none."""
    if not found:
        return []
    made = list(found)
    first = min(_begin(one) for one in made)
    for place, words in _loose(letters, made, today, first):
        at = max(
            (at for at, one in enumerate(made) if _begin(one) <= place),
            key=lambda at: _begin(made[at]),
            default=0,
        )
        told = [detail for doubt, detail in made[at].doubts if doubt is NoticeDoubt.LEFT_OVER]
        if words not in told and len(told) < _MOST:
            made[at] = replace(made[at], doubts=(*made[at].doubts, (NoticeDoubt.LEFT_OVER, words)))
    return made


def _begin(one: MeetingFound) -> int:
    own = [span.start for span in one.spans if span.field in (Field.TITLE, Field.START, Field.PLACE)]
    return min(own or [span.start for span in one.spans], default=0)


def _loose(
    letters: Letters, found: Sequence[MeetingFound], today: date, first: int
) -> Iterator[tuple[int, str]]:
    """Yield where an hour or a day stands that no meeting has, with its words; the head is not looked at."""
    hours: set[time | None] = set()
    days: set[date | None] = set()
    names = [
        (span.start, span.stop)
        for one in found
        for span in one.spans
        if span.field in (Field.TITLE, Field.PLACE)
    ]
    for one in found:
        hours |= {one.start, one.end}
        days |= {one.date, one.last}
        if one.change is not None:
            hours.add(one.change.start)
            days.add(one.change.date)
    bare = letters.bare
    spoken = [
        (span.start, span.stop)
        for one in found
        for span in one.spans
        if span.field in (Field.START, Field.END)
    ]
    papers = [match.span() for match in _PAPER.finditer(bare)]
    for hit in times(bare):
        if (
            not any(a < hit.stop and hit.start < b for a, b in spoken)
            and not {hit.begin, hit.end} <= _hours_beside(found, hit.start) | {None}
            and not _is_named(bare, hit.start)
        ):
            yield hit.start, letters.words(hit.start, hit.end_at[1] if hit.end_at else hit.stop)
    without_year = {(day.month, day.day) for day in days if day}
    for day in dates(bare, _year(days, today), known=False):
        guessed = any(doubt is NoticeDoubt.YEAR_GUESSED for doubt, _ in day.doubts)
        if guessed and day.day and (day.day.month, day.day.day) in without_year:
            continue
        if _FEASTS.fullmatch(bare[day.start : day.stop]) and any(a <= day.start < b for a, b in names):
            continue
        inside = any(start <= day.start < stop for start, stop in papers)
        between = day.day is not None and any(
            one.date and one.last and one.date <= day.day <= one.last for one in found
        )
        if (
            day.start >= first
            and day.day not in days
            and not inside
            and not between
            and not _is_named(bare, day.start)
        ):
            yield day.start, letters.words(day.start, day.stop)


def _hours_beside(found: Sequence[MeetingFound], at: int) -> set[time | None]:
    """Return the hours of the meetings told beside a place: before it, after it, and what they change."""
    before = max((one for one in found if _begin(one) <= at), key=_begin, default=None)
    after = min((one for one in found if _begin(one) > at), key=_begin, default=None)
    told: set[time | None] = set()
    for one in (before, after):
        if one is not None:
            told |= {one.start, one.end, one.change.start if one.change else None}
    return told


def _year(days: set[date | None], today: date) -> int:
    return next((day.year for day in days if day), today.year)


def _is_named(bare: str, at: int) -> bool:
    before = bare[max(0, at - 70) : at]
    around = bare[max(0, at - 20) : at + 30]
    lunar = re.search(r"\((?:nham|tuc|am\s+lich)[^)]*$|mung\s+$|\bal\b", before[-24:]) or re.search(
        r"^[^)\n]{0,24}(?:am\s+lich|\bal\b)", bare[at : at + 30]
    )
    years = re.search(r"\d{4}\s*[-–]\s*\d{1,2}/\d{1,2}/\d{4}|\(\d{1,2}/\d{1,2}/(?:1[89]|20)\d\d", around)
    return bool(_NAMED_BEFORE.search(before[-34:]) or _CITED.search(before) or lunar or years)
