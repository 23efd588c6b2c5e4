"""A saved web page, or a file of Word saved as one, becomes pieces."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from desk.errors import BadIntake, IntakeFault
from desk.intake.document import IntakeDocument
from desk.intake.html.clean_html import html_document, page_pieces
from desk.intake.result import Doubt, DoubtKind
from desk.text.decoding import decoded

PAGE_BYTES = 5 * 1024 * 1024


def read_page(
    data: bytes, name: str, pictures: Mapping[str, bytes] | None = None, *, word: bool = False
) -> IntakeDocument:
    """Read a page; BadIntake says why it is none. `pictures` came beside it, by address; `word` wrote it."""
    if len(data) > PAGE_BYTES:
        raise BadIntake(IntakeFault.TOO_HEAVY, name)
    found = decoded(data, name)
    doubts = (Doubt(DoubtKind.BROKEN_LETTERS, str(found.broken)),) if found.broken else ()
    if pictures and word:
        return replace(html_document(found.text, pictures), doubts=doubts)
    page = page_pieces(found.text, pictures)
    return IntakeDocument(
        page.pieces, page.pictures, left_out=page.dropped, lines=page.addresses, doubts=doubts
    )
