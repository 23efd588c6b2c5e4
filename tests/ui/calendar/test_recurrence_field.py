"""How a meeting recurs, as the form offers and writes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from desk.dates.recurrence import read_rule
from desk.dates.series import When
from tests.making import Cast
from tests.ui.calendar.calendars import page, words_of
from ui.calendar.meeting_dialog import MeetingDialog
from ui.calendar.page import CalendarPage
from ui.calendar.recurrence_field import RecurrenceField, Way
from ui.window.window import Window

Sit = Callable[[int], Window]
pytestmark = pytest.mark.usefixtures("april")


def form_for(calendar: CalendarPage, start: datetime, title: str, way: Way = Way.NEVER) -> MeetingDialog:
    form = calendar.acts.editing.make(When(start, start + timedelta(hours=1)))
    form.title.setText(title)
    form.rule.way.setCurrentIndex(form.rule.way.findData(way))
    return form


@pytest.mark.parametrize(
    ("first", "way", "shown", "absent"),
    [
        (date(2019, 1, 31), Way.MONTH_DAY, ("31/01/2019", "31/3/2019", "31/5/2019"), "/02/2019"),
        (date(2020, 2, 29), Way.YEARLY, ("29/02/2020", "29/02/2024", "29/02/2028"), "2021"),
        (date(2025, 7, 25), Way.LUNAR, ("25/7/2025", "14/7/2026"), "2025, 08:00–09:00\nT"),
    ],
)
def test_days_that_not_every_month_or_year_has(
    qtbot: QtBot, sit: Sit, cast: Cast, first: date, way: Way, shown: tuple[str, ...], absent: str
) -> None:
    calendar = page(sit(cast.secretary))
    form = form_for(calendar, datetime.combine(first, datetime.min.time()).replace(hour=8), "Họp", way)
    qtbot.waitUntil(lambda: shown[-1] in words_of(form), timeout=3000)
    dates = words_of(form).split("Những ngày sẽ họp")[1]
    assert all(day in dates for day in shown)
    assert way is Way.LUNAR or absent not in dates
    form.agree()
    assert not form.isVisible()


@pytest.mark.parametrize(
    "written",
    [
        "FREQ=WEEKLY",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE,MO;WKST=SU",
        "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR",
        "FREQ=MONTHLY;BYMONTHDAY=15;COUNT=3",
        "FREQ=MONTHLY;INTERVAL=3;BYDAY=3MO;UNTIL=20200101T080000",
        "FREQ=YEARLY;BYDAY=-1FR;BYMONTH=12",
    ],
)
def test_a_rule_that_nobody_touches_is_not_altered(qtbot: QtBot, written: str) -> None:
    field = RecurrenceField()
    qtbot.addWidget(field)
    field.set_rule(read_rule(written), datetime(2019, 4, 15, 8))
    assert not field.is_altered()
    field.way.setCurrentIndex(field.way.findData(Way.YEARLY))
    assert field.is_altered()


@pytest.mark.parametrize(
    ("written", "way"),
    [
        ("FREQ=WEEKLY;WKST=SU;BYDAY=MO,TH", Way.WEEKLY),  # which day a week begins with means nothing
        ("FREQ=MONTHLY;BYMONTHDAY=15;WKST=SU", Way.MONTH_DAY),
        ("FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=MO,SU", Way.OWN),  # here it does
        ("FREQ=YEARLY;INTERVAL=5;BYMONTH=4;BYMONTHDAY=15", Way.OWN),
        ("FREQ=DAILY;INTERVAL=100", Way.OWN),
        ("FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR", Way.OWN),
    ],
)
def test_a_choice_is_shown_only_for_what_it_says(qtbot: QtBot, written: str, way: Way) -> None:
    field = RecurrenceField()
    qtbot.addWidget(field)
    field.set_rule(read_rule(written), datetime(2019, 4, 15, 8))
    assert field.way.currentData() == way
    field.end.setCurrentIndex(2)
    field.count.setValue(5000)
    altered = field.rule()
    assert altered is not None
    assert way != Way.OWN or altered == replace(read_rule(written), count=5000)
    assert (altered.interval, altered.count) == (read_rule(written).interval, 5000)


def test_a_year_has_no_every_second_one_left_over_from_weeks(qtbot: QtBot) -> None:
    field = RecurrenceField()
    qtbot.addWidget(field)
    field.set_rule(read_rule("FREQ=WEEKLY;INTERVAL=5;BYDAY=MO"), datetime(2019, 4, 15, 8))
    field.way.setCurrentIndex(field.way.findData(Way.YEARLY))
    assert field.rule() == read_rule("FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=15")


def test_rules_are_compared_by_what_they_are(qtbot: QtBot) -> None:
    field = RecurrenceField()
    qtbot.addWidget(field)
    field.set_rule(read_rule("FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR"), datetime(2019, 4, 15, 8))
    field.way.setCurrentIndex(field.way.findData(Way.DAILY))
    assert field.rule() == read_rule("FREQ=DAILY")
    assert field.is_altered()
    field.way.setCurrentIndex(field.way.findData(Way.OWN))
    assert not field.is_altered()
