"""A meeting in time: one or a series, its overridden occurrences, and what an edit does to all of them.

Pure: no database. A series is its first time, a rule, and the occurrences that differ from it, each under its
`origin`, the moment at which the rule has it (iCalendar's RECURRENCE-ID). Times are naive wall times of
Asia/Ho_Chi_Minh; an end is exclusive.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from enum import Enum
from functools import cached_property
from types import MappingProxyType
from typing import Any

from desk.dates import office_hours, recurrence
from desk.dates.recurrence import Recurrence, read_rule


class DayHalf(Enum):
    """How exactly a time is meant: to the minute, or a half-day (buổi), or the whole day."""

    HOURS = "hours"
    MORNING = "morning"
    AFTERNOON = "afternoon"
    DAY = "day"


# The hours that a half-day stands for where conflicts, order and other programs want hours.
HOURS = MappingProxyType(
    {
        DayHalf.MORNING: office_hours.MORNING,
        DayHalf.AFTERNOON: office_hours.AFTERNOON,
        DayHalf.DAY: (office_hours.MORNING[0], office_hours.AFTERNOON[1]),
    }
)


class MeetingState(Enum):
    """Whether a meeting will be held: dự kiến, chốt, hoãn, hủy, dời."""

    PLANNED = "planned"
    CONFIRMED = "confirmed"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    MOVED = "moved"


OFF = frozenset({MeetingState.POSTPONED, MeetingState.CANCELLED})  # nobody sits there


class EditScope(Enum):
    """How much of a series an edit is for: chỉ cuộc này, từ cuộc này, cả chuỗi."""

    ONE = "one"
    FOLLOWING = "following"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class When:
    """From when to when; the end is exclusive and never before the start."""

    start: datetime
    end: datetime
    part: DayHalf = DayHalf.HOURS

    @property
    def length(self) -> timedelta:
        """Return how long it lasts."""
        return self.end - self.start

    @property
    def last(self) -> date:
        """Return its last day; a meeting until midnight ends on the day before."""
        return max(self.start, self.end - timedelta(microseconds=1)).date()

    def at(self, start: datetime) -> When:
        """Return the same length from another start."""
        return When(start, start + (self.end - self.start), self.part)

    def touches(self, since: datetime, until: datetime) -> bool:
        """Say whether it lies in [since, until), in part at least; a moment without length counts at its start."""
        if self.end == self.start:
            return since <= self.start < until
        return self.start < until and self.end > since


def part_of_day(first: date, part: DayHalf, last: date | None = None) -> When:
    """Return the time of a half-day or of whole days."""
    opens, closes = HOURS[part]
    return When(datetime.combine(first, opens), datetime.combine(last or first, closes), part)


@dataclass(frozen=True, slots=True)
class SeriesChange:
    """An occurrence that differs from its series; what is None or not named is as the series says.

    `gone` is an exception (EXDATE); `extra` an occurrence that the rule does not have (RDATE).
    """

    origin: datetime
    when: When | None = None
    state: MeetingState | None = None
    reason: str = ""
    moved_from: datetime | None = None
    fields: Mapping[str, Any] = field(default_factory=dict)
    gone: bool = False
    extra: bool = False

    @property
    def says_something(self) -> bool:
        """Say whether it tells more than that its occurrence exists."""
        return bool(self.when or self.state or self.fields or self.reason)


@dataclass(frozen=True, slots=True)
class Slot:
    """One occurrence in time: its origin, when it is held, and what differs from the series."""

    origin: datetime
    when: When
    change: SeriesChange | None = None


@dataclass(frozen=True)
class Series:
    """A meeting's times; without a rule it is held once, its origin is its start."""

    when: When
    rule: Recurrence | None = None
    ends: datetime | None = None  # the last moment the rule may give; None for an endless one
    changes: tuple[SeriesChange, ...] = ()

    @cached_property
    def by_origin(self) -> dict[datetime, SeriesChange]:
        """Return the changes by the occurrence they speak of."""
        return {one.origin: one for one in self.changes}

    @property
    def first_day(self) -> date:
        """Return the first day on which it can be held."""
        return min([self.when.start, *(one.when.start for one in self.changes if one.when)]).date()

    @property
    def last_day(self) -> date | None:
        """Return the last day on which it can be held; None for an endless series."""
        if self.rule is not None and self.ends is None:
            return None
        last = self.when.end if self.ends is None else self.ends + self.when.length
        held = [self._held(one.origin, one) for one in self.changes if not one.gone]
        return max([last, *(one.when.end for one in held)]).date()

    @property
    def is_held(self) -> bool:
        """Say whether it has an occurrence at all, or every date of it was dropped."""
        dropped = any(one.gone for one in self.changes)
        return not dropped or bool(self.next(datetime.combine(self.first_day, time()), 1))

    def slots(self, since: datetime, until: datetime) -> list[Slot]:
        """Return the occurrences in [since, until), in part at least, by start."""
        return sorted(self._slots(since, until), key=lambda slot: (slot.when.start, slot.origin))

    def slot(self, origin: datetime) -> Slot | None:
        """Return the occurrence of an origin, None when there is none (any more)."""
        change = self.by_origin.get(origin)
        if change is not None and (change.gone or not self._has(origin)):
            return None
        return self._held(origin, change) if self._has(origin) else None

    def next(self, since: datetime, most: int) -> list[Slot]:
        """Return up to so many occurrences whose end is after a moment."""
        out: list[Slot] = []
        begin, step = since, timedelta(days=400)
        stop = self.last_day
        while len(out) < most and begin.year < 9000:
            known = {slot.origin for slot in out}
            out += [slot for slot in self.slots(begin, begin + step) if slot.origin not in known]
            begin += step
            if (stop is not None and begin.date() > stop) or (not out and (begin - since).days > 146_097):
                break
            step *= 2
        return out[:most]

    def _has(self, origin: datetime) -> bool:
        if self.rule is None:
            return origin == self.when.start
        change = self.by_origin.get(origin)
        if change is not None and change.extra:
            return True
        return recurrence.fits(self.rule, self.when.start, self.ends, origin)

    def _slots(self, since: datetime, until: datetime) -> Iterator[Slot]:
        if self.rule is None:
            if self.when.touches(since, until):
                yield Slot(self.when.start, self.when)
            return
        changes = self.by_origin
        length = self.when.length
        for start in recurrence.starts(self.rule, self.when.start, self.ends, since - length, until):
            if start not in changes:
                when = self.when.at(start)
                if when.touches(since, until):
                    yield Slot(start, when)
        for change in self.changes:
            if change.gone:
                continue
            slot = self._held(change.origin, change)
            if slot.when.touches(since, until) and self._has(change.origin):
                yield slot

    def _held(self, origin: datetime, change: SeriesChange | None) -> Slot:
        when = (change.when if change else None) or self.when.at(origin)
        return Slot(origin, when, change)

    def put(self, change: SeriesChange) -> Series:
        """Return the series with one occurrence changed."""
        others = [one for one in self.changes if one.origin != change.origin]
        return replace(self, changes=tuple(sorted([*others, change], key=lambda one: one.origin)))


def once(when: When) -> Series:
    """Return a meeting that is held once."""
    return Series(when)


def recurring(when: When, rule: Recurrence, changes: Iterable[SeriesChange] = ()) -> Series:
    """Return a series that begins at the rule's first date from `when` on, its end found; BadRule when none."""
    ends = recurrence.check_rule(rule, when.start)
    made = Series(when, rule, ends, tuple(sorted(changes, key=lambda one: one.origin)))
    first = next(recurrence.starts(rule, when.start, ends, when.start, _far(when.start)), None)
    return made if first is None else replace(made, when=when.at(first))


def _far(start: datetime) -> datetime:
    return start.replace(year=min(9990, start.year + 500), day=min(start.day, 28))


# -- edits -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Edited:
    """What an edit made of a series: it, a new one that goes on from it, and where its occurrences are now.

    `moves` names origins that are not the same any more: old origin to (in the new series?, new origin).
    """

    series: Series | None
    following: Series | None = None
    moves: Mapping[datetime, tuple[bool, datetime]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SeriesEdit:
    """What an occurrence, or the series from it, should become; None leaves as it is.

    `rule` is the rule wanted; with `once` the series becomes a single meeting.
    """

    when: When | None = None
    rule: Recurrence | None = None
    single: bool = False


def edit_all(series: Series, origin: datetime, wish: SeriesEdit, kept: Iterable[datetime] = ()) -> Edited:
    """Change a whole series by what is wished for one of its occurrences.

    All starts move by what this one moved, the rule's days along with them, and last as long as it. Occurrences
    that were changed one by one stay as they were put; those in `kept` (news, coverage hang on them) and those
    that say something are kept even where the new rule has no date for them.
    """
    old = series.by_origin.get(origin)
    held = series.when.at(origin) if old is None or old.when is None else old.when
    when = wish.when or held
    if series.rule is None:
        moved = replace(series, when=when)
        if wish.rule is None:
            return Edited(moved, moves={series.when.start: (False, when.start)})
        made = recurring(when, wish.rule)
        return Edited(made, moves={series.when.start: (False, made.when.start)})
    base = series.when.at(origin)
    if wish.single:
        return Edited(once(when), moves={origin: (False, when.start)})
    delta = when.start - base.start if wish.when is not None else timedelta()
    rule = wish.rule or recurrence.aligned(series.rule, base.start, base.start + delta)
    first = series.when.start + delta
    length = when.length if wish.when is not None else series.when.length
    part = when.part if wish.when is not None else series.when.part
    made = recurring(When(first, first + length, part), rule)
    settled = [] if wish.when is None else [origin]  # its own time is now the series'
    return _rekeyed(series, made, delta, kept, settled)


def edit_following(
    series: Series, origin: datetime, wish: SeriesEdit, kept: Iterable[datetime] = ()
) -> Edited:
    """Change a series from one occurrence on: it ends before it, a new one goes on. At its first it is all."""
    if series.rule is None or origin <= series.when.start:
        return edit_all(series, origin, wish, kept)
    head, tail = split(series, origin)
    after = edit_all(tail, origin, wish, [one for one in kept if one >= origin])
    if not after.series:
        return Edited(head)
    moves = {one.origin: (True, one.origin) for one in tail.changes}
    moves |= {one: (True, one) for one in kept if one >= origin}
    moves |= {old: (True, new) for old, (_, new) in after.moves.items()}
    return Edited(head, after.series, moves)


def split(series: Series, origin: datetime) -> tuple[Series, Series]:
    """Cut a series before an occurrence; what differs goes with its half, COUNT is shared out."""
    if series.rule is None:
        raise ValueError("a meeting held once has no parts")
    rule = recurrence.spelt_out(series.rule, series.when.start)
    done = recurrence.before(rule, series.when.start, series.ends, origin)
    left = None if rule.count is None else max(1, rule.count - done)
    stop = origin - timedelta(seconds=1)
    head_rule = replace(rule, count=None, until=stop)
    head = replace(
        series, rule=head_rule, ends=stop, changes=tuple(one for one in series.changes if one.origin < origin)
    )
    first = next(recurrence.starts(rule, series.when.start, series.ends, origin, _far(origin)), origin)
    tail = Series(
        series.when.at(first),
        replace(rule, count=left),
        series.ends,
        tuple(one for one in series.changes if one.origin >= origin),
    )
    return head, tail


def cut_short(series: Series, origin: datetime) -> Series | None:
    """End a series before an occurrence; None when nothing is left of it."""
    if series.rule is None or origin <= series.when.start:
        return None
    return split(series, origin)[0]


def _rekeyed(
    old: Series, new: Series, delta: timedelta, kept: Iterable[datetime], settled: Iterable[datetime]
) -> Edited:
    """Carry what differs, and what hangs on occurrences, over to the origins of the new rule."""
    held = set(kept)
    moves: dict[datetime, tuple[bool, datetime]] = {}
    changes: dict[datetime, SeriesChange] = {}
    for origin in sorted(held | {one.origin for one in old.changes}):
        change = old.by_origin.get(origin)
        if change is not None and origin in settled and change.when is not None:
            change = replace(change, when=None)
        target = _partner(old, new, origin + delta, changes)
        if target is None:
            if origin not in held and (change is None or change.gone or not change.says_something):
                continue
            target = origin + delta
            when = (change.when if change else None) or old.when.at(origin)
            change = replace(change or SeriesChange(origin), when=when, extra=True, gone=False)
        elif change is not None:
            change = replace(change, extra=False)
        moves[origin] = (False, target)
        if change is not None and (change.gone or change.extra or change.says_something):
            changes[target] = replace(change, origin=target)
    made = replace(new, changes=tuple(sorted(changes.values(), key=lambda one: one.origin)))
    return Edited(made, moves={was: to for was, to in moves.items() if to[1] != was})


def _partner(
    old: Series, new: Series, wanted: datetime, taken: Mapping[datetime, SeriesChange]
) -> datetime | None:
    """Return the occurrence of the new rule that one became: at the moment wanted, else alone in its period."""
    if new.rule is None or old.rule is None:
        return None
    if wanted not in taken and recurrence.fits(new.rule, new.when.start, new.ends, wanted):
        return wanted
    if (old.rule.freq, old.rule.interval) != (new.rule.freq, new.rule.interval):
        return None
    since, until = _period(new.rule, wanted)
    there = list(recurrence.starts(new.rule, new.when.start, new.ends, since, until))
    return there[0] if len(there) == 1 and there[0] not in taken else None


def _period(rule: Recurrence, moment: datetime) -> tuple[datetime, datetime]:
    day = datetime.combine(moment.date(), time())
    if rule.freq == "WEEKLY":
        begin = day - timedelta(days=day.weekday())
        return begin, begin + timedelta(days=7)
    if rule.freq == "MONTHLY":
        begin = day.replace(day=1)
        return begin, (begin + timedelta(days=32)).replace(day=1)
    if rule.freq in ("YEARLY", "LUNAR"):
        begin = day.replace(month=1, day=1)
        return begin, begin.replace(year=begin.year + 1)
    return day, day + timedelta(days=1)


def stored_rule(words: str) -> Recurrence | None:
    """Read a rule as the file has it; "" is a meeting held once."""
    return read_rule(words) if words else None
