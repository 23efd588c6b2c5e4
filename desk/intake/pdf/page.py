"""One page of a PDF taken apart: letters, pictures, drawn tables."""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from desk.intake import limits
from desk.intake.pdf.glyphs import Glyph, page_glyphs
from desk.intake.pdf.rulings import Box, Grid, grids

_LEAST_PIXELS = 80  # a side; smaller is an ornament
_WHOLE = 0.8  # of the page: a picture as large is what the page was made of
_PATHS = 3000  # of one page; more is a drawing
_DEPTH = 4  # forms inside each other


@dataclass(slots=True)
class PagePicture:
    """A picture and where it stands."""

    box: Box
    data: bytes


@dataclass(slots=True)
class Page:
    """What one page holds."""

    width: float
    height: float
    glyphs: list[Glyph]
    pictures: list[PagePicture] = field(default_factory=list)
    tables: list[Grid] = field(default_factory=list)
    missed: int = 0  # pictures that could not be taken


def read_page(page: Any, room: int) -> Page:
    """Take a page apart; `room` is how many pictures may still be taken."""
    width, height = page.get_size()
    text = page.get_textpage()
    try:
        out = Page(width, height, page_glyphs(text.raw))
    finally:
        text.close()
    paths: list[Box] = []
    for one in page.get_objects(max_depth=_DEPTH):
        if one.type == pdfium.FPDF_PAGEOBJ_PATH:
            if len(paths) < _PATHS:
                paths.append(_box(one))
        elif one.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            _take(one, out, room)
    if len(paths) < _PATHS:
        out.tables = grids([box for box in paths if box[2] - box[0] < 0.98 * width])
    return out


def _box(one: Any) -> Box:
    try:
        left, bottom, right, top = one.get_bounds()
    except pypdfium2.PdfiumError:
        return 0.0, 0.0, 0.0, 0.0
    return left, bottom, right, top


def _take(image: Any, page: Page, room: int) -> None:
    try:
        wide, tall = image.get_px_size()
    except pypdfium2.PdfiumError:
        page.missed += 1
        return
    if min(wide, tall) < _LEAST_PIXELS:
        return
    box = _box(image)
    whole = (box[2] - box[0]) * (box[3] - box[1]) > _WHOLE * page.width * page.height
    if whole or len(page.pictures) >= room or wide * tall > limits.PICTURE_PIXELS:
        page.missed += 1
        return
    out = BytesIO()
    try:
        image.extract(out, fb_format="png")
    except (
        pypdfium2.PdfiumError,
        OSError,
        ValueError,
        TypeError,
        KeyError,
    ):  # a way of packing that is not known
        page.missed += 1
        return
    page.pictures.append(PagePicture(box, out.getvalue()))
