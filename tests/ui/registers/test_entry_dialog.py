"""The frame of the entries' dialogs: a refusal stays in it, a field offers what is known."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desk.errors import NotNow, Why
from desk.registers.entries import Entry, WordEntry, WordKind
from ui.registers.entry_dialog import line_field
from ui.registers.word_dialog import WordEntryDialog

pytestmark = pytest.mark.usefixtures("april")


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
