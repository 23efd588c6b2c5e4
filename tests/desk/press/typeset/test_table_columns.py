"""Table columns: rows equally long, widths by what stands in them, boxes and figures told apart."""

from __future__ import annotations

from desk.press.typeset.table_columns import box, figured, squared, whole_rows
from desk.text.blocks import Run, Table


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
    sizes = [grid.size for count in (4, 6, 9, 12, 13) if (grid := squared(_table(("x",) * count)))]
    assert sizes == [10.0, 9.0, 8.0, 7.0, 5.5]


def test_a_table_of_one_cell_is_a_box_with_its_lines_as_paragraphs() -> None:
    paragraphs = box(_table(("một\n\nhai",)))
    assert paragraphs is not None
    assert [[run.text for run in runs] for runs in paragraphs] == [["một"], ["hai"]]
    assert box(_table(("a", "b"))) is None
    assert box(_table((" ",))) is None


def test_columns_of_figures_are_seen_below_their_head() -> None:
    grid = squared(_table(("Đơn vị", "Số"), ("A", "1.234,5"), ("B", "–"), header=True))
    assert grid is not None
    assert figured(grid) == [False, True]


def test_a_row_taller_than_half_a_page_may_break() -> None:
    grid, tall = squared(_table(("a", "b"))), squared(_table(("x " * 3000, "b")))
    assert grid is not None
    assert tall is not None
    assert (whole_rows(grid), whole_rows(tall)) == (True, False)
