"""How large the pages are shown, and which part of them."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from desk.press.typeset.layout import Layout, PageSpan
from ui.proof.view import ProofView
from ui.proof.zoom_and_scroll import FIT, ZoomAndScroll

LAYOUT = Layout((PageSpan(7, 6, 7, 20, 100, 90, 1.5),), 8, 8, (148, 210))


@pytest.fixture
def view(qtbot: QtBot) -> ProofView:
    made = ProofView()
    qtbot.addWidget(made)
    made.resize(700, 600)
    made.show()
    qtbot.waitExposed(made)
    made.show_layout(LAYOUT)
    return made


def test_without_pages_there_is_nothing_to_scroll(qtbot: QtBot) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)
    sight = ZoomAndScroll(area)
    assert sight.spreads() is None
    assert sight.factor() == 1.0
    assert sight.article_in_view(7) == 0
    sight.turn(1)
    assert area.verticalScrollBar().maximum() == 0


def test_zoom_goes_by_steps_and_ends_with_them(view: ProofView) -> None:
    sight = view.sight
    view.set_zoom(1.0)
    assert sight.stepped(1) == 1.25
    assert sight.stepped(-1) == 0.8
    assert sight.stepped(100) == 3.0
    view.set_zoom(3.0)
    assert sight.stepped(1) == 3.0
    assert not sight.set_zoom(3.0)  # it is so already


def test_the_part_that_is_seen_stays_when_one_zooms(view: ProofView) -> None:
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    view.set_zoom(2.0)
    assert bar.value() == pytest.approx(bar.maximum() / 2, abs=2)
    view.set_zoom(FIT)
    assert view.sight.factor() < 1


def test_spreads_are_turned_and_either_end_reached(view: ProofView) -> None:
    assert view.page() == 1
    view.sight.turn(1)
    assert view.page() > 1
    view.sight.go_to_end(last=True)
    assert view.verticalScrollBar().value() == view.verticalScrollBar().maximum()
    view.sight.go_to_end(last=False)
    assert view.page() == 1


def test_an_article_is_brought_into_view_and_told(view: ProofView) -> None:
    assert view.sight.article_in_view(0) == 0
    view.go_to_article(7)
    assert view.page_rect(6).intersects(view.viewport().rect())
    assert view.sight.article_in_view(7) == 7
