"""Calendars in and out: what an import would do, the import itself, and what is handed to other programs.

A meeting is known by its UID. The higher SEQUENCE wins (RFC 5545 §3.8.7.4); importing the same file twice changes
nothing. News and coverage are never lost: an occurrence they hang on stays, if need be as a date of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from desk import clock
from desk.acts import journal
from desk.acts.calendar_details import MeetingImported, MeetingsBefore
from desk.acts.gate import Changes, deciding, on_meeting
from desk.acts.in_progress import ActInProgress
from desk.acts.journal import JournalQuery, Subject
from desk.acts.notifications import Notification, NotificationKind
from desk.acts.rules import Act
from desk.calendar import answers, meetings, occurrences, storage
from desk.database import connection
from desk.database.calendar_tables import Coverage, Meeting
from desk.database.connection import rows
from desk.dates.series import MeetingState
from desk.ics import properties
from desk.ics.merge import Content, Merged, merged, occurrence, of_new
from desk.ics.read import Calendar, Incoming, read_calendar
from desk.ics.report import Action, Because, Report, ReportLine, report_json
from desk.ics.write import Outgoing

__all__ = [
    "Action",
    "Because",
    "Report",
    "ReportLine",
    "import_calendar",
    "outgoing",
    "plan_import",
    "report_json",
    "undo_import",
]
_AT_ONCE = 500  # UIDs asked for in one query


@dataclass(slots=True)
class _Known:
    """A meeting of the desk, or one to be, as the import goes over it."""

    uid: str
    id: int = 0
    version: int = 0
    sequence: int = 0
    binned: bool = False
    content: Content | None = None
    held: set[datetime] = field(default_factory=set)
    moves: dict[datetime, tuple[bool, datetime]] = field(default_factory=dict)
    to_sequence: int = 0
    why: Because | None = None  # why it is written; None when it is not


def plan_import(calendar: Calendar) -> Report:
    """Say what an import would do, without doing it."""
    with connection.reading():
        return _plan(calendar)[0]


def import_calendar(
    who: int, data: bytes | Calendar, name: str = "", kinds: Mapping[str, str] | None = None
) -> tuple[Changes, Report]:
    """Import a calendar in one transaction, a journal entry for each meeting that it changes.

    `data` is the file or what `read_calendar` made of it; BadIntake as there, Denied when the person may not.
    """
    calendar = data if isinstance(data, Calendar) else read_calendar(data, name, kinds)
    with connection.writing():
        with deciding(who, Act.IMPORT_CALENDAR, Subject.MEETING) as doing:
            doing.nothing = True  # only the right is asked for; each meeting has its own entry
        report, known = _plan(calendar)
        done = [_write(who, one) for one in known if one.why is not None and one.content is not None]
    ids = {uid: doing.subject_id for uid, doing in done}
    lines = tuple(replace(line, meeting_id=ids.get(line.uid, line.meeting_id)) for line in report.lines)
    alone = done[0][1] if len(done) == 1 else None
    changes = Changes(
        meetings=frozenset(ids.values()),
        act=Act.IMPORT_CALENDAR,
        version=alone.version if alone else 0,
        undo=alone is not None,
        entry=alone.entry if alone else 0,
    )
    return changes, replace(report, lines=lines, entries=tuple(doing.entry for _, doing in done))


def undo_import(who: int, entries: Sequence[int]) -> Changes:
    """Take a whole import back within ten minutes, all or nothing; NotNow as `meetings.undo`."""
    found: set[int] = set()
    with connection.writing():
        for entry in sorted(entries, reverse=True):
            found |= meetings.undo(who, entry).meetings
    return Changes(meetings=frozenset(found), act=Act.UNDO_MEETING)


def outgoing(
    meeting_ids: Iterable[int] | None = None, *, span: tuple[date, date] | None = None
) -> tuple[Outgoing, ...]:
    """Return meetings as they are written to a file: those named, those held within days (both included), or all."""
    where = Meeting.binned == 0
    if span is not None:
        where &= (Meeting.last_day >= span[0].isoformat()) & (Meeting.first_day <= span[1].isoformat())
    wanted = None if meeting_ids is None else set(meeting_ids)
    with connection.reading():
        found = [
            _outgoing(one)
            for one in Meeting.select().where(where).order_by(Meeting.id)
            if wanted is None or one.id in wanted
        ]
    if span is None:
        return tuple(
            one for one in found if one.series.is_held
        )  # older desks keep series without a date left
    since, until = occurrences.day_span(*span)
    return tuple(one for one in found if one.series.slots(since, until))


# -- the plan --------------------------------------------------------------------------------------------


def _plan(calendar: Calendar) -> tuple[Report, list[_Known]]:
    stock = _stock(calendar.incoming)
    lines = [_judged(one, stock) for one in calendar.incoming]
    lines += [
        ReportLine(one.uid, one.title, Action.REFUSE, one.fault, one.detail) for one in calendar.refused
    ]
    report = Report(calendar.name, tuple(lines), calendar.ignored, calendar.doubts)
    return report, list(stock.values())


def _stock(incoming: Iterable[Incoming]) -> dict[str, _Known]:
    """Return what the desk knows of the UIDs of a file."""
    uids = sorted({uid for one in incoming for uid in (one.uid, _own_uid(one))})
    found: dict[str, _Known] = {}
    columns = (Meeting.uid, Meeting.id, Meeting.version, Meeting.sequence, Meeting.binned)
    for begin in range(0, len(uids), _AT_ONCE):
        query = Meeting.select(*columns).where(Meeting.uid.in_(uids[begin : begin + _AT_ONCE]))
        for uid, number, version, sequence, binned in rows(query):
            found[uid] = _Known(uid, number, version, sequence, bool(binned), to_sequence=sequence)
    return found


def _own_uid(one: Incoming) -> str:
    """Return the UID of a meeting of its own that an occurrence without its series becomes."""
    return one.uid if one.only is None else properties.occurrence_uid(one.uid, one.only)


def _judged(one: Incoming, stock: dict[str, _Known]) -> ReportLine:
    """Decide about one meeting of the file; what is decided is noted in the stock."""
    known = stock.get(one.uid) or stock.get(_own_uid(one))
    if known is None and (one.cancels or (one.only is not None and one.state is MeetingState.CANCELLED)):
        return _line(one, Action.SKIP, Because.NOT_HERE)
    if known is None:
        known = _Known(_own_uid(one), content=of_new(one), to_sequence=one.sequence, why=Because.NEW)
        stock[known.uid] = known
        return _line(one, Action.ADD, Because.NEW, known)
    if known.binned:
        return _line(one, Action.SKIP, Because.DELETED_HERE, known)
    if known.content is None:
        _load(known)
    assert known.content is not None
    made = _made(one, known, known.content)
    if made is None:
        return _line(one, Action.SKIP, Because.NO_OCCURRENCE, known)
    if made.content == known.content:
        return _line(one, Action.SKIP, Because.SAME, known)
    if one.sequence < known.sequence:
        return _line(one, Action.SKIP, Because.OLDER, known)
    if one.sequence == known.sequence and _edited_here(known, one.stamp):
        return _line(one, Action.SKIP, Because.EDITED_HERE, known)
    called_off = one.cancels or (made.content.state is MeetingState.CANCELLED is not known.content.state)
    why = Because.NEWER if one.sequence > known.sequence else Because.CHANGED
    known.why = known.why or (Because.CANCELLED if called_off else why)
    known.content = made.content
    known.moves |= made.moves
    known.to_sequence = max(known.to_sequence, one.sequence)
    return _line(one, Action.UPDATE, Because.CANCELLED if called_off else why, known)


def _made(one: Incoming, known: _Known, was: Content) -> Merged | None:
    """Return what the meeting would become, None when the file speaks of an occurrence that it does not have."""
    if one.only is None or known.uid != one.uid:
        return merged(one, was, known.held)
    if was.series.rule is None:
        there = (
            one.only.date() == was.series.when.start.date()
            if one.only_day
            else one.only == was.series.when.start
        )
        return merged(one, was, known.held) if there else None
    changed = occurrence(one, was)
    return Merged(changed) if changed is not None else None


def _line(one: Incoming, action: Action, why: Because, known: _Known | None = None) -> ReportLine:
    content = known.content if known is not None else None
    title = one.fields.title if content is None or "title" in one.told else content.fields.title
    series, state = (content.series, content.state) if content else (one.series, one.state)
    return ReportLine(
        known.uid if known else one.uid,
        title,
        action,
        why,
        series=None if one.cancels and content is None else series,
        state=state,
        meeting_id=known.id if known else 0,
        doubts=one.doubts,
    )


def _load(known: _Known) -> None:
    meeting = Meeting.get_by_id(known.id)
    known.content = _content(meeting)
    known.held = storage.held_origins(meeting)


def _content(meeting: Meeting) -> Content:
    return Content(
        storage.read_fields(meeting),
        storage.read_series(meeting),
        MeetingState(meeting.state),
        meeting.reason,
        datetime.fromisoformat(meeting.moved_from) if meeting.moved_from else None,
    )


def _edited_here(known: _Known, stamp: datetime | None) -> bool:
    """Say whether somebody edited it here after it was imported, and after the file's word of it was written."""
    query = JournalQuery(subject=Subject.MEETING, subject_id=known.id)
    for entry in journal.entries(query):
        if entry.act in (Act.IMPORT_CALENDAR, Act.MAKE_MEETING):
            return False
        if entry.read(MeetingsBefore) is not None:
            return stamp is None or stamp < entry.at.replace(microsecond=0)
    return False


# -- the act ---------------------------------------------------------------------------------------------


def _write(who: int, known: _Known) -> tuple[str, ActInProgress]:
    assert known.content is not None
    doing = _change(who, known, known.content) if known.id else _add(who, known, known.content)
    return known.uid, doing


def _add(who: int, known: _Known, content: Content) -> ActInProgress:
    with deciding(who, Act.IMPORT_CALENDAR, Subject.MEETING) as doing:
        meeting = Meeting(uid=known.uid, version=1, made_by=who, binned=False)
        meeting.changed_at = clock.stamp(clock.now())
        _put(meeting, known, content)
        doing.subject_id, doing.title, doing.version = meeting.id, meeting.title, 1
        doing.more.append(MeetingsBefore({str(meeting.id): None}))
        doing.detail = _imported(known)
    return doing


def _change(who: int, known: _Known, content: Content) -> ActInProgress:
    with on_meeting(who, Act.IMPORT_CALENDAR, known.id, known.version) as (doing, meeting):
        was = _content(meeting)
        before = storage.snapshot(meeting, version=known.version)
        doing.more.append(MeetingsBefore({str(known.id): before}))
        doing.detail = _imported(known)
        _put(meeting, known, content)
        storage.rekey(
            known.id,
            known.id,
            known.moves,
            single=content.series.rule is None,
            was_single=was.series.rule is None,
        )
        if (was.series, was.state) != (content.series, content.state):
            _tell_covering(doing, known)
    return doing


def _put(meeting: Meeting, known: _Known, content: Content) -> None:
    meeting.sequence = known.to_sequence
    meeting.state, meeting.reason = content.state.value, content.reason
    meeting.moved_from = content.moved_from.isoformat() if content.moved_from else ""
    storage.put_fields(meeting, content.fields)
    storage.write_series(meeting, content.series)


def _imported(known: _Known) -> MeetingImported:
    assert known.content is not None
    assert known.why is not None
    return MeetingImported(known.why.value, known.uid, known.content.series.when.start.isoformat())


def _tell_covering(doing: ActInProgress, known: _Known) -> None:
    """Tell those who cover it that its times or its state are others."""
    asked = Coverage.select(Coverage.person, Coverage.origin).where(
        (Coverage.meeting == known.id) & answers.standing()
    )
    people: dict[int, str] = dict(rows(asked))
    for person, origin in people.items():
        doing.to_notify.append(
            Notification(frozenset({person}), NotificationKind.MEETING_CHANGED, "", known.id, origin)
        )


def _outgoing(meeting: Meeting) -> Outgoing:
    content = _content(meeting)
    return Outgoing(
        meeting.uid,
        meeting.sequence,
        clock.read_stamp(meeting.changed_at).replace(microsecond=0),
        content.fields,
        content.series,
        content.state,
        content.reason,
        content.moved_from,
    )
