"""Imposition: the pages of a booklet two by two on A4 across, to be printed on both sides, folded and stitched."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from desk.edition import masthead
from desk.edition.edition import Edition
from desk.edition.outputs import FLIP, Flip
from desk.press.typeset.printable_text import printable
from desk.press.typeset.typst import Typesetter

_SOURCE, _BOOKLET = "imposed.typ", "booklet.pdf"


def imposed(typesetter: Typesetter, booklet: bytes, pages: int, edition: Edition, day: date) -> bytes:
    """Place the pages of a finished booklet on sheets; its page count must be a multiple of four."""
    width, height = edition.design.format.size
    typesetter.lay(_BOOKLET, booklet)
    data = {
        "title": printable(masthead.document_title(edition)),
        "author": printable(edition.names.department),
        "date": [day.year, day.month, day.day],
        "file": _BOOKLET,
        "page": [width, height],
        "sides": [list(side) for side in sides(pages)],
        "turned": FLIP is Flip.LONG,
    }
    typesetter.put({"data": data})
    return typesetter.setting(_SOURCE, day).pdf(tagged=False)


def sides(pages: int) -> Iterator[tuple[int, int]]:
    """Yield the pages on the left and the right of each side, front and back of the outermost sheet first."""
    if pages % 4:
        raise ValueError(f"{pages} pages do not fold")
    for sheet in range(pages // 4):
        yield pages - 2 * sheet, 1 + 2 * sheet
        yield 2 + 2 * sheet, pages - 1 - 2 * sheet
