"""The booklet: an edition as a PDF of A5 pages, as page images, and as a list of who stands on which page."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

from desk.edition import masthead
from desk.edition.design import PageFormat
from desk.edition.edition import Edition
from desk.edition.outputs import DPI, Finish, Output
from desk.edition.page_geometry import MM
from desk.press.typeset.imposition import imposed
from desk.press.typeset.manuscript import Manuscript, manuscript
from desk.press.typeset.measure import Data, ParagraphMeasure, key
from desk.press.typeset.picture_output import Reproduced, hands
from desk.press.typeset.placement import corrected, place
from desk.press.typeset.positions import MARKS, PositionMark, Standing, read, standing
from desk.press.typeset.typst import Typesetter, TypesetText, workshop

SOURCE = "booklet.typ"
_TRIES = 4


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
    """Set the edition as a PDF for the screen; PressFailed if it cannot be set."""
    with _set(edition) as (setting, _):
        return setting.pdf()


def printed(edition: Edition, output: Output, finish: Finish) -> bytes:
    """Set the edition as one of the PDF outputs; PressFailed if it cannot be set."""
    with workshop() as shop:
        made = manuscript(edition, output, finish, dpi=0 if finish.whole_pictures else DPI[output])
        setting, found = typeset(shop, edition, made, ParagraphMeasure())
        if output is Output.OFFICE and edition.design.format is not PageFormat.A4:
            return imposed(shop, setting.pdf(tagged=False), found.total, edition, masthead.day_of(edition))
        pdf = setting.pdf(archival=output is Output.PRINT)
        if made.style["beyond"]:
            from desk.press.typeset.page_boxes import (
                with_boxes,  # half a second of library, for printers alone
            )

            return with_boxes(pdf, made.style["beyond"])
        return pdf


def typeset(
    shop: Typesetter, edition: Edition, made: Manuscript, cast: ParagraphMeasure
) -> tuple[TypesetText, Standing]:
    """Place the pictures and set the manuscript; return what its PDF can be asked of, and how it stands.

    While the pictures are still being made, boxes stand in their places; they are hung at the end. What follows from
    the pages – the numbers in the contents, the imprint – is told to Typst at the end too (`facts`): a text that
    asks itself where it stands would be set until nothing moves, and here nothing does.
    """
    sections: list[Data] = made.data["sections"]
    drawn = all(picture.ready for picture in made.pictures)
    shop.put(
        {
            "style": made.style,
            "document": made.data["document"],
            "drawn": drawn,
            "known": False,
            "facts": None,
        }
    )
    if drawn:
        _hang(shop, made)
    else:
        shop.read_ahead(hands(), [partial(_named, picture) for picture in made.pictures])
    casts = cast.measured(shop, made.style, made.data)
    design, room = json.dumps(made.style, sort_keys=True), made.style["lines"]
    made.data["contents"] |= casts[key(design, made.data["contents"], False)]
    imprint = casts[key(design, made.data["imprint"], False)]["height"]
    setting = shop.setting(SOURCE, masthead.day_of(edition))
    known: dict[int, tuple[int, int]] = {}
    for _ in range(_TRIES):
        place(design, sections, casts, room, known, columns=made.style["columns"])
        shop.put({"data": made.data})
        marks = read(setting.told(MARKS), made.style)
        known = corrected(sections, *_met(marks, made.style), room)
        if not known:
            break
    found = standing(marks, made.style, imprint)
    shop.put({"known": True, "facts": _facts(found)})
    if not drawn:
        _hang(shop, made)
    return setting, found


def _facts(found: Standing) -> Data:
    return {
        "heads": [[mark.page, mark.down] for mark in found.of("section", "first")],
        "more": found.total - found.used,
        "shared": found.shared,
    }


def _named(picture: Reproduced) -> tuple[str, bytes]:
    return picture.name, picture.data


def _hang(shop: Typesetter, made: Manuscript) -> None:
    shop.hang(dict(map(_named, made.pictures)))
    shop.put({"drawn": True})


def _met(
    marks: Sequence[PositionMark], style: Data
) -> tuple[dict[int, tuple[int, int]], dict[int, list[int]]]:
    """Return by index where the text met pictures and tables, and the columns in which they stand."""
    met, stood = {}, defaultdict(list)
    for mark in marks:
        column = mark.page * style["columns"] + mark.column
        if mark.kind == "anchor":
            met[mark.number] = column, round((mark.down - style["top"]) * MM / style["pitch"])
        elif mark.kind == "shot":
            stood[mark.number].append(column)
    return met, stood


def proof(edition: Edition) -> Proof:
    """Set the edition once and return the PDF together with its page plan."""
    with _set(edition) as (setting, found):
        return Proof(setting.pdf(), _plan(edition, found))


def pages(edition: Edition) -> PagePlan:
    """Return the page plan without making the PDF."""
    with _set(edition) as (_, found):
        return _plan(edition, found)


def page_images(edition: Edition, ppi: float = 96.0) -> list[bytes]:
    """Return every page as a PNG for the preview."""
    with _set(edition) as (setting, _):
        return setting.images(ppi)


@contextmanager
def _set(edition: Edition) -> Iterator[tuple[TypesetText, Standing]]:
    with workshop() as shop:
        yield typeset(shop, edition, manuscript(edition), ParagraphMeasure())


def _plan(edition: Edition, found: Standing) -> PagePlan:
    marks = tuple(
        PageMark(piece.article, first.page, last.page)
        for piece, first, last in zip(edition.pieces, found.of("first"), found.of("last"), strict=True)
    )
    return PagePlan(marks, found.used, found.total)
