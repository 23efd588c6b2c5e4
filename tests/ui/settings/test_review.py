"""How the office reviews, set in Thiết lập."""

from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from desk.acts.review_settings import ReviewSettings, practice
from desk.department import settings
from tests.making import Cast
from ui.session.session import Session
from ui.settings.review import ReviewTab
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


def test_when_an_idle_window_is_locked(
    qtbot: QtBot, session_of: Callable[[int], Session], cast: Cast
) -> None:
    settings.change_practice(cast.admin, ReviewSettings(idle_minutes=25))
    tab = ReviewTab(session_of(cast.admin))
    qtbot.addWidget(tab)
    tab.shown()
    assert tab.idle.currentText() == "25 phút"  # what another version has offered
    assert not tab.dirty()
    tab.idle.setCurrentIndex(tab.idle.findData(15))
    assert tab.dirty()
    tab.save.click()
    assert practice().idle_minutes == 15


def test_the_office_lets_nothing_wrong_pass(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    window = sit(cast.admin)
    window.pages.go("settings")
    tab = window.pages.settings.practice
    window.pages.settings.tabs.setCurrentWidget(tab)
    tab.wrong_stops.click()
    assert tab.dirty()
    tab.save.click()
    assert practice().wrong_stops
