"""The pages of a finished PDF as pictures."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from PIL import Image

from desk.errors import Cancelled, PressFailed
from desk.press.typeset.pdf_pages import Facsimile

SIZE = (50.8, 25.4)  # mm
COLOURS = ((200, 0, 0), (0, 0, 200))


@pytest.fixture
def facsimile() -> Iterator[Facsimile]:
    red, blue = (Image.new("RGB", (144, 72), colour) for colour in COLOURS)
    file = io.BytesIO()
    red.save(file, "PDF", save_all=True, append_images=[blue])
    made = Facsimile(file.getvalue(), SIZE)
    yield made
    made.close()


def test_each_page_is_shown_by_its_number_in_the_dots_asked_for(facsimile: Facsimile) -> None:
    for number, colour in enumerate(COLOURS, 1):
        for ppi, size in ((96.0, (192, 96)), (48.0, (96, 48))):
            with Image.open(io.BytesIO(facsimile.page(number, ppi))) as image:
                assert image.size == size
                found = image.convert("RGB").getpixel((size[0] // 2, size[1] // 2))
                assert isinstance(found, tuple)
                assert all(abs(a - b) < 12 for a, b in zip(found, colour, strict=True))


def test_a_page_that_is_not_there_is_refused_and_the_others_stay(facsimile: Facsimile) -> None:
    for number in (0, 3):
        with pytest.raises(PressFailed):
            facsimile.page(number)
    assert facsimile.page(2)


def test_a_closed_one_shows_nothing(facsimile: Facsimile) -> None:
    assert facsimile.page(1)
    facsimile.close()
    with pytest.raises(Cancelled):
        facsimile.page(1)
    facsimile.close()
