"""A word's dialog: what it stands for is asked of an abbreviation alone."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desk.registers.entries import Entry, WordEntry, WordKind
from tests.ui.registers.kept import keeping
from ui.registers.word_dialog import WordEntryDialog

pytestmark = pytest.mark.usefixtures("april")


def test_only_an_abbreviation_has_a_meaning(qtbot: QtBot) -> None:
    kept: list[Entry] = []
    dialog = WordEntryDialog(None, WordEntry(WordKind.ABBREVIATION, "MTTQ", "Mặt trận", 7), keeping(kept))
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
