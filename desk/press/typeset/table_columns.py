"""Table columns: a table squared up for print, with the width of each column and the size of its letters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from desk.paths import RESOURCES
from desk.text.blocks import Run, Runs, Table, plain
from desk.text.font_files import widths

_SIZES = ((4, 10.0), (6, 9.0), (9, 8.0), (12, 7.0))  # up to so many columns: points
_SMALLEST = 5.5
_IN_COLUMN, _MANY = (
    4,
    6,
)  # columns: with more a table of A4 goes over the page; with more the cells have less air
_NARROWEST = (
    231.0,
    320.0,
)  # points, of the narrowest format in which a table of few or of many columns is set
_SIDE = (4.0, 2.0)  # points left and right of the words of a cell
_SHORT = 16  # letters of a cell that should stay on its line: a name, a head
_KEPT = 0.75  # of a column with long cells
_OTHER = 0.6  # of the size: a letter of another font
_TALL = 2400  # letters in a cell as wide as the column: about half a page
_FIGURES = re.compile(r"[-–+±]?[\d.,]*\d ?[%‰]?|[-–…]?")
_LONG_HEAD = 400  # letters; a head as tall as the page cannot be repeated on every page


@dataclass(frozen=True, slots=True)
class ColumnGrid:
    """A table with equally long rows; `shares` are the columns' parts of the width and sum to 1, `block` its id."""

    rows: tuple[tuple[Runs, ...], ...]
    shares: tuple[float, ...]
    size: float
    header: bool
    block: str = ""


def squared(table: Table) -> ColumnGrid | None:
    """Square a table up; None if it has no cell."""
    count = max((len(row) for row in table.rows), default=0)
    if not count:
        return None
    rows = tuple((*row, *((),) * (count - len(row))) for row in table.rows)
    head = sum(len(plain(cell)) for cell in rows[0])
    header = table.header and len(rows) > 1 and head <= _LONG_HEAD
    size = next((size for most, size in _SIZES if count <= most), _SMALLEST)
    return ColumnGrid(rows, _shares(rows, count, size, header=header), size, header)


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


def _shares(
    rows: tuple[tuple[Runs, ...], ...], count: int, size: float, *, header: bool
) -> tuple[float, ...]:
    """Weigh each column by its longest word and its usual cell, so that short columns stay narrow."""
    weights = []
    for column in range(count):
        cells = [plain(row[column]) for row in rows]
        word = max((len(word) for cell in cells for word in cell.split()), default=1)
        mean = sum(len(cell) for cell in cells) / len(cells)
        weights.append(max(min(word, 14), min(mean, 60) ** 0.8, 3.0) + 1.5)
    total = sum(weights)
    width = _NARROWEST[count > _IN_COLUMN]
    given = [weight / total * width for weight in weights]
    return tuple(round(one / width, 6) for one in _short_cells_whole(rows, given, size, header=header))


def _short_cells_whole(
    rows: tuple[tuple[Runs, ...], ...], given: list[float], size: float, *, header: bool
) -> list[float]:
    """Return the widths (points) at which no short cell is broken while another column has room to spare.

    The columns that want least are served first; of one with long cells a quarter may be taken.
    """
    side = 2 * _SIDE[len(given) > _MANY]
    faces = [_widths("Bold" if header and number == 0 else "Regular") for number in range(len(rows))]
    wants, spares = [], []
    for column, width in enumerate(given):
        cells = [(plain(row[column]).strip(), face) for row, face in zip(rows, faces, strict=True)]
        long = any(len(cell) > _SHORT for cell, _ in cells)
        whole = [_wide(cell, face) for cell, face in cells if len(cell) <= _SHORT]
        words = [_wide(word, face) for cell, face in cells if len(cell) > _SHORT for word in cell.split()]
        least = max(*whole, *words, 0.0, 0.0) * size + side + 0.5
        wants.append(max(least - width, 0.0) if max(whole, default=0.0) * size + side + 0.5 >= least else 0.0)
        spares.append(max(width - max(least, width * _KEPT if long else 0.0), 0.0))
    room = sum(spares)
    taken = 0.0
    made = list(given)
    for column in sorted(range(len(given)), key=wants.__getitem__):
        if 0 < wants[column] <= room - taken:
            made[column] += wants[column]
            taken += wants[column]
    return [
        width - spare * taken / room if taken else width for width, spare in zip(made, spares, strict=True)
    ]


def _wide(words: str, face: dict[str, float]) -> float:
    """Return how wide the widest line of words is, as a multiple of the size of its letters."""
    return max(sum(face.get(letter, _OTHER) for letter in line) for line in words.split("\n"))


@cache
def _widths(face: str) -> dict[str, float]:
    return widths(RESOURCES / "fonts" / f"Tinos-{face}.ttf")
