"""A day as a clerk types it."""

from __future__ import annotations

from datetime import date

import pytest

from desk.dates.typed_day import parse_day

TODAY = date(2019, 4, 16)


@pytest.mark.parametrize("typed", ["9/4/2019", "09-04-19", "9.4", "ngày 9 tháng 4 năm 2019", " 9 / 4 "])
def test_a_day_is_read_however_it_is_typed(typed: str) -> None:
    assert parse_day(typed, TODAY) == date(2019, 4, 9)


@pytest.mark.parametrize("typed", ["", "9", "31/4", "9/13/2019", "hôm nay", "9/4/201"])
def test_what_is_no_day_is_none(typed: str) -> None:
    assert parse_day(typed, TODAY) is None
