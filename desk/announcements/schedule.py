"""A schedule of days: "Thứ Hai, ngày 14/4", and under each its meetings; what its head says of all is theirs."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, time

from desk.announcements.bodies import is_person
from desk.announcements.dates import DayPart, NoticeDoubt, times
from desk.announcements.day_entries import Entry, entries, people_before
from desk.announcements.day_marks import days_between, marks
from desk.announcements.entry import read_entry
from desk.announcements.letters import Letters
from desk.announcements.meeting_found import Field, FieldSpan, MeetingFound
from desk.announcements.people import chairs

_NAME = re.compile(
    r"\blich\s+(?P<t>(?!cong\s+tac|lam\s+viec|tuan|hoat\s+dong|hop\s+tuan|thang|nay\b|su\s+kien)[^\n:(]{6,120}?)"
    r"(?=\s+(?:cua|nhu\s+sau|cu\s+the|thang\s+\d|tuan\s+\d|nam\s+\d|tu\s+ngay)\b|\s*[\n:(]|$)"
)
_USUAL = re.compile(r"(?:buoi\s+)?(?P<p>sang|chieu|toi)\s*:?\s+tu\s+(?P<h>[^,;()\n]{6,30})")
_CHAIR = re.compile(r"(?:^|[\n.]\s*)(?P<who>[^.\n]{4,70}?),?\s+chu\s+tri\s+cac\s+(?:buoi|cuoc|phien)")
_PLACE = re.compile(r"(?m)^[ \t*+\-–]*dia\s+diem[ \t]*:[ \t]*(?P<p>[^\n]+)")
_CHAIR_HEAD = re.compile(r"(?m)^[ \t]*(?:nguoi|lanh[ \t]+dao|don[ \t]+vi)?[ \t]*chu[ \t]+(?:tri|toa)[ \t]*$")
_SEVERAL = 2
_PARTS = {"sang": DayPart.MORNING, "chieu": DayPart.AFTERNOON, "toi": DayPart.EVENING}


@dataclass(frozen=True, slots=True)
class _Common:
    """What a schedule says of all its meetings."""

    name: tuple[int, int] | None
    chair: tuple[int, int] | None
    hours: dict[DayPart, tuple[time, time | None]]
    chaired: bool  # a column of its own says who presides


def read_schedule(letters: Letters, today: date) -> list[MeetingFound] | None:
    """Return the meetings under each day's heading; None when the text has no such headings."""
    found, _ = marks(letters, today)
    if not found:
        return None
    common = _common(letters, found[0].start)
    made: list[MeetingFound] = []
    named = 0
    people = people_before(letters, found[0].start)
    for mark, stop in days_between(found):
        whose = next((span for span in reversed(people) if span[0] < mark.start), None)
        end = stop if stop >= 0 else len(letters.text)
        for entry in entries(
            letters, mark.stop, min([end, *(a for a, _ in people if mark.stop < a < end)]), mark.part, whose
        ):
            one = read_entry(letters, entry, mark.hit, chaired=common.chaired)
            if not one.title or _is_only_somebody(one.title):
                one = _named(letters, one, common)
                named += bool(one.title)
            made.append(_usual(letters, one if one.title else _unnamed(letters, one, entry), common))
    made = _at_one_hour(letters, [one for one in made if one.title])
    return _one_place(letters, made) if named and named == len(made) else made


def _common(letters: Letters, upto: int) -> _Common:
    name = _NAME.search(letters.bare[:upto])
    chair = _CHAIR.search(letters.bare)
    hours = {}
    for match in _USUAL.finditer(letters.bare[:upto]):
        hit = next(times(match["h"]), None)
        if hit is not None:
            hours[_PARTS[match["p"]]] = (hit.begin, hit.end)
    return _Common(
        name.span("t") if name else None,
        chair.span("who") if chair else None,
        hours,
        _CHAIR_HEAD.search(letters.bare[:upto]) is not None,
    )


def _unnamed(letters: Letters, one: MeetingFound, entry: Entry) -> MeetingFound:
    """Give a meeting whose hour alone was understood all its words for a name, with a doubt."""
    words = letters.words(entry.start, entry.stop)
    if one.start is None or not any(map(str.isalpha, words)):
        return one
    hours = [(span.start, span.stop) for span in one.spans if span.field in (Field.START, Field.END)]
    begin = max((stop for _, stop in hours if entry.start <= stop < entry.stop), default=entry.start)
    name = letters.words(begin, entry.stop).strip(" :;,.-–)") or words
    return replace(one, title=name, doubts=(*one.doubts, (NoticeDoubt.NEAR, name)))


def _is_only_somebody(title: str) -> bool:
    return is_person(title.lower()) and len(title.split()) <= 12


def _named(letters: Letters, one: MeetingFound, common: _Common) -> MeetingFound:
    """Give a meeting of which only the hour, the place or somebody is told the name that all have."""
    if common.name is None:
        return one
    spans = [span for span in one.spans if span.field is not Field.TITLE]
    spans.append(FieldSpan(Field.TITLE, *common.name))
    who = one.title
    chair = tuple(chairs(letters.words(*common.chair))) if common.chair and not one.chairs else one.chairs
    return replace(
        one,
        title=letters.words(*common.name),
        attendees="; ".join(filter(None, (who, one.attendees))),
        chairs=chair,
        spans=tuple(spans),
    )


def _usual(letters: Letters, one: MeetingFound, common: _Common) -> MeetingFound:
    """Give a meeting of which only the session is told the hours that the head names for it."""
    if one.start is not None or one.part not in common.hours:
        return one
    start, end = common.hours[one.part]
    doubts = tuple(doubt for doubt in one.doubts if doubt[0] is not NoticeDoubt.NO_TIME)
    return replace(one, start=start, end=end, doubts=doubts)


def _at_one_hour(letters: Letters, made: list[MeetingFound]) -> list[MeetingFound]:
    """Give all the hours that a line of its own under the last tells: "Thời gian: từ 7h30 đến 11h00"."""
    timed = [one for one in made if one.start is not None]
    if len(made) < _SEVERAL or timed != made[-1:]:
        return made
    spans = [span for span in made[-1].spans if span.field in (Field.START, Field.END)]
    line = letters.bare.rfind("\n", 0, spans[0].start) + 1
    if not re.match(r"[ \t*+\-–]*(?:thoi[ \t]+gian|gio)\b", letters.bare[line : spans[0].start]):
        return made
    return [_hours_of(one, made[-1]) for one in made]


def _hours_of(one: MeetingFound, other: MeetingFound) -> MeetingFound:
    doubts = tuple(doubt for doubt in one.doubts if doubt[0] is not NoticeDoubt.NO_TIME)
    return replace(one, start=other.start, end=other.end, part=other.part, doubts=doubts)


def _one_place(letters: Letters, made: list[MeetingFound]) -> list[MeetingFound]:
    """Give all the place that is told once, on a line of its own or with the last."""
    places = {one.place for one in made if one.place}
    if not places:
        line = _PLACE.search(letters.bare)
        places = {letters.words(*line.span("p")).strip(" .;/")} if line else set()
    if len(places) != 1:
        return made
    (place,) = places
    return [replace(one, place=place) for one in made]
