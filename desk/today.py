"""Hôm nay: what a person must do now, and what the coming issue still lacks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import peewee as pw

from desk import issues, notices, queue, shelf, store
from desk.notices import NoticeRow
from desk.queue import Coming, Tray
from desk.records import dataclass
from desk.rules import Stage
from desk.shelf import ArticleRow
from desk.tables import Article, Issue, IssueSection, Meeting, Placement, Section, Wanted, first, rows

if TYPE_CHECKING:
    from desk.coverage import MyCoverage
    from desk.diary import OccurrenceRow
    from desk.wants import MyWanted

_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Heap:
    """A tray's count and its first articles."""

    tray: Tray
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

    heaps: tuple[Heap, ...]
    lacks: Lacks | None
    has_issue: bool
    meetings: tuple[OccurrenceRow, ...] = ()  # held today
    covering: tuple[MyCoverage, ...] = ()  # what I was asked for
    without_news: tuple[OccurrenceRow, ...] = ()  # held, and the bulletin has nothing of it
    lacking: int = 0  # how many those are
    wanted: tuple[MyWanted, ...] = ()  # pieces of a coming issue that I was asked for


@dataclass(frozen=True, slots=True)
class Numbers:
    """What the side bar counts, and the newest unread notice."""

    articles: int
    waiting: int
    unread: int
    newest: NoticeRow | None


def numbers(who: int) -> Numbers:
    """Return what the side bar shows to a person."""
    with store.reading():
        newest = next((row for row in notices.inbox(who, 20) if not row.read), None)
        return Numbers(shelf.count(), queue.waiting(who), notices.unread(who), newest)


def today(who: int) -> Today:
    """Return what a person must do now."""
    with store.reading():
        numbers = queue.counts(who)
        wanted = (Tray.TO_EDIT, Tray.TO_APPROVE, Tray.RETURNED, Tray.UNANSWERED, Tray.DUE, Tray.OVERDUE)
        heaps = tuple(
            Heap(tray, numbers[tray], queue.listing(who, tray, limit=_SHOWN).rows)
            for tray in wanted
            if numbers[tray]
        )
        issue = queue.coming()
        lacks = _lacks(issue) if issue else None
        has_issue = first(Issue.select(Issue.id)) is not None
        told = Today(heaps, lacks, has_issue, wanted=_wanted(who))
        return _with_meetings(who, told) if has_meetings() else told


def _wanted(who: int) -> tuple[MyWanted, ...]:
    if first(Wanted.select(Wanted.id).where(Wanted.person == who)) is None:
        return ()
    from desk import wants  # only where something is wanted: the window stands sooner without it

    return tuple(wants.mine(who))


def has_meetings() -> bool:
    """Say whether the calendar has anything; without it nobody waits for dateutil to be loaded."""
    return first(Meeting.select(Meeting.id)) is not None


def _with_meetings(who: int, told: Today) -> Today:
    from desk import coverage, diary  # with dateutil: an office without meetings starts without it

    now = diary.wall_now()
    held = diary.without_news(now)
    lacks = told.lacks
    if lacks is not None:
        lacks = replace(lacks, session=issues.session(lacks.issue.id))
    return replace(
        told,
        lacks=lacks,
        meetings=diary.occurrences(now.date(), now.date()),
        covering=coverage.mine(who)[:_SHOWN],
        without_news=held[:_SHOWN],
        lacking=len(held),
    )


def _lacks(issue: Coming) -> Lacks:
    here = Placement.issue == issue.id
    filled = {v[0] for v in rows(Placement.select(Placement.section).where(here).distinct())}
    hidden = IssueSection.select(IssueSection.section).where(
        (IssueSection.issue == issue.id) & (IssueSection.hidden == 1)
    )
    sections = rows(
        Section.select(Section.id, Section.title)
        .where((Section.active == 1) & Section.id.not_in(hidden))
        .order_by(Section.position, Section.id)
    )
    placed = Placement.select(Placement.article)
    changed = Article.select(pw.fn.count(Article.id)).join(Placement, on=(Placement.article == Article.id))
    approval_gone = (Article.stage == Stage.APPROVED.value) & (Article.approved_revision == Article.revision)
    return Lacks(
        issue=issue,
        placed=_count(Article.id.in_(placed.where(here))),
        empty_sections=tuple(v[1] for v in sections if v[0] not in filled),
        unplaced=_count(
            (Article.stage == Stage.APPROVED.value) & Article.id.not_in(Placement.select(Placement.article))
        ),
        unapproved=_count(queue.for_issue(issue)),
        stale=int(changed.where(here & ~pw.fn.COALESCE(approval_gone, 0)).scalar()),
    )


def _count(where: object) -> int:
    return int(Article.select(pw.fn.count(Article.id)).where(where).scalar())
