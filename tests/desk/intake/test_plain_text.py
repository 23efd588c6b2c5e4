"""Plain text: paragraphs of its lines, joined where a margin broke them; columns between tabs are a table."""

from __future__ import annotations

import pytest

from desk.intake.plain_text import lines, read_text, text_pieces
from desk.intake.result import DoubtKind, Dropped
from desk.text.blocks import Paragraph, Table, block_text

BROKEN = """Thạch Giang diễn tập phòng, chống
lụt bão năm 2009

Ngày 11/8/2009, tại khu vực đập Khe Son, xã Tân Hòa, Ban Chỉ huy
phòng, chống lụt bão huyện tổ chức diễn tập với tình huống mưa lớn
kéo dài, nước hồ vượt báo động III.
    Đây là lần đầu tiên huyện tổ chức diễn tập có sự tham gia trực
tiếp của nhân dân chứ không chỉ lực lượng chuyên trách.
"""


def test_lines_that_a_margin_broke_are_one_paragraph() -> None:
    assert lines(BROKEN) == [
        "Thạch Giang diễn tập phòng, chống",
        "lụt bão năm 2009",
        "Ngày 11/8/2009, tại khu vực đập Khe Son, xã Tân Hòa, Ban Chỉ huy phòng, chống lụt bão huyện tổ chức "
        "diễn tập với tình huống mưa lớn kéo dài, nước hồ vượt báo động III.",
        "    Đây là lần đầu tiên huyện tổ chức diễn tập có sự tham gia trực tiếp của nhân dân chứ không chỉ "
        "lực lượng chuyên trách.",
    ]


def test_lines_that_end_a_sentence_each_stay_apart() -> None:
    story = "\n".join(
        f"Đây là đoạn thứ {number} của bài, dài cỡ một dòng in, và có dấu chấm ở cuối câu."
        for number in range(6)
    )
    assert len(lines(story)) == 6


def test_short_lines_of_a_poem_stay_apart() -> None:
    poem = "Cột mốc đứng giữa ngàn lau trắng\nAnh đứng bên cột mốc đêm xuân\nNghe dưới thung bản làng yên ngủ"
    assert lines(poem) == poem.split("\n")


def test_columns_between_tabs_are_a_table() -> None:
    before, table, after = text_pieces(
        "Kết quả như sau:\n\nSTT\tĐơn vị\tĐiểm\n1\tTân Lĩnh\t96,5\n2\tBản Tòng\t92\n\nHết."
    )
    assert isinstance(before.block, Paragraph)
    assert isinstance(table.block, Table)
    assert block_text(table.block) == "STT\tĐơn vị\tĐiểm\n1\tTân Lĩnh\t96,5\n2\tBản Tòng\t92"
    assert after.words == "Hết."


def test_one_line_with_tabs_is_a_paragraph() -> None:
    (piece,) = text_pieces("Nơi nhận:\tBÍ THƯ")
    assert isinstance(piece.block, Paragraph)


def test_converted_letters_and_broken_ones_are_said() -> None:
    old = "S¸ng nay, Chi bé b¶n P¸ Lõa tæ chøc lÔ kÕt n¹p ®¶ng viªn míi cho quÇn chóng \xadu tó cña b¶n.".encode(
        "latin-1"
    )
    found = read_text(old, "bài.txt")
    assert found.pieces[0].words.startswith("Sáng nay, Chi bộ bản Pá Lừa tổ chức lễ kết nạp đảng viên")
    assert found.left_out == {Dropped.LEGACY_LETTERS: 1}
    spoilt = "Sáng nay, Chi bộ bản Pá Lừa tổ chức lễ kết nạp đảng viên mới.".encode() + b"\xe7"
    assert [doubt.kind for doubt in read_text(spoilt, "bài.txt").doubts] == [DoubtKind.BROKEN_LETTERS]


FULL = "chữ " * 18 + "cuối"  # 76 letters
SHORT = FULL[:51]  # as many fewer as a word may leave empty that did not fit


def test_a_line_as_short_as_a_full_one_may_be_goes_on() -> None:
    assert len(lines("\n".join([FULL, FULL, FULL, SHORT, FULL, "hết."]))) == 1
    assert len(lines("\n".join([FULL, FULL, FULL, SHORT[:-1], FULL, "hết."]))) == 2


def test_lines_as_short_as_full_ones_may_be_show_where_the_margin_was() -> None:
    assert len(lines("\n".join([SHORT, SHORT, SHORT, FULL]))) == 1
    assert len(lines("\n".join([SHORT, SHORT, SHORT[:-1], FULL]))) == 4


@pytest.mark.parametrize(("width", "broken"), [(49, False), (50, True), (100, True), (101, False)])
def test_a_margin_stands_at_fifty_to_a_hundred_letters(width: int, broken: bool) -> None:
    assert len(lines("\n".join([("chữ " * 30)[: width - 1] + "o"] * 4))) == (1 if broken else 4)


def test_two_thirds_of_the_lines_are_full_and_less_than_half_of_these_end_a_sentence() -> None:
    brief = "một dòng ngắn"
    assert len(lines("\n".join([FULL, FULL, FULL, FULL, brief, brief, "hết."]))) == 3
    assert len(lines("\n".join([FULL, FULL, FULL, FULL, brief, brief, brief, "hết."]))) == 8
    assert len(lines("\n".join([FULL, FULL, f"{FULL}.", FULL, "hết."]))) == 1
    assert len(lines("\n".join([FULL, f"{FULL}.", f"{FULL}.", FULL, "hết."]))) == 5


def test_a_line_set_in_begins_a_paragraph_below_a_full_one() -> None:
    assert len(lines("\n".join([FULL, FULL, FULL, FULL, f"  {FULL[:70]}", "hết."]))) == 2
    assert len(lines("\n".join([FULL, FULL, FULL, FULL, f" {FULL[:70]}", "hết."]))) == 1
