"""A notice that moves several meetings, each to a day of its own."""

from __future__ import annotations

import re
from dataclasses import replace

from desk.announcements.dates import NoticeDoubt, dates, part_of, times
from desk.announcements.events import EVENT
from desk.announcements.letters import Letters
from desk.announcements.meeting_found import Change, ChangeKind, Field, FieldSpan, MeetingFound, hour_spans

_MOVE = re.compile(
    r"\b(?:chuyen|doi|lui|hoan)\s+(?:lich\s+|thoi\s+gian\s+|ngay\s+|gio\s+)?(?:to\s+chuc\s+)?(?:cuoc\s+|buoi\s+)?"
    rf"(?P<t>{EVENT.pattern}[^.;\n]{{0,110}}?)\s+(?:tu\s+[^.;\n]{{3,60}}?\s+)?(?:sang|den|toi|vao)\s+"
    r"(?P<to>(?:luc|hoi|ngay|sang|chieu|toi|thu|\d)(?:[^.;\n]|\.(?=\d))*)"
)
_PUT = re.compile(  # "Liên hoan … được dời sang ngày 24/9", "Hội nghị … chuyển từ 8h00 ngày 12/9 sang 8h00 ngày 26/9"
    rf"(?:(?<=[.,:;\n] )|(?<=\n)|(?<=- ))(?P<t>{EVENT.pattern}[^.;\n]{{0,110}}?),?\s+(?:(?:se|duoc|xin|phai|nay)\s+)*"
    r"(?:chuyen|doi|lui|hoan|day)\s+(?:lai\s+|lich\s+|ngay\s+)?(?:(?:len|xuong)\s+(?:som"
    r"|muon)?\s*(?:hon)?,?\s*)?(?:tu\s+(?P<from>[^.;\n]{3,60}?)\s+)?"
    r"(?:sang|den|toi|vao|len|xuong)\s+"
    r"(?P<to>(?:luc|hoi|ngay|sang|chieu|toi|thu|\d)(?:[^.;\n]|\.(?=\d))*)"
)
_PLACE = re.compile(
    r"\b(?:dia\s+diem|noi\s+to\s+chuc)\s*(?::|(?:duoc\s+)?(?:chuyen|doi)\s+(?:ve|sang|den|toi)\b"
    r"|khong\s+(?:thay\s+)?doi\b|(?:van\s+)?giu\s+nguyen\b|van\s+(?:la|tai|o)\b|tai\b"
    r"|la\b)[\s,(:]*(?:tai\s+)?(?P<p>[^.;\n()]+)"
    r"|\btai\s+(?P<q>[^.;,\n()]+)"
)
_PLANNED = re.compile(
    r"\b(?:vao|luc|hoi|du\s+kien|du\s+dinh|to\s+chuc|dien\s+ra|trong)\s+(?=(?:ngay\s+|luc\s+|sang\s+|chieu\s+)?\d)"
)
_SENTENCE_END = re.compile(r"\.(?=\s)|\n|;\s*(?=[^.;\n]{0,60}?\b(?:chuyen|doi|lui|hoan|day)\s)")
_DU = re.compile(r"\s+(?:dự\s+kiến|dự\s+định|theo\s+kế\s+hoạch|tổ\s+chức)\b.*")  # "… dự kiến ngày 14/4/2026"
_SEVERAL = 2


def moves(letters: Letters, first: MeetingFound, year: int) -> list[MeetingFound]:
    """Return the meetings of a text that moves several, each to a day of its own; none where it moves one."""
    found: list[MeetingFound] = []
    whole = len(letters.text)
    put = list(_PUT.finditer(letters.bare))
    active = [one for one in _MOVE.finditer(letters.bare) if not any(_meet(one, other) for other in put)]
    for match in sorted((*put, *active), key=re.Match.start):
        begin, stop = match.span("to")
        days = [hit for hit in dates(letters.bare[begin:stop], year, known=True) if hit.day]
        hours = list(times(letters.bare[begin:stop]))
        title = _DU.sub("", letters.words(*match.span("t"))).strip(" ,")
        if first.title.casefold().startswith(title.casefold()):
            title = first.title
        if not days or not title or any(one.title == title for one in found):
            continue
        day, hour = days[0], (hours[0] if hours else None)
        said = part_of(letters.bare[begin:stop], letters.low[begin:stop])
        doubts: list[tuple[NoticeDoubt, str]] = [(NoticeDoubt.MOVED, "")]
        if hour is None and said is None:
            doubts.append((NoticeDoubt.NO_TIME, ""))
        spans = [
            FieldSpan(Field.TITLE, *match.span("t")),
            FieldSpan(Field.DATE, begin + day.start, begin + day.stop),
            *(hour_spans(hour, begin) if hour else ()),
        ]
        one = MeetingFound(
            title=title,
            date=day.day,
            last=day.last,
            start=hour.begin if hour else None,
            end=hour.end if hour else None,
            part=said[0] if said and day.last is None else None,
            change=_before(match, letters, 0 if found else match.start(), year),
            doubts=tuple(doubts),
            spans=tuple(spans),
        )
        end = _SENTENCE_END.search(letters.bare, stop)
        found.append(_placed(letters, one, begin, end.start() if end else len(letters.bare)))
        whole = match.start()
    if len(found) < _SEVERAL:
        return []
    at = next((at for at, one in enumerate(found) if one.date == first.date), None)
    if at is not None and first.change is not None:  # the one that the notice is about
        found[at] = replace(found[at], change=first.change)
    mine = [span for span in first.spans if span.field is Field.PLACE and span.start > whole]
    if mine and not found[-1].place:  # the place stands after the last of them
        found[-1] = replace(found[-1], place=first.place, spans=(*found[-1].spans, *mine))
    return found


def _meet(one: re.Match[str], other: re.Match[str]) -> bool:
    return one.start() < other.end() and other.start() < one.end()


def _before(match: re.Match[str], letters: Letters, upto: int, year: int) -> Change:
    """Return the day and hour that a move leaves: those it names, else the last "vào ngày …" before the first."""
    own = _DU.search(letters.low, *match.span("t"))
    planned = [own] if own else list(_PLANNED.finditer(letters.bare, 0, upto))
    upto = match.end("t") if own else upto
    before = (planned[-1].start(), upto) if planned else (0, 0)
    start, stop = match.span("from") if match.groupdict().get("from") else before
    days = [hit.day for hit in dates(letters.bare[start:stop], year, known=True)]
    hours = [hit.begin for hit in times(letters.bare[start:stop])]
    return Change(ChangeKind.MOVED, days[0] if days else None, hours[0] if hours else None)


def _placed(letters: Letters, one: MeetingFound, start: int, stop: int) -> MeetingFound:
    """Give a meeting the place that the words of its move name."""
    place = _PLACE.search(letters.bare, start, stop)
    if place is None:
        return one
    span = FieldSpan(Field.PLACE, *place.span("p" if place["p"] else "q"))
    return replace(one, place=letters.words(span.start, span.stop).strip(" ,"), spans=(*one.spans, span))
