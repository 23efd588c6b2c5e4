"""Table breaks: where a table that does not fit the rest of a page breaks, leaving neither a hole nor a lone row."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from desk.edition.page_geometry import PITCH

_OUTER = 8.0  # points of air above and below, as resources/press/tables.typ leaves them
_FEWEST = 2  # rows on each side of a break, the head not counted


@dataclass(frozen=True, slots=True)
class Stretch:
    """Rows `first` to `end` (not included) of a table, which stand together on `lines` lines."""

    first: int
    end: int
    lines: int


def stretches(
    heights: Sequence[float], *, head: bool, left: int, then: int, room: int, pitch: float = PITCH
) -> list[Stretch]:
    """Cut a table for a column with `left` lines, the one after it with `then`, further ones with `room`.

    Later parts repeat the head.

    `heights` of its rows and the `pitch` of lines are in points. The first part is empty (0 lines) where
    no two rows fit what is left.
    """
    start = int(head)
    parts: list[Stretch] = []
    at, space, later = start, left, iter((then,))
    while at < len(heights):
        end = at
        while end < len(heights) and _lines(heights, pitch, start, at, end + 1) <= space:
            end += 1
        lonely = len(heights) - end
        if 0 < lonely < _FEWEST:
            end -= _FEWEST - lonely
        if end - at < min(_FEWEST, len(heights) - at) and space < room:
            end = at  # rather nothing here
        elif end <= at:
            end = at + 1
        if end == at:
            parts.append(Stretch(0, 0, 0))
        else:
            parts.append(Stretch(0 if at == start else at, end, _lines(heights, pitch, start, at, end)))
        at, space = end, next(later, room)
    return parts


def whole(heights: Sequence[float], pitch: float = PITCH) -> int:
    """Return how many lines a table takes that does not break."""
    return _up(sum(heights), pitch)


def least(heights: Sequence[float], *, head: bool, pitch: float = PITCH) -> int:
    """Return how many lines the beginning takes that must stand together."""
    rows = len(heights) - head
    if rows < 2 * _FEWEST:
        return whole(heights, pitch)
    return _lines(heights, pitch, int(head), int(head), int(head) + _FEWEST)


def _lines(heights: Sequence[float], pitch: float, start: int, at: int, end: int) -> int:
    return _up(sum(heights[:start]) + sum(heights[at:end]), pitch)


def _up(points: float, pitch: float) -> int:
    return max(math.ceil((points + _OUTER) / pitch - 0.02), 1)
