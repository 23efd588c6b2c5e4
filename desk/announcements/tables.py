"""A schedule in a table: a meeting a row, or a day's meetings in cells by session, by leader, or by day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from desk.announcements.bodies import is_person, is_place
from desk.announcements.dates import (
    DateHit,
    DayPart,
    NoticeDoubt,
    TimeHit,
    dates,
    fold,
    part_of,
    times,
    times_in,
)
from desk.announcements.day_entries import NOTHING, Entry, entries
from desk.announcements.day_marks import Frame, day_hit, frame
from desk.announcements.entry import read_entry
from desk.announcements.events import EVENT
from desk.announcements.fields import title_at
from desk.announcements.grid import Cell, Column, Row, guessed, heads_of, rows_of
from desk.announcements.letters import Letters
from desk.announcements.meeting_found import MeetingFound, hour_spans
from desk.announcements.table_rows import Standing, filled, hours_in, read_row

_WEEKDAY = re.compile(
    r"\s*(?:thu\s*)?(?P<w>hai|ba|tu|nam|sau|bay|[2-7](?![/.\-:\d]|\s*(?:gio|h|g)\b))\b|\s*t(?P<t>[2-7])\b"
    r"|\s*(?P<c>chu\s+nhat|cn)\b"
)
_NUMBERS = {"hai": 0, "ba": 1, "tu": 2, "nam": 3, "sau": 4, "bay": 5}
_DATE = re.compile(
    r"(?<![\dhg:])\d{1,2}(?:\s*/\s*|[.\-])\d{1,2}(?!\d|\s*(?:h|g|:)\s*\d)(?:\s*[/.\-]\s*\d{2,4})?"
    r"|\d{1,2}\s+thang\s+\d{1,2}(?:\s+nam\s+\d{4})?"
)
_NAME = re.compile(
    r"(?:^|\n)[^\n]*?\blich\s+(?P<t>(?!cong\s+tac|lam\s+viec|tuan|hoat|hop\s+tuan)[^\n(]{6,120})"
)
_PLACE = re.compile(r"(?:^|\n)\s*dia\s+diem\s*:\s*(?P<p>[^\n]+)")
_SESSIONS = {
    Column.MORNING: DayPart.MORNING,
    Column.AFTERNOON: DayPart.AFTERNOON,
    Column.EVENING: DayPart.EVENING,
}
_SHORT = {"s": DayPart.MORNING, "c": DayPart.AFTERNOON, "t": DayPart.EVENING}
_SEVERAL = 2
_DOES = re.compile(r"\b(?:dự|họp|làm\s+việc|kiểm\s+tra|giám\s+sát|tiếp|thăm|nghe|hội\s+nghị|đi)\b")
_FOOT = re.compile(r"\s*(?:ghi\s+chu|noi\s+nhan|luu\s+y|lich\s+nay)")


@dataclass(slots=True)
class _Now:
    """What the rows above say of the day and the session."""

    columns: tuple[Column, ...]
    day: DateHit | None = None
    part: DayPart | None = None
    days: dict[int, DateHit] = field(default_factory=dict)  # of a turned table, by column
    place: Cell | None = None  # that a line of its own names for all
    name: Cell | None = None  # that the table's title gives to cells which only say where
    hours: dict[Column, tuple[TimeHit, int]] = field(default_factory=dict)  # that a session's head names

    def standing(self, name: Cell | None = None) -> Standing:
        """Return what a row is read with; `name` is the table's, for rows without a name of their own."""
        return Standing(self.day, self.part, self.place, name)


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
        columns = next(
            (made for made in (heads_of(letters, row) for row in full[1:]) if made), None
        ) or guessed(letters, full)
    place = _PLACE.search(letters.bare)
    name = _NAME.search(letters.bare[: full[0].start])
    now = _Now(
        columns or (),
        days=days,
        place=place.span("p") if place else None,
        name=name.span("t") if name else None,
    )
    made: list[MeetingFound] = []
    for row in rows:
        if not row.cells:
            _between(letters, row, now, head)
            continue
        row = _padded(letters, row, now.columns)
        again = heads_of(letters, row, now.columns)
        if again is not None:
            now.columns = again
            now.hours = _head_hours(letters, row)
            continue
        if days and row is full[0]:
            continue
        more = _goes_on(letters, row, now)
        if more and made:
            made[-1] = replace(made[-1], title=f"{made[-1].title} {more}")
            continue
        made += _meetings(letters, row, now, head, full[0].start)
    made = [one for one in _joined(made) if one.title]
    hours = list(times(letters.bare[: full[0].start]))
    if len(hours) == 1 and not any(one.start or one.part for one in made):
        made = [_at_hour(one, hours[0]) for one in made]
    return made if any(one.date for one in made) else None


def _padded(letters: Letters, row: Row, columns: Sequence[Column]) -> Row:
    """Return a row that lacks its first cell with an empty one: "Tập huấn | Phòng máy" under "8h00 | … | …".

    A day's cell that spans several rows is not copied with each of them.
    """
    if len(columns) < _SEVERAL or len(row.cells) != len(columns) - 1:
        return row
    hour = times_in(letters.bare[slice(*row.cells[0])])
    lacks = (columns[0] is Column.TIME and not _timed(letters, row.cells[0])) or (
        columns[0] is Column.DAY and columns[1] is Column.TIME and hour
    )
    return replace(row, cells=((row.start, row.start), *row.cells)) if lacks else row


def _at_hour(one: MeetingFound, hour: TimeHit, base: int = 0) -> MeetingFound:
    """Give a meeting the hour that the words above the table name for all, or a cell that begins at `base`."""
    doubts = tuple(doubt for doubt in one.doubts if doubt[0] is not NoticeDoubt.NO_TIME)
    return replace(
        one, start=hour.begin, end=hour.end, doubts=doubts, spans=(*one.spans, *hour_spans(hour, base))
    )


def _goes_on(letters: Letters, row: Row, now: _Now) -> str:
    """Return the words that a row only adds to the name above it: nothing else in it says that it is a meeting."""
    named = dict(zip(now.columns, row.cells, strict=False))
    words = letters.words(*named[Column.TITLE]) if Column.TITLE in named else ""
    other = (Column.PART, Column.TIME, Column.PLACE, Column.CHAIR)
    if not words or not words[0].islower() or any(filled(letters, named, column) for column in other):
        return ""
    return words


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
    words = letters.bare[row.start : row.stop].strip(" \t:-–*+.")
    said = part_of(words)
    if said is not None and said[2] - said[1] == len(words):
        now.part = said[0]


def _day(letters: Letters, cell: Cell, head: Frame) -> DateHit | None:
    weekday = _WEEKDAY.match(letters.bare, *cell)
    number = None
    if weekday is not None:
        said = weekday["w"] or weekday["t"]
        number = 6 if said is None else int(said) - 2 if said.isdigit() else _NUMBERS[said]
    several = next(
        (hit for hit in dates(letters.bare[slice(*cell)], head.year, known=head.known) if hit.last), None
    )
    if several is not None:
        return replace(several, start=several.start + cell[0], stop=several.stop + cell[0])
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
        one = read_row(letters, named, now.standing())
        if one is not None:
            yield one
        return
    hours = Column.TIME in named and now.day is not None and Column.LEADER not in now.columns
    hours = hours and _timed(letters, named[Column.TIME])
    for column, cell in zip(now.columns, row.cells, strict=False):
        part = _SESSIONS.get(column)
        if part is not None:
            for one in _in_cell(letters, cell, now.day, part):
                yield _of_session(letters, one, column, now)
        elif column is Column.LEADER:
            yield from _of_leader(letters, cell, named, now)
        elif column is Column.OTHER and not hours:
            yield from _in_cell(letters, cell, now.day, now.part)
    if hours:
        one = read_row(letters, named, now.standing(_name(letters, begin)))
        if one is not None:
            yield one


def _timed(letters: Letters, cell: Cell) -> bool:
    """Say whether a cell names an hour, or a day."""
    return times_in(letters.bare[slice(*cell)]) or _DATE.search(letters.bare, *cell) is not None


def _stand(letters: Letters, row: Row, named: dict[Column, Cell], now: _Now, head: Frame) -> None:
    for column in (Column.DAY, Column.TIME):
        if column in named and letters.text[slice(*named[column])].strip():
            hit = _day(letters, named[column], head)
            if hit is not None:
                now.day, now.part = hit, None
    for column in (Column.PART, Column.TIME):
        words = letters.bare[slice(*named[column])].strip() if column in named else ""
        said = part_of(words)
        if words and column is Column.TIME and times_in(words):
            now.part = said[0] if said else None if Column.PART not in named else now.part
        elif words:
            now.part = said[0] if said else _SHORT.get(words, now.part)


def _in_cell(
    letters: Letters, cell: Cell, day: DateHit | None, part: DayPart | None
) -> Iterator[MeetingFound]:
    for entry in entries(letters, *cell, part):
        for one in _apart(letters, entry):
            if not NOTHING.fullmatch(letters.bare[one.start : one.stop].strip(" .;:")):
                yield read_entry(letters, one, day)


def _head_hours(letters: Letters, row: Row) -> dict[Column, tuple[TimeHit, int]]:
    """Return the hours that the heads of sessions name: "Buổi sáng (8h00)"."""
    made = {}
    for column, (start, stop) in zip(heads_of(letters, row) or (), row.cells, strict=False):
        hour = next(times(letters.bare[start:stop]), None)
        if column in _SESSIONS and hour is not None:
            made[column] = (hour, start)
    return made


def _of_session(letters: Letters, one: MeetingFound, column: Column, now: _Now) -> MeetingFound:
    """Give a meeting its session's hour, and the table's name where its cell only says where."""
    if one.start is None and column in now.hours:
        one = _at_hour(one, *now.hours[column])
    says_where = is_place(one.title.casefold()) or not EVENT.search(fold(one.title))
    if now.name is None or not one.title or not says_where:
        return one
    who = "; ".join(filter(None, (one.title, one.attendees)))
    return replace(one, title=letters.words(*now.name), attendees=who)


def _of_leader(letters: Letters, cell: Cell, named: dict[Column, Cell], now: _Now) -> Iterator[MeetingFound]:
    """Read what one leader does; an hour that a column of its own names is that of all."""
    hours = hours_in(letters, named)
    for one in _in_cell(letters, cell, now.day, now.part):
        yield _at_hour(one, hours, named[Column.TIME][0]) if hours and one.start is None else one


def _apart(letters: Letters, entry: Entry) -> Iterator[Entry]:
    """Part a cell's entry at semicolons: in a cell each piece is a meeting."""
    at = entry.start
    for match in re.finditer(r";(?![^(]*\))", letters.text[entry.start : entry.stop]):
        rest = letters.low[entry.start + match.end() : entry.stop].partition(";")[0].strip()
        if (is_place(rest) or is_person(rest) or rest.startswith("do ")) and not _DOES.search(rest):
            continue
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


def _name(letters: Letters, upto: int) -> Cell | None:
    """Return the name that a table's title gives to all its rows: "LỊCH TIẾP XÚC CỬ TRI …"."""
    match = _NAME.search(letters.bare[:upto])
    return match.span("t") if match else title_at(letters.bare[:upto])


def _joined(found: Sequence[MeetingFound]) -> list[MeetingFound]:
    """Leave out what two leaders' cells say twice."""
    seen: dict[tuple[object, ...], int] = {}
    out: list[MeetingFound] = []
    for one in found:
        key = (one.date, one.start, one.part, one.title.casefold(), one.place.casefold())
        if key in seen:
            first = out[seen[key]]
            out[seen[key]] = replace(first, spans=(*first.spans, *one.spans))
        else:
            seen[key] = len(out)
            out.append(one)
    return out
