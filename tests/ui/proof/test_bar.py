"""The bar below the proof."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desk.press.typeset.layout import Layout
from ui.proof.bar import ProofBar, ProofDo
from ui.proof.view import ProofView


def test_its_keys_act_on_the_page_that_owns_it(qtbot: QtBot) -> None:
    page, view = QWidget(), ProofView()
    qtbot.addWidget(page)
    bar = ProofBar(view, page)
    column = QVBoxLayout(page)
    column.addWidget(view)
    column.addWidget(bar)
    page.resize(700, 600)
    page.show()
    page.activateWindow()
    qtbot.waitExposed(page)
    view.show_layout(Layout((), 8, 8, (148, 210)))
    view.setFocus()
    before = view.sight.factor()
    QTest.keyClick(view, Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)
    assert view.sight.factor() > before
    assert bar.zoom.text() == f"{round(view.sight.factor() * 100)} %"
    bar[ProofDo.FIT].trigger()
    assert view.sight.factor() == before
    bar[ProofDo.ON].trigger()
    assert bar.page.text() == "Trang 2–3 / 8"
    bar.show_working(True)
    assert bar.work.text() == "Đang dàn trang…"
    assert [action.text() for action in bar.actions_of_menu()][:2] == ["Trang trước", "Trang sau"]
