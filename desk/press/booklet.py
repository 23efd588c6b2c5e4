"""The booklet: an edition as a PDF of A5 pages, as page images, and as a list of who stands on which page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from desk.press import masthead
from desk.press.dress import PageFormat
from desk.press.edition import Edition
from desk.press.imposition import imposed
from desk.press.manuscript import manuscript, picture_file
from desk.press.output import Finish, Output
from desk.press.plates import plate
from desk.press.typesetter import Setting, typesetting, workshop
from desk.text import pictures_of

SOURCE = "booklet.typ"


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
    """Set the edition as a PDF; PressFailed if it cannot be set."""
    with _set(edition) as setting:
        return setting.pdf()


def printed(edition: Edition, output: Output, finish: Finish) -> bytes:
    """Set the edition as one of the PDF outputs; PressFailed if it cannot be set."""
    with workshop() as shop:
        shop.put(manuscript(edition, output, finish), picture_files(edition))
        day = masthead.day_of(edition)
        setting = shop.setting(SOURCE, day)
        made = setting.pdf(archival=output is Output.PRINT, tagged=output is not Output.OFFICE)
        if output is Output.OFFICE and edition.dress.format is not PageFormat.A4:
            return imposed(shop, made, setting.marks("whole")[0]["total"], edition, day)
        return made


def proof(edition: Edition) -> Proof:
    """Set the edition once and return the PDF together with its page plan."""
    with _set(edition) as setting:
        return Proof(setting.pdf(), _plan(edition, setting))


def pages(edition: Edition) -> PagePlan:
    """Return the page plan without making the PDF."""
    with _set(edition) as setting:
        return _plan(edition, setting)


def page_images(edition: Edition, ppi: float = 96.0) -> list[bytes]:
    """Return every page as a PNG for the preview."""
    with _set(edition) as setting:
        return setting.images(ppi)


@contextmanager
def _set(edition: Edition) -> Iterator[Setting]:
    data = manuscript(edition)
    with typesetting(SOURCE, data, picture_files(edition), masthead.day_of(edition)) as setting:
        yield setting


def picture_files(edition: Edition) -> dict[str, bytes]:
    """Return the pictures that the pieces show, by the file name under which they are set."""
    used = dict.fromkeys(key for piece in edition.pieces for key in pictures_of(piece.text))
    return {picture_file(key, plate(edition, key).suffix): edition.pictures[key] for key in used}


def _plan(edition: Edition, setting: Setting) -> PagePlan:
    firsts, lasts = setting.marks("first"), setting.marks("last")
    whole: dict[str, Any] = setting.marks("whole")[0]
    marks = tuple(
        PageMark(piece.article, first["page"], last["page"])
        for piece, first, last in zip(edition.pieces, firsts, lasts, strict=True)
    )
    return PagePlan(marks, whole["used"], whole["total"])
