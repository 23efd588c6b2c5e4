"""Week's schedules in pasted text: tables by tabs, and day blocks ("Thứ Hai (08/4): 08h30: … - Địa điểm: …")."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from desk.announcements.dates import DateHit, DayPart, NoticeDoubt, dates, fold, part_of, times
from desk.announcements.fields import trimmed
from desk.announcements.meeting_found import Field, FieldSpan, MeetingFound, hour_spans
from desk.announcements.people import chairs

_DAY = re.compile(
    r"(?m)^[ \t*•+\-–]*(?:thu[ \t]+(?:hai|ba|tu|nam|sau|bay|[2-7])|chu[ \t]+nhat)\b[ \t,(\-]*"
    r"(?:ngay[ \t]+)?\n?[ \t(]*"
    r"\d{1,2}[ \t]*[/.][ \t]*\d{1,2}(?:[ \t]*[/.][ \t]*\d{4})?[ \t)]*:?"
)
_ENTRY = re.compile(
    r"(?m)^[ \t*•+\-–]*(?=(?:\d{1,2}[ \t]*(?:gio|h|g|:)[ \t]*\d{0,2}"
    r"|(?:ca[ \t]+ngay[ \t]*:|(?:sang|chieu)[ \t]*:[ \t]*\S)))"
)
_HALF = re.compile(r"(?m)^[ \t*•+\-–]*(?P<p>sang|chieu|toi)[ \t]*:[ \t]*$")
_LEAD = re.compile(r"^[ \t*•+\-–]*(?:ca\s+ngay|sang|chieu|toi)?[ \t]*:?[ \t]*")
_SPAN = re.compile(r"\d{1,2}\s*/\s*\d{1,2}\s*/\s*\d{4}")
_FACTS = re.compile(
    r"[.\s]*(?:\n[ \t]*)?[-+–]?[ \t]*(?P<n>dia\s+diem|chu\s+tri|thanh\s+phan|cung\s+du|chuan\s+bi)[ \t]*:[ \t]*"
)
_ATTENDS = re.compile(r"^(?P<w>[^:]{2,60}?)\s+(?P<v>chu\s+tri|du)\s+(?=\S)")
_PLACE_LAST = re.compile(r"(?<![a-z])tai\s+(?P<p>[^.;\n]+)")
# "… - Phòng họp 2", "… (Hội trường)" at a line's end.
_ROOM_LAST = re.compile(
    r"\s*(?:[-–,]\s+|\(\s*)(?P<p>(?:phong\s+(?:hop|khach|truc\s+tuyen)|hoi\s+truong|nha\s+van\s+hoa)\b[^().;,\n]{0,40}?)\s*\)?[\s.;]*$"
)
_HEADS = {
    "day": ("thu", "ngay"),
    "part": ("buoi",),
    "time": ("gio", "thoi gian"),
    "title": ("noi dung",),
    "chair": ("chu tri",),
    "people": ("thanh phan",),
    "place": ("dia diem",),
    "unit": ("chuan bi",),
}
_USUAL = ("day", "part", "time", "title", "chair", "people", "place", "unit")
_PARTS = {"sang": DayPart.MORNING, "chieu": DayPart.AFTERNOON, "toi": DayPart.EVENING}


def read(whole: str, today: date) -> list[MeetingFound] | None:
    """Return the meetings of a schedule, None when the text is none."""
    folded = fold(whole)
    lines = whole.split("\n")
    if sum(line.count("\t") >= 3 for line in lines) >= 1:
        return _table(whole, folded, today)
    heads = list(_DAY.finditer(folded))
    if not heads or (len(heads) == 1 and "lich" not in folded[: heads[0].start()]):
        return None
    return _blocks(whole, folded, heads, today)


def _year(folded: str, upto: int, today: date) -> tuple[int, bool, int]:
    """Return the year of a schedule, whether its head names it, and the month it begins in."""
    hits = [hit for hit in dates(folded[:upto], today.year, known=True) if hit.day is not None]
    if hits and _SPAN.search(folded[:upto]) and hits[0].day:
        return hits[0].day.year, True, hits[0].day.month
    return today.year, False, today.month


def _day_hit(folded: str, start: int, stop: int, year: int, known: bool, month: int) -> DateHit | None:
    hits = dates(folded[start:stop], year, known=known)
    if not hits:
        return None
    hit = hits[0]
    if known and hit.day is not None and hit.day.year == year and hit.day.month < month - 6:
        hit = dates(folded[start:stop], year + 1, known=known)[0]  # the week goes over New Year
    return replace(hit, start=hit.start + start, stop=hit.stop + start)


# -- day blocks ------------------------------------------------------------------------------------------


def _blocks(whole: str, folded: str, heads: list[re.Match[str]], today: date) -> list[MeetingFound]:
    year, known, month = _year(folded, heads[0].start(), today)
    out: list[MeetingFound] = []
    for at, head in enumerate(heads):
        stop = heads[at + 1].start() if at + 1 < len(heads) else len(whole)
        hit = _day_hit(folded, head.start(), head.end(), year, known, month)
        if hit is None:
            continue
        out += _of_day(whole, folded, head.end(), stop, hit)
    return out


def _of_day(whole: str, folded: str, begin: int, stop: int, hit: DateHit) -> list[MeetingFound]:
    starts = [m.end() for m in _ENTRY.finditer(folded, begin, stop)]
    first = re.compile(r"[ \t:]*").match(folded, begin)
    same_line = first.end() if first else begin
    line_end = folded.find("\n", begin)
    line_end = stop if line_end < 0 or line_end > stop else line_end
    if folded[same_line:line_end].strip() and not any(same_line <= one < line_end for one in starts):
        starts.insert(0, same_line)
    out = []
    halves = [(m.start(), _PARTS[m["p"]]) for m in _HALF.finditer(folded, begin, stop)]
    for at, start in enumerate(starts):
        end = starts[at + 1] if at + 1 < len(starts) else stop
        later = [place for place, _ in halves if start < place < end]
        end = min([end, *later])
        blank = re.compile(r"\n[ \t]*\n").search(folded, start, end)
        end = blank.start() if blank else end
        half = next((part for place, part in reversed(halves) if place < start), None)
        out.append(_entry(whole, folded, start, end, hit, half))
    return [one for one in out if one.title]


def _entry(
    whole: str, folded: str, start: int, stop: int, hit: DateHit, half: DayPart | None
) -> MeetingFound:
    spans = [FieldSpan(Field.DATE, hit.start, hit.stop)]
    doubts = list(hit.doubts)
    hours = next(times(folded[start : min(stop, start + 40)]), None)
    at = start
    begin = end = None
    if hours is not None and hours.start <= 3:
        begin, end = hours.begin, hours.end
        spans += hour_spans(hours, start)
        at = start + (hours.end_at[1] if hours.end_at else hours.stop)
    else:
        said = part_of(folded[start : start + 9])
        half = said[0] if said and said[1] <= 2 else half
        lead = _LEAD.match(folded[start:stop])
        at = start + (lead.end() if lead else 0)
    if begin is None and half is None:
        doubts.append((NoticeDoubt.NO_TIME, ""))
    if begin is not None and end is not None and end <= begin:
        doubts.append((NoticeDoubt.END_BEFORE_START, f"{begin:%H:%M}"))
    found = MeetingFound(date=hit.day, start=begin, end=end, part=half, doubts=tuple(doubts))
    return _with_facts(whole, folded, at, stop, found, spans)


def _with_facts(
    whole: str, folded: str, start: int, stop: int, found: MeetingFound, spans: list[FieldSpan]
) -> MeetingFound:
    facts = list(_FACTS.finditer(folded, start, stop))
    told: dict[str, str] = {}
    attendees: list[str] = []

    def put(field: Field, begin: int, end: int) -> str:
        begin, end = trimmed(whole, begin, end)
        if end > begin:
            spans.append(FieldSpan(field, begin, end))
        return " ".join(whole[begin:end].split())

    title_end = facts[0].start() if facts else stop
    line = folded.find("\n", start + 1, title_end)
    title_end = line if line > 0 and folded[start:line].strip(" \t:*-") else title_end
    brackets = re.compile(r"\(\s*giao\s+(?P<u>[^)]+?)\s+chuan\s+bi\s*\)").search(folded, start, stop)
    if brackets:
        told["unit"] = put(Field.UNIT, brackets.start("u"), brackets.end("u"))
        title_end = min(title_end, brackets.start())
    begin, title_end = trimmed(whole, start, title_end)
    people: tuple[tuple[str, str], ...] = ()
    lead = _ATTENDS.match(folded[begin:title_end])
    honoured = lead is not None and lead["v"] == "du"
    if lead is not None:
        words = put(Field.CHAIR if lead["v"] == "chu tri" else Field.ATTENDEES, begin, begin + lead.end("w"))
        if honoured:
            attendees.append(words)
        else:
            people = tuple(chairs(words))
        begin += lead.end()
    elif re.match(r"du\s+", folded[begin:title_end]):
        begin += 3
    room = _ROOM_LAST.search(folded, begin, title_end)
    if room and not any("dia" in fact["n"] for fact in facts):
        told["place"] = put(Field.PLACE, room.start("p"), room.end("p"))
        title_end = room.start()
    title = put(Field.TITLE, begin, title_end)
    for at, fact in enumerate(facts):
        end = facts[at + 1].start() if at + 1 < len(facts) else stop
        name = " ".join(fact["n"].split())
        cut = folded.find("\n", fact.end(), end)
        end = cut if cut > 0 else end
        sentence = (
            re.compile(r"\.\s+(?=\S)").search(folded, fact.end(), end) if name != "thanh phan" else None
        )
        end = sentence.start() if sentence else end
        if name == "dia diem":
            told["place"] = put(Field.PLACE, fact.end(), end)
        elif name == "chu tri":
            people = tuple(chairs(put(Field.CHAIR, fact.end(), end)))
        elif name == "chuan bi":
            told["unit"] = put(Field.UNIT, fact.end(), end)
        else:
            attendees.append(put(Field.ATTENDEES, fact.end(), end))
    if "place" not in told:
        at_place = _PLACE_LAST.search(folded, begin, title_end)
        told["place"] = put(Field.PLACE, at_place.start("p"), at_place.end("p")) if at_place else ""
    return replace(
        found,
        title=title,
        place=told["place"],
        chairs=people,
        attendees="; ".join(one for one in attendees if one),
        unit=told.get("unit", ""),
        spans=tuple(spans),
    )


# -- tables ----------------------------------------------------------------------------------------------


def _table(whole: str, folded: str, today: date) -> list[MeetingFound]:
    first = folded.index("\t")
    year, known, month = _year(folded, folded.rfind("\n", 0, first) + 1, today)
    columns: tuple[str, ...] = _USUAL
    out: list[MeetingFound] = []
    place = 0
    day: DateHit | None = None
    half: DayPart | None = None
    for line in folded.split("\n"):
        cells = _cells(line, place)
        here = place
        place += len(line) + 1
        if len(cells) < 3:
            hit = _day_hit(folded, here, here + len(line), year, known, month)
            day = hit if hit is not None and re.match(r"\s*(?:thu|chu)", line) else day
            continue
        heads = _columns([folded[a:b].strip() for a, b in cells])
        if heads is not None:
            columns = heads
            continue
        named = dict(zip(columns, cells, strict=False))
        if "day" in named and folded[slice(*named["day"])].strip():
            day = _day_hit(folded, *named["day"], year, known, month) or day
            half = None
        if "part" in named:
            said = part_of(folded[slice(*named["part"])])
            half = said[0] if said else half
        made = _row(whole, folded, named, day, half if "part" in named else None)
        if made is not None:
            out.append(made)
    return out


def _cells(line: str, base: int) -> list[tuple[int, int]]:
    out, start = [], 0
    for piece in line.split("\t"):
        out.append((base + start, base + start + len(piece)))
        start += len(piece) + 1
    return out


def _columns(words: list[str]) -> tuple[str, ...] | None:
    """Return what the columns are when a line heads them."""
    found = []
    for word in words:
        names = [name for name, heads in _HEADS.items() if any(head in word for head in heads)]
        if word.startswith(("ngay", "thu")):
            names = ["day"]
        found.append(names[0] if names else "")
    if (
        sum(bool(name) for name in found) < 3
        or "title" not in found
        or any(re.search(r"\d", w) for w in words)
    ):
        return None
    return tuple(found)


def _row(
    whole: str, folded: str, named: dict[str, tuple[int, int]], day: DateHit | None, half: DayPart | None
) -> MeetingFound | None:
    spans: list[FieldSpan] = []

    def put(field: Field, name: str) -> str:
        if name not in named:
            return ""
        start, stop = trimmed(whole, *named[name])
        if stop > start:
            spans.append(FieldSpan(field, start, stop))
        return " ".join(whole[start:stop].split())

    title = put(Field.TITLE, "title")
    if not title:
        return None
    if fold(title).startswith("du "):
        title = title[3:]
    doubts = list(day.doubts) if day else [(NoticeDoubt.NO_DATE, "")]
    if day is not None:
        spans.append(FieldSpan(Field.DATE, day.start, day.stop))
    hours = None
    if "time" in named:
        start, stop = named["time"]
        hours = next(times(folded[start:stop]), None)
        if hours is not None:
            spans += hour_spans(hours, start)
    if hours is None and half is None:
        doubts.append((NoticeDoubt.NO_TIME, ""))
    if hours is not None and hours.end is not None and hours.end <= hours.begin:
        doubts.append((NoticeDoubt.END_BEFORE_START, f"{hours.begin:%H:%M} – {hours.end:%H:%M}"))
    return MeetingFound(
        title=title,
        date=day.day if day else None,
        start=hours.begin if hours else None,
        end=hours.end if hours else None,
        part=half,
        place=put(Field.PLACE, "place"),
        chairs=tuple(chairs(put(Field.CHAIR, "chair"))),
        attendees=put(Field.ATTENDEES, "people"),
        unit=put(Field.UNIT, "unit"),
        doubts=tuple(doubts),
        spans=tuple(spans),
    )
