"""The printed page."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desk.text.blocks import ArticleText, Run, Table, new_id
from tests.ui.editor.sample import ARTICLE, PICTURE, picture_bytes
from ui.paper.paper import Paper

CTRL = Qt.KeyboardModifier.ControlModifier
PICTURES = {PICTURE: picture_bytes()}


@pytest.fixture
def paper(qtbot: QtBot) -> Paper:
    made = Paper()
    qtbot.addWidget(made)
    made.resize(560, 700)
    made.show()
    return made


def test_the_page_stands_in_the_order_of_print(paper: Paper) -> None:
    paper.show_text(ARTICLE, PICTURES)
    lines = paper.page.toPlainText().split("\n")
    assert lines[0] == "Thứ 3 Ngày 09/04/2019"
    assert lines[1] == ARTICLE.title
    assert lines[2] == ARTICLE.lead
    assert lines[-1] == ARTICLE.byline
    assert paper.isReadOnly()
    paper.grab()


def test_nothing_to_show_says_so_and_a_text_comes_back(paper: Paper) -> None:
    paper.show_text(ARTICLE, PICTURES)
    paper.show_nothing("Chọn một bài ở bên trái")
    assert paper.accessibleDescription() == "Chọn một bài ở bên trái"
    paper.grab()
    assert paper.page.isEmpty()
    paper.show_text(ArticleText(title="Tít"), {})
    assert paper.page.toPlainText() == "Tít"


def test_a_heavy_article_waits_until_one_rests_on_it(qtbot: QtBot, paper: Paper) -> None:
    heavy = Table(
        new_id(), tuple(tuple((Run(f"{row}.{column}"),) for column in range(21)) for row in range(100))
    )
    text = ArticleText("Bảng", blocks=(heavy,))
    paper.show_text(text, {})
    assert paper.page.toPlainText() == ""
    paper.show_text(ARTICLE, PICTURES)  # gone through, not rested on
    assert ARTICLE.title in paper.page.toPlainText()
    paper.show_text(text, {})
    qtbot.waitUntil(lambda: "99.20" in paper.page.toPlainText(), timeout=20_000)
    paper.show_text(text, {})
    paper.show_nothing("Chọn một bài.")
    QTest.qWait(300)
    assert paper.page.toPlainText() == ""
    light = ArticleText("Bảng", blocks=(replace(heavy, rows=heavy.rows[:90]),))
    paper.show_text(light, {})
    assert "89.20" in paper.page.toPlainText()
