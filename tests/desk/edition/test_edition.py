"""The edition's own words: its label, its pieces in order, the date line."""

from __future__ import annotations

from datetime import date

import pytest

from desk.edition.edition import Edition, Names, Piece, SectionPart, date_line
from desk.text.blocks import ArticleText


def edition(number: str, *, special: bool = False, sections: tuple[SectionPart, ...] = ()) -> Edition:
    return Edition(number, 2019, 4, Names("", ""), sections, special=special)


@pytest.mark.parametrize(
    ("number", "special", "label"),
    [
        ("4", False, "Số 4/2019"),
        ("1+2", False, "Số 1+2/2019"),
        ("4", True, "Số 4/2019"),
        (" ", True, "Số đặc biệt 2019"),
    ],
)
def test_the_running_heads_words(number: str, special: bool, label: str) -> None:
    assert edition(number, special=special).label == label


def test_pieces_are_in_print_order() -> None:
    one, two, three = (Piece(number, 1, "", ArticleText()) for number in (3, 1, 2))
    sections = (SectionPart("A", (one, two)), SectionPart("B", ()), SectionPart("C", (three,)))
    assert edition("4", sections=sections).pieces == (one, two, three)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2019, 4, 8), "Thứ 2 Ngày 08/04/2019"),
        (date(2019, 4, 13), "Thứ 7 Ngày 13/04/2019"),
        (date(2019, 4, 14), "Chủ nhật Ngày 14/04/2019"),
    ],
)
def test_a_date_line(day: date, words: str) -> None:
    assert date_line(day) == words
