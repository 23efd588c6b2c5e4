"""When a meeting recurs: RFC 5545 rules through dateutil, and yearly rules by the lunar calendar.

A rule is stored as the text of an RRULE (RFC 5545 §3.3.10) in local wall time, or as
"LUNAR;MONTH=3;DAY=10[;LEAP=1][;UNTIL=…][;COUNT=…]" for a day of the lunar year. Times are naive, on the wall
of Asia/Ho_Chi_Minh. dateutil walks from DTSTART, so that a rule of twenty years would be slow: the start is
moved forward by whole periods, which keeps its phase, and COUNT is turned into an end when a rule is stored.
"""

from __future__ import annotations

import calendar
import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import islice
from typing import Any

from dateutil import rrule as du

from desk.dates import lunar_calendar
from desk.dates.simple_rules import usual
from desk.errors import BadRule, RuleFault

MOST_COUNTED = 10_000  # a COUNT beyond it is no meeting's rule
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_STAMP = "%Y%m%dT%H%M%S"
_BY = ("BYMONTH", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYDAY", "BYSETPOS")
_KNOWN = frozenset({"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", *_BY})
_FREQS = {"DAILY": du.DAILY, "WEEKLY": du.WEEKLY, "MONTHLY": du.MONTHLY, "YEARLY": du.YEARLY}
_LAST = 9999
_END = datetime(_LAST, 12, 31)  # noqa: DTZ001  # every time here is naive, on the wall
# The Gregorian calendar, weekdays included, repeats every 400 years: these many steps of each frequency.
_CYCLE = {"DAILY": 146_097, "WEEKLY": 20_871, "MONTHLY": 4_800, "YEARLY": 400}
# A period of each frequency: its days, and what dateutil does for it, in units of what it does for a day.
_PERIOD = {"DAILY": (1, 1), "WEEKLY": (7, 3), "MONTHLY": (30, 3), "YEARLY": (365, 18), "LUNAR": (365, 4)}


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A rule taken apart; `parts` are the BY… parts as written, `until` the last moment it may give."""

    freq: str  # "DAILY" … "YEARLY", or "LUNAR"
    interval: int = 1
    parts: tuple[tuple[str, str], ...] = ()
    until: datetime | None = None
    count: int | None = None
    wkst: str = "MO"

    @property
    def lunar(self) -> bool:
        """Say whether it follows the lunar calendar."""
        return self.freq == "LUNAR"

    def part(self, name: str) -> str:
        """Return a BY… part as written, "" when there is none."""
        return dict(self.parts).get(name, "")

    def numbers(self, name: str) -> tuple[int, ...]:
        """Return a numeric part."""
        written = self.part(name)
        return tuple(int(one) for one in written.split(",")) if written else ()

    def with_parts(self, **parts: str) -> Recurrence:
        """Return the rule with some parts put in place of others; "" takes one away."""
        merged = {**dict(self.parts), **parts}
        return replace(self, parts=tuple((name, words) for name, words in merged.items() if words))

    def __str__(self) -> str:
        told = ["LUNAR"] if self.lunar else [f"FREQ={self.freq}"]
        if self.interval != 1:
            told.append(f"INTERVAL={self.interval}")
        told += [f"{name}={words}" for name, words in self.parts]
        if self.until is not None:
            told.append(f"UNTIL={self.until:{_STAMP}}")
        if self.count is not None:
            told.append(f"COUNT={self.count}")
        if self.wkst != "MO":
            told.append(f"WKST={self.wkst}")
        return ";".join(told)


@lru_cache(maxsize=8192)
def read_rule(written: str) -> Recurrence:
    """Read a stored rule; BadRule when it cannot be a meeting's."""
    words = written.strip().upper().removeprefix("RRULE:")
    lunar = words.split(";")[0] == "LUNAR"
    pairs = [one.split("=", 1) for one in words.split(";") if one and one != "LUNAR"]
    if any(len(pair) != 2 or not pair[1] for pair in pairs) or len({p[0] for p in pairs}) != len(pairs):
        raise BadRule(RuleFault.UNREADABLE, written)
    told: dict[str, str] = {pair[0]: pair[1] for pair in pairs}
    freq = "LUNAR" if lunar else told.get("FREQ", "")
    if freq in ("SECONDLY", "MINUTELY", "HOURLY") or {"BYHOUR", "BYMINUTE", "BYSECOND"} & told.keys():
        raise BadRule(RuleFault.TOO_FINE, written)
    known = {"MONTH", "DAY", "LEAP", "UNTIL", "COUNT"} if lunar else _KNOWN
    if (not lunar and freq not in _FREQS) or told.keys() - known or {"UNTIL", "COUNT"} <= told.keys():
        raise BadRule(RuleFault.UNREADABLE, written)
    try:
        rule = Recurrence(
            freq,
            int(told.get("INTERVAL", 1)),
            tuple((name, value) for name, value in told.items() if name in (*_BY, "MONTH", "DAY", "LEAP")),
            _moment(told["UNTIL"]) if "UNTIL" in told else None,
            int(told["COUNT"]) if "COUNT" in told else None,
            told.get("WKST", "MO"),
        )
        _must_be_sound(rule, written)
    except (ValueError, KeyError, TypeError, OverflowError) as error:
        raise BadRule(RuleFault.UNREADABLE, written) from error
    return rule


def check_rule(rule: Recurrence, first: datetime) -> datetime | None:
    """Say when a series ends: its last start for COUNT, the bound for UNTIL, None for an endless one.

    BadRule(NEVER) when no date fits it; checked on one full cycle of the calendar, so that no rule can hold
    the program up afterwards.
    """
    if rule.count is not None and rule.count > MOST_COUNTED:
        raise BadRule(RuleFault.TOO_MANY, str(rule.count))
    if rule.lunar:
        found = list(_lunar_starts(rule, first, first, _END))
        if not found:
            raise BadRule(RuleFault.NEVER, str(rule))
        return found[-1]
    if _late_start(rule, first)[2] is None:
        raise BadRule(RuleFault.NEVER, str(rule))
    made = _rrule(_spelt(rule, first), first, rule.until)
    if next(iter(made), None) is None:
        raise BadRule(RuleFault.NEVER, str(rule))
    if rule.count is not None:
        last: datetime = list(islice(made, rule.count))[-1]
        return last
    return rule.until


def effort(rule: Recurrence, since: datetime, until: datetime) -> int:
    """Return what looking a rule through from one moment to another costs, in units the same on every machine."""
    days, cost = _PERIOD[rule.freq]
    return cost * (2 + max(0, (until - since).days) // (days * rule.interval))


def checking_effort(rule: Recurrence, first: datetime) -> int:
    """Return what `check_rule` costs, in units of `effort`; a rule that hardly ever fits costs most."""
    if rule.lunar:
        return effort(rule, first, first)
    free, begin, found = _late_start(rule, first)
    return effort(free, begin, found or _END)


def starts(
    rule: Recurrence, first: datetime, ends: datetime | None, since: datetime, until: datetime
) -> Iterator[datetime]:
    """Yield the starts in [since, until) of a series that begins at `first` and ends at `ends` (None: never)."""
    bound = until - timedelta(seconds=1)
    if ends is not None:
        bound = min(bound, ends)
    since = max(since, first)
    if bound < since:
        return
    if rule.lunar:
        yield from _lunar_starts(rule, first, since, bound)
        return
    spelt = _spelt(rule, first)
    counted = usual(spelt.freq, spelt.interval, spelt.parts, spelt.wkst)
    if counted is not None:
        yield from counted(first, since, bound)
        return
    for start in _rrule(spelt, _forward(spelt, first, since), bound):
        if start >= since:
            yield start


def fits(rule: Recurrence, first: datetime, ends: datetime | None, start: datetime) -> bool:
    """Say whether a series has a start at this very moment."""
    return next(starts(rule, first, ends, start, start + timedelta(seconds=1)), None) is not None


def before(rule: Recurrence, first: datetime, ends: datetime | None, start: datetime) -> int:
    """Count the starts before a moment."""
    return sum(1 for _ in starts(rule, first, ends, first, start))


def spelt_out(rule: Recurrence, first: datetime) -> Recurrence:
    """Return the rule with the parts that RFC 5545 takes from DTSTART written out."""
    return _spelt(rule, first)


def aligned(rule: Recurrence, old: datetime, new: datetime) -> Recurrence:
    """Return the rule of a series whose occurrence was taken from one moment to another, its end moved along.

    BadRule(UNREADABLE) when the rule names several days of the month or year, so that nobody could say which.
    """
    days = (new.date() - old.date()).days
    until = None if rule.until is None else rule.until + (new - old)
    rule = replace(_spelt(rule, old), until=until)
    if days == 0 or rule.freq == "DAILY":
        return rule
    if rule.lunar:
        there = lunar_calendar.lunar(new.date())
        if there is None:
            raise BadRule(RuleFault.NEVER, str(rule))
        return lunar_rule(new.date(), until, rule.count)
    if rule.freq == "WEEKLY":
        names = [_DAYS[(_DAYS.index(name) + days) % 7] for name in rule.part("BYDAY").split(",")]
        # The week's first day moves along, or every second week would be cut elsewhere.
        wkst = _DAYS[(_DAYS.index(rule.wkst) + days) % 7] if rule.interval > 1 else rule.wkst
        moved = rule.with_parts(BYDAY=",".join(sorted(names, key=_DAYS.index)))
        return replace(moved, wkst=wkst)
    return _aligned_day(rule, old, new)


def lunar_rule(day: date, until: datetime | None = None, count: int | None = None) -> Recurrence:
    """Return the yearly rule of a day's lunar date; BadRule(NEVER) outside the table."""
    here = lunar_calendar.lunar(day)
    if here is None:
        raise BadRule(RuleFault.NEVER, day.isoformat())
    parts = [("MONTH", str(here.month)), ("DAY", str(here.day)), *([("LEAP", "1")] if here.leap else [])]
    return Recurrence("LUNAR", 1, tuple(parts), until, count)


def nth(day: date) -> int:
    """Return which weekday of its month a day is: 1 to 4, or -1 for the last when it is the fifth."""
    number = (day.day - 1) // 7 + 1
    return -1 if number == 5 else number


# -- dateutil --------------------------------------------------------------------------------------------


def _rrule(rule: Recurrence, first: datetime, until: datetime | None) -> Any:
    return du.rrule(
        _FREQS[rule.freq],  # type: ignore[arg-type]  # the stubs want a Literal
        dtstart=first,
        interval=rule.interval,
        until=until,
        wkst=_DAYS.index(rule.wkst),
        **_parsed(rule.parts),
    )


@lru_cache(maxsize=4096)
def _parsed(parts: tuple[tuple[str, str], ...]) -> dict[str, Any]:
    """Return the BY… parts as dateutil's arguments."""
    made: dict[str, Any] = {}
    for name, words in parts:
        if name == "BYDAY":
            made["byweekday"] = tuple(_weekday(one) for one in words.split(","))
        else:
            made[name.lower()] = tuple(int(one) for one in words.split(","))
    return made


def _weekday(words: str) -> Any:
    day = du.weekday(_DAYS.index(words[-2:]))
    return day(int(words[:-2])) if words[:-2] else day


@lru_cache(maxsize=8192)
def _spelt(rule: Recurrence, first: datetime) -> Recurrence:
    told = {name for name, _ in rule.parts}
    if rule.lunar or told & {"BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYDAY"}:
        return rule
    if rule.freq == "WEEKLY":
        return rule.with_parts(BYDAY=_DAYS[first.weekday()])
    if rule.freq == "MONTHLY":
        return rule.with_parts(BYMONTHDAY=str(first.day))
    if rule.freq == "YEARLY":
        month = rule.part("BYMONTH") or str(first.month)
        return rule.with_parts(BYMONTH=month, BYMONTHDAY=str(first.day))
    return rule


def _forward(rule: Recurrence, first: datetime, since: datetime) -> datetime:
    """Return a later start of the same phase, a period before `since`; the caller drops what it adds."""
    step = rule.interval
    if rule.freq == "DAILY":
        passed = (since - first).days // step - 1
        return first + timedelta(days=max(0, passed) * step)
    if rule.freq == "WEEKLY":
        begin = first - timedelta(days=(first.weekday() - _DAYS.index(rule.wkst)) % 7)
        passed = (since - begin).days // (7 * step) - 1
        return begin + timedelta(weeks=max(0, passed) * step) if passed > 0 else first
    if rule.freq == "MONTHLY":
        months = (since.year - first.year) * 12 + since.month - first.month
        passed = (months // step - 1) * step
        if passed <= 0:
            return first
        year, month = divmod(first.year * 12 + first.month - 1 + passed, 12)
        return first.replace(year=year, month=month + 1, day=1)
    passed = ((since.year - first.year) // step - 1) * step
    return first.replace(year=first.year + passed, month=1, day=1) if passed > 0 else first


@lru_cache(maxsize=1024)
def _late_start(rule: Recurrence, first: datetime) -> tuple[Recurrence, datetime, datetime | None]:
    """Return the rule without an end, and where a full cycle at the end of dateutil's time begins and first has
    a date: None when no date of it fits."""
    free = replace(_spelt(rule, first), until=None, count=None)
    begin = _late(free, first)
    return free, begin, next(iter(_rrule(free, begin, None)), None)


def _late(rule: Recurrence, first: datetime) -> datetime:
    steps = math.lcm(_CYCLE[rule.freq], rule.interval)
    years = math.ceil(steps / _CYCLE[rule.freq]) * 400
    times = max(0, (_LAST - 1 - first.year - years) // years)
    if rule.freq in ("DAILY", "WEEKLY"):
        return first + timedelta(days=times * steps * (7 if rule.freq == "WEEKLY" else 1))
    return first.replace(year=first.year + times * years)


# -- the lunar year --------------------------------------------------------------------------------------


def _lunar_starts(rule: Recurrence, first: datetime, since: datetime, bound: datetime) -> Iterator[datetime]:
    here = lunar_calendar.lunar(first.date())
    month, day = rule.numbers("MONTH")[0], rule.numbers("DAY")[0]
    begin = here.year if here else lunar_calendar.FIRST_YEAR
    counted = 0
    for year in range(begin, lunar_calendar.LAST_YEAR + 1):
        when = lunar_calendar.solar(year, month, day, leap=bool(rule.part("LEAP")))
        if when is None:
            continue
        start = datetime.combine(when, first.time())
        if start < first:
            continue
        counted += 1
        stop = rule.until is not None and start > rule.until
        if stop or start > bound or (rule.count is not None and counted > rule.count):
            return
        if start >= since:
            yield start


# -- reading ---------------------------------------------------------------------------------------------


def _moment(words: str) -> datetime:
    moment = datetime.fromisoformat(words)
    if moment.tzinfo is not None:
        raise ValueError(words)
    return moment.replace(hour=23, minute=59, second=59) if len(words) == 8 else moment


def _must_be_sound(rule: Recurrence, written: str) -> None:
    if rule.interval < 1 or rule.interval > 1000 or (rule.count is not None and rule.count < 1):
        raise BadRule(RuleFault.UNREADABLE, written)
    if rule.lunar:
        month, day = rule.numbers("MONTH"), rule.numbers("DAY")
        if len(month) != 1 or len(day) != 1 or not (1 <= month[0] <= 12 and 1 <= day[0] <= 30):
            raise BadRule(RuleFault.UNREADABLE, written)
        return
    limits = {"BYMONTH": (1, 12), "BYMONTHDAY": (1, 31), "BYYEARDAY": (1, 366), "BYWEEKNO": (1, 53)}
    for name, (low, high) in limits.items():
        for number in rule.numbers(name):
            if not low <= (number if name == "BYMONTH" else abs(number)) <= high:
                raise BadRule(RuleFault.UNREADABLE, written)
    if any(position == 0 for position in rule.numbers("BYSETPOS")):
        raise BadRule(RuleFault.UNREADABLE, written)
    _must_be_weekdays(rule, written)
    _DAYS.index(rule.wkst)


def _must_be_weekdays(rule: Recurrence, written: str) -> None:
    for day in rule.part("BYDAY").split(",") if rule.part("BYDAY") else ():
        _DAYS.index(day[-2:])
        if day[:-2] and (rule.freq not in ("MONTHLY", "YEARLY") or not 1 <= abs(int(day[:-2])) <= 53):
            raise BadRule(RuleFault.UNREADABLE, written)


def _aligned_day(rule: Recurrence, old: datetime, new: datetime) -> Recurrence:
    """Shift the day of a monthly or yearly rule; only one day can follow."""
    months, month_days, weekdays = rule.numbers("BYMONTH"), rule.numbers("BYMONTHDAY"), rule.part("BYDAY")
    if rule.part("BYSETPOS") or rule.part("BYYEARDAY") or rule.part("BYWEEKNO"):
        raise BadRule(RuleFault.UNREADABLE, str(rule))
    if len(month_days) > 1 or "," in weekdays or len(months) > 1 or (month_days and weekdays):
        raise BadRule(RuleFault.UNREADABLE, str(rule))
    if rule.freq == "YEARLY" and months:
        rule = rule.with_parts(BYMONTH=str(new.month))
    if month_days:
        last = calendar.monthrange(new.year, new.month)[1]
        stays_last = month_days[0] == -1 and new.day == last
        return rule.with_parts(BYMONTHDAY="-1" if stays_last else str(new.day))
    return rule.with_parts(BYDAY=f"{nth(new.date())}{_DAYS[new.weekday()]}")
