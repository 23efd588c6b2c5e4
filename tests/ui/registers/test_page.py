"""Sổ tay through the real window: found by menu and key, filled in, searched, taken back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from desk.registers import storage
from desk.registers.entries import Kind
from tests.making import Cast
from tests.ui.registers.filled import fill
from ui.registers.document_dialog import DocumentEntryDialog
from ui.registers.entries_tab import Do, EntriesTab
from ui.registers.page import Do as PageDo
from ui.registers.page import RegistersPage
from ui.registers.person_dialog import PersonEntryDialog
from ui.window.window import Window

Sit = Callable[[int], Window]
pytestmark = pytest.mark.usefixtures("april")


def _page(window: Window) -> RegistersPage:
    QTest.keyClick(window, Qt.Key.Key_9, Qt.KeyboardModifier.ControlModifier)
    assert window.pages.name() == "registers"
    return window.pages.registers


def _tab(page: RegistersPage, kind: Kind) -> EntriesTab:
    page.tabs.setCurrentWidget(page.registers[kind])
    page.registers[kind].view.setFocus()
    return page.registers[kind]


def _rows(tab: EntriesTab, column: int = 0) -> list[str]:
    return [str(tab.model.index(at, column).data()) for at in range(tab.model.rowCount())]


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


def test_an_empty_register_says_what_to_do(sit: Sit, cast: Cast) -> None:
    page = _page(sit(cast.editor))
    for kind in Kind:
        tab = _tab(page, kind)
        assert tab.empty.isVisible()
        assert "phím Insert" in tab.empty.text()
        assert not tab.actions_of_entry[Do.CHANGE].isEnabled()


@pytest.mark.parametrize("key", [(Qt.Key.Key_Insert, 0), (Qt.Key.Key_N, 1)])
def test_a_document_is_added_by_key_changed_by_enter_removed_by_delete_and_taken_back(
    sit: Sit, cast: Cast, key: tuple[Qt.Key, int]
) -> None:
    window = sit(cast.editor)
    page = _page(window)
    tab = _tab(page, Kind.DOCUMENTS)
    control = Qt.KeyboardModifier.ControlModifier if key[1] else Qt.KeyboardModifier.NoModifier
    tab.take_focus()
    QTest.keyClick(window.focusWidget(), key[0], control)
    dialog = tab.dialog
    assert isinstance(dialog, DocumentEntryDialog)
    QTest.keyClicks(dialog.number, "36-NQ/TW")
    dialog.day.setText("1/7/2014")
    dialog.day.textEdited.emit("1/7/2014")
    dialog.issuer.setText("Bộ Chính trị")
    assert dialog.shown.text() == "Trong bài sẽ ghi: Nghị quyết số 36-NQ/TW, ngày 01/7/2014 của Bộ Chính trị"
    dialog.ok.click()
    assert not dialog.isVisible()
    assert _rows(tab, 1) == ["36-NQ/TW"]
    tab.view.setFocus()
    QTest.keyClick(tab.view, Qt.Key.Key_Return)
    again = tab.dialog
    assert isinstance(again, DocumentEntryDialog)
    assert again.number.text() == "36-NQ/TW"
    again.subject.setText("về công nghệ thông tin")
    again.ok.click()
    assert storage.documents()[0].subject == "về công nghệ thông tin"
    tab.view.setFocus()
    QTest.keyClick(tab.view, Qt.Key.Key_Delete)
    assert storage.documents() == ()
    window.session.undo()
    assert storage.documents()[0].subject == "về công nghệ thông tin"
    assert _rows(tab, 1) == ["36-NQ/TW"]
    window.session.undo()
    assert storage.documents() == ()  # what was taken back is taken back


def test_what_is_refused_is_said_in_place_and_nothing_typed_is_lost(sit: Sit, cast: Cast) -> None:
    fill(cast)
    page = _page(sit(cast.editor))
    tab = _tab(page, Kind.PEOPLE)
    tab.add()
    dialog = tab.dialog
    assert isinstance(dialog, PersonEntryDialog)
    dialog.ok.click()
    assert dialog.fault.isVisible()
    dialog.name.setText("nguyễn thị mẫu")
    dialog.ok.click()
    assert dialog.isVisible()
    assert "nguyễn thị mẫu" in dialog.fault.text()
    dialog.name.setText("Nguyễn Văn Khác")
    dialog.ok.click()
    assert not dialog.isVisible()
    chosen = tab.chosen()
    assert chosen is not None
    assert chosen.name == "Nguyễn Văn Khác"  # type: ignore[union-attr]  # a person
    assert len(storage.people()) == 5


def test_one_search_finds_with_and_without_marks_in_the_tab_in_view(sit: Sit, cast: Cast) -> None:
    fill(cast)
    page = _page(sit(cast.editor))
    tab = _tab(page, Kind.PEOPLE)
    assert len(_rows(tab)) == 4
    QTest.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.search.hasFocus()
    QTest.keyClicks(page.search, "tuyen giao sinh")
    QTest.qWait(150)
    assert _rows(tab) == ["Giàng A Sình"]
    assert tab.counted.text() == "1/4 mục"
    page.search.setText("không ai")
    QTest.qWait(150)
    assert tab.empty.isVisible()
    page.search.setText("btg")
    page.tabs.setCurrentWidget(page.registers[Kind.BODIES])
    assert _rows(page.registers[Kind.BODIES], 1) == ["BTG", "BTGDV"]
    page.tabs.setCurrentWidget(page.rules)
    page.search.setText("cap hanh chinh")
    QTest.qWait(150)
    assert page.rules.table.rowCount() == 1


def test_what_contradicts_is_shown_and_counted(sit: Sit, cast: Cast) -> None:
    fill(cast)
    page = _page(sit(cast.editor))
    tab = _tab(page, Kind.DOCUMENTS)
    told = [words for words in _rows(tab, 5) if words]
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
    page = _page(sit(cast.writer))
    tab = _tab(page, Kind.PEOPLE)
    assert len(_rows(tab)) == 4
    for action in tab.actions_of_entry.all():
        assert not action.isEnabled()
        assert action.whatsThis()
    assert not page.actions_of_page[PageDo.IMPORT].isEnabled()
    assert page.actions_of_page[PageDo.EXPORT].isEnabled()
    QTest.keyClick(tab.view, Qt.Key.Key_Return)
    QTest.keyClick(tab.view, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    assert tab.dialog is None
    assert not page.rules.level.isEnabled()


def test_ctrl_n_makes_an_article_again_on_other_pages(sit: Sit, cast: Cast) -> None:
    window = sit(cast.editor)
    page = _page(window)
    tab = _tab(page, Kind.WORDS)
    tab.take_focus()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert tab.dialog is not None
    tab.dialog.reject()
    window.pages.go("articles")
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert window.pages.is_writing()
