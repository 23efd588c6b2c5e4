"""Checklists: asked at the gate, ticked for one text, overruled by a chief with a reason."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from desk import clock
from desk.acts import journal, requirements
from desk.acts.article_details import Ticked
from desk.acts.department_details import ChecklistSet
from desk.acts.requirements import Auto, Before, Item, ItemState, Level
from desk.acts.rules import Act, Genre, Stage
from desk.articles import listing, workflow, writing
from desk.errors import Denied, Missing, NotNow, Unmet, Why
from desk.issues import issues, placing, printing
from desk.review import checklists, comments
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


def _states(article_id: int, before: Before = Before.APPROVE) -> dict[int, ItemState]:
    return {state.item.id: state for state in checklists.of_article(article_id).of(before)}


def test_each_list_is_its_own(cast: Cast) -> None:
    made = article(cast)
    lists = checklists.of_article(made)
    for before in Before:
        item = _require(cast, before, text=f"Mục {before.value}")
        assert item in _states(made, before)
    assert lists == checklists.Lists(*(lists.of(before) for before in Before))
    for before in Before:
        texts = [state.item.text for state in _states(made, before).values() if state.item.auto is None]
        assert texts[-1] == f"Mục {before.value}"
    with pytest.raises(Missing) as missing:
        checklists.of_article(99)
    assert missing.value == Missing("article")


def test_a_tick_is_for_one_item_of_one_text_and_says_whose_it_is(cast: Cast) -> None:
    at = datetime(2019, 4, 20, 3, tzinfo=UTC)
    clock.set_clock(lambda: at)
    first, second = (_require(cast, Before.APPROVE, text=text) for text in ("Một", "Hai"))
    made, other = article(cast, stage=Stage.SUBMITTED), article(cast, stage=Stage.SUBMITTED)
    checklists.tick(cast.editor, made, first)
    state = _states(made)[first]
    assert (state.met, state.by, state.at, state.reason) == (True, "Phạm Văn Biên", at, "")
    assert not _states(made)[second].met
    assert not _states(other)[first].met
    writing.save(cast.editor, made, version(cast, made), words("Lời khác"), 2)
    stale = _states(made)[first]
    assert (stale.met, stale.stale, stale.by) == (False, True, "")
    entry = journal.entries(journal.JournalQuery(act=Act.TICK), limit=1)[0]
    assert entry.read(Ticked) == Ticked("Một", 1)


def test_a_tick_is_taken_back_from_the_present_text_alone(cast: Cast) -> None:
    first, second = (_require(cast, Before.APPROVE, text=text) for text in ("Một", "Hai"))
    made, other = article(cast, stage=Stage.SUBMITTED), article(cast, stage=Stage.SUBMITTED)
    checklists.tick(cast.editor, made, first)
    writing.save(cast.editor, made, version(cast, made), words("Lời khác"), 2)
    for number, item in ((made, first), (made, second), (other, first)):
        checklists.tick(cast.editor, number, item)
    checklists.untick(cast.editor, made, first)
    assert (_states(made)[first].met, _states(made)[first].stale) == (False, True)  # the earlier one is kept
    assert _states(made)[second].met
    assert _states(other)[first].met
    taken = journal.entries(journal.JournalQuery(act=Act.UNTICK))
    assert [entry.read(Ticked) for entry in taken] == [Ticked("Một", listing.row(cast.editor, made).revision)]
    checklists.untick(cast.editor, made, first)  # there is nothing to take back any more
    assert journal.entries(journal.JournalQuery(act=Act.UNTICK)) == taken


def test_what_a_chief_overruled_says_why(cast: Cast) -> None:
    item = _require(cast, Before.APPROVE, text="Có ảnh")
    made = article(cast, stage=Stage.SUBMITTED)
    checklists.overrule(cast.chief, made, item, " Tin gấp ")
    state = _states(made)[item]
    assert (state.met, state.by, state.reason) == (True, "Trần Thị Lãnh", "Tin gấp")
    checklists.tick(cast.editor, made, item)  # it was done after all
    assert (_states(made)[item].by, _states(made)[item].reason) == ("Phạm Văn Biên", "")


def test_open_suggestions_are_answered_and_never_overruled(cast: Cast) -> None:
    item = next(one for one in requirements.items() if one.auto is Auto.SUGGESTIONS)
    made = article(cast, stage=Stage.FOR_APPROVAL)
    place = listing.open_article(cast.editor, made).text.blocks[0].id
    for start in (0, 5):
        comments.comment(cast.editor, made, comments.Stretch(place, start, start + 3), "", "khác")
    with pytest.raises(NotNow) as refused:
        checklists.overrule(cast.chief, made, item.id, "Gấp")
    assert refused.value == NotNow(Why.SUGGESTIONS, "2")


def _wish(item: Item) -> ItemEdit:
    return ItemEdit(item.id, item.text, item.levels, item.auto)


def test_a_list_is_set_in_its_order_and_what_is_left_out_is_gone(cast: Cast) -> None:
    first, second, third = (_require(cast, Before.PRINT, text=text) for text in ("Một", "Hai", "Ba"))
    submit = requirements.items(Before.SUBMIT)
    known = {item.id: item for item in requirements.items(Before.PRINT)}
    levels = {Genre.NEWS: Level.RECOMMENDED}
    checklists.set_list(
        cast.admin,
        Before.PRINT,
        [
            _wish(known[third]),
            ItemEdit(first, "  Một   \n sửa ", levels, Auto.LEAD),  # what a person ticks stays theirs
            ItemEdit(None, "chữ thừa", levels, Auto.BYLINE),
        ],
    )
    now = requirements.items(Before.PRINT)
    assert [(item.id, item.text, item.auto) for item in now[:2]] == [
        (third, "Ba", None),
        (first, "Một sửa", None),
    ]
    assert (now[2].text, now[2].auto, len(now)) == ("", Auto.BYLINE, 3)
    assert now[1].level(Genre.NEWS) is Level.RECOMMENDED
    assert now[1].level(Genre.ERRATUM) is Level.OFF
    assert now[0].levels == known[third].levels
    assert requirements.items(Before.SUBMIT) == submit
    entry = journal.entries(journal.JournalQuery(act=Act.SET_CHECKLISTS), limit=1)[0]
    told = entry.read(ChecklistSet)
    assert told is not None
    assert (entry.title, told.before) == ("print", "print")
    assert tuple(told.items) == ("Ba", "Một   \n sửa", "chữ thừa")
    assert "Hai" in told.removed
    assert "Ba" not in told.removed
    assert second not in {item.id for item in now}


def test_what_the_program_ticks_stays_so_whatever_is_wished(cast: Cast) -> None:
    auto = next(item for item in requirements.items(Before.SUBMIT) if item.auto is Auto.TITLE)
    others = [_wish(item) for item in requirements.items(Before.SUBMIT) if item.id != auto.id]
    checklists.set_list(cast.admin, Before.SUBMIT, [*others, ItemEdit(auto.id, "chữ", auto.levels)])
    (kept,) = [item for item in requirements.items(Before.SUBMIT) if item.id == auto.id]
    assert (kept.auto, kept.text) == (Auto.TITLE, "")


def test_an_item_of_another_list_or_of_none_is_missing_and_nothing_is_set(cast: Cast) -> None:
    before = requirements.items()
    other = requirements.items(Before.SUBMIT)[0]
    for number in (other.id, 999):
        with pytest.raises(Missing) as missing:
            checklists.set_list(cast.admin, Before.APPROVE, [ItemEdit(number, "Một", {})])
        assert missing.value == Missing("checklist_item")
    assert requirements.items() == before
