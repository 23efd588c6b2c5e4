"""The cells of a table in the editor: their look, and what is written into many of them at once."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor, QTextTable

from desk.text.blocks import Table
from ui.editor.char_formats import restyle
from ui.paper.blocks_to_qt import write_runs
from ui.paper.formats import Style, block_format


def dress(table: QTextTable) -> None:
    """Give every cell the look of its row."""
    for row in range(table.rows()):
        for column in range(table.columns()):
            cursor = table.cellAt(row, column).firstCursorPosition()
            style = style_of_row(table, row)
            if cursor.blockFormat() != block_format(style, ""):
                cursor.setBlockFormat(block_format(style, ""))
            restyle(cursor.block())


def style_of_row(table: QTextTable, row: int) -> Style:
    """Return the style of the cells in a row."""
    return Style.HEAD_CELL if row < table.format().toTableFormat().headerRowCount() else Style.CELL


def fill_cells(cursor: QTextCursor, table: QTextTable, pasted: Table) -> None:
    """Write a table's cells over those from the cursor's on, as a spreadsheet does; rows and columns are added."""
    first = table.cellAt(cursor)
    rows, columns = len(pasted.rows), max(map(len, pasted.rows), default=0)
    added = (first.row() + rows - table.rows(), first.column() + columns - table.columns())
    if added[0] > 0:
        table.appendRows(added[0])
    if added[1] > 0:
        table.appendColumns(added[1])
    if max(added) > 0:
        dress(table)
    for down, row in enumerate(pasted.rows):
        style = style_of_row(table, first.row() + down)
        for across, runs in enumerate(row):
            cell = table.cellAt(first.row() + down, first.column() + across)
            cursor.setPosition(cell.firstPosition())
            cursor.setPosition(cell.lastPosition(), QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
            write_runs(cursor, runs, style)
