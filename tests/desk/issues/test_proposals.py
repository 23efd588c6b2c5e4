"""Proposals: what an issue could take, in the order of the rule."""

from __future__ import annotations

import pytest

from desk.acts.rules import Stage
from desk.issues import placing, proposals
from desk.issues import plan as issue_plan
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
