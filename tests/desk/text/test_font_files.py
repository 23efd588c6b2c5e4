"""Font files read by hand say what a library says of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import ImageFont

from desk.paths import RESOURCES
from desk.text.font_files import glyphs, widths

FONTS = sorted((RESOURCES / "fonts").glob("*.ttf"))


@pytest.mark.parametrize("font", FONTS, ids=lambda font: font.stem)
def test_letters_are_as_wide_as_pillow_says(font: Path) -> None:
    known = widths(font)
    assert known.keys() == set(map(chr, glyphs(font)))
    drawn = ImageFont.truetype(font, 2048, layout_engine=ImageFont.Layout.BASIC)
    for letter in "aĂộ Wi1–✔①":
        if letter in known:
            assert known[letter] * 2048 == pytest.approx(drawn.getlength(letter), abs=4)


def test_a_letter_that_a_font_lacks_has_no_glyph() -> None:
    tinos = glyphs(RESOURCES / "fonts" / "Tinos-Regular.ttf")
    assert ord("ệ") in tinos
    assert ord("胡") not in tinos
    assert ord("✔") not in tinos
