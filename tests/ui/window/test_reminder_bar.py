"""The strip of reminders."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from pytestqt.qtbot import QtBot

from desk.calendar import reminders
from tests.making import Cast
from tests.ui.calendar.calendars import put
from ui.session import system_tray
from ui.session.session import Session
from ui.window.reminder_bar import ReminderBar


def test_the_earliest_is_shown_until_it_is_read_and_each_rings_once(
    qtbot: QtBot, session_of: Callable[[int], Session], cast: Cast, april: None
) -> None:
    put(cast, "Giao ban", datetime(2019, 4, 16, 10, 10), remind=(30,))
    put(cast, "Tập huấn", datetime(2019, 4, 16, 10, 20), remind=(30,))
    system_tray.set_shown(True)
    bar = ReminderBar(session_of(cast.secretary))
    qtbot.addWidget(bar)
    rung: list[str] = []
    wanted: list[object] = []
    bar.rang.connect(lambda _, text: rung.append(text))
    bar.wanted.connect(wanted.append)
    assert bar.words() == ""
    due = reminders.due(cast.secretary)
    bar.show_due(due)
    bar.show_due(due)
    assert len(rung) == len(due)
    if due:
        assert bar.words().startswith("Sắp họp: Giao ban")
        bar.show()
        bar.open.click()
        assert wanted == [(due[0].row.meeting_id, due[0].row.origin)]
    bar.show_due(())
    assert bar.words() == ""


def test_a_strip_that_is_not_shown_asks_no_more(
    qtbot: QtBot, session_of: Callable[[int], Session], cast: Cast
) -> None:
    bar = ReminderBar(session_of(cast.secretary))
    qtbot.addWidget(bar)
    bar.begin()
    assert not bar._timer.isActive()
