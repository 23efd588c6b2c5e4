"""What stands over an article: which line is its title, which date its own, who is named under it."""

from __future__ import annotations

from datetime import date

import pytest

from desk.intake.pieces import Hint, IntakePiece
from desk.intake.recogniser.heads import mark_below_title, mark_heads
from desk.intake.recogniser.roles import Evidence, Role
from desk.intake.recogniser.sheet import Sheet
from desk.text.blocks import Mark
from tests.desk.intake.recogniser.made_pages import (
    BYLINE,
    DATE,
    FIRST,
    LEAD,
    SECOND,
    STORY,
    THIRD,
    TITLE,
    picture,
    piece,
    pieces,
    table,
    told,
)


def headed(*lines: str | IntakePiece) -> tuple[str, Sheet]:
    sheet = Sheet(pieces(lines))
    return mark_heads(sheet)[0], sheet


def day(*lines: str | IntakePiece) -> date | None:
    found = mark_heads(Sheet(pieces(lines)))[1]
    return found.when if found else None


@pytest.mark.parametrize(
    "over",
    [
        [],
        [DATE],
        ["Trang chủ > Tin tức > Xây dựng Đảng"],
        ["Trang chủ", "Tin tức", "Xây dựng Đảng"],
        ["Tin tức\tSự kiện\tVideo", DATE],
        ["Thời sự"],
        ["Hoạt động của các huyện, thành ủy"],
        ["Thứ Sáu, 19/7/2024", "Ban Tuyên giáo Trung ương", "Thứ Năm, 8/6/2023 14:46'(GMT+7)"],
        ["Hôm nay, thứ sáu 19/7/2024", "Hotline: 0200.3800.789"],
        ["TỈNH ỦY PHONG SƠN", "BAN TUYÊN GIÁO", "ĐẢNG CỘNG SẢN VIỆT NAM", "Số: 12-TB/BTG"],
        ["Kính gửi Ban biên tập!", "Em gửi bài ạ."],
        ["TIN, BÀI CỘNG TÁC", "Kính gửi: Bản tin Thông báo nội bộ"],
        ["Minh Tâm"],
        ["Tin, ảnh: Minh Tâm"],
        ["Ảnh: Minh Tâm"],
    ],
)
def test_the_title_is_found_under_what_stands_over_it(over: list[str]) -> None:
    title, sheet = headed(*over, TITLE, *STORY)
    assert title == TITLE
    assert [sheet.role(at) for at in range(len(over) + 1, len(over) + 5)] == [None] * 4


def test_what_stands_over_the_title_goes_but_a_picture_stays() -> None:
    found = told("Tỉnh Phong Sơn", picture(), piece(TITLE, heading=1), *STORY)
    assert found[Role.TITLE] == [TITLE]
    assert found[Role.OUT] == ["Tỉnh Phong Sơn"]
    assert found[Role.BODY][0] == ""


@pytest.mark.parametrize(
    ("line", "evidence"),
    [
        (piece(TITLE, heading=3), Evidence.HEADING),
        (piece(TITLE, hint=Hint.TITLE), Evidence.HEADING),
        (piece(TITLE, Mark.BOLD), Evidence.LOOK),
        (piece(TITLE, centred=True), Evidence.LOOK),
        (piece(TITLE), Evidence.FIRST_LINE),
    ],
)
def test_why_it_is_the_title(line: IntakePiece, evidence: Evidence) -> None:
    _, sheet = headed(line, *STORY)
    assert sheet.given[0] is not None
    assert sheet.given[0].evidence is evidence


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (piece("Bản Pá Lừa những ngày đầu xuân năm mới"), piece("Mùa vui", heading=1)),
        (piece("Bản Pá Lừa những ngày đầu xuân năm mới"), piece("Mùa vui", hint=Hint.TITLE)),
        (piece("Phong trào thi đua"), piece("MÙA VUI Ở PÁ LỪA")),
        (piece("Phong trào thi đua"), piece("Mùa vui ở Pá Lừa", Mark.BOLD)),
        (piece("Phong trào thi đua"), piece("Mùa vui ở Pá Lừa", centred=True)),
        (piece("Phong trào thi đua", size=13), piece("Mùa vui ở Pá Lừa", size=18)),
        (piece("Bản nhỏ", heading=2), piece("Mùa vui ở Pá Lừa", heading=1)),
        (piece("Một câu dài chưa phải là tên của bài."), piece("Mùa vui ở Pá Lừa")),
        (piece("Trong bài này có các mục sau đây:"), piece("Mùa vui ở Pá Lừa")),
        (piece("- Người nghe là ai và họ đang lo điều gì"), piece("Mùa vui ở Pá Lừa")),
        (piece("ỦY BAN NHÂN DÂN XÃ PA HÙ"), piece("Mùa vui ở Pá Lừa")),
        (piece("Lò Thị Ngọc Ánh Hồng"), piece("Mùa vui")),
        (piece("Ảnh: Bà con bản Pá Lừa gặt lúa trên nương"), piece("Mùa vui ở Pá Lừa")),
        (piece("Bà con bản Pá Lừa gặt lúa", after_picture=True), piece("Mùa vui ở Pá Lừa")),
    ],
)
def test_of_two_lines_the_one_that_looks_more_like_a_title(one: IntakePiece, other: IntakePiece) -> None:
    assert headed(one, other, FIRST, SECOND)[0] == other.words


def test_a_portals_null_is_no_part_of_the_title() -> None:
    title, sheet = headed("Xuất bản thông tin", f"null {TITLE}", "Chi tiết bài viết Tin tức", TITLE, *STORY)
    assert title == TITLE
    assert sheet.role(1) is Role.OUT


def test_of_equals_the_first() -> None:
    assert headed("Mùa vui trên bản Pá Lừa", "Chuyện ở bản Huổi Ái", FIRST)[0] == "Mùa vui trên bản Pá Lừa"


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (
            ["HỘI NGHỊ GIAO BAN CÔNG TÁC KHOA GIÁO", "QUÝ I NĂM 2019"],
            "HỘI NGHỊ GIAO BAN CÔNG TÁC KHOA GIÁO QUÝ I NĂM 2019",
        ),
        (
            ["Giao ban công tác khoa giáo quý I,", "triển khai nhiệm vụ quý II"],
            "Giao ban công tác khoa giáo quý I, triển khai nhiệm vụ quý II",
        ),
        (
            ["Giao ban công tác khoa giáo", "và tuyên truyền quý I"],
            "Giao ban công tác khoa giáo và tuyên truyền quý I",
        ),
        (
            [
                piece("Giao ban công tác khoa giáo", Mark.BOLD, centred=True),
                piece("Quý I năm 2019", Mark.BOLD, centred=True),
            ],
            "Giao ban công tác khoa giáo Quý I năm 2019",
        ),
        (
            ["Giao ban công tác khoa giáo quý I năm 2019", "Những điều cần biết"],
            TITLE,
        ),  # a subtitle stays apart
        (
            ["GIAO BAN CÔNG TÁC KHOA GIÁO QUÝ I", "BAN TUYÊN GIÁO TỈNH ỦY"],
            "GIAO BAN CÔNG TÁC KHOA GIÁO QUÝ I",
        ),
        (["GIAO BAN CÔNG TÁC KHOA GIÁO QUÝ I", "MINH TÂM"], "GIAO BAN CÔNG TÁC KHOA GIÁO QUÝ I"),
        (
            ["GIAO BAN CÔNG TÁC KHOA GIÁO QUÝ I", "GIAO BAN CÔNG TÁC KHOA GIÁO QUÝ I"],
            "GIAO BAN CÔNG TÁC KHOA GIÁO QUÝ I",
        ),
        (
            [piece("Giao ban công tác khoa giáo,", heading=1), "quý I năm 2019 của tỉnh"],
            "Giao ban công tác khoa giáo,",
        ),
        (
            [piece("THÔNG BÁO KẾT LUẬN", size=18), piece("về công tác khoa giáo quý I", size=13)],
            "THÔNG BÁO KẾT LUẬN về công tác khoa giáo quý I",
        ),
    ],
)
def test_a_title_on_several_lines(lines: list[str | IntakePiece], title: str) -> None:
    assert headed(*lines, *STORY)[0] == title


@pytest.mark.parametrize(
    "lines",
    [
        ["GIAO BAN CÔNG TÁC KHOA GIÁO TOÀN TỈNH.", "QUÝ I NĂM 2019"],
        [piece("GIAO BAN CÔNG TÁC KHOA GIÁO TOÀN TỈNH", heading=1), piece("QUÝ I NĂM 2019", heading=1)],
        [piece("GIAO BAN CÔNG TÁC KHOA GIÁO TOÀN TỈNH", Mark.BOLD), piece("QUÝ I NĂM 2019")],
        [
            piece("GIAO BAN CÔNG TÁC KHOA GIÁO TOÀN TỈNH", Mark.BOLD),
            piece("QUÝ I NĂM 2019", Mark.BOLD, centred=True),
        ],
    ],
)
def test_lines_that_do_not_go_together(lines: list[str | IntakePiece]) -> None:
    assert "QUÝ I" not in headed(*lines, *STORY)[0] or "GIAO BAN" not in headed(*lines, *STORY)[0]


def test_a_date_beside_a_line_speaks_for_it() -> None:
    assert headed("Bản làng đang đổi mới", "Mùa vui trên Huổi Ái", DATE, *STORY)[0] == "Mùa vui trên Huổi Ái"


def test_a_heading_that_begins_like_a_story_is_a_title() -> None:
    heading = "Sáng 9/4, Ban Tuyên giáo Tỉnh ủy tổ chức hội nghị."
    assert headed(piece(heading, heading=1), *STORY)[0] == heading


def test_a_title_said_twice_is_said_once() -> None:
    assert told(TITLE, DATE, TITLE, *STORY)[Role.OUT] == [TITLE]


def test_a_title_has_at_most_300_letters() -> None:
    assert headed("x" * 300, *STORY)[0] == "x" * 300
    assert headed("x" * 301, *STORY)[0] == ""
    assert headed(*STORY)[0] == ""


@pytest.mark.parametrize(
    ("lines", "when"),
    [
        (["Thứ Sáu, 19/7/2024", TITLE, "Thứ Năm, 8/6/2023 14:46"], date(2023, 6, 8)),  # with an hour
        (["19/7/2024", TITLE, "Ngày đăng: 8/6/2023"], date(2023, 6, 8)),
        (["Cập nhật: 19/7/2024", TITLE, "Đăng ngày 8/6/2023"], date(2023, 6, 8)),
        (["19/7/2024", TITLE, "Cập nhật: 8/6/2023"], date(2023, 6, 8)),
        (["19/7/2024", "Một dòng khác", TITLE, "8/6/2023"], date(2023, 6, 8)),  # the nearer one
        (["Hôm nay, 19/7/2024", TITLE], None),  # the day on which the page was read
        ([TITLE, "Ngày hội 8/6/2023 của bà con bản Pá Lừa"], None),  # words of a title
        ([TITLE], None),
    ],
)
def test_which_date_is_the_page_s_own(lines: list[str], when: date | None) -> None:
    assert day(*lines, *STORY) == when


def test_a_letter_s_date_is_read_in_its_table() -> None:
    head = table(
        "TỈNH ỦY PHONG SƠN|ĐẢNG CỘNG SẢN VIỆT NAM", "Số: 12-TB/BTG|Phong Sơn, ngày 9 tháng 4 năm 2019"
    )
    title, sheet = headed(head, TITLE, *STORY)
    assert (title, sheet.role(0)) == (TITLE, Role.OUT)
    assert day(head, TITLE, *STORY) == date(2019, 4, 9)
    assert headed(table("Khoản thu|Dự toán", "Thuế|180"), TITLE, *STORY)[1].role(0) is Role.OUT


def test_a_day_that_does_not_exist_is_doubtful() -> None:
    _, sheet = headed("31/04/2019", TITLE, *STORY)
    assert sheet.given[0] is not None
    assert sheet.given[0].doubtful
    assert sheet.given[0].role is Role.DATE


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Tin, ảnh: Minh Tâm", Role.BYLINE),
        ("Nguyễn Thị Hòa", Role.BYLINE),
        ("Ông Hờ A Dua", None),  # whom the story is about
        ("Phòng Khoa giáo", None),  # a site's own hands
        ("Mùa này vui lắm", None),
    ],
)
def test_an_author_under_the_title(line: str, role: Role | None) -> None:
    _, sheet = headed(TITLE, line, *STORY)
    assert sheet.role(1) is role


@pytest.mark.parametrize(
    ("line", "out"),
    [
        (piece("Nghe phiên bản đọc"), True),
        (piece("Share this article now please, today"), True),  # a foreign line
        (piece("Bản Pá Lừa vào mùa", Mark.BOLD), False),
        (piece("Bản Pá Lừa vào mùa", Mark.ITALIC), False),
        (piece("Bản Pá Lừa vào mùa."), False),
        (piece("1. Bản Pá Lừa vào mùa"), False),
        (piece("Bản Pá Lừa vào mùa", heading=2), False),
        (piece("Bản Pá Lừa vào mùa gặt, nhà nào cũng vui như ngày hội"), False),  # too long for a button
    ],
)
def test_a_site_s_short_line_between_title_and_story(line: IntakePiece, out: bool) -> None:
    sheet = Sheet(pieces([TITLE, line, FIRST, SECOND]))
    sheet.give(0, Role.TITLE, Evidence.FIRST_LINE)
    mark_below_title(sheet)
    assert (sheet.role(1) is Role.OUT) is out


def test_without_a_title_or_a_story_nothing_is_a_button() -> None:
    untitled = Sheet(pieces(["Nghe phiên bản đọc", FIRST]))
    mark_below_title(untitled)
    assert list(untitled.free()) == [0, 1]
    empty = Sheet(pieces([TITLE, "Nghe phiên bản đọc", "Hội nghị đã họp."]))
    empty.give(0, Role.TITLE, Evidence.FIRST_LINE)
    mark_below_title(empty)
    assert list(empty.free()) == [1, 2]


def test_the_story_begins_with_its_first_paragraph() -> None:
    assert told(TITLE, *STORY, BYLINE)[Role.BODY] == [FIRST, SECOND, THIRD]
    upper = told(
        "HỘI NGHỊ " + "GIAO BAN " * 9, LEAD, FIRST, SECOND
    )  # capitals of a paragraph's length are a title
    assert upper[Role.TITLE] == ["HỘI NGHỊ " + ("GIAO BAN " * 9).strip()]


@pytest.mark.parametrize("section", ["TIN VẮN", "Tin vắn", "TIN BUỒN", "Tin buồn", "Tin vắn trong tuần"])
@pytest.mark.parametrize("looks", [(), (Mark.BOLD,)])
def test_the_name_of_a_section_is_no_title_where_one_stands_below_it(
    section: str, looks: tuple[Mark, ...]
) -> None:
    found = told(piece(section, *looks, centred=bool(looks), size=20.0 if looks else 0.0), TITLE, *STORY)
    assert found[Role.TITLE] == [TITLE]
    assert found[Role.OUT][0] == section


@pytest.mark.parametrize("notice", ["TIN BUỒN", "Tin buồn", "LỜI CẢM ƠN"])
def test_of_a_notice_without_another_title_it_is_the_title(notice: str) -> None:
    found = told(
        piece(notice, Mark.BOLD, centred=True),
        "Ban Tuyên giáo Tỉnh ủy vô cùng thương tiếc báo tin: Cụ Lò Thị Mai, sinh năm 1930, thân mẫu đồng chí Lò "
        "Văn Bình, đã từ trần ngày 5/3/2024, hưởng thọ 94 tuổi.",
        "Lễ viếng bắt đầu từ 8 giờ ngày 6/3/2024 tại nhà riêng, bản Nậm Lư, xã Chiềng Pha.",
    )
    assert found[Role.TITLE] == [notice]
    assert found[Role.OUT] == []
