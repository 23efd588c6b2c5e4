"""Two tables laid on each other: a row that came, a column that went, a figure that changed in its cell."""

from __future__ import annotations

from desk.compare.tables import CellChange, flat, grid
from desk.compare.words import OpKind
from desk.text.blocks import Run, Table, block_text


def _table(*rows: tuple[str, ...]) -> Table:
    return Table("t", tuple(tuple((Run(cell),) for cell in row) for row in rows))


def _changed(cell: CellChange) -> bool:
    return any(op.kind is not OpKind.EQUAL for op in cell.ops)


OLD = _table(("Đơn vị", "Số"), ("Sở Y tế", "12"), ("Sở Nội vụ", "7"))


def test_a_row_that_came_changes_no_other() -> None:
    new = _table(("Đơn vị", "Số"), ("Sở Y tế", "12"), ("Báo tỉnh", "3"), ("Sở Nội vụ", "7"))
    rows = grid(OLD, new)
    assert [row.kind for row in rows] == [OpKind.EQUAL, OpKind.EQUAL, OpKind.INSERT, OpKind.EQUAL]
    assert not any(_changed(cell) for row in (rows[0], rows[1], rows[3]) for cell in row.cells)


def test_a_figure_changes_in_its_own_cell() -> None:
    new = _table(("Đơn vị", "Số"), ("Sở Y tế", "15"), ("Sở Nội vụ", "7"))
    (cell,) = (cell for row in grid(OLD, new) for cell in row.cells if _changed(cell))
    assert [(op.kind, op.text) for op in cell.ops] == [(OpKind.DELETE, "12"), (OpKind.INSERT, "15")]


def test_rows_without_a_number_are_told_apart_by_their_words() -> None:
    """Below a merged cell the first ones are empty: that they are so makes no row another's."""
    old = _table(("", "Sở Y tế", "12"), ("", "Báo tỉnh", "3"))
    gone, stayed = grid(old, _table(("", "Báo tỉnh", "4")))
    assert (gone.kind, stayed.kind) == (OpKind.DELETE, OpKind.EQUAL)
    assert [_changed(cell) for cell in stayed.cells] == [False, False, True]


def test_a_column_that_went_is_gone_from_every_row() -> None:
    new = _table(("Đơn vị",), ("Sở Y tế",), ("Sở Nội vụ",))
    assert [[cell.new is None for cell in row.cells] for row in grid(OLD, new)] == [[False, True]] * 3


def test_the_words_of_both_sides_are_whole() -> None:
    new = _table(("Đơn vị", "Số", "Ghi chú"), ("Sở Nội vụ", "8", "mới"))
    ops = flat(grid(OLD, new))
    assert "".join(op.text for op in ops if op.kind is not OpKind.INSERT) == block_text(OLD)
    assert "".join(op.text for op in ops if op.kind is not OpKind.DELETE) == block_text(new)
