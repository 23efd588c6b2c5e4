"""Meetings of the week side by side where they overlap, whole days in lanes above."""

from __future__ import annotations

from datetime import date, datetime

from desk.dates.series import DayHalf
from tests.ui.calendar.calendars import occurrence
from ui.calendar.week_layout import MOST_LANES, clusters, columns, in_band, lanes, spilling

DAY = date(2019, 4, 16)


def test_what_overlaps_stands_side_by_side() -> None:
    rows = [occurrence(datetime(2019, 4, 16, hour), 2, meeting_id=hour) for hour in (8, 9, 10, 14)]
    first, second = clusters(rows, DAY)
    assert [row.meeting_id for row in first] == [8, 9, 10]
    assert [row.meeting_id for row in second] == [14]
    assert columns(first) == ([0, 1, 0], 2)
    assert columns(second) == ([0], 1)


def test_a_moment_takes_half_an_hour() -> None:
    rows = [occurrence(datetime(2019, 4, 16, 8, minute), 0, meeting_id=minute) for minute in (0, 15, 45)]
    assert [len(cluster) for cluster in clusters(rows, DAY)] == [2, 1]


def test_days_and_nights_stand_above_in_as_few_lanes_as_fit() -> None:
    long = occurrence(datetime(2019, 4, 15, 8), 50, meeting_id=1)
    beside = occurrence(datetime(2019, 4, 16, 0), 24, meeting_id=2, part=DayHalf.DAY)
    after = occurrence(datetime(2019, 4, 18, 0), 24, meeting_id=3, part=DayHalf.DAY)
    hour = occurrence(datetime(2019, 4, 16, 8), 1, meeting_id=4)
    assert [in_band(row) for row in (long, beside, after, hour)] == [True, True, True, False]
    assert sorted(lanes([long, beside, after, hour]).values()) == [0, 0, 1]
    assert not list(clusters([long, beside], DAY))


def test_more_whole_days_than_lanes_share_the_last() -> None:
    def named(count: int) -> dict[tuple[object, ...], int]:
        return lanes(
            occurrence(datetime(2019, 4, 16), 24, meeting_id=number, part=DayHalf.DAY)
            for number in range(count)
        )

    assert spilling(named(0)) == spilling(named(MOST_LANES)) == frozenset()
    assert len(spilling(named(MOST_LANES + 1))) == 2
    assert len(spilling(named(MOST_LANES + 5))) == 6
