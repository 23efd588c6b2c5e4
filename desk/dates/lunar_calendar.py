"""The Vietnamese calendar: lunar dates at UTC+7, days off, anniversaries, the office's week.

Lunar dates come from a table of 1991–2071 computed from new moons and solar longitudes at UTC+7
(`resources/calendar/lunar.json`); outside its years there is no lunar date rather than a wrong one.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import accumulate

from desk.paths import RESOURCES

FIRST_YEAR, LAST_YEAR = 1991, 2071
_STEMS = ("Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý")
_BRANCHES = ("Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi")


@dataclass(frozen=True, slots=True, order=True)
class Lunar:
    """A day of the lunar calendar; `leap` marks the intercalary month (tháng nhuận)."""

    year: int
    month: int
    leap: bool
    day: int
    long: bool = True  # its month has 30 days

    @property
    def name(self) -> str:
        """Return the year's name in the sexagenary cycle: "Kỷ Hợi"."""
        return f"{_STEMS[(self.year + 6) % 10]} {_BRANCHES[(self.year + 8) % 12]}"


@dataclass(frozen=True, slots=True)
class _Year:
    """A lunar year: its first day, and each month's number, leap mark, length and offset from Tết."""

    first: date
    months: tuple[tuple[int, bool, int, int], ...]
    starts: tuple[int, ...]


def lunar(day: date) -> Lunar | None:
    """Return the lunar date of a day, None outside the table."""
    year = _years().get(day.year)
    if year is None or day < year.first:
        year = _years().get(day.year - 1)
    if year is None:
        return None
    offset = (day - year.first).days
    at = bisect_right(year.starts, offset) - 1
    number, leap, length, start = year.months[at]
    if offset - start >= length:  # beyond the table's last year
        return None
    return Lunar(year.first.year, number, leap, offset - start + 1, length == 30)


def solar(year: int, month: int, day: int, *, leap: bool = False) -> date | None:
    """Return the day of a lunar date in a lunar year; None outside the table.

    A leap month in a year without it is the month of the same number; day 30 of a short month is its last
    day, as families keep such anniversaries.
    """
    found = _years().get(year)
    if found is None:
        return None
    named = [one for one in found.months if one[0] == month]
    if not named:
        return None
    _, _, length, start = named[-1] if leap else named[0]
    return found.first + timedelta(days=start + min(day, length) - 1)


@cache
def _years() -> dict[int, _Year]:
    stored = json.loads((RESOURCES / "calendar" / "lunar.json").read_text(encoding="utf-8"))
    return {int(year): _year(told["tet"], told["len"], told["leap"]) for year, told in stored.items()}


def _year(tet: str, lengths: str, leap: int) -> _Year:
    days = [30 if bit == "1" else 29 for bit in lengths]
    starts = (0, *accumulate(days[:-1]))
    numbers = [(number, False) for number in range(1, 13)]
    if leap:
        numbers.insert(leap, (leap, True))
    months = tuple(
        (number, is_leap, length, start)
        for (number, is_leap), length, start in zip(numbers, days, starts, strict=True)
    )
    return _Year(date.fromisoformat(tet), months, starts)


def monday(day: date) -> date:
    """Return the Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def week_number(day: date) -> tuple[int, int]:
    """Return a day's ISO year and week (ISO 8601)."""
    year, week, _ = day.isocalendar()
    return year, week


def week_of(year: int, week: int) -> date:
    """Return the Monday of an ISO week; ValueError when the year has no such week."""
    return date.fromisocalendar(year, week, 1)


def grid(year: int, month: int) -> tuple[date, date]:
    """Return the first and last day of a month's grid: whole weeks, Monday first, six rows at most."""
    first = date(year, month, 1)
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return monday(first), monday(last) + timedelta(days=6)


def written(day: date) -> str:
    """Return a date as running text writes it: a zero before days below 10 and months 1 and 2 only.

    Source: Nghị định 30/2020/NĐ-CP, Phụ lục I: "09/4/2019", "01/02/2020".
    """
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"{day.day:02}/{month}/{day.year}"
