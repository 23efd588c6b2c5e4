"""What a meeting becomes when a calendar file tells of it: pure, of what the desk has and what the file says.

A foreign program keeps only what iCalendar has words for. What it does not speak of stays as the desk has it:
kinds, guests, half-days, a postponement that it knows as cancelled.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta

from desk.calendar.storage import Fields
from desk.dates import recurrence
from desk.dates.series import DayHalf, MeetingState, Series, SeriesChange, Slot, When, recurring
from desk.ics import properties
from desk.ics.event import merged_fields
from desk.ics.result import Incoming
from desk.ics.rules import ONCE

Moves = Mapping[datetime, tuple[bool, datetime]]


@dataclass(frozen=True, slots=True)
class Content:
    """What a meeting says; two of them are the same meeting in the same state when they are equal."""

    fields: Fields
    series: Series
    state: MeetingState = MeetingState.PLANNED
    reason: str = ""
    moved_from: datetime | None = None


@dataclass(frozen=True, slots=True)
class Merged:
    """What it becomes, and where occurrences are now that news or coverage hang on (as recorded.rekey takes it)."""

    content: Content
    moves: Moves = field(default_factory=dict)


def of_new(one: Incoming) -> Content:
    """Return what a meeting says that the desk does not have yet."""
    return Content(one.fields, one.series, one.state, one.reason, one.moved_from)


def merged(one: Incoming, was: Content, held: set[datetime]) -> Merged:
    """Return what a meeting becomes by a file's word of it; `held` are origins that must not be lost."""
    if one.cancels:
        return Merged(called_off(one, was))
    told = {name: getattr(one.fields, name) for name in one.told - {"state", "part"}}
    if not one.ours and "notes" in told:
        tail = properties.legible(was.fields, was.state, was.reason, was.moved_from)
        told["notes"] = properties.notes_of(told["notes"], tail).strip()
    fields = merged_fields(told, was.fields)
    content = Content(fields, one.series, one.state, one.reason, one.moved_from)
    if "state" not in one.told or (not one.ours and _alike(one.state, was.state)):
        content = replace(content, state=was.state, reason=was.reason, moved_from=was.moved_from)
    if not one.ours:
        lunar = was.series.rule is not None and was.series.rule.lunar and one.series.rule in (None, ONCE)
        content = replace(
            content, series=_lunar(one, was, content) if lunar else _completed(one, was, content)
        )
    series, moves = _holding(was.series, content.series, held)
    return Merged(replace(content, series=series), moves)


def called_off(one: Incoming, was: Content) -> Content:
    """Return a meeting that a file calls off (METHOD:CANCEL)."""
    if was.state is MeetingState.CANCELLED:
        return was
    return replace(was, state=MeetingState.CANCELLED, reason=one.reason, moved_from=None)


def occurrence(one: Incoming, was: Content) -> Content | None:
    """Return a series with the one occurrence changed that a file tells of alone; None when it has no such."""
    slot = _slot(was.series, one)
    if slot is None or was.series.rule is None:
        return None
    change = slot.change or SeriesChange(slot.origin)
    if one.cancels or one.state is MeetingState.CANCELLED:
        if (change.state or was.state) is not MeetingState.CANCELLED:
            change = replace(change, state=MeetingState.CANCELLED, reason=one.reason)
        return replace(was, series=was.series.put(change)) if slot.change or change.state else was
    usual = was.series.when.at(slot.origin)
    when = _parted(one.series.when, usual) if "part" not in one.told else one.series.when
    made = _told_change(one, was, change)
    made = replace(made, when=None if when == usual and not change.extra else when)
    if made == change or not (made.says_something or made.extra or slot.change):
        return was
    return replace(was, series=was.series.put(made))


def _told_change(one: Incoming, was: Content, change: SeriesChange) -> SeriesChange:
    told = {name: getattr(one.fields, name) for name in one.told - {"state", "part"}}
    stands = replace(was.fields, **change.fields)
    if not one.ours and "notes" in told:
        tail = properties.legible(stands, change.state or was.state, change.reason, change.moved_from)
        told["notes"] = properties.notes_of(told["notes"], tail).strip()
    fields = {
        **change.fields,
        **{name: value for name, value in told.items() if value != getattr(stands, name)},
    }
    change = replace(change, fields=fields)
    if "state" in one.told and not _alike(one.state, change.state or was.state):
        change = replace(change, state=one.state, reason=one.reason, moved_from=one.moved_from)
    return change


def _slot(series: Series, one: Incoming) -> Slot | None:
    """Return the occurrence that a RECURRENCE-ID names, by its day alone when it is a date."""
    if one.only is None:
        return None
    if not one.only_day:
        return series.slot(one.only)
    day = datetime.combine(one.only.date(), time())
    there = [slot for slot in series.slots(day, day + timedelta(days=1)) if slot.origin.date() == day.date()]
    return there[0] if len(there) == 1 else None


def _alike(one: MeetingState, other: MeetingState) -> bool:
    """Say whether iCalendar has the same word for two states."""
    return properties.STATUSES[one] == properties.STATUSES[other]


# -- what a foreign program does not keep ----------------------------------------------------------------


def _completed(one: Incoming, was: Content, now: Content) -> Series:
    """Return the file's series with half-days and what its occurrences said beside, as the desk has them."""
    series, old = one.series, was.series.by_origin
    part = "part" in one.told
    changes = []
    for change in series.changes:
        if change.when is not None and not part:
            like = old[change.origin].when if change.origin in old else None
            change = replace(change, when=_parted(change.when, like or was.series.when))
        if change.origin in old and not change.gone:
            change = _completed_change(change, old[change.origin], was, now)
        changes.append(change)
    when = series.when if part else _parted(series.when, was.series.when)
    return replace(series, when=when, changes=tuple(changes))


def _lunar(one: Incoming, was: Content, now: Content) -> Series:
    """Return a lunar series as it is here, with what a program that knows no lunar year made of its dates.

    Each date went out as an event of its own; the first of them bears the series' UID.
    """
    series = was.series
    told = {change.origin: change for change in one.series.changes}
    for slot in series.next(series.when.start, 1):
        told.setdefault(slot.origin, SeriesChange(slot.origin, one.series.when))
    for origin, change in told.items():
        known = series.by_origin.get(origin)
        if change.gone or (known is not None and known.gone):
            continue
        usual = series.when.at(origin)
        like = known.when if known is not None else None
        when = _parted(change.when or one.series.when.at(origin), like or usual)
        extra = not recurrence.fits(series.rule or ONCE, series.when.start, series.ends, origin)
        made = replace(change, when=when if extra or when != usual else None, extra=extra)
        if known is not None:
            made = _completed_change(made, known, was, now)
        if made.says_something or known is not None:
            series = series.put(made)
    return series


def _completed_change(change: SeriesChange, old: SeriesChange, was: Content, now: Content) -> SeriesChange:
    state = change.state or now.state
    if old.state is not None and _alike(state, old.state):
        change = replace(change, state=old.state, reason=old.reason, moved_from=old.moved_from)
    kept = {name: told for name, told in old.fields.items() if name not in change.fields}
    told = {**kept, **change.fields}
    if "notes" in change.fields:
        tail = properties.legible(
            replace(was.fields, **old.fields), old.state or was.state, old.reason, old.moved_from
        )
        told["notes"] = properties.notes_of(change.fields["notes"], tail).strip()
        if told["notes"] == now.fields.notes and "notes" not in old.fields:
            del told["notes"]
    return replace(change, fields=told)


def _parted(when: When, like: When) -> When:
    """Return a time as the half-day or day that it is here, if its hours still are the same."""
    same = when.start.time() == like.start.time() and when.length == like.length
    return replace(when, part=like.part) if when.part is DayHalf.HOURS and same else when


# -- what must not be lost -------------------------------------------------------------------------------


def _holding(old: Series, new: Series, held: set[datetime]) -> tuple[Series, Moves]:
    """Keep the occurrences that news or coverage hang on: where the new rule has them, else as dates of their own."""
    if not held:
        return new, {}
    if new.rule is None:
        only = next(iter(held))
        if len(held) == 1 and (old.rule is None or only.date() == new.when.start.date()):
            return new, {only: (False, new.when.start)}
        new = recurring(new.when, ONCE)
    moves: dict[datetime, tuple[bool, datetime]] = {}
    changes = dict(new.by_origin)
    taken = {origin for origin in held if new.slot(origin) is not None}
    for origin in sorted(held):
        target = origin if origin in taken else _same_day(new, origin, taken)
        if target is None:
            target = origin
            slot = old.slot(origin)
            when = slot.when if slot is not None else old.when.at(origin)
            known = old.by_origin.get(origin) or SeriesChange(origin)
            changes[origin] = replace(known, when=when, gone=False, extra=True)
        taken.add(target)
        moves[origin] = (False, target)
    return replace(new, changes=tuple(changes[one] for one in sorted(changes))), moves


def _same_day(series: Series, origin: datetime, taken: set[datetime]) -> datetime | None:
    """Return the one occurrence that the new rule has on the day of an old one."""
    day = datetime.combine(origin.date(), time())
    there = [
        slot.origin for slot in series.slots(day, day + timedelta(days=1)) if slot.origin.date() == day.date()
    ]
    return there[0] if len(there) == 1 and there[0] not in taken else None
