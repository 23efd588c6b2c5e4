"""What the issues under way want next of the secretary."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from desk import clock
from desk.acts.rules import Stage
from desk.issues import issues, placing
from desk.today import issue_work
from desk.today.issue_work import IssueStep, IssueTask
from tests.making import Cast, article, words


def _at(day: int) -> None:
    clock.set_clock(lambda: datetime(2019, 4, day, 3, tzinfo=UTC))


@pytest.fixture(autouse=True)
def _april(cast: Cast) -> None:
    _at(10)
    issues.make(cast.secretary, issues.IssueWords("4", 2019, 4, closing="2019-04-24"))


def test_approved_articles_are_placed_then_the_issue_closed_then_released(cast: Cast) -> None:
    made = article(cast, words("Đã duyệt"), Stage.APPROVED)
    assert issue_work.left(cast.secretary) == (IssueTask(IssueStep.PLACE, 1, "4/2019", count=1),)
    placing.place(cast.secretary, 1, 1, [made])
    assert issue_work.left(cast.secretary) == ()  # there is time until it closes
    for day, left in ((22, 2), (24, 0), (27, -3)):
        _at(day)
        close = IssueTask(IssueStep.CLOSE, 1, "4/2019", date(2019, 4, 24), left)
        assert issue_work.left(cast.secretary) == (close,)
    issues.close(cast.secretary, 1, issues.row(1).version)
    assert issue_work.left(cast.secretary) == (IssueTask(IssueStep.RELEASE, 1, "4/2019"),)


def test_who_makes_no_issue_has_nothing_to_do_to_one(cast: Cast) -> None:
    _at(27)
    assert issue_work.left(cast.writer) == ()
    assert [one.step for one in issue_work.left(cast.secretary)] == [IssueStep.CLOSE]
