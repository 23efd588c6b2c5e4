"""The reading order of a page: one column, or two with lines over both between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from desk.intake.pdf.lines import Line

_FEWEST = 4  # lines on each side of a gutter
_CROSSING = 0.35  # of all lines: more that cross it, and it is none


@dataclass(frozen=True, slots=True)
class Placed:
    """Something that stands on the page between lines: a picture or a table, by its number."""

    left: float
    right: float
    base: float
    number: int


Item = Line | Placed


@dataclass(slots=True)
class Column:
    """What is read from top to bottom before the next column; its margins."""

    left: float = 0.0
    right: float = 0.0
    items: list[Item] = field(default_factory=list)


def columns(items: Sequence[Item], width: float) -> list[Column]:
    """Return the columns of a page in reading order."""
    rows = sorted(items, key=lambda item: (-item.base, item.left))
    found = [item for item in rows if isinstance(item, Line)]
    if not found:
        return [Column(0.0, width, rows)] if rows else []
    gutter = _gutter(found)
    if gutter is None:
        return [_column(_row_order(rows))]
    return [column for column in _bands(rows, gutter) if column.items]


def _gutter(found: Sequence[Line]) -> float | None:
    """Return where a blank stripe parts two columns of lines; None when there is none."""
    left, right = min(line.left for line in found), max(line.right for line in found)
    wide = right - left
    best: tuple[int, float] | None = None
    steps = 60
    for step in range(steps // 3, 2 * steps // 3 + 1):
        x = left + wide * step / steps
        crossing = sum(line.left < x < line.right for line in found)
        before = [line for line in found if line.right <= x]
        after = [line for line in found if line.left >= x]
        if min(len(before), len(after)) < _FEWEST or crossing > _CROSSING * len(found):
            continue
        # Columns are full of words; cells and signatures are not.
        full = min(_filled(before, left, x), _filled(after, x, right))
        beside = _beside(before, after)
        if full < 0.55 or beside < _FEWEST:
            continue
        if best is None or crossing < best[0]:
            best = (crossing, x)
    return best[1] if best else None


def _filled(side: Sequence[Line], left: float, right: float) -> float:
    """Return how much of a column's width its usual line fills."""
    shares = sorted((line.right - line.left) / max(1.0, right - left) for line in side)
    return shares[len(shares) // 2]


def _beside(before: Sequence[Line], after: Sequence[Line]) -> int:
    """Count the lines of one side that stand beside the other side's."""
    low, high = min(line.base for line in after), max(line.base for line in after)
    return sum(low - line.size <= line.base <= high + line.size for line in before)


def _bands(rows: Sequence[Item], gutter: float) -> list[Column]:
    out: list[Column] = []
    before: list[Item] = []
    after: list[Item] = []
    across: list[Item] = []

    def end_columns() -> None:
        out.extend((_column(before.copy()), _column(after.copy())))
        before.clear()
        after.clear()

    for item in rows:
        if item.left < gutter < item.right:
            if before or after:
                end_columns()
            across.append(item)
            continue
        if across:
            out.append(_column(across.copy()))
            across.clear()
        (before if item.right <= gutter else after).append(item)
    if across:
        out.append(_column(across))
    end_columns()
    return out


def _column(items: list[Item]) -> Column:
    found = [item for item in items if isinstance(item, Line)] or items
    if not found:
        return Column()
    return Column(min(item.left for item in found), max(item.right for item in found), items)


def _row_order(rows: list[Item]) -> list[Item]:
    """Return the items of a page of one column: those on one base line from left to right."""
    out: list[Item] = []
    row: list[Item] = []
    for item in rows:
        size = item.size if isinstance(item, Line) else 1.0
        if row and row[0].base - item.base > 0.5 * size:
            out.extend(sorted(row, key=lambda one: one.left))
            row = []
        row.append(item)
    return out + sorted(row, key=lambda one: one.left)
