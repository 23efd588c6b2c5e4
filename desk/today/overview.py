"""Hôm nay: what a person must do now, and what the coming issue still lacks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import peewee as pw

from desk.acts import notifications
from desk.acts.notifications import NotificationRow
from desk.acts.review_settings import practice
from desk.articles import approval
from desk.calendar import coverage, occurrences
from desk.calendar.coverage import MyCoverage
from desk.calendar.occurrences import OccurrenceRow
from desk.database import connection
from desk.database.article_tables import Article
from desk.database.connection import first, rows
from desk.database.department_tables import Section
from desk.database.issue_tables import Issue, IssueSection, Placement
from desk.issues import commissions, issues
from desk.issues.commissions import MyCommission
from desk.review import queue
from desk.review.queue import Coming, Tasks
from desk.today import first_steps, issue_work
from desk.today.first_steps import Step
from desk.today.issue_work import IssueTask

_MOST = 60  # of one kind; the page shows the first of them
_NOTICES = 60


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
    """The start page's answer: of each kind the first, at most 60."""

    tasks: Tasks  # what waits for me, an article once with all its reasons
    drafts: Tasks  # what I am writing
    lacks: Lacks | None
    has_issue: bool
    meetings: tuple[OccurrenceRow, ...] = ()  # held today
    covering: tuple[MyCoverage, ...] = ()  # what I was asked for
    without_news: tuple[OccurrenceRow, ...] = ()  # held, and the bulletin has nothing of it
    lacking: int = 0  # how many those are
    wanted: tuple[MyCommission, ...] = ()  # pieces of a coming issue that I was asked for
    steps: tuple[Step, ...] = ()  # with which an administrator begins
    issue_work: tuple[IssueTask, ...] = ()  # what the issues under way want of me


@dataclass(frozen=True, slots=True)
class TodayAnswer:
    """All that the page Hôm nay shows to a person."""

    today: Today
    notices: tuple[NotificationRow, ...]  # newest first
    days: int  # after which an article is overdue


def page(who: int) -> TodayAnswer:
    """Return what the page Hôm nay shows, in one question."""
    with connection.reading():
        return TodayAnswer(today(who), tuple(notifications.inbox(who, _NOTICES)), practice().waiting_days)


def today(who: int) -> Today:
    """Return what a person must do now."""
    with connection.reading():
        waiting, drafts = queue.tasks(who, _MOST)
        issue = queue.coming()
        lacks = _lacks(issue) if issue else None
        now = occurrences.wall_now()
        held = occurrences.without_news(now)
        return Today(
            tasks=waiting,
            lacks=lacks,
            has_issue=first(_an_issue()) is not None,
            drafts=drafts,
            meetings=occurrences.occurrences(now.date(), now.date()),
            covering=coverage.mine(who)[:_MOST],
            without_news=held[:_MOST],
            lacking=len(held),
            wanted=tuple(commissions.mine(who)),
            steps=first_steps.left(who),
            issue_work=issue_work.left(who),
        )


def _an_issue() -> Any:
    return Issue.select(Issue.id).limit(1)


def _lacks(issue: Coming) -> Lacks:
    filled = {v[0] for v in rows(_filled(issue.id))}
    return Lacks(
        issue=issue,
        placed=_placed(issue.id).scalar(),
        empty_sections=tuple(v[1] for v in rows(_sections(issue.id)) if v[0] not in filled),
        unplaced=_unplaced().scalar(),
        unapproved=_unapproved(issue.covers).scalar(),
        stale=_stale(issue.id).scalar(),
        session=issues.session(issues.row(issue.id)),
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
    return _count(approval.may_be_placed() & Article.id.not_in(placed))


def _unapproved(month: str) -> Any:
    return _count(queue.for_issue(month))


def _stale(issue: int) -> Any:
    here = _count((Placement.issue == issue) & ~approval.holds())
    return here.join(Placement, on=(Placement.article == Article.id))


def _count(where: Any) -> Any:
    return Article.select(pw.fn.count(Article.id)).where(where)
