"""The story itself: its lead, and the captions between its paragraphs."""

from __future__ import annotations

import pytest

from desk.intake.pieces import Hint, IntakePiece, plain_piece
from desk.intake.recogniser.middles import mark_captions, mark_lead
from desk.intake.recogniser.roles import Evidence, Role
from desk.intake.recogniser.sheet import Sheet
from desk.text.blocks import Mark
from tests.desk.intake.recogniser.made_pages import FIRST, LEAD, SECOND, THIRD, picture, piece, pieces, table

Found = tuple[Role, Evidence, bool] | None
CAPTION = "Quang cảnh hội nghị"
PLAIN = "Bản Pá Lừa một ngày đầu năm"  # nothing in its words says that it is a caption


def given(sheet: Sheet, at: int) -> Found:
    one = sheet.given[at]
    return (one.role, one.evidence, one.doubtful) if one else None


def captions(*lines: str | IntakePiece) -> Sheet:
    sheet = Sheet(pieces(lines))
    mark_captions(sheet)
    return sheet


def lead(*lines: str | IntakePiece) -> Found:
    sheet = Sheet(pieces(lines))
    mark_lead(sheet)
    assert all(sheet.given[at] is None for at in range(1, len(lines)))
    return given(sheet, 0)


# -- captions ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (piece("Ảnh: Minh Tâm"), (Role.CAPTION, Evidence.CAPTION_WORDS, False)),
        (piece(CAPTION), (Role.CAPTION, Evidence.CAPTION_WORDS, True)),
        (piece(PLAIN), None),
        (piece(PLAIN, hint=Hint.CAPTION), (Role.CAPTION, Evidence.CAPTION_STYLE, False)),
        (piece(PLAIN, centred=True), (Role.CAPTION, Evidence.BARE_LINE, True)),
        (piece(PLAIN, Mark.BOLD, centred=True), None),  # a subhead
        (piece(CAPTION, Mark.BOLD), None),  # a subhead too
        (piece(PLAIN, after_picture=True), (Role.CAPTION, Evidence.UNDER_PICTURE, True)),
        (piece(PLAIN, after_picture=True, centred=True), (Role.CAPTION, Evidence.UNDER_PICTURE, False)),
        (piece(PLAIN, Mark.ITALIC, after_picture=True), (Role.CAPTION, Evidence.UNDER_PICTURE, False)),
        (piece("Hội nghị đã họp sáng nay.", after_picture=True), None),
        (
            piece("Hội nghị đã họp sáng nay.", after_picture=True, centred=True),
            (Role.CAPTION, Evidence.UNDER_PICTURE, False),
        ),
        (piece(FIRST + " " + SECOND, Mark.ITALIC, after_picture=True), None),  # too long for one
        (piece(CAPTION, heading=2), None),
        (plain_piece("    " + CAPTION), None),  # a paragraph's indent
        (piece(CAPTION, item=True), None),
    ],
)
def test_a_line_between_two_paragraphs(line: IntakePiece, wanted: Found) -> None:
    assert given(captions(FIRST, line, SECOND), 1) == wanted


def test_under_a_picture() -> None:
    assert given(captions(FIRST, picture(), PLAIN, SECOND), 2) == (Role.CAPTION, Evidence.UNDER_PICTURE, True)
    assert given(captions(FIRST, table("a|b"), PLAIN, SECOND), 2) is None
    assert given(captions(FIRST, picture(), SECOND), 2) is None


def test_a_bare_line_amid_indented_paragraphs() -> None:
    inset = ["    " + FIRST, "    " + SECOND]
    assert given(captions(inset[0], PLAIN, inset[1]), 1) == (Role.CAPTION, Evidence.BARE_LINE, True)
    assert given(captions(PLAIN, *inset), 0) is None  # the first line is rather the lead
    assert given(captions(*inset, PLAIN), 2) is None  # the last one rather who wrote


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ("Nói dài dân mỏi, dân về", "Nói cho đúng việc, đúng nơi", False),  # a poem
        ("Tổ có bảy người.", "Tổ họp mỗi tháng một lần.", True),  # short sentences
        (FIRST, "Nói cho đúng việc, đúng nơi", True),
        ("Ảnh: Minh Tâm", "Ảnh: Duy Mạnh", True),
    ],
)
def test_a_line_of_a_poem_is_no_caption(before: str, after: str, wanted: bool) -> None:
    sheet = captions(before, "Bà con gặt lúa trên nương", after)
    assert (sheet.role(1) is Role.CAPTION) is wanted


@pytest.mark.parametrize(
    ("second", "wanted"),
    [
        (CAPTION, Role.OUT),
        (CAPTION + ".", Role.OUT),
        ("Quang cảnh buổi lễ", Role.CAPTION),
    ],
)
def test_a_caption_said_twice_is_said_once(second: str, wanted: Role) -> None:
    sheet = captions(FIRST, CAPTION, second, SECOND)
    assert [sheet.role(at) for at in range(4)] == [None, Role.CAPTION, wanted, None]


def test_a_line_said_twice_is_a_caption_even_if_its_words_do_not_say_so() -> None:
    sheet = captions(FIRST, PLAIN, PLAIN, SECOND)
    assert given(sheet, 1) == (Role.CAPTION, Evidence.REPEATED, True)
    assert sheet.role(2) is Role.OUT
    assert captions(FIRST, FIRST, SECOND).role(0) is None  # a paragraph said twice is none


def test_a_caption_that_comes_again_later_stays() -> None:
    sheet = captions(FIRST, CAPTION, SECOND, CAPTION, THIRD)
    assert [sheet.role(1), sheet.role(3)] == [Role.CAPTION, Role.CAPTION]


# -- the lead ----------------------------------------------------------------------------------------------

INDENT = "    "


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        ([LEAD, FIRST], (Role.LEAD, Evidence.OPENS_STORY, False)),
        ([SECOND, THIRD], (Role.LEAD, Evidence.PROSE, True)),
        ([FIRST, SECOND], None),  # “Tại hội nghị, …” goes on with what was begun
        ([FIRST, FIRST.replace(",", " –")], (Role.LEAD, Evidence.SAID_TWICE, False)),
        ([piece(SECOND, Mark.BOLD), THIRD], (Role.LEAD, Evidence.LOOK, False)),
        ([piece(SECOND, Mark.ITALIC), THIRD], (Role.LEAD, Evidence.LOOK, False)),
        ([piece(FIRST, Mark.BOLD), SECOND], (Role.LEAD, Evidence.LOOK, False)),
        ([piece(FIRST, Mark.BOLD), piece(SECOND, Mark.BOLD), piece(THIRD, Mark.BOLD)], None),  # all are bold
        ([piece(FIRST, Mark.BOLD), piece(SECOND, Mark.BOLD), THIRD], (Role.LEAD, Evidence.LOOK, False)),
        ([piece("Bản tin vui", Mark.BOLD), THIRD], None),  # three words: a subhead
        ([piece("Bản tin vui của xã", Mark.BOLD), THIRD], (Role.LEAD, Evidence.LOOK, False)),
        ([SECOND, INDENT + THIRD], (Role.LEAD, Evidence.LOOK, False)),  # it alone has no indent
        ([INDENT + SECOND, THIRD], None),
        ([INDENT + LEAD, INDENT + THIRD], (Role.LEAD, Evidence.OPENS_STORY, False)),
        (["Tổ có bảy người.", THIRD], None),
        (["Tổ dân vận có bảy người.", THIRD], (Role.LEAD, Evidence.PROSE, True)),
        (["Thưa đồng bào, đồng chí và các bạn!", SECOND], None),  # it only speaks to its readers
        ([SECOND, piece("Kết quả", heading=2), THIRD], None),  # as a document, not as a story
        ([SECOND, piece("Kỹ năng nói", item=True), THIRD], None),
        ([LEAD, piece("Kết quả", heading=2), THIRD], (Role.LEAD, Evidence.OPENS_STORY, False)),
        ([piece("Kết quả của cả quý I", heading=2), SECOND], None),
        ([piece(SECOND, item=True), THIRD], None),
        ([LEAD], None),  # a single paragraph is the story
        ([], None),
    ],
)
def test_the_first_paragraph(lines: list[str | IntakePiece], wanted: Found) -> None:
    if lines:
        assert lead(*lines) == wanted
    else:
        mark_lead(Sheet([]))


def test_a_picture_over_the_lead_is_passed_by() -> None:
    sheet = Sheet(pieces([picture(), LEAD, FIRST]))
    mark_lead(sheet)
    assert sheet.role(1) is Role.LEAD


def test_who_said_a_passage_set_off_and_an_entry_under_its_hour_are_no_captions() -> None:
    line = "Các đại biểu trồng cây tại khu di tích"
    assert given(captions(LEAD, line, FIRST), 1) is not None
    assert given(captions(LEAD, "“Người dân cần tờ giấy đúng hẹn.”", line, FIRST), 2) is None
    assert given(captions(LEAD, "10:55", line, FIRST), 2) is None


def roles(sheet: Sheet) -> list[Role | None]:
    return [found.role if found else None for found in sheet.given]


def test_a_short_sentence_alone_between_paragraphs_is_a_caption() -> None:
    sheet = captions(FIRST, "Hải đăng Hòn Ngư nhìn từ tàu cá.", SECOND)
    assert roles(sheet) == [None, Role.CAPTION, None]
    assert captions(FIRST, "Các phòng phân công người trực.", SECOND).given[1] is None


def test_pages_end_their_captions_alike() -> None:
    shown, other = "Quang cảnh hội nghị", "Hải đăng Hòn Ngư nhìn từ tàu cá."
    assert captions(FIRST, shown, SECOND, other, THIRD).given[3] is None
    sheet = captions(
        FIRST, "Quang cảnh hội nghị.", SECOND, "Quang cảnh buổi họp.", THIRD, "Bữa cơm có rau", FIRST
    )
    assert roles(sheet)[5] is Role.BODY


def test_lines_under_a_gallerys_counters_are_captions() -> None:
    sheet = Sheet(pieces(("1/2", "Già làng khấn thần rừng sau lễ.", "2/2", "Ai cũng vui.", FIRST)))
    for at in (0, 2):
        sheet.give(at, Role.OUT, Evidence.PAGE_FURNITURE)
    mark_captions(sheet)
    assert roles(sheet) == [Role.OUT, Role.CAPTION, Role.OUT, Role.CAPTION, None]


def test_the_short_sentences_of_a_story_in_pictures_are_captions() -> None:
    lines = (
        "Chùm ảnh: Chợ phiên",
        FIRST,
        "Từ sớm, đường về chợ đã đông.",
        "Một góc chợ.",
        "Gian hàng vải.",
        SECOND,
    )
    sheet = Sheet(pieces(lines))
    sheet.give(0, Role.TITLE, Evidence.FIRST_LINE)
    mark_captions(sheet)
    assert roles(sheet)[2:5] == [Role.CAPTION] * 3


def test_a_question_is_no_lead() -> None:
    assert (
        lead("Hỏi: Tôi đóng bảo hiểm 10 tháng thì có được hưởng trợ cấp thất nghiệp không?", FIRST, SECOND)
        is None
    )
