"""Sổ tay through the real window: found by menu and key, searched, its contradictions counted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from desk.registers.entries import Kind
from tests.making import Cast
from tests.ui.registers.filled import fill
from tests.ui.registers.opened import Sit, cells, opened, tab_of
from ui.registers.page import Do
from ui.window.window import Window

pytestmark = pytest.mark.usefixtures("april")


def _menu(window: Window, title: str) -> list[QAction]:
    menu = next(one.menu() for one in window.menuBar().actions() if one.text() == title)
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    return [one for one in menu.actions() if one.text()]


def test_the_menu_tra_cuu_leads_to_it(sit: Sit, cast: Cast) -> None:
    window = sit(cast.editor)
    actions = _menu(window, "T&ra cứu")
    assert [one.text() for one in actions][:5] == ["Sổ tay", "Thêm…", "Sửa…", "Xóa", "Nhập từ Excel…"]
    actions[0].trigger()
    assert window.pages.name() == "registers"
    page = window.pages.registers
    assert [page.tabs.tabText(at) for at in range(page.tabs.count())] == [
        "Con người", "Cơ quan", "Văn bản", "Từ của cơ quan", "Quy tắc soát lỗi", "Đã bỏ qua", "Dạy bằng số cũ",
    ]  # fmt: skip


def test_one_search_finds_with_and_without_marks_in_every_register(sit: Sit, cast: Cast) -> None:
    fill(cast)
    page = opened(sit(cast.editor))
    tab = tab_of(page, Kind.PEOPLE)
    assert len(cells(tab)) == 4
    QTest.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.search.hasFocus()
    QTest.keyClicks(page.search, "tuyen giao sinh")
    QTest.qWait(150)
    assert cells(tab) == ["Giàng A Sình"]
    assert tab.counted.text() == "1/4 mục"
    assert page.tabs.tabText(page.tabs.indexOf(tab)) == "Con người (1)"
    QTest.keyClick(page.search, Qt.Key.Key_Down)
    assert tab.view.hasFocus()
    page.tabs.setCurrentWidget(page.registers[Kind.DOCUMENTS])
    elsewhere = page.registers[Kind.DOCUMENTS].empty
    assert elsewhere.text() == "Không thấy ở đây, nhưng có ở: Con người (1)."
    page.tabs.setCurrentWidget(tab)
    page.search.setText("không ai")
    QTest.qWait(150)
    assert tab.empty.isVisible()
    assert page.tabs.tabText(page.tabs.indexOf(tab)) == "Con người"
    page.search.setText("btg")
    page.tabs.setCurrentWidget(page.registers[Kind.BODIES])
    assert cells(page.registers[Kind.BODIES], 1) == ["BTG", "BTGDV"]
    page.tabs.setCurrentWidget(page.rules)
    page.search.setText("cap hanh chinh")
    QTest.qWait(150)
    assert page.rules.table.rowCount() == 1


def test_what_contradicts_is_shown_and_counted(sit: Sit, cast: Cast) -> None:
    fill(cast)
    page = opened(sit(cast.editor))
    tab = tab_of(page, Kind.DOCUMENTS)
    told = [words for words in cells(tab, 5) if words]
    assert told == [
        "Cùng số, ký hiệu mà khác ngày với Chỉ thị 37-CT/TW, 16/6/2014",
        "Cùng số, ký hiệu mà khác ngày với Chỉ thị 37-CT/TW, 06/6/2014",
    ]
    at = page.tabs.indexOf(tab)
    assert page.tabs.tabToolTip(at) == "2 mục cần xem"
    assert not page.tabs.tabIcon(at).isNull()
    assert page.tabs.tabIcon(page.tabs.indexOf(page.registers[Kind.BODIES])).isNull()


def test_a_contributor_reads_and_is_told_why_they_may_not_change(sit: Sit, cast: Cast) -> None:
    fill(cast)
    page = opened(sit(cast.writer))
    tab = tab_of(page, Kind.PEOPLE)
    assert len(cells(tab)) == 4
    for action in tab.actions_of_entry.all():
        assert not action.isEnabled()
        assert action.whatsThis()
    assert not page.actions_of_page[Do.IMPORT].isEnabled()
    assert page.actions_of_page[Do.EXPORT].isEnabled()
    QTest.keyClick(tab.view, Qt.Key.Key_Return)
    QTest.keyClick(tab.view, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    assert tab.dialog is None
    assert not page.rules.level.isEnabled()


def test_ctrl_n_makes_an_article_again_on_other_pages(sit: Sit, cast: Cast) -> None:
    window = sit(cast.editor)
    page = opened(window)
    tab = tab_of(page, Kind.WORDS)
    tab.take_focus()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert tab.dialog is not None
    tab.dialog.reject()
    window.pages.go("articles")
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert window.pages.is_writing()
