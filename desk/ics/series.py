"""A VEVENT and its overrides to a series on our wall: rule, extra and dropped dates, changed occurrences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from desk.calendar.storage import Fields
from desk.dates import recurrence
from desk.dates.recurrence import read_rule
from desk.dates.series import MeetingState, Series, SeriesChange, When, once, recurring
from desk.errors import BadRule
from desk.ics import properties
from desk.ics.event import Event, merged_fields
from desk.ics.result import RULE_FAULTS, IcsDoubt, IcsFault, Incoming, Refused, Unfit
from desk.ics.rules import ONCE, Patience, RuleReader, recurring_by
from desk.ics.time_zones import Moment, Zones, beside, wall

_HALF_A_YEAR = timedelta(days=182)


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
        if not series.is_held:
            raise Unfit(IcsFault.RULE_NEVER, " ".join(master.rules)[:200])
        doubts |= master.doubts
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
    start = event.start
    origin = event.origin if start is None else beside(event.origin, start)
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
        origin.wall,
        origin.day,
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
        if older is not None and differences(event, older):
            refused.append(Refused(older.uid, older.title, IcsFault.UID_TWICE, origin.isoformat()))
        made = self._change(event, origin, fields)
        fits = self._fits(origin)
        if not fits and not made.extra:
            if event.when is None or (event.state is MeetingState.CANCELLED and not event.apart):
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
        start = self._master.start
        if self._master.days or start is None:
            return datetime.combine(moment.date, self._when.start.time())
        if moment.day:  # the occurrence of that day where the series is held
            return wall(datetime.combine(moment.date, start.local.time()), start.zone)
        clocks = start.wall.time(), start.local.time()
        if moment.floating and start.zone is UTC and moment.local.time() == clocks[0] != clocks[1]:
            return moment.wall  # DTSTART was turned to UTC, and this was not
        return beside(moment, start).wall

    def _fits(self, origin: datetime) -> bool:
        base = self._base
        if base.rule is None:
            return origin == base.when.start
        self._patience.spend(recurrence.effort(base.rule, origin, origin))
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
            self._take_moved_start(own)
            return
        if not master.rules or master.start is None:
            return
        reader = RuleReader(master.start, master.days, self._zones, self._patience)
        base, apart, cut = reader.series(master.rules[0], when)
        self._base = base
        if cut:
            master.doubts.add(IcsDoubt.WRITTEN_OUT)
        for one in set(apart) - self._gone:
            self._changes[one] = SeriesChange(one, base.when.at(one), extra=True)
        self._gone -= set(apart)
        if base.when.start != when.start:
            self._add(when.start, when)

    def _own_rule(self) -> Series | None:
        """Return the series by the rule in our own words, if the file's RRULE still says the same."""
        master, when = self._master, self._when
        if not master.own_rule:
            return None
        begins = when if master.first is None else when.at(master.first)
        try:
            rule = read_rule(master.own_rule)
            said = properties.spoken(rule, when.start.time() if master.days else None)
            if not rule.lunar and said != ("".join(master.rules)).upper():
                return None
            made = recurring_by(begins, rule)
        except (BadRule, Unfit):
            return None
        return made if made.when.start == begins.start else None

    def _take_moved_start(self, own: Series) -> None:
        """Take the event of a lunar series for its occurrence of about then, where another program moved it."""
        start = self._when.start
        if own.rule is None or not own.rule.lunar or self._fits(start):
            return
        near = recurrence.starts(
            own.rule, own.when.start, own.ends, start - _HALF_A_YEAR, start + _HALF_A_YEAR
        )
        origin = min(
            (one for one in near if one not in self._gone), key=lambda one: abs(one - start), default=None
        )
        if origin is not None:
            self._changes[origin] = SeriesChange(origin, self._when)


def differences(one: Event, other: Event) -> str:
    """Return what two events of one UID say differently, as names of fields."""
    told: list[tuple[str, Any, Any]] = [
        (name, one.fields.get(name), other.fields.get(name)) for name in {**one.fields, **other.fields}
    ]
    told += [
        ("when", one.when, other.when),
        ("rule", (one.rules, one.own_rule, one.first), (other.rules, other.own_rule, other.first)),
        ("dates", (one.gone, one.extra), (other.gone, other.extra)),
        ("state", (one.state, one.reason), (other.state, other.reason)),
        ("moved_from", one.moved_from, other.moved_from),
    ]
    return ", ".join(name for name, a, b in told if a != b)


def by_word(kinds: Mapping[str, str]) -> dict[str, str]:
    """Return kinds by the words that a calendar calls them, letters' case aside."""
    return {said.casefold(): kind for kind, said in kinds.items()}
