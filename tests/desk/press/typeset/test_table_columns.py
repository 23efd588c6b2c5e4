"""Table columns: rows equally long, widths by what stands in them, boxes and figures told apart."""

from __future__ import annotations

import pytest

from desk.paths import RESOURCES
from desk.press.typeset.table_columns import ColumnGrid, box, figured, squared, whole_rows
from desk.text.blocks import Run, Table
from desk.text.font_files import widths


def _table(*rows: tuple[str, ...], header: bool = False) -> Table:
    return Table("t", tuple(tuple((Run(cell),) for cell in row) for row in rows), header)


def test_short_rows_are_filled_and_the_shares_are_the_whole() -> None:
    grid = squared(_table(("STT", "Họ và tên", "Ghi chú"), ("1",), header=True))
    assert grid is not None
    assert [len(row) for row in grid.rows] == [3, 3]
    assert abs(sum(grid.shares) - 1) < 1e-5
    assert grid.shares[0] < grid.shares[1]
    assert grid.header
    assert squared(Table("t")) is None


def test_many_columns_are_set_smaller() -> None:
    counts = (4, 5, 6, 7, 9, 10, 12, 13)
    sizes = [grid.size for count in counts if (grid := squared(_table(("x",) * count)))]
    assert sizes == [10.0, 9.0, 9.0, 8.0, 8.0, 7.0, 7.0, 5.5]


def test_columns_are_weighed_by_their_longest_word_and_their_usual_cell() -> None:
    grid = squared(_table(("ab", "", "x" * 20, "ab " * 40), ("ab", "", "x" * 20, "ab " * 40)))
    assert grid is not None
    weights = (3 + 1.5, 3 + 1.5, 14 + 1.5, 60**0.8 + 1.5)
    assert grid.shares == tuple(round(weight / sum(weights), 6) for weight in weights)


def _words_wide(words: str, size: float, *, bold: bool = False) -> float:
    face = widths(RESOURCES / "fonts" / f"Tinos-{'Bold' if bold else 'Regular'}.ttf")
    return sum(face[letter] for letter in words) * size


def test_a_short_cell_is_not_broken_beside_a_column_with_room() -> None:
    """ "Tam | Đường" and "thị | trấn" stood beside a column of remarks that was empty but for two rows."""
    rows = (
        ("Đảng bộ", "Số chi bộ", "Đảng viên", "Ghi chú"),
        ("Tam Đường", "214", "4.512", "Đã sinh hoạt đủ kỳ"),
        ("Sìn Hồ", "301", "5.870", "Ba chi bộ ghép, đang tách theo kế hoạch của huyện ủy"),
        ("Mường Tè", "198", "3.905", ""),
    )
    grid = squared(_table(*rows, header=True))
    assert grid is not None
    column = 231.0  # points, of A4
    assert grid.shares[0] * column - 8 > _words_wide("Tam Đường", 10)
    assert grid.shares[1] * column - 8 > _words_wide("Số chi bộ", 10, bold=True)
    assert grid.shares[2] * column - 8 > _words_wide("Đảng viên", 10, bold=True)
    assert abs(sum(grid.shares) - 1) < 1e-5


def test_where_no_column_has_room_none_is_robbed() -> None:
    full = "một hai ba bốn năm"
    grid = squared(_table(*((full, full, full, full),) * 3))
    assert grid is not None
    assert grid.shares == (0.25,) * 4


@pytest.mark.parametrize(
    ("rows", "letters", "asked", "header"),
    [(2, 400, True, True), (2, 401, True, False), (2, 1, False, False), (1, 1, True, False)],
)
def test_a_head_is_one_that_can_stand_on_every_page(
    rows: int, letters: int, asked: bool, header: bool
) -> None:
    grid = squared(_table(("x" * (letters - 1), "y"), *(("a", "b"),) * (rows - 1), header=asked))
    assert grid is not None
    assert grid.header is header


def test_a_table_of_one_cell_is_a_box_with_its_lines_as_paragraphs() -> None:
    paragraphs = box(_table(("một\n\nhai",)))
    assert paragraphs is not None
    assert [[run.text for run in runs] for runs in paragraphs] == [["một"], ["hai"]]
    assert box(_table(("a", "b"))) is None
    assert box(_table(("a",), ("b",))) is None
    assert box(_table((" ",))) is None


def test_columns_of_figures_are_seen_below_their_head() -> None:
    grid = squared(_table(("Đơn vị", "Số"), ("A", "1.234,5"), ("B", "–"), header=True))
    assert grid is not None
    assert figured(grid) == [False, True]


def test_every_cell_that_says_something_must_be_a_figure() -> None:
    rows = (("a", "b", "c", "d"), ("1", "", "", "x"), ("A", "", "12 %", "2"), ("3", "", "–5,5", "3"))
    grid = squared(_table(*rows, header=True))
    assert grid is not None
    assert figured(grid) == [False, False, True, False]


@pytest.mark.parametrize(("letters", "whole"), [(1200, True), (1201, False)])
def test_half_a_page_of_letters_is_a_tall_cell(letters: int, whole: bool) -> None:
    row = ((Run("b"),), (Run("x" * letters),))
    assert whole_rows(ColumnGrid((row, row[:1] * 2), (0.5, 0.5), 10.0, False)) is whole


def test_a_row_taller_than_half_a_page_may_break() -> None:
    grid, tall = squared(_table(("a", "b"))), squared(_table(("x " * 3000, "b")))
    assert grid is not None
    assert tall is not None
    assert (whole_rows(grid), whole_rows(tall)) == (True, False)


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(
            [("Tam Đường", "Nguyễn Văn Nam", "Đảng viên", "Sinh hoạt chuyên đề"),
             ("Đảng viên", "Đảng viên", "Chủ tịch", "")],
            id="two columns want more than there is to spare",
        ),
        pytest.param(
            [("Than Uyên", "Nguyễn Văn Nam", "Tam Đường", "Ba chi bộ ghép đang tách"),
             ("Tam Đường", "Sin Suối Hồ", "Tam Đường", "")],
            id="beside its long cell stands an empty one",
        ),
    ],
)  # fmt: skip
def test_of_a_column_with_a_long_cell_no_more_than_a_quarter_is_taken(rows: list[tuple[str, ...]]) -> None:
    made = squared(Table("t", tuple(tuple((Run(cell),) for cell in row) for row in rows)))
    assert made is not None
    columns = list(zip(*rows, strict=True))
    longest = [max(len(word) for cell in column for word in cell.split()) for column in columns]
    usual = [sum(map(len, column)) / len(column) for column in columns]
    weights = [max(word, cell**0.8, 3.0) + 1.5 for word, cell in zip(longest, usual, strict=True)]
    assert made.shares[3] > 0.75 * weights[3] / sum(weights) - 1e-5
