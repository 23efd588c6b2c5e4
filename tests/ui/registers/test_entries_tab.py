"""A register's tab: filled in by key, taken back, a refusal said in place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desk.registers import storage
from desk.registers.entries import Kind
from tests.making import Cast
from tests.ui.registers.filled import fill
from tests.ui.registers.opened import Sit, cells, opened, tab_of
from ui.registers.document_dialog import DocumentEntryDialog
from ui.registers.entries_tab import Do
from ui.registers.person_dialog import PersonEntryDialog

pytestmark = pytest.mark.usefixtures("april")


def test_an_empty_register_says_what_to_do(sit: Sit, cast: Cast) -> None:
    page = opened(sit(cast.editor))
    for kind in Kind:
        tab = tab_of(page, kind)
        assert tab.empty.isVisible()
        assert "phím Insert" in tab.empty.text()
        assert not tab.actions_of_entry[Do.CHANGE].isEnabled()


@pytest.mark.parametrize("key", [(Qt.Key.Key_Insert, 0), (Qt.Key.Key_N, 1)])
def test_a_document_is_added_by_key_changed_by_enter_removed_by_delete_and_taken_back(
    sit: Sit, cast: Cast, key: tuple[Qt.Key, int]
) -> None:
    window = sit(cast.editor)
    page = opened(window)
    tab = tab_of(page, Kind.DOCUMENTS)
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
    assert cells(tab, 1) == ["36-NQ/TW"]
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
    assert cells(tab, 1) == ["36-NQ/TW"]
    window.session.undo()  # a second Ctrl+Z goes no way twice
    assert storage.documents()[0].subject == "về công nghệ thông tin"
    window.notice.press()  # Làm lại
    assert storage.documents() == ()
    assert window.notice.words() == "Đã làm lại việc vừa hoàn tác."
    window.session.undo()
    assert storage.documents()[0].subject == "về công nghệ thông tin"


def test_what_is_refused_is_said_in_place_and_nothing_typed_is_lost(sit: Sit, cast: Cast) -> None:
    fill(cast)
    page = opened(sit(cast.editor))
    tab = tab_of(page, Kind.PEOPLE)
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
