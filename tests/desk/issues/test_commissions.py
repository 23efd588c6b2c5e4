"""Commissions: wanted pieces stand in a plan until they are placed."""

from __future__ import annotations

from datetime import date

import pytest

from desk.acts.rules import Act, Stage
from desk.articles import listing, workflow, writing
from desk.errors import Missing, NotNow, Why
from desk.integrity import database
from desk.issues import commissions, placing
from desk.issues import plan as issue_plan
from desk.issues.commissions import CommissionWish
from tests.desk.issues.made_issues import made_issue, seen
from tests.making import Cast, words

pytestmark = pytest.mark.usefixtures("in_april")


def test_a_wanted_piece_stands_in_the_plan_until_it_is_placed(cast: Cast) -> None:
    issue_id = made_issue(cast)
    section = issue_plan.plan(issue_id).parts[1].section_id
    with pytest.raises(NotNow) as refused:
        commissions.commission(cast.secretary, issue_id, 1, CommissionWish(section, " "))
    assert refused.value.why is Why.NO_TITLE
    commissions.commission(
        cast.secretary, issue_id, 1, CommissionWish(section, "Gương đảng viên", cast.writer, "2019-04-18")
    )
    (wanted,) = issue_plan.plan(issue_id).parts[1].wanted
    assert (wanted.person, wanted.due, wanted.late) == ("Lê Thị Viết", date(2019, 4, 18), True)
    (mine,) = commissions.mine(cast.writer)
    assert (mine.title, mine.issue, mine.late) == ("Gương đảng viên", "4/2019", True)
    assert commissions.mine(cast.editor) == []
    (begun,) = commissions.begin(cast.writer, wanted.id).articles
    assert listing.row(cast.writer, begun).title == "Gương đảng viên"
    assert commissions.begin(cast.writer, wanted.id).articles == {begun}  # a second press makes no twin
    assert issue_plan.plan(issue_id).parts[1].wanted[0].stage is Stage.DRAFT
    writing.save(cast.writer, begun, 1, words("Gương đảng viên"), section)
    workflow.move(cast.writer, Act.SUBMIT, begun, 2)
    assert commissions.mine(cast.writer) == []  # it is handed in
    workflow.move(cast.editor, Act.PASS, begun, 3)
    workflow.approve(cast.chief, begun, 4)
    placing.place(cast.secretary, issue_id, seen(issue_id), [begun])
    assert issue_plan.plan(issue_id).parts[1].wanted == ()
    commissions.commission(cast.editor, issue_id, seen(issue_id), CommissionWish(section, "Hỏi – đáp"))
    left = issue_plan.plan(issue_id).parts[1].wanted[0]
    commissions.commission(
        cast.editor, issue_id, seen(issue_id), CommissionWish(section, "Hỏi – đáp tháng 4"), left.id
    )
    assert issue_plan.plan(issue_id).parts[1].wanted[0].title == "Hỏi – đáp tháng 4"
    commissions.cancel(cast.secretary, issue_id, seen(issue_id), left.id)
    with pytest.raises(Missing):
        commissions.cancel(cast.secretary, issue_id, seen(issue_id), left.id)
    assert database.check() == []
