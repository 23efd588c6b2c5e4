"""Picture sizes: as wide as was chosen, in their shape, with room left for the words below them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desk.edition.design import PageFormat
from desk.edition.page_geometry import MM, PITCH, geometry
from desk.press.typeset.picture_sizes import picture_size
from desk.text.blocks import ArticleText, Picture
from tests.desk.press import editions


@pytest.mark.parametrize("form", list(PageFormat))
@pytest.mark.parametrize("width", ["column", "half", "page"])
def test_a_tall_picture_leaves_four_lines_for_its_caption(form: PageFormat, width: str) -> None:
    """Also one over the whole page: its caption stands below it and not on the next one."""
    key, data = editions.picture(1000, 3000)
    picture = replace(Picture("", key, "Đại hội"), width=width)
    page = geometry(form)
    size = picture_size(editions.with_article(ArticleText("T"), **{key: data}), picture, page)
    assert size.height <= page.room - 4 * PITCH / MM
    assert size.height == pytest.approx(size.width * 3, abs=0.01)
