"""Page boxes: where the trimmed page and its bleed lie on larger paper (ISO 32000-1, 14.11.2), for the printer."""

from __future__ import annotations

import io

import pypdf
from pypdf.generic import RectangleObject

from desk.edition.page_geometry import BLEED, MM


def with_boxes(pdf: bytes, beyond: float) -> bytes:
    """Return the PDF with TrimBox and BleedBox on every page; `beyond` is the paper round the page in mm."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf))
    writer.pdf_header = "%PDF-1.7"
    for page in writer.pages:
        left, bottom, right, top = (float(side) for side in page.mediabox)
        for name, inset in (("/TrimBox", beyond * MM), ("/BleedBox", (beyond - BLEED) * MM)):
            sides = (left + inset, bottom + inset, right - inset, top - inset)
            page[pypdf.generic.NameObject(name)] = RectangleObject(tuple(round(side, 3) for side in sides))
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()
