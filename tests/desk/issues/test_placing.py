"""Placing: what an issue takes in and where it stands; a closed issue is ordered, and takes nothing in."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desk.acts import journal
from desk.acts.gate import Changes
from desk.acts.issue_details import ArticleArranged, ArticlesPlaced
from desk.acts.journal import JournalQuery, Subject
from desk.acts.rules import Act, Stage
from desk.articles import workflow
from desk.errors import Missing, NotNow, Why
from desk.issues import commissions, corrections, issues, placing
from desk.issues import plan as issue_plan
from desk.issues import sections as issue_sections
from desk.issues.commissions import CommissionWish
from desk.issues.sections import SectionWish
from tests.desk.issues.made_issues import made_issue, part_of, placed_titles, seen
from tests.making import Cast, article, version, words

pytestmark = pytest.mark.usefixtures("in_april")


def _approved(cast: Cast, *titles: str, section: int = 2) -> list[int]:
    return [article(cast, words(title), Stage.APPROVED, section) for title in titles]


def test_a_closed_issue_is_ordered_but_not_filled(cast: Cast) -> None:
    issue_id = made_issue(cast, "Một", "Hai")
    issues.close(cast.secretary, issue_id, 2)
    one = article(cast, words("Ba"), Stage.APPROVED)
    tried: tuple[Callable[[], object], ...] = (
        lambda: placing.place(cast.secretary, issue_id, 3, [one]),
        lambda: placing.unplace(cast.secretary, issue_id, 3, [one]),
        lambda: commissions.commission(cast.secretary, issue_id, 3, CommissionWish(1, "Bài")),
        lambda: issues.close(cast.secretary, issue_id, 3),
    )
    for act in tried:
        with pytest.raises(NotNow) as refused:
            act()
        assert refused.value.why is Why.ISSUE_CLOSED
    first = issue_plan.plan(issue_id).parts[1].placed[1].article_id
    placing.arrange(cast.secretary, issue_id, 3, first, 2, 0)
    issues.open_again(cast.secretary, issue_id, 4)
    placing.place(cast.secretary, issue_id, 5, [one])


def test_what_is_placed_last_stands_last(cast: Cast) -> None:
    first, *others = _approved(cast, "Một", "Hai", "Ba", "Bốn")
    made_issue(cast)
    placing.place(cast.secretary, 1, 1, others)
    placing.unplace(cast.secretary, 1, 2, [others[1]])
    placing.place(cast.secretary, 1, 3, [first])
    assert placed_titles(1) == {2: ["Hai", "Bốn", "Một"]}


@pytest.mark.parametrize(
    ("at", "order"),
    [
        (0, ["Ba", "Một", "Hai"]),
        (1, ["Một", "Ba", "Hai"]),
        (2, ["Một", "Hai", "Ba"]),
        (9, ["Một", "Hai", "Ba"]),
        (-1, ["Ba", "Một", "Hai"]),
        (None, ["Một", "Hai", "Ba"]),
    ],
)
def test_an_article_is_placed_where_it_is_dropped(cast: Cast, at: int | None, order: list[str]) -> None:
    made_issue(cast, "Một", "Hai")
    placing.place(cast.secretary, 1, seen(1), _approved(cast, "Ba"), 2, at=at)
    assert placed_titles(1) == {2: order}


def test_an_article_goes_where_it_is_told_to_and_else_to_its_own_chuyen_muc(cast: Cast) -> None:
    own, chosen, left = _approved(cast, "Một", "Hai", "Ba", section=4)
    made_issue(cast)
    placing.place(cast.secretary, 1, seen(1), [own])
    placing.place(cast.secretary, 1, seen(1), [chosen, left], 5, into={chosen: 6, left: 0})
    assert placed_titles(1) == {4: ["Một"], 5: ["Ba"], 6: ["Hai"]}


def test_an_article_whose_chuyen_muc_the_issue_hides_goes_to_the_first_that_is_shown(cast: Cast) -> None:
    (made,) = _approved(cast, "Một", section=4)
    made_issue(cast)
    order = [SectionWish(1, "Văn bản", hidden=True), SectionWish(7, "Kinh tế"), SectionWish(4, "Gương", True)]
    issue_sections.arrange_sections(cast.secretary, 1, seen(1), order)
    placing.place(cast.secretary, 1, seen(1), [made])
    assert placed_titles(1) == {7: ["Một"]}


def test_an_issue_that_hides_every_chuyen_muc_takes_nothing_by_itself(cast: Cast) -> None:
    (made,) = _approved(cast, "Một")
    made_issue(cast)
    hidden = [SectionWish(part.section_id, part.title, True) for part in issue_plan.plan(1).parts]
    shown = SectionWish(corrections._fixed())  # the corrections', for whom it is kept
    issue_sections.arrange_sections(cast.secretary, 1, seen(1), [*hidden, shown])
    with pytest.raises(Missing) as missing:
        placing.place(cast.secretary, 1, seen(1), [made])
    assert missing.value == Missing("section")


def test_what_may_not_be_placed_is_refused_by_name_and_nothing_is_placed(cast: Cast) -> None:
    good, twice, reopened = _approved(cast, "Được", "Đã xếp", "Mở lại")
    workflow.reopen(cast.chief, reopened, version(cast, reopened), "Xem lại số liệu")
    draft = article(cast, words("Nháp"))
    placing.place(cast.secretary, made_issue(cast, number="5", month=5), 1, [twice])
    issue_id = made_issue(cast)
    for wrong, refusal in (
        (draft, NotNow(Why.NOT_APPROVED, "Nháp")),
        (reopened, NotNow(Why.NOT_APPROVED, "Mở lại")),
        (twice, NotNow(Why.PLACED, "Đã xếp")),
        (999, Missing("article")),
    ):
        with pytest.raises((NotNow, Missing)) as refused:
            placing.place(cast.secretary, issue_id, 1, [good, wrong])
        assert refused.value == refusal
    assert placed_titles(issue_id) == {}
    assert seen(issue_id) == 1


def test_corrections_stand_alone_in_their_place(cast: Cast) -> None:
    made_issue(cast, "Bài thường")
    corrections._fixed()  # as the first correction makes it
    fixed = corrections.section()
    (other,) = _approved(cast, "Bài khác")
    tried: tuple[tuple[Callable[[], object], str], ...] = (
        (lambda: placing.arrange(cast.secretary, 1, seen(1), 1, fixed, 0), "Bài thường"),
        (lambda: placing.place(cast.secretary, 1, seen(1), [other], fixed), "Bài khác"),
        (lambda: placing.place(cast.secretary, 1, seen(1), [other], into={other: fixed}), "Bài khác"),
    )
    for act, title in tried:
        with pytest.raises(NotNow) as refused:
            act()
        assert refused.value == NotNow(Why.CORRECTIONS_ONLY, title)
    placing.place(cast.secretary, 1, seen(1), [other], 3)
    assert placed_titles(1) == {2: ["Bài thường"], 3: ["Bài khác"]}


def test_taking_out_takes_from_this_issue_what_is_named(cast: Cast) -> None:
    issue_id = made_issue(cast, "Một", "Hai")
    other = made_issue(cast, "Của số khác", number="5", month=5)
    (far,) = (row.article_id for row in part_of(other, 2).placed)
    changes = placing.unplace(cast.secretary, issue_id, seen(issue_id), [1, far])
    assert placed_titles(issue_id) == {2: ["Hai"]}
    assert placed_titles(other) == {2: ["Của số khác"]}
    assert changes == Changes(
        frozenset({1, far}), frozenset({issue_id}), act=Act.UNPLACE, version=seen(issue_id)
    )


@pytest.mark.parametrize(
    ("index", "order"),
    [
        (0, ["Hai", "Một", "Ba"]),
        (1, ["Một", "Hai", "Ba"]),
        (2, ["Một", "Ba", "Hai"]),
        (9, ["Một", "Ba", "Hai"]),
        (-1, ["Hai", "Một", "Ba"]),
    ],
)
def test_an_article_is_moved_to_a_place_within_its_chuyen_muc(
    cast: Cast, index: int, order: list[str]
) -> None:
    made_issue(cast, "Một", "Hai", "Ba")
    placing.arrange(cast.secretary, 1, seen(1), 2, 2, index)
    assert placed_titles(1) == {2: order}


def test_an_article_is_moved_into_another_chuyen_muc_and_back(cast: Cast) -> None:
    made_issue(cast, "Một", "Hai", "Ba")
    placing.place(cast.secretary, 1, seen(1), _approved(cast, "Bốn", "Năm"), 3)
    placing.arrange(cast.secretary, 1, seen(1), 2, 3, 1)
    assert placed_titles(1) == {2: ["Một", "Ba"], 3: ["Bốn", "Hai", "Năm"]}
    placing.place(cast.secretary, 1, seen(1), _approved(cast, "Sáu"))
    placing.move_back(cast.secretary, 1, 2, 2, 1)
    assert placed_titles(1) == {2: ["Một", "Hai", "Ba", "Sáu"], 3: ["Bốn", "Năm"]}


def test_what_does_not_stand_in_the_issue_is_not_moved_in_it(cast: Cast) -> None:
    other = made_issue(cast, "Của số khác", number="5", month=5)
    issue_id = made_issue(cast, "Một")
    (loose,) = _approved(cast, "Chưa xếp")
    for absent in (1, loose):
        with pytest.raises(Missing) as missing:
            placing.arrange(cast.secretary, issue_id, seen(issue_id), absent, 3, 0)
        assert missing.value == Missing("placement")
    assert placed_titles(other) == {2: ["Của số khác"]}


def test_what_was_taken_out_is_put_back_where_it_stood_and_what_was_placed_is_taken_back(cast: Cast) -> None:
    made_issue(cast, "Một", "Hai", "Ba")
    placing.unplace(cast.secretary, 1, seen(1), [1])
    placing.replace_at(cast.secretary, 1, 1, 2, 0)
    assert placed_titles(1) == {2: ["Một", "Hai", "Ba"]}
    placing.take_back(cast.secretary, 1, [1, 3])
    assert placed_titles(1) == {2: ["Hai"]}


def test_the_journal_tells_what_was_placed_moved_and_taken_out(cast: Cast) -> None:
    made_issue(cast, "Một", "Hai")
    placing.arrange(cast.secretary, 1, seen(1), 2, 3, 0)
    placing.unplace(cast.secretary, 1, seen(1), [1])
    out, moved, put, _ = journal.entries(JournalQuery(subject=Subject.ISSUE, subject_id=1), limit=4)
    assert (put.act, put.read(ArticlesPlaced)) == (Act.PLACE, ArticlesPlaced((1, 2), ("Một", "Hai")))
    assert (moved.act, moved.read(ArticleArranged)) == (Act.ARRANGE, ArticleArranged(2, ("Hai",), 3, 0))
    assert (out.act, out.read(ArticlesPlaced)) == (Act.UNPLACE, ArticlesPlaced((1,), ("Một",)))
