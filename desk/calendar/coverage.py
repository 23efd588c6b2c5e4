"""Coverage: who writes of a meeting and who photographs it, by when; and the article it becomes."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum

import peewee as pw

from desk import clock
from desk.acts.calendar_details import (
    CoverageAnswered,
    CoverageAsked,
    CoverageEnded,
    NewsLinked,
    NewsUnlinked,
)
from desk.acts.gate import Changes, on_meeting
from desk.acts.notifications import Notification, NotificationKind
from desk.acts.rules import Act, Stage
from desk.articles import writing
from desk.calendar import answers, linked_news, occurrences
from desk.calendar.answers import Answer
from desk.calendar.meetings import MeetingKind
from desk.calendar.news_opening import first_text, office_words
from desk.calendar.occurrences import OccurrenceRow
from desk.calendar.storage import Fields, key, read_fields, read_series
from desk.database import connection
from desk.database.article_tables import Article
from desk.database.calendar_tables import Coverage, Meeting, MeetingArticle
from desk.database.connection import first, named, rows
from desk.database.department_tables import Person, Section
from desk.dates.series import Series, When
from desk.department import people, settings
from desk.errors import Missing, NotNow, Why
from desk.text.signs import shown

_SECTIONS_OF_NEWS = ("Tin tức", "Tin ", "Hoạt động")


class Task(Enum):
    """What somebody is asked for: tin (chữ), ảnh."""

    WRITE = "write"
    PHOTO = "photo"


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """One request; `due` is the day by which it must be there."""

    id: int
    meeting_id: int
    origin: str  # "" for a meeting held once
    person_id: int
    person: str
    task: Task
    due: date | None
    answer: Answer
    note: str


@dataclass(frozen=True, slots=True)
class MyCoverage:
    """A request to me that is not done yet, with the occurrence it speaks of."""

    coverage: CoverageRow
    row: OccurrenceRow


def assign(
    who: int, meeting_id: int, origin: datetime, person: int, task: Task, due: date | None, note: str = ""
) -> Changes:
    """Ask somebody to cover an occurrence; they are told. NotNow(COVERED) when they are asked already."""
    with on_meeting(who, Act.COVER, meeting_id, None) as (doing, meeting):
        named = _named(meeting, origin)
        here = (Coverage.meeting == meeting_id) & (Coverage.origin == named) & (Coverage.person == person)
        old = Coverage.get_or_none(here & (Coverage.task == task.value))
        name = people.person(person).name
        if old is not None and answers.stands(old.state):
            raise NotNow(Why.COVERED, name)
        if old is not None:
            old.delete_instance()
        Coverage.insert(
            meeting=meeting_id,
            origin=named,
            person=person,
            task=task.value,
            due=due.isoformat() if due else "",
            # Who asks themselves has said yes.
            state=(Answer.ACCEPTED if person == who else Answer.ASKED).value,
            note=" ".join(shown(note).split()),
            asked_by=who,
            asked_at=clock.stamp(clock.now()),
        ).execute()
        doing.detail = CoverageAsked(name, task.value, due.isoformat() if due else "")
        words = f"{due:%Y-%m-%d}" if due else ""
        doing.to_notify.append(
            Notification(
                frozenset({person}), NotificationKind.COVER_ASKED, words, meeting_id, origin.isoformat()
            )
        )
    return Changes(meetings=frozenset({meeting_id}), act=Act.COVER)


def unassign(who: int, coverage_id: int) -> Changes:
    """Take a request back; the person is told."""
    asked = _get(coverage_id)
    with on_meeting(who, Act.UNCOVER, asked.meeting_id, None) as (doing, meeting):
        asked.delete_instance()
        doing.detail = CoverageEnded(people.person(asked.person_id).name, asked.task)
        origin = asked.origin or meeting.start
        doing.to_notify.append(
            Notification(
                frozenset({asked.person_id}), NotificationKind.COVER_ENDED, "", asked.meeting_id, origin
            )
        )
    return Changes(meetings=frozenset({asked.meeting_id}), act=Act.UNCOVER)


def answer(who: int, coverage_id: int, accepts: bool, note: str = "") -> Changes:
    """Accept or decline (with a reason) what one was asked for; who asked is told. NotNow(NOT_YOURS) for others."""
    asked = _get(coverage_id)
    if asked.person_id != who:
        raise NotNow(Why.NOT_YOURS)
    if not accepts and not note.strip():
        raise NotNow(Why.NOTE)
    with on_meeting(who, Act.ANSWER_COVER, asked.meeting_id, None, note) as (doing, meeting):
        state = Answer.ACCEPTED if accepts else Answer.DECLINED
        asked.state, asked.note = state.value, " ".join(shown(note).split()) or asked.note
        asked.save()
        doing.detail = CoverageAnswered(state.value, asked.task)
        kind = NotificationKind.COVER_ACCEPTED if accepts else NotificationKind.COVER_DECLINED
        told = frozenset({asked.asked_by_id})
        doing.to_notify.append(
            Notification(told, kind, asked.note, asked.meeting_id, asked.origin or meeting.start)
        )
    return Changes(meetings=frozenset({asked.meeting_id}), act=Act.ANSWER_COVER)


def write_news(who: int, meeting_id: int, origin: datetime) -> Changes:
    """Make the article of an occurrence, its opening sentence filled in, linked both ways; NotNow(WRITTEN) if any."""
    with connection.writing():
        found = _opened(meeting_id, origin)
        fields, when, named = found
        written = first(_news(meeting_id, named))
        if written is not None:
            raise NotNow(Why.WRITTEN, written[1])
        office = office_words(settings.names().department)
        text = first_text(fields, when, office, fields.unit or people.person(who).unit or office)
        made = writing.create(who, uuid.uuid4().hex, text, _section(MeetingKind(fields.kind)))
        (article_id,) = made.articles
        _link(who, meeting_id, named, article_id, text.title)
    return Changes(
        articles=made.articles, meetings=frozenset({meeting_id}), act=Act.WRITE_NEWS, version=made.version
    )


def link(who: int, meeting_id: int, origin: datetime, article_id: int) -> Changes:
    """Say that an article that exists already is the news of an occurrence."""
    with connection.writing():
        _, _, named = _opened(meeting_id, origin)
        title = first(Article.select(Article.title).where(Article.id == article_id))
        if title is None:
            raise Missing("article")
        if first(_news(meeting_id, named)) or MeetingArticle.get_or_none(
            MeetingArticle.article == article_id
        ):
            raise NotNow(Why.WRITTEN, title[0])
        _link(who, meeting_id, named, article_id, title[0])
    return Changes(articles=frozenset({article_id}), meetings=frozenset({meeting_id}), act=Act.WRITE_NEWS)


def unlink(who: int, meeting_id: int, article_id: int) -> Changes:
    """Say that an article is not the news of a meeting after all."""
    with on_meeting(who, Act.EDIT_MEETING, meeting_id, None) as (doing, _):
        here = (MeetingArticle.meeting == meeting_id) & (MeetingArticle.article == article_id)
        doing.nothing = MeetingArticle.get_or_none(here) is None
        MeetingArticle.delete().where(here).execute()
        doing.detail = NewsUnlinked(article_id)
    return Changes(articles=frozenset({article_id}), meetings=frozenset({meeting_id}), act=Act.EDIT_MEETING)


def of_occurrence(meeting_id: int, named: str) -> tuple[CoverageRow, ...]:
    """Return the requests of an occurrence, `named` as the file does."""
    here = (Coverage.meeting == meeting_id) & (Coverage.origin == named)
    return tuple(_rows(here))


def mine(who: int) -> tuple[MyCoverage, ...]:
    """Return what I was asked for and have not done: unanswered, or accepted and without news; by due date."""
    with connection.reading():
        wanted = (Coverage.person == who) & answers.standing()
        recent = occurrences.wall_now() - timedelta(days=60)
        found = []
        for asked in _rows(wanted):
            meeting = Meeting.get_by_id(asked.meeting_id)
            origin = datetime.fromisoformat(asked.origin or meeting.start)
            row = None if meeting.binned else occurrences.one(asked.meeting_id, origin)
            if row is None or row.off or row.end < recent:
                continue
            if asked.answer is Answer.ASKED or not _done(asked, row):
                found.append(MyCoverage(asked, row))
        return tuple(sorted(found, key=lambda one: (one.coverage.due or one.row.end.date(), one.row.start)))


def meeting_of(article_id: int) -> OccurrenceRow | None:
    """Return the occurrence that an article is the news of."""
    stored = first(
        MeetingArticle.select(MeetingArticle.meeting, MeetingArticle.origin, Meeting.start)
        .join(Meeting, on=(MeetingArticle.meeting == Meeting.id))
        .where(MeetingArticle.article == article_id)
    )
    if stored is None:
        return None
    meeting_id, origin, start = stored
    return occurrences.one(meeting_id, datetime.fromisoformat(origin or start))


def _done(asked: CoverageRow, row: OccurrenceRow) -> bool:
    """Say whether what was promised is there: a text that left its writer's hands; a photograph with the text."""
    return row.stage is not None and row.stage not in (Stage.DRAFT, Stage.RETURNED, Stage.BINNED)


def _rows(where: object) -> list[CoverageRow]:
    query = (
        Coverage.select(
            Coverage.id,
            Coverage.meeting,
            Coverage.origin,
            Coverage.person,
            Person.name,
            Coverage.task,
            Coverage.due,
            Coverage.state,
            Coverage.note,
        )
        .join(Person, on=(Coverage.person == Person.id))
        .where(where)
        .order_by(Coverage.task.desc(), Coverage.id)
    )
    return [
        CoverageRow(
            id=v.id,
            meeting_id=v.meeting,
            origin=v.origin,
            person_id=v.person,
            person=v.name,
            task=Task(v.task),
            due=date.fromisoformat(v.due) if v.due else None,
            answer=Answer(v.state),
            note=v.note,
        )
        for v in named(query)
    ]


def _get(coverage_id: int) -> Coverage:
    found = Coverage.get_or_none(Coverage.id == coverage_id)
    if found is None:
        raise Missing("coverage")
    return found


def _named(meeting: Meeting, origin: datetime) -> str:
    series: Series = read_series(meeting)
    if series.slot(origin) is None:
        raise Missing("occurrence")
    return key(series, origin)


def _opened(meeting_id: int, origin: datetime) -> tuple[Fields, When, str]:
    meeting = Meeting.get_or_none((Meeting.id == meeting_id) & (Meeting.binned == 0))
    if meeting is None:
        raise Missing("meeting")
    series = read_series(meeting)
    slot = series.slot(origin)
    if slot is None:
        raise Missing("occurrence")
    return occurrences.merged(read_fields(meeting), slot.change), slot.when, key(series, origin)


def _news(meeting_id: int, named: str) -> pw.Query:
    return (
        MeetingArticle.select(MeetingArticle.article, Article.title)
        .join(Article, on=(MeetingArticle.article == Article.id))
        .where(
            (MeetingArticle.meeting == meeting_id) & (MeetingArticle.origin == named) & linked_news.counts()
        )
    )


def _link(who: int, meeting_id: int, named: str, article_id: int, title: str) -> None:
    with on_meeting(who, Act.WRITE_NEWS, meeting_id, None) as (doing, _):
        MeetingArticle.insert(article=article_id, meeting=meeting_id, origin=named).execute()
        doing.detail = NewsLinked(article_id, (title,))


def _section(kind: MeetingKind) -> int | None:
    """Return where news of such a meeting goes: where the last one went, else the first chuyên mục of news."""
    last = first(
        Article.select(Article.section)
        .join(MeetingArticle, on=(MeetingArticle.article == Article.id))
        .join(Meeting, on=(MeetingArticle.meeting == Meeting.id))
        .where((Meeting.kind == kind.value) & Article.section.is_null(False))
        .order_by(Article.id.desc())
    )
    if last is not None:
        return int(last[0])
    active = Section.select(Section.id, Section.title).where(Section.active == 1)
    found = list(rows(active.order_by(Section.position, Section.id)))
    return next((number for number, title in found if title.startswith(_SECTIONS_OF_NEWS)), None)
