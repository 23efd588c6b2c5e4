"""Which end of a meeting the hand holds in the week, and what letting go makes."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QPointF, QRectF

from desk.dates.series import DayHalf, When
from tests.ui.calendar.calendars import occurrence
from ui.calendar.occurrence_paint import Placed
from ui.calendar.view_base import Edge
from ui.calendar.week_drag import drawn, edge_at

EIGHT, NINE = datetime(2019, 4, 16, 8), datetime(2019, 4, 16, 9)
ROW = occurrence(EIGHT, 2)
HALF = occurrence(EIGHT, 4, part=DayHalf.MORNING)
DAYS = occurrence(datetime(2019, 4, 16), 48, part=DayHalf.DAY)  # wall time


@pytest.mark.parametrize(("y", "edge"), [(1, Edge.BEGIN), (40, Edge.NONE), (98, Edge.END), (150, Edge.NONE)])
def test_a_block_is_held_at_its_upper_and_lower_end(y: float, edge: Edge) -> None:
    assert edge_at(QPointF(50, y), [], [(QRectF(0, 0, 100, 100), ROW)]) is edge


def test_a_short_block_is_moved_by_its_upper_half() -> None:
    assert edge_at(QPointF(50, 1), [], [(QRectF(0, 0, 100, 24), ROW)]) is Edge.NONE


def test_a_bar_is_held_only_where_it_begins_and_ends() -> None:
    bar = Placed(QRectF(0, 0, 100, 20), DAYS, True, False)
    assert edge_at(QPointF(2, 10), [bar], []) is Edge.BEGIN
    assert edge_at(QPointF(98, 10), [bar], []) is Edge.NONE  # it goes on in the next week


def test_the_place_that_was_left_cannot_be_held() -> None:
    ghost = occurrence(EIGHT, 2, ghost=True)
    assert edge_at(QPointF(50, 98), [], [(QRectF(0, 0, 100, 100), ghost)]) is Edge.NONE


def test_drawing_over_hours_makes_a_meeting_to_the_quarter() -> None:
    quarter = timedelta(minutes=15)
    assert drawn(None, Edge.NONE, EIGHT, NINE) == When(EIGHT, NINE + quarter)
    assert drawn(None, Edge.NONE, NINE, EIGHT) == When(EIGHT, NINE + quarter)
    assert drawn(None, Edge.NONE, EIGHT, NINE + timedelta(days=2)) == When(EIGHT, NINE + quarter)


def test_a_meeting_is_moved_stretched_and_never_turned_inside_out() -> None:
    by = timedelta(days=1)
    assert drawn(ROW, Edge.NONE, EIGHT, EIGHT + by) == When(EIGHT + by, ROW.end + by)
    assert drawn(ROW, Edge.END, ROW.end, EIGHT - by) == When(EIGHT, EIGHT + timedelta(minutes=15))
    assert drawn(ROW, Edge.BEGIN, EIGHT, NINE) == When(NINE, ROW.end)
    assert drawn(DAYS, Edge.END, DAYS.end, DAYS.end - 3 * by) is None


def test_a_half_day_moved_by_days_stays_one() -> None:
    moved, shifted = (
        drawn(HALF, Edge.NONE, EIGHT, EIGHT + by) for by in (timedelta(days=1), timedelta(hours=1))
    )
    assert moved is not None
    assert shifted is not None
    assert (moved.part, shifted.part) == (DayHalf.MORNING, DayHalf.HOURS)
