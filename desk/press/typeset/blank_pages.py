"""Blank pages: which an issue ends with because sheets are folded, and what would do away with them."""

from __future__ import annotations

from dataclasses import dataclass

from desk.edition.edition import Edition
from desk.edition.page_geometry import MM, PITCH, geometry
from desk.press.typeset.manuscript import FOLD
from desk.press.typeset.positions import Standing
from desk.text.blocks import word_count

_IMPRINT = 10  # lines that an imprint takes of a page that it shares
_ROUND = 50  # words


@dataclass(frozen=True, slots=True)
class BlankPages:
    """The blank pages by number; about so many more `words` fill them.

    About so many fewer `lines` save the sheet, and the issue has `total` pages then; 0 where there is no other sheet.
    """

    pages: tuple[int, ...]
    words: int
    lines: int = 0
    total: int = 0


def blank_pages(edition: Edition, found: Standing) -> BlankPages | None:
    """Return the blank pages behind the cover and between the end of the text and the imprint, None without any."""
    ends = found.of("last")
    if not found.blank or not ends:
        return None
    page, fold = geometry(edition.design.format), FOLD[edition.design.format]
    a_page = page.lines * page.columns
    down = round((ends[-1].down - page.top) * MM / PITCH)
    here = (
        ends[-1].column * (page.lines - found.left.get(ends[-1].page, 0)) + down
    )  # lines of the last page that are taken
    texts = [piece.text for piece in edition.pieces]
    first = found.of("first")[0].page
    taken = (ends[-1].page - first) * a_page + here
    density = sum(map(word_count, texts)) / max(taken, 1)
    room = len(found.blank) * a_page + a_page - here
    words = max(round(room * density / _ROUND) * _ROUND, _ROUND)
    before = found.total - fold
    if before < fold:
        return BlankPages(found.blank, words)
    kept = a_page - _IMPRINT if page.columns == 1 else 0
    used = found.used - (2 in found.blank)  # it would not be left blank then
    over = (used - before) * a_page + here - kept
    return BlankPages(found.blank, words, max(over, 1), before)
