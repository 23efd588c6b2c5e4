"""What month and week share: what is chosen, and the keys that go through a day."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desk.calendar.days_shown import DaysShown
from desk.dates.series import When
from tests.ui.calendar.calendars import occurrence
from ui.calendar.month_view import MonthView
from ui.calendar.view_base import CalendarView, key_of

DAY = date(2019, 4, 16)
FIRST, SECOND = (occurrence(datetime(2019, 4, 16, hour), meeting_id=hour) for hour in (8, 14))
K = Qt.Key


@pytest.fixture
def view(qtbot: QtBot) -> CalendarView:
    made = MonthView()
    qtbot.addWidget(made)
    made.month = 4
    days = DaysShown(date(2019, 4, 1), date(2019, 5, 5), (FIRST, SECOND), {}, {}, datetime(2019, 4, 16, 10))
    made.show_span(days, DAY)
    made.show()
    return made


def test_space_goes_through_the_day_and_escape_leaves_it(view: CalendarView, qtbot: QtBot) -> None:
    met = []
    for _ in range(3):
        QTest.keyClick(view, K.Key_Space)
        met.append(view.current())
    assert met == [FIRST, SECOND, FIRST]
    QTest.keyClick(view, K.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert view.current() == SECOND
    with qtbot.waitSignal(view.chosen) as chosen:
        QTest.keyClick(view, K.Key_Escape)
    assert chosen.args == [None]


def test_enter_opens_what_is_chosen_and_else_makes(view: CalendarView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.wanted) as wanted:
        QTest.keyClick(view, K.Key_Return)
    assert wanted.args == [None]
    view.choose(key_of(FIRST))
    with qtbot.waitSignal(view.opened) as opened:
        QTest.keyClick(view, K.Key_Return)
    assert opened.args == [FIRST]


def test_a_meeting_is_never_stretched_to_nothing(view: CalendarView, qtbot: QtBot) -> None:
    hour = timedelta(hours=1)
    with qtbot.assertNotEmitted(view.moved):
        view.stretch(FIRST, timedelta(), -hour)
    with qtbot.waitSignal(view.moved) as moved:
        view.stretch(FIRST, timedelta(), hour)
    assert moved.args == [FIRST, When(FIRST.start, FIRST.end + hour)]
    with qtbot.waitSignal(view.moved) as shifted:
        view.shift(FIRST, hour)
    assert shifted.args == [FIRST, When(FIRST.start + hour, FIRST.end + hour)]


def test_marked_days_come_in_order(view: CalendarView) -> None:
    view.choose_day(date(2019, 4, 18))
    view.choose_day(date(2019, 4, 16), extend=True)
    assert view.days() == (date(2019, 4, 16), date(2019, 4, 18))
    assert view.of_day(DAY) == [FIRST, SECOND]
