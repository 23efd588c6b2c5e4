"""Placement in the Word file: a picture that would leave half a page empty lets some paragraphs go before it.

Word has no picture that waits for the next page and stays easy to correct, so it is the order of the paragraphs
that changes: never past a heading, a table or another picture, so that a picture stays in its article.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace

from desk.press.typeset.table_columns import ColumnGrid
from desk.press.word.paragraphs import BEFORE_PICTURE, Item, Para, PicturesAbreast, Shot

_BEARABLE = 6 * 14.5  # points that may stay empty at the foot of a page
_DOUBT = 6.0  # points by which Word may have come further down than the pen
_SMALLEST = 0.62  # of a picture's size, where there is too little text to go before it
_FLOWING = ("BTBody", "BTList", "BTLead")


@dataclass(frozen=True, slots=True)
class MeasuredItem:
    """An item with its height, the space below it and the pitch of its lines in points."""

    item: Item
    height: float
    after: float
    line: float
    keep: bool
    new_page: bool
    moved: bool = False


def settled(measured: Sequence[MeasuredItem], room: float) -> list[Item]:
    """Return the items in the order in which pictures leave no hole; `room` is a column's height in points."""
    queue, done = deque(measured), list[Item]()
    pen = _Pen(room)
    while queue:
        one = queue.popleft()
        if isinstance(one.item, Shot):
            here = _placed(one, one.item, queue, pen)
            if here is None:
                _close(done, pen)
                continue
            one = here
        pen.set(one, queue)
        done.append(one.item)
    return done


def _close(done: list[Item], pen: _Pen) -> None:
    """Take back the space that the text kept for a picture which goes further on."""
    if done and isinstance(done[-1], Para) and done[-1].after == BEFORE_PICTURE:
        done[-1] = replace(done[-1], after=None)
        pen.at = max(pen.at - BEFORE_PICTURE, 0.0)


def _opened(one: MeasuredItem) -> MeasuredItem:
    """Keep the space for a picture below a paragraph that it now follows."""
    if not isinstance(one.item, Para):
        return one
    return replace(one, item=replace(one.item, after=BEFORE_PICTURE), after=max(one.after, BEFORE_PICTURE))


def _placed(shot: MeasuredItem, item: Shot, queue: deque[MeasuredItem], pen: _Pen) -> MeasuredItem | None:
    """Return the picture as it stands here, None if it was put back behind some paragraphs."""
    caption = queue[0] if shot.keep and queue else None
    words = shot.after + caption.height if caption else 0.0
    hole = pen.room - pen.at - _DOUBT
    if shot.height + words <= hole or hole <= _BEARABLE:
        return shot
    rest = list(queue)[1 if caption else 0 :]
    before: list[MeasuredItem] = []
    while (
        not shot.moved and rest and sum(one.height + one.after for one in before) < hole and _flows(rest[0])
    ):
        before.append(rest.pop(0))
    scale = (hole - words - 1) / shot.height
    fills = sum(one.height + one.after for one in before) >= hole - _BEARABLE
    if fills or (before and scale < _SMALLEST):  # a smaller hole, at least
        before[-1] = _opened(before[-1])
        queue.clear()
        queue.extend([*before, replace(shot, moved=True), *([caption] if caption else []), *rest])
        return None
    if scale < _SMALLEST:
        return shot
    size = item.size
    smaller = replace(size, width=round(size.width * scale, 3), height=round(size.height * scale, 3))
    return replace(shot, item=replace(item, size=smaller), height=shot.height * scale)


def _flows(one: MeasuredItem) -> bool:
    item = one.item
    return isinstance(item, Para) and item.look in _FLOWING and not one.keep and not one.new_page


class _Pen:
    """Where the text stands in its column, in points."""

    def __init__(self, room: float) -> None:
        self.room, self.at = room, 0.0

    def set(self, one: MeasuredItem, following: deque[MeasuredItem]) -> None:
        if one.new_page:
            self.at = 0.0
        if one.line:
            self._pour(one, following)
        elif isinstance(one.item, ColumnGrid):
            self._rows(one.item, one.height)
        else:
            if isinstance(one.item, Shot | PicturesAbreast) and self.at + one.height > self.room:
                self.at = 0.0
            self.at = (self.at + one.height) % self.room  # a box breaks
        self.at += one.after
        if self.at >= self.room:
            self.at = 0.0

    def _rows(self, grid: ColumnGrid, height: float) -> None:
        """Set a table, whose rows do not break, and whose head begins every page; rows are taken as equally high."""
        row = height / len(grid.rows)
        for number in range(len(grid.rows)):
            if self.at + row > self.room:
                self.at = row if grid.header and number else 0.0
            self.at += row

    def _pour(self, one: MeasuredItem, following: deque[MeasuredItem]) -> None:
        lines = max(round(one.height / one.line), 1)
        need = one.height
        if one.keep and following:
            need += one.after + min(following[0].height, 2 * (following[0].line or following[0].height))
        if (one.keep or lines <= 3) and self.at + need > self.room:
            self.at = 0.0
        while lines * one.line > self.room - self.at:
            here = min(int((self.room - self.at) / one.line), lines - 2)
            lines -= here if here >= 2 else 0
            self.at = 0.0
            if lines <= 3:
                break
        self.at += lines * one.line
