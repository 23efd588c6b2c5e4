"""Pages counted before Word has seen the file: each heading on its own, with what takes room before it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desk.edition.page_geometry import MM, geometry
from desk.press.typeset.picture_sizes import PictureSize
from desk.press.word.page_numbers import (
    _item,
    _measured,
    _unbroken,
    abreast_widths,
    paginated,
)
from desk.press.word.paragraph_styles import HANG, list_left, paragraph_looks
from desk.press.word.paragraphs import (
    Box,
    ContentsLine,
    Item,
    Numbering,
    Para,
    PicturesAbreast,
    Shot,
)
from desk.text.blocks import Picture, Run
from tests.desk.press import editions

EDITION = editions.short_issue()
PAGE = geometry(EDITION.design.format)
LOOKS = paragraph_looks(EDITION.design, PAGE)
PICTURE = Shot(Picture("", "x"), PictureSize("jpg", 113.0, 60.0, 1000, 500))


def heading(name: str, *, new_page: bool = False) -> Para:
    return Para("Heading2", (Run(name),), name, new_page=new_page)


def counted(*items: Item) -> dict[str, int]:
    lines = (ContentsLine(2, "Một", "a"), ContentsLine(2, "Hai", "b"))
    return dict(paginated(EDITION, lines, list(items))[1])


def test_the_text_begins_after_the_cover_and_the_contents() -> None:
    assert counted(heading("a", new_page=True), heading("b")) == {"a": 3, "b": 3}
    assert counted(heading("a", new_page=True), heading("b", new_page=True)) == {"a": 3, "b": 4}


def test_text_and_boxes_push_headings_on() -> None:
    lines = Para("BTBody", (Run("Dòng chữ\n" * 45),))
    assert counted(heading("a", new_page=True), lines, heading("b")) == {"a": 3, "b": 4}
    box = Box(((Run("Dòng chữ\n" * 45),),))
    assert counted(heading("a", new_page=True), box, heading("b")) == {"a": 3, "b": 4}


def test_pictures_are_measured_and_put_where_they_leave_no_hole() -> None:
    before = Para("BTBody", (Run("Dòng chữ\n" * 22),))
    after = [Para("BTBody", (Run(f"{n} " + "dòng chữ\n" * 5),)) for n in range(4)]
    high = replace(PICTURE, size=PictureSize("jpg", 113.0, 120.0, 1000, 1000))
    items, _ = paginated(EDITION, (), [heading("a", new_page=True), before, high, *after])
    assert [type(item) for item in items].index(Shot) > 2
    assert len(items) == 7


def test_a_paragraph_is_measured_as_its_look_says() -> None:
    made = _item(Para("BTBody", (Run("số 36-NQ/TW"),), after=9.0, keep=True), LOOKS, PAGE)
    assert (made["k"], made["size"], made["line"], made["after"], made["keep"]) == ("p", 11, 14.5, 9.0, True)
    assert (made["rule"], made["page"], made["anchor"]) == (0, False, "")
    ruled = _item(Para("Heading1", (Run("A"),), "x", new_page=True), LOOKS, PAGE)
    assert (ruled["rule"], ruled["page"], ruled["anchor"], ruled["after"]) == (4.75, True, "x", 10)
    assert ruled["keep"]
    assert ruled["whole"]


def test_a_list_item_stands_in_and_has_its_label() -> None:
    place = Numbering(1, True, 1, 1, 1, "a)")
    made = _item(Para("BTList", (Run("x"),), numbering=place), LOOKS, PAGE)
    assert (made["label"], made["left"], made["hang"]) == ("a)", list_left(1), HANG)
    bare = _item(Para("BTQuote", (Run("x"),)), LOOKS, PAGE)
    assert (bare["label"], bare["left"], bare["hang"]) == ("", 11 * MM, 0)


def test_a_break_after_a_slash_is_forbidden_as_in_word() -> None:
    assert _unbroken([["a/b/c", "b", ""]]) == [["a/\u2060b/\u2060c", "b", ""]]


def test_a_picture_stands_on_its_line() -> None:
    made = _item(PICTURE, LOOKS, PAGE)
    assert made["height"] == pytest.approx(60 * MM + 0.432)
    assert (made["after"], made["keep"]) == (4, False)
    assert _item(replace(PICTURE, after=20.0, keep=True), LOOKS, PAGE)["after"] == 20.0


def test_two_pictures_share_what_their_column_leaves() -> None:
    other = replace(PICTURE, size=PictureSize("jpg", 40.0, 60.0, 1, 1))
    left = replace(PICTURE, size=PictureSize("jpg", 60.0, 60.0, 1, 1))
    abreast = PicturesAbreast((left, other), ("Trái", ""))
    assert abreast_widths(abreast, PAGE) == (66.5, 46.5)
    made = _item(abreast, LOOKS, PAGE)
    assert [len(cell["parts"]) for cell in made["cells"]] == [1, 0]
    assert made["widths"] == (66.5, 46.5)
    assert [cell["height"] for cell in made["cells"]] == [pytest.approx(60 * MM + 0.432)] * 2


def test_what_was_measured_keeps_its_measures() -> None:
    para = Para("BTBody", (Run("x"),), after=3.0)
    one = _measured(para, _item(para, LOOKS, PAGE), 29.0)
    assert (one.item, one.height, one.after, one.line, one.keep, one.new_page) == (
        para,
        29.0,
        3.0,
        14.5,
        False,
        False,
    )
    shot = _measured(PICTURE, _item(PICTURE, LOOKS, PAGE), 170.0)
    assert (shot.height, shot.after, shot.line) == (170.0, 4, 0.0)
