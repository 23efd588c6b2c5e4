"""Rows of cells with known edges."""

from __future__ import annotations

from desk.intake.flow.rows import CellShape, OpenTable


def _row(table: OpenTable, words: list[str], shapes: list[CellShape]) -> None:
    for word in words:
        table.cell.append(word)
        table.end_cell()
    table.end_row(tuple(shapes))


def test_a_cell_as_wide_as_two_spreads_over_them() -> None:
    table = OpenTable()
    _row(table, ["a"], [CellShape(200)])
    _row(table, ["b", "c"], [CellShape(100.5), CellShape(200)])
    assert table.markup() == ('<table><tr><td colspan="2">a</td></tr><tr><td>b</td><td>c</td></tr></table>')


def test_a_cell_that_goes_on_from_above_or_from_the_left_is_one_with_it() -> None:
    table = OpenTable()
    _row(table, ["a", "b", "c"], [CellShape(100), CellShape(200), CellShape(300, goes_on=True)])
    _row(table, ["", "d", "e"], [CellShape(100, below=True), CellShape(200), CellShape(300)])
    assert table.markup() == (
        '<table><tr><td rowspan="2">a</td><td colspan="2">bc</td></tr><tr><td>d</td><td>e</td></tr></table>'
    )


def test_a_row_without_an_end_or_without_shapes_is_a_row() -> None:
    table = OpenTable()
    table.cell.append("a")
    assert table.markup() == "<table><tr><td>a</td></tr></table>"
    assert OpenTable().markup() == ""
