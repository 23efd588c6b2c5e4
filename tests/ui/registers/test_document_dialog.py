"""A document's dialog: shown as it will be cited while it is filled in."""

from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from desk.registers.entries import DocumentEntry, Entry
from tests.ui.registers.kept import fields_by_tab, keeping
from ui.registers.document_dialog import DocumentEntryDialog

pytestmark = pytest.mark.usefixtures("april")


def test_a_document_is_shown_as_it_will_be_cited_and_kept_in_its_parts(qtbot: QtBot) -> None:
    kept: list[Entry] = []
    seen = DocumentEntry("Nghị quyết", "36", "-NQ/TW", date(2014, 7, 1), "Bộ Chính trị", "", 5)
    dialog = DocumentEntryDialog(None, seen, ["Bộ Chính trị"], keeping(kept))
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.shown.text() == "Trong bài sẽ ghi: Nghị quyết số 36-NQ/TW, ngày 01/7/2014 của Bộ Chính trị"
    dialog.number.setText(" 30/2020/NĐ – CP")
    dialog.type.setText("Nghị định")
    dialog.issuer.setText("Chính phủ")
    dialog.day.set_value(date(2020, 3, 5))
    dialog.ok.click()
    assert kept == [DocumentEntry("Nghị định", "30", "/2020/NĐ-CP", date(2020, 3, 5), "Chính phủ", "", 5)]


def test_a_document_wants_its_number(qtbot: QtBot) -> None:
    kept: list[Entry] = []
    dialog = DocumentEntryDialog(None, None, (), keeping(kept))
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.shown.text() == ""
    dialog.ok.click()
    assert kept == []
    assert dialog.fault.text() == "Cần điền: Số, ký hiệu."


def test_tab_goes_from_field_to_field_as_they_stand(qtbot: QtBot) -> None:
    fields, reached = fields_by_tab(qtbot, DocumentEntryDialog(None, None, (), keeping([])))
    assert len(fields) == 5
    assert reached == fields
