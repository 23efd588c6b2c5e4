"""Tables in the body."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.text.blocks import Paragraph, Run, Table, plain
from tests.ui.editor.hands import CTRL, SHIFT, Hands, p
from ui.editor.actions import Command


@pytest.fixture
def hands(qtbot: QtBot) -> Hands:
    return Hands(qtbot)


def test_a_table_by_key_filled_by_tab(hands: Hands) -> None:
    hands.open(p("Trước", "00000001"), p("Sau", "00000002"))
    hands.put(0, 5)
    hands.key(Qt.Key.Key_T, CTRL | SHIFT)
    for text in "abc":
        hands.write(text)
        hands.key(Qt.Key.Key_Tab)
    assert hands.kinds == [Paragraph, Table, Paragraph]
    table = hands.blocks[1]
    assert isinstance(table, Table)
    assert table.header
    assert [plain(cell) for cell in table.rows[0]] == ["a", "b", "c"]
    assert all(not run.marks for cell in table.rows[0] for run in cell)
    for _ in range(6):
        hands.key(Qt.Key.Key_Tab)
    hands.write("mới")
    table = hands.blocks[1]
    assert isinstance(table, Table)
    assert len(table.rows) == 4
    assert plain(table.rows[3][0]) == "mới"
    hands.editor.acts[Command.HEADER].trigger()
    assert not hands.blocks[1].header  # type: ignore[union-attr]
    hands.editor.acts[Command.COLUMN_BEFORE].trigger()
    hands.editor.acts[Command.REMOVE_ROW].trigger()
    table = hands.blocks[1]
    assert isinstance(table, Table)
    assert (len(table.rows), len(table.rows[0])) == (3, 4)
    hands.editor.acts[Command.REMOVE_TABLE].trigger()
    assert [kind for kind in hands.kinds if kind is Table] == []
    while hands.editor.page.isUndoAvailable():
        hands.editor.undo()
    assert hands.blocks == (p("Trước", "00000001"), p("Sau", "00000002"))


def test_enter_in_a_cell_breaks_its_line(hands: Hands) -> None:
    hands.open(Table("00000001", (((Run("ab"),),),)))
    hands.put(1, 1)
    hands.key(Qt.Key.Key_Return)
    assert hands.blocks == (Table("00000001", (((Run("a\nb"),),),)),)


def test_no_table_in_a_table(hands: Hands) -> None:
    hands.open(Table("00000001", (((Run("ab"),),),)))
    hands.put(1, 1)
    hands.key(Qt.Key.Key_T, CTRL | SHIFT)
    assert hands.blocks == (Table("00000001", (((Run("ab"),),),)),)


def test_one_goes_on_writing_below_a_table_at_the_end(hands: Hands) -> None:
    hands.open(p("Trước", "00000001"))
    hands.put(0, 5)
    hands.key(Qt.Key.Key_T, CTRL | SHIFT)
    for _ in range(3):
        hands.key(Qt.Key.Key_Down)
    hands.write("Sau bảng")
    assert hands.kinds == [Paragraph, Table, Paragraph]
    assert plain(hands.blocks[2].runs) == "Sau bảng"  # type: ignore[union-attr]


def test_so_one_does_in_an_article_that_ends_with_a_table(hands: Hands) -> None:
    hands.open(p("Trước", "00000001"), Table("00000002", (((Run("ab"),),),)))
    hands.key(Qt.Key.Key_End, CTRL)
    hands.write("Sau bảng")
    assert hands.kinds == [Paragraph, Table, Paragraph]
    assert plain(hands.blocks[2].runs) == "Sau bảng"  # type: ignore[union-attr]
