"""A VEVENT and its overrides to a series on our wall: rule, extra and dropped dates, changed occurrences."""

from __future__ import annotations

import re
import time as seconds
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, time, tzinfo
from itertools import islice
from typing import Any

from desk.calendar.storage import Fields
from desk.dates import recurrence
from desk.dates.recurrence import Recurrence, read_rule
from desk.dates.series import MeetingState, Series, SeriesChange, When, once, recurring
from desk.errors import BadRule
from desk.ics import properties
from desk.ics.event import Event, merged_fields
from desk.ics.result import RULE_FAULTS, IcsDoubt, IcsFault, Incoming, Refused, Unfit
from desk.ics.time_zones import LAST_YEAR, Moment, Zones, local_in, wall

RULE_SECONDS = 20.0  # for the rules of one file; a rule that hardly ever fits takes seconds to check
_LATEST = 9_990  # a rule that ends later never ends
# Occurrences of a rule in another zone that must agree with the rule made of it; a finite one with no more than
# these is told date by date where no rule on our wall says it.
_MOST_MOVED = 400
_UNTIL = re.compile(r"UNTIL=([0-9TZ]+)")
ONCE = Recurrence("DAILY", count=1)  # a series of one, which dates of its own can be added to


class Patience:
    """The time that the rules of one file may take."""

    def __init__(self, most: float = RULE_SECONDS) -> None:
        self._until = seconds.monotonic() + most

    def spend(self) -> None:
        """Unfit(TOO_SLOW) when it is used up."""
        if seconds.monotonic() > self._until:
            raise Unfit(IcsFault.TOO_SLOW)


def incoming(
    master: Event, overrides: Iterable[Event], zones: Zones, patience: Patience
) -> tuple[Incoming, list[Refused]]:
    """Make a meeting of an event and the changes of its occurrences; those that cannot be are refused alone."""
    refused: list[Refused] = []
    doubts = set(master.doubts)
    fields = merged_fields(master.fields)
    if master.when is None:  # a cancellation that tells no more than its UID
        series = once(When(datetime(1970, 1, 1), datetime(1970, 1, 1)))  # noqa: DTZ001  # wall time
    else:
        made = _Making(master, master.when, zones, patience)
        made.recur()
        for one in sorted(overrides, key=lambda one: one.rank):
            try:
                made.override(one, fields, refused)
                doubts |= one.doubts
            except Unfit as error:
                refused.append(Refused(one.uid, one.title or master.title, error.fault, error.detail))
                if error.fault is IcsFault.THIS_AND_FUTURE:
                    doubts.add(IcsDoubt.FUTURE_LEFT_OUT)
        series = made.series()
    told = set(master.fields)
    told |= {"state"} if master.state is not None else set()
    told |= {"part"} if master.ours or master.days or master.part_told else set()
    return (
        Incoming(
            master.uid,
            master.sequence,
            master.stamp,
            fields,
            series,
            master.state or MeetingState.PLANNED,
            master.reason,
            master.moved_from,
            frozenset(told),
            master.ours,
            master.cancels,
            doubts=frozenset(doubts),
        ),
        refused,
    )


def single(event: Event) -> Incoming:
    """Make what is known of a changed occurrence whose series is not in the file."""
    if event.origin is None or (event.when is None and not event.cancels):
        raise Unfit(IcsFault.NO_START)
    if event.future:
        raise Unfit(IcsFault.THIS_AND_FUTURE, event.origin.wall.isoformat())
    if "title" not in event.fields and event.state is not MeetingState.CANCELLED:
        raise Unfit(IcsFault.NO_TITLE)
    told = {*event.fields, *({"state"} if event.state is not None else ())}
    return Incoming(
        event.uid,
        event.sequence,
        event.stamp,
        merged_fields(event.fields),
        once(event.when or When(event.origin.wall, event.origin.wall)),
        event.state or MeetingState.PLANNED,
        event.reason,
        event.moved_from,
        frozenset(told),
        event.ours,
        event.cancels,
        event.origin.wall,
        event.origin.day,
        frozenset(event.doubts),
    )


class _Making:
    """A series being put together."""

    def __init__(self, master: Event, when: When, zones: Zones, patience: Patience) -> None:
        self._master = master
        self._when = when
        self._zones = zones
        self._patience = patience
        self._base = once(when)
        self._gone: set[datetime] = set()
        self._changes: dict[datetime, SeriesChange] = {}
        self._by: dict[datetime, Event] = {}  # which override made a change

    def series(self) -> Series:
        """Return what has come together."""
        dropped = self._gone if self._base.rule is not None else self._gone & {self._when.start}
        gone = {one: SeriesChange(one, gone=True) for one in dropped}
        if (self._changes or gone) and self._base.rule is None:
            self._base = recurring(self._when, ONCE)
        changes = {**gone, **self._changes}
        return replace(self._base, changes=tuple(changes[one] for one in sorted(changes)))

    def recur(self) -> None:
        """Take the rule, EXDATEs and RDATEs."""
        master = self._master
        if len(master.rules) > 1 or master.exrule:
            raise Unfit(IcsFault.TWO_RULES, " / ".join([*master.rules, master.exrule])[:200])
        self._gone = {self._origin(one) for one in master.gone}
        try:
            self._take_rule()
        except BadRule as error:
            raise Unfit(RULE_FAULTS[error.fault], error.detail[:200]) from error
        except (OverflowError, ValueError) as error:
            raise Unfit(IcsFault.RULE_UNREADABLE, " ".join(master.rules)[:200]) from error
        for moment, length in master.extra:
            origin = self._origin(moment)
            self._add(origin, None if length is None else When(origin, origin + length))

    def override(self, event: Event, fields: Fields, refused: list[Refused]) -> None:
        """Take a changed occurrence; `fields` are those of the series."""
        if event.origin is None or (event.when is None and event.state is not MeetingState.CANCELLED):
            raise Unfit(IcsFault.NO_START)
        origin = self._origin(event.origin)
        if event.future:
            raise Unfit(IcsFault.THIS_AND_FUTURE, origin.isoformat())
        older = self._by.get(origin)
        if older is not None:
            refused.append(Refused(older.uid, older.title, IcsFault.UID_TWICE, origin.isoformat()))
        made = self._change(event, origin, fields)
        fits = self._fits(origin)
        if not fits and not made.extra:
            if event.when is None or event.state is MeetingState.CANCELLED:
                return  # what was never there needs no calling off
            made = replace(made, extra=True, when=event.when)
        self._gone.discard(origin)
        self._by[origin] = event
        if made.extra or made.says_something or made.moved_from:
            self._changes[origin] = made
        else:
            self._changes.pop(origin, None)

    def _change(self, event: Event, origin: datetime, fields: Fields) -> SeriesChange:
        extra = self._changes.get(origin)
        known = extra is not None and extra.extra
        usual = self._base.when.at(origin)
        when = event.when if event.when != usual or "when" in event.says else None
        if extra is not None and known and not event.ours:
            when = event.when or extra.when  # an extra date must hold its own, whatever becomes of the series
        state = event.state
        if state is self._master.state and "state" not in event.says:
            state = None
        told = {} if event.cancels else event.fields  # Outlook cancels by another title
        differ = {
            name: value
            for name, value in told.items()
            if value != getattr(fields, name) or name in event.says
        }
        return SeriesChange(origin, when, state, event.reason, event.moved_from, differ, extra=known)

    # -- dates -------------------------------------------------------------------------------------------

    def _origin(self, moment: Moment) -> datetime:
        """Return the start that a date of the file means: an all-day one begins where ours do."""
        if moment.day or self._master.days:
            return datetime.combine(moment.wall.date(), self._when.start.time())
        return moment.wall

    def _fits(self, origin: datetime) -> bool:
        self._patience.spend()
        base = self._base
        if base.rule is None:
            return origin == base.when.start
        return recurrence.fits(base.rule, base.when.start, base.ends, origin)

    def _add(self, origin: datetime, when: When | None = None) -> None:
        """Add a date of its own, unless the rule has it or it was dropped."""
        extra = not self._fits(origin)
        usual = self._base.when.at(origin)
        if origin in self._gone:
            self._gone -= {origin} if extra else set()
        elif extra or when not in (None, usual):
            self._changes[origin] = SeriesChange(origin, when or usual, extra=extra)

    # -- rules -------------------------------------------------------------------------------------------

    def _take_rule(self) -> None:
        master, when = self._master, self._when
        own = self._own_rule()
        if own is not None:
            self._base = own
            return
        if not master.rules:
            return
        self._patience.spend()
        rule = self._read(master.rules[0])
        zone = master.start.zone if master.start is not None else None
        if master.start is not None and zone is not None and not master.days:
            self._take_foreign(rule, master.start, zone)
            return
        made = _synced(when, properties.by_days(rule) if master.days else rule)
        if made is None:
            return
        self._base = made
        if made.when.start != when.start:
            self._add(when.start, when)

    def _own_rule(self) -> Series | None:
        """Return the series by the rule in our own words, if the file's RRULE still says the same."""
        master, when = self._master, self._when
        if not master.own_rule:
            return None
        try:
            rule = read_rule(master.own_rule)
            said = properties.spoken(rule, when.start.time() if master.days else None)
            if said != ("".join(master.rules)).upper():
                return None
            made = _recurring(when, rule)
        except (BadRule, Unfit):
            return None
        return made if made.when.start == when.start else None

    def _read(self, written: str) -> Recurrence:
        """Read an RRULE; its end is turned to the zone that its DTSTART is in."""
        told = "".join(written.upper().split())
        start = self._master.start
        if start is not None:
            # Some programs repeat the hour of DTSTART.
            for name, value in (("HOUR", start.local.hour), ("MINUTE", start.local.minute), ("SECOND", 0)):
                told = re.sub(rf"(^|;)BY{name}=0?{value}(?=;|$)", r"\1", told)
        found = _UNTIL.search(told)
        if found is None:
            return read_rule(told)
        if int(found[1][:4]) > LAST_YEAR:
            return read_rule(told.replace(found[0], ""))
        bound = self._zones.moment(found[1], {})
        zone = None if self._master.days or start is None else start.zone
        until = local_in(bound.wall, zone) if bound.zone is UTC else bound.local
        if bound.day:
            until = datetime.combine(until.date(), time(23, 59, 59))
        return read_rule(told.replace(found[0], f"UNTIL={until:{properties.STAMP}}"))

    def _take_foreign(self, rule: Recurrence, start: Moment, zone: tzinfo) -> None:
        """Take a rule that is meant in another zone: turned, where a rule on our wall says the same dates."""
        local = _synced(When(start.local, start.local + self._when.length), rule)
        if local is None or local.rule is None:
            return
        meant = [wall(one, zone) for one in islice(_dates(local), _MOST_MOVED + 1)]
        first = self._when.at(meant[0])
        turned = _turned(local, first)
        if turned is not None and _agree(meant, turned):
            self._base = turned
        elif local.ends is not None and len(meant) <= _MOST_MOVED:
            self._base = recurring(first, ONCE)
            for one in meant[1:]:
                self._add(one)
        else:
            raise Unfit(IcsFault.ZONE, f"{rule}; {zone}"[:200])
        if first.start != self._when.start:
            self._add(self._when.start, self._when)


def _synced(when: When, rule: Recurrence) -> Series | None:
    """Return the series of a rule; None when there is but its DTSTART.

    DTSTART is an occurrence, and counts as one, even where its rule does not have it (RFC 5545 §3.8.5.3); the
    caller adds it then.
    """
    made = _recurring(when, rule)
    if made.when.start != when.start and rule.count is not None:
        return _recurring(when, replace(rule, count=rule.count - 1)) if rule.count > 1 else None
    return made


def _turned(local: Series, first: When) -> Series | None:
    """Return the series of another zone with its rule turned to our wall, None when the rule cannot be."""
    try:
        rule = recurrence.aligned(local.rule or ONCE, local.when.start, first.start)
        return _recurring(first, rule)
    except (BadRule, Unfit, ValueError, OverflowError):
        return None


def _agree(meant: list[datetime], turned: Series) -> bool:
    got = list(islice(_dates(turned), len(meant) + 1))
    return got == meant or (len(meant) > _MOST_MOVED and got[:-1] == meant)


def _dates(series: Series) -> Iterator[datetime]:
    first = series.when.start
    far = first.replace(year=first.year + 400, day=min(28, first.day))
    return recurrence.starts(series.rule or ONCE, first, series.ends, first, far)


def _recurring(when: When, rule: Recurrence) -> Series:
    made = recurring(when, rule)
    if made.ends is not None and made.ends.year > _LATEST:
        raise Unfit(IcsFault.RULE_TOO_MANY, str(rule))
    return made


def differences(one: Event, other: Event) -> str:
    """Return what two events of one UID say differently, as names of fields."""
    told: list[tuple[str, Any, Any]] = [
        (name, one.fields.get(name), other.fields.get(name)) for name in {**one.fields, **other.fields}
    ]
    told += [
        ("when", one.when, other.when),
        ("rule", one.rules, other.rules),
        ("state", one.state, other.state),
    ]
    return ", ".join(name for name, a, b in told if a != b)


def by_word(kinds: Mapping[str, str]) -> dict[str, str]:
    """Return kinds by the words that a calendar calls them, letters' case aside."""
    return {said.casefold(): kind for kind, said in kinds.items()}
