"""A picture that would leave half a page empty lets some paragraphs go before it, or is made smaller."""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from typing import Any

import pytest
from docx.oxml.ns import qn

from desk.press.typeset.picture_sizes import PictureSize
from desk.press.typeset.table_columns import ColumnGrid
from desk.press.word.document import word
from desk.press.word.paragraphs import BEFORE_PICTURE, Box, Item, Para, PicturesAbreast, Shot
from desk.press.word.placement import MeasuredItem, _close, _Pen, settled
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


def heading() -> MeasuredItem:
    return text("mục", 1, "BTHeading1")


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ([text("a", 20), shot(204), text("b", 20)], "a Shot b"),  # 210 points are left, six of them in doubt
        ([text("a", 20), shot(205), text("b", 20)], "a b Shot"),
        ([text("a", 20), shot(171, keep=True), text("ảnh", 2, "BTCaption"), text("b", 20)], "a Shot ảnh b"),
        ([text("a", 20), shot(172, keep=True), text("ảnh", 2, "BTCaption"), text("b", 20)], "a b Shot ảnh"),
        ([text("a", 28), shot(300), text("b", 20)], "a b Shot"),  # six lines are borne, and not more
        ([text("a", 20), shot(300), text("b", 15), text("c", 15)], "a b Shot c"),
        ([text("a", 20), shot(300), text("b", 8), heading()], "a Shot b mục"),
        ([text("a", 20), shot(300), text("b", 9), heading()], "a b Shot mục"),
        ([text("a", 20), shot(450), text("b", 3), heading()], "a b Shot mục"),  # a smaller hole, at least
        ([text("a", 20), shot(300), text("b", 3)], "a Shot b"),
        ([text("a", 20), shot(300, keep=True)], "a Shot"),
        ([shot(499), text("b", 40)], "b Shot"),
        ([text("a", 15), shot(300), shot(250), text("c", 20)], "a Shot Shot c"),  # the first was made to fit
    ],
)
def test_how_much_text_goes_before_a_picture(given: list[MeasuredItem], wanted: str) -> None:
    assert order(*given) == wanted.split()


def test_a_picture_made_smaller_leaves_room_for_its_caption() -> None:
    items = settled([text("a", 15), shot(300, keep=True), text("ảnh", 2, "BTCaption"), heading()], ROOM)
    smaller = items[1]
    assert isinstance(smaller, Shot)
    high = ROOM - 15 * LINE - 6 - (4 + 2 * LINE) - 1
    assert (smaller.size.height, smaller.size.width) == (round(high, 3), round(100 * high / 300, 3))


def test_only_the_space_kept_for_a_picture_is_taken_back() -> None:
    def closed(last: list[Item], at: float) -> tuple[list[Item], float]:
        pen = _Pen(ROOM)
        pen.at = at
        _close(last, pen)
        return last, pen.at

    bare, kept, wide = (Para("BTBody", (), after=after) for after in (None, BEFORE_PICTURE, 20.0))
    grid = ColumnGrid((), (1.0,), 10.0, False)
    assert closed([grid, kept], 50) == ([grid, bare], 50 - BEFORE_PICTURE)
    assert closed([kept], 3) == ([bare], 0)
    others: list[list[Item]] = [[], [wide], [kept, grid], [kept, bare]]
    for last in others:
        assert closed(list(last), 50) == (last, 50)


# -- The pen, on columns of ten lines of ten points ------------------------------------------------------


def lines(count: float, *, keep: bool = False, after: float = 0.0) -> MeasuredItem:
    return MeasuredItem(Para("BTBody", ()), count * 10, after, 10.0, keep, False)


def rows(count: int, height: float, *, head: bool = False) -> MeasuredItem:
    return MeasuredItem(ColumnGrid(((),) * count, (1.0,), 10.0, head), height, 0.0, 0.0, False, False)


def block(item: Item, height: float) -> MeasuredItem:
    return MeasuredItem(item, height, 0.0, 0.0, False, False)


PICTURE = Shot(Picture("p", "x"), PictureSize("jpg", 1.0, 1.0, 1, 1))
PAIR = PicturesAbreast((PICTURE, PICTURE), ("", ""))


@pytest.mark.parametrize(
    ("at", "one", "after", "found"),
    [
        (70, lines(2), [], 90),
        (70, lines(2), [lines(5)], 90),
        (70, lines(3), [], 0),  # the column is full
        (80, lines(3), [], 30),  # three lines are not parted
        (60, lines(4), [], 0),
        (80, lines(4), [], 20),
        (75, lines(4), [], 20),
        (90, lines(4), [], 40),  # no line alone at the foot
        (80, lines(5), [], 30),
        (70, lines(5), [], 20),  # nor at the head
        (70, lines(6), [], 30),
        (0, lines(25), [], 50),
        (10, lines(0.3), [], 20),
        (85, lines(5), [lines(5)], 50),
        (60, lines(5), [], 20),
        (60, lines(5, keep=True), [], 50),
        (70, lines(1, keep=True), [lines(5)], 80),  # with two lines of what follows
        (71, lines(1, keep=True), [lines(5)], 10),
        (65, lines(1, keep=True, after=5), [lines(5)], 80),
        (66, lines(1, keep=True, after=5), [lines(5)], 15),
        (80, lines(1, keep=True), [lines(1)], 90),
        (81, lines(1, keep=True), [lines(1)], 10),
        (60, lines(1, keep=True), [block(PICTURE, 30)], 70),
        (61, lines(1, keep=True), [block(PICTURE, 30)], 10),
        (85, lines(1, keep=True), [], 95),
        (50, replace(lines(2), new_page=True), [], 20),
        (50, rows(4, 80), [], 40),
        (50, rows(4, 80, head=True), [], 60),  # the head stands there again
        (90, rows(4, 80, head=True), [], 80),
        (20, rows(4, 80), [], 0),
        (50, block(PICTURE, 40), [], 90),
        (60, block(PICTURE, 40), [], 0),
        (70, block(PICTURE, 40), [], 40),
        (70, block(PAIR, 40), [], 40),
        (70, block(Box(()), 50), [], 20),  # a box breaks
    ],
)
def test_where_the_text_stands_after(
    at: float, one: MeasuredItem, after: list[MeasuredItem], found: float
) -> None:
    pen = _Pen(100)
    pen.at = at
    pen.set(one, deque(after))
    assert pen.at == pytest.approx(found)
