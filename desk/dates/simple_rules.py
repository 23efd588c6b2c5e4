"""The office's usual rules by arithmetic: daily, weekly on some days, monthly on a day or the nth weekday, yearly.

dateutil answers everything; building it a thousand times for a month's grid takes most of the time, so that the
plain rules, which nearly all are, are counted here. `tests/desk/dates/test_series.py` holds both to the same dates.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from functools import lru_cache

from desk.errors import BadRule

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
Starts = Callable[[datetime, datetime, datetime], Iterator[datetime]]  # first, since, bound (included)


@lru_cache(maxsize=4096)
def usual(freq: str, interval: int, parts: tuple[tuple[str, str], ...], wkst: str) -> Starts | None:
    """Return how a rule's starts are counted, None when it is not one of the usual."""
    told = dict(parts)
    if freq == "DAILY" and not told:
        return _daily(interval)
    try:
        if freq == "YEARLY" and told.keys() == {"BYMONTH", "BYMONTHDAY"}:
            return _yearly(interval, int(told["BYMONTH"]), int(told["BYMONTHDAY"]))
        if len(told) != 1:
            return None
        ((name, words),) = told.items()
        if freq == "WEEKLY" and name == "BYDAY" and wkst == "MO":
            return _weekly(interval, tuple(sorted(_DAYS.index(day) for day in words.split(","))))
        if freq == "MONTHLY" and name == "BYMONTHDAY" and "," not in words:
            return _monthly(interval, lambda year, month: _on_day(year, month, int(words)))
        if freq == "MONTHLY" and name == "BYDAY" and "," not in words and words[:-2]:
            day, nth = _DAYS.index(words[-2:]), int(words[:-2])
            return _monthly(interval, lambda year, month: _on_weekday(year, month, day, nth))
    except (ValueError, BadRule):
        return None
    return None


def _daily(interval: int) -> Starts:
    step = timedelta(days=interval)

    def starts(first: datetime, since: datetime, bound: datetime) -> Iterator[datetime]:
        start = first + max(0, -((first - since) // step)) * step
        while start <= bound:
            yield start
            if bound - start < step:  # the calendar may end there
                return
            start += step

    return starts


def _yearly(interval: int, month: int, day: int) -> Starts:
    def starts(first: datetime, since: datetime, bound: datetime) -> Iterator[datetime]:
        year = first.year + max(0, since.year - first.year) // interval * interval
        for at in range(year, bound.year + 1, interval):
            there = _on_day(at, month, day)
            if there is None:
                continue
            start = first.replace(year=at, month=month, day=there.day)
            if start > bound:
                return
            if start >= since and start >= first:
                yield start

    return starts


def _weekly(interval: int, days: tuple[int, ...]) -> Starts:
    step = timedelta(weeks=interval)

    def starts(first: datetime, since: datetime, bound: datetime) -> Iterator[datetime]:
        begin = first - timedelta(days=first.weekday())
        passed = max(0, (since - begin).days // (7 * interval))
        week = begin + passed * step
        while week <= bound:
            for day in days:
                start = week + timedelta(days=day)
                if start > bound:
                    return
                if start >= since and start >= first:
                    yield start
            week += step

    return starts


def _monthly(interval: int, day_of: Callable[[int, int], date | None]) -> Starts:
    def starts(first: datetime, since: datetime, bound: datetime) -> Iterator[datetime]:
        begin = first.year * 12 + first.month - 1
        passed = max(0, (since.year * 12 + since.month - 1 - begin) // interval)
        at, last = begin + passed * interval, bound.year * 12 + bound.month - 1
        while at <= last:
            day = day_of(at // 12, at % 12 + 1)
            at += interval
            if day is None:
                continue
            start = first.replace(year=day.year, month=day.month, day=day.day)
            if start > bound:
                return
            if start >= since and start >= first:
                yield start

    return starts


def _on_day(year: int, month: int, day: int) -> date | None:
    length = calendar.monthrange(year, month)[1]
    at = day if day > 0 else length + 1 + day
    return date(year, month, at) if 1 <= at <= length else None


def _on_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    first, length = calendar.monthrange(year, month)
    if nth > 0:
        at = (weekday - first) % 7 + 1 + 7 * (nth - 1)
    else:
        last = (first + length - 1) % 7
        at = length - (last - weekday) % 7 + 7 * (nth + 1)
    return date(year, month, at) if 1 <= at <= length else None
