"""Proposals: what an issue could take, in the order of the rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desk.acts.rules import Act, Stage
from desk.articles import workflow
from desk.issues import commissions, corrections, issues, placing, proposals
from desk.issues import plan as issue_plan
from desk.issues import sections as issue_sections
from desk.issues.commissions import CommissionWish
from desk.issues.issues import IssueWords
from desk.issues.proposals import BodyLevel
from desk.issues.sections import SectionWish
from tests.desk.issues.made_issues import made_issue, part_of, placed_titles, seen
from tests.making import Cast, article, version, words

pytestmark = pytest.mark.usefixtures("in_april")

CENTRAL, PROVINCE, DISTRICT, GRASSROOTS = BodyLevel


def _approved(cast: Cast, title: str, day: date | None = date(2019, 4, 9), section: int = 2) -> int:
    return article(cast, replace(words(title), event_date=day), Stage.APPROVED, section)


def _proposed(issue_id: int = 1) -> list[str]:
    return [one.title for one in proposals.gather(issue_id).proposed]


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


@pytest.mark.parametrize(("first", "last", "fits"), [(3, 4, True), (3, 0, False), (4, 0, True), (5, 0, True)])
def test_an_article_fits_until_the_last_month_of_an_issue(
    cast: Cast, first: int, last: int, fits: bool
) -> None:
    """What happened in April stands in a combined issue of March and April, not in that of March."""
    article(cast, words("Giao ban tháng 4"), Stage.APPROVED)
    issues.make(cast.secretary, IssueWords("3", 2019, first, last_month=last))
    (proposed,) = proposals.gather(1).proposed
    assert proposed.fits is fits


def test_the_order_is_of_chuyen_muc_then_body_then_day_then_number(cast: Cast) -> None:
    made_issue(cast)
    issue_sections.arrange_sections(cast.secretary, 1, 1, [SectionWish(5), SectionWish(2)])
    for title, day, section in (
        ("Tỉnh ủy họp, ngày 9", date(2019, 4, 9), 2),
        ("Tỉnh ủy họp, ngày 8, trước", date(2019, 4, 8), 2),
        ("Tỉnh ủy họp, ngày 8, sau", date(2019, 4, 8), 2),
        ("Huyện ủy họp, ngày 1", date(2019, 4, 1), 2),
        ("Tỉnh ủy họp, không ngày", None, 2),
        ("Chi bộ họp", date(2019, 4, 30), 5),
        ("Trung ương họp", date(2019, 4, 1), 1),
    ):
        _approved(cast, title, day, section)
    assert _proposed() == [
        "Chi bộ họp",
        "Tỉnh ủy họp, không ngày",
        "Tỉnh ủy họp, ngày 8, trước",
        "Tỉnh ủy họp, ngày 8, sau",
        "Tỉnh ủy họp, ngày 9",
        "Huyện ủy họp, ngày 1",
        "Trung ương họp",
    ]


def test_an_article_is_told_with_what_it_says_of_itself(cast: Cast) -> None:
    made_issue(cast)
    made = _approved(cast, "Tỉnh ủy họp")
    (told,) = proposals.gather(1).proposed
    text = words("Tỉnh ủy họp")
    assert told == proposals.Proposed(
        made, "Tỉnh ủy họp", text.byline, 2, part_of(1, 2).title, PROVINCE, date(2019, 4, 9), told.words, True
    )
    assert told.words > 10
    placing.place(cast.secretary, 1, 1, [made])
    _approved(cast, "Tỉnh ủy họp", None)
    assert [one.event_date for one in proposals.gather(1).proposed] == [None]


def test_what_has_no_place_in_the_issue_comes_last_and_a_person_says_where_it_goes(cast: Cast) -> None:
    made_issue(cast)
    title = part_of(1, 3).title
    issue_sections.arrange_sections(cast.secretary, 1, 1, [SectionWish(3, title, hidden=True)])
    _approved(cast, "Bộ Chính trị họp", section=3)
    (foreign,) = issues.make(cast.secretary, IssueWords("5", 2019, 5)).issues
    issue_sections.arrange_sections(cast.secretary, foreign, 1, [SectionWish(0, "Của số khác")])
    own = issue_plan.plan(foreign).parts[0].section_id
    _approved(cast, "Trung ương họp", section=own)
    _approved(cast, "Chi bộ họp", section=9)
    assert [(one.title, one.section_id, one.section, one.hidden) for one in proposals.gather(1).proposed] == [
        ("Chi bộ họp", 9, part_of(1, 9).title, False),
        ("Bộ Chính trị họp", 0, title, True),
        ("Trung ương họp", 0, "Của số khác", False),
    ]
    assert 3 not in {number for number, _ in proposals.gather(1).sections}


def test_a_chuyen_muc_is_chosen_among_those_that_the_issue_shows(cast: Cast) -> None:
    made_issue(cast)
    fixed = corrections._fixed()
    order = [SectionWish(9), SectionWish(fixed), SectionWish(3, hidden=True)]
    issue_sections.arrange_sections(cast.secretary, 1, 1, order)
    chosen = proposals.gather(1).sections
    assert [number for number, _ in chosen] == [9, 1, 2, 4, 5, 6, 7, 8]
    assert chosen[0] == (9, part_of(1, 9).title)


def test_what_is_taken_stands_among_those_present_as_the_rule_says(cast: Cast) -> None:
    made_issue(cast)
    placing.place(
        cast.secretary,
        1,
        1,
        [_approved(cast, title) for title in ("Tỉnh ủy, có sẵn", "Huyện ủy, có sẵn")],
    )
    coming = [
        _approved(cast, title, day)
        for title, day in (
            ("Chi bộ, mới", date(2019, 4, 1)),
            ("Tỉnh ủy, mới, cùng ngày", date(2019, 4, 9)),
            ("Tỉnh ủy, mới, hôm trước", date(2019, 4, 8)),
            ("Bộ Chính trị, mới", date(2019, 4, 30)),
        )
    ]
    changes = proposals.take(cast.secretary, 1, seen(1), dict.fromkeys(coming, 0))
    assert changes.act is Act.PLACE
    assert changes.articles == set(coming)
    assert placed_titles(1) == {
        2: [
            "Bộ Chính trị, mới",
            "Tỉnh ủy, mới, hôm trước",
            "Tỉnh ủy, có sẵn",
            "Tỉnh ủy, mới, cùng ngày",
            "Huyện ủy, có sẵn",
            "Chi bộ, mới",
        ]
    }
    assert proposals.gather(1).by_hand == frozenset()


def test_what_is_taken_stands_at_the_end_where_an_editor_ordered_by_hand(cast: Cast) -> None:
    made_issue(cast)
    for section in (2, 3):
        present = [_approved(cast, title) for title in ("Huyện ủy, có sẵn", "Tỉnh ủy, có sẵn")]
        placing.place(cast.secretary, 1, seen(1), present, section)
    assert proposals.gather(1).by_hand == {2, 3}
    coming = [_approved(cast, title) for title in ("Chi bộ, mới", "Bộ Chính trị, mới", "Trung ương, mới")]
    proposals.take(cast.secretary, 1, seen(1), {coming[0]: 0, coming[1]: 2, coming[2]: 4})
    assert placed_titles(1) == {
        2: ["Huyện ủy, có sẵn", "Tỉnh ủy, có sẵn", "Bộ Chính trị, mới", "Chi bộ, mới"],
        3: ["Huyện ủy, có sẵn", "Tỉnh ủy, có sẵn"],
        4: ["Trung ương, mới"],
    }


def test_the_rule_of_a_chuyen_muc_is_the_body_and_then_the_day(cast: Cast) -> None:
    made_issue(cast)
    in_order = [_approved(cast, "Tỉnh ủy", date(2019, 4, day)) for day in (8, 9, 9)]
    placing.place(cast.secretary, 1, seen(1), in_order)
    placing.place(
        cast.secretary, 1, seen(1), [_approved(cast, "Tỉnh ủy", date(2019, 4, day)) for day in (9, 8)], 3
    )
    commissions.commission(cast.secretary, 1, seen(1), CommissionWish(4, "Bài đặt"))
    assert proposals.gather(1).by_hand == {3}


def _correction(cast: Cast, *, approved: bool) -> int:
    """Correct the first article of the released number 4/2019."""
    corrections.correct(cast.editor, 1, "trao đổi", "trao đổi ý kiến")
    made = corrections.of_article(1)[0].article_id
    if approved:
        workflow.move(cast.editor, Act.SUBMIT, made, version(cast, made))
        workflow.move(cast.chief, Act.PASS, made, version(cast, made))
        workflow.approve(cast.chief, made, version(cast, made))
    return made


@pytest.mark.parametrize(
    ("number", "year", "month", "takes"),
    [
        ("5", 2019, 5, True),
        ("4a", 2019, 4, True),
        ("3", 2019, 3, False),
        ("1", 2020, 1, True),
        ("12", 2018, 12, False),
    ],
)
def test_a_correction_is_for_a_later_issue_than_the_one_it_mends(
    released: Cast, number: str, year: int, month: int, takes: bool
) -> None:
    waiting, approved = (_correction(released, approved=given) for given in (False, True))
    (made,) = issues.make(released.secretary, IssueWords(number, year, month)).issues
    gathered = proposals.gather(made)
    assert [one.article_id for one in gathered.errata] == ([waiting] if takes else [])
    assert [(one.article_id, one.section_id) for one in gathered.proposed] == (
        [(approved, corrections.section())] if takes else []
    )
    own = proposals.gather(1)  # the very one whose fault it is
    assert (own.errata, own.proposed) == ((), ())


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("Hội nghị Trung ương 10", CENTRAL),
        ("Bộ Chính trị ban hành Kết luận mới", CENTRAL),
        ("Ban Bí thư ban hành Quy định", CENTRAL),
        ("Tổng Bí thư thăm đồng bào", CENTRAL),
        ("Chính phủ họp thường kỳ", CENTRAL),
        ("Thủ tướng kiểm tra", CENTRAL),
        ("Quốc hội khai mạc", CENTRAL),
        ("Chủ tịch nước gửi thư", CENTRAL),
        ("Tỉnh ủy giao ban", PROVINCE),
        ("Hội nghị của tỉnh ủy", PROVINCE),
        ("Trên toàn tỉnh", PROVINCE),
        ("UBND tỉnh họp", PROVINCE),
        ("HĐND tỉnh họp", PROVINCE),
        ("Huyện ủy Phong Sơn", DISTRICT),
        ("Thị ủy giao ban", DISTRICT),
        ("Thành ủy giao ban", DISTRICT),
        ("Ở huyện Phong Sơn", DISTRICT),
        ("Ở thị xã Mường Lai", DISTRICT),
        ("Ở thành phố Đông Sơn", DISTRICT),
        ("Chi bộ họp", GRASSROOTS),
        ("Ở xã Mường Lai", GRASSROOTS),
        ("Phường Đoàn Kết", GRASSROOTS),
        ("Thị trấn Ánh Sáng", GRASSROOTS),
        ("Ở thôn Đông", GRASSROOTS),
        ("Bản Phiêng đón năm mới", GRASSROOTS),
        ("Khối phố Hai", GRASSROOTS),
        ("Chi bộ xã Mường Lai, Huyện ủy Phong Sơn", GRASSROOTS),
        ("Tỉnh ủy làm việc với Chi bộ bản Phiêng", PROVINCE),
        ("Huyện ủy Phong Sơn sơ kết Chỉ thị 05 của Bộ Chính trị", DISTRICT),
        ("Sơ kết Chỉ thị 05 của Bộ Chính trị, Huyện ủy Phong Sơn", DISTRICT),
        ("Triển khai Nghị quyết Trung ương 8 ở Chi bộ, huyện Phong Sơn", DISTRICT),
        ("Quán triệt kết luận của Ban Bí thư: Chi bộ họp", GRASSROOTS),
        ("Chi bộ tuyên truyền luật của Quốc hội", GRASSROOTS),
        ("Tổng kết công tác Đảng của Chi bộ", GRASSROOTS),
        ("Phát triển kinh tế – xã hội", PROVINCE),
        ("Đọc bản tin nội bộ ở phường", PROVINCE),
        ("Ra mắt bản đồ số", PROVINCE),  # no letter with its mark stands for a name while it is small
        ("Hỗ trợ các xã đặc biệt khó khăn", PROVINCE),
        ("Đại hội ở xã Ẳng Tở", GRASSROOTS),
        ("Đại hội ở huyện Điện Biên", DISTRICT),
        ("", PROVINCE),
    ],
)
def test_an_article_speaks_of_the_body_that_it_names_first(title: str, level: BodyLevel) -> None:
    assert proposals.level(title) is level


@pytest.mark.parametrize(
    ("texts", "level"),
    [
        (("Chi bộ họp", "Huyện ủy dự", "Tỉnh ủy"), GRASSROOTS),
        (("Họp giao ban", "Huyện ủy dự", "Chi bộ"), DISTRICT),
        (("Họp giao ban", "Có mặt đông đủ", "Chi bộ"), GRASSROOTS),
        (("Sơ kết Chỉ thị của Bộ Chính trị", "Chi bộ họp"), GRASSROOTS),
    ],
)
def test_the_title_counts_before_the_lead_and_the_lead_before_the_byline(
    texts: tuple[str, ...], level: BodyLevel
) -> None:
    assert proposals.level(*texts) is level
