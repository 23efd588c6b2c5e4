"""Tables that are drawn with lines: the grid of a page's lines, and the words in its cells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

_THIN = 2.5  # points: a thicker bar is no line
_SAME = 3.0  # points between two lines that were drawn as one
_LEAST = 6.0  # points: shorter is no side of a cell

Box = tuple[float, float, float, float]  # left, bottom, right, top


@dataclass(slots=True)
class Grid:
    """A drawn table: the places of its lines, rows from top to bottom."""

    xs: list[float] = field(default_factory=list)
    ys: list[float] = field(default_factory=list)
    uprights: list[Box] = field(default_factory=list)

    @property
    def box(self) -> Box:
        """Return the outer edges."""
        return self.xs[0], self.ys[-1], self.xs[-1], self.ys[0]

    def cell(self, x: float, y: float) -> tuple[int, int] | None:
        """Return row and column of a place; a cell that spreads over columns has the number of its first."""
        left, bottom, right, top = self.box
        if not (left - 1 <= x <= right + 1 and bottom - 1 <= y <= top + 1):
            return None
        column = min(max(bisect_right(self.xs, x) - 1, 0), len(self.xs) - 2)
        row = sum(edge > y for edge in self.ys[1:-1])
        middle = (self.ys[row] + self.ys[row + 1]) / 2
        while column > 0 and not self._parted(self.xs[column], middle):
            column -= 1
        return row, column

    def across(self, row: int, column: int) -> int:
        """Return over how many columns a cell spreads."""
        middle = (self.ys[row] + self.ys[row + 1]) / 2
        end = column + 1
        while end < len(self.xs) - 1 and not self._parted(self.xs[end], middle):
            end += 1
        return end - column

    def _parted(self, x: float, y: float) -> bool:
        return any(
            abs((line[0] + line[2]) / 2 - x) <= _SAME and line[1] - 1 <= y <= line[3] + 1
            for line in self.uprights
        )


def grids(boxes: Sequence[Box]) -> list[Grid]:
    """Return the tables that the drawn paths of a page make: two columns and two rows at least."""
    flat = [box for box in boxes if box[3] - box[1] <= _THIN and box[2] - box[0] >= _LEAST]
    upright = [box for box in boxes if box[2] - box[0] <= _THIN and box[3] - box[1] >= _LEAST]
    for left, bottom, right, top in boxes:  # a whole cell drawn at once
        if right - left > _THIN and top - bottom > _THIN:
            flat += [(left, y, right, y) for y in (bottom, top)]
            upright += [(x, bottom, x, top) for x in (left, right)]
    out = []
    for group in _groups(flat, upright):
        xs = _places([(box[0] + box[2]) / 2 for box in upright if _touches(box, group)])
        ys = _places([(box[1] + box[3]) / 2 for box in flat if _touches(box, group)])[::-1]
        if len(xs) > 2 and len(ys) > 2:
            out.append(Grid(xs, ys, [box for box in upright if _touches(box, group)]))
    return sorted(out, key=lambda grid: -grid.ys[0])


def _groups(flat: Sequence[Box], upright: Sequence[Box]) -> list[Box]:
    """Return the boxes around lines that hang together, from top to bottom."""
    groups: list[Box] = []
    for box in sorted((*flat, *upright), key=lambda one: -one[3]):
        joined = box
        rest = []
        for group in groups:
            if _touches(joined, group):
                joined = (
                    min(joined[0], group[0]), min(joined[1], group[1]),
                    max(joined[2], group[2]), max(joined[3], group[3]),
                )  # fmt: skip
            else:
                rest.append(group)
        groups = [*rest, joined]
    return groups


def _touches(one: Box, other: Box) -> bool:
    return (
        one[0] <= other[2] + _SAME
        and other[0] <= one[2] + _SAME
        and one[1] <= other[3] + _SAME
        and other[1] <= one[3] + _SAME
    )


def _places(values: list[float]) -> list[float]:
    out: list[float] = []
    for value in sorted(values):
        if not out or value - out[-1] > _SAME:
            out.append(value)
    return out
