"""Small promises of the calendar, each seen in the window: work that falls due, the line one stands on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from pytestqt.qtbot import QtBot

from desk import clock
from desk.acts.rules import Stage
from desk.calendar import coverage
from desk.calendar.coverage import Task
from tests.making import Cast, article, words
from tests.ui.calendar.calendars import held, put
from ui.session import system_tray
from ui.window.window import Window

Sit = Callable[[int], Window]
pytestmark = pytest.mark.usefixtures("april")


def test_work_that_falls_due_is_said_before_it_is_late_and_once(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    number = put(cast, "Hội nghị", datetime(2019, 4, 16, 8), remind=())
    (row,) = held("Hội nghị")
    coverage.assign(cast.editor, number, row.origin, cast.writer, Task.WRITE, date(2019, 4, 17))
    coverage.answer(cast.writer, coverage.of_occurrence(number, "")[0].id, True)
    system_tray.set_shown(True)
    window = sit(cast.writer)
    rung: list[str] = []
    window.reminders.rang.connect(lambda _, words: rung.append(words))
    window.reminders.look()
    assert window.reminders.words() == "Sắp hết hạn nộp tin: Hội nghị"
    window.reminders.look()
    assert rung == ["Sắp hết hạn nộp tin: Hội nghị"]  # rung once, shown until it is read
    window.reminders.known.click()
    assert window.reminders.words() == ""
    # The machine slept for two days: what came due meanwhile is said when it wakes, and said once.
    clock.set_clock(lambda: datetime(2019, 4, 18, 4, 0, tzinfo=UTC))
    window.reminders.look()
    assert window.reminders.words() == "Quá hạn nộp tin: Hội nghị"
    window.reminders.later.click()
    window.reminders.look()
    assert window.reminders.words() == ""
    clock.set_clock(lambda: datetime(2019, 4, 18, 4, 11, tzinfo=UTC))
    window.reminders.look()
    assert window.reminders.words() == "Quá hạn nộp tin: Hội nghị"
    window.reminders.known.click()
    window.reminders.look()
    assert window.reminders.words() == ""
    assert rung.count("Quá hạn nộp tin: Hội nghị") == 1
    system_tray.set_shown(False)


def test_the_line_one_stands_on_stays_when_the_meetings_come(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    """Hôm nay stands before the calendar is asked; a card of meetings then comes above what is there."""
    article(cast, words("Chờ biên tập"), Stage.SUBMITTED)
    window = sit(cast.editor)
    line = next(one for one in window.pages.today.lines if one.text() == "Chờ biên tập")
    line.setFocus()
    before = window.pages.today.lines.index(line)
    put(cast, "Giao ban sáng nay", datetime(2019, 4, 16, 8))
    window.pages.today.shown()
    at = next(at for at, one in enumerate(window.pages.today.lines) if one.text() == "Chờ biên tập")
    assert at > before
    assert window.pages.today.lines[at].hasFocus()
