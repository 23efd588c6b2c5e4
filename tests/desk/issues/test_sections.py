"""The chuyên mục of one issue: ordered, hidden, added and renamed for it alone."""

from __future__ import annotations

import pytest

from desk import clock
from desk.acts import journal
from desk.acts.department_details import SectionsSet
from desk.acts.journal import JournalQuery
from desk.acts.rules import Act, Stage
from desk.errors import NotNow, Why
from desk.integrity import database
from desk.issues import commissions, corrections, issues, placing
from desk.issues import plan as issue_plan
from desk.issues import sections as issue_sections
from desk.issues.commissions import CommissionWish
from desk.issues.issues import IssueWords
from desk.issues.sections import SectionWish
from desk.today import overview
from tests.desk.issues.made_issues import made_issue, part_of, seen
from tests.making import Cast, article, words

pytestmark = pytest.mark.usefixtures("in_april")

OWN = "Chào mừng Đại hội"


def _arrange(cast: Cast, *wishes: SectionWish, issue_id: int = 1) -> None:
    issue_sections.arrange_sections(cast.secretary, issue_id, seen(issue_id), list(wishes))


def _added(cast: Cast, issue_id: int = 1) -> int:
    """Add a chuyên mục for an issue alone; return its number."""
    _arrange(cast, SectionWish(0, OWN), issue_id=issue_id)
    (own,) = [part.section_id for part in issue_plan.plan(issue_id).parts if part.own]
    return own


def _own(issue_id: int = 1) -> list[str]:
    return [part.title for part in issue_plan.plan(issue_id).parts if part.own]


def _placed(cast: Cast, section: int, issue_id: int = 1) -> None:
    placing.place(cast.secretary, issue_id, seen(issue_id), [article(cast, None, Stage.APPROVED)], section)


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
    assert [part.section_id for part in like.parts if part.hidden] == [empty.section_id]
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


def test_what_is_not_named_stays_as_it_was_at_the_end(cast: Cast) -> None:
    made_issue(cast)
    _arrange(cast, SectionWish(9, "Hỏi – đáp"), SectionWish(4, "Gương", hidden=True))
    _arrange(cast, SectionWish(6, "Thông tin lý luận"))
    parts = issue_plan.plan(1).parts
    assert [part.section_id for part in parts] == [6, 9, 4, 1, 2, 3, 5, 7, 8]
    assert [part.section_id for part in parts if part.hidden] == [4]


def test_one_issue_is_arranged_and_the_others_stay(cast: Cast) -> None:
    made_issue(cast)
    other = made_issue(cast, number="5", month=5)
    _arrange(cast, SectionWish(9))
    _arrange(cast, SectionWish(8), issue_id=other)
    assert [issue_plan.plan(one).parts[0].section_id for one in (1, other)] == [9, 8]


@pytest.mark.parametrize("dropped", [False, True])
@pytest.mark.parametrize("wanted", [False, True])
def test_what_has_articles_or_wanted_pieces_is_neither_hidden_nor_dropped(
    cast: Cast, dropped: bool, wanted: bool
) -> None:
    made_issue(cast)
    own = _added(cast)
    if wanted:
        commissions.commission(cast.secretary, 1, seen(1), CommissionWish(own, "Bài đặt"))
    else:
        _placed(cast, own)
    with pytest.raises(NotNow) as refused:
        _arrange(cast, SectionWish(own, OWN, hidden=not dropped, dropped=dropped))
    assert refused.value == NotNow(Why.SECTION_FILLED, OWN)


def test_an_added_chuyen_muc_is_dropped_and_one_of_the_desk_is_hidden_instead(cast: Cast) -> None:
    made_issue(cast)
    own = _added(cast)
    before = [part.section_id for part in issue_plan.plan(1).parts]
    _arrange(
        cast,
        SectionWish(own, OWN, dropped=True),
        SectionWish(0, "Thêm rồi bỏ", dropped=True),
        SectionWish(3, "Học tập", dropped=True),
    )
    parts = issue_plan.plan(1).parts
    assert {part.section_id for part in parts} == {*before} - {own}
    assert [part.section_id for part in parts if part.hidden] == [3]
    entry = journal.entries(JournalQuery(act=Act.ARRANGE_SECTIONS), limit=1)[0]
    assert entry.read(SectionsSet) == SectionsSet(("(Học tập)",))


def test_the_journal_tells_the_order_and_what_is_hidden(cast: Cast) -> None:
    made_issue(cast)
    _arrange(cast, SectionWish(9, "Hỏi – đáp"), SectionWish(4, "Gương", hidden=True))
    entry = journal.entries(JournalQuery(act=Act.ARRANGE_SECTIONS), limit=1)[0]
    assert entry.read(SectionsSet) == SectionsSet(("Hỏi – đáp", "(Gương)"))


@pytest.mark.parametrize(
    ("typed", "told"), [("  Mừng Xuân ", "Mừng Xuân"), ("", OWN), ("  ", OWN), (OWN, OWN)]
)
def test_an_added_chuyen_muc_is_renamed_in_its_place(cast: Cast, typed: str, told: str) -> None:
    made_issue(cast)
    own = _added(cast)
    _placed(cast, own)
    _arrange(cast, SectionWish(own, typed))
    assert issue_plan.plan(1).parts[0].section_id == own
    assert (part_of(1, own).title, part_of(1, own).own, len(part_of(1, own).placed)) == (told, True, 1)


def test_what_other_issues_have_of_other_chuyen_muc_is_no_reason_for_a_second_of_the_name(cast: Cast) -> None:
    made_issue(cast)
    own = _added(cast)
    other = made_issue(cast, number="5", month=5)
    _arrange(cast, SectionWish(9), issue_id=other)
    _placed(cast, 3, other)
    commissions.commission(cast.secretary, other, seen(other), CommissionWish(4, "Bài đặt khác"))
    commissions.commission(cast.secretary, 1, seen(1), CommissionWish(own, "Bài đặt"))
    _arrange(cast, SectionWish(own, "Mừng Xuân"))
    assert (part_of(1, own).title, _own(other)) == ("Mừng Xuân", [])


def test_one_of_the_desk_keeps_its_name_whatever_an_issue_calls_it(cast: Cast) -> None:
    made_issue(cast)
    before = part_of(1, 3).title
    _arrange(cast, SectionWish(3, "Tên khác"))
    assert part_of(1, 3).title == before


@pytest.mark.parametrize("known", ["order", "article", "wanted", "of an article"])
def test_a_chuyen_muc_that_others_know_too_is_renamed_for_one_issue_alone(cast: Cast, known: str) -> None:
    made_issue(cast)
    own = _added(cast)
    other = made_issue(cast, number="5", month=5)
    _placed(cast, own)
    commissions.commission(cast.secretary, 1, seen(1), CommissionWish(own, "Bài đặt"))
    if known == "order":
        _arrange(cast, SectionWish(own), issue_id=other)
    elif known == "article":
        _placed(cast, own, other)
    elif known == "wanted":
        commissions.commission(cast.secretary, other, seen(other), CommissionWish(own, "Bài đặt khác"))
    else:
        article(cast, words("Viết cho mục này"), section=own)
    _arrange(cast, SectionWish(own, "Mừng Xuân"))
    renamed = issue_plan.plan(1).parts[0]
    assert (renamed.title, renamed.own, len(renamed.placed), len(renamed.wanted)) == ("Mừng Xuân", True, 1, 1)
    assert renamed.section_id != own
    assert _own() == ["Mừng Xuân"]
    if known != "of an article":
        assert _own(other) == [OWN]
        assert (len(part_of(other, own).placed), len(part_of(other, own).wanted)) == (
            int(known == "article"),
            int(known == "wanted"),
        )


def test_the_way_back_orders_as_before_and_drops_what_was_added_since_while_it_is_empty(cast: Cast) -> None:
    made_issue(cast)
    _arrange(cast, SectionWish(corrections._fixed()), SectionWish(9), SectionWish(4, hidden=True))
    before = issue_sections.wishes_of(issue_plan.plan(1))
    *standing, boxed = issue_plan.plan(1).parts
    _arrange(
        cast, SectionWish(0, "Trống"), SectionWish(0, "Có bài"), SectionWish(0, "Có bài đặt"), SectionWish(2)
    )
    empty, filled, wanted, *_ = [part.section_id for part in issue_plan.plan(1).parts]
    _placed(cast, filled)
    commissions.commission(cast.secretary, 1, seen(1), CommissionWish(wanted, "Bài đặt"))
    issue_sections.sections_back(cast.secretary, 1, before)
    now = issue_plan.plan(1).parts
    assert list(now[: len(standing)]) == standing
    assert [part.section_id for part in now[len(standing) :]] == [filled, wanted, boxed.section_id]
    assert now[-1] == boxed
    assert empty not in {part.section_id for part in now}


def test_what_was_added_before_stays_on_the_way_back(cast: Cast) -> None:
    made_issue(cast)
    _added(cast)
    before = issue_sections.wishes_of(issue_plan.plan(1))
    _arrange(cast, SectionWish(5))
    issue_sections.sections_back(cast.secretary, 1, before)
    assert issue_sections.wishes_of(issue_plan.plan(1)) == before
    assert _own() == [OWN]


def test_the_place_of_the_corrections_is_no_wish(cast: Cast) -> None:
    made_issue(cast)
    fixed = corrections._fixed()
    _arrange(cast, SectionWish(fixed), SectionWish(4, hidden=True))
    wishes = issue_sections.wishes_of(issue_plan.plan(1))
    assert fixed not in {wish.section_id for wish in wishes}
    assert [wish.section_id for wish in wishes if wish.hidden] == [4]
    assert wishes[0] == SectionWish(4, part_of(1, 4).title, True)


def test_a_chuyen_muc_hidden_for_the_issue_is_not_lacking(cast: Cast) -> None:
    issues.make(cast.secretary, IssueWords("4", 2019, 4, "", clock.today().isoformat()))
    part = issue_plan.plan(1).parts[0]

    def lacking() -> tuple[str, ...]:
        told = overview.today(cast.secretary).lacks
        assert told is not None
        return told.empty_sections

    assert part.title in lacking()
    _arrange(cast, SectionWish(part.section_id, part.title, True))
    assert part.title not in lacking()
