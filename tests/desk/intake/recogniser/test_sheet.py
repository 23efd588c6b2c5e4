"""Pieces and their roles: what is free, what is a story by its length, what is said twice."""

from __future__ import annotations

import pytest

from desk.intake.pieces import plain_piece
from desk.intake.recogniser.roles import Evidence, Role
from desk.intake.recogniser.sheet import Sheet, nearly_same, same_words
from desk.text.blocks import Quote, Run
from tests.desk.intake.recogniser.made_pages import BYLINE, FIRST, LEAD, TITLE, picture, piece, table


def test_a_role_is_given_once_and_the_rest_is_free() -> None:
    sheet = Sheet([piece(TITLE), piece(LEAD), piece(FIRST)])
    sheet.give(1, Role.LEAD, Evidence.LOOK, doubtful=True)
    assert list(sheet.free()) == [0, 2]
    assert list(sheet.free(1)) == [2]
    assert list(sheet.free(0, 2)) == [0]
    assert (sheet.role(0), sheet.role(1)) == (None, Role.LEAD)
    assert sheet.given[1] is not None
    assert sheet.given[1].doubtful


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (FIRST, True),
        ("rất " * 19 + "vui.", True),
        ("rất " * 18 + "vui.", False),  # 19 words
        ("rất " * 19 + "vui.”)", True),
        ("rất " * 19 + "vui:", True),
        ("rất " * 20 + "vui", False),  # a long caption
        ("rất " * 39 + "vui", True),  # too long for one
        (TITLE, False),
        (BYLINE, False),
    ],
)
def test_a_paragraph_of_a_story_is_long_and_ended(words: str, wanted: bool) -> None:
    assert Sheet([piece(words)]).is_prose(0) is wanted


def test_a_heading_a_list_a_table_and_a_picture_are_no_story() -> None:
    sheet = Sheet([piece(FIRST, heading=2), piece(FIRST, item=True), table(FIRST), picture()])
    assert [sheet.is_prose(at) for at in range(4)] == [False] * 4
    assert [sheet.is_text(at) for at in range(4)] == [True, True, False, False]
    quoted = piece(FIRST)
    assert Sheet([type(quoted)(Quote("q", (Run(FIRST),)))]).is_prose(0)


def test_paragraphs_begin_with_an_indent_where_more_than_half_do() -> None:
    set_in = plain_piece("   " + FIRST)
    assert Sheet([set_in, set_in, piece(FIRST)]).inset
    assert not Sheet([set_in, piece(FIRST)]).inset
    assert not Sheet([plain_piece("   " + TITLE), piece(FIRST)]).inset  # only a title is
    assert not Sheet([]).inset


def test_the_usual_size_is_that_of_most_letters() -> None:
    assert Sheet([piece(TITLE, size=16), piece(TITLE, size=16), piece(FIRST, size=13)]).size == 13
    assert Sheet([]).size == 0


@pytest.mark.parametrize(
    ("one", "other", "same", "nearly"),
    [
        ("Chiều nay – tại Vinh", "Chiều nay, tại Vinh.", True, True),
        ("Thuần- Trưởng ban", "Thuần - Trưởng ban", True, True),
        ("…", "–", False, False),
        ("", "", False, False),
        ("Chiều nay tại Vinh", "Chiều nay tại Huế", False, False),
        ("Quang cảnh hội nghị giao ban", "Quang cảnh hội nghị giao ban quý I", False, True),
        ("Quang cảnh", "Quang cảnh hội nghị", False, False),  # less than three quarters
        ("hội nghị giao ban quý I", "Quang cảnh hội nghị giao ban quý I", False, False),  # its end
        ("Thủy", "Thuỷ", False, False),
    ],
)
def test_what_is_said_twice(one: str, other: str, same: bool, nearly: bool) -> None:
    assert same_words(one, other) is same
    assert nearly_same(one, other) is nearly
    assert nearly_same(other, one) is nearly


def test_letters_with_their_marks_apart_are_the_same_letters() -> None:
    assert same_words("Chiê\u0300u nay", "Chiều nay")
