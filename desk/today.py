"""Hôm nay: what a person must do now, and what the coming issue still lacks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from desk import notices, queue, shelf, store
from desk.later import later
from desk.notices import NoticeRow
from desk.queue import Coming, Tray
from desk.records import dataclass
from desk.rules import Stage
from desk.shelf import ArticleRow
from desk.statements import statement

with later():
    import peewee as pw

    from desk.tables import Article, Issue, IssueSection, Meeting, Placement, Section, Wanted

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
    more: bool = False  # the calendar has not been asked yet


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


def today(who: int, *, calendar: bool = True) -> Today:
    """Return what a person must do now; without the `calendar`, `more` says whether there is anything in it."""
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
        told = Today(heaps, lacks, _an_issue.first() is not None, wanted=_wanted(who))
        if not has_meetings():
            return told
        return _with_meetings(who, told) if calendar else replace(told, more=True)


def _wanted(who: int) -> tuple[MyWanted, ...]:
    if _one_wanted.first(who) is None:
        return ()
    from desk import wants  # only where something is wanted: the window stands sooner without it

    return tuple(wants.mine(who))


def has_meetings() -> bool:
    """Say whether the calendar has anything; without it nobody waits for dateutil to be loaded."""
    return _a_meeting.first() is not None


@statement
def _an_issue() -> Any:
    return Issue.select(Issue.id).limit(1)


@statement
def _one_wanted(who: int) -> Any:
    return Wanted.select(Wanted.id).where(Wanted.person == who).limit(1)


@statement
def _a_meeting() -> Any:
    return Meeting.select(Meeting.id).limit(1)


def _with_meetings(who: int, told: Today) -> Today:
    from desk import coverage, diary, issues  # with dateutil: an office without meetings starts without it

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
    filled = {v[0] for v in _filled.rows(issue.id)}
    return Lacks(
        issue=issue,
        placed=_placed.value(issue.id),
        empty_sections=tuple(v[1] for v in _sections.rows(issue.id) if v[0] not in filled),
        unplaced=_unplaced.value(),
        unapproved=_unapproved.value(issue.covers),
        stale=_stale.value(issue.id),
    )


@statement
def _filled(issue: int) -> Any:
    return Placement.select(Placement.section).where(Placement.issue == issue).distinct()


@statement
def _sections(issue: int) -> Any:
    hidden = IssueSection.select(IssueSection.section).where(
        (IssueSection.issue == issue) & (IssueSection.hidden == 1)
    )
    shown = Section.select(Section.id, Section.title).where((Section.active == 1) & Section.id.not_in(hidden))
    return shown.order_by(Section.position, Section.id)


@statement
def _placed(issue: int) -> Any:
    return _count(Article.id.in_(Placement.select(Placement.article).where(Placement.issue == issue)))


@statement
def _unplaced() -> Any:
    placed = Placement.select(Placement.article)
    return _count((Article.stage == Stage.APPROVED.value) & Article.id.not_in(placed))


@statement
def _unapproved(month: str) -> Any:
    return _count(queue.for_issue(month))


@statement
def _stale(issue: int) -> Any:
    approved = (Article.stage == Stage.APPROVED.value) & (Article.approved_revision == Article.revision)
    here = _count((Placement.issue == issue) & ~pw.fn.COALESCE(approved, 0))
    return here.join(Placement, on=(Placement.article == Article.id))


def _count(where: Any) -> Any:
    return Article.select(pw.fn.count(Article.id)).where(where)
