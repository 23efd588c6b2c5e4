"""Tables at the cursor: insert, rows and columns, head row."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor, QTextTable
from PySide6.QtWidgets import QTextEdit

from desk.text.blocks import Table
from ui.editor.cells import dress
from ui.editor.char_formats import one_step
from ui.editor.document_commands import insert_blocks
from ui.paper.formats import Prop, table_at, table_of

NEW_ROWS, NEW_COLUMNS = 3, 3


def insert_table(cursor: QTextCursor, rows: int = NEW_ROWS, columns: int = NEW_COLUMNS) -> None:
    """Insert an empty table with a head row and put the cursor in its first cell; not inside another."""
    if table_at(cursor) is not None:
        return
    here = cursor.selectionStart()
    insert_blocks(cursor, [Table("", tuple(tuple(() for _ in range(columns)) for _ in range(rows)), True)])
    block = cursor.document().findBlock(here)
    while block.isValid():
        if table_of(block) is not None:
            cursor.setPosition(block.position())
            return
        block = block.next()


def choose(text: QTextEdit, block_id: str) -> bool:
    """Put the cursor into the first blank row of a table, or its first; False when it is not there."""
    for table in text.document().rootFrame().childFrames():
        if isinstance(table, QTextTable) and table.format().stringProperty(Prop.ID) == block_id:
            blank = (row for row in range(table.rows()) if _blank(table, row))
            text.setTextCursor(table.cellAt(next(blank, 0), 0).firstCursorPosition())
            return True
    return False


def _blank(table: QTextTable, row: int) -> bool:
    cursor = QTextCursor(table.document())
    for column in range(table.columns()):
        cell = table.cellAt(row, column)
        cursor.setPosition(cell.firstPosition())
        cursor.setPosition(cell.lastPosition(), QTextCursor.MoveMode.KeepAnchor)
        if cursor.selectedText().strip():
            return False
    return True


def add_row(cursor: QTextCursor, *, below: bool = True) -> None:
    """Add a row below (or above) the cursor's."""
    table = table_at(cursor)
    if table is None:
        return
    row = table.cellAt(cursor).row() + (1 if below else 0)
    with one_step(cursor):
        table.insertRows(row, 1)
        dress(table)


def add_column(cursor: QTextCursor, *, after: bool = True) -> None:
    """Add a column after (or before) the cursor's."""
    table = table_at(cursor)
    if table is None:
        return
    column = table.cellAt(cursor).column() + (1 if after else 0)
    with one_step(cursor):
        table.insertColumns(column, 1)
        dress(table)


def remove_row(cursor: QTextCursor) -> None:
    """Remove the cursor's row, with the last one the table."""
    table = table_at(cursor)
    if table is not None:
        with one_step(cursor):
            table.removeRows(table.cellAt(cursor).row(), 1)


def remove_column(cursor: QTextCursor) -> None:
    """Remove the cursor's column, with the last one the table."""
    table = table_at(cursor)
    if table is not None:
        with one_step(cursor):
            table.removeColumns(table.cellAt(cursor).column(), 1)


def remove_table(cursor: QTextCursor) -> None:
    """Remove the whole table."""
    table = table_at(cursor)
    if table is not None:
        with one_step(cursor):
            table.removeRows(0, table.rows())


def has_header(cursor: QTextCursor) -> bool:
    """Tell whether the cursor's table has a head row."""
    table = table_at(cursor)
    return table is not None and table.format().toTableFormat().headerRowCount() > 0


def toggle_header(cursor: QTextCursor) -> None:
    """Make the first row the head, or a row like the others."""
    table = table_at(cursor)
    if table is None:
        return
    with one_step(cursor):
        shape = table.format().toTableFormat()
        shape.setHeaderRowCount(0 if shape.headerRowCount() else 1)
        table.setFormat(shape)
        dress(table)


def next_cell(cursor: QTextCursor, step: int) -> None:
    """Move to the next or previous cell and select it; behind the last one a row is added."""
    table = table_at(cursor)
    if table is None:
        return
    here = table.cellAt(cursor)
    at = here.row() * table.columns() + here.column() + step
    if at < 0:
        return
    if at >= table.rows() * table.columns():
        last = table.cellAt(table.rows() - 1, table.columns() - 1).lastCursorPosition()
        add_row(last)
    cell = table.cellAt(at // table.columns(), at % table.columns())
    cursor.setPosition(cell.firstPosition())
    cursor.setPosition(cell.lastPosition(), QTextCursor.MoveMode.KeepAnchor)
