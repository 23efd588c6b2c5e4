"""The desk's clock: UTC inside, the office's wall outside, stamps that sort as time does."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from desk import clock

EVENING = datetime(2019, 4, 9, 17, 30, 15, 123_456, tzinfo=UTC)


@pytest.mark.parametrize(
    ("hour", "minute", "day"),
    [(16, 59, date(2019, 4, 9)), (17, 0, date(2019, 4, 10)), (0, 0, date(2019, 4, 9))],
)
def test_the_day_begins_at_midnight_on_the_wall(hour: int, minute: int, day: date) -> None:
    clock.set_clock(lambda: datetime(2019, 4, 9, hour, minute, tzinfo=UTC))
    assert clock.today() == day


def test_a_moment_is_read_from_the_wall() -> None:
    wall = clock.local(EVENING)
    assert wall == EVENING
    assert wall.replace(tzinfo=None) == datetime(2019, 4, 10, 0, 30, 15, 123_456)


def test_a_stamp_is_utc_to_the_millisecond_from_wherever_the_moment_was() -> None:
    assert clock.stamp(EVENING) == "2019-04-09T17:30:15.123+00:00"
    assert clock.stamp(EVENING.astimezone(clock.HANOI)) == clock.stamp(EVENING)
    assert clock.stamp(EVENING.astimezone(timezone(timedelta(hours=-5)))) == clock.stamp(EVENING)
    assert clock.stamp(EVENING.replace(microsecond=0)) == "2019-04-09T17:30:15.000+00:00"


def test_a_stamp_is_read_back() -> None:
    read = clock.read_stamp("2019-04-09T17:30:15.123+00:00")
    assert read == EVENING.replace(microsecond=123_000)
    assert read.utcoffset() == timedelta(0)
    assert clock.read_stamp("2019-04-09T17:30:15Z") == EVENING.replace(microsecond=0)


def test_a_clock_is_put_in_and_taken_out_again() -> None:
    clock.set_clock(lambda: EVENING)
    assert clock.now() == EVENING
    clock.set_clock(None)
    assert clock.now() > EVENING + timedelta(days=365)
    assert clock.now().utcoffset() == timedelta(0)
