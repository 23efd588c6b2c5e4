"""The calendar as it is read: every occurrence of a span, with the state of its news and its coverage."""

from __future__ import annotations

import json
from collections import OrderedDict, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import Any, NamedTuple

import peewee as pw

from desk import clock
from desk.acts.journal import Subject
from desk.acts.rules import Stage
from desk.calendar import answers, linked_news
from desk.calendar.linked_news import LinkedNews
from desk.calendar.meetings import MeetingKind
from desk.calendar.storage import Chair, Fields, StoredOccurrence, change_of, key, read_chairs, series_of
from desk.database import connection
from desk.database.calendar_tables import Coverage, Meeting, Occurrence
from desk.database.connection import db, rows
from desk.database.department_tables import Person
from desk.database.journal_tables import Journal
from desk.dates.series import OFF, DayHalf, MeetingState, Series, SeriesChange, Slot

_SPANS = 24  # spans remembered: the month in view, its neighbours, a week, an agenda, days of chosen meetings
_BACK = 60  # days: how long a meeting without news is asked for


class CoverageState(Enum):
    """How far the coverage of an occurrence is."""

    NONE = "none"
    ASKED = "asked"
    DECLINED = "declined"
    ACCEPTED = "accepted"


@dataclass(frozen=True, slots=True)
class OccurrenceRow:
    """One occurrence as the calendar shows it; `ghost` marks the old place of one that was moved (dời)."""

    meeting_id: int
    origin: datetime
    start: datetime
    end: datetime
    part: DayHalf
    title: str
    kind: MeetingKind
    state: MeetingState
    place: str
    chairs: tuple[Chair, ...]
    recurring: bool
    changed: bool
    version: int
    made_by: int
    reason: str = ""
    moved_from: datetime | None = None
    ghost: bool = False
    news: bool = True
    attendees: str = ""
    guests: str = ""
    unit: str = ""
    remind: tuple[int, ...] = ()  # minutes before the start
    covering: tuple[str, ...] = ()  # names of those who cover it
    article_id: int | None = None
    stage: Stage | None = None
    written: bool = False  # that article has words beyond the sentence it was opened with
    cover: CoverageState = CoverageState.NONE

    @property
    def last(self) -> date:
        """Return the last day on which it is held."""
        day = self.end.date()
        if day == self.start.date():
            return day
        return (self.end - timedelta(microseconds=1)).date()

    @property
    def off(self) -> bool:
        """Say whether nobody sits there: called off, put off, or held elsewhere."""
        return self.ghost or self.state in OFF

    def lacks_news(self, now: datetime) -> bool:
        """Say whether it has been held and the bulletin has nothing of it (họp đã diễn ra, chưa có tin)."""
        return self.news and not self.off and not self.written and self.end <= now


@dataclass(frozen=True, slots=True)
class _Stored:
    """What a meeting's record says, read once a version."""

    version: int
    series: Series
    title: str
    kind: MeetingKind
    state: MeetingState
    place: str
    chairs: tuple[Chair, ...]
    made_by: int
    reason: str
    moved_from: datetime | None
    news: bool
    attendees: str
    guests: str
    unit: str
    remind: tuple[int, ...]


_known: dict[int, _Stored] = {}
_spans: OrderedDict[tuple[datetime, datetime], tuple[OccurrenceRow, ...]] = OrderedDict()
_valid_for = (0, 0)


def wall_now() -> datetime:
    """Return the time on the office's wall, naive as the times of meetings are."""
    return clock.local(clock.now()).replace(tzinfo=None)


def day_span(first: date, last: date) -> tuple[datetime, datetime]:
    """Return the wall times of whole days, the last one included."""
    return datetime.combine(first, time()), datetime.combine(last, time()) + timedelta(days=1)


def occurrences(first: date, last: date) -> tuple[OccurrenceRow, ...]:
    """Return what is held from one day to another, both included, by start; ghosts of moved ones with it."""
    since, until = day_span(first, last)
    with connection.reading():
        _forget_old()
        found = _spans.get((since, until))
        if found is None:
            found = _spans[since, until] = _find(since, until)
            if len(_spans) > _SPANS:
                _spans.popitem(last=False)
        _spans.move_to_end((since, until))
        return _with_news(found)


def without_news(now: datetime) -> tuple[OccurrenceRow, ...]:
    """Return what was held in the last two months and has no news yet, oldest first."""
    today = now.date()
    found = occurrences(today - timedelta(days=_BACK), today)
    return tuple(row for row in found if row.lacks_news(now))


def one(meeting_id: int, origin: datetime) -> OccurrenceRow | None:
    """Return one occurrence, None when there is none (any more)."""
    with connection.reading():
        stored = dict(_stored(Meeting.id == meeting_id)).get(meeting_id)
        slot = stored.series.slot(origin) if stored else None
        if stored is None or slot is None:
            return None
        row = _row(meeting_id, stored, slot)
        return _with_news((row,))[0]


def series(meeting_id: int) -> Series | None:
    """Return a meeting's times; None when it is gone."""
    with connection.reading():
        stored = dict(_stored(Meeting.id == meeting_id)).get(meeting_id)
        return stored.series if stored else None


def _forget_old() -> None:
    """Drop what was remembered of another desk, and the spans of this one from before its last act."""
    global _valid_for
    _forget_another_desk()
    if (last := _last_act()) != _valid_for[1]:
        _spans.clear()
        _valid_for = (_valid_for[0], last)


def _forget_another_desk() -> None:
    """Drop what was remembered of a desk that was open before: its meetings have the same numbers."""
    global _valid_for
    if connection.opened() != _valid_for[0]:
        _known.clear()
        _spans.clear()
        _valid_for = (connection.opened(), 0)


@connection.once_a_question
def _last_act() -> int:
    """Return the number of the last act on a meeting."""
    here = Journal.subject == Subject.MEETING.value
    return int(Journal.select(pw.fn.max(Journal.id)).where(here).scalar() or 0)


def _find(since: datetime, until: datetime) -> tuple[OccurrenceRow, ...]:
    first, last = since.date().isoformat(), (until - timedelta(days=1)).date().isoformat()
    # A meeting past midnight began the day before.
    here = (Meeting.last_day >= first) & (Meeting.first_day <= last)
    found: list[OccurrenceRow] = []
    for meeting_id, stored in _stored(here):
        found.extend(_row(meeting_id, stored, slot) for slot in stored.series.slots(since, until))
        found += _ghosts(meeting_id, stored, since, until)
    found.sort(key=lambda row: (row.start, row.end, row.meeting_id))
    return tuple(found)


def _stored(where: Any) -> Iterator[tuple[int, _Stored]]:
    """Yield the meetings of a condition; a record is read anew only when its version is another."""
    _forget_another_desk()
    # Straight from the cursor: no column needs peewee's conversion, which took half of a month's time.
    kept = where & (Meeting.binned == 0)
    wanted = dict(db.execute(Meeting.select(Meeting.id, Meeting.version).where(kept)).fetchall())
    missing = [number for number, version in wanted.items() if _version(number) != version]
    if missing:
        changes: defaultdict[int, list[SeriesChange]] = defaultdict(list)
        differing = Occurrence.select().join(Meeting).where(where).order_by(Occurrence.origin)
        for occurrence in map(StoredOccurrence._make, db.execute(differing).fetchall()):
            changes[occurrence.meeting].append(change_of(occurrence))
        for meeting in map(
            _StoredMeeting._make, db.execute(Meeting.select(*_COLUMNS).where(kept)).fetchall()
        ):
            if _version(meeting.id) != meeting.version:
                _known[meeting.id] = _read(meeting, changes[meeting.id])
    yield from ((number, _known[number]) for number in wanted)


def _version(number: int) -> int:
    known = _known.get(number)
    return known.version if known else -1


class _StoredMeeting(NamedTuple):
    """The columns of a meeting that are read here."""

    id: int
    version: int
    start: str
    stop: str
    part: str
    rule: str
    ends: str
    title: str
    kind: str
    state: str
    place: str
    chairs: str
    made_by: int
    reason: str
    moved_from: str
    news: bool
    attendees: str
    guests: str
    unit: str
    remind: str


_COLUMNS = tuple(getattr(Meeting, name) for name in _StoredMeeting._fields)


def _read(stored: _StoredMeeting, changes: list[SeriesChange]) -> _Stored:
    return _Stored(
        version=stored.version,
        series=series_of((stored.start, stored.stop, stored.part, stored.rule, stored.ends), changes),
        title=stored.title,
        kind=MeetingKind(stored.kind),
        state=MeetingState(stored.state),
        place=stored.place,
        chairs=read_chairs(stored.chairs),
        made_by=stored.made_by,
        reason=stored.reason,
        moved_from=datetime.fromisoformat(stored.moved_from) if stored.moved_from else None,
        news=bool(stored.news),
        attendees=stored.attendees,
        guests=stored.guests,
        unit=stored.unit,
        remind=tuple(json.loads(stored.remind)),
    )


_SHOWN = frozenset({"title", "place", "chairs", "news", "attendees", "guests", "unit", "remind"})


def _row(meeting_id: int, stored: _Stored, slot: Slot) -> OccurrenceRow:
    row = OccurrenceRow(
        meeting_id=meeting_id,
        origin=slot.origin,
        start=slot.when.start,
        end=slot.when.end,
        part=slot.when.part,
        title=stored.title,
        kind=stored.kind,
        state=stored.state,
        place=stored.place,
        chairs=stored.chairs,
        recurring=stored.series.rule is not None,
        changed=slot.change is not None,
        version=stored.version,
        made_by=stored.made_by,
        reason=stored.reason,
        moved_from=stored.moved_from,
        ghost=False,
        news=stored.news,
        attendees=stored.attendees,
        guests=stored.guests,
        unit=stored.unit,
        remind=stored.remind,
    )
    change = slot.change
    if change is None:
        return row
    told = {name: value for name, value in change.fields.items() if name in _SHOWN}
    if "kind" in change.fields:
        told["kind"] = MeetingKind(change.fields["kind"])
    if change.state is not None:
        told |= {"state": change.state, "reason": change.reason, "moved_from": change.moved_from}
    return replace(row, **told)


def _ghosts(meeting_id: int, stored: _Stored, since: datetime, until: datetime) -> list[OccurrenceRow]:
    """Return the old places of what was moved: somebody who looks there must see where it went."""
    made: list[OccurrenceRow] = []
    slots: list[Slot] = []
    if stored.series.rule is None:
        if stored.state is MeetingState.MOVED:
            slots.append(Slot(stored.series.when.start, stored.series.when))
    else:
        slots = [
            Slot(one.origin, one.when, one)
            for one in stored.series.changes
            if one.state is MeetingState.MOVED and one.when is not None and not one.gone
        ]
    for slot in slots:
        row = _row(meeting_id, stored, slot)
        left = row.moved_from
        if left is not None and since <= left < until and left.date() != row.start.date():
            # What a ghost tells is where it went: `moved_from` holds the new start.
            length = row.end - row.start
            made.append(replace(row, start=left, end=left + length, ghost=True, moved_from=row.start))
    return made


def _with_news(found: tuple[OccurrenceRow, ...]) -> tuple[OccurrenceRow, ...]:
    """Return the rows with their news and coverage: read each time, for articles go on without the calendar."""
    news, cover = linked_news.of_all(), _all_coverage()
    with_something = {named[0] for named in (*news, *cover)}
    if not with_something:
        return found
    return tuple(_told(row, news, cover) if row.meeting_id in with_something else row for row in found)


@connection.once_a_question
def _all_coverage() -> _Keyed:
    return _by_key(
        Coverage.select(Coverage.meeting, Coverage.origin, Coverage.state, Person.name)
        .join(Person, on=(Coverage.person == Person.id))
        .order_by(Coverage.id)
    )


_Keyed = Mapping[tuple[int, str], list[tuple[Any, ...]]]


def _told(row: OccurrenceRow, news: Mapping[tuple[int, str], LinkedNews], cover: _Keyed) -> OccurrenceRow:
    named = (row.meeting_id, row.origin.isoformat() if row.recurring else "")
    if named in news:
        article_id, stage, written = news[named]
        row = replace(row, article_id=article_id, stage=stage, written=written)
    if named in cover:
        people = tuple(dict.fromkeys(name for state, name in cover[named] if answers.stands(state)))
        row = replace(row, cover=_cover({state for state, _ in cover[named]}), covering=people)
    return row


def _by_key(query: Any) -> _Keyed:
    found: defaultdict[tuple[int, str], list[tuple[Any, ...]]] = defaultdict(list)
    for meeting_id, origin, *rest in rows(query):
        found[meeting_id, origin].append(tuple(rest))
    return found


def _cover(states: set[str]) -> CoverageState:
    for state in (CoverageState.DECLINED, CoverageState.ASKED, CoverageState.ACCEPTED):
        if state.value in states:
            return state
    return CoverageState.NONE


def named(series: Series, origin: datetime) -> str:
    """Return how the file names an occurrence: what hangs on it is kept under that."""
    return key(series, origin)


def merged(fields: Fields, change: SeriesChange | None) -> Fields:
    """Return the fields of one occurrence: the series' own, with what differs."""
    return replace(fields, **change.fields) if change is not None and change.fields else fields
