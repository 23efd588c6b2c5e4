"""A news page saved from the department's site, as .txt or .html, becomes an article's text."""

from __future__ import annotations

from pathlib import PureWindowsPath

from desk.errors import BadIntake, IntakeFault
from desk.intake.document import IntakeDocument
from desk.intake.html.clean_html import page_pieces
from desk.intake.pieces import plain_piece
from desk.intake.plain_text import lines
from desk.intake.recogniser.assemble import article
from desk.intake.recogniser.recognise import recognise
from desk.intake.result import Taken
from desk.text.decoding import letters

PAGE_BYTES = 5 * 1024 * 1024
HTML_SUFFIXES = frozenset((".html", ".htm", ".xhtml"))
TEXT_SUFFIXES = frozenset((".txt", ".text"))


def read_web(data: bytes, name: str) -> Taken:
    """Read a page of the site; BadIntake says why a file is none. Nothing in the words is changed."""
    suffix = PureWindowsPath(name).suffix.lower()  # it knows both kinds of slash
    if suffix not in HTML_SUFFIXES | TEXT_SUFFIXES:
        raise BadIntake(IntakeFault.UNKNOWN_KIND, name)
    if len(data) > PAGE_BYTES:
        raise BadIntake(IntakeFault.TOO_HEAVY, name)
    text = letters(data, name)
    if suffix in HTML_SUFFIXES:
        page = page_pieces(text)
        document = IntakeDocument(page.pieces, left_out=page.dropped, lines=page.addresses)
    else:
        document = IntakeDocument(tuple(plain_piece(line) for line in lines(text)))
    return article(document, recognise(document), name)
