"""Lunar dates against lunar-vn, the vectors of the office's calendar, days off and anniversaries."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from lunar_vn import solar_to_lunar

from desk.calendar import holidays
from desk.calendar.holidays import DayEntry, DayKind, is_off, marks
from desk.dates.lunar_calendar import grid, lunar, solar, week_of, written
from desk.errors import NotNow, Why
from tests.making import Cast

FIRST, LAST = date(1991, 2, 15), date(2072, 2, 18)


def test_every_lunar_date_is_that_of_lunar_vn() -> None:
    """All 29,589 days of the table; the package errs beyond it, from 2072 on."""
    different = []
    day = FIRST
    while day <= LAST:
        ours, theirs = lunar(day), solar_to_lunar(day)
        assert ours is not None
        if (ours.day, ours.month, ours.year, ours.leap) != (
            theirs.day,
            theirs.month,
            theirs.year,
            theirs.leap,
        ):
            different.append(day)
        day += timedelta(days=1)
    assert different == []
    assert lunar(FIRST - timedelta(days=1)) is None
    assert lunar(LAST + timedelta(days=1)) is None


def test_a_lunar_date_leads_back_to_its_day() -> None:
    day = FIRST
    while day <= LAST:
        there = lunar(day)
        assert there is not None
        assert solar(there.year, there.month, there.day, leap=there.leap) == day
        day += timedelta(days=1)


@pytest.mark.parametrize(
    ("day", "told", "name"),
    [
        (date(2019, 4, 9), (5, 3, False), "Kỷ Hợi"),
        (date(2007, 2, 17), (1, 1, False), "Đinh Hợi"),
        (date(2026, 2, 17), (1, 1, False), "Bính Ngọ"),
        (date(2030, 2, 2), (1, 1, False), "Canh Tuất"),
        (date(2024, 4, 18), (10, 3, False), "Giáp Thìn"),
        (date(2025, 4, 7), (10, 3, False), "Ất Tỵ"),
        (date(2026, 4, 26), (10, 3, False), "Bính Ngọ"),
        (date(2025, 7, 25), (1, 6, True), "Ất Tỵ"),
    ],
)
def test_known_dates(day: date, told: tuple[int, int, bool], name: str) -> None:
    found = lunar(day)
    assert found is not None
    assert (found.day, found.month, found.leap) == told
    assert found.name == name


def test_a_leap_month_is_its_namesake_in_other_years_and_thirty_the_last_day() -> None:
    assert solar(2024, 6, 1, leap=True) == solar(2024, 6, 1)
    assert solar(2025, 6, 1, leap=True) == date(2025, 7, 25)
    assert solar(2025, 6, 30, leap=True) == date(2025, 8, 22)  # 29 days
    assert solar(1980, 1, 1) is None


def test_weeks_are_iso() -> None:
    assert grid(2019, 4) == (date(2019, 4, 1), date(2019, 5, 5))
    assert grid(2026, 2) == (date(2026, 1, 26), date(2026, 3, 1))
    assert week_of(2019, 15) == date(2019, 4, 8)
    with pytest.raises(ValueError, match="week"):
        week_of(2019, 53)
    assert (written(date(2019, 4, 9)), written(date(2020, 2, 1))) == ("09/4/2019", "01/02/2020")


def test_days_off_and_what_makes_up_for_them() -> None:
    named = marks(date(2019, 1, 1), date(2026, 12, 31), holidays.proposed())
    assert is_off(date(2019, 2, 4), named)  # the eve of Tết
    assert is_off(date(2019, 4, 15), named)  # Giỗ Tổ fell on a Sunday
    assert named[date(2019, 4, 15)][0].made_up
    assert is_off(date(2026, 4, 27), named)
    assert not is_off(date(2020, 9, 3), named)
    assert is_off(date(2021, 9, 3), named)
    assert not is_off(date(2025, 11, 24), named)
    assert is_off(date(2026, 11, 24), named)
    assert holidays.proposed()
    words = [mark.words for mark in named[date(2023, 8, 1)]]
    assert words == ["Kỷ niệm 93 năm Ngày truyền thống ngành Tuyên giáo (01/8/1930 - 01/8/2023)"]
    assert [mark.round for mark in named[date(2025, 2, 3)] if mark.years] == [True]
    assert [mark.round for mark in named[date(2019, 2, 3)] if mark.years] == [False]


def test_the_office_edits_the_list(cast: Cast) -> None:
    bridge = DayEntry(DayKind.OFF, "Nghỉ hoán đổi", 5, 2, year=2019)
    worked = DayEntry(DayKind.WORK, "Làm bù", 5, 4, year=2019)
    holidays.set_entries(cast.secretary, [*holidays.proposed(), bridge, worked])
    named = marks(date(2019, 5, 1), date(2019, 5, 31))
    assert is_off(date(2019, 5, 2), named)
    assert not is_off(date(2019, 5, 4), named)  # a Saturday that is worked
    assert holidays.next_working_day(date(2019, 4, 29)) == date(2019, 5, 3)
    with pytest.raises(NotNow) as refused:
        holidays.set_entries(cast.secretary, [DayEntry(DayKind.OFF, "Ngày lạ", 4, 31)])
    assert refused.value.why is Why.DAY_WRONG
    assert len(holidays.entries()) == len(holidays.proposed()) + 2
