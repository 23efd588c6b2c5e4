"""Blank pages at the end of an issue are known, and what would do away with them."""

from __future__ import annotations

from dataclasses import replace

from desk.edition.design import Design, Fitting, PageFormat
from desk.edition.edition import Edition
from desk.edition.page_geometry import geometry
from desk.press.typeset.blank_pages import BlankPages, blank_pages, last_page, would_fill
from desk.press.typeset.positions import PositionMark, Standing
from desk.text.blocks import ArticleText
from tests.desk.press import editions
from tests.desk.press.editions import paragraph

TOP, PITCH = 18.0, 14.5 / 72 * 25.4  # mm


def _standing(page: int, lines: float, total: int, *blank: int) -> Standing:
    marks = (PositionMark("first", 0, 3, 0, TOP), PositionMark("last", 0, page, 0, TOP + lines * PITCH))
    return Standing(marks, page, total, False, blank)


def _edition(words: int) -> Edition:
    text = ArticleText("Tít", "", "", None, (paragraph("chữ " * (words - 1)),))
    return editions.with_article(text)


def test_how_many_words_fill_them_and_how_many_lines_less_save_the_sheet() -> None:
    # 10 pages of 34 lines and 10 lines more: 350 lines of ten words
    found = blank_pages(_edition(3500), _standing(13, 10, 16, 14, 15))
    assert found == BlankPages((14, 15), words=900, lines=20, total=12, least=59, room=92, density=10.0)


def test_the_page_behind_the_cover_would_not_be_left_blank_if_a_sheet_were_saved() -> None:
    found = blank_pages(_edition(3500), _standing(14, 10, 16, 2, 15))
    assert found is not None
    assert (found.pages, found.lines, found.total) == ((2, 15), 20, 12)


def test_columns_that_end_before_the_foot_take_no_more_than_they_hold() -> None:
    edition = _edition(3500)
    edition = replace(edition, design=Design(PageFormat.A4))
    top = geometry(PageFormat.A4).top
    marks = (PositionMark("first", 0, 3, 0, top), PositionMark("last", 0, 5, 1, top + 20 * PITCH))
    found = blank_pages(edition, Standing(marks, 5, 8, False, (6,), {5: 30}))
    assert found is not None
    assert found.words == 2350  # 240 lines hold 3,500 words; 60 are open on the page, a hundred on the next


def test_which_articles_would_fill_them() -> None:
    blank = BlankPages((14, 15), 900, least=59, room=92, density=10.0)
    assert would_fill(blank, [100, 590, 920, 921]) == (2,)  # the longest that has room
    assert would_fill(blank, [100, 300, 400, 589, 1000]) == (1, 3)  # two together
    assert would_fill(blank, [100, 200, 2000]) == ()
    assert would_fill(blank, []) == ()


def test_the_last_page_is_taken_in_part() -> None:
    assert last_page(_edition(10), _standing(13, 17, 16)) == 0.5
    fitted = replace(_edition(10), design=Design(fitting=Fitting(lines=2)))
    assert last_page(fitted, _standing(13, 17, 16)) == 18 / 36  # its lines stand closer
    assert last_page(_edition(10), Standing((), 2, 4, False)) == 1.0


def test_pages_that_are_full_have_none() -> None:
    assert blank_pages(_edition(3500), _standing(15, 10, 16)) is None


def test_an_issue_of_one_sheet_cannot_save_it() -> None:
    found = blank_pages(_edition(40), _standing(2, 4, 4, 3))
    assert found is not None
    assert (found.pages, found.lines, found.total) == ((3,), 0, 0)
