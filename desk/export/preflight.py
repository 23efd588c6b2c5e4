"""Preflight: what of an issue breaks its legal profile, or what a printer would send back; facts, no words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from enum import Enum, auto

from desk.edition import masthead
from desk.edition.design import Legal
from desk.edition.edition import Edition
from desk.edition.page_geometry import geometry
from desk.press.typeset.layout import Layout
from desk.press.typeset.picture_output import shown
from desk.press.typeset.picture_sizes import header
from desk.text import printed_signs
from desk.text.blocks import Picture, Runs, Table

FINE = 200  # dpi: below it a photograph shows its dots in print


class Limit(Enum):
    """What is wrong."""

    PAGES = auto()  # more pages than the profile allows
    SIZE = (
        auto()
    )  # a page larger than the profile allows; `found` and `allowed` are the side that is too long
    IMPRINT = auto()  # `subject` names the field of the imprint that is empty
    OUT_OF_FORCE = auto()  # the profile is not valid on the day of publication; `subject` is its name
    COARSE = auto()  # a picture of `found` dpi at its printed width
    NO_CAPTION = auto()
    SIGNS = auto()  # words of the issue itself (`subject`) with a sign that cannot be printed
    BLANK_SECTION = auto()  # `subject` is the chuyên mục without a piece
    BLANK_PAGES = auto()  # `subject` names the pages, `found` is the first of them
    BLANK_ROWS = auto()  # `subject` names the rows of a table without a word


REMARKS = frozenset({Limit.BLANK_PAGES, Limit.BLANK_ROWS})  # said, and in nobody's way


@dataclass(frozen=True, slots=True)
class LimitFault:
    """One fault; `article` and `block` (a block's id) say where it is, 0 and "" for the issue as a whole."""

    kind: Limit
    article: int = 0
    block: str = ""
    subject: str = ""
    found: float = 0.0
    allowed: float = 0.0

    @property
    def stops(self) -> bool:
        """Say whether an issue cannot go out with it."""
        return self.kind not in REMARKS


def faults(edition: Edition, layout: Layout) -> tuple[LimitFault, ...]:
    """Return every fault, in the order of those who mend them.

    Of the law first, then signs that cannot be printed in the words of the issue itself (those of articles their
    checklists name), then of the pictures in print order, then blank chuyên mục; last what is only remarked on:
    blank pages and rows.

    PressFailed if a picture is missing or none.
    """
    legal = tuple(_of_law(edition, edition.legal, layout)) if edition.legal else ()
    blank = tuple(
        LimitFault(Limit.BLANK_SECTION, subject=part.title) for part in edition.sections if not part.pieces
    )
    remarks = (*_of_pages(layout), *_of_tables(edition))
    return legal + tuple(_of_signs(edition)) + tuple(_of_pictures(edition)) + blank + remarks


def _of_law(edition: Edition, legal: Legal, layout: Layout) -> Iterator[LimitFault]:
    day = masthead.day_of(edition).isoformat()
    if (legal.since and day < legal.since) or (legal.until and day > legal.until):
        yield LimitFault(Limit.OUT_OF_FORCE, subject=legal.name)
    if legal.pages and layout.total > legal.pages:
        yield LimitFault(Limit.PAGES, found=layout.total, allowed=legal.pages)
    for side, most in zip(layout.size, (legal.width, legal.height), strict=True):
        if most and side > most:
            yield LimitFault(Limit.SIZE, found=side, allowed=most)
    for name in legal.needs:  # of the imprint, and the day that the cover tells
        said = edition.published if name == "published" else getattr(edition.imprint, name, "")
        if not str(said or "").strip():
            yield LimitFault(Limit.IMPRINT, subject=name)


def _of_signs(edition: Edition) -> Iterator[LimitFault]:
    words = (
        *asdict(masthead.cover(edition)).values(),
        masthead.name(edition),
        edition.label,
        *(line.words for line in masthead.imprint(edition)),
        *(part.title for part in edition.sections if part.pieces),
    )
    for one in dict.fromkeys(words):
        if printed_signs.unprintable(one):
            yield LimitFault(Limit.SIGNS, subject=one)


def _of_pictures(edition: Edition) -> Iterator[LimitFault]:
    for article, picture, width in shown(edition):
        dpi = dots(edition, picture, width)
        if dpi < FINE:
            yield LimitFault(Limit.COARSE, article, picture.id, found=round(dpi), allowed=FINE)
        if not picture.caption.strip():
            yield LimitFault(Limit.NO_CAPTION, article, picture.id)
    photo = edition.design.photo
    if photo:
        dpi = header(edition.pictures, photo)[1] / geometry(edition.design.format).width * 25.4
        if dpi < FINE:
            yield LimitFault(Limit.COARSE, found=round(dpi), allowed=FINE)


def _of_pages(layout: Layout) -> Iterator[LimitFault]:
    if layout.blank is not None and layout.blank.pages:
        pages = layout.blank.pages
        yield LimitFault(Limit.BLANK_PAGES, subject=", ".join(map(str, pages)), found=pages[0])


def _of_tables(edition: Edition) -> Iterator[LimitFault]:
    for piece in edition.pieces:
        for table in piece.text.blocks:
            if isinstance(table, Table):
                rows = ", ".join(str(at) for at, row in enumerate(table.rows, 1) if _blank(row))
                if rows:
                    yield LimitFault(Limit.BLANK_ROWS, piece.article, table.id, subject=rows)


def _blank(row: tuple[Runs, ...]) -> bool:
    return not any(run.text.strip() for cell in row for run in cell)


def dots(edition: Edition, picture: Picture, width: float) -> float:
    """Return a picture's dots on an inch at its printed width (mm)."""
    return header(edition.pictures, picture.picture)[1] / width * 25.4
