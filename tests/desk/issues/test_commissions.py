"""Commissions: wanted pieces stand in a plan until they are placed."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest

from desk.acts import journal
from desk.acts.gate import Changes
from desk.acts.issue_details import Commissioned
from desk.acts.journal import JournalQuery
from desk.acts.rules import Act, Stage
from desk.articles import listing, workflow, writing
from desk.errors import Denied, Missing, NotNow, Why
from desk.integrity import database
from desk.issues import commissions, issues, placing
from desk.issues import plan as issue_plan
from desk.issues.commissions import CommissionWish
from tests.desk.issues.made_issues import made_issue, seen, wanted_in
from tests.making import Cast, version, words

pytestmark = pytest.mark.usefixtures("in_april")


def _ask(
    cast: Cast, title: str, person: int | None = None, due: str = "", *, section: int = 2, issue_id: int = 1
) -> int:
    """Ask for a piece; return its number."""
    wish = CommissionWish(section, title, person, due)
    commissions.commission(cast.secretary, issue_id, seen(issue_id), wish)
    return max(one.id for one in wanted_in(issue_id))


def _titles(issue_id: int = 1) -> list[str]:
    return [one.title for one in wanted_in(issue_id)]


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


def test_a_title_is_asked_for_without_stray_spaces_in_one_form_of_its_letters(cast: Cast) -> None:
    made_issue(cast)
    _ask(cast, unicodedata.normalize("NFD", "  Gương \n đảng   viên "))
    assert _titles() == ["Gương đảng viên"]


def test_a_piece_of_another_issue_is_neither_changed_nor_cancelled(cast: Cast) -> None:
    made_issue(cast)
    other = made_issue(cast, number="5", month=5)
    asked = _ask(cast, "Bài tháng 4", cast.writer, "2019-04-18")
    before = wanted_in(1)
    with pytest.raises(Missing) as missing:
        commissions.commission(cast.secretary, other, seen(other), CommissionWish(3, "Bài khác"), asked)
    assert missing.value == Missing("wanted")
    with pytest.raises(Missing):
        commissions.cancel(cast.secretary, other, seen(other), asked)
    assert wanted_in(1) == before


def test_one_piece_is_changed_and_cancelled_and_the_others_stay(cast: Cast) -> None:
    made_issue(cast)
    first, _, third = (_ask(cast, title) for title in ("Một", "Hai", "Ba"))
    commissions.commission(
        cast.secretary, 1, seen(1), CommissionWish(3, "Ba mới", cast.writer, "2019-04-21"), third
    )
    assert sorted(_titles()) == ["Ba mới", "Hai", "Một"]
    changed = next(one for one in wanted_in(1) if one.id == third)
    assert (changed.section_id, changed.person_id, changed.due) == (3, cast.writer, date(2019, 4, 21))
    commissions.cancel(cast.secretary, 1, seen(1), first)
    assert sorted(_titles()) == ["Ba mới", "Hai"]


def test_the_journal_tells_what_was_asked_of_whom_and_what_was_cancelled(cast: Cast) -> None:
    made_issue(cast)
    asked = _ask(cast, "Gương đảng viên", cast.writer, "2019-04-18")
    commissions.cancel(cast.secretary, 1, seen(1), asked)
    cancelled, wanted = journal.entries(JournalQuery(subject_id=1), limit=2)
    told = (("Gương đảng viên",), cast.writer, "2019-04-18")
    assert (wanted.act, wanted.read(Commissioned)) == (Act.WANT, Commissioned(*told, asked))
    assert (cancelled.act, cancelled.read(Commissioned)) == (Act.UNWANT, Commissioned(*told, 0))


def test_what_is_due_first_stands_first_and_what_has_no_day_last(cast: Cast) -> None:
    made_issue(cast)
    for title, due in (
        ("Không hạn", ""),
        ("Ngày mai", "2019-04-21"),
        ("Hôm nay", "2019-04-20"),
        ("Hôm qua", "2019-04-19"),
        ("Ngày mai nữa", "2019-04-21"),
    ):
        _ask(cast, title, cast.writer, due)
    assert [(one.title, one.due, one.late) for one in commissions.mine(cast.writer)] == [
        ("Hôm qua", date(2019, 4, 19), True),
        ("Hôm nay", date(2019, 4, 20), False),
        ("Ngày mai", date(2019, 4, 21), False),
        ("Ngày mai nữa", date(2019, 4, 21), False),
        ("Không hạn", None, False),
    ]


def test_what_is_returned_is_asked_of_its_author_again(cast: Cast) -> None:
    made_issue(cast)
    asked = _ask(cast, "Gương đảng viên", cast.writer)
    (begun,) = commissions.begin(cast.writer, asked).articles
    assert [(one.id, one.issue_id, one.article_id) for one in commissions.mine(cast.writer)] == [
        (asked, 1, begun)
    ]
    writing.save(cast.writer, begun, 1, words("Gương đảng viên"), 2)
    workflow.move(cast.writer, Act.SUBMIT, begun, 2)
    assert commissions.mine(cast.writer) == []
    workflow.move(cast.editor, Act.RETURN, begun, 3, "Bổ sung số liệu.")
    assert [one.article_id for one in commissions.mine(cast.writer)] == [begun]


def test_a_closed_issue_asks_nobody_for_anything(cast: Cast) -> None:
    made_issue(cast, "Giao ban quý I")
    _ask(cast, "Gương đảng viên", cast.writer)
    issues.close(cast.secretary, 1, seen(1))
    assert commissions.mine(cast.writer) == []


def test_a_piece_is_begun_in_its_chuyen_muc_under_its_title(cast: Cast) -> None:
    made_issue(cast)
    asked = _ask(cast, "Gương đảng viên", section=4)  # of nobody in particular
    changes = commissions.begin(cast.writer, asked)
    (begun,) = changes.articles
    assert changes == Changes(frozenset({begun}), frozenset({1}), act=Act.CREATE, version=1)
    row = listing.row(cast.writer, begun)
    assert (row.title, row.section_id) == ("Gương đảng viên", 4)
    assert commissions.begin(cast.writer, asked) == Changes(frozenset({begun}))
    with pytest.raises(Missing) as missing:
        commissions.begin(cast.writer, 999)
    assert missing.value == Missing("wanted")


def test_what_is_begun_stands_at_its_own_piece_alone(cast: Cast) -> None:
    made_issue(cast)
    first, second = (_ask(cast, title) for title in ("Một", "Hai"))
    (begun,) = commissions.begin(cast.writer, second).articles
    assert {one.id: one.article_id for one in wanted_in(1)} == {first: None, second: begun}


def test_a_piece_thrown_away_is_wanted_again(cast: Cast) -> None:
    made_issue(cast)
    asked = _ask(cast, "Gương đảng viên", cast.writer, "2019-04-18")
    (begun,) = commissions.begin(cast.writer, asked).articles
    assert commissions.begin(cast.writer, asked).articles == {begun}
    workflow.move(cast.writer, Act.BIN, begun, version(cast, begun))
    (mine,) = commissions.mine(cast.writer)
    assert mine.article_id is None
    (line,) = wanted_in(1)
    assert (line.article_id, line.stage) == (None, None)
    (anew,) = commissions.begin(cast.writer, asked).articles
    assert anew != begun


def test_a_piece_is_begun_by_who_was_asked(cast: Cast) -> None:
    made_issue(cast)
    asked = _ask(cast, "Gương đảng viên", cast.writer)
    with pytest.raises(Denied) as refused:
        commissions.begin(cast.secretary, asked)
    assert (refused.value.why, refused.value.subject) == (Why.ASKED_OF_ANOTHER, "Lê Thị Viết")
    (begun,) = commissions.begin(cast.writer, asked).articles
    assert commissions.begin(cast.secretary, asked).articles == {begun}  # to look at it


@pytest.mark.parametrize("due", ["2019-04-18", ""])
@pytest.mark.parametrize("begin", [True, False])
def test_a_cancelled_piece_is_put_back_with_what_was_begun_for_it(cast: Cast, due: str, begin: bool) -> None:
    made_issue(cast)
    asked = _ask(cast, "Gương đảng viên", cast.writer, due, section=4)
    _ask(cast, "Hỏi – đáp")
    if begin:
        commissions.begin(cast.writer, asked)
    before = next(one for one in wanted_in(1) if one.id == asked)
    commissions.cancel(cast.secretary, 1, seen(1), asked)
    other = made_issue(cast, number="5", month=5)
    _ask(cast, "Bài tháng 5", issue_id=other)
    commissions.put_back(cast.secretary, 1, before)
    (back,) = (one for one in wanted_in(1) if one.title == before.title)
    told = ("section_id", "person_id", "due", "article_id", "stage")
    assert [getattr(back, name) for name in told] == [getattr(before, name) for name in told]
    assert (before.article_id is not None) is begin
    assert [one.article_id for one in wanted_in(1) + wanted_in(other) if one.id != back.id] == [None, None]


def test_the_piece_just_asked_for_is_the_one_that_is_taken_back(cast: Cast) -> None:
    """Two of one name in one chuyên mục: the later; those of other names, chuyên mục and issues stay."""
    other = made_issue(cast, number="5", month=5)
    issue_id = made_issue(cast)
    first, newest = (_ask(cast, title, issue_id=issue_id) for title in ("Hỏi – đáp", "Hỏi – đáp"))
    elsewhere = _ask(cast, "Hỏi – đáp", section=3, issue_id=issue_id)
    another = _ask(cast, "Bài khác", issue_id=issue_id)
    far = _ask(cast, "Hỏi – đáp", issue_id=other)
    wish = CommissionWish(2, " Hỏi –  đáp ")
    commissions.take_back(cast.secretary, issue_id, wish)
    assert {one.id for one in wanted_in(issue_id)} == {first, elsewhere, another}
    assert [one.id for one in wanted_in(other)] == [far]
    commissions.take_back(cast.secretary, issue_id, wish)
    assert newest > first
    with pytest.raises(Missing):
        commissions.take_back(cast.secretary, issue_id, wish)


def test_a_changed_piece_is_made_what_it_was(cast: Cast) -> None:
    made_issue(cast)
    asked = _ask(cast, "Gương đảng viên", cast.writer, "2019-04-22")
    (before,) = wanted_in(1)
    commissions.commission(cast.secretary, 1, seen(1), CommissionWish(3, "Khác", cast.editor, ""), asked)
    assert wanted_in(1) != [before]
    commissions.change_back(cast.secretary, 1, before)
    assert wanted_in(1) == [before]


def test_a_piece_that_was_placed_in_another_issue_is_wanted_no_more(cast: Cast) -> None:
    for number, month in (("4", 4), ("5", 5)):
        issues.make(cast.secretary, issues.IssueWords(number, 2019, month))
    wanted = _ask(cast, "Gương đảng viên", cast.writer)
    (begun,) = commissions.begin(cast.writer, wanted).articles
    assert _titles() == ["Gương đảng viên"]
    writing.save(cast.writer, begun, version(cast, begun), words("Gương đảng viên"), 2)
    workflow.move(cast.writer, Act.SUBMIT, begun, version(cast, begun))
    workflow.move(cast.editor, Act.PASS, begun, version(cast, begun))
    workflow.approve(cast.chief, begun, version(cast, begun))
    placing.place(cast.secretary, 2, seen(2), [begun])
    assert _titles() == []
    assert commissions.mine(cast.writer) == []
