"""The review desk's queue: what waits for whom, in trays with counts, longest waiting first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from functools import reduce
from operator import or_
from typing import Any

import peewee as pw

from desk import clock
from desk.acts import notifications
from desk.acts.review_settings import ReviewSettings, practice
from desk.acts.rules import IssueState, Role, Stage
from desk.articles import listing as articles_listing
from desk.articles import search
from desk.articles.listing import ArticleRow, ListPage, Reader
from desk.database import connection, engine
from desk.database.article_tables import Article, Authorship
from desk.database.connection import db, first, rows
from desk.database.issue_tables import Issue, Placement
from desk.database.review_tables import ReadMark
from desk.review import discussion

_JUDGED = (Stage.SUBMITTED.value, Stage.FOR_APPROVAL.value)
_OPEN = (Stage.DRAFT.value, Stage.RETURNED.value, *_JUDGED)
_TALKED = (*_OPEN, Stage.APPROVED.value)


class Queue(Enum):
    """A heap of the queue, as one person sees it."""

    WAITING = "waiting"  # everything that I may judge
    TO_EDIT = "to_edit"
    TO_APPROVE = "to_approve"
    RETURNED = "returned"  # to me
    OVERDUE = "overdue"
    UNANSWERED = "unanswered"
    DUE = "due"  # the coming issue closes soon


# What is a person's own work: Hôm nay lists it, the side bar counts it.
WORK = (Queue.TO_EDIT, Queue.TO_APPROVE, Queue.RETURNED, Queue.UNANSWERED, Queue.DUE, Queue.OVERDUE)
_LATE = timedelta(days=31)  # as long an issue that nobody closed is said to be late


@dataclass(frozen=True, slots=True)
class Coming:
    """The issue that closes next; `days` are left until its closing date, `month` is the last that it covers.

    One that should have been closed comes first, its days below zero, for a month.
    """

    id: int
    number: str
    year: int
    month: int
    closing: date
    days: int

    @property
    def name(self) -> str:
        """Return its number as the desk says it."""
        return f"{self.number}/{self.year}"

    @property
    def covers(self) -> str:
        """Return the last month whose articles are meant for it, as articles have theirs."""
        return f"{self.year}-{self.month:02}"


def judges(reader: Reader) -> bool:
    """Say whether a person has anything to judge at this desk."""
    return bool(reader.chiefs) or bool(reader.roles & {Role.EDITOR, Role.DEPUTY, Role.CHIEF})


@dataclass(frozen=True, slots=True)
class Tally:
    """Everything that is counted for a person, in one statement."""

    queues: Mapping[Queue, int]
    tasks: int  # articles of their own work, each once, without what they are writing
    articles: int  # without those in the bin
    unread: int


@dataclass(frozen=True, slots=True)
class Task:
    """An article with all the queues in which it lies for one person."""

    row: ArticleRow
    queues: tuple[Queue, ...]


@dataclass(frozen=True, slots=True)
class Tasks:
    """The first articles of a person's work, each once, and how many there are in all."""

    rows: tuple[Task, ...] = ()
    count: int = 0


def counts(who: int) -> Mapping[Queue, int]:
    """Return how many articles lie in each queue."""
    return tally(who).queues


@connection.once_a_question
def tally(who: int) -> Tally:
    """Count what lies in each queue, the articles, and the unread notices."""
    with connection.reading():
        sight = _Sight(who)
        each = [_count(sight.where(which)) for which in Queue]
        (counted,) = rows(
            pw.Select(
                columns=[
                    *each,
                    _count(sight.work(WORK)),
                    articles_listing.kept(),
                    notifications.count_unread(who),
                ]
            ).bind(db)
        )
        *queues, tasks, articles, unread = map(int, counted)
        return Tally(dict(zip(Queue, queues, strict=True)), tasks, articles, unread)


def listing(
    who: int, tray: Queue, words: str = "", after: ArticleRow | None = None, limit: int = 100
) -> ListPage:
    """Return a tray's articles that follow `after`, longest at their stage first."""
    with connection.reading():
        sight = _Sight(who)
        where = sight.where(tray)
        if words.strip():
            hits = search.ids(words, search.SearchScope(stages=_TALKED))
            where &= Article.id.in_(hits)
        found = rows(articles_listing.waiting(where, after, limit + 1))
        return articles_listing.page(list(found), sight.reader, limit)


def _count(where: Any) -> Any:
    return Article.select(pw.fn.count(Article.id)).where(where)


def tasks(who: int, limit: int) -> tuple[Tasks, Tasks]:
    """Return what is a person's work, by the first queue that it lies in, and the drafts that they are writing.

    An article stands in one of the two, once, with every queue that it lies in.
    """
    with connection.reading():
        sight = _Sight(who)
        ways = {one: sight.where(one) for one in WORK}
        waiting, drafts = sight.work(WORK), sight.drafts
        return _tasks(sight.reader, ways, waiting, limit), _tasks(sight.reader, ways, drafts, limit)


def _tasks(reader: Reader, ways: Mapping[Queue, Any], where: Any, limit: int) -> Tasks:
    foremost = pw.Case(None, [(lies, at) for at, lies in enumerate(ways.values())], len(ways))
    chosen = Article.select(Article.id, *ways.values()).where(where)
    found = rows(chosen.order_by(foremost, Article.stage_since, Article.id).limit(limit))
    queues = {
        article: tuple(one for one, here in zip(ways, lies, strict=True) if here) for article, *lies in found
    }
    if not queues:
        return Tasks()
    read = rows(articles_listing.waiting(Article.id.in_(list(queues)), None, limit))
    by_id = {row.id: row for row in articles_listing.page(list(read), reader, limit).rows}
    count = _count(where).scalar()
    return Tasks(tuple(Task(by_id[article], queues[article]) for article in queues), count)


@connection.once_a_question
def coming() -> Coming | None:
    """Return the issue that closes next or should have been closed; None when there is none of a closing date."""
    today = clock.today()
    found = first(_coming(today))
    if found is None:
        return None
    issue_id, number, year, month, last_month, stored = found
    closing = date.fromisoformat(stored)
    return Coming(issue_id, number, year, max(month, last_month), closing, (closing - today).days)


def _coming(today: date) -> Any:
    late = (Issue.state == IssueState.OPEN.value) & (Issue.closing >= (today - _LATE).isoformat())
    ahead = (Issue.state != IssueState.RELEASED.value) & (Issue.closing >= today.isoformat())
    return (
        Issue.select(Issue.id, Issue.number, Issue.year, Issue.month, Issue.last_month, Issue.closing)
        .where(late | ahead)
        .order_by(Issue.closing, Issue.id)
        .limit(1)
    )


@connection.once_a_question
def last_read(who: int, article_id: int) -> tuple[int, datetime] | None:
    """Return the revision of an article that a person last read, and when; None when they never did."""
    mine = (ReadMark.person == who) & (ReadMark.article == article_id)
    found = first(ReadMark.select(ReadMark.revision, ReadMark.at).where(mine))
    return (int(found[0]), clock.read_stamp(found[1])) if found else None


def mark_read(who: int, article_id: int, revision: int) -> None:
    """Remember that a person read this revision; the next comparison begins from it."""
    with connection.writing():
        at = clock.stamp(clock.now())
        engine.put(ReadMark, person=who, article=article_id, revision=revision, at=at)


def for_issue(month: str) -> Any:
    """Return the condition for articles meant for the issue of a month and not approved yet."""
    placed = Placement.select(Placement.article)
    return Article.stage.in_(_OPEN) & (Article.month <= month) & Article.id.not_in(placed)


class _Sight:
    """One person's view of the desk at one moment."""

    def __init__(self, who: int) -> None:
        self.who = who
        self.reader = articles_listing.reader(who)
        self.settings: ReviewSettings = practice()
        self.mine = Article.author == who
        self.drafts = self.mine & (Article.stage == Stage.DRAFT.value)
        sees_all = judges(self.reader) or Role.SECRETARY in self.reader.roles
        self.concerned = Article.id > 0 if sees_all else self.mine

    def where(self, which: Queue) -> Any:
        """Return the condition under which an article lies in a queue of this person."""
        match which:
            case Queue.RETURNED:
                return (Article.stage == Stage.RETURNED.value) & self.mine
            case Queue.OVERDUE:
                since = clock.stamp(clock.now() - timedelta(days=self.settings.waiting_days))
                return Article.stage.in_(_JUDGED) & (Article.stage_since < since) & self.concerned
            case Queue.UNANSWERED:
                return Article.stage.in_(_TALKED) & Article.id.in_(discussion.unanswered(self.who))
            case Queue.DUE:
                return self._due()
        edits, signs = which is not Queue.TO_APPROVE, which is not Queue.TO_EDIT
        return self._judged(edits=edits, signs=signs)

    def work(self, which: Sequence[Queue]) -> Any:
        """Return the condition under which an article lies in any of these queues and is not being written here."""
        return reduce(or_, (self.where(one) for one in which)) & ~self.drafts

    def _due(self) -> Any:
        issue = coming()
        if issue is None or issue.days > self.settings.due_days:
            return _NONE
        return for_issue(issue.covers) & self.concerned

    def _judged(self, *, edits: bool, signs: bool) -> Any:
        """Return what this person may judge: as an editor, and as whoever signs."""
        ways = []
        if edits and Role.EDITOR in self.reader.roles:
            ways.append((Article.stage == Stage.SUBMITTED.value) & Article.id.not_in(_written_by(self.who)))
        if signs:
            ways.extend(self._signed())
        return reduce(or_, ways) if ways else _NONE

    def _signed(self) -> list[Any]:
        """Return what they may sign: as a chief; else as a deputy, and for each chief whose hand they are."""
        here = (Article.stage == Stage.FOR_APPROVAL.value) & Article.id.not_in(_written_by(self.who))
        if Role.CHIEF in self.reader.roles:
            return [here]
        ways = [Article.id.not_in(_written_by(chief)) for chief in self.reader.chiefs]
        if Role.DEPUTY in self.reader.roles:
            recommended = Article.recommended_revision == Article.revision
            ways.append(Article.recommended_revision.is_null() | ~recommended)
        return [here & reduce(or_, ways)] if ways else []


_NONE = Article.id == 0


def _written_by(who: int) -> Any:
    return Authorship.select(Authorship.article).where(Authorship.person == who)
