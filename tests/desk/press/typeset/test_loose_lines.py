"""No-break spaces give way where they would tear a line open, and nowhere else."""

from __future__ import annotations

import pytest

from desk.edition.page_geometry import MM
from desk.press.typeset.loose_lines import Room, eased
from desk.press.typeset.no_break_spaces import with_no_break_spaces

A4 = Room(81.5 * MM, 8 * MM)
TORN = (
    "Thực hiện Nghị quyết số 24-NQ/TW, ngày 12/3/2003 của Ban Chấp hành Trung ương khóa IX về công tác dân tộc và"
    " Quyết định số 12/2018/QĐ-TTg ngày 06 tháng 3 năm 2018 của Thủ tướng Chính phủ."
)


def held(text: str) -> str:
    return text.replace("~", "\u00a0")


def shown(texts: list[str]) -> list[str]:
    return [text.replace("\u00a0", "~") for text in texts]


def test_where_a_line_would_be_torn_one_space_gives_way() -> None:
    """With all of them the first line had four spaces of 15.5 points, where 2.75 are natural."""
    (text,) = shown(eased([[with_no_break_spaces(TORN), ""]], A4))
    assert text.startswith("Thực hiện Nghị quyết số~24-NQ/TW, ngày 12/3/2003 của")
    assert text.count("~") == 4
    assert text.replace("~", " ") == TORN


def test_where_lines_end_well_nothing_gives_way() -> None:
    text = with_no_break_spaces(
        "Ngày 08/4/2019, Ban Tuyên giáo Tỉnh ủy tổ chức Hội nghị giao ban quý I năm 2019."
    )
    assert eased([[text, ""]], Room(113 * MM, 8 * MM)) == [text]


def test_what_is_held_across_marks_gives_way_in_its_own_run() -> None:
    whole = held("Thực hiện Nghị quyết số~24-NQ/TW, ngày~12/3/2003 của Ban Chấp hành Trung ương khóa~IX về")
    at = whole.index("ngày") + 5
    first, second = eased([[whole[:at], ""], [whole[at:], "b"]], A4)
    assert first.endswith("ngày ")
    assert second.startswith("12/3/2003 của")


def test_a_line_that_nothing_saves_is_left_ragged_in_print_alone() -> None:
    words = held("lĩnh vực khoa giáo. số~36-NQ/TW, ngày~01/7/2014 Tham mưu sơ kết 5 năm thực đẩy mạnh ứng")
    torn = "lĩnh vực khoa giáo. số~36-NQ/TW, ngày"
    (printed,) = shown(eased([[words, ""]], A4, ragged=True))
    assert printed.startswith(f"{torn}\n01/7/2014 Tham")
    (elsewhere,) = shown(eased([[words, ""]], A4))
    assert elsewhere == printed.replace("\n", " ")


def test_where_a_word_may_be_parted_no_line_is_left_ragged() -> None:
    words = "lĩnh vực khoa giáo. Đoàn gồm phát triển-kinh-tế-xã-hội-nông-thôn Tham mưu sơ kết 5 năm"
    assert eased([[words, ""]], A4, ragged=True) == [words]


@pytest.mark.parametrize("room", [Room(5.0), Room(60.0, 50.0), A4])
@pytest.mark.parametrize(
    "words",
    [
        "",
        "~",
        "~~~ ~~",
        "a~" * 60,
        "một\nhai~ba\n\nbốn~năm ",
        "x" * 200 + "~" + "y" * 200,
        "胡~😀 ✔",
    ],
)
def test_only_no_break_spaces_change_whatever_is_typed(words: str, room: Room) -> None:
    (text,) = eased([[held(words), "sup"]], room, "i")
    assert len(text) == len(words)
    assert text.replace("\u00a0", " ") == words.replace("~", " ")
