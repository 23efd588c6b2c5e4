"""Days off and anniversaries: the office's own lists, what a day is called, and which days nobody works.

Days off follow Bộ luật Lao động 2019, Điều 112; one that falls on a weekend is made up for on the next working
day (Điều 111, khoản 3). Substitute days are announced yearly, so that every entry can be edited, given a single
year, or worked after all (làm bù).
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from enum import Enum
from functools import cache, lru_cache
from typing import Any

from desk.acts.calendar_details import DaysSet
from desk.acts.gate import Changes, deciding
from desk.acts.rules import Act
from desk.acts.stored_setting import StoredSetting
from desk.dates import lunar_calendar
from desk.dates.lunar_calendar import written
from desk.errors import NotNow, Why
from desk.paths import RESOURCES
from desk.text.signs import shown

_YEARS = range(1900, 2201)
# From a day off to the other one beside it, by weekday, Monday first: away from the middle of the week. Saturday's
# is Friday; Sunday's makes the same four days either way.
_BESIDE = (1, -1, -1, 1, -1, -1, 1)


class DayKind(Enum):
    """What a marked day is."""

    OFF = "off"
    ANNIVERSARY = "anniversary"
    WORK = "work"  # a day off that is worked (làm bù)


@dataclass(frozen=True, slots=True)
class DayEntry:
    """A line of the list: every year from `since` on, or in `year` alone; `founded` is what is remembered.

    With `beside` it is not the day itself, but the one before or after it that joins it to a weekend: which one is
    announced each year (Bộ luật Lao động 2019, Điều 112, khoản 1 đ and khoản 3), and was that one in 2021–2026.
    """

    kind: DayKind
    title: str
    month: int
    day: int
    lunar: bool = False
    days: int = 1
    before: int = 0
    year: int = 0
    since: int = 0
    founded: int = 0
    beside: bool = False


@dataclass(frozen=True, slots=True)
class DayMark:
    """What a day is: `years` since what is remembered, `words` as a text says it; `made_up` for nghỉ bù."""

    kind: DayKind
    title: str
    years: int = 0
    words: str = ""
    made_up: bool = False

    @property
    def round(self) -> bool:
        """Say whether the years end in 0 or 5 (năm chẵn, năm tròn)."""
        return self.years > 0 and self.years % 5 == 0


def entries() -> tuple[DayEntry, ...]:
    """Return the office's list; the proposed one until it is changed."""
    return _SETTING.value()


@cache
def proposed() -> tuple[DayEntry, ...]:
    """Return the list that the program proposes."""
    told = tomllib.loads((RESOURCES / "calendar" / "days.toml").read_text(encoding="utf-8"))
    return _load(told["day"])


def _load(stored: list[dict[str, Any]]) -> tuple[DayEntry, ...]:
    return tuple(DayEntry(**{**one, "kind": DayKind(one["kind"])}) for one in stored)


def _dump(wanted: tuple[DayEntry, ...]) -> list[dict[str, Any]]:
    return [{**asdict(one), "kind": one.kind.value} for one in wanted]


_SETTING = StoredSetting("days", proposed, _load, _dump)


def set_entries(who: int, wanted: Iterable[DayEntry]) -> Changes:
    """Replace the list; NotNow(DAY_WRONG) names a day that the calendar does not have."""
    with deciding(who, Act.SET_DAYS) as doing:
        clean = [checked(one) for one in wanted]
        before = {_line(one) for one in entries()}
        now = {_line(one) for one in clean}
        doing.detail = DaysSet(tuple(sorted(now - before)), tuple(sorted(before - now)))
        _SETTING.store(tuple(clean))
        return Changes(settings=True, act=Act.SET_DAYS)


def _line(one: DayEntry) -> str:
    year = f"/{one.year}" if one.year else ""
    return f"{one.day}/{one.month}{year}{' âm lịch' if one.lunar else ''}: {one.title}"


def checked(one: DayEntry) -> DayEntry:
    """Return an entry as it is stored; NotNow(NAME_EMPTY), NotNow(DAY_WRONG) for a day that the calendar has not."""
    title = " ".join(shown(one.title).split())
    if not title:
        raise NotNow(Why.NAME_EMPTY)
    sizes_fit = 1 <= one.days <= 30 and 0 <= one.before < one.days
    years_fit = (not one.year or one.year in _YEARS) and (not one.founded or 1 <= one.founded <= _YEARS[-1])
    try:
        # A leap year holds every day that any year has; of lunar months all may have thirty.
        date(2000, one.month, min(one.day, 28) if one.lunar else one.day)
    except ValueError:
        sizes_fit = False
    if not (sizes_fit and years_fit and 1 <= one.day <= (30 if one.lunar else 31)):
        raise NotNow(Why.DAY_WRONG, f"{one.day}/{one.month}: {title}")
    return DayEntry(**{**{name: getattr(one, name) for name in DayEntry.__slots__}, "title": title})


# -- what a day is ---------------------------------------------------------------------------------------


def marks(
    first: date, last: date, listed: tuple[DayEntry, ...] | None = None
) -> dict[date, tuple[DayMark, ...]]:
    """Return the marks of the days from one to another, both included; days without any are left out."""
    listed = entries() if listed is None else listed
    found: defaultdict[date, list[DayMark]] = defaultdict(list)
    for year in range(first.year, last.year + 1):
        for day, named in _year(listed, year).items():
            if first <= day <= last:
                found[day].extend(named)
    return {day: tuple(named) for day, named in found.items()}


def off_days(year: int) -> frozenset[date]:
    """Return a year's days off, made-up ones too; what is worked after all and weekends are not counted."""
    found = marks(date(year, 1, 1), date(year, 12, 31))
    kinds = {day: {mark.kind for mark in named} for day, named in found.items()}
    return frozenset(day for day, of in kinds.items() if DayKind.OFF in of and DayKind.WORK not in of)


def is_off(day: date, named: Mapping[date, tuple[DayMark, ...]]) -> bool:
    """Say whether nobody works on a day, by the marks of its span."""
    kinds = {mark.kind for mark in named.get(day, ())}
    if DayKind.WORK in kinds:
        return False
    return day.weekday() >= 5 or DayKind.OFF in kinds


def next_working_day(day: date, listed: tuple[DayEntry, ...] | None = None) -> date:
    """Return the first working day after a day."""
    named = marks(day, day + timedelta(days=40), listed)
    found = day + timedelta(days=1)
    while is_off(found, named):
        found += timedelta(days=1)
    return found


@lru_cache(maxsize=64)
def _year(listed: tuple[DayEntry, ...], year: int) -> Mapping[date, tuple[DayMark, ...]]:
    """Return the marks of a solar year; what is made up for may come from the last days of the year before."""
    found: defaultdict[date, list[DayMark]] = defaultdict(list)
    for one in listed:
        for day, mark in _days(one, year):
            if day.year == year:
                found[day].append(mark)
    _make_up(listed, year, found)
    return {
        day: tuple(sorted(named, key=lambda mark: mark.kind.value, reverse=True))
        for day, named in found.items()
    }


def _days(one: DayEntry, year: int) -> list[tuple[date, DayMark]]:
    """Return an entry's days that lie in a solar year, and those of the years beside it."""
    out = []
    # A lunar year's last months, and a block that begins before New Year or ends after it, lie in two years.
    for named_year in (year - 1, year, year + 1):
        if (one.year and one.year != named_year) or named_year < one.since:
            continue
        day = _day(one, named_year)
        if day is None or (one.founded and day.year < one.founded):
            continue
        mark = _mark(one, day)
        if one.beside:
            day += timedelta(days=_BESIDE[day.weekday()])
        out += [(day + timedelta(days=step - one.before), mark) for step in range(one.days)]
    return out


def _day(one: DayEntry, year: int) -> date | None:
    if one.lunar:
        return lunar_calendar.solar(year, one.month, one.day)
    try:
        return date(year, one.month, one.day)
    except ValueError:  # 29 February
        return None


def _mark(one: DayEntry, day: date) -> DayMark:
    if one.kind is not DayKind.ANNIVERSARY or not one.founded or day.year <= one.founded:
        return DayMark(one.kind, one.title)
    return DayMark(one.kind, one.title, day.year - one.founded, anniversary(one.title, one.founded, day))


def anniversary(title: str, founded: int, day: date) -> str:
    """Return how a text says it: "Kỷ niệm 93 năm Ngày … (01/8/1930 - 01/8/2023)"."""
    then = f"{written(day)[:-4]}{founded}"
    return f"Kỷ niệm {day.year - founded} năm {title} ({then} - {written(day)})"


def _make_up(listed: tuple[DayEntry, ...], year: int, found: defaultdict[date, list[DayMark]]) -> None:
    off = {day: mark for one in listed if one.kind is DayKind.OFF for day, mark in _days(one, year)}
    worked = {day for one in listed if one.kind is DayKind.WORK for day, _ in _days(one, year)}
    given: set[date] = set()
    for day in sorted(off):
        if day.weekday() < 5 or day in worked:
            continue
        free = day + timedelta(days=1)
        while free.weekday() >= 5 or free in off or free in given:
            free += timedelta(days=1)
        given.add(free)
        if free.year == year and free not in worked:
            found[free].append(DayMark(DayKind.OFF, off[day].title, made_up=True))
