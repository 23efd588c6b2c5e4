"""The page of a text that was just read: part by part, its pictures as they come."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from desk.text.blocks import ArticleText, ListItem, Paragraph, Picture, Run, Table
from tests.ui.editor.sample import ARTICLE, PICTURE, picture_bytes
from ui.intake.growing_paper import GrowingPaper
from ui.paper.paper import Paper

LONG = ArticleText(
    "Tít",
    "Sapô",
    blocks=tuple(Paragraph(f"p{at}", (Run(f"Đoạn thứ {at}. " * 40),)) for at in range(60)),
    byline="Lò Thị Mai",
)
_SMALL = picture_bytes(60, 40)


@pytest.fixture
def paper(qtbot: QtBot) -> GrowingPaper:
    made = GrowingPaper()
    qtbot.addWidget(made)
    made.resize(560, 700)
    made.show()
    return made


def _lines(paper: Paper) -> list[str]:
    return paper.page.toPlainText().split("\n")


def test_a_long_text_stands_part_by_part_and_ends_with_its_byline(qtbot: QtBot, paper: GrowingPaper) -> None:
    paper.show_text(LONG, {})
    assert _lines(paper)[:2] == ["Tít", "Sapô"]
    assert 5 < len(_lines(paper)) < 30
    assert not paper.is_whole()
    qtbot.waitUntil(paper.is_whole, timeout=5_000)
    assert len(_lines(paper)) == 63
    assert _lines(paper)[-1] == "Lò Thị Mai"
    assert paper.verticalScrollBar().value() == 0


def test_it_is_the_page_that_is_written_at_once(qtbot: QtBot, paper: GrowingPaper) -> None:
    items = tuple(ListItem(f"i{at}", (Run("mục " * 60),), ordered=True) for at in range(40))
    table = Table("t", ((((Run("ô"),),) * 3),) * 60)
    text = replace(LONG, blocks=(*LONG.blocks, *items, table, *items[:3], table), byline="")
    whole = Paper()
    qtbot.addWidget(whole)
    whole.resize(560, 700)
    whole.show()
    for shown in (ARTICLE, text):
        whole.show_text(shown, {})
        paper.show_text(shown, {})
        qtbot.waitUntil(paper.is_whole, timeout=5_000)
        assert paper.page.toHtml() == whole.page.toHtml()


def test_what_stands_above_a_place_is_written_at_once(paper: GrowingPaper) -> None:
    paper.show_text(LONG, {}, down_to=4_000)
    assert paper.page.size().height() >= 4_000
    paper.verticalScrollBar().setValue(4_000)
    assert paper.verticalScrollBar().value() == 4_000


def test_another_text_or_none_ends_what_was_to_come(qtbot: QtBot, paper: GrowingPaper) -> None:
    paper.show_text(LONG, {})
    paper.show_text(ArticleText("Ngắn"), {})
    qtbot.wait(50)
    assert _lines(paper) == ["Ngắn"]
    paper.show_text(LONG, {})
    paper.show_nothing("Không có gì.")
    qtbot.wait(50)
    assert paper.page.isEmpty()


def test_zooming_keeps_the_whole_text(paper: GrowingPaper) -> None:
    paper.show_text(LONG, {})
    paper.set_zoom(1.25)
    assert len(_lines(paper)) == 63


def test_pictures_come_into_the_page_that_stands(qtbot: QtBot, paper: GrowingPaper) -> None:
    waiting = tuple(Picture(f"a{at}", "", caption=f"Ảnh {at}") for at in range(2))
    text = replace(LONG, blocks=(waiting[0], *LONG.blocks, waiting[1]))
    paper.show_text(text, {})
    came = replace(text, blocks=(replace(waiting[0], picture="a0"), *text.blocks[1:]))
    assert paper.bring_pictures(came, {"a0": _SMALL})
    assert paper.shown_text() == came
    all_came = replace(came, blocks=(*came.blocks[:-1], replace(waiting[1], picture="a1")))
    assert paper.bring_pictures(all_came, {"a0": _SMALL, "a1": _SMALL})  # its block is still to be written
    qtbot.waitUntil(paper.is_whole, timeout=5_000)
    at_once = GrowingPaper()
    qtbot.addWidget(at_once)
    at_once.resize(560, 700)
    at_once.show()
    at_once.show_text(all_came, {"a0": _SMALL, "a1": _SMALL})
    qtbot.waitUntil(at_once.is_whole, timeout=5_000)
    assert paper.page.toHtml() == at_once.page.toHtml()
    assert paper._image("a0") is not None


def test_what_is_more_than_a_picture_is_not_brought(paper: GrowingPaper) -> None:
    paper.show_text(ARTICLE, {PICTURE: picture_bytes()})
    assert not paper.bring_pictures(replace(ARTICLE, title="Khác"), {PICTURE: picture_bytes()})
    assert not paper.bring_pictures(ARTICLE, {PICTURE: _SMALL})  # its room is another
