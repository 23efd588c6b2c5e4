"""From when to when: hours, half-days, whole days."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from pytestqt.qtbot import QtBot

from desk.dates.series import DayHalf, When, part_of_day
from ui.calendar.time_field import TimeField


@pytest.mark.parametrize(
    "when",
    [
        When(datetime(2019, 4, 16, 8), datetime(2019, 4, 16, 9, 30)),
        When(datetime(2019, 4, 16, 20), datetime(2019, 4, 17, 2)),
        part_of_day(date(2019, 4, 16), DayHalf.MORNING),
        part_of_day(date(2019, 4, 16), DayHalf.DAY, date(2019, 4, 18)),
    ],
)
def test_a_time_comes_back_as_it_was_put(qtbot: QtBot, when: When) -> None:
    field = TimeField()
    qtbot.addWidget(field)
    field.set_when(when)
    assert field.when() == when


def test_the_end_follows_the_beginning(qtbot: QtBot) -> None:
    field = TimeField()
    qtbot.addWidget(field)
    field.set_when(When(datetime(2019, 4, 16, 8), datetime(2019, 4, 16, 9)))
    with qtbot.waitSignal(field.changed):
        field.start.set_value(time(14))
    assert field.when() == When(datetime(2019, 4, 16, 14), datetime(2019, 4, 16, 15))
