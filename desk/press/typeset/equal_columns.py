"""Equal columns: how many lines stay open below the columns of a page that ends before its foot."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from desk.edition.page_geometry import MM
from desk.press.typeset.measure import Data
from desk.press.typeset.positions import PositionMark

_BARE = 0.4  # of a page, that is more than a heading over all columns is worth
_FEW = 8  # lines in all: they stay in the first column


def left_open(sections: list[Data], marks: Sequence[PositionMark], style: Data) -> dict[int, int]:
    """Return by the number of the article that ends a page how many lines below it make its columns equally high.

    A page ends with the issue, and before a section whose heading goes over all columns.
    """
    found: dict[int, int] = {}
    for number, taken, room in _taken(sections, marks, style):
        if taken > _FEW and (lines := room + -taken // style["columns"]) > 0:
            found[number] = lines
    return found


def hold_back(sections: list[Data], marks: Sequence[PositionMark], style: Data) -> bool:
    """Write `held` into sections before which so much stays empty that they had better begin where they stand.

    Tell whether there was one: the text had come to stand a little further on than was reckoned.
    """
    held = False
    count = 0
    ended = {
        number: room - taken / style["columns"] for number, taken, room in _taken(sections, marks, style)
    }
    for section in sections:
        if section["wide"] and ended.get(count - 1, 0.0) > _BARE * style["lines"]:
            section["held"] = held = True
        count += len(section["pieces"])
    return held


def _taken(
    sections: list[Data], marks: Sequence[PositionMark], style: Data
) -> Iterator[tuple[int, int, int]]:
    """Yield the articles that end a page, the lines taken of it in all its columns, and how many a column has."""
    ends = [mark for mark in marks if mark.kind == "last"]
    heads = _heads(sections, marks)
    for number in _last_articles(sections):
        end, head = ends[number], heads.get(ends[number].page, 0)
        room = style["lines"] - head
        last = round((end.down - style["top"]) * MM / style["pitch"]) - head
        yield number, end.column * room + last, room


def moved(
    left: Mapping[int, int], before: Sequence[PositionMark], after: Sequence[PositionMark]
) -> int | None:
    """Return the first article that no longer ends on its page, so that less must be left open below it."""
    old, new = ([mark.page for mark in marks if mark.kind == "last"] for marks in (before, after))
    return next((number for number in left if old[number] != new[number]), None)


def _last_articles(sections: list[Data]) -> Iterator[int]:
    count = 0
    for section in sections:
        if section["wide"] and count:
            yield count - 1
        count += len(section["pieces"])
    if count:
        yield count - 1


def _heads(sections: list[Data], marks: Sequence[PositionMark]) -> dict[int, int]:
    """Return by page the lines that stand over all columns at its head."""
    found: dict[int, int] = {}
    named = iter(sections)
    tall = {
        block["index"]: [part["tall"] for part in block.get("parts", ())] or [block["tall"]]
        for section in sections
        for piece in section["pieces"]
        for block in piece["blocks"]
        if block.get("wide") == "page" and block.get("place") == "float"
    }
    for mark in marks:
        lines = 0
        if mark.kind == "section":
            section = next(named)
            lines = section["tall"] if section["wide"] else 0
        elif mark.kind == "shot" and tall.get(mark.number):
            lines = tall[mark.number].pop(0)
        if lines:
            found[mark.page] = found.get(mark.page, 0) + lines
    return found
