"""Two tables compared cell by cell: a figure is never explained by the one in the next cell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from desk.compare.match_blocks import likeness
from desk.compare.words import Op, OpKind, joined, seen_ops
from desk.text.blocks import Runs, Table, nfc, plain

_ALIKE = 0.5  # share of words in common from which two rows are one, changed
_NUMBER = re.compile(
    r"\d{1,4}[.)]?|[IVXL]+[.)]?"
)  # a row's ordinal: it shifts when a row is put in before it


@dataclass(frozen=True, slots=True)
class CellChange:
    """One cell before and after, as operations; a side is None where the cell is not there."""

    old: Runs | None
    new: Runs | None
    ops: tuple[Op, ...]


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row of both tables laid on each other; `kind` is INSERT or DELETE when it came or went whole."""

    kind: OpKind
    cells: tuple[CellChange, ...]


def grid(old: Table, new: Table) -> tuple[RowChange, ...]:
    """Lay two tables on each other: rows and columns of both, what went where it stood."""
    before, after = _letters(old), _letters(new)
    columns = _columns(before, after)
    out = []
    for i, j in _rows(before, after):
        kind = OpKind.INSERT if i is None else OpKind.DELETE if j is None else OpKind.EQUAL
        out.append(RowChange(kind, tuple(_cell(_at(old, i, a), _at(new, j, b)) for a, b in columns)))
    return tuple(out)


def flat(rows: Sequence[RowChange]) -> tuple[Op, ...]:
    """Return the operations on the tables' words as `block_text` has them: tabs and line ends between."""
    script: list[tuple[OpKind, str]] = []
    first = [True, True]  # old, new: no row so far
    for row in rows:
        there = (row.kind is not OpKind.INSERT, row.kind is not OpKind.DELETE)
        begun = [False, False]
        script += _between(["\n" if there[side] and not first[side] else "" for side in (0, 1)])
        for cell in row.cells:
            has = (cell.old is not None, cell.new is not None)
            script += _between(["\t" if has[side] and begun[side] else "" for side in (0, 1)])
            script += [(op.kind, op.text) for op in cell.ops]
            begun = [begun[side] or has[side] for side in (0, 1)]
        first = [first[side] and not there[side] for side in (0, 1)]
    return joined(script)


def _between(marks: Sequence[str]) -> list[tuple[OpKind, str]]:
    old, new = marks
    return [(OpKind.EQUAL, old)] if old == new else [(OpKind.DELETE, old), (OpKind.INSERT, new)]


def _cell(old: Runs | None, new: Runs | None) -> CellChange:
    return CellChange(old, new, seen_ops(nfc(plain(old or ())), nfc(plain(new or ()))))


def _at(table: Table, row: int | None, column: int | None) -> Runs | None:
    if row is None or column is None or column >= len(table.rows[row]):
        return None
    return table.rows[row][column]


def _letters(table: Table) -> list[tuple[str, ...]]:
    return [tuple(nfc(plain(cell)) for cell in row) for row in table.rows]


Places = list[tuple[int | None, int | None]]


def _columns(old: list[tuple[str, ...]], new: list[tuple[str, ...]]) -> Places:
    """Match the columns: one to one where there are as many, else by what stands in them."""
    widths = [max((len(row) for row in rows), default=0) for rows in (old, new)]
    if widths[0] == widths[1]:
        return [(at, at) for at in range(widths[0])]
    before, after = (
        [tuple(row[at] if at < len(row) else "" for row in rows) for at in range(width)]
        for rows, width in zip((old, new), widths, strict=True)
    )
    return _matched(before, after, before, after)


def _rows(old: list[tuple[str, ...]], new: list[tuple[str, ...]]) -> Places:
    return _matched(old, new, [_named(line) for line in old], [_named(line) for line in new])


def _named(line: tuple[str, ...]) -> tuple[str, ...]:
    """Return what a row is known by: all its cells but its ordinal."""
    return ("", *line[1:]) if _ordinal(line) and any(line[1:]) else line


def _matched(
    old: Sequence[tuple[str, ...]],
    new: Sequence[tuple[str, ...]],
    names: Sequence[tuple[str, ...]],
    others: Sequence[tuple[str, ...]],
) -> Places:
    """Match lines of equal names, then like ones between them, in order."""
    out: Places = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, names, others, autojunk=False).get_opcodes():
        if tag == "equal" or i2 - i1 == j2 - j1:
            out += zip(range(i1, i2), range(j1, j2), strict=True)
        else:
            out += _like(old, new, range(i1, i2), range(j1, j2))
    return out


def _like(
    old: Sequence[tuple[str, ...]], new: Sequence[tuple[str, ...]], left: range, right: range
) -> Places:
    out: Places = []
    waiting = list(left)
    for j in right:
        best = max(waiting, key=lambda i: _likeness(old[i], new[j]), default=None)
        if best is not None and _likeness(old[best], new[j]) >= _ALIKE:
            out += [(i, None) for i in waiting if i < best]
            out.append((best, j))
            waiting = [i for i in waiting if i > best]
        else:
            out.append((None, j))
    return [*out, *((i, None) for i in waiting)]


def _likeness(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """Return how alike two lines are; to begin alike is enough, unless with an ordinal."""
    if one and other and one[0] and one[0] == other[0] and not (_ordinal(one) and _ordinal(other)):
        return 1.0
    one, other = (line[1:] if _ordinal(line) else line for line in (one, other))
    return likeness(Counter(" ".join(one).split()), Counter(" ".join(other).split()))


def _ordinal(line: tuple[str, ...]) -> bool:
    """Say whether a line begins with its number in the table: 1, 02, 3. or IV."""
    return len(line) > 1 and _NUMBER.fullmatch(line[0].strip()) is not None
