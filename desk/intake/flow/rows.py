"""Rows of cells whose right edges are known to a table's markup: cells that spread over others are found again."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from desk.intake.html.markup import element

_SAME = 1.5  # points between two edges that a hand drew as one
_UNKNOWN = 72.0  # points: the width of a cell that names none


@dataclass(frozen=True, slots=True)
class CellShape:
    """A cell as its row declares it."""

    edge: float = 0.0  # its right edge, in points; 0: not said
    goes_on: bool = False  # it is part of the cell before it
    below: bool = False  # it is part of the cell above it


@dataclass(slots=True)
class _Placed:
    first: int  # the edge that it ends at, counted among all edges of the table
    words: str
    below: bool
    across: int = 1
    down: int = 1


@dataclass(slots=True)
class OpenTable:
    """A table whose end has not come yet."""

    cell: list[str] = field(default_factory=list)  # markup of the cell that is open
    row: list[str] = field(default_factory=list)
    rows: list[tuple[list[str], tuple[CellShape, ...]]] = field(default_factory=list)

    def end_cell(self) -> None:
        """End the open cell."""
        self.row.append("".join(self.cell))
        self.cell.clear()

    def end_row(self, shapes: tuple[CellShape, ...]) -> None:
        """End the row, whose cells are of these shapes."""
        if self.cell:
            self.end_cell()
        if self.row:
            self.rows.append((self.row, shapes))
            self.row = []

    def markup(self) -> str:
        """Return the whole table."""
        self.end_row(())
        rows = [_shaped(cells, shapes) for cells, shapes in self.rows]
        edges = _edges([shape.edge for _, shapes in rows for shape in shapes])
        lines = [_placed(cells, shapes, edges) for cells, shapes in rows]
        _fold_below(lines)
        return element("table", "".join(_row(line) for line in lines)) if lines else ""


def _shaped(cells: list[str], shapes: tuple[CellShape, ...]) -> tuple[list[str], list[CellShape]]:
    """Give every cell a shape with an edge, and every shape a cell."""
    out: list[CellShape] = []
    at = 0.0
    for place in range(len(cells)):
        shape = shapes[place] if place < len(shapes) else CellShape()
        at = shape.edge if shape.edge > at else at + _UNKNOWN
        out.append(CellShape(at, shape.goes_on, shape.below))
    return cells, out


def _edges(edges: list[float]) -> list[float]:
    out: list[float] = []
    for edge in sorted(edges):
        if not out or edge - out[-1] > _SAME:
            out.append(edge)
    return out


def _placed(cells: list[str], shapes: list[CellShape], edges: list[float]) -> list[_Placed]:
    line: list[_Placed] = []
    column = -1
    for words, shape in zip(cells, shapes, strict=True):
        end = max(bisect_left(edges, shape.edge - _SAME), column + 1)
        if shape.goes_on and line:
            line[-1].words += words
            line[-1].across += end - column
        else:
            line.append(_Placed(column + 1, words, shape.below, end - column))
        column = end
    return line


def _fold_below(lines: list[list[_Placed]]) -> None:
    """Give each cell that goes on from above to the cell that it belongs to."""
    above: dict[int, _Placed] = {}
    for line in lines:
        here: dict[int, _Placed] = {}
        kept: list[_Placed] = []
        for cell in line:
            top = above.get(cell.first) if cell.below else None
            if top is None:
                kept.append(cell)
                here[cell.first] = cell
            else:
                top.down += 1
                top.words += cell.words
                here[cell.first] = top
        line[:] = kept
        above = here


def _row(line: list[_Placed]) -> str:
    return element(
        "tr",
        "".join(
            element(
                "td",
                cell.words,
                colspan=str(cell.across) if cell.across > 1 else "",
                rowspan=str(cell.down) if cell.down > 1 else "",
            )
            for cell in line
        ),
    )
