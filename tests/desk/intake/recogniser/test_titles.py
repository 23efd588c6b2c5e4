"""The lines of a title, and what a page says beside it."""

from __future__ import annotations

import pytest

from desk.intake.pieces import IntakePiece
from desk.intake.recogniser.roles import Role
from tests.desk.intake.recogniser.made_pages import DATE, FIRST, LEAD, SECOND, piece, told


def title(*lines: str | IntakePiece) -> list[str]:
    return told(*lines, LEAD, FIRST, SECOND)[Role.TITLE]


@pytest.mark.parametrize(
    "lines",
    [
        ["Xây dựng đội ngũ báo cáo viên ở Vân Hồ:", "Ít mà tinh, gần dân mà vững"],
        ["Hội nghị đối thoại giữa", "Bí thư Huyện ủy với thanh niên"],
        ["HỘI NGHỊ ĐỐI THOẠI GIỮA NGƯỜI ĐỨNG ĐẦU CẤP ỦY", "VỚI NHÂN DÂN XÃ PA HÙ NĂM 2024"],
        ["Ra mắt mô hình", "“Chợ không tiền lẻ”"],
    ],
)
def test_a_title_on_two_lines(lines: list[str]) -> None:
    assert title(*lines, DATE) == lines


@pytest.mark.parametrize(
    "above",
    [
        ["XÂY DỰNG ĐẢNG"],
        ["Tận tâm - Chuyên nghiệp - An toàn"],
        ["CÔNG AN TỈNH PHONG SƠN", "VÌ NƯỚC QUÊN THÂN, VÌ DÂN PHỤC VỤ"],
        ["ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM", "TỈNH PHONG SƠN"],
    ],
)
def test_a_quoted_title_does_not_go_on_from_the_site(above: list[str]) -> None:
    assert title(*above, "“Cây cầu dân vận” ở Pa Hù", DATE) == ["“Cây cầu dân vận” ở Pa Hù"]


def test_a_list_that_a_line_announces_is_no_second_line() -> None:
    assert title("Trong bài này có các mục sau đây:", "Mùa vui ở Pá Lừa") == ["Mùa vui ở Pá Lừa"]


@pytest.mark.parametrize(
    "line", ["Mùa vui ở Pá Lừa - Ảnh 1", "Mùa vui ở Pá Lừa ảnh 2", "Mùa vui ở Pá Lừa - 3"]
)
def test_the_title_as_a_pictures_text_goes_out(line: str) -> None:
    found = told("Mùa vui ở Pá Lừa", DATE, LEAD, line, FIRST, SECOND)
    assert line in found[Role.OUT]


def test_a_picture_s_line_right_over_the_title_is_its_caption() -> None:
    caption = "Các cựu chiến binh trò chuyện cùng học sinh"
    meeting = "Giao lưu với các nhân chứng lịch sử tại Trường THPT Pá Lừa"
    found = told("Trang chủ > Tin tức", caption, meeting, DATE, LEAD, FIRST, SECOND)
    assert found[Role.TITLE] == [meeting]
    assert found[Role.CAPTION] == [caption]


def test_lines_one_under_another_over_the_title_are_other_news() -> None:
    news = ["Đoàn viên xã Pa Hù trồng cây xanh", "Hội viên phụ nữ xã Pa Hù tặng quà học sinh"]
    found = told(*news, piece("Mùa vui ở Pá Lừa", heading=1), DATE, LEAD, FIRST, SECOND)
    assert found[Role.CAPTION] == []
    assert found[Role.OUT] == news


def test_a_title_said_twice_above_is_no_caption() -> None:
    words = "Hội hữu nghị tỉnh đón đoàn thanh niên Lào"
    found = told(words, words, DATE, LEAD, FIRST, SECOND)
    assert (found[Role.TITLE], found[Role.CAPTION]) == ([words], [])
