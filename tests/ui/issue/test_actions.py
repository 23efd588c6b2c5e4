"""The actions of an issue: what may not be done says why."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QPushButton

from desk import clock
from desk.acts.rules import Stage
from desk.issues import issues, placing
from desk.issues.issues import IssueWords
from tests.making import Cast, article, words
from tests.ui.modal import front
from ui.issue.actions import Do
from ui.window.window import Window

Sit = Callable[[int], Window]


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


def test_what_rests_says_why(window: Window) -> None:
    acts = window.pages.issue.acts
    buttons = {one.text(): one for one in window.pages.issue.findChildren(QPushButton)}
    assert "Hãy chọn một bài trong số." in buttons["Chuyển lên"].toolTip()
    acts[Do.CLOSE].trigger()
    assert "đã chốt bài" in buttons["Gom bài"].toolTip()
    assert "đã chốt bài" in buttons["Đặt bài"].toolTip()
