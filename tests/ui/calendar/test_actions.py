"""The actions of the calendar: every one in the menu and on the sheet of keys."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.making import Cast
from tests.ui.calendar.calendars import page, words_of
from ui.window.commands import Do as Command
from ui.window.keys_dialog import KeysDialog
from ui.window.window import Window

Sit = Callable[[int], Window]
pytestmark = pytest.mark.usefixtures("april")


def test_every_key_of_the_calendar_is_told(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    window = sit(cast.secretary)
    calendar = page(window)
    menu = next(one for one in window.menuBar().findChildren(QMenu) if one.title() == "&Lịch")
    menu.aboutToShow.emit()
    listed = [action for one in (menu, *menu.findChildren(QMenu)) for action in one.actions()]
    for action in (*calendar.acts.all(), *calendar.steps(), *calendar.in_and_out.all()):
        assert action in listed, action.text()
    window.commands[Command.KEYS].trigger()
    keys = window.findChild(KeysDialog)
    assert keys is not None
    told = words_of(keys)
    for key in ("Alt+←", "Alt+Shift+←", "Shift+↑", "Dấu cách", "Enter", "Esc"):
        assert key in told, key
    keys.close()
