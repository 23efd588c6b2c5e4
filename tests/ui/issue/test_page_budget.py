"""How many pages an issue has, and may have."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from desk import clock
from desk.acts.rules import Stage
from desk.issues import issues, placing
from desk.issues.issues import DesignWish
from tests.making import Cast, article, filled, words
from ui.window.window import Window

Sit = Callable[[int], Window]


@pytest.fixture(autouse=True)
def _in_april() -> None:
    clock.set_clock(lambda: datetime(2019, 4, 20, 3, tzinfo=UTC))


def test_the_budget_says_what_is_over(sit: Sit, cast: Cast) -> None:
    filled(cast)
    long = ("Tại hội nghị, các đồng chí trao đổi, thảo luận. " * 40,) * 3
    made = [article(cast, words(f"Bài {n}", *long), Stage.APPROVED) for n in range(5)]
    placing.place(cast.secretary, 1, 1, made)
    window = sit(cast.secretary)
    issues.set_design(cast.secretary, 1, 2, DesignWish(issues.row(1).design, pages=4))
    window.pages.go("issue")
    laid = window.pages.issue.proof.layout_shown()
    assert laid is not None
    assert f"quá {laid.total - 4} trang" in window.pages.issue.budget.pages.text()
    assert window.pages.issue.plan.over == {span.article for span in laid.spans if span.last > 4}


def test_the_budget_says_which_pages_stay_blank(sit: Sit, cast: Cast) -> None:
    filled(cast)
    long = ("Tại hội nghị, các đồng chí trao đổi, thảo luận. " * 40,) * 3
    placing.place(cast.secretary, 1, 1, [article(cast, words("Bài", *long), Stage.APPROVED)])
    window = sit(cast.secretary)
    window.pages.go("issue")
    laid = window.pages.issue.proof.layout_shown()
    assert laid is not None
    assert laid.blank is not None
    assert f"Trang {laid.blank.first}" in window.pages.issue.budget.blank.text()
    assert "để trắng: còn chỗ cho khoảng" in window.pages.issue.budget.blank.text()
