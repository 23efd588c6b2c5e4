"""The question whom to send."""

from __future__ import annotations

from datetime import date, datetime

from pytestqt.qtbot import QtBot

from desk.calendar.coverage import Task
from desk.department import people
from tests.making import Cast
from tests.ui.calendar.calendars import occurrence
from ui.calendar.coverage_dialog import CoverageDialog


def test_somebody_and_something_must_be_chosen(qtbot: QtBot, cast: Cast) -> None:
    agreed: list[CoverageDialog] = []
    row = occurrence(datetime(2019, 4, 17, 8))
    dialog = CoverageDialog(None, row, people.everybody(active_only=True), agreed.append)
    qtbot.addWidget(dialog)
    assert dialog.chosen_due() == date(2019, 4, 18)
    assert dialog.chosen_tasks() == (Task.WRITE,)
    dialog.tasks[Task.WRITE].setChecked(False)
    dialog.agree()
    assert "ít nhất một việc" in dialog.fault.text()
    assert agreed == []
    dialog.tasks[Task.PHOTO].setChecked(True)
    dialog.agree()
    assert agreed == [dialog]
    assert dialog.chosen_tasks() == (Task.PHOTO,)
