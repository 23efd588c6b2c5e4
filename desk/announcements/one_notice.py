"""One notice, invitation or message: the meeting it tells of."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, time
from functools import lru_cache

from desk.announcements.changes import change_in
from desk.announcements.dates import (
    DateHit,
    DayPart,
    NoticeDoubt,
    TimeHit,
    dates,
    part_of,
    relative,
    through_days,
    times,
)
from desk.announcements.fields import (
    attendees_at,
    chair_at,
    changed_title_at,
    heading_at,
    place_at,
    title_at,
    trimmed,
    unit_at,
    value_of,
)
from desk.announcements.letters import Letters
from desk.announcements.meeting_found import Field, FieldSpan, MeetingFound, hour_spans
from desk.announcements.people import chairs

_PAST = 120  # days after which a date without a year is taken for next year's


# -- a notice --------------------------------------------------------------------------------------------

_CITED = re.compile(
    r"(?:so\s+(?=\w*[\d/\-])[\w/\-]+\s*,?|ke\s+hoach|cong\s+van|quyet\s+dinh|nghi\s+quyet|chi\s+thi"
    r"|huong\s+dan|quy\s+che(?:(?!luc|hoi|\dh|\d\s*gio)[^\n.]){0,30}|ban\s+hanh|hop\s+ngay|cuoc\s+hop"
    r"|truoc|truoc\s+\d+h\d*|cham\s+nhat|tu\s+nam|sinh\s+ngay|da\s+moi\s+vao|moi\s+vao|quoc\s+khanh"
    r"|tuyen\s+truyen)\s*(?:ngay\s*)?$"
)
# "chuyển sang 14 giờ 00 ngày": the day it is put to, not the one it leaves.
_CHANGED_TO = re.compile(
    r"(?:chuyen|doi|lui|hoan)\s+(?:lich\s+)?(?:sang|den|toi)\b(?:(?!\bngay\s+\d)[^.;\n]){0,40}$"
)
_TODAY = re.compile(r"\bhom\s+nay\s*[,(]?\s*(?:ngay\s*)?$")
_PAPER = re.compile(
    r"(?:^|\n)[^\n]{0,70}?(?:,\s*|^|\n|\s{3,})ngay\s+\d{1,2}\s*(?:thang|/)(?:(?!\b(?:tai|luc|vao|o)\b)[^\n]){2,22}$",
    re.M,
)
_CHANGES = re.compile(
    r"\bhoan\s+(?!thien|thanh)|\bhuy\s+(?:cuoc|buoi|hop|hoi|lich|to\s+chuc)|\bdoi\s+(?:thoi\s+gian"
    r"|lich|dia\s+diem|ngay|gio|sang)|\blui\s+(?:tu|sang|den|lai|lich|thoi)"
    r"|(?:thay\s+doi|dieu\s+chinh)\s+(?:thoi\s+gian|dia\s+diem|lich|gio|ngay)|dinh\s+chinh"
    r"|\b(?:doi|lui|chuyen|hoan)\s+(?:lai|sang|den|qua|vao|len|xuong|toi)\s+(?=(?:[^.;\n]{0,24}\s)?(?:\d|sang"
    r"|chieu|toi|thu|ngay))"
    r"|\bthay\s+(?:vi|cho)\s+(?:luc\s+|ngay\s+|sang\s+|chieu\s+|vao\s+)*\d|(?:dien|hop|to\s+chuc)\s+bu\b"
    r"|(?:ngung|dung|khong)\s+to\s+chuc|\bdoi\s+tu\s+(?:\d|ngay|sang|chieu|toi|thu)|(?:tam|bi)\s+hoan"
    r"|chuyen\s+(?:lich|thoi\s+gian|dia\s+diem|hoi\s+nghi|sang|tu\s+(?:\d|ngay|sang|chieu|toi|thu))|thoi\s+gian\s+moi"
)


@dataclass(frozen=True, slots=True)
class NoticePart:
    """A stretch of the whole text that tells of one meeting."""

    start: int
    stop: int


def read_one(
    letters: Letters, part: NoticePart, today: date, before: MeetingFound | None = None
) -> MeetingFound:
    """Read the one meeting of a stretch; `before` is the meeting told before it, for "cùng ngày", "như trên"."""
    text, folded = letters.text[part.start : part.stop], letters.bare[part.start : part.stop]
    year = paper_year(letters.bare, today)
    found = _when(folded, letters.low[part.start : part.stop], today, year)
    found = _same_day(folded, found, before)
    spans = list(found.spans)

    def put(field: Field, start: int, stop: int) -> str:
        start, stop = trimmed(text, start, stop)
        if stop > start:
            spans.append(FieldSpan(field, start, stop))
        return " ".join(text[start:stop].split())

    title = ""
    changes = changed(folded)
    whole = part.start == 0 and part.stop == len(letters.text)
    named = None if whole else heading_at(folded)
    named = named or _longer_of(folded, changed_title_at(folded) if changes else None, title_at(folded))
    if named:
        title = put(Field.TITLE, *named)
    where = place_at(folded)
    place = put(Field.PLACE, *where) if where else ""
    if before is not None and re.fullmatch(r"như trên|nt|như mục \d", place.casefold()):
        place = before.place
    who = chair_at(folded)
    people = tuple(chairs(put(Field.CHAIR, *who))) if who else ()
    attendees = "; ".join(put(Field.ATTENDEES, *one) for one in attendees_at(text, folded))
    prepares = unit_at(folded)
    unit = put(Field.UNIT, *prepares) if prepares else ""
    doubts = found.doubts if title else (*found.doubts, (NoticeDoubt.NO_TITLE, ""))
    shifted = tuple(FieldSpan(one.field, one.start + part.start, one.stop + part.start) for one in spans)
    one = replace(
        found,
        title=title,
        place=place,
        chairs=people,
        attendees=attendees,
        unit=unit,
        doubts=doubts,
        spans=shifted,
    )
    return change_in(letters, part.start, part.stop, one, year) if changes else one


def _longer_of(
    folded: str, moved: tuple[int, int] | None, usual: tuple[int, int] | None
) -> tuple[int, int] | None:
    """Return the name of what is moved; the usual reading's, where that only says it in full."""
    if moved is None or usual is None:
        return moved or usual
    return usual if folded[slice(*usual)].startswith(folded[slice(*moved)].rstrip()) else moved


def changed(folded: str) -> bool:
    """Say whether a notice speaks of a change of time or place."""
    return _CHANGES.search(folded) is not None


def _same_day(folded: str, found: MeetingFound, before: MeetingFound | None) -> MeetingFound:
    """Give "14h00 cùng ngày" the day of the meeting before it."""
    if found.date is not None or before is None or before.date is None or "cung ngay" not in folded:
        return found
    doubts = tuple(one for one in found.doubts if one[0] is not NoticeDoubt.NO_DATE)
    return replace(found, date=before.date, doubts=doubts, spans=found.spans)


# -- when ------------------------------------------------------------------------------------------------


@lru_cache(maxsize=2)
def paper_year(folded: str, today: date) -> int:
    """Return the year of the paper itself, which a missing one stands for, else today's."""
    match = _PAPER.search(folded)
    hits = dates(folded[match.start() : match.end()], today.year, known=True) if match else []
    return hits[0].day.year if hits and hits[0].day else today.year


def _when(folded: str, low: str, today: date, year: int) -> MeetingFound:
    span = value_of(folded, "when")
    line_end = folded.find("\n", span[0]) if span else -1
    stretch = (span[0], line_end if line_end >= 0 else len(folded)) if span else (0, len(folded))
    if span and re.search(r"(?:^|\n)[ \t]*(?:gio|buoi)[ \t]*:", folded):
        stretch = (0, len(folded))
    through = through_days(folded[: stretch[1]], stretch[0], year)
    if through is not None:
        return _through(*through)
    hits = _candidates(folded, year, stretch if span else None, today)
    hours = _hours(folded, stretch, hits)
    doubts: list[tuple[NoticeDoubt, str]] = []
    spans: list[FieldSpan] = []
    hit = hits[0] if hits else relative(folded, today) or _day_alone(folded, stretch, year)
    if hit is None:
        doubts.append((NoticeDoubt.NO_DATE, ""))
    else:
        spans.append(FieldSpan(Field.DATE, hit.start, hit.stop))
        doubts += hit.doubts
        others = {one.day for one in hits[1:] if one.day and not _inside(one, hit)} - {hit.day}
        if others or re.search(r"thay\s+doi\s+thoi\s+gian|doi\s+gio", folded):
            doubts.append((NoticeDoubt.DATE_GUESSED, ", ".join(sorted(f"{day:%d/%m/%Y}" for day in others))))
    start, end = (hours.begin, hours.end) if hours else (None, None)
    if hours is not None:
        spans += hour_spans(hours)
    day = hit.day if hit else None
    last = (hit.last or _closing_day(folded, stretch, hit, year)) if hit else None
    part = _part(folded, low, stretch, hit, hours, last)
    if part is not None:
        spans.append(FieldSpan(Field.PART, part[1], part[2]))
    said = part[0] if part else None
    if start is None and said is None:
        doubts.append((NoticeDoubt.NO_TIME, ""))
    if start is not None and end is not None and end <= start and last is None:
        doubts.append((NoticeDoubt.END_BEFORE_START, f"{start:%H:%M} – {end:%H:%M}"))
    if start is not None and _odd(said, start):
        doubts.append((NoticeDoubt.PART, f"{start:%H:%M}"))
    half = _HALF_DAY.search(folded, *stretch) is not None
    return MeetingFound(
        half_day=half,
        date=day,
        last=last,
        start=start,
        end=end,
        part=said,
        doubts=tuple(doubts),
        spans=tuple(spans),
    )


def _day_alone(folded: str, stretch: tuple[int, int], year: int) -> DateHit | None:
    """Return the day of "20h00, ngày 15" in the month that the heading names, with a doubt."""
    month = re.search(r"\bthang\s+(\d{1,2})(?:\s*[/.-]\s*|\s+nam\s+)?(\d{4})?", folded)
    day = re.compile(r"\bngay\s+(\d{1,2})(?!\s*[/.\-\d]|\s+thang|\d)").search(folded, *stretch)
    if month is None or day is None:
        return None
    try:
        made = date(int(month[2] or year), int(month[1]), int(day[1]))
    except ValueError:
        return None
    return DateHit(
        day.start(),
        day.end(),
        made,
        doubts=((NoticeDoubt.DATE_GUESSED, f"{made.day}/{made.month}/{made.year}"),),
    )


_CLOSES = re.compile(r"\b(?:be\s+mac|ket\s+thuc)[^\n.;]{0,40}?(?=ngay\s+\d)")


def _closing_day(folded: str, stretch: tuple[int, int], hit: DateHit, year: int) -> date | None:
    """Return the day on which it ends: "khai mạc … ngày 10/12, bế mạc ngày 11/12"."""
    closes = _CLOSES.search(folded, *stretch)
    days = dates(folded[closes.end() : stretch[1]], year, known=True) if closes else []
    last = days[0].day if days else None
    return last if last and hit.day and last > hit.day else None


_HALF_DAY = re.compile(r"(?:½|\b(?:0?1/2|nua))\s*ngay\b|\b(?:0?1|mot)\s+buoi\b")


def _through(hit: DateHit, hours: TimeHit) -> MeetingFound:
    """Return what "từ 7 giờ 30 ngày 14/10 đến 11 giờ 30 ngày 15/10/2021" says."""
    spans = (FieldSpan(Field.DATE, hit.start, hit.stop), *hour_spans(hours))
    return MeetingFound(
        date=hit.day, last=hit.last, start=hours.begin, end=hours.end, doubts=hit.doubts, spans=spans
    )


def _odd(part: DayPart | None, start: time) -> bool:
    return (part is DayPart.MORNING and start.hour >= 12) or (part is DayPart.AFTERNOON and start.hour < 11)


def _inside(one: DateHit, hit: DateHit) -> bool:
    return bool(hit.last and hit.day and one.day and hit.day <= one.day <= hit.last)


def _candidates(folded: str, year: int, stretch: tuple[int, int] | None, today: date) -> list[DateHit]:
    """Return the dates that can be the meeting's, the likeliest first."""
    everything = [_ahead(hit, today) for hit in dates(folded, year, known=False)]
    good = [hit for hit in everything if not _CITED.search(folded[max(0, hit.start - 60) : hit.start])]
    good = [hit for hit in good if not _between_brackets(folded, hit)]
    changed = [hit for hit in good if _CHANGED_TO.search(folded[max(0, hit.start - 48) : hit.start])]
    if changed:
        return [*changed, *(hit for hit in good if hit not in changed)]
    if stretch is not None:
        inside = [hit for hit in good if stretch[0] <= hit.start < stretch[1]]
        if inside:
            return inside
    papers = [(m.start(), m.end()) for m in _PAPER.finditer(folded)]
    body = [hit for hit in good if not any(a <= hit.start < b for a, b in papers)]
    now = relative(folded, today)
    near = [hit for hit in body if _near_hours(folded, hit)]
    first = now is not None and near and now.start < near[0].start and _near_hours(folded, now)
    if now is not None and (first or not near) and not any(hit.day == now.day for hit in body):
        return []
    told = [*near, *(hit for hit in body if hit not in near)]
    return sorted(told, key=lambda hit: _TODAY.search(folded[: hit.start]) is not None)


def _ahead(hit: DateHit, today: date) -> DateHit:
    """Return a date whose year was guessed in the next year, where it would be long past otherwise."""
    guessed = any(doubt is NoticeDoubt.YEAR_GUESSED for doubt, _ in hit.doubts)
    if (
        not guessed
        or hit.day is None
        or (today - hit.day).days < _PAST
        or (hit.day.month, hit.day.day) == (2, 29)
    ):
        return hit
    day = hit.day.replace(year=hit.day.year + 1)
    return replace(hit, day=day, doubts=((NoticeDoubt.YEAR_GUESSED, str(day.year)),))


def _between_brackets(folded: str, hit: DateHit) -> bool:
    """Say whether a date stands in an anniversary's brackets: "(01/8/1930 - 01/8/2019)"."""
    around = folded[max(0, hit.start - 18) : hit.stop + 18]
    return re.search(r"\(\s*\d{1,2}/\d{1,2}/(?:18|19)\d\d\s*[-–]", around) is not None


def _near_hours(folded: str, hit: DateHit) -> bool:
    around = folded[max(0, hit.start - 60) : hit.stop + 40]
    return next(times(around), None) is not None or part_of(around) is not None


def _hours(folded: str, stretch: tuple[int, int], hits: list[DateHit]) -> TimeHit | None:
    """Return the hour at which it opens, with its end; what is a deadline's hour does not count."""
    found = [hit for hit in times(folded) if not _said_before(folded, hit, r"(?:truoc|chuyen\s+tu)")]
    inside = [hit for hit in found if stretch[0] <= hit.start < stretch[1]]
    if not inside:
        return None
    opening = [
        hit
        for hit in inside
        if _said_before(folded, hit, r"(?:khai\s+mac\s*(?:luc)?\s*:?|chuyen\s+sang|sang)")
    ]
    if not opening and hits:
        inside = sorted(inside, key=lambda hit: (abs(hit.start - hits[0].start) > 80, hit.start))
    chosen = (opening or inside)[0]
    closing = [hit for hit in inside if _said_before(folded, hit, r"be\s+mac\s*(?:luc)?\s*:?")]
    if closing and chosen.end is None:
        return replace(chosen, end=closing[0].begin, end_at=(closing[0].start, closing[0].stop))
    return chosen


def _said_before(folded: str, hit: TimeHit, words: str) -> bool:
    return re.search(rf"{words}\s*$", folded[max(0, hit.start - 18) : hit.start]) is not None


def _part(
    folded: str,
    low: str,
    stretch: tuple[int, int],
    hit: DateHit | None,
    hours: TimeHit | None,
    last: date | None,
) -> tuple[DayPart, int, int] | None:
    if stretch != (0, len(folded)):
        begin, end = stretch
    else:
        places = [one for one in (hit, hours) if one is not None]
        begin = max(0, min((one.start for one in places), default=0) - 14)
        ends = [one.stop for one in places] + ([hours.end_at[1]] if hours and hours.end_at else [])
        end = max(ends, default=len(folded)) + 24
    found = part_of(folded[begin:end], low[begin:end])
    if last is not None and found is not None:
        return DayPart.DAY, found[1] + begin, found[2] + begin
    return (found[0], found[1] + begin, found[2] + begin) if found else None
