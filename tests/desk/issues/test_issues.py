"""Edges of an issue's plan and law: hidden chuyên mục, the corrections' place, binned pieces, profiles gone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desk import clock
from desk.acts.rules import Act, Stage
from desk.articles import workflow
from desk.department import export_profiles, legal_profiles
from desk.edition.design import Design
from desk.edition.outputs import Finish, Output
from desk.errors import Denied, NotNow, Why
from desk.issues import commissions, issues, placing
from desk.issues import corrections as issues_corrections
from desk.issues import plan as issue_plan
from desk.issues import sections as issue_sections
from desk.issues.commissions import CommissionWish
from desk.issues.issues import DesignWish
from desk.issues.sections import SectionWish
from desk.today import overview
from tests.making import Cast, article, version, words


def _issue(cast: Cast, *placed: int) -> int:
    issues.make(cast.secretary, issues.IssueWords("4", 2019, 4))
    if placed:
        placing.place(cast.secretary, 1, 1, list(placed))
    return 1


def _seen() -> int:
    return issues.row(1).version


def test_what_prints_is_seen_in_the_plan(cast: Cast) -> None:
    """Taken out, its chuyên mục hidden, put back by the undo: the article prints, so it must be seen."""
    made = article(cast, words("Bài trở lại"), Stage.APPROVED)
    _issue(cast, made)
    part = next(one for one in issue_plan.plan(1).parts if one.placed)
    placing.unplace(cast.secretary, 1, _seen(), [made])
    issue_sections.arrange_sections(
        cast.secretary, 1, _seen(), [SectionWish(part.section_id, part.title, True)]
    )
    placing.replace_at(cast.secretary, 1, made, part.section_id, 0)
    here = next(one for one in issue_plan.plan(1).parts if one.placed)
    assert here.section_id == part.section_id
    assert not here.hidden


def test_corrections_stand_alone_in_their_place(cast: Cast) -> None:
    made = article(cast, words("Bài thường"), Stage.APPROVED)
    _issue(cast, made)
    issues_corrections._fixed()  # as the first correction makes it
    corrections = issues_corrections.section()
    with pytest.raises(NotNow) as refused:
        placing.arrange(cast.secretary, 1, _seen(), made, corrections, 0)
    assert refused.value.why is Why.CORRECTIONS_ONLY
    other = article(cast, words("Bài khác"), Stage.APPROVED)
    with pytest.raises(NotNow):
        placing.place(cast.secretary, 1, _seen(), [other], corrections)


def test_a_piece_thrown_away_is_wanted_again(cast: Cast) -> None:
    _issue(cast)
    commissions.commission(
        cast.secretary, 1, _seen(), CommissionWish(2, "Gương đảng viên", cast.writer, "2019-04-18")
    )
    (asked,) = commissions.mine(cast.writer)
    (begun,) = commissions.begin(cast.writer, asked.id).articles
    assert commissions.begin(cast.writer, asked.id).articles == {begun}
    workflow.move(cast.writer, Act.BIN, begun, version(cast, begun))
    (asked,) = commissions.mine(cast.writer)
    assert asked.article_id is None
    (line,) = [one for part in issue_plan.plan(1).parts for one in part.wanted]
    assert (line.article_id, line.stage) == (None, None)
    (anew,) = commissions.begin(cast.writer, asked.id).articles
    assert anew != begun


def test_a_piece_is_begun_by_who_was_asked(cast: Cast) -> None:
    _issue(cast)
    commissions.commission(cast.secretary, 1, _seen(), CommissionWish(2, "Gương đảng viên", cast.writer))
    (line,) = [one for part in issue_plan.plan(1).parts for one in part.wanted]
    with pytest.raises(Denied) as refused:
        commissions.begin(cast.secretary, line.id)
    assert (refused.value.why, refused.value.subject) == (Why.ASKED_OF_ANOTHER, "Lê Thị Viết")
    (begun,) = commissions.begin(cast.writer, line.id).articles
    assert commissions.begin(cast.secretary, line.id).articles == {begun}  # to look at it


def test_a_law_that_names_one_side_leaves_the_other_free(cast: Cast) -> None:
    _issue(cast)
    narrow = replace(legal_profiles.profiles()[0], width=190.0, height=0.0)
    legal_profiles.set_profiles(cast.admin, (narrow, *legal_profiles.profiles()[1:]))
    issues.set_design(cast.secretary, 1, _seen(), DesignWish(Design(), law=narrow.key))
    assert issues.law(issues.row(1)) == narrow


def test_an_issue_whose_law_was_dropped_takes_the_one_in_force(cast: Cast) -> None:
    """Without one its pages would be checked against nothing at all."""
    _issue(cast)
    in_force, *others = legal_profiles.profiles()
    own = others[-1]
    issues.set_design(cast.secretary, 1, _seen(), DesignWish(Design(), law=own.key))
    legal_profiles.set_profiles(
        cast.admin, tuple(one for one in legal_profiles.profiles() if one.key != own.key)
    )
    assert issues.law(issues.row(1)) == in_force


def test_a_combined_issue_is_dressed_under_the_law_of_its_last_month(cast: Cast) -> None:
    """It is published at the end of its months: a law that came into force between them counts."""
    issues.make(cast.secretary, issues.IssueWords("6+7", 2026, 6, last_month=7))
    narrow = [
        replace(one, width=100.0) if one.since == "2026-07-01" else one for one in legal_profiles.profiles()
    ]
    legal_profiles.set_profiles(cast.admin, tuple(narrow))
    with pytest.raises(NotNow) as refused:
        issues.set_design(cast.secretary, 1, _seen(), DesignWish(Design()))
    assert refused.value.why is Why.FORMAT_TOO_LARGE


def test_a_chuyen_muc_hidden_for_the_issue_is_not_lacking(cast: Cast) -> None:
    issues.make(cast.secretary, issues.IssueWords("4", 2019, 4, "", clock.today().isoformat()))
    part = issue_plan.plan(1).parts[0]

    def lacking() -> tuple[str, ...]:
        told = overview.today(cast.secretary).lacks
        assert told is not None
        return told.empty_sections

    assert part.title in lacking()
    issue_sections.arrange_sections(
        cast.secretary, 1, _seen(), [SectionWish(part.section_id, part.title, True)]
    )
    assert part.title not in lacking()


def test_the_offices_outputs_are_set_by_who_sets_the_office(cast: Cast) -> None:
    with pytest.raises(Denied):
        export_profiles.save(cast.editor, {Output.WORD: Finish()})
    assert Output.PRINT in export_profiles.profiles()
