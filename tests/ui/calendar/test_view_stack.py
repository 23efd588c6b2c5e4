"""The views of the days: what is shown in them is not said, what is marked becomes a new meeting."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from pytestqt.qtbot import QtBot

from desk.calendar.days_shown import DaysShown
from desk.dates.series import DayHalf, When
from tests.ui.calendar.calendars import occurrence
from ui.calendar.days_in_view import DaysInView, View
from ui.calendar.view_base import key_of
from ui.calendar.view_stack import CalendarViews

DAY = date(2019, 4, 16)
ROW = occurrence(datetime(2019, 4, 16, 8))


@pytest.fixture
def views(qtbot: QtBot) -> CalendarViews:
    made = CalendarViews()
    qtbot.addWidget(made)
    return made


def _show(views: CalendarViews, view: View) -> None:
    views.show_view(view)
    first, last = DaysInView(view, DAY).span()
    days = DaysShown(first, last, (ROW,), {}, {}, datetime(2019, 4, 16, 10))
    views.show_days(days, DAY, key_of(ROW))


@pytest.mark.parametrize("view", list(View))
def test_what_stays_chosen_is_shown_without_a_word(views: CalendarViews, qtbot: QtBot, view: View) -> None:
    with qtbot.assertNotEmitted(views.chosen):
        _show(views, view)
    assert views.current() == ROW


def test_a_new_meeting_begins_where_one_marked(views: CalendarViews) -> None:
    _show(views, View.MONTH)
    assert views.marked(DAY) == When(datetime(2019, 4, 16, 8), datetime(2019, 4, 16, 10))
    views.month.choose_day(date(2019, 4, 18), extend=True)
    marked = views.marked(DAY)
    assert (marked.part, marked.start.date(), marked.last) == (DayHalf.DAY, DAY, date(2019, 4, 18))
    _show(views, View.WEEK)
    assert views.marked(DAY) == views.week.at_cursor()
    _show(views, View.AGENDA)
    assert views.marked(date(2019, 4, 20)).start == datetime(2019, 4, 20, 8)
    assert views.walked(DAY) == DAY
