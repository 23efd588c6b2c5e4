"""Many cells written at once, as a spreadsheet does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from desk.text.blocks import Paragraph, Run, Table, block_text
from ui.editor.body import BodyEditor


@pytest.fixture
def editor(qtbot: QtBot) -> BodyEditor:
    made = BodyEditor()
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    return made


def table(*rows: str, header: bool = False) -> Table:
    return Table(
        "00000001", tuple(tuple((Run(w),) if w else () for w in row.split("|")) for row in rows), header
    )


def paste_at(editor: BodyEditor, words: str, text: str) -> None:
    cursor = editor.page.find(words)
    assert not cursor.isNull()
    cursor.setPosition(cursor.selectionEnd())
    editor.setTextCursor(cursor)
    mime = QMimeData()
    mime.setText(text)
    editor.insertFromMimeData(mime)


def test_cells_are_written_over_from_the_cursor_s_on(editor: BodyEditor) -> None:
    editor.set_blocks((table("a|b|c", "d|e|f", "g|h|i"), Paragraph("00000002", (Run("sau"),))))
    before = editor.blocks()
    paste_at(editor, "e", "1\t2\n3\t4\n")
    assert [block_text(block) for block in editor.blocks()] == ["a\tb\tc\nd\t1\t2\ng\t3\t4", "sau"]
    editor.undo()
    assert editor.blocks() == before


def test_a_table_grows_for_what_is_pasted(editor: BodyEditor) -> None:
    editor.set_blocks((table("TT|Tên", "1|x", header=True),))
    paste_at(editor, "x", "a\tb\nc\td\n")
    (made,) = editor.blocks()
    assert block_text(made) == "TT\tTên\t\n1\ta\tb\n\tc\td"
    assert isinstance(made, Table)
    assert made.header


def test_one_cell_is_letters(editor: BodyEditor) -> None:
    editor.set_blocks((table("a|b"),))
    paste_at(editor, "a", "x")
    assert [block_text(block) for block in editor.blocks()] == ["ax\tb"]


def test_cells_copied_here_go_into_cells(editor: BodyEditor) -> None:
    editor.set_blocks((table("a|b|c", "d|e|f"), Paragraph("00000002", (Run("sau"),))))
    cursor = editor.page.find("a")
    cursor.setPosition(cursor.selectionStart())
    cursor.setPosition(editor.page.find("e").selectionEnd(), QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    cells = editor.createMimeDataFromSelection()
    editor.setTextCursor(editor.page.find("f"))
    editor.insertFromMimeData(cells)
    assert [block_text(block) for block in editor.blocks()] == ["a\tb\tc\t\nd\te\ta\tb\n\t\td\te", "sau"]
    editor.moveCursor(QTextCursor.MoveOperation.End)
    editor.insertFromMimeData(cells)
    assert [block_text(block) for block in editor.blocks()][1:] == ["sau", "a\tb\nd\te"]
