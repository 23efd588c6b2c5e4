"""Placing: a closed issue is ordered, and takes nothing in."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desk.acts.rules import Stage
from desk.errors import NotNow, Why
from desk.issues import commissions, issues, placing
from desk.issues import plan as issue_plan
from desk.issues.commissions import CommissionWish
from tests.desk.issues.made_issues import made_issue
from tests.making import Cast, article, words

pytestmark = pytest.mark.usefixtures("in_april")


def test_a_closed_issue_is_ordered_but_not_filled(cast: Cast) -> None:
    issue_id = made_issue(cast, "Một", "Hai")
    issues.close(cast.secretary, issue_id, 2)
    one = article(cast, words("Ba"), Stage.APPROVED)
    tried: tuple[Callable[[], object], ...] = (
        lambda: placing.place(cast.secretary, issue_id, 3, [one]),
        lambda: placing.unplace(cast.secretary, issue_id, 3, [one]),
        lambda: commissions.commission(cast.secretary, issue_id, 3, CommissionWish(1, "Bài")),
        lambda: issues.close(cast.secretary, issue_id, 3),
    )
    for act in tried:
        with pytest.raises(NotNow) as refused:
            act()
        assert refused.value.why is Why.ISSUE_CLOSED
    first = issue_plan.plan(issue_id).parts[1].placed[1].article_id
    placing.arrange(cast.secretary, issue_id, 3, first, 2, 0)
    issues.open_again(cast.secretary, issue_id, 4)
    placing.place(cast.secretary, issue_id, 5, [one])


def test_what_is_placed_last_stands_last(cast: Cast) -> None:
    first, *others = [article(cast, words(t), Stage.APPROVED) for t in ("Một", "Hai", "Ba", "Bốn")]
    issues.make(cast.secretary, issues.IssueWords("4", 2019, 4))
    placing.place(cast.secretary, 1, 1, others)
    placing.unplace(cast.secretary, 1, 2, [others[1]])
    placing.place(cast.secretary, 1, 3, [first])
    (part,) = [part for part in issue_plan.plan(1).parts if part.placed]
    assert [row.title for row in part.placed] == ["Hai", "Bốn", "Một"]
