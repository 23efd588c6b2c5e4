"""How the office reviews, set in Thiết lập."""

from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from desk.acts.review_settings import practice
from tests.making import Cast
from ui.window.window import Window

Sit = Callable[[int], Window]


def test_the_office_sets_its_ways(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    window = sit(cast.admin)
    window.pages.go("settings")
    tab = window.pages.settings.practice
    window.pages.settings.tabs.setCurrentWidget(tab)
    tab.levels.button(1).click()
    tab.waiting.setValue(5)
    tab.phrases.setPlainText("Viết lại sapô.\n\n  Thiếu   ảnh. ")
    tab.save.click()
    assert (practice().levels, practice().waiting_days) == (1, 5)
    assert practice().phrases == ("Viết lại sapô.", "Thiếu ảnh.")
