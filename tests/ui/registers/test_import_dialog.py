"""Many entries before they are taken in: counted, ticked but for what contradicts, taken as ticked."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desk.errors import DeskError, NotNow, Why
from desk.registers.entries import Entry
from tests.ui.registers.filled import FAULTS, proposed
from ui.registers.import_dialog import ImportModel, RegisterImportDialog

pytestmark = pytest.mark.usefixtures("april", "qapp")


def test_the_model_of_what_would_come_is_sound_and_ticked(qtmodeltester: ModelTester) -> None:
    model = ImportModel(proposed())
    qtmodeltester.check(model)
    assert len(model.chosen()) == model.rowCount() - 1  # the contradicted one is not
    model.tick_all(True)
    assert len(model.chosen()) == model.rowCount()
    off = Qt.CheckState.Unchecked
    assert model.setData(model.index(0, 0), off, Qt.ItemDataRole.CheckStateRole)
    assert not model.setData(model.index(0, 1), off, Qt.ItemDataRole.CheckStateRole)
    assert len(model.chosen()) == model.rowCount() - 1


def test_what_is_ticked_is_taken_and_a_refusal_stays(qtbot: QtBot) -> None:
    taken: list[Sequence[Entry]] = []

    def take(
        chosen: Sequence[Entry], then: Callable[[], object], refused: Callable[[DeskError], None]
    ) -> None:
        taken.append(chosen)
        if len(taken) == 1:
            refused(NotNow(Why.NAME_TAKEN, "An"))
        else:
            then()

    dialog = RegisterImportDialog(None, "Từ “a.xlsx”.", proposed(), FAULTS, take)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.counts.text() == (
        "6 mục mới, 1 thay đổi, 0 đã có, 1 cần xem (chưa đánh dấu), 2 dòng không nhận."
    )
    assert len(dialog.faults.text().splitlines()) == 3
    dialog.ok.click()
    assert dialog.isVisible()
    assert "An" in dialog.fault.text()
    dialog.none.click()
    dialog.ok.click()
    assert len(taken) == 1
    dialog.every.click()
    dialog.ok.click()
    assert not dialog.isVisible()
    assert [len(one) for one in taken] == [6, 7]


def test_where_nothing_would_come_there_is_nothing_to_agree_to(qtbot: QtBot) -> None:
    dialog = RegisterImportDialog(None, "Từ “a.xlsx”.", (), (), lambda *_: None)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.ok.isVisible()
    assert not dialog.view.isVisible()
    assert dialog.counts.text() == "0 mục mới, 0 thay đổi, 0 đã có."
