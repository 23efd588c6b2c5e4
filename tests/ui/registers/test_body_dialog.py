"""A body's dialog: what is filled in is what is kept, a day that is none is said in place."""

from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from desk.registers.entries import BodyEntry, Entry
from tests.ui.registers.kept import fields_by_tab, keeping
from ui.registers.body_dialog import BodyEntryDialog

pytestmark = pytest.mark.usefixtures("april")


def test_a_day_that_is_none_is_said_in_place(qtbot: QtBot) -> None:
    kept: list[Entry] = []
    dialog = BodyEntryDialog(None, None, [], keeping(kept))
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


def test_tab_goes_from_field_to_field_as_they_stand(qtbot: QtBot) -> None:
    fields, reached = fields_by_tab(qtbot, BodyEntryDialog(None, None, (), keeping([])))
    assert len(fields) == 5
    assert reached == fields
