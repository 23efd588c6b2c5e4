"""The plan: every chuyên mục in the issue's order, what is stale in it, and what is still wanted."""

from __future__ import annotations

from datetime import date

import pytest

from desk.acts.rules import Stage
from desk.articles import workflow
from desk.issues import commissions, issues, placing
from desk.issues import plan as issue_plan
from desk.issues.commissions import CommissionWish
from tests.making import Cast, filled, version

pytestmark = pytest.mark.usefixtures("in_april")


def test_articles_stand_in_their_order(cast: Cast) -> None:
    filled(cast, "Một", "Hai", "Ba")
    (section,) = (part for part in issue_plan.plan(1).parts if part.placed)
    assert [row.title for row in section.placed] == ["Một", "Hai", "Ba"]
    last = section.placed[-1].article_id
    placing.arrange(cast.secretary, 1, issues.row(1).version, last, section.section_id, 0)
    assert issue_plan.orders(1)[section.section_id][0] == last


def test_an_approval_that_was_taken_back_is_stale(cast: Cast) -> None:
    filled(cast, "Một", "Hai")
    workflow.reopen(cast.chief, 1, version(cast, 1), "Xem lại số liệu")
    placed = [row for part in issue_plan.plan(1).parts for row in part.placed]
    assert [(row.stage, row.stale) for row in placed] == [(Stage.FOR_APPROVAL, True), (Stage.APPROVED, False)]


def test_what_is_wanted_is_late_after_its_day(cast: Cast) -> None:
    filled(cast)
    for title, due in (("Hôm qua", "2019-04-19"), ("Hôm nay", "2019-04-20"), ("Không hạn", "")):
        wish = CommissionWish(2, title, cast.writer, due)
        commissions.commission(cast.secretary, 1, issues.row(1).version, wish)
    wanted = [one for part in issue_plan.plan(1).parts for one in part.wanted]
    assert [(one.title, one.due, one.late) for one in wanted] == [
        ("Hôm qua", date(2019, 4, 19), True),
        ("Hôm nay", date(2019, 4, 20), False),
        ("Không hạn", None, False),
    ]
    assert {one.person for one in wanted} == {"Lê Thị Viết"}
