"""Booklets for tests: the PDF with whole pictures, its pages as images, and who stands on which page."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from desk.edition.edition import Edition
from desk.edition.outputs import Finish, Output
from desk.press.typeset import typst
from desk.press.typeset.booklet import printed, typeset
from desk.press.typeset.manuscript import manuscript
from desk.press.typeset.measure import ParagraphMeasure
from desk.press.typeset.positions import Standing
from desk.press.typeset.typst import TypesetText, new_typesetter
from tests.desk.press.shapes import TWELVE

_LONG = 40  # articles


@dataclass(frozen=True, slots=True)
class PageMark:
    """The pages on which a piece of the edition begins and ends, the cover being page 1."""

    article: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class PagePlan:
    """Where every piece stands, in print order; `total` counts the blank pages, `used` ends with the text."""

    marks: tuple[PageMark, ...]
    used: int
    total: int


@dataclass(frozen=True, slots=True)
class Proof:
    """A finished PDF with the plan of its pages, from one run."""

    pdf: bytes
    plan: PagePlan


def booklet(edition: Edition) -> bytes:
    """Set the edition as a PDF for the screen, its pictures with every dot."""
    try:
        return printed(edition, Output.SCREEN, Finish(whole_pictures=True))
    finally:
        if len(edition.pieces) > _LONG:
            typst.forget()  # some 100 MB


def proof(edition: Edition) -> Proof:
    """Set the edition once and return the PDF together with its page plan."""
    with _set(edition) as (setting, found):
        return Proof(setting.pdf(), _plan(edition, found))


@functools.cache
def shape_proof(name: str) -> Proof:
    """Return the proof of one of the twelve issues, set once for all tests of a process."""
    return proof(TWELVE[name]())


def pages(edition: Edition) -> PagePlan:
    """Return the page plan without making the PDF."""
    with _set(edition) as (_, found):
        return _plan(edition, found)


def page_images(edition: Edition, ppi: float = 96.0) -> list[bytes]:
    """Return every page as a PNG."""
    with _set(edition) as (setting, _):
        return setting.images(ppi)


@contextmanager
def _set(edition: Edition) -> Iterator[tuple[TypesetText, Standing]]:
    with new_typesetter() as typesetter:
        yield typeset(typesetter, edition, manuscript(edition), ParagraphMeasure())


def _plan(edition: Edition, found: Standing) -> PagePlan:
    marks = tuple(
        PageMark(piece.article, first.page, last.page)
        for piece, first, last in zip(edition.pieces, found.of("first"), found.of("last"), strict=True)
    )
    return PagePlan(marks, found.used, found.total)
