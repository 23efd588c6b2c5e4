"""A table's row that is one meeting: its name's cell, and what the other cells tell of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from desk.announcements.bodies import is_person
from desk.announcements.dates import DateHit, DayPart, NoticeDoubt, TimeHit, times, times_in
from desk.announcements.day_entries import NOTHING, Entry
from desk.announcements.entry import read_entry
from desk.announcements.grid import Cell, Column
from desk.announcements.letters import Letters
from desk.announcements.meeting_found import Change, ChangeKind, Field, FieldSpan, MeetingFound, hour_spans
from desk.announcements.people import chairs


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands above a row: its day and session, and the place and the name that a table has for all."""

    day: DateHit | None
    part: DayPart | None
    place: Cell | None = None
    name: Cell | None = None


def read_row(letters: Letters, named: dict[Column, Cell], stands: Standing) -> MeetingFound | None:
    """Read a row that is one meeting."""
    cell = named.get(Column.TITLE)
    if cell is None or not letters.text[slice(*cell)].strip():
        if stands.name is None:
            return None
        cell = stands.name
    if NOTHING.fullmatch(letters.bare[slice(*cell)].strip()):
        return None
    entry = Entry(*cell, part=stands.part)
    placed = filled(letters, named, Column.PLACE)
    peopled = any(filled(letters, named, one) for one in (Column.PEOPLE, Column.CHAIR))
    one = read_entry(letters, entry, stands.day, placed=placed, peopled=peopled)
    hours = hours_in(letters, named)
    spans = list(one.spans)
    if hours is not None:
        base = named[Column.TIME][0]
        spans += hour_spans(hours, base)
        one = replace(one, start=hours.begin, end=hours.end)
    doubts = [two for two in one.doubts if two[0] is not NoticeDoubt.NO_TIME]
    if one.start is None and one.part is None:
        doubts.append((NoticeDoubt.NO_TIME, ""))
    if one.end is not None and one.start is not None and one.end <= one.start and not one.last:
        doubts.append((NoticeDoubt.END_BEFORE_START, f"{one.start:%H:%M} – {one.end:%H:%M}"))
    one = replace(one, doubts=tuple(doubts), spans=tuple(spans))
    return _with_cells(letters, named, one, stands.place)


def filled(letters: Letters, named: dict[Column, Cell], column: Column) -> bool:
    """Say whether a row has words in a column."""
    return column in named and bool(letters.text[slice(*named[column])].strip(" -–"))


def hours_in(letters: Letters, named: dict[Column, Cell]) -> TimeHit | None:
    """Return the hours of a row's own column; the new ones where an arrow leads to them."""
    if Column.TIME not in named:
        return None
    start, stop = named[Column.TIME]
    arrow = max(letters.text.rfind(sign, start, stop) for sign in ("→", "=>", "->"))
    base = arrow if arrow > start and times_in(letters.bare[arrow:stop]) else start
    hit = next(times(letters.bare[base:stop]), None)
    by = base - start
    until = named.get(Column.UNTIL)
    closes = next(times(letters.bare[slice(*until)]), None) if until else None
    if hit is not None and hit.end is None and closes is not None and until is not None:
        hit = replace(
            hit, end=closes.begin, end_at=(closes.start + until[0] - base, closes.stop + until[0] - base)
        )
    if hit is None or not by:
        return hit
    end_at = (hit.end_at[0] + by, hit.end_at[1] + by) if hit.end_at else None
    return replace(hit, start=hit.start + by, stop=hit.stop + by, end_at=end_at)


def _with_cells(
    letters: Letters, named: dict[Column, Cell], one: MeetingFound, common: Cell | None
) -> MeetingFound:
    spans = list(one.spans)

    def put(kind: Field, column: Column) -> str:
        if not filled(letters, named, column):
            return ""
        start, stop = named[column]
        while start < stop and letters.text[start] in " \t-–":
            start += 1
        while stop > start and letters.text[stop - 1] in " \t.;,":
            stop -= 1
        spans.append(FieldSpan(kind, start, stop))
        return letters.words(start, stop)

    place = put(Field.PLACE, Column.PLACE) or one.place
    other = re.search(r"(?:đổi\s+(?:thành|sang)|→|=>|->)\s*(?P<p>.+)", place)
    if other is not None:
        place = other["p"]
        one = replace(
            one,
            change=Change(ChangeKind.PLACE, one.date, one.start),
            doubts=(*one.doubts, (NoticeDoubt.PLACE_CHANGED, "")),
        )
    if not place and common is not None:
        spans.append(FieldSpan(Field.PLACE, *common))
        place = letters.words(*common)
    who, _, beside = put(Field.CHAIR, Column.CHAIR).partition(";")
    if beside and is_person(beside.casefold()):
        who, beside = f"{who};{beside}", ""
    people = put(Field.ATTENDEES, Column.PEOPLE)
    unit = put(Field.UNIT, Column.UNIT)
    return replace(
        one,
        place=place,
        chairs=tuple(chairs(who)) if who else one.chairs,
        attendees="; ".join(filter(None, (one.attendees, beside.strip(), people))),
        unit=unit or one.unit,
        spans=tuple(spans),
    )
