"""The three checklists, set in Thiết lập."""

from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from desk.acts import requirements
from desk.acts.requirements import Auto, Before, Level
from desk.acts.rules import Genre
from tests.making import Cast
from ui.window.window import Window

Sit = Callable[[int], Window]


def test_an_administrator_sets_a_checklist_others_only_see_it(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    window = sit(cast.admin)
    window.pages.go("settings")
    tab = window.pages.settings.checklists
    tab.before.setCurrentIndex(1)
    assert tab.list_() is Before.APPROVE
    assert Auto.SIGNS not in {tab._wish(row).auto for row in range(tab.table.rowCount())}
    tab._add()
    last = tab.table.rowCount() - 1
    item = tab.table.item(last, 0)
    assert item is not None
    item.setText("Đã hỏi ý kiến Sở")
    tab.set_level(last, Genre.NEWS, Level.REQUIRED)
    tab._save()
    made = next(one for one in requirements.items(Before.APPROVE) if one.text == "Đã hỏi ý kiến Sở")
    assert (made.level(Genre.NEWS), made.level(Genre.PHOTOS)) == (Level.REQUIRED, Level.RECOMMENDED)
    tab.table.setCurrentCell(tab.table.rowCount() - 1, 0)
    other = sit(cast.secretary)
    other.pages.go("settings")
    assert not other.pages.settings.checklists.tools.isEnabled()
