"""Proposals: what an issue could take, in the order of the rule."""

from __future__ import annotations

import pytest

from desk.acts.rules import Stage
from desk.issues import issues, placing, proposals
from desk.issues import plan as issue_plan
from desk.issues.issues import IssueWords
from desk.issues.proposals import BodyLevel
from tests.desk.issues.made_issues import made_issue
from tests.making import Cast, article, words

pytestmark = pytest.mark.usefixtures("in_april")


def test_gathering_proposes_by_the_rule(cast: Cast) -> None:
    issue_id = made_issue(cast)
    made = {
        title: article(cast, words(title), Stage.APPROVED)
        for title in (
            "Chi bộ bản Phiêng sinh hoạt chuyên đề",
            "Huyện ủy Phong Sơn sơ kết Chỉ thị 05 của Bộ Chính trị",
            "Bộ Chính trị ban hành Kết luận mới",
            "Tỉnh ủy tổ chức hội nghị báo cáo viên",
        )
    }
    article(cast, words("Chưa duyệt"), Stage.FOR_APPROVAL)
    proposed = proposals.gather(issue_id).proposed
    assert [(one.title.split()[0], one.level) for one in proposed] == [
        ("Bộ", BodyLevel.CENTRAL),
        ("Tỉnh", BodyLevel.PROVINCE),
        ("Huyện", BodyLevel.DISTRICT),
        ("Chi", BodyLevel.GRASSROOTS),
    ]
    assert all(one.fits for one in proposed)
    placing.place(cast.secretary, issue_id, 1, [one.article_id for one in proposed])
    placed = [row.article_id for part in issue_plan.plan(issue_id).parts for row in part.placed]
    assert placed == [made[one.title] for one in proposed]
    assert proposals.gather(issue_id).proposed == ()


@pytest.mark.parametrize(("first", "last", "fits"), [(3, 4, True), (3, 0, False), (4, 0, True), (5, 0, True)])
def test_an_article_fits_until_the_last_month_of_an_issue(
    cast: Cast, first: int, last: int, fits: bool
) -> None:
    """What happened in April stands in a combined issue of March and April, not in that of March."""
    article(cast, words("Giao ban tháng 4"), Stage.APPROVED)
    issues.make(cast.secretary, IssueWords("3", 2019, first, last_month=last))
    (proposed,) = proposals.gather(1).proposed
    assert proposed.fits is fits
