"""Pieces with roles become an article: its words, its captions, the doubts that are said."""

from __future__ import annotations

from datetime import date

import pytest

from desk.errors import BadIntake, IntakeFault
from desk.intake.document import IntakeDocument
from desk.intake.files import take_in
from desk.intake.pieces import IntakePiece
from desk.intake.recogniser.assemble import article
from desk.intake.recogniser.recognise import recognise
from desk.intake.result import Doubt, DoubtKind, Dropped, Taken, with_picture, without
from desk.paths import SAMPLE
from desk.text.blocks import Heading, Mark, Paragraph, Picture, block_text, body_text
from tests.desk.intake.recogniser.made_pages import (
    BYLINE,
    DATE,
    FIRST,
    FOOT,
    LEAD,
    SECOND,
    STORY,
    THIRD,
    TITLE,
    picture,
    piece,
    pieces,
)

REAL = SAMPLE / "01-giao-ban-khoa-giao-quy-1-2019.txt"
GOOD = [DATE, TITLE, *STORY, BYLINE, FOOT]
CAPTION = "Quang cảnh hội nghị"


def taken(*lines: str | IntakePiece) -> Taken:
    document = IntakeDocument(pieces(lines))
    return article(document, recognise(document))


def kinds(found: Taken) -> list[DoubtKind]:
    return [doubt.kind for doubt in found.doubts]


def all_words(found: Taken) -> list[str]:
    text = found.text
    return " ".join([text.title, text.lead, body_text(text), text.byline, *found.dropped]).split()


def test_the_real_article_is_told_apart() -> None:
    found = take_in(REAL)
    text = found.text
    assert text.title == "Giao ban công tác Khoa giáo quý I năm 2019"
    assert text.event_date == date(2019, 4, 9)
    assert text.lead.startswith("Chiều ngày 8/4/2019, Ban Tuyên giáo Tỉnh ủy tổ chức")
    assert text.byline == "Phòng Khoa giáo – Ban Tuyên giáo Tỉnh ủy"
    assert found.dropped == ("Các tin khác",)
    assert len(text.blocks) == 6
    assert all(block_text(block) == block_text(block).strip("\xa0 ") for block in text.blocks)


def test_the_real_article_s_repeated_lead_is_offered_not_taken() -> None:
    found = take_in(REAL)
    assert found.repeated_lead == found.text.blocks[0].id
    assert "Thuần- Trưởng" in found.text.lead
    assert "Thuần - Trưởng" in block_text(found.text.blocks[0])
    assert found.repeated_lead is not None
    assert without(found.text, found.repeated_lead).blocks == found.text.blocks[1:]


def test_the_real_article_s_caption_waits_for_its_picture() -> None:
    found = take_in(REAL)
    (place,) = found.captions
    assert place.text == "Các đại biểu dự Hội nghị giao ban"
    assert place.after == found.text.blocks[1].id
    assert kinds(found) == [DoubtKind.REPEATED_LEAD, DoubtKind.CAPTION_GUESSED]
    assert found.doubts[1].block_id == place.block_id
    pictured = with_picture(found.text, place.block_id, "ab" * 32, credit="Ảnh: Phòng Khoa giáo")
    assert pictured.blocks[2] == Picture(place.block_id, "ab" * 32, place.text, "Ảnh: Phòng Khoa giáo")
    assert len(pictured.blocks) == len(found.text.blocks)


def test_the_real_article_loses_no_word() -> None:
    source = REAL.read_text(encoding="utf-8").split()
    assert all_words(take_in(REAL)) == source[4:]  # but the date line


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (GOOD, []),
        (["Thứ 4 Ngày 09/04/2019", *GOOD[1:]], [DoubtKind.WEEKDAY]),
        (["Thứ 3 Ngày 31/04/2019", *GOOD[1:]], [DoubtKind.BAD_DATE]),
        (GOOD[1:], [DoubtKind.NO_DATE]),
        ([DATE, TITLE, FIRST, SECOND, THIRD, BYLINE], [DoubtKind.NO_LEAD]),
        ([DATE, TITLE, SECOND, THIRD, BYLINE], [DoubtKind.LEAD_GUESSED]),
        ([DATE, TITLE, *STORY], [DoubtKind.NO_BYLINE]),
        ([DATE, *STORY, BYLINE], [DoubtKind.NO_TITLE]),
        ([DATE, TITLE, LEAD, FIRST, CAPTION, SECOND, BYLINE], [DoubtKind.CAPTION_GUESSED]),
        ([DATE, TITLE, LEAD, FIRST, "1. Kết quả đạt được", SECOND, BYLINE], []),
        ([DATE, TITLE, LEAD, FIRST, "Hội nghị đã thảo luận.", SECOND, BYLINE], []),
        ([DATE, TITLE, LEAD, LEAD.replace(",", " -"), SECOND, BYLINE], [DoubtKind.REPEATED_LEAD]),
        ([TITLE, SECOND, THIRD], [DoubtKind.NO_DATE, DoubtKind.LEAD_GUESSED, DoubtKind.NO_BYLINE]),
    ],
)
def test_doubts(lines: list[str], wanted: list[DoubtKind]) -> None:
    assert kinds(taken(*lines)) == wanted


def test_a_doubt_says_the_words_and_the_block() -> None:
    found = taken("Thứ 4 Ngày 09/04/2019", TITLE, SECOND, CAPTION, THIRD, BYLINE)
    assert found.doubts[0] == Doubt(DoubtKind.WEEKDAY, "Thứ 4 Ngày 09/04/2019")
    assert found.doubts[1] == Doubt(DoubtKind.LEAD_GUESSED, SECOND)
    assert found.doubts[2] == Doubt(DoubtKind.CAPTION_GUESSED, CAPTION, found.text.blocks[0].id)


def test_a_lead_that_stands_out_is_certain() -> None:
    assert DoubtKind.LEAD_GUESSED in kinds(taken(TITLE, SECOND, THIRD))
    assert DoubtKind.LEAD_GUESSED not in kinds(taken(TITLE, piece(SECOND, Mark.BOLD), THIRD))


def test_a_caption_under_a_picture_becomes_its_caption() -> None:
    found = taken(DATE, TITLE, LEAD, FIRST, picture(), CAPTION, SECOND, BYLINE)
    shown = found.text.blocks[1]
    assert isinstance(shown, Picture)
    assert shown.caption == CAPTION
    (place,) = found.captions
    assert (place.block_id, place.after, place.text) == (shown.id, found.text.blocks[0].id, CAPTION)
    assert DoubtKind.CAPTION_GUESSED not in kinds(found)


def test_a_second_caption_under_one_picture_stays_at_its_place() -> None:
    found = taken(DATE, TITLE, LEAD, picture(), CAPTION, "Ảnh: Minh Tâm", FIRST, SECOND, BYLINE)
    assert [type(block) for block in found.text.blocks] == [Picture, Paragraph, Paragraph, Paragraph]
    assert [place.text for place in found.captions] == [CAPTION, "Ảnh: Minh Tâm"]
    assert found.captions[0].after == ""


def test_headings_stand_on_two_levels() -> None:
    found = taken(
        piece(TITLE, heading=1), LEAD, piece("Kết quả", heading=3), FIRST, piece("Bài học", heading=5), SECOND
    )
    assert [block.level for block in found.text.blocks if isinstance(block, Heading)] == [1, 2]


def test_a_byline_of_two_lines_and_the_name_beside_the_date() -> None:
    assert taken(TITLE, *STORY, "Minh Tâm", "Phòng Khoa giáo").text.byline == "Minh Tâm – Phòng Khoa giáo"
    assert taken(TITLE, "09/04/2019 | Minh Tâm", *STORY).text.byline == "Minh Tâm"
    assert (
        taken(TITLE, "09/04/2019 | Minh Tâm", *STORY, BYLINE).text.byline == BYLINE
    )  # what is signed comes first


def test_what_did_not_become_text_is_told_line_by_line() -> None:
    document = IntakeDocument(
        pieces([TITLE, *STORY, BYLINE, FOOT, "Tin một\nTin hai"]),
        left_out={Dropped.LINKS: 2},
        lines=("/a.jpg",),
        doubts=(Doubt(DoubtKind.NO_BYLINE, "x"),),
    )
    found = article(document, recognise(document))
    assert found.dropped == ("/a.jpg", FOOT, "Tin một", "Tin hai")
    assert found.left_out == {Dropped.LINKS: 2}
    assert found.doubts[0].detail == "x"


def test_an_unknown_table_of_letters_is_noticed() -> None:
    tcvn3 = (
        "Uû ban nh©n d©n tØnh ®· chØ ®¹o c¸c ngµnh thùc hiÖn c«ng t¸c tuyªn truyÒn ®Õn nh©n d©n trong tØnh"
    )
    assert DoubtKind.LEGACY_LETTERS in kinds(taken("Tªn bµi", tcvn3, tcvn3))
    assert DoubtKind.LEGACY_LETTERS not in kinds(taken(*GOOD))


@pytest.mark.parametrize("lines", [[], [FOOT], ["Trang chủ", "Chia sẻ", "09/04/2019"]])
def test_nothing_left_is_no_article(lines: list[str]) -> None:
    document = IntakeDocument(pieces(lines))
    with pytest.raises(BadIntake) as refused:
        article(document, recognise(document), "a.html")
    assert (refused.value.fault, refused.value.name) == (IntakeFault.NO_ARTICLE, "a.html")
