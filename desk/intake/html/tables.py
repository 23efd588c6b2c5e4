"""A page's table: cells to rows of runs, or to plain paragraphs when it only held the layout."""

from __future__ import annotations

from dataclasses import dataclass, field

from desk.intake.pieces import IntakePiece, joined
from desk.text.blocks import ListItem, Picture, Run, Runs, Table, new_id

_SPAN_LIMIT = 40  # columns or rows; more is no table for an A5 page


@dataclass
class Cell:
    """A cell being read: its pieces, and how far it spreads."""

    head: bool = False
    across: int = 1
    down: int = 1
    pieces: list[IntakePiece] = field(default_factory=list)
    joined: bool = True  # False: its words only run over into the next cells


@dataclass
class Grid:
    """A table being read, row by row."""

    rows: list[list[Cell]] = field(default_factory=list)
    head: bool = False  # there is a thead
    columns: list[bool] = field(default_factory=list)  # whether a column is shown, where the table says so
    merged: int = 0  # cells that spread over others, once the table was made
    hidden: int = 0  # columns with words that the source does not show, once the table was made

    def pieces(self, source: str = "") -> list[IntakePiece]:
        """Return the table (its id: `source`) as one block, its pictures after it; one column becomes paragraphs."""
        rows = [row for row in self.rows if row]
        if all(len(row) == 1 for row in rows):
            return [piece for row in rows for piece in row[0].pieces]
        filled = [row for row in self._shown(_filled(rows)) if any(row)]
        pictures = [p for row in rows for cell in row for p in cell.pieces if isinstance(p.block, Picture)]
        if not filled:
            return pictures
        self.merged = sum(cell.joined and cell.across * cell.down > 1 for row in rows for cell in row)
        head = self.head or all(cell.head for cell in rows[0])
        return [IntakePiece(Table(new_id(), tuple(filled), header=head), source=source), *pictures]

    def _shown(self, rows: list[tuple[Runs, ...]]) -> list[tuple[Runs, ...]]:
        """Leave out the columns that a spreadsheet hides."""
        hidden = {at for at, shown in enumerate(self.columns) if not shown}
        self.hidden = sum(any(row[at] for row in rows if at < len(row)) for at in hidden)
        if not hidden:
            return rows
        return [tuple(cell for at, cell in enumerate(row) if at not in hidden) for row in rows]


def span(value: str) -> int:
    """Read colspan or rowspan."""
    return max(1, min(int(value), _SPAN_LIMIT)) if value.isascii() and value.isdigit() else 1


def _filled(rows: list[list[Cell]]) -> list[tuple[Runs, ...]]:
    """Give every row the same number of cells; a spread cell leaves empty ones behind it."""
    taken: dict[int, int] = {}  # column -> rows below that a cell from above still covers
    out: list[list[Runs]] = []
    for row in rows:
        line: list[Runs] = []
        cells = iter(row)
        cell = next(cells, None)
        while cell is not None or taken.get(len(line)):
            if taken.get(len(line)):
                taken[len(line)] -= 1
                line.append(())
                continue
            assert cell is not None
            for step in range(cell.across):
                if cell.down > 1:
                    taken[len(line)] = cell.down - 1
                line.append(_cell_runs(cell.pieces) if step == 0 else ())
            cell = next(cells, None)
        if row and not row[-1].joined:  # words that ran over the last column need none
            del line[len(line) - row[-1].across + 1 :]
        out.append(line)
    width = max((len(line) for line in out), default=0)
    return [tuple(line + [()] * (width - len(line))) for line in out]


def _cell_runs(pieces: list[IntakePiece]) -> Runs:
    """Join a cell's blocks; a list's numbers become words, its bullets go: the line ends part the items."""
    parts: list[Runs] = []
    numbers: dict[int, int] = {}  # level → the number of the next item
    for piece in pieces:
        block = piece.block
        numbers = _counted(block, numbers) if isinstance(block, ListItem) else {}
        if isinstance(block, Table):
            parts.extend(joined(list(row), "\t") for row in block.rows)
        elif not isinstance(block, Picture):
            number = numbers.get(block.level) if isinstance(block, ListItem) and block.ordered else None
            parts.append(block.runs if number is None else (Run(f"{number}. "), *block.runs))
    return joined([part for part in parts if part != (Run(""),)])


def _counted(item: ListItem, numbers: dict[int, int]) -> dict[int, int]:
    """Return the numbers of the items so far, this one's among them; a deeper list begins anew."""
    above = {level: number for level, number in numbers.items() if level <= item.level}
    if item.ordered:
        above[item.level] = above[item.level] + 1 if item.level in above else item.start
    return above
