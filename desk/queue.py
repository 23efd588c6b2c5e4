"""The review desk's queue: what waits for whom, in trays with counts, longest waiting first."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import Enum
from functools import reduce
from operator import or_
from typing import Any

import peewee as pw

from desk import clock, search, shelf, store, threads
from desk.practice import Practice, practice
from desk.records import dataclass
from desk.rules import IssueState, Role, Stage
from desk.shelf import ArticleRow, ListPage, Reader
from desk.tables import Article, Authorship, Issue, Placement, ReadMark, first

_JUDGED = (Stage.SUBMITTED.value, Stage.FOR_APPROVAL.value)
_OPEN = (Stage.DRAFT.value, Stage.RETURNED.value, *_JUDGED)
_TALKED = (*_OPEN, Stage.APPROVED.value)
_NOTHING = Article.id == 0


class Tray(Enum):
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


def judges(reader: Reader) -> bool:
    """Say whether a person has anything to judge at this desk."""
    return bool(reader.chiefs) or bool(reader.roles & {Role.EDITOR, Role.DEPUTY, Role.CHIEF})


def counts(who: int) -> dict[Tray, int]:
    """Return how many articles lie in each tray."""
    with store.reading():
        sight = _Sight(who)
        return {
            tray: int(Article.select(pw.fn.count(Article.id)).where(sight.where(tray)).scalar())
            for tray in Tray
        }


def listing(
    who: int, tray: Tray, words: str = "", after: ArticleRow | None = None, limit: int = 100
) -> ListPage:
    """Return a tray's articles that follow `after`, longest at their stage first."""
    with store.reading():
        where = _Sight(who).where(tray)
        if words.strip():
            hits = search.ids(words, search.Scope(stages=_TALKED))
            where &= Article.id.in_(hits)
        return shelf.rows_where(who, where, after, limit)


def waiting(who: int) -> int:
    """Count what waits for a person's judgement (the side bar's number)."""
    where = _Sight(who).where(Tray.WAITING)
    return int(Article.select(pw.fn.count(Article.id)).where(where).scalar())


def coming() -> Coming | None:
    """Return the issue that closes next; None when none has a closing date ahead."""
    today = clock.today()
    found = first(
        Issue.select(Issue.id, Issue.number, Issue.year, Issue.month, Issue.closing)
        .where((Issue.closing >= today.isoformat()) & (Issue.state != IssueState.RELEASED.value))
        .order_by(Issue.closing, Issue.id)
    )
    if found is None:
        return None
    closing = date.fromisoformat(found[4])
    return Coming(found[0], found[1], found[2], found[3], closing, (closing - today).days)


def last_read(who: int, article_id: int) -> tuple[int, datetime] | None:
    """Return the revision of an article that a person last read, and when; None when they never did."""
    mine = (ReadMark.person == who) & (ReadMark.article == article_id)
    found = first(ReadMark.select(ReadMark.revision, ReadMark.at).where(mine))
    return (int(found[0]), clock.read_stamp(found[1])) if found else None


def mark_read(who: int, article_id: int, revision: int) -> None:
    """Remember that a person read this revision; the next comparison begins from it."""
    with store.writing():
        ReadMark.insert(
            person=who, article=article_id, revision=revision, at=clock.stamp(clock.now())
        ).on_conflict_replace().execute()


def for_issue(issue: Coming) -> Any:
    """Return the condition for articles meant for an issue and not approved yet."""
    month = f"{issue.year}-{issue.month:02}"
    placed = Placement.select(Placement.article)
    return Article.stage.in_(_OPEN) & (Article.month <= month) & Article.id.not_in(placed)


class _Sight:
    """One person's view of the desk at one moment."""

    def __init__(self, who: int) -> None:
        self.who = who
        self.reader = shelf.reader(who)
        self.practice: Practice = practice()
        mine = Authorship.select(Authorship.article).where(Authorship.person == who)
        self._not_mine = Article.id.not_in(mine)

    def where(self, tray: Tray) -> Any:
        """Return a tray's condition."""
        return {
            Tray.WAITING: self._waiting,
            Tray.TO_EDIT: self._to_edit,
            Tray.TO_APPROVE: self._to_approve,
            Tray.RETURNED: self._returned,
            Tray.OVERDUE: self._overdue,
            Tray.UNANSWERED: self._unanswered,
            Tray.DUE: self._due,
        }[tray]()

    def _waiting(self) -> Any:
        return reduce(or_, [self._to_edit(), self._to_approve()])

    def _to_edit(self) -> Any:
        if Role.EDITOR not in self.reader.roles:
            return _NOTHING
        return (Article.stage == Stage.SUBMITTED.value) & self._not_mine

    def _to_approve(self) -> Any:
        here = (Article.stage == Stage.FOR_APPROVAL.value) & self._not_mine
        if Role.CHIEF in self.reader.roles:
            return here
        recommended = Article.recommended_revision == Article.revision
        options = []
        if Role.DEPUTY in self.reader.roles:
            options.append(Article.recommended_revision.is_null() | ~recommended)
        for chief in self.reader.chiefs:
            theirs = Authorship.select(Authorship.article).where(Authorship.person == chief)
            options.append(Article.id.not_in(theirs))
        return here & reduce(or_, options) if options else _NOTHING

    def _returned(self) -> Any:
        return (Article.stage == Stage.RETURNED.value) & (Article.author == self.who)

    def _overdue(self) -> Any:
        since = clock.stamp(clock.now() - timedelta(days=self.practice.waiting_days))
        return Article.stage.in_(_JUDGED) & (Article.stage_since < since) & self._concerns_me()

    def _unanswered(self) -> Any:
        return Article.stage.in_(_TALKED) & Article.id.in_(sorted(threads.unanswered(self.who)))

    def _due(self) -> Any:
        issue = coming()
        if issue is None or issue.days > self.practice.due_days:
            return _NOTHING
        return for_issue(issue) & self._concerns_me()

    def _concerns_me(self) -> Any:
        if judges(self.reader) or Role.SECRETARY in self.reader.roles:
            return Article.id > 0
        return Article.author == self.who
