"""The dialogs of the entries: what is filled in is what is kept."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFormLayout, QLineEdit
from pytestqt.qtbot import QtBot

from desk.errors import NotNow, Why
from desk.registers.entries import BodyEntry, Entry, PersonEntry, Title, WordEntry, WordKind
from tests.ui.keys import focused
from tests.ui.registers.filled import ENTRIES
from ui.registers.body_dialog import BodyEntryDialog
from ui.registers.document_dialog import DocumentEntryDialog
from ui.registers.entry_dialog import Keep, line_field
from ui.registers.person_dialog import PersonEntryDialog
from ui.registers.word_dialog import WordEntryDialog

pytestmark = pytest.mark.usefixtures("april")


def _keeping(kept: list[Entry]) -> Keep:
    def keep(entry: Entry, then: object, refused: object) -> None:
        kept.append(entry)
        assert callable(then)
        then()

    return keep


def test_a_person_is_kept_with_their_titles_and_a_line_without_one_is_none(qtbot: QtBot) -> None:
    kept: list[Entry] = []
    mau = ENTRIES[0]
    assert isinstance(mau, PersonEntry)
    dialog = PersonEntryDialog(None, mau, ["Tỉnh ủy"], _keeping(kept))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.ok.click()
    assert kept == [mau]
    dialog.show()
    dialog.lines[0].gone.click()
    dialog.more.click()
    dialog.lines[-1].title.setText("Chủ tịch")
    dialog.lines[-1].body.setText("Hội đồng nhân dân tỉnh")
    dialog.lines[-1].since.set_value(date(2021, 7, 1))
    dialog.more.click()
    assert dialog.focusWidget() is dialog.lines[-1].title
    dialog.ok.click()
    chairs = Title("Chủ tịch", "Hội đồng nhân dân tỉnh", date(2021, 7, 1))
    assert kept[-1] == PersonEntry("Nguyễn Thị Mẫu", (mau.titles[1], chairs))


def test_a_body_of_a_title_wants_the_title(qtbot: QtBot) -> None:
    kept: list[Entry] = []
    dialog = PersonEntryDialog(None, None, [], _keeping(kept))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.name.setText("An")
    dialog.lines[0].body.setText("Tỉnh ủy")
    dialog.ok.click()
    assert kept == []
    assert dialog.fault.isVisible()


def test_a_day_that_is_none_is_said_in_place(qtbot: QtBot) -> None:
    kept: list[Entry] = []
    dialog = BodyEntryDialog(None, None, [], _keeping(kept))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.name.setText("Ban Dân vận")
    dialog.since.setText("31/2/2020")
    dialog.ok.click()
    assert kept == []
    assert dialog.fault.isVisible()
    dialog.since.set_value(date(2020, 2, 1))
    dialog.ok.click()
    assert kept == [BodyEntry("Ban Dân vận", "", date(2020, 2, 1))]


def test_only_an_abbreviation_has_a_meaning(qtbot: QtBot) -> None:
    kept: list[Entry] = []
    dialog = WordEntryDialog(None, WordEntry(WordKind.ABBREVIATION, "MTTQ", "Mặt trận", 7), _keeping(kept))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.ok.click()
    dialog.kind.setCurrentIndex(dialog.kind.findData(WordKind.WORD))
    assert not dialog.meaning.isEnabled()
    dialog.ok.click()
    assert kept == [
        WordEntry(WordKind.ABBREVIATION, "MTTQ", "Mặt trận", 7),
        WordEntry(WordKind.WORD, "MTTQ", "", 7),
    ]


def test_a_refusal_of_the_desk_stays_in_the_dialog(qtbot: QtBot) -> None:
    def refuse(_: Entry, __: object, refused: object) -> None:
        assert callable(refused)
        refused(NotNow(Why.NAME_TAKEN, "An"))

    dialog = WordEntryDialog(None, WordEntry(WordKind.WORD, "An"), refuse)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.ok.click()
    assert dialog.isVisible()
    assert "An" in dialog.fault.text()


def test_a_field_offers_what_is_known(qtbot: QtBot) -> None:
    field = line_field("", "Cơ quan", ["Tỉnh ủy", "Tỉnh ủy", "Sở Y tế"])
    qtbot.addWidget(field)
    assert isinstance(field, QLineEdit)
    offer = field.completer()
    offer.setCompletionPrefix("y")
    assert offer.completionCount() == 2


@pytest.mark.parametrize("kind", [DocumentEntryDialog, BodyEntryDialog])
def test_tab_goes_from_field_to_field_as_they_stand(
    qtbot: QtBot, kind: type[DocumentEntryDialog] | type[BodyEntryDialog]
) -> None:
    dialog = kind(None, None, (), lambda *_: None)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    assert QTest.qWaitForWindowActive(dialog)
    form = dialog.findChild(QFormLayout)
    assert form is not None
    items = [form.itemAt(row, QFormLayout.ItemRole.FieldRole) for row in range(form.rowCount())]
    fields = [field for item in items if item is not None and (field := item.widget()) is not None]
    fields[0].setFocus()
    for field in fields[1:]:
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        assert field.hasFocus(), field.accessibleName()
