"""Rules of recurrence: what becomes of them when an occurrence is taken to another day."""

from __future__ import annotations

from datetime import datetime

import pytest

from desk.dates.recurrence import aligned, read_rule


@pytest.mark.parametrize(
    ("days", "old", "new", "becomes"),
    [
        ("10", datetime(2019, 4, 10, 8), datetime(2019, 4, 30, 8), "30"),  # the 30th, in every month
        ("31", datetime(2019, 5, 31, 8), datetime(2019, 6, 30, 8), "30"),
        ("-1", datetime(2019, 4, 30, 8), datetime(2019, 5, 31, 8), "-1"),  # the last day stays the last
        ("-1", datetime(2019, 4, 30, 8), datetime(2019, 4, 28, 8), "28"),
    ],
)
def test_a_monthly_rule_follows_to_the_day_and_only_the_last_stays_the_last(
    days: str, old: datetime, new: datetime, becomes: str
) -> None:
    rule = aligned(read_rule(f"FREQ=MONTHLY;BYMONTHDAY={days}"), old, new)
    assert rule.part("BYMONTHDAY") == becomes
