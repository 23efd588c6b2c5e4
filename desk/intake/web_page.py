"""A saved web page, or a file of Word saved as one, becomes pieces."""

from __future__ import annotations

from desk.errors import BadIntake, IntakeFault
from desk.intake.document import IntakeDocument
from desk.intake.html.clean_html import page_pieces
from desk.intake.result import Doubt, DoubtKind
from desk.text.decoding import decoded

PAGE_BYTES = 5 * 1024 * 1024


def read_page(data: bytes, name: str) -> IntakeDocument:
    """Read a page; BadIntake says why it is none. Nothing in the words is changed."""
    if len(data) > PAGE_BYTES:
        raise BadIntake(IntakeFault.TOO_HEAVY, name)
    found = decoded(data, name)
    page = page_pieces(found.text)
    doubts = (Doubt(DoubtKind.BROKEN_LETTERS, str(found.broken)),) if found.broken else ()
    return IntakeDocument(page.pieces, left_out=page.dropped, lines=page.addresses, doubts=doubts)
