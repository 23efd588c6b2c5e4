"""Enter, Backspace and letters where Qt would break the blocks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.text.blocks import Paragraph, Run, Table
from tests.ui.editor.hands import CTRL, SHIFT, Hands, p
from ui.paper.formats import table_of


@pytest.fixture
def hands(qtbot: QtBot) -> Hands:
    return Hands(qtbot)


def test_enter_splits_and_each_half_has_its_own_id_through_undo(hands: Hands) -> None:
    hands.open(p("Một hai", "00000001"), p("Ba", "00000002"))
    hands.put(0, 3)
    hands.key(Qt.Key.Key_Return)
    assert hands.words == ["Một", " hai", "Ba"]
    split = hands.ids
    assert split[0] == "00000001"
    assert split[2] == "00000002"
    assert len(set(split)) == 3
    assert hands.ids == split
    hands.key(Qt.Key.Key_Z, CTRL)
    assert hands.blocks == (p("Một hai", "00000001"), p("Ba", "00000002"))
    hands.key(Qt.Key.Key_Y, CTRL)
    assert hands.ids == split


def test_enter_at_the_start_leaves_the_id_with_the_words(hands: Hands) -> None:
    hands.open(p("Một", "00000001"))
    hands.put(0)
    hands.key(Qt.Key.Key_Return)
    assert hands.words == ["", "Một"]
    assert hands.ids[1] == "00000001"


def test_merging_keeps_the_upper_id_and_undo_brings_both_back(hands: Hands) -> None:
    hands.open(p("Một", "00000001"), p("hai", "00000002"))
    hands.put(1)
    hands.key(Qt.Key.Key_Backspace)
    assert hands.blocks == (p("Mộthai", "00000001"),)
    hands.editor.undo()
    assert hands.ids == ["00000001", "00000002"]


def test_shift_enter_breaks_a_line_within_the_paragraph(hands: Hands) -> None:
    hands.open(p("Một", "00000001"))
    hands.end()
    hands.key(Qt.Key.Key_Return, SHIFT)
    hands.write("hai")
    assert hands.words == ["Một\nhai"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Backspace, Qt.Key.Key_Delete])
def test_the_empty_paragraph_between_two_tables_goes(hands: Hands, key: Qt.Key) -> None:
    cell = ((Run("ô"),),)
    blocks = (Table("00000001", (cell,)), Paragraph("00000002", ()), Table("00000003", (cell,)))
    hands.open(*blocks)
    hands.put(2)
    hands.key(key)
    assert hands.kinds == [Table, Table]
    assert table_of(hands.editor.textCursor().block()) is not None
    hands.key(Qt.Key.Key_Z, CTRL)
    assert hands.blocks == blocks
    hands.put(2)
    hands.key(key)
    hands.put(2)
    hands.write("x")
    assert hands.words[1] == "x"
