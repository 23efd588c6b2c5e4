"""The plan: every chuyên mục in the issue's order, what is stale in it, and what is still wanted."""

from __future__ import annotations

from datetime import date

import pytest

from desk.acts.rules import Act, Stage
from desk.articles import listing, workflow, writing
from desk.department import sections
from desk.issues import commissions, corrections, issues, placing
from desk.issues import plan as issue_plan
from desk.issues import sections as issue_sections
from desk.issues.commissions import CommissionWish
from desk.issues.sections import SectionWish
from tests.desk.issues.made_issues import made_issue, part_of, placed_titles, seen, wanted_in
from tests.making import Cast, article, filled, version, words

pytestmark = pytest.mark.usefixtures("in_april")


def _shown(issue_id: int = 1) -> list[int]:
    return [part.section_id for part in issue_plan.plan(issue_id).parts]


def test_articles_stand_in_their_order(cast: Cast) -> None:
    filled(cast, "Một", "Hai", "Ba")
    (section,) = (part for part in issue_plan.plan(1).parts if part.placed)
    assert [row.title for row in section.placed] == ["Một", "Hai", "Ba"]
    last = section.placed[-1].article_id
    placing.arrange(cast.secretary, 1, issues.row(1).version, last, section.section_id, 0)
    assert issue_plan.orders(1) == {2: [3, 1, 2]}


def test_an_issue_shows_its_own_articles_and_wanted_pieces_alone(cast: Cast) -> None:
    for number, month in (("4", 4), ("5", 5)):
        issue_id = made_issue(cast, f"Bài số {number}", number=number, month=month)
        wish = CommissionWish(3, f"Đặt cho số {number}")
        commissions.commission(cast.secretary, issue_id, seen(issue_id), wish)
    assert [placed_titles(one) for one in (1, 2)] == [{2: ["Bài số 4"]}, {2: ["Bài số 5"]}]
    assert [[one.title for one in wanted_in(at)] for at in (1, 2)] == [["Đặt cho số 4"], ["Đặt cho số 5"]]


def test_an_approval_that_was_taken_back_is_stale(cast: Cast) -> None:
    filled(cast, "Một", "Hai")
    workflow.reopen(cast.chief, 1, version(cast, 1), "Xem lại số liệu")
    placed = [row for part in issue_plan.plan(1).parts for row in part.placed]
    assert [(row.stage, row.stale) for row in placed] == [(Stage.FOR_APPROVAL, True), (Stage.APPROVED, False)]
    told = listing.row(cast.chief, 2)
    assert (placed[1].byline, placed[1].words) == (words().byline, told.words)


def test_what_is_wanted_is_late_after_its_day(cast: Cast) -> None:
    filled(cast)
    for title, due in (("Hôm qua", "2019-04-19"), ("Hôm nay", "2019-04-20"), ("Không hạn", "")):
        wish = CommissionWish(2, title, cast.writer, due)
        commissions.commission(cast.secretary, 1, issues.row(1).version, wish)
    commissions.commission(cast.secretary, 1, seen(1), CommissionWish(2, "Của ai cũng được"))
    wanted = wanted_in(1)
    assert [(one.title, one.due, one.late) for one in wanted] == [
        ("Hôm qua", date(2019, 4, 19), True),
        ("Hôm nay", date(2019, 4, 20), False),
        ("Không hạn", None, False),
        ("Của ai cũng được", None, False),
    ]
    assert [one.person for one in wanted] == ["Lê Thị Viết"] * 3 + [""]
    assert [(one.section_id, one.article_id, one.stage) for one in wanted] == [(2, None, None)] * 4


def test_a_wanted_piece_shows_how_far_it_is_and_one_thrown_away_is_begun_no_more(cast: Cast) -> None:
    filled(cast)
    for title in ("Một", "Hai", "Ba"):
        commissions.commission(cast.secretary, 1, seen(1), CommissionWish(2, title))
    sent, binned, _ = wanted_in(1)
    (first,) = commissions.begin(cast.writer, sent.id).articles
    (second,) = commissions.begin(cast.writer, binned.id).articles
    writing.save(cast.writer, first, 1, words("Một"), 2)
    workflow.move(cast.writer, Act.SUBMIT, first, 2)
    workflow.move(cast.writer, Act.BIN, second, 1)
    assert [(one.title, one.article_id, one.stage) for one in wanted_in(1)] == [
        ("Một", first, Stage.SUBMITTED),
        ("Hai", None, None),
        ("Ba", None, None),
    ]


def test_chuyen_muc_stand_in_the_desks_order_until_the_issue_has_its_own(cast: Cast) -> None:
    made_issue(cast)
    kept = [(row.id, row.title) for row in sections.listing()]
    sections.set_sections(cast.admin, [*reversed(kept[:-1]), (None, "Mới của cả bàn")])  # one is given up
    backwards = [number for number, _ in reversed(kept[:-1])]
    (new,) = {row.id for row in sections.listing()} - set(backwards)
    assert _shown() == [*backwards, new]
    issue_sections.arrange_sections(cast.secretary, 1, seen(1), [SectionWish(5), SectionWish(2)])
    assert _shown()[:3] == [5, 2, backwards[0]]
    assert not any(part.own for part in issue_plan.plan(1).parts)


def test_a_chuyen_muc_that_comes_to_the_desk_later_stands_behind_the_issues_own_order(cast: Cast) -> None:
    made_issue(cast)
    issue_sections.arrange_sections(cast.secretary, 1, seen(1), [SectionWish(5), SectionWish(2)])
    kept = [(row.id, row.title) for row in sections.listing()]
    sections.set_sections(cast.admin, [(None, "Mới, đứng đầu"), *kept])
    assert [part.title for part in issue_plan.plan(1).parts][-1] == "Mới, đứng đầu"


def test_a_chuyen_muc_that_was_given_up_is_shown_where_something_stands_in_it(cast: Cast) -> None:
    made_issue(cast, "Một")  # in the second
    wanting = made_issue(cast, number="5", month=5)
    commissions.commission(cast.secretary, wanting, 1, CommissionWish(3, "Bài đặt"))
    empty = made_issue(cast, number="6", month=6)
    kept = [(row.id, row.title) for row in sections.listing() if row.id not in (2, 3)]
    sections.set_sections(cast.admin, [*kept])
    assert [[one for one in (2, 3) if one in _shown(at)] for at in (1, wanting, empty)] == [[2], [3], []]


def test_corrections_stand_last_boxed_and_are_nobodys_own(cast: Cast) -> None:
    made_issue(cast)
    fixed = corrections._fixed()
    assert fixed not in _shown()  # before there is one
    issue_sections.arrange_sections(
        cast.secretary, 1, seen(1), [SectionWish(fixed, corrections.TITLE), SectionWish(5)]
    )
    assert _shown()[-1] == fixed
    assert (part_of(1, fixed).boxed, part_of(1, fixed).own) == (True, False)
    assert not part_of(1, 5).boxed


def test_what_prints_is_seen_in_the_plan(cast: Cast) -> None:
    """Taken out, its chuyên mục hidden, put back by the undo: the article prints, so it must be seen."""
    made = article(cast, words("Bài trở lại"), Stage.APPROVED)
    made_issue(cast)
    placing.place(cast.secretary, 1, 1, [made])
    part = next(one for one in issue_plan.plan(1).parts if one.placed)
    placing.unplace(cast.secretary, 1, seen(1), [made])
    wish = SectionWish(part.section_id, part.title, True)
    issue_sections.arrange_sections(cast.secretary, 1, seen(1), [wish])
    assert part_of(1, part.section_id).hidden
    placing.replace_at(cast.secretary, 1, made, part.section_id, 0)
    here = next(one for one in issue_plan.plan(1).parts if one.placed)
    assert here.section_id == part.section_id
    assert not here.hidden
