"""Columns that end at one height: what stays open below them, and which heading had better stay in its column."""

from __future__ import annotations

import pytest

from desk.edition.page_geometry import MM, PITCH
from desk.press.typeset.equal_columns import hold_back, left_open, moved
from desk.press.typeset.measure import Data
from desk.press.typeset.positions import PositionMark
from tests.desk.press.typeset.lines import image, piece, section

TOP = 22.0
STYLE: Data = {"columns": 2, "lines": 50, "top": TOP, "pitch": PITCH}


def mark(kind: str, page: int, lines: float, *, column: int = 0, number: int = 0) -> PositionMark:
    return PositionMark(kind, number, page, column, TOP + lines * PITCH / MM)


def given(*pieces: int, wide: tuple[bool, ...] = ()) -> list[Data]:
    """Return sections of so many articles, their headings three lines high."""
    spread = wide or (False,) * len(pieces)
    return [
        section(*(piece() for _ in range(count))) | {"wide": over, "tall": 3}
        for count, over in zip(pieces, spread, strict=True)
    ]


@pytest.mark.parametrize(
    ("column", "lines", "left"),
    [
        (0, 30, {0: 35}),  # fifteen in each
        (0, 31, {0: 34}),  # sixteen, and fifteen
        (1, 10, {0: 20}),  # sixty in all
        (1, 50, {}),
        (0, 8, {}),  # too few to be parted
        (0, 9, {0: 45}),
    ],
)
def test_what_stays_open_below_the_last_columns(column: int, lines: int, left: dict[int, int]) -> None:
    marks = [mark("section", 4, 0), mark("last", 7, lines, column=column)]
    assert left_open(given(1), marks, STYLE) == left


def test_what_stands_over_all_columns_takes_none_of_them() -> None:
    marks = [mark("section", 4, 0), mark("last", 4, 33)]
    assert left_open(given(1, wide=(True,)), marks, STYLE) == {0: 32}  # 47 high, of 30 lines 15 each
    shown = image(0, 13, wide="page") | {"place": "float", "tall": 13}
    sections = given(1)
    sections[0]["pieces"][0]["blocks"] = [shown]
    marks = [mark("section", 3, 0), mark("shot", 4, 0), mark("last", 4, 33)]
    assert left_open(sections, marks, STYLE) == {0: 27}


def test_a_page_ends_before_a_heading_over_all_columns_too() -> None:
    marks = [
        *(mark("section", 4, 0), mark("last", 4, 20), mark("last", 6, 40, column=1)),
        *(mark("section", 7, 0), mark("last", 9, 30)),
    ]
    assert left_open(given(2, 1, wide=(False, True)), marks, STYLE) == {1: 5, 2: 35}
    assert left_open(given(2, 1), marks, STYLE) == {2: 35}


def test_an_article_that_was_pushed_to_the_next_page_is_found() -> None:
    before = [mark("last", 4, 20), mark("last", 6, 20)]
    assert moved({1: 5}, before, [mark("last", 4, 20), mark("last", 7, 1)]) == 1
    assert moved({0: 5}, before, [mark("last", 4, 10), mark("last", 7, 1)]) is None


@pytest.mark.parametrize(("column", "lines", "held"), [(1, 10, False), (1, 9, True), (0, 2, True)])
def test_a_heading_is_held_back_where_most_of_a_page_would_stay_empty(
    column: int, lines: int, held: bool
) -> None:
    """The text came to stand a line or two on the next page, which nobody had reckoned with."""
    sections = given(1, 1, wide=(True, True))
    marks = [
        mark("section", 4, 0),
        mark("last", 5, lines, column=column),
        mark("section", 6, 0),
        mark("last", 6, 40),
    ]
    assert hold_back(sections, marks, STYLE) is held
    assert [one.get("held", False) for one in sections] == [False, held]
