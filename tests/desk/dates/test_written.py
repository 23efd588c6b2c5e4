"""Days as official texts write them."""

from __future__ import annotations

from datetime import date

import pytest

from desk.dates.written import day_month, written


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2019, 4, 8), "08/4/2019"),
        (date(2019, 1, 18), "18/01/2019"),
        (date(2019, 2, 3), "03/02/2019"),
        (date(2019, 12, 31), "31/12/2019"),
    ],
)
def test_zeros_stand_before_days_below_ten_and_the_first_two_months(day: date, words: str) -> None:
    assert written(day) == words
    assert day_month(day.day, day.month) == words.rpartition("/")[0]
