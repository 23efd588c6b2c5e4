"""The pages by hand: clicked, opened, told of, and empty with a reason."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desk.press.typeset.layout import Layout, PageSpan
from ui.proof.bar import ProofBar, ProofDo
from ui.proof.flag import PageMarking
from ui.proof.view import ProofView

LAYOUT = Layout((PageSpan(7, 2, 3, 0, 200, 90, 2),), 4, 4, (148, 210))


@pytest.fixture
def view(qtbot: QtBot) -> ProofView:
    made = ProofView()
    qtbot.addWidget(made)
    made.resize(700, 900)
    made.show()
    qtbot.waitExposed(made)
    made.show_layout(LAYOUT)
    return made


@pytest.mark.qt_log_ignore("not accepted by receiving widget")
def test_an_article_is_chosen_by_a_click_and_opened_by_two(view: ProofView, qtbot: QtBot) -> None:
    place = view.page_rect(2).center()
    with qtbot.waitSignal(view.chosen) as chosen:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == [7]
    assert view.article() == 7
    with qtbot.waitSignal(view.opened) as opened:
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args == [7]
    with qtbot.assertNotEmitted(view.chosen):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))


def test_pages_are_asked_for_until_they_came(view: ProofView) -> None:
    wanted = view.missing()
    assert [number for number, _, _ in wanted] == [1, 2, 3]
    number, generation, ppi = wanted[0]
    view.show_page(number, generation - 1, ppi, QImage(8, 8, QImage.Format.Format_RGB32))
    assert view.missing() == wanted  # a page of an older layout
    view.show_page(number, generation, ppi, QImage(8, 8, QImage.Format.Format_RGB32))
    assert view.missing() == wanted[1:]
    view.show_marks({7: PageMarking("chưa duyệt bản này", "accent")})
    assert not view.grab().isNull()


def test_no_page_says_why_and_rests_the_bar(view: ProofView, qtbot: QtBot) -> None:
    bar = ProofBar(view, view)
    view.pages_wanted.emit()
    assert bar.page.text() == "Trang 1 / 4"
    assert bar[ProofDo.ON].isEnabled()
    view.show_nothing("Chưa có bài nào.")
    view.pages_wanted.emit()
    assert view.accessibleDescription() == "Chưa có bài nào."
    assert (view.page(), view.missing(), bar.page.text()) == (0, [], "")
    assert bar[ProofDo.ON].whatsThis() == "Chưa có trang nào."
