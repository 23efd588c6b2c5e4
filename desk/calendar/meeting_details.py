"""Everything of one occurrence on one page: what it says, who covers it, its news, its documents, its history."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desk.acts import journal, permission
from desk.acts.actor import actor
from desk.acts.journal import JournalEntry, JournalQuery, Subject
from desk.acts.rules import Act
from desk.calendar import attachments, coverage, occurrences
from desk.calendar.attachments import AttachmentRow
from desk.calendar.conflicts import Conflict, WantedTime, conflicts
from desk.calendar.coverage import CoverageRow
from desk.calendar.holidays import DayEntry
from desk.calendar.occurrences import OccurrenceRow
from desk.calendar.storage import Fields, key, read_fields, read_series
from desk.calendar.typing_preview import PlannedDate, dated
from desk.database import connection
from desk.database.article_tables import Article
from desk.database.calendar_tables import Meeting
from desk.database.connection import first
from desk.dates.series import Series, When
from desk.errors import Missing

_CONFLICTS = 3  # that are told
_ACTS = (
    Act.EDIT_MEETING,
    Act.MOVE_MEETING,
    Act.SET_STATE,
    Act.REMOVE_MEETING,
    Act.ATTACH,
    Act.DETACH,
    Act.COVER,
    Act.UNCOVER,
    Act.WRITE_NEWS,
)


@dataclass(frozen=True, slots=True)
class MeetingDetails:
    """An occurrence opened; `fields` are its own, `base` those of its series; `acts` what the reader may do."""

    row: OccurrenceRow
    series: Series
    fields: Fields
    base: Fields
    coverage: tuple[CoverageRow, ...]
    article: str  # the title of its news
    attachments: tuple[AttachmentRow, ...]
    history: tuple[JournalEntry, ...]
    acts: frozenset[Act]
    now: datetime  # wall time at which it was read
    planned: PlannedDate  # whether it falls on a day off
    conflicts: tuple[Conflict, ...] = ()  # with what is held at its time; none once it is over or called off


def dossier(who: int, meeting_id: int, origin: datetime) -> MeetingDetails:
    """Return everything of one occurrence; Missing when there is none (any more)."""
    with connection.reading():
        row = occurrences.one(meeting_id, origin)
        if row is None:
            raise Missing("meeting")
        return details(who, row)


def details(who: int, row: OccurrenceRow, listed: tuple[DayEntry, ...] | None = None) -> MeetingDetails:
    """Return everything of an occurrence that was read already, as `listed`, the office's days, may have been."""
    with connection.reading():
        now = occurrences.wall_now()
        meeting = Meeting.get_by_id(row.meeting_id)
        series, base = read_series(meeting), read_fields(meeting)
        slot = series.slot(row.origin)
        named = key(series, row.origin)
        news = first(Article.select(Article.title).where(Article.id == (row.article_id or 0)))
        return MeetingDetails(
            row,
            series,
            occurrences.merged(base, slot.change if slot else None),
            base,
            coverage.of_occurrence(row.meeting_id, named),
            news[0] if news else "",
            attachments.of_meeting(row.meeting_id),
            tuple(
                journal.entries(JournalQuery(subject=Subject.MEETING, subject_id=row.meeting_id), limit=60)
            ),
            acts(who, row.made_by),
            now,
            dated(When(row.start, row.end, row.part), listed),
            () if row.off or row.end <= now else _conflicts(row),
        )


def _conflicts(row: OccurrenceRow) -> tuple[Conflict, ...]:
    people = (*(one.name for one in row.chairs), *row.covering)
    wanted = WantedTime(row.place, people, f"{row.attendees} {row.guests}", row.meeting_id)
    return conflicts([When(row.start, row.end, row.part)], wanted, _CONFLICTS)


def acts(who: int, made_by: int) -> frozenset[Act]:
    """Return what a person may do to a meeting now; buttons are enabled by it."""
    roles = actor(who).roles
    return frozenset(act for act in _ACTS if permission.refusal(act, roles, own=made_by == who) is None)
