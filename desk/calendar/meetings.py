"""Meetings: made, changed, moved, put off, called off, removed; every act with what an undo needs."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import Enum
from itertools import groupby
from typing import Any

from desk import clock
from desk.acts import notifications
from desk.acts.article_details import Undone
from desk.acts.calendar_details import (
    MeetingEdited,
    MeetingMade,
    MeetingRemoved,
    MeetingsBefore,
    MeetingStateSet,
)
from desk.acts.checks import too_late_to_undo
from desk.acts.gate import Changes, deciding, on_meeting
from desk.acts.in_progress import ActInProgress
from desk.acts.journal import Subject
from desk.acts.notifications import Notification, NotificationKind
from desk.acts.rules import Act
from desk.calendar import answers, storage
from desk.calendar.storage import Fields, clean, read_series, write_series
from desk.database.calendar_tables import Coverage, Meeting
from desk.database.connection import rows
from desk.dates.recurrence import Recurrence
from desk.dates.series import (
    OFF,
    Edited,
    EditScope,
    MeetingState,
    Series,
    SeriesChange,
    SeriesEdit,
    Slot,
    When,
    cut_short,
    edit_all,
    edit_following,
    once,
    recurring,
)
from desk.errors import Missing, NotNow, Why
from desk.text.signs import shown

LONGEST = timedelta(days=31)
_PREVIEWED = 400  # dates of a series that an edit's list looks at


class MeetingKind(Enum):
    """Giao ban, kỳ họp báo cáo viên, hội nghị, tập huấn, làm việc với cơ sở, việc khác."""

    BRIEFING = "briefing"
    REPORTERS = "reporters"
    CONFERENCE = "conference"
    TRAINING = "training"
    VISIT = "visit"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Edit:
    """What an edit wishes: a time, a rule, other fields; what is not named stays."""

    scope: EditScope = EditScope.ALL
    wish: SeriesEdit = field(default_factory=SeriesEdit)
    fields: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StateWish:
    """What becomes of an occurrence, or of the whole series: its state, why, and its new time where it is moved."""

    state: MeetingState
    reason: str = ""
    when: When | None = None
    scope: EditScope = EditScope.ONE


@dataclass(frozen=True, slots=True)
class DateChange:
    """One line of what an edit does to a series' dates: None where a date goes or comes, both the same where
    only what is said of it changes."""

    was: When | None
    now: When | None


@dataclass(frozen=True, slots=True)
class Preview:
    """The dates that an edit changes, earliest first; `more` when the series goes on beyond those looked at."""

    dates: tuple[DateChange, ...]
    more: bool = False


def make(
    who: int,
    fields: Fields,
    when: When,
    rule: Recurrence | None = None,
    *,
    state: MeetingState = MeetingState.PLANNED,
    uid: str = "",
) -> Changes:
    """Enter a meeting or a series; BadRule when no date fits its rule."""
    with deciding(who, Act.MAKE_MEETING, Subject.MEETING) as doing:
        _must_be_held(when)
        series = recurring(when, rule) if rule is not None else once(when)
        meeting = Meeting(
            uid=uid or f"{uuid.uuid4()}@ban-bien-tap",
            sequence=0,
            version=1,
            state=state.value,
            reason="",
            moved_from="",
            made_by=who,
            changed_at=clock.stamp(clock.now()),
            binned=False,
        )
        storage.put_fields(meeting, clean(fields))
        write_series(meeting, series)
        doing.subject_id, doing.title, doing.version = meeting.id, meeting.title, 1
        doing.more.append(MeetingsBefore({str(meeting.id): None}))
        doing.detail = MeetingMade(series.when.start.isoformat(), str(rule) if rule is not None else "")
    return _changed(doing, Act.MAKE_MEETING, [meeting.id])


def edit(
    who: int, meeting_id: int, seen: int, origin: datetime, what: Edit, act: Act = Act.EDIT_MEETING
) -> Changes:
    """Change an occurrence, the series from it, or the whole series; `act` is MOVE_MEETING for a drag."""
    with on_meeting(who, act, meeting_id, seen) as (doing, meeting):
        series = read_series(meeting)
        if series.slot(origin) is None:
            raise Missing("occurrence")
        if what.wish.when is not None:
            _must_be_held(what.wish.when)
        was = storage.snapshot(meeting, version=seen)
        before = series.slot(origin)
        asked = _covering(meeting_id, what.scope, origin) if what.wish.when is not None else []
        edited, new_id = _apply(meeting, series, origin, what, who)
        doing.more.append(MeetingsBefore({str(meeting_id): was} | ({str(new_id): None} if new_id else {})))
        after = what.wish.when
        scope = what.scope.value if series.rule is not None else ""
        doing.detail = MeetingEdited(scope, origin.isoformat(), tuple(sorted(what.fields)))
        if before is not None and after is not None:
            doing.detail = replace(
                doing.detail, start_before=before.when.start.isoformat(), start=after.start.isoformat()
            )
        _tell_covering(doing, asked, (edited.series or edited.following or series).when.start)
    return _changed(doing, act, [meeting_id, *([new_id] if new_id else [])])


def set_state(who: int, meeting_id: int, seen: int, origin: datetime, wish: StateWish) -> Changes:
    """Confirm, put off (hoãn), call off (hủy) or move (dời, with its new time); all but the first want a reason.

    What is put off stays in the calendar, with its reason; what is moved shows from where.
    """
    moving, reason = wish.state is MeetingState.MOVED, shown(wish.reason).strip()
    if (wish.state in OFF or moving) and not reason:
        raise NotNow(Why.NOTE)
    with on_meeting(who, Act.SET_STATE, meeting_id, seen, wish.reason) as (doing, meeting):
        series = read_series(meeting)
        slot = series.slot(origin)
        if slot is None:
            raise Missing("occurrence")
        if moving and wish.when is not None:
            _must_be_held(wish.when)
        was = storage.snapshot(meeting, version=seen)
        moves: Mapping[datetime, tuple[bool, datetime]] = {}
        if series.rule is None or wish.scope is EditScope.ALL:
            if series.rule is not None and moving:
                raise NotNow(Why.ONE_ONLY)
            meeting.state, meeting.reason = wish.state.value, reason
            meeting.moved_from = slot.when.start.isoformat() if moving else ""
            if moving and wish.when is not None:
                series = replace(series, when=wish.when)
                moves = {slot.origin: (False, wish.when.start)}
        else:
            series = series.put(_in_state(slot, wish, reason))
        meeting.sequence += 1
        asked = _covering(meeting_id, wish.scope, origin)
        write_series(meeting, series)
        storage.rekey(meeting.id, meeting.id, moves, single=series.rule is None)
        doing.more.append(MeetingsBefore({str(meeting_id): was}))
        doing.detail = MeetingStateSet(
            wish.state.value,
            slot.when.start.isoformat(),
            wish.when.start.isoformat() if wish.when is not None else "",
        )
        _tell_covering(doing, asked, series.when.start)
    return _changed(doing, Act.SET_STATE, [meeting_id])


def _in_state(slot: Slot, wish: StateWish, reason: str) -> SeriesChange:
    """Return an occurrence of a series in its new state."""
    change = slot.change or SeriesChange(slot.origin)
    moved_from = slot.when.start if wish.state is MeetingState.MOVED else None
    return replace(
        change,
        state=wish.state,
        reason=reason,
        when=wish.when or change.when,
        moved_from=moved_from or change.moved_from,
    )


def remove(
    who: int, meeting_id: int, seen: int, origin: datetime, scope: EditScope = EditScope.ALL, reason: str = ""
) -> Changes:
    """Take out what was entered by mistake; NotNow(HAS_NEWS) where news or coverage hang on it: call that off."""
    with on_meeting(who, Act.REMOVE_MEETING, meeting_id, seen, reason) as (doing, meeting):
        series = read_series(meeting)
        was = storage.snapshot(meeting, version=seen)
        if series.rule is None:
            scope = EditScope.ALL
        held = storage.held_origins(meeting)
        if any(_within(scope, origin, one) for one in held):
            raise NotNow(Why.HAS_NEWS, meeting.title)
        left: Series | None = None
        if scope is EditScope.ONE:
            left = series.put(SeriesChange(origin, gone=True))
        elif scope is EditScope.FOLLOWING:
            left = cut_short(series, origin)
        if left is None or not left.is_held:  # a series emptied date by date would live on unseen
            meeting.binned = True
        else:
            meeting.sequence += 1
            write_series(meeting, left)
        doing.more.append(MeetingsBefore({str(meeting_id): was}))
        doing.detail = MeetingRemoved(scope.value if series.rule is not None else "", origin.isoformat())
    return _changed(doing, Act.REMOVE_MEETING, [meeting_id])


def undo(who: int, entry_id: int) -> Changes:
    """Take back one's own act on the calendar: what it changed stands again as it stood; that can be taken back too.

    NotNow(UNDONE) when somebody has acted on it since, NotNow(TOO_LATE) after ten minutes.
    """
    with deciding(who, Act.UNDO_MEETING, Subject.MEETING) as doing:
        entry = storage.undoable(entry_id, who)
        if too_late_to_undo(entry):
            raise NotNow(Why.TOO_LATE)
        was = storage.put_back(entry)
        doing.subject_id, doing.title = entry.subject_id, entry.title
        doing.version = storage.version_of(entry.subject_id)
        doing.more.append(MeetingsBefore(was))
        doing.detail = Undone(entry.act.value, entry_id)
        notifications.take_back(entry_id)
    return _changed(doing, Act.UNDO_MEETING, [int(number) for number in was])


def preview(meeting_id: int, origin: datetime, what: Edit, most: int = _PREVIEWED) -> Preview:
    """Say which dates an edit changes, over what the series has in the next years."""
    meeting = Meeting.get_or_none(Meeting.id == meeting_id)
    if meeting is None:
        raise Missing("meeting")
    series = read_series(meeting)
    edited = _edited(series, origin, what, storage.held_origins(meeting))
    since = min(series.when.start, what.wish.when.start if what.wish.when else series.when.start)
    old = {slot.origin: slot.when for slot in series.next(since, most)}
    new: dict[datetime, When] = {}
    for one in (edited.series, edited.following):
        if one is not None:
            new |= {slot.origin: slot.when for slot in one.next(since, most)}
    more = len(old) >= most and what.scope is not EditScope.ONE
    found = _dates(old, new, most)
    if not found and what.fields:
        found = tuple(DateChange(when, when) for at, when in old.items() if _within(what.scope, origin, at))
    return Preview(found, more)


def preview_removal(meeting_id: int, origin: datetime, scope: EditScope, most: int = _PREVIEWED) -> Preview:
    """Say which dates a removal takes away; of an endless series the first ones."""
    meeting = Meeting.get_or_none(Meeting.id == meeting_id)
    if meeting is None:
        raise Missing("meeting")
    series = read_series(meeting)
    since = series.when.start if scope is EditScope.ALL else origin
    found = [slot for slot in series.next(since, most) if _within(scope, origin, slot.origin)]
    return Preview(tuple(DateChange(slot.when, None) for slot in found), len(found) >= most)


# -- inside ----------------------------------------------------------------------------------------------


def _dates(old: Mapping[datetime, When], new: Mapping[datetime, When], most: int) -> tuple[DateChange, ...]:
    """Pair the dates that go with those that come, in their order, where they are as many."""
    before, after = set(old.values()), set(new.values())
    endless = len(before) >= most and len(after) >= most
    if endless:  # both go on: what is seen of the one is compared with as much of the other
        horizon = min(max(before, key=_key).start, max(after, key=_key).start)
        before = {when for when in before if when.start <= horizon}
        after = {when for when in after if when.start <= horizon}
    gone = sorted((when for when in before if when not in after), key=_key)
    left = sorted((when for when in after if when not in before), key=_key)
    if len(gone) == len(left) or (endless and abs(len(gone) - len(left)) < 3):
        return tuple(DateChange(was, now) for was, now in zip(gone, left, strict=False))
    pairs = [DateChange(was, None) for was in gone] + [DateChange(None, now) for now in left]
    return tuple(sorted(pairs, key=lambda one: _key(one.was or one.now)))


def _key(when: When | None) -> datetime:
    return when.start if when is not None else datetime(1, 1, 1)  # noqa: DTZ001  # wall time


def _edited(series: Series, origin: datetime, what: Edit, kept: set[datetime]) -> Edited:
    if series.rule is not None and what.scope is EditScope.ONE:
        change = series.by_origin.get(origin) or SeriesChange(origin)
        put = replace(change, when=what.wish.when or change.when, fields={**change.fields, **what.fields})
        return Edited(series.put(put))
    if what.wish.single and kept - {origin}:
        raise NotNow(Why.HAS_NEWS)  # they would hang on dates that are no more
    head = cut_short(series, origin) if what.scope is EditScope.FOLLOWING else None
    if head is not None and head.is_held:
        return edit_following(series, origin, what.wish, kept)
    return edit_all(series, origin, what.wish, kept)


def _apply(meeting: Meeting, series: Series, origin: datetime, what: Edit, who: int) -> tuple[Edited, int]:
    """Store what an edit makes of a meeting; return it, and the number of the series that goes on from it."""
    fields = storage.clean_fields(what.fields)
    what = replace(what, fields=fields)
    edited = _edited(series, origin, what, storage.held_origins(meeting))
    meeting.sequence += 1
    one_only = series.rule is not None and what.scope is EditScope.ONE
    new_id = 0
    if edited.following is not None:
        after = storage.copy(meeting, who)
        storage.put_some(after, fields)
        write_series(after, edited.following)
        new_id = after.id
    elif not one_only:
        storage.put_some(meeting, fields)
    if edited.series is not None:
        write_series(meeting, edited.series)
        single = edited.series.rule is None
        stay = {was: to for was, to in edited.moves.items() if not to[0]}
        storage.rekey(meeting.id, meeting.id, stay, single=single, was_single=series.rule is None)
    if new_id and edited.following is not None:
        gone = {was: to for was, to in edited.moves.items() if to[0]}
        storage.rekey(meeting.id, new_id, gone, single=edited.following.rule is None)
    return edited, new_id


def _must_be_held(when: When) -> None:
    if when.end < when.start:
        raise NotNow(Why.END_FIRST)
    if when.length > LONGEST:
        raise NotNow(Why.TOO_LONG)


def _within(scope: EditScope, origin: datetime, held: datetime) -> bool:
    return scope is EditScope.ALL or held == origin or (scope is EditScope.FOLLOWING and held > origin)


def _covering(meeting_id: int, scope: EditScope, origin: datetime) -> list[int]:
    """Return the requests that stand for what an act on a meeting is about."""
    asked = rows(
        Coverage.select(Coverage.id, Coverage.origin).where(
            (Coverage.meeting == meeting_id) & answers.standing()
        )
    )
    return [number for number, at in asked if not at or _within(scope, origin, datetime.fromisoformat(at))]


def _tell_covering(doing: ActInProgress, requests: list[int], start: datetime) -> None:
    """Tell those who were asked that its time or state is another: each of the first date they have, as it is now.

    `start` is when it begins if it is held once.
    """
    asked = Coverage.select(Coverage.person, Coverage.origin, Coverage.meeting).where(
        Coverage.id.in_(requests)
    )
    first: dict[int, tuple[str, int]] = {}
    for person, at, meeting in rows(asked):
        first[person] = min(first.get(person, (at, meeting)), (at, meeting))
    for (at, meeting), told in groupby(sorted(first, key=first.__getitem__), key=first.__getitem__):
        doing.to_notify.append(
            Notification(
                frozenset(told), NotificationKind.MEETING_CHANGED, "", meeting, at or start.isoformat()
            )
        )


def _changed(doing: ActInProgress, act: Act, meetings: list[int]) -> Changes:
    return Changes(meetings=frozenset(meetings), act=act, version=doing.version, undo=True, entry=doing.entry)
