"""Somebody's dialog: a line a title, each kept as it was filled in."""

from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from desk.registers.entries import Entry, PersonEntry, Title
from tests.ui.registers.filled import ENTRIES
from tests.ui.registers.kept import keeping
from ui.registers.person_dialog import PersonEntryDialog

pytestmark = pytest.mark.usefixtures("april")


def test_a_person_is_kept_with_their_titles_and_a_line_without_one_is_none(qtbot: QtBot) -> None:
    kept: list[Entry] = []
    mau = ENTRIES[0]
    assert isinstance(mau, PersonEntry)
    dialog = PersonEntryDialog(None, mau, ["Tỉnh ủy"], keeping(kept))
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
    dialog = PersonEntryDialog(None, None, [], keeping(kept))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.name.setText("An")
    dialog.lines[0].body.setText("Tỉnh ủy")
    dialog.ok.click()
    assert kept == []
    assert dialog.fault.isVisible()
