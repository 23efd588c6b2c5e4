"""The reading order of a page: one column, or two with lines over both between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

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
    beside: bool = False  # a block beside another, as over a letter: each of its lines stands for itself


def columns(items: Sequence[Item], width: float) -> list[Column]:
    """Return the columns of a page in reading order."""
    rows = sorted(items, key=lambda item: (-item.base, item.left))
    found = [item for item in rows if isinstance(item, Line)]
    if not found:
        return [Column(0.0, width, rows)] if rows else []
    gutter = _gutter(found)
    if gutter is None:
        return _side_by_side(_page_rows(rows))
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


def _page_rows(items: Sequence[Item]) -> list[list[Item]]:
    """Return the items of a page by base line, each row from left to right."""
    rows: list[list[Item]] = []
    for item in items:
        size = item.size if isinstance(item, Line) else 1.0
        if not rows or rows[-1][0].base - item.base > 0.5 * size:
            rows.append([])
        rows[-1].append(item)
    return [sorted(row, key=lambda one: one.left) for row in rows]


def _side_by_side(rows: Sequence[list[Item]]) -> list[Column]:
    """Return the columns of a page of one column; two blocks beside each other, as over a letter, are two more."""
    margins = _column([item for row in rows for item in row])
    out: list[Column] = []
    at = 0
    while at < len(rows):
        end, gutter = _block(rows, at)
        if end > at:
            beside = [item for row in rows[at:end] for item in row]
            out.extend(
                replace(_column(block), beside=True)
                for block in (
                    [one for one in beside if one.left < gutter],
                    [one for one in beside if one.left >= gutter],
                )
            )
            at = end
            continue
        if not out or out[-1].left != margins.left or out[-1].right != margins.right:
            out.append(Column(margins.left, margins.right))
        out[-1].items.extend(rows[at])
        at += 1
    return out


def _block(rows: Sequence[list[Item]], start: int) -> tuple[int, float]:
    """Return where two blocks that begin in this row end, and what parts them; the row itself when there are none."""
    first = rows[start]
    if len(first) != 2 or not all(isinstance(item, Line) for item in first):
        return start, 0.0
    low, high = first[0].right, first[1].left
    end = pairs = last = start
    while end < len(rows) and all(isinstance(item, Line) for item in rows[end]):
        row = rows[end]
        before = [item for item in row if item.right <= high]
        after = [item for item in row if item.left >= low]
        if (
            len(row) > 2
            or len(before) + len(after) < len(row)
            or (before and after and before[-1] is after[0])
        ):
            break
        new_low = max([low, *(item.right for item in before)])
        new_high = min([high, *(item.left for item in after)])
        if new_low >= new_high:
            break
        low, high = new_low, new_high
        end += 1
        if len(row) == 2:
            pairs, last = pairs + 1, end
    pairs -= start
    return (_with_last(rows, last, end), (low + high) / 2) if pairs >= 2 else (start, 0.0)


def _with_last(rows: Sequence[list[Item]], last: int, end: int) -> int:
    """Return where blocks end: with what stands close below their last row of two."""
    while last < end:
        above, line = rows[last - 1][0], rows[last][0]
        if not isinstance(line, Line) or above.base - line.base > 1.9 * line.size:
            break
        last += 1
    return last
