"""Plans for tests: an issue with its articles, the lines of the plan and what stands where."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QTreeWidgetItem

from desk.acts.rules import Stage
from desk.issues import issues, placing
from desk.issues import plan as issue_plan
from desk.issues.issues import IssueWords
from tests.making import Cast, article, words
from ui.issue.plan_view import PlanView
from ui.window.window import Window

Sit = Callable[[int], Window]


def put_issue(cast: Cast, *titles: str, number: str = "4", month: int = 4, last: int = 0) -> int:
    issues.make(cast.secretary, IssueWords(number, 2019, month, "", "", last))
    made = issues.find(number, 2019).id
    found = [article(cast, words(title), Stage.APPROVED) for title in titles]
    if found:
        placing.place(cast.secretary, made, 1, found)
    return made


def at_issue(sit: Sit, cast: Cast) -> Window:
    window = sit(cast.secretary)
    window.pages.go("issue")
    return window


def version_seen(issue_id: int = 1) -> int:
    return issues.row(issue_id).version


def titles_in_order(issue_id: int = 1) -> list[list[str]]:
    return [[row.title for row in part.placed] for part in issue_plan.plan(issue_id).parts if part.placed]


def line_of(view: PlanView, head: int, child: int = -1) -> QTreeWidgetItem:
    found = view.topLevelItem(head)
    found = found.child(child) if found is not None and child >= 0 else found
    assert found is not None
    return found


def point_on(view: PlanView, item: QTreeWidgetItem, part: float) -> QPoint:
    rect = view.visualItemRect(item)
    return QPoint(rect.center().x(), rect.top() + round(rect.height() * part))


def place_of(title: str) -> tuple[int, int]:
    return next(
        (at, index)
        for at, part in enumerate(issue_plan.plan(1).parts)
        for index, row in enumerate(part.placed)
        if row.title == title
    )
