"""Where the pages of a booklet stand."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF

from desk.press.typeset.layout import Layout, PageSpan
from ui.proof.spreads import SCREEN, Spreads

SPANS = (PageSpan(7, 2, 3, 20, 100, 90, 1.5), PageSpan(8, 3, 3, 110, 200, 40, 0.5))
LAYOUT = Layout(SPANS, 8, 8, (148, 210))
TRUE = Spreads(LAYOUT, 1.0, 1400, 900)


def test_odd_pages_stand_at_the_right() -> None:
    cover, left, right = (TRUE.page(number) for number in (1, 2, 3))
    assert cover.left() == right.left()
    assert left.right() == right.left()
    assert left.top() == right.top() > cover.bottom()
    assert cover.width() == 148 * SCREEN


def test_a_spread_fits_the_pane_whatever_its_width() -> None:
    fitted = replace(TRUE, zoom=0.0, across=700)
    assert fitted.page(3).right() <= 700
    assert fitted.extent[0] == 0


def test_articles_are_found_where_they_stand() -> None:
    for span in SPANS:
        found = TRUE.article_at(TRUE.part(span, 3).center())
        assert found == span
    assert TRUE.article_at(TRUE.page(1).center()) is None
    assert TRUE.span(8) == SPANS[1]
    assert TRUE.span(9) is None


def test_only_the_pages_of_a_part_are_looked_at() -> None:
    pane = QRectF(0, 0, 1400, 900)
    assert [number for number, _ in TRUE.within(pane)] == [1, 2, 3]
    assert TRUE.topmost() == 1
    assert replace(TRUE, below=round(TRUE.pitch * 2)).topmost() == 4
