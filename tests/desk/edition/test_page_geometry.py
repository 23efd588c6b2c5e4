"""Each format's columns, margins and grid fill its page and no more."""

from __future__ import annotations

import pytest

from desk.edition.design import PageFormat
from desk.edition.page_geometry import MM, PITCH, Geometry, geometry

SIZES = {PageFormat.A5: (148, 210), PageFormat.SMALL: (145, 205), PageFormat.A4: (210, 297)}


@pytest.mark.parametrize("form", PageFormat)
def test_margins_and_columns_fill_the_page(form: PageFormat) -> None:
    page = geometry(form)
    assert (page.width, page.height) == SIZES[form]
    assert page.inside + page.text + page.outside == page.width
    assert page.inside > page.outside  # the fold takes some
    assert 15 < page.bottom < 25
    assert page.bottom + page.room + page.top == pytest.approx(page.height)


def test_room_and_text_are_reckoned_from_lines_and_columns() -> None:
    page = Geometry(100, 200, 10, 5, 20, 40, 10, columns=3, gutter=6)
    assert page.text == 3 * 40 + 2 * 6
    assert page.room * MM == pytest.approx(10 * PITCH)
    assert page.bottom == pytest.approx(200 - 20 - 10 * 14.5 * 25.4 / 72)
    assert Geometry(100, 200, 10, 5, 20, 40, 10).text == 40
