"""The head of Bản tin: the issue, what is said of it, its buttons."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from desk import clock
from desk.acts.rules import Stage
from desk.issues import issues, placing
from desk.issues.issues import IssueWords
from tests.making import Cast, article, words
from tests.ui.issue.planned import at_issue
from tests.ui.modal import front
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


def test_the_theme_stands_beside_the_issue(sit: Sit, cast: Cast) -> None:
    issues.make(cast.secretary, IssueWords("4", 2019, 4, "Chào mừng 44 năm Ngày giải phóng miền Nam " * 4))
    window = at_issue(sit, cast)
    theme = window.pages.issue.theme
    assert theme.isVisible()
    assert theme.text().startswith("Chào mừng")
    assert theme.text().endswith("…")
    assert theme.toolTip() == issues.row(1).theme
    assert window.width() == 1366 or window.minimumSizeHint().width() <= 1366
    issues.edit(cast.secretary, 1, 1, IssueWords("4", 2019, 4))
    window.pages.issue.shown()
    assert not theme.isVisible()


def test_the_head_keeps_its_buttons_whole_on_a_narrow_screen(window: Window, cast: Cast) -> None:
    issues.edit(cast.secretary, 1, issues.row(1).version, IssueWords("4", 2019, 4, "Chào mừng " * 20))
    window.resize(1024, 640)
    window.pages.issue.shown()
    QTest.qWait(20)
    for one in window.pages.issue.findChildren(QPushButton):
        assert not one.isVisible() or one.width() >= one.sizeHint().width(), one.text()
    assert window.pages.issue.issues.width() >= 150
