"""An Excel workbook read into entries of the registers, and what of it could not be read, row by row.

It is a stranger's file: `read_apart` reads it in the reading process, with its limits.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from desk import clock
from desk.dates.typed_day import parse_day
from desk.errors import BadIntake, IntakeFault, NotNow, Why
from desk.intake import limits
from desk.intake.apart import ReadingProcess
from desk.intake.spreadsheet import Sheet, SheetRow, read_sheets
from desk.os_errors import file_size, file_trouble
from desk.registers.entries import (
    BodyEntry,
    DocumentEntry,
    Entry,
    Kind,
    PersonEntry,
    Title,
    WordEntry,
    WordKind,
    cleaned,
    split_number,
)
from desk.registers.row_faults import ReadEntry, ReadRegister, RowFault, RowProblem
from desk.registers.sheets import WORD_KINDS, heads_found
from desk.text.vietnamese import bare

_HEADS_WITHIN = 20  # rows from the top: above the heads stands the office's name
_BYTES = 20 * limits.MEGABYTE
_TOO_MUCH = (IntakeFault.TOO_HEAVY, IntakeFault.TOO_SLOW)
_OPEN = frozenset({"", "-", "–", "nay", "den nay", "hien nay", "chua ro", "khong ro", "?"})
_MONTH = re.compile(r"(?:tháng )?(\d{1,2})[/.-](\d{4})", re.IGNORECASE)
_YEAR = re.compile(r"(?:năm )?(\d{4})", re.IGNORECASE)
_CODE = re.compile(r"\S*\d\S*")


def read_apart(path: Path) -> ReadRegister:
    """Read a workbook in a process of its own; BadIntake says why it cannot be, FileTrouble what the disk says."""
    try:
        with ReadingProcess(read=_answers) as reader:
            found = reader.answer(path)
    except BadIntake as error:
        if error.fault in _TOO_MUCH:
            raise BadIntake(IntakeFault.REGISTER_TOO_LONG, path.name) from error
        raise
    assert isinstance(found, ReadRegister)
    return found


def _answers(path: Any) -> Iterator[Any]:
    yield read_register(Path(path))


def read_register(path: Path) -> ReadRegister:
    """Read a workbook; BadIntake as for `read_apart`."""
    try:
        if file_size(path) > _BYTES:
            raise BadIntake(IntakeFault.REGISTER_TOO_LONG, path.name)
        data = path.read_bytes()
    except OSError as error:
        raise file_trouble(error, path) from error
    entries: list[ReadEntry] = []
    faults: list[RowFault] = []
    known = False
    for sheet in read_sheets(data, path.name):
        heads = _heads(sheet)
        if heads is None:
            continue
        known = True
        kind, columns, first = heads
        for row in sheet.rows[first:]:
            try:
                entries.append(ReadEntry(_entry(kind, _Row(row, columns)), sheet.name, row.number))
            except _Refused as refused:
                faults.append(RowFault(refused.problem, refused.words, sheet.name, row.number))
    if not known:
        raise BadIntake(IntakeFault.NO_REGISTER, path.name)
    return ReadRegister(tuple(entries), tuple(faults))


class _Refused(Exception):
    def __init__(self, problem: RowProblem, words: str) -> None:
        super().__init__(words)
        self.problem, self.words = problem, words


class _Row:
    """A row by the names of its fields."""

    def __init__(self, row: SheetRow, columns: dict[str, int]) -> None:
        self._row, self._columns = row, columns
        for at in columns.values():
            if row.cell(at).formula:
                raise _Refused(RowProblem.FORMULA, row.cell(at).text)

    def text(self, field: str) -> str:
        return self._row.cell(self._columns.get(field, -1)).text

    def day(self, field: str, *, end: bool = False) -> date | None:
        cell = self._row.cell(self._columns.get(field, -1))
        if cell.day is not None:
            return cell.day
        typed = " ".join(cell.text.split())
        if bare(typed) in _OPEN:
            return None
        day = _day_of(typed, end=end)
        if day is None:
            raise _Refused(RowProblem.DAY, typed)
        return day


def _heads(sheet: Sheet) -> tuple[Kind, dict[str, int], int] | None:
    for at, row in enumerate(sheet.rows[:_HEADS_WITHIN]):
        found = heads_found([cell.text for cell in row.cells])
        if found is not None:
            return (*found, at + 1)
    return None


def _entry(kind: Kind, row: _Row) -> Entry:
    try:
        return cleaned(_MADE[kind](row))
    except NotNow as refused:
        problem = {
            Why.NAME_EMPTY: RowProblem.NO_NAME,
            Why.NUMBER_EMPTY: RowProblem.NO_NUMBER,
            Why.DATES_TURNED: RowProblem.REVERSED,
        }.get(refused.why, RowProblem.TOO_LONG)
        raise _Refused(problem, refused.subject) from refused


def _person(row: _Row) -> PersonEntry:
    rank = row.text("rank")
    title = Title(
        row.text("title"),
        row.text("body"),
        row.day("since"),
        row.day("until", end=True),
        int(rank) if rank.isdecimal() and len(rank) < 4 else 0,
    )
    return PersonEntry(row.text("name"), (title,) if title.title else ())


def _body(row: _Row) -> BodyEntry:
    since, until = row.day("since"), row.day("until", end=True)
    return BodyEntry(row.text("name"), row.text("short"), since, until, row.text("predecessor"))


def _document(row: _Row) -> DocumentEntry:
    typed = row.text("number")
    code = _CODE.search(typed.replace(" - ", "-").replace(" / ", "/"))
    number, symbol = split_number(code.group() if code else typed)  # "Số: 36-NQ/TW"
    return DocumentEntry(
        row.text("type"), number, symbol, row.day("day"), row.text("body"), row.text("subject")
    )


def _word(row: _Row) -> WordEntry:
    kind, meaning = bare(row.text("kind")), row.text("meaning")
    short = bare(WORD_KINDS[WordKind.ABBREVIATION])
    is_short = short in kind or (not kind and bool(meaning))
    return WordEntry(WordKind.ABBREVIATION if is_short else WordKind.WORD, row.text("word"), meaning)


_MADE: dict[Kind, Callable[[_Row], Entry]] = {
    Kind.PEOPLE: _person,
    Kind.BODIES: _body,
    Kind.DOCUMENTS: _document,
    Kind.WORDS: _word,
}


def _day_of(typed: str, *, end: bool) -> date | None:
    """Read a day, a month (its first or last day), or a year; None for what the calendar does not have."""
    try:
        return _read_day(typed, end=end)
    except (ValueError, OverflowError):  # the year 0, the month after the last
        return None


def _read_day(typed: str, *, end: bool) -> date | None:
    if (found := _YEAR.fullmatch(typed)) is not None:
        year = int(found[1])
        return date(year, 12, 31) if end else date(year, 1, 1)
    if (found := _MONTH.fullmatch(typed)) is not None:
        month, year = int(found[1]), int(found[2])
        first = date(year, month, 1)
        return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1) if end else first
    return parse_day(typed, clock.today())
