"""Checklists: asked at the gate, ticked for one text, overruled by a chief with a reason."""

from __future__ import annotations

import pytest

from desk.acts import journal, requirements
from desk.acts.requirements import Auto, Before, Level
from desk.acts.rules import Act, Genre, Stage
from desk.articles import listing, workflow, writing
from desk.errors import Denied, Missing, NotNow, Unmet, Why
from desk.issues import issues, placing, printing
from desk.review import checklists
from desk.review.checklists import ItemEdit
from tests.making import Cast, article, version, words


def _require(cast: Cast, before: Before, auto: Auto | None = None, text: str = "", *genres: Genre) -> int:
    """Set one item required (for all genres unless named) and return its id."""
    kept = [ItemEdit(item.id, item.text, item.levels, item.auto) for item in requirements.items(before)]
    levels = dict.fromkeys(genres or Genre, Level.REQUIRED)
    kept = [wish for wish in kept if auto is None or wish.auto is not auto]
    checklists.set_list(cast.admin, before, [*kept, ItemEdit(None, text, levels, auto)])
    return max(item.id for item in requirements.items(before))


def test_a_required_item_stops_the_act_and_a_tick_lets_it_through(cast: Cast) -> None:
    item = _require(cast, Before.APPROVE, text="Đã đối chiếu số liệu")
    made = article(cast, stage=Stage.FOR_APPROVAL)
    with pytest.raises(Unmet) as unmet:
        workflow.approve(cast.chief, made, version(cast, made))
    assert unmet.value.items == (("", "Đã đối chiếu số liệu"),)
    seen = version(cast, made)
    checklists.tick(cast.editor, made, item)
    assert version(cast, made) == seen, "a tick takes nobody's save away"
    workflow.approve(cast.chief, made, seen)
    assert journal.entries(journal.JournalQuery(act=Act.TICK))[0].detail["item"] == "Đã đối chiếu số liệu"


def test_a_chief_overrules_with_a_reason_others_do_not(cast: Cast) -> None:
    item = _require(cast, Before.SUBMIT, text="Có ảnh")
    made = article(cast)
    with pytest.raises(Unmet):
        workflow.move(cast.writer, Act.SUBMIT, made, 1)
    with pytest.raises(NotNow) as blank:
        checklists.overrule(cast.chief, made, item, "  ")
    assert blank.value.why is Why.NOTE
    for who in (cast.writer, cast.editor, cast.admin, cast.secretary):
        with pytest.raises(Denied):
            checklists.overrule(who, made, item, "Gấp")
    checklists.overrule(cast.chief, made, item, "Tin gấp, không có ảnh")
    workflow.move(cast.writer, Act.SUBMIT, made, 1)
    entry = journal.entries(journal.JournalQuery(act=Act.OVERRULE))[0]
    assert (entry.person, entry.note) == ("Trần Thị Lãnh", "Tin gấp, không có ảnh")


def test_a_chief_does_not_overrule_for_their_own_article(cast: Cast) -> None:
    item = _require(cast, Before.SUBMIT, text="Có ảnh")
    (made,) = writing.create(cast.chief, "x", words(), 2).articles
    with pytest.raises(Denied) as own:
        checklists.overrule(cast.chief, made, item, "Gấp")
    assert own.value.why is Why.OWN


def test_the_list_before_print_stops_the_press(cast: Cast) -> None:
    item = _require(cast, Before.PRINT, text="Đã soát bản in thử lần cuối")
    made = article(cast, stage=Stage.APPROVED)
    issue = issues.make(cast.secretary, issues.IssueWords("4", 2019, 4))
    (issue_id,) = issue.issues
    placing.place(cast.secretary, issue_id, issue.version, [made])
    with pytest.raises(Unmet) as unmet:
        printing.edition(issue_id)
    assert unmet.value.subject == listing.row(cast.chief, made).title
    checklists.tick(cast.secretary, made, item)
    edition = printing.edition(issue_id)
    checklists.untick(cast.secretary, made, item)
    with pytest.raises(Unmet):
        printing.exported(cast.secretary, issue_id, {}, edition)


def test_an_item_removed_while_it_is_required_stops_nobody_any_more(cast: Cast) -> None:
    item = _require(cast, Before.APPROVE, text="Mục sẽ bỏ")
    made = article(cast, stage=Stage.FOR_APPROVAL)
    rest = [one for one in requirements.items(Before.APPROVE) if one.id != item]
    checklists.set_list(cast.admin, Before.APPROVE, [ItemEdit(i.id, i.text, i.levels, i.auto) for i in rest])
    with pytest.raises(Missing):
        checklists.tick(cast.editor, made, item)
    workflow.approve(cast.chief, made, version(cast, made))


def test_only_an_administrator_sets_lists_and_no_item_is_blank(cast: Cast) -> None:
    with pytest.raises(Denied):
        checklists.set_list(cast.chief, Before.SUBMIT, [])
    with pytest.raises(NotNow) as blank:
        checklists.set_list(cast.admin, Before.SUBMIT, [ItemEdit(None, "  ", {})])
    assert blank.value.why is Why.ITEM_EMPTY
    auto = next(item for item in requirements.items() if item.auto is not None)
    with pytest.raises(NotNow) as known:
        checklists.tick(cast.editor, article(cast), auto.id)
    assert known.value.why is Why.ITEM_KNOWN
