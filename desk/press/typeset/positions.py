"""Positions: where every piece, picture and table came to stand in the set text, and what follows from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from desk.edition.page_geometry import MM

# A Typst expression; asked from outside, for a source that asks itself where it stands is set twice.
MARKS = """query(<mark>).map(it => {
  let at = it.location().position()
  (..it.value, at.page, at.x / 1pt, at.y / 1pt)
})"""
_APART = 12.0  # mm at least between the text and an imprint on the same page


class PositionMark(NamedTuple):
    """Something found again: `first`, `last` of an article; `anchor`, `shot` of a picture or table, by its number.

    `section` stands in the heading of one, `contents` at the end of the contents, `from` and `to` round what is cast
    off. `page` counts from the cover, 1, `column` from 0; `down` is millimetres from the head of the page.
    """

    kind: str
    number: int
    page: int
    column: int
    down: float


@dataclass(frozen=True, slots=True)
class Standing:
    """All marks of a set issue; `used` ends with the text, `total` counts the `blank` pages, which it names.

    `shared` tells that the imprint stands below the text of the last page; `left` how many lines stay open by page
    below columns that were made equally high.
    """

    marks: tuple[PositionMark, ...]
    used: int
    total: int
    shared: bool
    blank: tuple[int, ...] = ()
    left: Mapping[int, int] = field(default_factory=dict)

    def of(self, *kinds: str) -> list[PositionMark]:
        """Return the marks of some kinds, in print order."""
        return [mark for mark in self.marks if mark.kind in kinds]


def read(rows: list[list[Any]], style: Mapping[str, Any]) -> tuple[PositionMark, ...]:
    """Return the marks of what `MARKS` says of a text set in this style."""

    def one(kind: str, number: int, page: int, across: float, down: float) -> PositionMark:
        left = style["inside"] if page % 2 else style["outside"]
        second = across / MM - style["beyond"] > left + style["column"] + style["gutter"] / 2
        return PositionMark(
            kind, number, page, int(style["columns"] > 1 and second), down / MM - style["beyond"]
        )

    return tuple(one(*row) for row in rows)


def standing(
    marks: tuple[PositionMark, ...],
    style: Mapping[str, Any],
    imprint: float,
    *,
    front: bool = False,
    left: Mapping[int, int] | None = None,
) -> Standing:
    """Return how an issue stands whose imprint is so many points high, 0 for one without.

    Sheets are folded, so the pages are a multiple of `fold`; the imprint closes the last of them. `front` tells that
    the inside of the front cover was left blank, `left` how many lines are open below columns by their last article.
    """
    ends = [mark for mark in marks if mark.kind == "last"] or [
        mark for mark in marks if mark.kind == "contents"
    ]
    used, foot = ends[-1].page, ends[-1].down if ends[-1].kind == "last" else style["height"]
    below = (style["top"] + style["lines"] * style["pitch"] / MM - foot) * MM
    room = style["columns"] == 1 and below > imprint + _APART * MM
    over = used % style["fold"]
    shared = not over and (room or not imprint)
    more = 0 if shared else style["fold"] - over
    total = used + more
    blank = range(used + 1, total if imprint > 0 and more else total + 1)
    bare = (*((2,) if front else ()), *blank)
    closed = {ends[number].page: lines for number, lines in (left or {}).items()}
    return Standing(marks, used, total, shared and imprint > 0, bare, closed)
