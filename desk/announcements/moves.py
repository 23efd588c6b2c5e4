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
_SEVERAL = 2


def moves(letters: Letters, first: MeetingFound, year: int) -> list[MeetingFound]:
    """Return the meetings of a text that moves several, each to a day of its own; none where it moves one."""
    found: list[MeetingFound] = []
    whole = len(letters.text)
    for match in _MOVE.finditer(letters.bare):
        begin, stop = match.span("to")
        days = [hit for hit in dates(letters.bare[begin:stop], year, known=True) if hit.day]
        hours = list(times(letters.bare[begin:stop]))
        title = letters.words(*match.span("t")).strip(" ,")
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
            change=Change(ChangeKind.MOVED),
            doubts=tuple(doubts),
            spans=tuple(spans),
        )
        found.append(one)
        whole = match.start()
    if len(found) < _SEVERAL:
        return []
    at = next((at for at, one in enumerate(found) if one.date == first.date), None)
    if at is not None and first.change is not None:  # the one that the notice is about
        found[at] = replace(found[at], change=first.change)
    mine = [span for span in first.spans if span.field is Field.PLACE and span.start > whole]
    if mine:  # the place stands after the last of them
        found[-1] = replace(found[-1], place=first.place, spans=(*found[-1].spans, *mine))
    return found
