"""Hôm nay: what a person must do now, and what the coming issue still lacks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import peewee as pw

from desk.acts import notifications
from desk.acts.notifications import NotificationRow
from desk.acts.rules import Stage
from desk.articles import listing
from desk.articles.listing import ArticleRow
from desk.database import connection
from desk.database.article_tables import Article
from desk.database.calendar_tables import Meeting
from desk.database.connection import first, rows
from desk.database.department_tables import Section
from desk.database.issue_tables import Commission, Issue, IssueSection, Placement
from desk.issues import approval
from desk.review import queue
from desk.review.queue import Coming, Queue

if TYPE_CHECKING:
    from desk.calendar.coverage import MyCoverage
    from desk.calendar.occurrences import OccurrenceRow
    from desk.issues.commissions import MyCommission

_SHOWN = 6


@dataclass(frozen=True, slots=True)
class QueueExcerpt:
    """A tray's count and its first articles."""

    tray: Queue
    count: int
    rows: tuple[ArticleRow, ...]


@dataclass(frozen=True, slots=True)
class Lacks:
    """What an issue still lacks."""

    issue: Coming
    placed: int
    empty_sections: tuple[str, ...]
    unplaced: int  # approved, and in no issue
    unapproved: int  # meant for this issue, still on the road
    stale: int  # placed, but changed after its approval
    session: OccurrenceRow | None = None  # the month's kỳ họp báo cáo viên


@dataclass(frozen=True, slots=True)
class Today:
    """The start page's answer; heaps without articles are left out."""

    heaps: tuple[QueueExcerpt, ...]
    lacks: Lacks | None
    has_issue: bool
    meetings: tuple[OccurrenceRow, ...] = ()  # held today
    covering: tuple[MyCoverage, ...] = ()  # what I was asked for
    without_news: tuple[OccurrenceRow, ...] = ()  # held, and the bulletin has nothing of it
    lacking: int = 0  # how many those are
    wanted: tuple[MyCommission, ...] = ()  # pieces of a coming issue that I was asked for
    more: bool = False  # the calendar has not been asked yet


@dataclass(frozen=True, slots=True)
class Numbers:
    """What the side bar counts, and the newest unread notice."""

    articles: int
    waiting: int
    unread: int
    newest: NotificationRow | None


def numbers(who: int) -> Numbers:
    """Return what the side bar shows to a person."""
    with connection.reading():
        newest = next((row for row in notifications.inbox(who, 20) if not row.read), None)
        return Numbers(listing.count(), queue.waiting(who), notifications.unread(who), newest)


def today(who: int, *, calendar: bool = True) -> Today:
    """Return what a person must do now; without the `calendar`, `more` says whether there is anything in it."""
    with connection.reading():
        numbers = queue.counts(who)
        wanted = (Queue.TO_EDIT, Queue.TO_APPROVE, Queue.RETURNED, Queue.UNANSWERED, Queue.DUE, Queue.OVERDUE)
        heaps = tuple(
            QueueExcerpt(tray, numbers[tray], queue.listing(who, tray, limit=_SHOWN).rows)
            for tray in wanted
            if numbers[tray]
        )
        issue = queue.coming()
        lacks = _lacks(issue) if issue else None
        told = Today(heaps, lacks, first(_an_issue()) is not None, wanted=_wanted(who))
        if not has_meetings():
            return told
        return _with_meetings(who, told) if calendar else replace(told, more=True)


def _wanted(who: int) -> tuple[MyCommission, ...]:
    if first(_one_wanted(who)) is None:
        return ()
    from desk.issues import commissions  # only where something is wanted: the window stands sooner without it

    return tuple(commissions.mine(who))


def has_meetings() -> bool:
    """Say whether the calendar has anything; without it nobody waits for dateutil to be loaded."""
    return first(_a_meeting()) is not None


def _an_issue() -> Any:
    return Issue.select(Issue.id).limit(1)


def _one_wanted(who: int) -> Any:
    return Commission.select(Commission.id).where(Commission.person == who).limit(1)


def _a_meeting() -> Any:
    return Meeting.select(Meeting.id).limit(1)


def _with_meetings(who: int, told: Today) -> Today:
    from desk.calendar import coverage, occurrences
    from desk.issues import issues  # with dateutil: an office without meetings starts without it

    now = occurrences.wall_now()
    held = occurrences.without_news(now)
    lacks = told.lacks
    if lacks is not None:
        lacks = replace(lacks, session=issues.session(lacks.issue.id))
    return replace(
        told,
        lacks=lacks,
        meetings=occurrences.occurrences(now.date(), now.date()),
        covering=coverage.mine(who)[:_SHOWN],
        without_news=held[:_SHOWN],
        lacking=len(held),
    )


def _lacks(issue: Coming) -> Lacks:
    filled = {v[0] for v in rows(_filled(issue.id))}
    return Lacks(
        issue=issue,
        placed=_placed(issue.id).scalar(),
        empty_sections=tuple(v[1] for v in rows(_sections(issue.id)) if v[0] not in filled),
        unplaced=_unplaced().scalar(),
        unapproved=_unapproved(issue.covers).scalar(),
        stale=_stale(issue.id).scalar(),
    )


def _filled(issue: int) -> Any:
    return Placement.select(Placement.section).where(Placement.issue == issue).distinct()


def _sections(issue: int) -> Any:
    hidden = IssueSection.select(IssueSection.section).where(
        (IssueSection.issue == issue) & (IssueSection.hidden == 1)
    )
    shown = Section.select(Section.id, Section.title).where((Section.active == 1) & Section.id.not_in(hidden))
    return shown.order_by(Section.position, Section.id)


def _placed(issue: int) -> Any:
    return _count(Article.id.in_(Placement.select(Placement.article).where(Placement.issue == issue)))


def _unplaced() -> Any:
    placed = Placement.select(Placement.article)
    return _count((Article.stage == Stage.APPROVED.value) & Article.id.not_in(placed))


def _unapproved(month: str) -> Any:
    return _count(queue.for_issue(month))


def _stale(issue: int) -> Any:
    approved = (Article.stage == Stage.APPROVED.value) & approval.held()
    here = _count((Placement.issue == issue) & ~pw.fn.COALESCE(approved, 0))
    return here.join(Placement, on=(Placement.article == Article.id))


def _count(where: Any) -> Any:
    return Article.select(pw.fn.count(Article.id)).where(where)
