"""Blank pages at the end of an issue are known, and what would do away with them."""

from __future__ import annotations

from dataclasses import replace

from desk.edition.edition import Edition, Imprint
from desk.press.typeset.blank_pages import BlankPages, blank_pages
from desk.press.typeset.positions import PositionMark, Standing
from desk.text.blocks import ArticleText
from tests.desk.press import editions
from tests.desk.press.editions import paragraph

TOP, PITCH = 18.0, 14.5 / 72 * 25.4  # mm


def _standing(page: int, lines: float, total: int, *, shared: bool = False) -> Standing:
    marks = (PositionMark("first", 0, 3, 0, TOP), PositionMark("last", 0, page, 0, TOP + lines * PITCH))
    return Standing(marks, page, total, shared)


def _edition(words: int = 3400) -> Edition:
    text = ArticleText("Tít", "", "", None, (paragraph("chữ " * (words - 1)),))
    return editions.with_article(text)


def test_what_lies_between_text_and_imprint_is_blank() -> None:
    # 10 pages of 34 lines and 10 lines more: 350 lines of ten words
    found = blank_pages(_edition(3500), _standing(13, 10, 16))
    assert found == BlankPages(14, 15, words=900, lines=20, total=12)


def test_without_an_imprint_the_last_page_is_blank_too() -> None:
    edition = replace(_edition(3500), imprint=Imprint())
    found = blank_pages(edition, _standing(13, 10, 16))
    assert found is not None
    assert (found.first, found.last) == (14, 16)


def test_pages_that_are_full_have_none() -> None:
    assert blank_pages(_edition(), _standing(15, 10, 16)) is None
    assert blank_pages(_edition(), _standing(16, 10, 16, shared=True)) is None


def test_an_issue_of_one_sheet_cannot_save_it() -> None:
    found = blank_pages(_edition(40), _standing(2, 4, 4))
    assert found is not None
    assert (found.first, found.last, found.lines, found.total) == (3, 3, 0, 0)
