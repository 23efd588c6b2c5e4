"""The printed page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.text.blocks import ArticleText
from tests.ui.editor.sample import ARTICLE, PICTURE, picture_bytes
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
