"""Poems: title, verses, who wrote them."""

from __future__ import annotations

import pytest

from desk.intake.recogniser.poems import mark_poem
from desk.intake.recogniser.roles import Role
from desk.intake.recogniser.sheet import Sheet
from desk.text.blocks import Mark
from tests.desk.intake.recogniser.made_pages import STORY, TITLE, piece, pieces, told

EIGHT = [
    "Em về với núi với mây",
    "Với nương ngô trổ với cây chè xanh",
    "Suối reo qua bản hiền lành",
    "Tiếng khèn ai gọi loanh quanh cuối chiều",
    "Nhớ sao những bước chân liêu",
    "Đường lên lớp học bao nhiêu mù sương",
]
FIVE = ["Bản em bên suối vắng", "Mái nhà sàn khói bay", "Nắng lên nương ngô mới", "Gió đưa hương lúa đầy"]
HAND = "Lò Thị Mai"


@pytest.mark.parametrize("verses", [EIGHT, FIVE])
@pytest.mark.parametrize("title", ["Về bản", "VỀ BẢN CHIỀNG PHA", "Nhớ về bản nhỏ bên dòng suối xa xôi"])
def test_the_title_above_is_the_title_and_no_verse(title: str, verses: list[str]) -> None:
    found = told(title, *verses, HAND)
    assert found[Role.TITLE] == [title]
    assert found[Role.BODY] == verses
    assert found[Role.BYLINE] == [HAND]
    assert found[Role.LEAD] == found[Role.CAPTION] == found[Role.OUT] == []


def test_a_title_of_the_verses_own_measure_is_told_by_its_look() -> None:
    title = piece("Nhớ về bản nhỏ xa", Mark.BOLD)
    assert told(title, *FIVE, HAND)[Role.TITLE] == ["Nhớ về bản nhỏ xa"]
    assert told(*FIVE, *FIVE[:2], HAND)[Role.TITLE] == []  # no line is one


def test_stanzas_of_one_paragraph_are_verses_too() -> None:
    stanzas = ["\n".join(EIGHT[:4]), "\n".join(EIGHT[4:])]
    found = told("Về bản", *stanzas, HAND)
    assert (found[Role.TITLE], found[Role.BODY]) == (["Về bản"], stanzas)


def test_what_stands_round_a_poem_keeps_its_place() -> None:
    dedication = "(Kính tặng các thầy cô giáo vùng cao)"
    found = told("THƠ", piece("Về bản", Mark.BOLD, centred=True), dedication, *EIGHT, HAND, "(Tháng 3/2024)")
    assert found[Role.OUT] == ["THƠ"]
    assert found[Role.TITLE] == ["Về bản"]
    assert found[Role.BODY] == [dedication, *EIGHT, "(Tháng 3/2024)"]
    assert found[Role.BYLINE] == [HAND]
    assert told("Về bản", HAND, *EIGHT)[Role.BYLINE] == [HAND]


def test_verses_within_a_story_make_it_no_poem() -> None:
    found = told(TITLE, *STORY, *EIGHT[:4], *STORY[-1:])
    assert found[Role.TITLE] == [TITLE]


def test_a_list_of_lines_is_no_poem() -> None:
    for lines in (
        ["Trang chủ", "Tin tức", "Xây dựng Đảng", "Văn hóa", "Thể thao"],
        [f"{at}. Công tác tuyên truyền quý {at}" for at in range(1, 7)],
        [
            "Đúng 8 giờ khai mạc hội nghị.",
            "Đúng 9 giờ thảo luận tổ.",
            "Đúng 10 giờ bế mạc.",
            "Trân trọng kính mời.",
        ],
    ):
        assert not mark_poem(Sheet(pieces(["Chương trình", *lines])))
    assert mark_poem(Sheet(pieces(["Về bản", *EIGHT])))


def test_a_poem_on_a_page_of_a_site_is_found_between_its_date_and_its_foot() -> None:
    menu = ("TẠP CHÍ VĂN NGHỆ", "Thơ", "Văn xuôi")
    foot = ("Các bài khác", "Chùm thơ của Lý Hữu Lương (29/01/2021)")
    found = told(*menu, "Thứ Sáu, 05/02/2021, 08:00", "Về bản", HAND, *EIGHT, "Gửi cho bạn bè", *foot)
    assert (found[Role.TITLE], found[Role.BYLINE], found[Role.BODY]) == (["Về bản"], [HAND], EIGHT)
    assert found[Role.OUT] == [*menu, "Gửi cho bạn bè", *foot]


def test_the_line_over_the_day_is_a_poems_title() -> None:
    verses = ["Chiều biên giới sương giăng đầu núi", "Tiếng khèn ai gọi bạn lưng đèo"] * 3
    found = told("Chiều trên cột mốc", "Thứ hai, 18/12/2023", *verses, "TRẦN ĐÌNH NHÂN")
    assert found[Role.TITLE] == ["Chiều trên cột mốc"]
