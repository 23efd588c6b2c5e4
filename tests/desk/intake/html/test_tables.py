"""A page's tables: spread cells, heads, and tables that only held the layout."""

from __future__ import annotations

import pytest

from desk.intake.html.clean_html import html_blocks
from desk.intake.html.tables import Cell, Grid, span
from desk.intake.pieces import IntakePiece, plain_piece
from desk.text.blocks import Paragraph, Picture, Run, Table, block_text, plain


def test_tables_keep_their_columns_when_cells_spread() -> None:
    html = (
        "<table><tr><th rowspan=2>TT</th><th colspan=2>Kết quả</th></tr><tr><th>2018</th><th>2019</th></tr>"
        "<tr><td>1<br>a<td><p>x<p>y<td></table>"
    )
    (table,) = html_blocks(html).blocks
    assert isinstance(table, Table)
    assert block_text(table) == "TT\tKết quả\t\n\t2018\t2019\n1\na\tx\ny\t"
    assert table.header


def test_a_table_of_one_column_was_only_layout() -> None:
    html = "<table><tr><td><img src='a.jpg'></td></tr><tr><td><p>Quang cảnh hội nghị</p></td></tr></table>"
    (only,) = html_blocks(html).blocks
    assert isinstance(only, Paragraph)
    assert plain(only.runs) == "Quang cảnh hội nghị"


def cell(words: str = "", across: int = 1, down: int = 1, *, head: bool = False) -> Cell:
    return Cell(head, across, down, [plain_piece(words)] if words else [])


def table(*rows: list[Cell], head: bool = False) -> Table:
    (piece,) = Grid(list(rows), head).pieces()
    assert isinstance(piece.block, Table)
    return piece.block


@pytest.mark.parametrize(
    ("value", "number"), [("2", 2), ("40", 40), ("41", 40), ("0", 1), ("-2", 1), ("", 1), ("²", 1), ("x", 1)]
)
def test_a_spread_is_a_number_from_1_to_40(value: str, number: int) -> None:
    assert span(value) == number


def test_a_cell_over_three_rows_leaves_empty_ones_below() -> None:
    made = table([cell("a", 1, 3), cell("b")], [cell("c")], [cell("d")], [cell("e"), cell("f")])
    assert block_text(made) == "a\tb\n\tc\n\td\ne\tf"


def test_a_cell_over_columns_and_rows() -> None:
    made = table([cell("a", 2, 2), cell("b")], [cell("c")], [cell("d"), cell("e"), cell("f")])
    assert block_text(made) == "a\t\tb\n\t\tc\nd\te\tf"


def test_a_short_row_is_filled_up_and_an_empty_one_left_out() -> None:
    assert block_text(table([cell("a")], [cell(), cell()], [cell("b"), cell("c")])) == "a\t\nb\tc"


def test_a_head_is_said_by_the_table_or_by_all_cells_of_its_first_row() -> None:
    row = [cell("c"), cell("d")]
    assert table([cell("a", head=True), cell("b", head=True)], row).header
    assert not table([cell("a", head=True), cell("b")], row).header
    assert table([cell("a"), cell("b")], row, head=True).header


def test_pictures_stand_after_their_table_and_a_table_in_a_cell_becomes_lines() -> None:
    picture = IntakePiece(Picture("p", ""))
    inner = IntakePiece(Table("t", (((Run("x"),), (Run("y"),)),)))
    made = Grid([[Cell(pieces=[picture, inner]), cell("b")]]).pieces()
    assert block_text(made[0].block) == "x\ty\tb"
    assert made[1:] == [picture]
    assert Grid([[Cell(pieces=[picture]), Cell()]]).pieces() == [picture]
