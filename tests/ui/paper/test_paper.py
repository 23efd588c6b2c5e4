"""The printed page and the comparison on it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.compare.articles import Fate, compare
from desk.text.blocks import ArticleText, Heading, ListItem, Mark, Paragraph, Picture, Run, Table
from tests.ui.editor.sample import ARTICLE, PICTURE, picture_bytes
from ui.comparison.view import ComparisonView
from ui.look import style
from ui.look.style import Scheme
from ui.paper.paper import WIDEST, Paper

CTRL = Qt.KeyboardModifier.ControlModifier
PICTURES = {PICTURE: picture_bytes()}


@pytest.fixture
def paper(qtbot: QtBot) -> Paper:
    made = Paper()
    qtbot.addWidget(made)
    made.resize(560, 700)
    made.show()
    return made


@pytest.fixture
def diff(qtbot: QtBot) -> ComparisonView:
    made = ComparisonView()
    qtbot.addWidget(made)
    made.resize(900, 700)
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


@pytest.mark.parametrize("width", [400, 560, 900, 1600])
def test_the_sheet_is_centred_and_never_too_wide(paper: Paper, width: int) -> None:
    paper.show_text(ARTICLE, PICTURES)
    paper.resize(width, 700)
    sheet, room = paper.sheet(), paper.viewport().width()
    assert sheet.width() == min(WIDEST, room - 32)
    assert abs((sheet.left() + sheet.right()) / 2 - room / 2) <= 1


def test_nothing_to_show_says_so_and_a_text_comes_back(paper: Paper) -> None:
    paper.show_text(ARTICLE, PICTURES)
    paper.show_nothing("Chọn một bài ở bên trái")
    assert paper.accessibleDescription() == "Chọn một bài ở bên trái"
    paper.grab()
    assert paper.page.isEmpty()
    paper.show_text(ArticleText(title="Tít"), {})
    assert paper.page.toPlainText() == "Tít"


def test_zoom_by_keys_and_wheel(paper: Paper) -> None:
    paper.show_text(ARTICLE, PICTURES)
    small = paper.page.size().height()
    QTest.keyClick(paper, Qt.Key.Key_Plus, CTRL)
    QTest.keyClick(paper, Qt.Key.Key_Equal, CTRL)
    assert paper.zoom == 1.25
    assert paper.page.size().height() > small
    QTest.keyClick(paper, Qt.Key.Key_Minus, CTRL)
    assert paper.zoom == 1.1
    wheel = QWheelEvent(
        QPointF(50, 50),
        QPointF(50, 50),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        CTRL,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(paper.viewport(), wheel)
    assert paper.zoom == 1.0
    QTest.keyClick(paper, Qt.Key.Key_0, CTRL)
    assert paper.zoom == 1.0


def test_keys_scroll(paper: Paper) -> None:
    paper.show_text(ARTICLE, PICTURES)
    paper.setFocus()
    bar = paper.verticalScrollBar()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown):
        before = bar.value()
        QTest.keyClick(paper, key)
        assert bar.value() > before


def test_a_scheme_keeps_the_place(paper: Paper) -> None:
    paper.show_text(ARTICLE, PICTURES)
    paper.verticalScrollBar().setValue(200)
    for scheme in (Scheme.DARK, Scheme.LIGHT):
        style.look().wear(scheme)
        assert abs(paper.verticalScrollBar().value() - 200) < 30


# -- comparison --------------------------------------------------------------------------------------------


def shown(diff: ComparisonView, old: ArticleText, new: ArticleText) -> str:
    diff.show_comparison(compare(old, new), PICTURES)
    diff.grab()
    return diff.page.toRawText()


def struck(diff: ComparisonView, *, gone: bool) -> list[str]:
    """Return the letters that are struck, or those that are underlined."""
    found = []
    block = diff.page.begin()
    while block.isValid():
        at = block.begin()
        while not at.atEnd():
            shape = at.fragment().charFormat()
            if shape.fontStrikeOut() if gone else shape.fontUnderline():
                found.append(at.fragment().text())
            at += 1
        block = block.next()
    return found


def test_words_that_changed_are_struck_and_underlined(diff: ComparisonView, qtbot: QtBot) -> None:
    new = replace(
        ARTICLE,
        lead=ARTICLE.lead.replace("chủ trì", "chỉ đạo"),
        blocks=(Paragraph("00000001", (Run("Tại hội nghị."),)), *ARTICLE.blocks[1:]),
    )
    with qtbot.waitSignal(diff.counted) as told:
        shown(diff, ARTICLE, new)
    assert told.args == [diff.count]
    assert "chủ trì" in struck(diff, gone=True)
    assert "chỉ đạo" in struck(diff, gone=False)


def test_the_same_text_shows_no_change(diff: ComparisonView) -> None:
    shown(diff, ARTICLE, ARTICLE)
    assert diff.count == 0
    diff.next_change()
    diff.previous_change()


def test_every_kind_of_block_came_went_moved_and_changed(diff: ComparisonView) -> None:
    cell = (Run("ô"),)
    blocks = (
        Heading("00000001", (Run("Đề mục thứ nhất"),)),
        Paragraph("00000002", (Run("Đoạn đầu ", frozenset({Mark.BOLD})), Run("có chữ đậm 😀 ở giữa"))),
        ListItem("00000003", (Run("mục một của danh sách"),), True),
        Table("00000004", ((cell, cell), ((Run("x"),), ()))),
        Picture("00000005", PICTURE, "Chú thích cũ", "Ảnh: An"),
        Paragraph("00000006", (Run("Đoạn cuối cùng của bài"),)),
    )
    other = (
        Paragraph("00000006", (Run("Đoạn cuối cùng của bài"),)),
        Heading("00000001", (Run("Đề mục thứ hai"),), 2),
        Paragraph("00000002", (Run("Đoạn đầu có chữ đậm 😀 ở cuối"),)),
        ListItem("00000003", (Run("mục hai của danh sách"),), True),
        Table("00000004", ((cell, (Run("khác"),)), ((Run("x"),), ()), (cell, cell))),
        Picture("00000005", PICTURE, "Chú thích mới", "Ảnh: An", "mô tả"),
        Picture("00000007", PICTURE, "Thêm"),
    )
    for old, new in ((blocks, other), (other, blocks), (blocks, ()), ((), blocks)):
        found = compare(ArticleText(blocks=old), ArticleText(blocks=new))
        text = shown(diff, ArticleText(blocks=old), ArticleText(blocks=new))
        moved = sum(change.fate is Fate.MOVED for change in found.blocks)
        assert text.count("⇅ đoạn chuyển") == moved
        assert diff.count == found.summary.changes + moved
        for n in range(diff.count):
            diff.next_change()
            assert diff.current == n
        diff.next_change()
        assert diff.current == 0
        diff.previous_change()
        assert diff.current == diff.count - 1
    assert "khác" not in "".join(struck(diff, gone=True))
