"""The letters of a real page."""

from __future__ import annotations

import pypdfium2

from desk.intake.pdf.glyphs import page_glyphs
from tests.desk.intake.answers import answers


def test_letters_have_places_sizes_and_fonts() -> None:
    path = answers("pdf")[0]
    file = pypdfium2.PdfDocument(path.read_bytes())
    page = file[0]
    text = page.get_textpage()
    found = page_glyphs(text.raw)
    top = [glyph for glyph in found if abs(glyph.base - max(one.base for one in found)) < 1]
    assert all(glyph.font.bold for glyph in top)
    assert {round(glyph.size) for glyph in top} == {14}
    assert all(0 < glyph.left <= glyph.right < page.get_width() for glyph in found)
    text.close()
    page.close()
    file.close()
