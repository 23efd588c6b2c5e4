"""Which days a view shows, and which lie beside them."""

from __future__ import annotations

from datetime import date

import pytest

from ui.calendar.days_in_view import DaysInView, View


@pytest.mark.parametrize(
    ("view", "first", "last"),
    [
        (View.WEEK, date(2019, 4, 15), date(2019, 4, 21)),
        (View.MONTH, date(2019, 4, 1), date(2019, 5, 5)),
        (View.AGENDA, date(2019, 4, 9), date(2019, 6, 17)),
    ],
)
def test_each_view_shows_its_days(view: View, first: date, last: date) -> None:
    assert DaysInView(view, date(2019, 4, 16)).span() == (first, last)


def test_a_month_means_itself_and_not_its_grid() -> None:
    april = DaysInView(View.MONTH, date(2019, 4, 16))
    assert april.meant() == (date(2019, 4, 1), date(2019, 4, 30))
    week = DaysInView(View.WEEK, date(2019, 4, 16))
    assert week.meant() == week.span()


@pytest.mark.parametrize(
    ("view", "day", "steps", "there"),
    [
        (View.MONTH, date(2019, 1, 31), 1, date(2019, 2, 28)),
        (View.MONTH, date(2019, 1, 31), -1, date(2018, 12, 31)),
        (View.MONTH, date(2019, 11, 30), 2, date(2020, 1, 30)),
        (View.WEEK, date(2019, 4, 16), -1, date(2019, 4, 9)),
        (View.AGENDA, date(2019, 4, 16), 1, date(2019, 5, 16)),
    ],
)
def test_leafing_goes_by_months_and_weeks(view: View, day: date, steps: int, there: date) -> None:
    assert DaysInView(view, day).leafed(steps) == DaysInView(view, there)


@pytest.mark.parametrize("view", [View.WEEK, View.MONTH])
@pytest.mark.parametrize("steps", [-1, 1])
def test_what_lies_beside_is_what_leafing_shows(view: View, steps: int) -> None:
    here = DaysInView(view, date(2019, 12, 31))
    assert here.beside(steps) == here.leafed(steps).span()


def test_the_title_names_the_month_or_the_week() -> None:
    assert DaysInView(View.MONTH, date(2019, 4, 16)).title() == "Tháng 4 năm 2019"
    assert DaysInView(View.WEEK, date(2019, 4, 16)).title() == "Tuần 16 · 15–21/4/2019"
