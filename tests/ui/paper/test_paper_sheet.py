"""The sheet of paper: centred, zoomed, scrolled, in the colours in force."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.text.blocks import ArticleText, Paragraph, Run, new_id
from tests.ui.editor.sample import ARTICLE, PICTURE, picture_bytes
from ui.look import style
from ui.look.style import Scheme
from ui.paper.paper import Paper
from ui.paper.paper_sheet import WIDEST

CTRL = Qt.KeyboardModifier.ControlModifier
PICTURES = {PICTURE: picture_bytes()}


@pytest.fixture
def paper(qtbot: QtBot) -> Paper:
    made = Paper()
    qtbot.addWidget(made)
    made.resize(560, 700)
    made.show()
    return made


@pytest.mark.parametrize("width", [400, 560, 900, 1600])
def test_the_sheet_is_centred_and_never_too_wide(paper: Paper, width: int) -> None:
    paper.show_text(ARTICLE, PICTURES)
    paper.resize(width, 700)
    sheet, room = paper.sheet(), paper.viewport().width()
    assert sheet.width() == min(WIDEST, room - 32)
    assert abs((sheet.left() + sheet.right()) / 2 - room / 2) <= 1


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


def test_a_long_page_is_laid_out_beside_its_scroll_bar(paper: Paper) -> None:
    long = ArticleText("Dài", blocks=tuple(Paragraph(new_id(), (Run("chữ " * 200),)) for _ in range(10)))
    paper.show_text(long, {})
    side = paper.page.rootFrame().frameFormat().leftMargin()
    QApplication.processEvents()
    assert paper.verticalScrollBar().isVisible()
    assert paper.page.rootFrame().frameFormat().leftMargin() == side, "what was laid out first stays"
    paper.show_text(ArticleText("Ngắn"), {})
    QApplication.processEvents()
    assert not paper.verticalScrollBar().isVisible()
