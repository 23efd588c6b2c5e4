"""Columns that end at one height: what stays open below them, and which heading had better stay in its column."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desk.edition.design import Design, PageFormat
from desk.edition.edition import Edition
from desk.edition.page_geometry import MM, PITCH, geometry
from desk.press.typeset.equal_columns import hold_back, left_open, moved
from desk.press.typeset.measure import Data
from desk.press.typeset.positions import PositionMark
from desk.text.blocks import ArticleText, Block, Table
from tests.desk.press.booklets import booklet
from tests.desk.press.editions import long_issue, paragraph, runs, with_article
from tests.desk.press.reading import fragments, opened, page_text
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


def _ending_in_a_table(rows: int) -> Edition:
    """Return an issue for A4 of one article: some lines, then a table as high as so many rows."""
    table = Table("", tuple((runs(f"Xã {n}"), runs(str(n))) for n in range(rows)), header=False)
    blocks: tuple[Block, ...] = (*(paragraph(f"Dòng thứ {n} của bài.") for n in range(8)), table)
    edition = with_article(ArticleText("Tít của bài", "", "", None, blocks))
    return replace(edition, design=Design(PageFormat.A4))


@pytest.mark.parametrize("rows", [14, 20, 26])
def test_columns_stay_as_equal_as_a_table_at_the_end_lets_them(rows: int) -> None:
    """They were left as they were, the second one empty, where the table took more than three lines over a half."""
    (page,) = [
        sheet for sheet in opened(booklet(_ending_in_a_table(rows))).pages if "Dòng thứ" in page_text(sheet)
    ]
    number = (page.page_number or 0) + 1
    measures = geometry(PageFormat.A4)
    middle = ((measures.outside if number % 2 == 0 else measures.inside) + measures.text / 2) * MM
    said = {right: [one for one in fragments(page) if (one.x > middle) is right] for right in (False, True)}
    assert any(one.text.startswith("Xã") for one in said[True])
    assert not any(one.text.startswith("Xã") for one in said[False])


def test_titles_at_the_head_of_a_column_stand_at_one_height() -> None:
    """A title of one line stood 2 points lower there than one of two, and 6 lower than one of three."""
    pdf = opened(booklet(replace(long_issue(), design=Design(PageFormat.A4))))
    measures = geometry(PageFormat.A4)
    heads = set()
    for number, page in enumerate(pdf.pages, 1):
        middle = ((measures.outside if number % 2 == 0 else measures.inside) + measures.text / 2) * MM
        for right in (False, True):
            said = [one for one in fragments(page) if (one.x > middle) is right and one.size in (11, 13, 14)]
            body = [one for one in said if one.down > measures.top * MM]
            first = min(body, key=lambda one: one.down, default=None)
            if (
                number > 2
                and first is not None
                and first.size == 13
                and not any(one.size == 14 for one in said)
            ):
                heads.add(round(first.down - measures.top * MM, 1))
    assert len(heads) == 1
