"""Corrections: approved like any article, proposed for a later issue than the one they mend."""

from __future__ import annotations

import pytest

from desk.acts.rules import Act
from desk.articles import listing, workflow
from desk.errors import Denied, NotNow, Why
from desk.integrity import database
from desk.issues import corrections, placing, printing, proposals
from desk.issues import plan as issue_plan
from tests.desk.issues.made_issues import made_issue, released_issue, seen
from tests.making import Cast, article

pytestmark = pytest.mark.usefixtures("in_april")


def test_a_correction_is_approved_and_proposed_for_the_next_issue(cast: Cast) -> None:
    issue_id = released_issue(cast, "Giao ban quý I")
    made = issue_plan.plan(issue_id).parts[1].placed[0].article_id
    for printed, correct in (("", "quý II"), ("quý I", " "), ("quý I", "quý  I")):
        with pytest.raises(NotNow) as refused:
            corrections.correct(cast.editor, made, printed, correct)
        assert refused.value.why is Why.CORRECTION_EMPTY
    with pytest.raises(Denied):
        corrections.correct(cast.writer, made, "quý I", "quý II")
    draft = article(cast)
    with pytest.raises(NotNow):
        corrections.correct(cast.editor, draft, "quý I", "quý II")
    corrections.correct(cast.editor, made, "quý I", "quý II")
    (erratum,) = corrections.of_article(made)
    said = listing.open_article(cast.chief, erratum.article_id).text
    assert "Bản tin số 4/2019, trang 3, bài “Giao ban quý I” đã in: “quý I”. Xin đọc là: “quý II”." in str(
        said
    )
    following = made_issue(cast, "Tin tháng 5", number="5", month=5)
    assert proposals.gather(following).errata == (erratum,)  # nobody approved it yet
    assert proposals.gather(following).proposed == ()
    workflow.move(cast.editor, Act.SUBMIT, erratum.article_id, 1)
    workflow.move(cast.chief, Act.PASS, erratum.article_id, 2)
    workflow.approve(cast.chief, erratum.article_id, 3)
    (proposed,) = proposals.gather(following).proposed
    assert proposed.article_id == erratum.article_id
    placing.place(cast.secretary, following, seen(following), [erratum.article_id], 1)
    last = printing.edition(following).sections[-1]
    assert (last.title, last.boxed) == ("Đính chính", True)
    placing.arrange(cast.secretary, following, seen(following), erratum.article_id, 2, 0)
    assert printing.edition(following).sections[-1].title == "Đính chính"  # its place is fixed
    assert database.check() == []
