"""A picture that would leave half a page empty lets some paragraphs go before it, or is made smaller."""

from __future__ import annotations

from typing import Any

import pytest
from docx.oxml.ns import qn

from desk.press.typeset.picture_sizes import PictureSize
from desk.press.typeset.table_columns import ColumnGrid
from desk.press.word.document import word
from desk.press.word.paragraphs import BEFORE_PICTURE, Item, Para, Shot
from desk.press.word.placement import MeasuredItem, settled
from desk.text.blocks import Picture, Run
from tests.desk.press.shapes import TWELVE
from tests.desk.press.word.opened import opened_word

EDITIONS = TWELVE
ROOM, LINE = 500.0, 14.5


@pytest.mark.parametrize("name", ["pictures", "furnished", "long"])
def test_the_space_before_a_picture_stands_before_it_wherever_it_goes(name: str) -> None:
    made: Any = opened_word(word(EDITIONS[name]())).element.body
    kept = f"{BEFORE_PICTURE * 20:.0f}"
    before = made.xpath(f"./w:p[w:pPr/w:spacing/@w:after='{kept}']")
    assert before
    for one in before:
        after = one.getnext()
        assert after.tag == qn("w:tbl") or after.xpath(".//w:drawing"), "".join(one.itertext())[-60:]


def text(
    name: str, lines: int, look: str = "BTBody", *, keep: bool = False, new_page: bool = False
) -> MeasuredItem:
    return MeasuredItem(Para(look, (Run(name),)), lines * LINE, 0.0, LINE, keep, new_page)


def shot(height: float, *, keep: bool = False) -> MeasuredItem:
    item = Shot(Picture("p", "x"), PictureSize("jpg", 100.0, height, 1000, 500), keep=keep)
    return MeasuredItem(item, height, 4.0, 0.0, keep, False)


def order(*measured: MeasuredItem) -> list[str]:
    def name(item: Item) -> str:
        return item.runs[0].text if isinstance(item, Para) else type(item).__name__

    return [name(item) for item in settled(measured, ROOM)]


def test_a_picture_that_fits_stays() -> None:
    assert order(text("a", 10), shot(300), text("b", 20)) == ["a", "Shot", "b"]


def test_a_small_hole_is_borne() -> None:
    assert order(text("a", 29), shot(300), text("b", 20)) == ["a", "Shot", "b"]


def test_text_goes_before_a_picture_that_leaves_a_large_hole() -> None:
    items = settled([text("a", 20), shot(300), text("b", 10), text("c", 10)], ROOM)
    assert [type(item) for item in items] == [Para, Para, Para, Shot]
    last = items[items.index(next(item for item in items if isinstance(item, Shot))) - 1]
    assert isinstance(last, Para)
    assert last.after == BEFORE_PICTURE


@pytest.mark.parametrize(
    "wall",
    [text("b", 10, "BTHeading1"), text("b", 10, keep=True), text("b", 10, new_page=True), shot(50)],
)
def test_nothing_goes_past_a_heading_what_is_kept_or_another_picture(wall: MeasuredItem) -> None:
    items = settled([text("a", 17), shot(450), wall, text("c", 10)], ROOM)
    assert isinstance(items[1], Shot)
    assert items[1].size.height == 450  # and it is not made smaller by so much


def test_a_picture_a_little_too_high_is_made_smaller_where_no_text_can_go_before_it() -> None:
    items = settled([text("a", 15), shot(300), text("b", 3, "BTHeading1")], ROOM)
    smaller = items[1]
    assert isinstance(smaller, Shot)
    hole = ROOM - 15 * LINE - 6.0
    assert smaller.size.height == pytest.approx(hole - 1, abs=0.01)
    assert smaller.size.width == pytest.approx(100 * (hole - 1) / 300, abs=0.01)


def test_a_caption_goes_with_its_picture() -> None:
    caption = text("caption", 2, "BTCaption")
    found = order(text("a", 20), shot(300, keep=True), caption, text("b", 10), text("c", 20, "BTHeading1"))
    assert found == ["a", "b", "Shot", "caption", "c"]


def test_the_space_kept_for_a_picture_goes_when_the_picture_does() -> None:
    para = Para("BTBody", (Run("a"),), after=BEFORE_PICTURE)
    before = MeasuredItem(para, 20 * LINE, BEFORE_PICTURE, LINE, False, False)
    items = settled([before, shot(300), text("b", 10), text("c", 10)], ROOM)
    assert isinstance(items[0], Para)
    assert items[0].after is None


def test_a_tables_rows_do_not_break() -> None:
    grid = ColumnGrid((((Run("x"),),),) * 4, (1.0,), 10.0, False)
    table = MeasuredItem(grid, 400.0, 0.0, 0.0, False, False)
    # Two rows of 100 points on the first page's last 210, two on the next: a picture of 280 fits there.
    assert order(text("a", 20), table, shot(280), text("b", 30)) == ["a", "ColumnGrid", "Shot", "b"]
