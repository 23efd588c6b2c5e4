"""An office's hours are said once, and everything that asks for them agrees."""

from __future__ import annotations

from datetime import datetime, time

import pytest

from desk.calendar import news_opening
from desk.dates import office_hours
from desk.dates.office_hours import PartOfDay, part_of_day
from desk.dates.series import HOURS, DayHalf, When
from desk.week_schedule.sheet import ScheduleHalf

STARTS = {PartOfDay.MORNING: "Sáng ngày ", PartOfDay.AFTERNOON: "Chiều ngày ", PartOfDay.EVENING: "Tối ngày "}


@pytest.mark.parametrize(
    ("begins", "part"),
    [
        (time(0, 0), PartOfDay.MORNING),
        (time(12, 29), PartOfDay.MORNING),
        (time(12, 30), PartOfDay.AFTERNOON),
        (time(17, 29), PartOfDay.AFTERNOON),
        (time(17, 30), PartOfDay.EVENING),
        (time(23, 59), PartOfDay.EVENING),
    ],
)
def test_the_news_and_the_weeks_sheet_name_the_same_part_of_the_day(begins: time, part: PartOfDay) -> None:
    assert part_of_day(begins) is part
    assert ScheduleHalf(part.value)
    start = datetime.combine(datetime(2026, 1, 5), begins)
    assert news_opening._half(When(start, start)) == STARTS[part]


def test_what_spans_noon_is_no_half_day() -> None:
    assert office_hours.spans_noon(time(8), time(16))
    assert not office_hours.spans_noon(time(8), time(13, 30))
    assert not office_hours.spans_noon(time(12, 30), time(16))
    assert news_opening._half(When(datetime(2026, 1, 5, 8), datetime(2026, 1, 5, 16))) == "Ngày "


def test_a_whole_day_is_both_halves() -> None:
    assert HOURS[DayHalf.DAY] == (HOURS[DayHalf.MORNING][0], HOURS[DayHalf.AFTERNOON][1])
