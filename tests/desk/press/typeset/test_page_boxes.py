"""The trimmed page and its bleed on larger paper."""

from __future__ import annotations

import io

import pypdf
import pytest

from desk.edition.page_geometry import MM
from desk.press.typeset.page_boxes import with_boxes


def pdf(*sizes: tuple[float, float]) -> bytes:
    writer = pypdf.PdfWriter()
    for width, height in sizes:
        writer.add_blank_page(width * MM, height * MM)
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def test_every_page_has_its_boxes() -> None:
    made = with_boxes(pdf((168, 230), (230, 317)), 10)
    assert made.startswith(b"%PDF-1.7")
    for page, (width, height) in zip(
        pypdf.PdfReader(io.BytesIO(made)).pages, ((168, 230), (230, 317)), strict=True
    ):
        trim = [float(side) / MM for side in page.trimbox]
        bleed = [float(side) / MM for side in page.bleedbox]
        media = [float(side) / MM for side in page.mediabox]
        assert trim == pytest.approx([10, 10, width - 10, height - 10], abs=0.001)
        assert bleed == pytest.approx([7, 7, width - 7, height - 7], abs=0.001)
        assert media == pytest.approx([0, 0, width, height], abs=0.01)


def test_paper_of_the_pages_size_has_its_bleed_as_its_edge() -> None:
    (page,) = pypdf.PdfReader(io.BytesIO(with_boxes(pdf((154, 216)), 3))).pages
    assert [float(side) / MM for side in page.bleedbox] == pytest.approx([0, 0, 154, 216], abs=0.01)
    assert [float(side) / MM for side in page.trimbox] == pytest.approx([3, 3, 151, 213], abs=0.01)
