"""Where everything came to stand: marks read back, and how an issue ends on its sheet."""

from __future__ import annotations

from typing import Any

import pytest

from desk.edition.page_geometry import MM, PITCH
from desk.press.typeset.positions import PositionMark, Standing, read, standing

STYLE: dict[str, Any] = {
    "inside": 22, "outside": 18, "column": 81.5, "gutter": 7, "columns": 2, "beyond": 3, "top": 20, "lines": 50,
    "height": 297, "fold": 4, "pitch": PITCH,
}  # fmt: skip
ONE = STYLE | {"columns": 1}
FOOT = 20 + 50 * PITCH / MM


def row(page: int, across: float, down: float = 100) -> list[Any]:
    return ["first", 7, page, (across + 3) * MM, (down + 3) * MM]


def mark(kind: str, page: int, down: float = 100.0) -> PositionMark:
    return PositionMark(kind, 0, page, 0, down)


def test_millimetres_are_counted_from_the_trimmed_page() -> None:
    (found,) = read([row(3, 22, 51)], STYLE)
    assert (found.kind, found.number, found.page) == ("first", 7, 3)
    assert found.down == pytest.approx(51)


@pytest.mark.parametrize(
    ("page", "across", "column"), [(3, 22, 0), (3, 106, 0), (3, 108, 1), (4, 102, 0), (4, 104, 1)]
)
def test_the_second_column_begins_beyond_the_middle_of_the_gutter(
    page: int, across: float, column: int
) -> None:
    assert read([row(page, across)], STYLE)[0].column == column
    assert read([row(page, across)], ONE)[0].column == 0


def ends(
    page: int, down: float = 100.0, imprint: float = 60.0, style: dict[str, Any] = ONE
) -> tuple[int, int, bool]:
    found = standing((mark("first", 3), mark("last", page, down)), style, imprint)
    return found.used, found.total, found.shared


def test_pages_are_whole_sheets_and_the_imprint_has_its_place() -> None:
    assert [ends(page)[:2] for page in (5, 6, 7)] == [(5, 8), (6, 8), (7, 8)]
    assert ends(8) == ends(8, imprint=0.5) == (8, 8, True)
    room = (FOOT - 100) * MM - 12 * MM
    assert ends(8, imprint=room - 0.1) == (8, 8, True)
    assert ends(8, imprint=room + 0.1) == (8, 12, False)


def test_on_two_columns_the_imprint_never_shares() -> None:
    assert ends(8, style=STYLE) == (8, 12, False)


def test_without_an_imprint_a_full_sheet_ends_there() -> None:
    assert ends(8, FOOT, imprint=0) == (8, 8, False)
    assert ends(7, imprint=0) == (7, 8, False)


def test_an_issue_without_articles_ends_with_its_contents() -> None:
    found = standing((mark("contents", 2),), ONE, 60)
    assert (found.used, found.total, found.shared) == (2, 4, False)
    full = standing((mark("contents", 4),), ONE, 60)
    assert (full.total, full.shared) == (8, False)


def test_only_the_last_articles_end_tells_where_the_text_ends() -> None:
    marks = (mark("contents", 2), mark("last", 5), mark("last", 8), mark("shot", 9))
    assert standing(marks, ONE, 60).used == 8
    assert standing((mark("contents", 2), mark("shot", 3)), ONE, 60).used == 2


def test_marks_of_a_kind_are_in_print_order() -> None:
    marks = (mark("first", 3), mark("shot", 3), mark("last", 4), mark("first", 4))
    found = Standing(marks, 4, 4, False)
    assert found.of("first", "last") == [marks[0], marks[2], marks[3]]
    assert found.of("anchor") == []
