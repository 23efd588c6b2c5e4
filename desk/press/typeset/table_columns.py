"""Table columns: a table squared up for print, with the width of each column and the size of its letters."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desk.text.blocks import Run, Runs, Table, plain

_SIZES = ((4, 10.0), (6, 9.0), (9, 8.0), (12, 7.0))  # up to so many columns: points
_SMALLEST = 5.5
_TALL = 2400  # letters in a cell as wide as the column: about half a page
_FIGURES = re.compile(r"[-–+±]?[\d.,]*\d ?[%‰]?|[-–…]?")
_LONG_HEAD = 400  # letters; a head as tall as the page cannot be repeated on every page


@dataclass(frozen=True, slots=True)
class ColumnGrid:
    """A table with equally long rows; `shares` are the columns' parts of the width and sum to 1."""

    rows: tuple[tuple[Runs, ...], ...]
    shares: tuple[float, ...]
    size: float
    header: bool


def squared(table: Table) -> ColumnGrid | None:
    """Square a table up; None if it has no cell."""
    count = max((len(row) for row in table.rows), default=0)
    if not count:
        return None
    rows = tuple((*row, *((),) * (count - len(row))) for row in table.rows)
    head = sum(len(plain(cell)) for cell in rows[0])
    return ColumnGrid(
        rows=rows,
        shares=_shares(rows, count),
        size=next((size for most, size in _SIZES if count <= most), _SMALLEST),
        header=table.header and len(rows) > 1 and head <= _LONG_HEAD,
    )


def box(table: Table) -> tuple[Runs, ...] | None:
    """Return the paragraphs of a table of one cell, which is a box for a document; None for a true table."""
    if len(table.rows) != 1 or len(table.rows[0]) != 1 or not plain(table.rows[0][0]).strip():
        return None
    paragraphs: list[list[Run]] = [[]]
    for run in table.rows[0][0]:
        first, *others = run.text.split("\n")
        paragraphs[-1].append(Run(first, run.marks, run.link))
        paragraphs.extend([Run(words, run.marks, run.link)] for words in others)
    return tuple(tuple(runs) for runs in paragraphs if plain(tuple(runs)).strip())


def figured(grid: ColumnGrid) -> list[bool]:
    """Tell of each column whether it holds nothing but figures below its head."""
    body = grid.rows[1:] if grid.header else grid.rows
    columns = [[plain(row[number]).strip() for row in body] for number in range(len(grid.shares))]
    return [any(cells) and all(_FIGURES.fullmatch(cell) for cell in cells) for cells in columns]


def whole_rows(grid: ColumnGrid) -> bool:
    """Tell whether no row is so tall that it must be allowed to break over pages."""
    return all(
        len(plain(cell)) <= _TALL * share
        for row in grid.rows
        for cell, share in zip(row, grid.shares, strict=True)
    )


def _shares(rows: tuple[tuple[Runs, ...], ...], count: int) -> tuple[float, ...]:
    """Weigh each column by its longest word and its usual cell, so that short columns stay narrow."""
    weights = []
    for column in range(count):
        cells = [plain(row[column]) for row in rows]
        word = max((len(word) for cell in cells for word in cell.split()), default=1)
        mean = sum(len(cell) for cell in cells) / len(cells)
        weights.append(max(min(word, 14), min(mean, 60) ** 0.8, 3.0) + 1.5)
    total = sum(weights)
    return tuple(round(weight / total, 6) for weight in weights)
