"""A schedule in a table: a meeting a row, or a day's meetings in cells by session, by leader, or under each day's column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from desk.announcements.dates import DateHit, DayPart, NoticeDoubt, TimeHit, part_of, times
from desk.announcements.day_entries import Entry, entries
from desk.announcements.day_marks import Frame, day_hit, frame
from desk.announcements.entry import read_entry
from desk.announcements.grid import Cell, Column, Row, guessed, heads_of, rows_of
from desk.announcements.letters import Letters
from desk.announcements.meeting_found import Field, FieldSpan, MeetingFound, hour_spans
from desk.announcements.people import chairs

_WEEKDAY = re.compile(r"\s*(?:thu\s*)?(?P<w>hai|ba|tu|nam|sau|bay|[2-7](?![/.\-\d]))\b|\s*t(?P<t>[2-7])\b|\s*(?P<c>chu\s+nhat|cn)\b")
_NUMBERS = {"hai": 0, "ba": 1, "tu": 2, "nam": 3, "sau": 4, "bay": 5}
_DATE = re.compile(r"(?<![\dhg:])\d{1,2}(?:\s*/\s*|[.\-])\d{1,2}(?!\d|\s*(?:h|g|:)\s*\d)(?:\s*[/.\-]\s*\d{2,4})?|\d{1,2}\s+thang\s+\d{1,2}(?:\s+nam\s+\d{4})?")
_NOTHING = re.compile(r"(?:khong\s+co\s+lich|hoc\s+binh\s+thuong|nghi(?:\s+hoc)?|lam\s+viec\s+binh\s+thuong|khong|[-–—.\s]*)$")
_NAME = re.compile(r"(?:^|\n)[^\n]*?\blich\s+(?P<t>(?!cong\s+tac|lam\s+viec|tuan|hoat|hop\s+tuan)[^\n(]{6,120})")
_PLACE = re.compile(r"(?:^|\n)\s*dia\s+diem\s*:\s*(?P<p>[^\n]+)")
_SESSIONS = {Column.MORNING: DayPart.MORNING, Column.AFTERNOON: DayPart.AFTERNOON, Column.EVENING: DayPart.EVENING}
_SHORT = {"s": DayPart.MORNING, "c": DayPart.AFTERNOON, "t": DayPart.EVENING}
_FOOT = re.compile(r"\s*(?:ghi\s+chu|noi\s+nhan|luu\s+y|lich\s+nay)")


@dataclass(slots=True)
class _Now:
    """What the rows above say of the day and the session."""

    columns: tuple[Column, ...]
    day: DateHit | None = None
    part: DayPart | None = None
    days: dict[int, DateHit] = field(default_factory=dict)  # of a turned table, by column
    place: Cell | None = None  # that a line of its own names for all


def read_tables(letters: Letters, today: date) -> list[MeetingFound] | None:
    """Return the meetings of a table; None when the text has none that can be read."""
    rows = rows_of(letters)
    full = [row for row in rows if row.cells]
    if not full:
        return None
    head = frame(letters.bare, full[0].start, today)
    days = _turned(letters, full[0], head)
    columns = heads_of(letters, full[0])
    if columns is None and not days:
        columns = next((made for made in (heads_of(letters, row) for row in full[1:]) if made), None) or guessed(letters, full)
    place = _PLACE.search(letters.bare)
    now = _Now(columns or (), days=days, place=place.span("p") if place else None)
    made: list[MeetingFound] = []
    for row in rows:
        if not row.cells:
            _between(letters, row, now, head)
            continue
        again = heads_of(letters, row)
        if again is not None:
            now.columns = again
            continue
        if days and row is full[0]:
            continue
        made += _meetings(letters, row, now, head, full[0].start)
    made = [one for one in _joined(made) if one.title]
    return made if any(one.date for one in made) else None


def _turned(letters: Letters, row: Row, head: Frame) -> dict[int, DateHit]:
    """Return the days of a table whose columns are days."""
    found = {at: _day(letters, cell, head) for at, cell in enumerate(row.cells)}
    days = {at: hit for at, hit in found.items() if hit is not None}
    return days if len(days) >= 2 and len(days) >= len(row.cells) - 2 else {}


def _between(letters: Letters, row: Row, now: _Now, head: Frame) -> None:
    """Take the day that a line between the rows names."""
    if _FOOT.match(letters.bare, row.start, row.stop) or row.stop - row.start > 60:
        return
    hit = _day(letters, (row.start, row.stop), head)
    if hit is not None:
        now.day, now.part = hit, None


def _day(letters: Letters, cell: Cell, head: Frame) -> DateHit | None:
    weekday = _WEEKDAY.match(letters.bare, *cell)
    number = None
    if weekday is not None:
        said = weekday["w"] or weekday["t"]
        number = 6 if said is None else int(said) - 2 if said.isdigit() else _NUMBERS[said]
    match = _DATE.search(letters.bare, *cell)
    if match is not None and (number is not None or match.start() - cell[0] < 30):
        return day_hit(letters.bare, *match.span(), head, number)
    if number is not None and weekday is not None and head.first is not None:
        return DateHit(weekday.start(), weekday.end(), head.day_of(number, head.first))
    return None


def _meetings(letters: Letters, row: Row, now: _Now, head: Frame, begin: int) -> Iterator[MeetingFound]:
    if now.days:
        yield from _under_days(letters, row, now)
        return
    named = dict(zip(now.columns, row.cells, strict=False))
    _stand(letters, row, named, now, head)
    if Column.TITLE in named:
        one = _row(letters, named, now, head)
        if one is not None:
            yield one
        return
    hours = Column.TIME in named and any(times(letters.bare[slice(*named[Column.TIME])]))
    for column, cell in zip(now.columns, row.cells, strict=False):
        part = _SESSIONS.get(column)
        if part is not None:
            yield from _in_cell(letters, cell, now.day, part)
        elif column is Column.OTHER and not hours:
            yield from _in_cell(letters, cell, now.day, now.part)
    if hours:
        one = _row(letters, named, now, head, _name(letters, begin))
        if one is not None:
            yield one


def _stand(letters: Letters, row: Row, named: dict[Column, Cell], now: _Now, head: Frame) -> None:
    for column in (Column.DAY, Column.TIME):
        if column in named and letters.text[slice(*named[column])].strip():
            hit = _day(letters, named[column], head)
            if hit is not None:
                now.day, now.part = hit, None
    if Column.PART in named:
        words = letters.bare[slice(*named[Column.PART])].strip()
        said = part_of(words)
        now.part = said[0] if said else _SHORT.get(words, now.part)


def _in_cell(letters: Letters, cell: Cell, day: DateHit | None, part: DayPart | None) -> Iterator[MeetingFound]:
    for entry in entries(letters, *cell, part):
        for one in _apart(letters, entry):
            if not _NOTHING.fullmatch(letters.bare[one.start : one.stop].strip(" .;:")):
                yield read_entry(letters, one, day)


def _apart(letters: Letters, entry: Entry) -> Iterator[Entry]:
    """Part a cell's entry at semicolons: in a cell each piece is a meeting."""
    at = entry.start
    for match in re.finditer(r";(?![^(]*\))", letters.text[entry.start : entry.stop]):
        yield replace(entry, start=at, stop=entry.start + match.start())
        at = entry.start + match.end()
    yield replace(entry, start=at)


def _under_days(letters: Letters, row: Row, now: _Now) -> Iterator[MeetingFound]:
    words = letters.bare[slice(*row.cells[0])].strip(" :.")
    said = part_of(words)
    part = said[0] if said else _SHORT.get(words)
    for at, cell in enumerate(row.cells):
        if at in now.days:
            yield from _in_cell(letters, cell, now.days[at], part)


def _row(
    letters: Letters, named: dict[Column, Cell], now: _Now, head: Frame, name: Cell | None = None
) -> MeetingFound | None:
    """Read a row that is one meeting."""
    cell = named.get(Column.TITLE)
    if cell is None or not letters.text[slice(*cell)].strip():
        if name is None:
            return None
        cell = name
    if _NOTHING.fullmatch(letters.bare[slice(*cell)].strip()):
        return None
    entry = Entry(*cell, part=now.part)
    one = _plain(letters, entry, now.day) if _filled(letters, named, Column.PLACE) else read_entry(letters, entry, now.day)
    hours = _hours(letters, named)
    spans = list(one.spans)
    if hours is not None:
        base = named[Column.TIME][0]
        spans += hour_spans(hours, base)
        one = replace(one, start=hours.begin, end=hours.end)
    if Column.PART not in named and hours is None and Column.TIME in named:
        said = part_of(letters.bare[slice(*named[Column.TIME])])
        one = replace(one, part=said[0] if said else one.part)
    doubts = [two for two in one.doubts if two[0] is not NoticeDoubt.NO_TIME]
    if one.start is None and one.part is None:
        doubts.append((NoticeDoubt.NO_TIME, ""))
    if one.end is not None and one.start is not None and one.end <= one.start and not one.last:
        doubts.append((NoticeDoubt.END_BEFORE_START, f"{one.start:%H:%M} – {one.end:%H:%M}"))
    one = replace(one, doubts=tuple(doubts), spans=tuple(spans))
    return _with_cells(letters, named, one, now.place)


def _plain(letters: Letters, entry: Entry, day: DateHit | None) -> MeetingFound:
    """Read a name's cell beside one that names the place: its brackets are its own."""
    start, stop = entry.start, entry.stop
    lead = re.compile(r"\s*[-+*•]?\s*(?:(?:tham\s+)?dự\s+(?!án|thảo|kiến))?").match(letters.low, start, stop)
    start = lead.end() if lead else start
    while stop > start and letters.text[stop - 1] in " .;,":
        stop -= 1
    spans = [FieldSpan(Field.TITLE, start, stop)] if stop > start else []
    if day is not None:
        spans.append(FieldSpan(Field.DATE, day.start, day.stop))
    doubts = tuple(day.doubts) if day else ((NoticeDoubt.NO_DATE, ""),)
    hit = day.day if day else None
    return MeetingFound(letters.words(start, stop), date=hit, last=day.last if day else None, part=entry.part, doubts=doubts, spans=tuple(spans))


def _filled(letters: Letters, named: dict[Column, Cell], column: Column) -> bool:
    return column in named and bool(letters.text[slice(*named[column])].strip(" -–"))


def _hours(letters: Letters, named: dict[Column, Cell]) -> TimeHit | None:
    if Column.TIME not in named:
        return None
    return next(times(letters.bare[slice(*named[Column.TIME])]), None)


def _with_cells(letters: Letters, named: dict[Column, Cell], one: MeetingFound, common: Cell | None) -> MeetingFound:
    spans = list(one.spans)

    def put(kind: Field, column: Column) -> str:
        if not _filled(letters, named, column):
            return ""
        start, stop = named[column]
        while start < stop and letters.text[start] in " \t-–":
            start += 1
        while stop > start and letters.text[stop - 1] in " \t.;,":
            stop -= 1
        spans.append(FieldSpan(kind, start, stop))
        return letters.words(start, stop)

    place = put(Field.PLACE, Column.PLACE) or one.place
    if not place and common is not None:
        spans.append(FieldSpan(Field.PLACE, *common))
        place = letters.words(*common)
    who = put(Field.CHAIR, Column.CHAIR)
    people = put(Field.ATTENDEES, Column.PEOPLE)
    unit = put(Field.UNIT, Column.UNIT)
    return replace(
        one,
        place=place,
        chairs=tuple(chairs(who)) if who else one.chairs,
        attendees="; ".join(filter(None, (one.attendees, people))),
        unit=unit or one.unit,
        spans=tuple(spans),
    )


def _name(letters: Letters, upto: int) -> Cell | None:
    """Return the name that a table's title gives to all its rows: "LỊCH TIẾP XÚC CỬ TRI …"."""
    match = _NAME.search(letters.bare[:upto])
    return match.span("t") if match else None


def _joined(found: Sequence[MeetingFound]) -> list[MeetingFound]:
    """Leave out what two leaders' cells say twice."""
    seen: set[tuple[object, ...]] = set()
    out = []
    for one in found:
        key = (one.date, one.start, one.part, one.title.casefold(), one.place.casefold())
        if key not in seen:
            seen.add(key)
            out.append(one)
    return out
