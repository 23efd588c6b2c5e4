"""The chuyên mục of one issue: ordered, hidden, added and renamed for it alone."""

from __future__ import annotations

import pytest

from desk.errors import NotNow, Why
from desk.integrity import database
from desk.issues import issues
from desk.issues import plan as issue_plan
from desk.issues import sections as issue_sections
from desk.issues.issues import IssueWords
from desk.issues.sections import SectionWish
from tests.desk.issues.made_issues import made_issue, seen
from tests.making import Cast

pytestmark = pytest.mark.usefixtures("in_april")


def test_chuyen_muc_are_ordered_hidden_and_added_for_one_issue(cast: Cast) -> None:
    issue_id = made_issue(cast, "Giao ban quý I")
    parts = issue_plan.plan(issue_id).parts
    filled = next(part for part in parts if part.placed)
    last, empty = parts[-1], next(part for part in parts if not part.placed)
    wishes = [
        SectionWish(last.section_id, last.title),
        SectionWish(0, "Chào mừng Đại hội"),
        SectionWish(filled.section_id, filled.title),
        SectionWish(empty.section_id, empty.title, hidden=True),
    ]
    issue_sections.arrange_sections(cast.secretary, issue_id, seen(issue_id), wishes)
    plan = issue_plan.plan(issue_id)
    assert [part.title for part in plan.parts][:3] == [last.title, "Chào mừng Đại hội", filled.title]
    assert plan.parts[1].own
    assert next(part for part in plan.parts if part.section_id == empty.section_id).hidden
    # Another issue keeps the desk's order, unless it takes this one as its model.
    other = issue_plan.plan(made_issue(cast, number="5", month=5))
    assert [part.title for part in other.parts] == [part.title for part in parts]
    issues.make(cast.secretary, IssueWords("6", 2019, 6), like=issue_id)
    like = issue_plan.plan(issues.find("6", 2019).id)
    assert [p.title for p in like.parts][:2] == [
        last.title,
        filled.title,
    ]  # what was added for one issue stays there
    with pytest.raises(NotNow) as refused:
        issue_sections.arrange_sections(
            cast.secretary,
            issue_id,
            seen(issue_id),
            [SectionWish(filled.section_id, filled.title, hidden=True)],
        )
    assert refused.value == NotNow(Why.SECTION_FILLED, filled.title)
    with pytest.raises(NotNow) as refused:
        issue_sections.arrange_sections(cast.secretary, issue_id, seen(issue_id), [SectionWish(0, "  ")])
    assert refused.value.why is Why.NAME_EMPTY
    assert database.check() == []
