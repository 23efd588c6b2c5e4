"""Meetings of a notice that later sentences tell of, with an hour and a day of their own."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from desk.announcements.dates import DateHit, NoticeDoubt, dates, fold, part_of, times_in
from desk.announcements.day_entries import HOUR, Entry
from desk.announcements.day_marks import WEEKDAY, weekday
from desk.announcements.entry import read_entry
from desk.announcements.events import EVENT
from desk.announcements.letters import Letters
from desk.announcements.meeting_found import Field, MeetingFound
from desk.announcements.several import ITEM, shared_day

_SENTENCE = re.compile(r"(?:[^.\n]|\.(?=\S)|(?<=\bp)\.|(?<=\btp)\.)+")
_NO_MEETING = re.compile(
    r"\b(?:(?<!hom )truoc|han|cham\s+nhat|gui|dang\s+ky|nop|thu\s+duong\s+truyen|thay\s+(?:vi|cho)|kiem\s+tra\s+duong"
    r"|xac\s+nhan|lien\s+he|nhan\s+tai\s+lieu|theo\s+giay\s+moi|da\s+(?:co|ban\s+hanh)|(?<!nhu )da\s+moi|du\s+kien"
    r"|ke\s+hoach\s+so)\b"
)
_WEEKDAY = re.compile(WEEKDAY.format(n="0"))
# What a sentence says before its meeting's name, and how far from its beginning that may stand.
_LEADS = tuple(
    (re.compile(pattern), most)
    for pattern, most in (
        (
            r"^(?:ngoai\s+ra|dong\s+thoi|ben\s+canh\s+do|cung\s+trong|sau\s+do|tiep\s+theo|nhan\s+day"
            r"|rieng)\b[\s,:]*",
            1,
        ),
        (r"^.*?\bcung\s+ngay\b[\s,]*", 1),
        (r"^(?:sang|chieu|toi)\s+(?:(?:thu\s+\w+|chu\s+nhat)\s*)?(?:nay|toi|mai)?\s*", 1),
        (
            r"(?:\b(?:moi|de\s+nghi)\s+)?\b(?:ba\s+con|moi\s+nguoi|ca\s+(?:nha|lop|to|phong)"
            r"|cac\s+(?:ho|ban|anh\s+chi|dong\s+chi|em|chau)|toan\s+the\s+\w+(?:\s+\w+)?)"
            r"\s+(?:se\s+|cung\s+|den\s+|ra\s+)?(?:tham\s+gia|tham\s+du|du)\s+",
            12,
        ),
        (r"\b(?:se\s+)?(?:to\s+chuc|tien\s+hanh|bo\s+tri|(?<!khong )co)\s+", 60),
    )
)
_LATER_THAT_DAY = re.compile(rf"\s*(?:buoi\s+)?(?:sang|trua|chieu|toi)\s+(?:luc\s+)?{HOUR}")


def further(letters: Letters, first: MeetingFound, year: int, *, dated: bool = False) -> list[MeetingFound]:
    """Return the meetings of later sentences with an hour and a day of their own, or "cùng ngày".

    `dated`: only those whose day is written out, as after a list, whose lines are its own.
    """
    if first.date is None:
        return []
    taken = [span.start for span in first.spans if span.field in (Field.START, Field.DATE, Field.TITLE)]
    after = max((span.stop for span in first.spans if span.field in (Field.START, Field.DATE)), default=0)
    made: list[MeetingFound] = []
    for match in _SENTENCE.finditer(letters.bare, after):
        start, stop = match.span()
        words = match[0]
        if any(start <= at < stop for at in taken) or not times_in(words) or _NO_MEETING.search(words):
            continue
        if dated and (ITEM.match(letters.bare, start, stop) or not any(dates(words, year, known=True))):
            continue
        day = _own_day(letters, start, stop, first, year)
        if day is None or (EVENT.search(words) is None and "cung ngay" not in words):
            continue
        said = part_of(words.strip()[:14], letters.low[start:stop].strip()[:14])
        one = _sentence(letters, Entry(start, stop, said[0] if said else None), day)
        if len(one.title.split()) >= 2:
            shared = "cùng địa điểm" in letters.low[start:stop] or (
                not one.place and stop <= _place_at(first)
            )
            place = (
                first.place
                if shared
                else re.sub(r"\s*(?:vẫn\s+)?(?:giữ nguyên|tổ chức|họp)(?:\s+như.*)?$", "", one.place)
            )
            made.append(replace(one, place=place))
    return made


def _place_at(one: MeetingFound) -> int:
    return next((span.start for span in one.spans if span.field is Field.PLACE), 0)


def without_theirs(first: MeetingFound, later: list[MeetingFound]) -> MeetingFound:
    """Return the first meeting without the chair that a later one's own sentence names."""
    theirs = {span for one in later for span in one.spans if span.field is Field.CHAIR}
    mine = [span for span in first.spans if span.field is Field.CHAIR]
    if mine and any(
        span.start <= mine[0].start < span.stop or mine[0].start <= span.start < mine[0].stop
        for span in theirs
    ):
        return replace(
            first, chairs=(), spans=tuple(span for span in first.spans if span.field is not Field.CHAIR)
        )
    return first


def _own_day(letters: Letters, start: int, stop: int, first: MeetingFound, year: int) -> DateHit | None:
    words = letters.bare[start:stop]
    days = [hit for hit in dates(words, year, known=True) if hit.day]
    if days:
        return replace(days[0], start=days[0].start + start, stop=days[0].stop + start)
    if "cung ngay" in words:
        return shared_day(first, letters)
    if _LATER_THAT_DAY.match(words):
        shared = shared_day(first, letters)
        return shared and replace(shared, doubts=((NoticeDoubt.DATE_GUESSED, f"{first.date:%d/%m/%Y}"),))
    match = _WEEKDAY.search(words)
    number = weekday(match, "0") if match else None
    if match is None or number is None or first.date is None:
        return None
    day = first.date + timedelta(days=(number - first.date.weekday()) % 7)
    return DateHit(
        start + match.start(),
        start + match.end(),
        day,
        doubts=((NoticeDoubt.DATE_GUESSED, f"{day:%d/%m/%Y}"),),
    )


def _sentence(letters: Letters, entry: Entry, day: DateHit) -> MeetingFound:
    """Read a sentence's meeting: its name stands before its hour, or after the words that announce it."""
    one = read_entry(letters, entry, day)
    title = one.title
    for lead, most in _LEADS:
        match = lead.search(fold(title))
        if match is not None and match.start() < most:
            title = title[match.end() :].strip(" ,.")
    hour = re.search(
        rf"\s+(?:(?:se\s+)?(?:bat\s+dau|dien\s+ra)\s+)?(?:luc|hoi|vao)\s+{HOUR}",
        letters.bare[entry.start : entry.stop],
    )
    if hour is not None and EVENT.match(letters.bare[entry.start : entry.stop].strip()):
        lead_length = len(letters.bare[entry.start : entry.stop]) - len(
            letters.bare[entry.start : entry.stop].lstrip()
        )
        title = letters.words(entry.start + lead_length, entry.start + hour.start())
    title = re.sub(r"\s*\b(?:vẫn\s+)?giữ nguyên$|,?\s*cùng địa điểm.*$|\s+sẽ bắt đầu.*$", "", title)
    return replace(one, title=re.sub(r"^(?:Cuộc|cuộc|Buổi|buổi)\s+(?=họp|làm)", "", title))
