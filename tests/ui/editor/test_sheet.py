"""The sheet under the editor's fields, and the ground on which it scrolls."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.editor.sheet import PageScroll, SheetFrame
from ui.look import style
from ui.look.style import Scheme
from ui.paper.paper_sheet import WIDEST


def _fields() -> list[QWidget]:
    fields = [QWidget() for _ in range(5)]
    for field in fields:
        field.setFixedHeight(20)
    return fields


@pytest.fixture
def sheet(qtbot: QtBot) -> SheetFrame:
    made = SheetFrame()
    qtbot.addWidget(made)
    return made


def test_fields_stand_one_under_the_other_with_the_distances_of_print(sheet: SheetFrame) -> None:
    fields = _fields()
    sheet.add(*fields)
    sheet.resize(600, 400)
    sheet.show()
    QApplication.processEvents()
    assert [field.y() for field in fields] == [32, 56, 86, 115, 143]
    assert [(field.x(), field.width()) for field in fields] == [(51, 498)] * 5


@pytest.mark.parametrize(("width", "side"), [(200, 20), (400, 34), (700, 60)])
def test_the_margins_keep_their_proportion(sheet: SheetFrame, width: int, side: int) -> None:
    sheet.resize(width, 300)
    sheet.show()
    column = sheet.layout()
    assert column is not None
    margins = column.contentsMargins()
    assert (margins.left(), margins.top(), margins.right(), margins.bottom()) == (side, 32, side, 44)


def test_it_is_never_wider_than_a_page(sheet: SheetFrame) -> None:
    sheet.resize(2000, 300)
    assert sheet.width() == WIDEST


def test_a_click_below_the_words_is_said(qtbot: QtBot, sheet: SheetFrame) -> None:
    sheet.resize(400, 300)
    sheet.show()
    with qtbot.waitSignal(sheet.clicked):
        QTest.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=QPoint(200, 280))
    with qtbot.assertNotEmitted(sheet.clicked):
        QTest.mouseClick(sheet, Qt.MouseButton.RightButton, pos=QPoint(200, 280))


def test_it_is_of_paper_in_every_scheme(sheet: SheetFrame) -> None:
    sheet.resize(400, 300)
    sheet.show()
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        style.look().wear(scheme)
        seen = sheet.grab().toImage()
        assert seen.pixelColor(200, 150) == style.color("paper")
        assert seen.pixelColor(200, 0) == style.color("line")


@pytest.fixture
def page(qtbot: QtBot, sheet: SheetFrame) -> PageScroll:
    sheet.setMinimumHeight(2000)
    made = PageScroll(sheet)
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.show()
    QApplication.processEvents()
    return made


def test_the_sheet_stands_in_the_middle_of_its_ground(page: PageScroll, sheet: SheetFrame) -> None:
    assert sheet.width() == WIDEST
    left = sheet.x()
    right = page.viewport().width() - sheet.geometry().right() - 1
    assert abs(left - right) <= 1
    page.resize(500, 400)
    QApplication.processEvents()
    assert (sheet.x(), sheet.y()) == (16, 20)
    assert sheet.width() == page.viewport().width() - 32


def test_it_scrolls_no_more_than_needed(page: PageScroll, sheet: SheetFrame) -> None:
    bar, height, top = page.verticalScrollBar(), page.viewport().height(), sheet.y()
    page.show_rect(QRect(0, 100, 100, 20))
    assert bar.value() == 0  # it is in sight
    page.show_rect(QRect(0, 1000, 100, 20))
    assert bar.value() == top + 1019 + 28 - height
    before = bar.value()
    page.show_rect(QRect(0, 950, 100, 20))
    assert bar.value() == before
    page.show_rect(QRect(0, 200, 100, 20))
    assert bar.value() == top + 200 - 28
