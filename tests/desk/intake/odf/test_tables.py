"""OpenDocument's tables."""

from __future__ import annotations

from desk.intake.odf.tables import table_markup
from tests.desk.intake.odf.making import element


def test_cells_spread_and_head_rows_are_the_head() -> None:
    table = element(
        "<table:table><table:table-header-rows><table:table-row>"
        '<table:table-cell table:number-columns-spanned="2">a</table:table-cell><table:covered-table-cell/>'
        "</table:table-row></table:table-header-rows><table:table-rows><table:table-row>"
        '<table:table-cell table:number-columns-repeated="2">b</table:table-cell></table:table-row>'
        "</table:table-rows></table:table>"
    )
    assert table_markup(table, lambda cell: str(cell.text)) == (
        '<table><thead><tr><td colspan="2">a</td></tr></thead><tr><td>b</td><td>b</td></tr></table>'
    )


def test_an_empty_sheet_is_not_drawn_a_million_times() -> None:
    table = element(
        '<table:table><table:table-row table:number-rows-repeated="50000"><table:table-cell/>'
        "</table:table-row></table:table>"
    )
    assert table_markup(table, lambda cell: "").count("<tr>") == 100
