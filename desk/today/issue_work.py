"""What the issues that are being made want next of those who make them: articles placed, closed, released."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from desk import clock
from desk.acts.actor import actor
from desk.acts.permission import refusal
from desk.acts.review_settings import practice
from desk.acts.rules import Act, IssueState
from desk.articles import approval
from desk.database.article_tables import Article
from desk.database.connection import rows
from desk.database.issue_tables import Issue, Placement


class IssueStep(Enum):
    """A thing that an issue wants."""

    PLACE = auto()  # `count` approved articles wait for a place
    CLOSE = auto()  # its closing day `day` is near, here or past
    RELEASE = auto()  # its list of articles is closed; it is to come out on `day`, where one is named


_ACTS = {IssueStep.PLACE: Act.PLACE, IssueStep.CLOSE: Act.CLOSE_ISSUE, IssueStep.RELEASE: Act.RELEASE}


@dataclass(frozen=True, slots=True)
class IssueTask:
    """A thing to do to an issue; `days` are left until its `day`, below zero where it is late."""

    step: IssueStep
    issue_id: int
    name: str
    day: date | None = None
    days: int = 0
    count: int = 0


def left(who: int) -> tuple[IssueTask, ...]:
    """Return what a person may do next to the issues under way, the earliest first; none to who makes no issue."""
    roles = actor(who).roles
    may = {step for step, act in _ACTS.items() if refusal(act, roles) is None}
    if not may:
        return ()
    under_way = (
        Issue.select(Issue.id, Issue.number, Issue.year, Issue.state, Issue.closing, Issue.published)
        .where(Issue.state != IssueState.RELEASED.value)
        .order_by(Issue.year, Issue.month, Issue.id)
    )
    found: list[IssueTask] = []
    waiting = _waiting() if IssueStep.PLACE in may else 0
    for issue_id, number, year, state, closing, published in rows(under_way):
        name = f"{number}/{year}"
        if state == IssueState.CLOSED.value:
            found.append(_on(IssueStep.RELEASE, issue_id, name, published))
            continue
        if waiting:  # the first that is open takes them
            found.append(IssueTask(IssueStep.PLACE, issue_id, name, count=waiting))
            waiting = 0
        close = _on(IssueStep.CLOSE, issue_id, name, closing)
        if close.day is not None and close.days <= practice().due_days:
            found.append(close)
    return tuple(one for one in found if one.step in may)


def _on(step: IssueStep, issue_id: int, name: str, stored: str) -> IssueTask:
    day = date.fromisoformat(stored) if stored else None
    return IssueTask(step, issue_id, name, day, (day - clock.today()).days if day else 0)


def _waiting() -> int:
    """Count the approved articles that stand in no issue."""
    placed = Placement.select(Placement.article)
    free = Article.select(Article.id).where(approval.may_be_placed() & Article.id.not_in(placed))
    return int(free.count())
