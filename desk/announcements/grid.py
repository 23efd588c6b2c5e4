"""A table in pasted text: its rows and cells, by tabs, bars or gaps; what its columns tell."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from desk.announcements.bodies import is_person, is_place
from desk.announcements.day_entries import HOUR
from desk.announcements.letters import Letters

Cell = tuple[int, int]  # where it stands in the text


class Column(Enum):
    """What a column tells."""

    DAY = "day"
    PART = "part"
    TIME = "time"
    UNTIL = "until"  # when it ends, beside a column of when it begins
    TITLE = "title"
    PLACE = "place"
    CHAIR = "chair"
    PEOPLE = "people"
    UNIT = "unit"
    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NOTE = "note"
    NUMBER = "number"
    LEADER = "leader"  # somebody's own meetings
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table; `cells` is empty for a line that stands between its rows."""

    start: int
    stop: int
    cells: tuple[Cell, ...]


_HEADS: tuple[tuple[Column, re.Pattern[str]], ...] = tuple(
    (column, re.compile(words))
    for column, words in (
        (Column.NUMBER, r"(?:s?tt|so tt)$"),
        (Column.CHAIR, r".*\bchu (?:tri|toa)|nguoi (?:chu|dieu hanh)|chi dao|dieu hanh"),
        (Column.UNTIL, r"(?:gio )?ket thuc$|den(?: gio)?$"),
        (Column.TIME, r"bat dau|tu(?: gio)?$|ngay\s*,?\s*gio|gio\b|thoi gian|thoi diem"),
        (Column.DAY, r"thu\b|ngay\b"),
        (Column.MORNING, r"(?:buoi )?sang\b"),
        (Column.AFTERNOON, r"(?:buoi )?chieu\b"),
        (Column.EVENING, r"(?:buoi )?toi\b"),
        (Column.PART, r"buoi\b|ca\b"),
        (
            Column.TITLE,
            r"noi dung|(?:dau |cong )?viec\b|vu an|hoat dong|ten\b|chuong trinh|su kien|nhiem vu|chu de"
            r"|cuoc hop|muc\b",
        ),
        (Column.PLACE, r"dia diem|vi tri|noi\b|phong hop|dia chi|phong$|o dau|venue|location|hoi truong$"),
        (
            Column.PEOPLE,
            r"thanh phan|tham du|nguoi (?:du|tham)|tham gia|dai bieu|du hop|khach moi|doi tuong|cu tri",
        ),
        (Column.UNIT, r"chuan bi|phuc vu|don vi|phu trach|thuc hien"),
        (Column.NOTE, r"ghi chu|luu y|truc"),
    )
)
# The columns of a week's sheet as offices print it, for one pasted without its head.
_USUAL = (
    Column.DAY,
    Column.PART,
    Column.TIME,
    Column.TITLE,
    Column.CHAIR,
    Column.PEOPLE,
    Column.PLACE,
    Column.UNIT,
)
_BULLET = re.compile(r"[ \t]*[•*+–—▪-][ \t]+(?=\d)")
_TWO = 2
_GAP = re.compile(r"[ \t]{3,}")
_BARRED = re.compile(r"(?m)^[^\n|]*\|[^\n|]*\|[^\n]*$")
_HEAD_HOUR = re.compile(
    rf"\(?\s*(?:tu\s+)?{HOUR}\s*(?:(?:-|–|den)\s*{HOUR})?\s*\)?\s*$"
)  # "Buổi sáng (8h00)"
_PARAGRAPH = re.compile(r"\S(?:.|\n(?![ \t]*\n))*")
_WIDTHS = (6, 5, 4, 3)  # of a head
_NEEDED = {Column.TITLE, Column.PLACE}
_HOUR_BEGINS = re.compile(rf"\(?\s*(?:tu\s+)?{HOUR}")
_RULE = re.compile(r"[\s|:+=\-–—]*")
_HOUR_CELL = re.compile(rf"\(?\s*{HOUR}\s*(?:(?:-|–|den)\s*{HOUR})?\s*\)?\s*")
_PART_CELL = re.compile(r"\s*(?:buoi\s+)?(?:sang|chieu|toi|trua|ca\s+ngay|s|c)\s*")
_DAY_CELL = re.compile(
    r"\s*(?:thu\s*)?(?:hai|ba|tu|nam|sau|bay|[2-8]|t[2-7]|cn|chu\s+nhat)\b.{0,22}"
    r"|\s*\d{1,2}\s*[/.-]\s*\d{1,2}.{0,12}",
    re.S,
)


def rows_of(letters: Letters) -> list[Row]:
    """Return the lines of a text with their cells; none when nothing in it is a table."""
    lines: list[tuple[int, int]] = []
    at = 0
    for line in letters.text.split("\n"):
        lines.append((at, at + len(line)))
        at += len(line) + 1
    for cut in (_by_tabs, _by_bars, _by_semicolons, _by_gaps):
        made = [Row(start, stop, cut(letters, start, stop)) for start, stop in lines]
        if _is_table(letters, made, cut in (_by_gaps, _by_semicolons)):
            made = _aligned(letters, made) if cut is _by_gaps else made
            return [
                one
                for one in made
                if not one.cells or not _RULE.fullmatch(letters.text[one.start : one.stop])
            ]
    return _by_paragraphs(letters)


def _by_paragraphs(letters: Letters) -> list[Row]:
    """Return the rows of a table that a page gave up cell by cell, a paragraph each, under a head of such paragraphs.

    None where not every row begins as its column does, with an hour: then a cell is missing, and all behind it wrong.
    """
    cells = [match.span() for match in _PARAGRAPH.finditer(letters.text)]
    for at in range(len(cells)):
        for width in _WIDTHS:
            head = _row(cells[at : at + width])
            if len(head.cells) < width or "\n" in letters.text[head.start : head.stop].replace("\n\n", ""):
                continue
            columns = heads_of(letters, head)
            if columns is None or columns[0] is not Column.TIME or not set(columns) >= _NEEDED:
                continue
            if Column.OTHER in columns:
                continue
            rows = _cut(letters, cells[at + width :], width)
            return [*(Row(*one, ()) for one in cells[:at]), head, *rows] if rows else []
    return []


def _cut(letters: Letters, cells: Sequence[Cell], width: int) -> list[Row]:
    made: list[Row] = []
    at = 0
    while at < len(cells):
        if _HOUR_BEGINS.match(letters.bare, cells[at][0]) and len(cells) - at >= width:
            row = cells[at : at + width]
            if any(_HOUR_CELL.fullmatch(letters.bare, *one) for one in row[1:]):
                return []
            made.append(_row(row))
            at += width
        elif _DAY_CELL.match(letters.bare, *cells[at]) or not any(
            _HOUR_BEGINS.match(letters.bare, start) for start, _ in cells[at:]
        ):
            made.append(Row(*cells[at], ()))
            at += 1
        else:
            return []
    return made if sum(bool(row.cells) for row in made) >= _TWO else []


def _row(cells: Sequence[Cell]) -> Row:
    return Row(cells[0][0], cells[-1][1], tuple(cells)) if cells else Row(0, 0, ())


def _is_table(letters: Letters, rows: Sequence[Row], headed: bool) -> bool:
    """Say whether rows are a table; `headed`: signs that prose has too are cells only under a head."""
    full = [row for row in rows if row.cells]
    if len(full) < 2 or (len(full) < 3 and max(len(row.cells) for row in full) < 4):
        return False
    if headed:
        return any(heads_of(letters, row) is not None for row in full)
    return True


def _by_tabs(letters: Letters, start: int, stop: int) -> tuple[Cell, ...]:
    return _split(letters, start, stop, re.compile(r"\t")) if "\t" in letters.text[start:stop] else ()


def _by_bars(letters: Letters, start: int, stop: int) -> tuple[Cell, ...]:
    line = letters.text[start:stop]
    if line.count("|") < 2:
        return ()
    first = _BARRED.search(letters.text)
    if first is not None and first[0].lstrip().startswith("|"):
        start = letters.text.index("|", start) + 1
        stop = letters.text.rindex("|", start, stop) if line.rstrip().endswith("|") else stop
    return _split(letters, start, stop, re.compile(r"\|"))


def _by_semicolons(letters: Letters, start: int, stop: int) -> tuple[Cell, ...]:
    cells = _split(letters, start, stop, re.compile(r";"))
    return cells if len(cells) >= 4 else ()


def _by_gaps(letters: Letters, start: int, stop: int) -> tuple[Cell, ...]:
    cells = _split(letters, start, stop, _GAP)
    return cells if len(cells) >= 3 else ()


def _aligned(letters: Letters, rows: list[Row]) -> list[Row]:
    """Cut the lines under a head of wide gaps where its columns begin: an empty cell leaves no gap of its own."""
    head = next(at for at, row in enumerate(rows) if row.cells and heads_of(letters, row) is not None)
    columns = [_first(letters, cell) - rows[head].start for cell in rows[head].cells]
    made = rows[: head + 1]
    for row in rows[head + 1 :]:
        line = letters.text[row.start : row.stop]
        if not line.strip() or (
            not line.startswith(" ") and "   " not in line and len(line) > columns[1] + 8
        ):
            made.append(Row(row.start, row.stop, ()))
            continue
        cuts = [_word_begin(line, at) for at in columns]
        edges = [row.start + min(at, len(line)) for at in cuts] + [row.stop]
        made.append(Row(row.start, row.stop, tuple(itertools.pairwise(edges))))
    return made


def _first(letters: Letters, cell: Cell) -> int:
    text = letters.text[slice(*cell)]
    return cell[0] + len(text) - len(text.lstrip())


def _word_begin(line: str, at: int) -> int:
    """Return where the word begins that stands over a column's edge."""
    while 0 < at < len(line) and line[at - 1] not in " \t":
        at -= 1
    return at


def _split(letters: Letters, start: int, stop: int, sign: re.Pattern[str]) -> tuple[Cell, ...]:
    bullet = _BULLET.match(letters.text, start, stop)
    made, at = [], bullet.end() if bullet else start
    for match in sign.finditer(letters.text, at, stop):
        made.append((at, match.start()))
        at = match.end()
    made.append((at, stop))
    return tuple(made)


def heads_of(letters: Letters, row: Row, seen: Sequence[Column] = ()) -> tuple[Column, ...] | None:
    """Return what the columns are when a row heads them; `seen` are those of the head before it."""
    found = []
    for start, stop in row.cells:
        words = " ".join(_HEAD_HOUR.sub("", letters.bare[start:stop]).split()).strip(" .:*")
        found.append(next((column for column, head in _HEADS if head.match(words)), Column.OTHER))
        if re.search(r"\d", words) or len(words) > 60:
            return None
        if found[-1] is Column.OTHER and is_person(letters.low[start:stop]):
            found[-1] = Column.LEADER
    if found[0] is Column.OTHER and not letters.text[slice(*row.cells[0])].strip() and len(found) > _TWO:
        found[0] = Column.DAY if set(found[1:]) & {Column.LEADER, Column.MORNING} else Column.OTHER
    if seen and not (Column.TITLE in found or set(found) >= set(seen) - {Column.OTHER}):
        return None
    known = [column for column in found if column is not Column.OTHER]
    leads = {Column.DAY, Column.PART, Column.TIME, Column.NUMBER} & set(known)
    if not leads or len(known) < 2 or len(set(known)) < 2:
        return None
    return tuple(found)


def guessed(letters: Letters, rows: Sequence[Row]) -> tuple[Column, ...]:
    """Return what the columns are of a table without heads, by what most of their cells are."""
    width = max(len(row.cells) for row in rows)
    made: list[Column] = []
    lengths: list[int] = []
    for at in range(width):
        cells = [row.cells[at] for row in rows if at < len(row.cells)]
        told = [letters.bare[a:b] for a, b in cells if letters.text[a:b].strip()]
        low = [letters.low[a:b] for a, b in cells if letters.text[a:b].strip()]
        lengths.append(sum(map(len, told)) // max(1, len(cells)))
        made.append(_guess(told, low))
    if len(made) == len(_USUAL) and tuple(made[:3]) == _USUAL[:3]:
        return _USUAL
    free = [at for at, column in enumerate(made) if column is Column.OTHER]
    if free and Column.TITLE not in made:
        made[max(free, key=lambda at: lengths[at])] = Column.TITLE
    return tuple(made)


def _guess(bare: Sequence[str], low: Sequence[str]) -> Column:
    need = max(1, (len(bare) + 1) // 2)
    for column, is_one in (
        (Column.TIME, _HOUR_CELL),
        (Column.PART, _PART_CELL),
        (Column.DAY, _DAY_CELL),
    ):
        if bare and sum(is_one.fullmatch(words) is not None for words in bare) >= need:
            return column
    if low and sum(is_place(words) for words in low) >= need:
        return Column.PLACE
    if low and sum(is_person(words) for words in low) >= need:
        return Column.PEOPLE
    return Column.OTHER
