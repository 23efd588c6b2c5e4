"""Days off and anniversaries: which days they are, what is made up for, and what the office changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desk.acts import journal
from desk.acts.journal import JournalQuery
from desk.acts.rules import Act
from desk.calendar import holidays
from desk.calendar.holidays import DayEntry, DayKind, DayMark
from desk.errors import Denied, NotNow, Why
from tests.making import Cast

NEW_YEAR = DayEntry(DayKind.OFF, "Tết Dương lịch", 1, 1)
HUNG_KINGS = DayEntry(DayKind.OFF, "Giỗ Tổ Hùng Vương", 3, 10, lunar=True)


def _marks(first: date, last: date, *listed: DayEntry) -> dict[date, list[str]]:
    return {day: [one.title for one in named] for day, named in holidays.marks(first, last, listed).items()}


def _off(year: int, *listed: DayEntry) -> list[date]:
    found = holidays.marks(date(year, 1, 1), date(year, 12, 31), listed)
    return sorted(day for day, named in found.items() if any(one.kind is DayKind.OFF for one in named))


def test_a_day_of_the_moon_moves_with_it() -> None:
    assert _marks(date(2024, 4, 1), date(2024, 4, 30), HUNG_KINGS) == {date(2024, 4, 18): [HUNG_KINGS.title]}
    assert _marks(date(2025, 4, 1), date(2025, 4, 30), HUNG_KINGS) == {date(2025, 4, 7): [HUNG_KINGS.title]}


def test_a_day_off_at_the_weekend_is_made_up_for_on_the_next_working_day() -> None:
    assert _off(2019, HUNG_KINGS) == [date(2019, 4, 14), date(2019, 4, 15)]  # a Sunday
    assert _off(2022, NEW_YEAR) == [date(2022, 1, 1), date(2022, 1, 3)]  # a Saturday
    (mark,) = holidays.marks(date(2019, 4, 15), date(2019, 4, 15), (HUNG_KINGS,))[date(2019, 4, 15)]
    assert mark == DayMark(DayKind.OFF, HUNG_KINGS.title, made_up=True)


def test_two_days_at_one_weekend_are_made_up_for_on_two_days() -> None:
    both = (DayEntry(DayKind.OFF, "Thứ bảy", 4, 13), DayEntry(DayKind.OFF, "Chủ nhật", 4, 14))
    monday_too = DayEntry(DayKind.OFF, "Thứ hai", 4, 15)
    assert _off(2019, *both) == [date(2019, 4, day) for day in (13, 14, 15, 16)]
    assert _off(2019, *both, monday_too) == [date(2019, 4, day) for day in (13, 14, 15, 16, 17)]


def test_what_is_worked_after_all_is_not_made_up_for() -> None:
    worked = DayEntry(DayKind.WORK, "Làm bù", 4, 14, year=2019)
    assert _off(2019, HUNG_KINGS, worked) == [date(2019, 4, 14)]
    named = holidays.marks(date(2019, 4, 14), date(2019, 4, 14), (HUNG_KINGS, worked))
    assert [one.kind for one in named[date(2019, 4, 14)]] == [DayKind.WORK, DayKind.OFF]
    assert not holidays.is_off(date(2019, 4, 14), named)


def test_a_block_lies_around_its_day_over_new_year_too() -> None:
    block = replace(NEW_YEAR, days=3, before=1)
    assert list(_marks(date(2019, 12, 30), date(2020, 1, 5), block)) == [
        date(2019, 12, 31),
        date(2020, 1, 1),
        date(2020, 1, 2),
    ]
    late = DayEntry(DayKind.OFF, "Cuối năm", 12, 30, days=4)
    assert list(_marks(date(2019, 12, 29), date(2020, 1, 5), late)) == [
        date(2019, 12, 30),
        date(2019, 12, 31),
        date(2020, 1, 1),
        date(2020, 1, 2),
    ]


def test_the_last_saturday_of_a_year_is_made_up_for_in_the_next() -> None:
    last_day = DayEntry(DayKind.OFF, "Tất niên", 12, 31)
    assert _off(2022, last_day) == [date(2022, 12, 31)]
    assert _off(2023, last_day) == [date(2023, 1, 2), date(2023, 12, 31)]


def test_the_day_beside_a_national_day_joins_it_to_a_weekend() -> None:
    national = next(one for one in holidays.proposed() if one.beside)
    # As the Government announced it each year.
    announced = {2021: "03/09", 2022: "01/09", 2023: "01/09", 2024: "03/09", 2025: "01/09", 2026: "01/09"}
    for year, day in announced.items():
        assert [f"{one:%d/%m}" for one in _off(year, national)] == [day]
    assert _off(2020, national) == []  # before the law of 2019 there was none
    both = [one for one in holidays.proposed() if (one.month, one.day) == (9, 2)]
    assert [one.day for one in _off(2023, *both)] == [1, 2, 4]  # Saturday is made up for on Monday
    assert [one.day for one in _off(2029, *both)] == [2, 3, 4]


def test_an_entry_holds_in_its_year_or_from_its_first_on() -> None:
    for entry, years in (
        (replace(NEW_YEAR, year=2019), [2019]),
        (replace(NEW_YEAR, since=2019), [2019, 2020]),
        (replace(NEW_YEAR, founded=2019), [2019, 2020]),
        (NEW_YEAR, [2018, 2019, 2020]),
    ):
        found = [year for year in (2018, 2019, 2020) if date(year, 1, 1) in _off(year, entry)]
        assert found == years, entry


def test_the_29th_of_february_comes_in_leap_years() -> None:
    leap = DayEntry(DayKind.OFF, "Nhuận", 2, 29)
    assert [bool(_off(year, leap)) for year in (2019, 2020)] == [False, True]


def test_an_anniversary_says_its_years_from_the_first_on() -> None:
    entry = DayEntry(DayKind.ANNIVERSARY, "Ngày truyền thống ngành Tuyên giáo của Đảng", 8, 1, founded=1930)
    day = date(2020, 8, 1)
    (mark,) = holidays.marks(day, day, (entry,))[day]
    assert (mark.years, mark.round) == (90, True)
    assert mark.words == (
        "Kỷ niệm 90 năm Ngày truyền thống ngành Tuyên giáo của Đảng (01/8/1930 - 01/8/2020)"
    )
    (founding,) = holidays.marks(date(1930, 8, 1), date(1930, 8, 1), (entry,))[date(1930, 8, 1)]
    assert (founding.years, founding.words, founding.round) == (0, "", False)
    assert [DayMark(DayKind.ANNIVERSARY, "", years).round for years in (93, 95, 0)] == [False, True, False]


def test_the_next_working_day_leaps_over_weekend_and_days_off() -> None:
    assert holidays.next_working_day(date(2019, 4, 11), (HUNG_KINGS,)) == date(2019, 4, 12)
    assert holidays.next_working_day(date(2019, 4, 12), (HUNG_KINGS,)) == date(2019, 4, 16)
    assert holidays.is_off(date(2019, 4, 13), {})
    assert not holidays.is_off(date(2019, 4, 12), {})


def test_the_office_sets_its_own_list(cast: Cast) -> None:
    assert holidays.entries() == holidays.proposed()
    assert date(2019, 4, 15) in holidays.off_days(2019)
    wanted = replace(NEW_YEAR, title=" Tết  Dương lịch ", year=2019)
    holidays.set_entries(cast.secretary, [wanted])
    assert holidays.entries() == (replace(NEW_YEAR, year=2019),)
    assert holidays.off_days(2019) == {date(2019, 1, 1)}
    assert holidays.off_days(2020) == frozenset()
    entry = journal.entries(JournalQuery(act=Act.SET_DAYS))[0]
    assert "1/1/2019: Tết Dương lịch" in str(entry.detail)
    assert "10/3 âm lịch: Giỗ Tổ Hùng Vương" in str(entry.detail)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"title": " "}, Why.NAME_EMPTY),
        ({"month": 13}, Why.DAY_WRONG),
        ({"month": 2, "day": 30}, Why.DAY_WRONG),
        ({"month": 4, "day": 31}, Why.DAY_WRONG),
        ({"lunar": True, "day": 31}, Why.DAY_WRONG),
        ({"day": 0}, Why.DAY_WRONG),
        ({"days": 0}, Why.DAY_WRONG),
        ({"days": 31}, Why.DAY_WRONG),
        ({"days": 2, "before": 2}, Why.DAY_WRONG),
        ({"before": -1}, Why.DAY_WRONG),
        ({"year": 1899}, Why.DAY_WRONG),
        ({"founded": 2201}, Why.DAY_WRONG),
    ],
)
def test_a_day_that_no_calendar_has_is_refused(cast: Cast, change: dict[str, object], why: Why) -> None:
    with pytest.raises(NotNow) as refused:
        holidays.set_entries(cast.admin, [replace(NEW_YEAR, **change)])  # type: ignore[arg-type]
    assert refused.value.why is why
    assert holidays.entries() == holidays.proposed()


def test_days_at_the_edge_are_taken_and_not_from_everybody(cast: Cast) -> None:
    edge = (
        replace(NEW_YEAR, month=2, day=29),
        replace(NEW_YEAR, lunar=True, month=2, day=30, days=30, before=29),
        replace(NEW_YEAR, year=2200, founded=2200),
    )
    holidays.set_entries(cast.admin, edge)
    assert holidays.entries() == edge
    with pytest.raises(Denied):
        holidays.set_entries(cast.chief, [])


def test_a_day_that_makes_up_for_another_is_no_day_off_once_it_is_worked(cast: Cast) -> None:
    worked = DayEntry(DayKind.WORK, "Làm bù", 4, 15, year=2019)
    day = date(2019, 4, 15)
    (mark,) = holidays.marks(day, day, (HUNG_KINGS, worked))[day]
    assert mark.kind is DayKind.WORK


def test_a_day_off_that_is_worked_after_all_is_not_off(cast: Cast) -> None:
    day = date(2019, 4, 16)
    listed = (*holidays.entries(), DayEntry(DayKind.OFF, "Nghỉ", 4, 16, year=2019))
    holidays.set_entries(cast.admin, listed)
    assert day in holidays.off_days(2019)
    holidays.set_entries(cast.admin, (*listed, DayEntry(DayKind.WORK, "Làm bù", 4, 16, year=2019)))
    assert day not in holidays.off_days(2019)
