"""Blank pages: which an issue ends with because sheets are folded, and what would do away with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from desk.edition.edition import Edition
from desk.edition.page_geometry import MM, Geometry, geometry
from desk.press.typeset.manuscript import FOLD
from desk.press.typeset.positions import Standing
from desk.text.blocks import word_count

_IMPRINT = 10  # lines that an imprint takes of a page that it shares
_ROUND = 50  # words
_TRIED = 40  # articles of which two together are tried


@dataclass(frozen=True, slots=True)
class BlankPages:
    """The blank pages by number; about so many more `words` fill them.

    About so many fewer `lines` save the sheet, and the issue has `total` pages then; 0 where there is no other sheet.
    From `least` to `room` more lines, of `density` words each, leave no page blank.
    """

    pages: tuple[int, ...]
    words: int
    lines: int = 0
    total: int = 0
    least: int = 0
    room: int = 0
    density: float = 1.0


def blank_pages(edition: Edition, found: Standing) -> BlankPages | None:
    """Return the blank pages behind the cover and between the end of the text and the imprint, None without any."""
    ends = found.of("last")
    if not found.blank or not ends:
        return None
    page, fold = _page(edition), FOLD[edition.design.format]
    a_page, here = page.lines * page.columns, _taken(page, found)
    texts = [piece.text for piece in edition.pieces]
    first = found.of("first")[0].page
    taken = (ends[-1].page - first) * a_page + here
    density = sum(map(word_count, texts)) / max(taken, 1)
    room = len(found.blank) * a_page + a_page - here
    words = max(round(room * density / _ROUND) * _ROUND, _ROUND)
    blank = BlankPages(found.blank, words, 0, 0, max(room - a_page + 1, 1), room, density)
    before = found.total - fold
    if before < fold:
        return blank
    kept = a_page - _IMPRINT if page.columns == 1 else 0
    used = found.used - (2 in found.blank)  # it would not be left blank then
    over = (used - before) * a_page + here - kept
    return replace(blank, lines=max(over, 1), total=before)


def last_page(edition: Edition, found: Standing) -> float:
    """Return which part of the last page of text is taken; 1 where there is no text."""
    page = _page(edition)
    return _taken(page, found) / (page.lines * page.columns) if found.of("last") else 1.0


def would_fill(blank: BlankPages, words: Sequence[int]) -> tuple[int, ...]:
    """Return which of the articles with so many words leave no page blank, by their place; empty where none does.

    The longest that has room, else two that have it together.
    """
    least, room = blank.least * blank.density, blank.room * blank.density
    one = [(at,) for at in range(len(words))]
    for chosen in (one, combinations(range(min(len(words), _TRIED)), 2)):
        fits = [which for which in chosen if least <= sum(words[at] for at in which) <= room]
        if fits:
            return max(fits, key=lambda which: sum(words[at] for at in which))
    return ()


def _page(edition: Edition) -> Geometry:
    return geometry(edition.design.format, edition.design.fitting)


def _taken(page: Geometry, found: Standing) -> int:
    """Return how many lines of the last page of text are taken, in all its columns."""
    end = found.of("last")[-1]
    down = round((end.down - page.top) * MM / page.pitch)
    return end.column * (page.lines - found.left.get(end.page, 0)) + down
