"""The review desk's queue: what waits for whom, in trays with counts, longest waiting first."""

from __future__ import annotations

from collections.abc import Mapping
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


@dataclass(frozen=True, slots=True)
class Coming:
    """The issue that closes next; `days` are left until its closing date."""

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
        """Return the month whose articles are meant for it, as articles have theirs."""
        return f"{self.year}-{self.month:02}"


def judges(reader: Reader) -> bool:
    """Say whether a person has anything to judge at this desk."""
    return bool(reader.chiefs) or bool(reader.roles & {Role.EDITOR, Role.DEPUTY, Role.CHIEF})


@dataclass(frozen=True, slots=True)
class Tally:
    """Everything that is counted for a person, in one statement."""

    queues: Mapping[Queue, int]
    articles: int  # without those in the bin
    unread: int


def counts(who: int) -> Mapping[Queue, int]:
    """Return how many articles lie in each queue."""
    return tally(who).queues


@connection.once_a_question
def tally(who: int) -> Tally:
    """Count what lies in each queue, the articles, and the unread notices."""
    with connection.reading():
        sight = _Sight(who)
        each = [
            Article.select(pw.fn.count(Article.id)).where(_where(which, *sight.of(which))) for which in Queue
        ]
        (counted,) = rows(
            pw.Select(columns=[*each, articles_listing.kept(), notifications.count_unread(who)]).bind(db)
        )
        *queues, articles, unread = map(int, counted)
        return Tally(dict(zip(Queue, queues, strict=True)), articles, unread)


def listing(
    who: int, tray: Queue, words: str = "", after: ArticleRow | None = None, limit: int = 100
) -> ListPage:
    """Return a tray's articles that follow `after`, longest at their stage first."""
    with connection.reading():
        sight = _Sight(who)
        seen = sight.of(tray)
        if after is None and not words.strip():
            return articles_listing.page(list(rows(_first_rows(tray, *seen, limit + 1))), sight.reader, limit)
        where = _where(tray, *seen)
        if words.strip():
            hits = search.ids(words, search.SearchScope(stages=_TALKED))
            where &= Article.id.in_(hits)
        found = rows(articles_listing.waiting(where, after, limit + 1))
        return articles_listing.page(list(found), sight.reader, limit)


@connection.once_a_question
def coming() -> Coming | None:
    """Return the issue that closes next; None when none has a closing date ahead."""
    today = clock.today()
    found = first(_coming(today.isoformat()))
    if found is None:
        return None
    closing = date.fromisoformat(found[4])
    return Coming(found[0], found[1], found[2], found[3], closing, (closing - today).days)


def _coming(today: str) -> Any:
    return (
        Issue.select(Issue.id, Issue.number, Issue.year, Issue.month, Issue.closing)
        .where((Issue.closing >= today) & (Issue.state != IssueState.RELEASED.value))
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
        self.practice: ReviewSettings = practice()

    def of(self, tray: Queue) -> tuple[bool, bool, bool, bool, tuple[int, ...], int, str | None]:
        """Return what `_where` wants to know for a tray; what is nothing to that tray is left False or empty."""
        roles = self.reader.roles
        edits = Role.EDITOR in roles and tray in (Queue.WAITING, Queue.TO_EDIT)
        signs = tray in (Queue.WAITING, Queue.TO_APPROVE)
        approves = signs and Role.CHIEF in roles
        recommends = signs and not approves and Role.DEPUTY in roles
        everybodys = judges(self.reader) or Role.SECRETARY in roles
        concerns_all = everybodys and tray in (Queue.OVERDUE, Queue.DUE)
        chiefs = self.reader.chiefs if signs and not approves else ()
        return edits, approves, recommends, concerns_all, chiefs, self.who, self._bound(tray)

    def _bound(self, tray: Queue) -> str | None:
        """Return since when an article is overdue, or for which month it is due; None when none can be."""
        if tray is Queue.OVERDUE:
            return clock.stamp(clock.now() - timedelta(days=self.practice.waiting_days))
        issue = coming() if tray is Queue.DUE else None
        return issue.covers if issue is not None and issue.days <= self.practice.due_days else None


def _first_rows(tray: Queue, *seen_and_limit: Any) -> Any:
    *seen, limit = seen_and_limit
    return articles_listing.waiting(_where(tray, *seen), None, limit)


def _where(
    tray: Queue,
    edits: bool,
    approves: bool,
    recommends: bool,
    concerns_all: bool,
    chiefs: tuple[int, ...],
    who: int,
    bound: str | None,
) -> Any:
    """Return the condition under which an article lies in a person's tray."""
    mine = Article.author == who
    concerned = Article.id > 0 if concerns_all else mine
    if tray is Queue.RETURNED:
        return (Article.stage == Stage.RETURNED.value) & mine
    if tray is Queue.OVERDUE:
        return Article.stage.in_(_JUDGED) & (Article.stage_since < bound) & concerned
    if tray is Queue.UNANSWERED:
        return Article.stage.in_(_TALKED) & Article.id.in_(discussion.unanswered(who))
    if tray is Queue.DUE:
        return for_issue(bound) & concerned if bound else Article.id == 0
    ways = [Article.id == 0]
    if edits:
        ways.append((Article.stage == Stage.SUBMITTED.value) & Article.id.not_in(_written_by(who)))
    signed = _signed(recommends, chiefs)
    if approves or signed:
        here = (Article.stage == Stage.FOR_APPROVAL.value) & Article.id.not_in(_written_by(who))
        ways.append(here if approves else here & reduce(or_, signed))
    return reduce(or_, ways[1:] or ways)


def _signed(recommends: bool, chiefs: tuple[int, ...]) -> list[Any]:
    """Return what somebody who is no chief may still judge: as a deputy, and for each chief whose hand they are."""
    ways = [Article.id.not_in(_written_by(chief)) for chief in chiefs]
    if recommends:
        recommended = Article.recommended_revision == Article.revision
        ways.append(Article.recommended_revision.is_null() | ~recommended)
    return ways


def _written_by(who: int) -> Any:
    return Authorship.select(Authorship.article).where(Authorship.person == who)
