"""A page's pieces told apart: date, title, lead, captions, byline, foot; the doubts are said."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from desk.intake.recogniser.page_parts import article

from desk.errors import BadIntake, IntakeFault
from desk.intake.files import take_in
from desk.intake.pieces import IntakePiece, plain_piece
from desk.intake.result import DoubtKind, Dropped, Taken, with_picture, without
from desk.intake.web_page import read_web
from desk.paths import SAMPLE
from desk.text.blocks import Heading, Mark, Paragraph, Picture, Run, block_text, body_text

REAL = SAMPLE / "01-giao-ban-khoa-giao-quy-1-2019.txt"
INDENT = "\xa0 \xa0 \xa0 "


def page(*parts: str) -> bytes:
    return "\n\n".join(parts).encode("utf-8")


def kinds(taken: Taken) -> list[DoubtKind]:
    return [doubt.kind for doubt in taken.doubts]


def all_words(taken: Taken) -> list[str]:
    text = taken.text
    return " ".join([text.title, text.lead, body_text(text), text.byline, *taken.dropped]).split()


BODY = [f"{INDENT}Đoạn {number} của thân bài, có dấu chấm ở cuối." for number in ("một", "hai", "ba")]
GOOD = ["Thứ 3 Ngày 09/04/2019", "Tên bài", "Sapô của bài.", *BODY, "Phòng Khoa giáo", "Các tin khác"]


def test_the_real_article_is_told_apart() -> None:
    taken = take_in(REAL)
    text = taken.text
    assert text.title == "Giao ban công tác Khoa giáo quý I năm 2019"
    assert text.event_date == date(2019, 4, 9)
    assert text.lead.startswith("Chiều ngày 8/4/2019, Ban Tuyên giáo Tỉnh ủy tổ chức")
    assert text.byline == "Phòng Khoa giáo – Ban Tuyên giáo Tỉnh ủy"
    assert taken.dropped == ("Các tin khác",)
    assert len(text.blocks) == 6
    assert all(block_text(block) == block_text(block).strip("\xa0 ") for block in text.blocks)


def test_the_real_article_s_repeated_lead_is_offered_not_taken() -> None:
    taken = take_in(REAL)
    assert taken.repeated_lead == taken.text.blocks[0].id
    assert "Thuần- Trưởng" in taken.text.lead
    assert "Thuần - Trưởng" in block_text(taken.text.blocks[0])
    assert taken.repeated_lead is not None
    shorter = without(taken.text, taken.repeated_lead)
    assert shorter.blocks == taken.text.blocks[1:]


def test_the_real_article_s_caption_waits_for_its_picture() -> None:
    taken = take_in(REAL)
    (place,) = taken.captions
    assert place.text == "Các đại biểu dự Hội nghị giao ban"
    assert place.after == taken.text.blocks[1].id
    assert kinds(taken) == [DoubtKind.REPEATED_LEAD, DoubtKind.CAPTION_GUESSED]
    assert taken.doubts[1].block_id == place.block_id
    pictured = with_picture(taken.text, place.block_id, "ab" * 32, credit="Ảnh: Phòng Khoa giáo")
    assert pictured.blocks[2] == Picture(place.block_id, "ab" * 32, place.text, "Ảnh: Phòng Khoa giáo")
    assert len(pictured.blocks) == len(taken.text.blocks)


def test_the_real_article_loses_no_word() -> None:
    source = REAL.read_text(encoding="utf-8").split()
    assert all_words(take_in(REAL)) == source[4:]  # but the date line


@pytest.mark.parametrize(
    ("parts", "wanted"),
    [
        (GOOD, []),
        (["Thứ 4 Ngày 09/04/2019", *GOOD[1:]], [DoubtKind.WEEKDAY]),
        (["Thứ 3 Ngày 31/04/2019", *GOOD[1:]], [DoubtKind.BAD_DATE]),
        (GOOD[1:], [DoubtKind.NO_DATE]),
        ([*GOOD[:2], *GOOD[3:]], [DoubtKind.NO_LEAD]),
        (GOOD[:6], [DoubtKind.NO_BYLINE]),
        ([GOOD[0], "x" * 301, *GOOD[3:]], [DoubtKind.NO_TITLE]),
        ([*GOOD[:3], *BODY[:1], "Quang cảnh hội nghị", *BODY[1:], *GOOD[6:]], [DoubtKind.CAPTION_GUESSED]),
        ([*GOOD[:3], *BODY[:1], "1. Kết quả đạt được", *BODY[1:], *GOOD[6:]], []),
        ([*GOOD[:3], *BODY[:1], "Hội nghị đã thảo luận.", *BODY[1:], *GOOD[6:]], []),
        (
            ["Tên bài", "Sapô.", "Đoạn một.", "Đoạn hai."],
            [DoubtKind.NO_DATE, DoubtKind.LEAD_GUESSED, DoubtKind.NO_BYLINE],
        ),
        (
            [*GOOD[:3], "Sapô  - của bài", *BODY, *GOOD[6:]],
            [DoubtKind.REPEATED_LEAD, DoubtKind.CAPTION_GUESSED][:1],
        ),
        ([*GOOD[:3], "Sapô khác của bài.", *BODY, *GOOD[6:]], []),
    ],
)
def test_doubts(parts: list[str], wanted: list[DoubtKind]) -> None:
    assert kinds(read_web(page(*parts), "a.txt")) == wanted


def test_an_unknown_table_of_letters_is_noticed() -> None:
    tcvn3 = (
        "Uû ban nh©n d©n tØnh ®· chØ ®¹o c¸c ngµnh thùc hiÖn c«ng t¸c tuyªn truyÒn ®Õn nh©n d©n trong tØnh"
    )
    assert DoubtKind.LEGACY_LETTERS in kinds(read_web(page("Tªn bµi", tcvn3, tcvn3), "a.txt"))
    assert DoubtKind.LEGACY_LETTERS not in kinds(take_in(REAL))


def test_everything_after_the_foot_is_dropped() -> None:
    taken = read_web(page(*GOOD, "Tin một (08/04/2019)", "Tin hai"), "a.txt")
    assert taken.dropped == ("Các tin khác", "Tin một (08/04/2019)", "Tin hai")
    assert taken.text.byline == "Phòng Khoa giáo"


def piece(words: str, *, heading: int = 0, **more: Any) -> IntakePiece:
    block = Heading("h", (Run(words),)) if heading else Paragraph(words[:8], (Run(words),))
    return IntakePiece(block, rank=heading, **more)


def test_a_heading_near_the_top_is_the_title_and_what_stands_over_it_goes() -> None:
    over = [plain_piece("Trang chủ"), plain_piece("Tin tức")]
    taken = article([*over, piece("Tên bài", heading=3), *map(plain_piece, GOOD[2:])])
    assert (taken.text.title, taken.text.lead) == ("Tên bài", "Sapô của bài.")
    assert taken.dropped[:2] == ("Trang chủ", "Tin tức")
    far = article([*map(plain_piece, GOOD[2:7]), piece("Mục", heading=2), plain_piece(BODY[0])])
    assert far.text.title == "Sapô của bài."


def test_the_title_is_no_indented_line_and_of_at_most_300_letters() -> None:
    assert article([piece("x" * 300), *map(plain_piece, BODY)]).text.title == "x" * 300
    assert article(list(map(plain_piece, BODY))).text.title == ""


def test_a_lead_that_stands_out_is_certain() -> None:
    plain = [plain_piece("Tên bài"), plain_piece("Sapô."), plain_piece("Một đoạn."), plain_piece("Hai đoạn.")]
    assert DoubtKind.LEAD_GUESSED in kinds(article(plain))
    bold = IntakePiece(Paragraph("l", (Run("Sapô.", frozenset({Mark.BOLD})),)))
    taken = article([plain[0], bold, *plain[2:]])
    assert (taken.text.lead, DoubtKind.LEAD_GUESSED in kinds(taken)) == ("Sapô.", False)
    half = IntakePiece(Paragraph("l", (Run("Sa", frozenset({Mark.BOLD})), Run("pô."))))
    assert DoubtKind.LEAD_GUESSED in kinds(article([plain[0], half, *plain[2:]]))


def test_the_date_line_stands_among_the_first_five() -> None:
    lines = ["Một.", "Hai.", "Ba.", "Bốn.", "Thứ 3 Ngày 09/04/2019", "Năm."]
    assert article(list(map(plain_piece, lines))).text.event_date == date(2019, 4, 9)
    assert article(list(map(plain_piece, ["Không.", *lines]))).text.event_date is None


def test_a_centred_line_or_one_after_a_picture_may_be_a_caption() -> None:
    for more in ({"centred": True}, {"after_picture": True}):
        body = [
            piece("Tên bài"),
            piece("Sapô."),
            piece("Đoạn một."),
            piece("Quang cảnh", **more),
            piece("Đoạn hai."),
        ]
        (place,) = article(body).captions
        assert (place.text, place.after) == ("Quang cảnh", "Đoạn một")
        assert article([*body[:3], piece("Quang cảnh"), body[4]]).captions == ()
        assert article(body[:4]).captions == ()  # the last line is none


def test_the_foot_begins_after_the_first_line_and_addresses_go_first() -> None:
    lines = [*map(plain_piece, ["Các tin khác", "Sapô.", "Đoạn.", "Các tin khác", "Tin cũ"])]
    taken = article(lines, addresses=("/a.jpg",), left_out={Dropped.LINKS: 2})
    assert taken.text.title == "Các tin khác"
    assert taken.dropped == ("/a.jpg", "Các tin khác", "Tin cũ")
    assert taken.left_out == {Dropped.LINKS: 2}


def test_nothing_left_is_no_article() -> None:
    with pytest.raises(BadIntake) as refused:
        article([], "a.html")
    assert (refused.value.fault, refused.value.name) == (IntakeFault.NO_ARTICLE, "a.html")
