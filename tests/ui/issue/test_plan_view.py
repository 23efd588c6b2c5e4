"""The plan by keyboard: where the keys begin and stop."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desk import clock
from desk.acts.rules import Stage
from desk.issues import issues, placing
from desk.issues import plan as issue_plan
from desk.issues.issues import IssueWords
from tests.making import Cast, article, words
from tests.ui.modal import front
from ui.issue.plan_view import PlanView
from ui.window.window import Window

Sit = Callable[[int], Window]
K = Qt.Key


@pytest.fixture(autouse=True)
def _in_april() -> None:
    clock.set_clock(lambda: datetime(2019, 4, 20, 3, tzinfo=UTC))


@pytest.fixture
def window(sit: Sit, cast: Cast) -> Window:
    """Return the window of the secretary at an issue of three articles."""
    issues.make(cast.secretary, IssueWords("4", 2019, 4))
    titles = ("Một", "Hai", "Ba")
    placing.place(cast.secretary, 1, 1, [article(cast, words(title), Stage.APPROVED) for title in titles])
    made = sit(cast.secretary)
    made.pages.go("issue")
    front(made)
    return made


def _chosen(view: PlanView) -> str:
    item = view.currentItem()
    return item.text(0) if item is not None else ""


def _press(view: PlanView, *keys: Qt.Key) -> str:
    for key in keys:
        QTest.keyClick(view, key)
    return _chosen(view)


def test_the_keys_begin_in_the_plan_and_go_from_line_to_line(window: Window) -> None:
    view = window.pages.issue.plan
    assert QApplication.focusWidget() is view
    assert _chosen(view) == ""  # nothing is chosen for having come here
    met = [_press(view, K.Key_Down) for _ in range(4)]
    empty = issue_plan.plan(1).parts[0].title
    filled = issue_plan.plan(1).parts[1].title
    assert met == [
        empty,
        "Một",
        "Hai",
        "Ba",
    ]  # the name of a chuyên mục that has none: there a piece can be asked for
    assert filled not in met
    assert _press(view, K.Key_Up, K.Key_Up, K.Key_Up) == empty
