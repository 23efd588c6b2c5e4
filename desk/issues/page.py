"""What Bản tin is answered by one question: the issues, the plan of the one in view, its dates, and what waits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from desk import clock
from desk.acts.rules import IssueState, Stage
from desk.articles import listing
from desk.articles.listing import ListPage, ListQuery, Order
from desk.database import connection
from desk.edition.design import Legal
from desk.issues import issues, releases
from desk.issues import plan as issue_plan
from desk.issues.issues import IssueRow
from desk.issues.plan import Plan

WAITING = ListQuery(stages=frozenset({Stage.APPROVED}), unplaced=True, order=Order.EVENT)


@dataclass(frozen=True, slots=True)
class IssueOpened:
    """The issues, and of the one in view what its page shows; `plan` is None while there is no issue."""

    issues: tuple[IssueRow, ...]
    plan: Plan | None
    law: Legal | None
    released: tuple[int, datetime] | None  # the number and moment of its last release
    sessions: tuple[date, ...]  # of its kỳ họp báo cáo viên
    waiting: ListPage

    def issue(self) -> IssueRow | None:
        """Return the issue in view."""
        return self.plan.issue if self.plan else None

    def words(self) -> int:
        """Return how many words its articles have."""
        return sum(row.words for part in (self.plan.parts if self.plan else ()) for row in part.placed)

    def reopened(self) -> tuple[int, datetime] | None:
        """Return the last release of an issue that is being made again; None for any other."""
        issue = self.issue()
        return self.released if issue is not None and issue.state is not IssueState.RELEASED else None

    def filling(self) -> bool:
        """Say whether articles can be placed in it."""
        issue = self.issue()
        return issue is not None and issue.state is IssueState.OPEN

    def closing(self) -> date | None:
        """Return the day on which its list of articles closes."""
        issue = self.issue()
        return date.fromisoformat(issue.closing) if issue is not None and issue.closing else None

    def is_late(self) -> bool:
        """Say whether it should be closed by now."""
        closing = self.closing()
        return closing is not None and self.filling() and closing < clock.today()

    def lacks_session(self) -> bool:
        """Say whether its month's báo cáo viên meet on no day that the calendar knows: it should be out by then."""
        issue = self.issue()
        return issue is not None and issue.state is not IssueState.RELEASED and not self.sessions


def opened(who: int, wanted: int, waiting: int) -> IssueOpened:
    """Return the issue that is wanted, or else the first one, and as many of the articles that wait."""
    with connection.reading():
        rows = tuple(issues.listing())
        known = [row.id for row in rows]
        page = listing.listing(who, WAITING, None, waiting)
        if not rows:
            return IssueOpened(rows, None, None, None, (), page)
        plan = issue_plan.plan(wanted if wanted in known else known[0])
        issue = plan.issue
        sessions = tuple(session.start.date() for session in issues.sessions(issue))
        return IssueOpened(rows, plan, issues.law(issue), releases.last(issue.id), sessions, page)
