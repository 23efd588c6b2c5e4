"""Blank pages: which an issue ends with because sheets are folded, and what would do away with them."""

from __future__ import annotations

from dataclasses import dataclass

from desk.edition import masthead
from desk.edition.edition import Edition
from desk.edition.page_geometry import MM, PITCH, geometry
from desk.press.typeset.manuscript import FOLD
from desk.press.typeset.positions import Standing
from desk.text.blocks import word_count

_IMPRINT = 10  # lines that an imprint takes of a page that it shares
_ROUND = 50  # words


@dataclass(frozen=True, slots=True)
class BlankPages:
    """The blank pages `first` to `last`; about so many more `words` fill them.

    About so many fewer `lines` save the sheet, and the issue has `total` pages then; 0 where there is no other sheet.
    """

    first: int
    last: int
    words: int
    lines: int = 0
    total: int = 0


def blank_pages(edition: Edition, found: Standing) -> BlankPages | None:
    """Return the blank pages between the end of the text and the imprint, None without any."""
    last = found.total - (1 if masthead.imprint(edition) and not found.shared else 0)
    ends = found.of("last")
    if last <= found.used or not ends:
        return None
    page, fold = geometry(edition.design.format), FOLD[edition.design.format]
    a_page = page.lines * page.columns
    down = round((ends[-1].down - page.top) * MM / PITCH)
    here = ends[-1].column * page.lines + down  # lines of the last page that are taken
    texts = [piece.text for piece in edition.pieces]
    first = found.of("first")[0].page
    taken = (ends[-1].page - first) * a_page + here
    density = sum(map(word_count, texts)) / max(taken, 1)
    room = (last - found.used) * a_page + (a_page - here if ends[-1].page == found.used else 0)
    words = max(round(room * density / _ROUND) * _ROUND, _ROUND)
    before = found.total - fold
    if before < fold:
        return BlankPages(found.used + 1, last, words)
    kept = a_page - _IMPRINT if page.columns == 1 else 0
    over = (ends[-1].page - before) * a_page + here - kept
    return BlankPages(found.used + 1, last, words, max(over, 1), before)
