"""Where days and hours of the week stand, and which moment a place means."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from PySide6.QtCore import QPointF

from ui.calendar.week_grid import HOUR, HOURS, WeekGrid

GRID = WeekGrid(date(2019, 4, 15), HOURS + 700, 600, lanes=2, scrolled=100)


@pytest.mark.parametrize("moment", [datetime(2019, 4, 15, 8), datetime(2019, 4, 21, 13, 45)])
def test_a_moment_is_found_where_it_stands(moment: datetime) -> None:
    place = QPointF(GRID.column(moment.date()).center().x(), GRID.y(moment.time()))
    assert GRID.moment(place) == moment


def test_places_are_read_by_quarters_within_the_day() -> None:
    monday = GRID.column(date(2019, 4, 15)).center().x()
    assert GRID.moment(QPointF(monday, GRID.y(time(9)) + HOUR / 9)) == datetime(2019, 4, 15, 9, 0)
    assert GRID.moment(QPointF(monday, -10_000)) == datetime(2019, 4, 15)  # wall time
    assert GRID.moment(QPointF(monday, 10_000)) == datetime(2019, 4, 15, 23, 45)
    assert GRID.moment(QPointF(HOURS - 1, 200)) is None  # the names of the hours


def test_days_stand_side_by_side_and_the_band_pushes_the_hours_down() -> None:
    assert GRID.column(date(2019, 4, 16)).left() == HOURS + 100
    assert WeekGrid(GRID.first, 800, 600, lanes=3).top > WeekGrid(GRID.first, 800, 600, lanes=1).top
    assert WeekGrid(GRID.first, 800, 600).top == WeekGrid(GRID.first, 800, 600, lanes=1).top
    assert GRID.extent == round(GRID.top + 24 * HOUR - 600)
