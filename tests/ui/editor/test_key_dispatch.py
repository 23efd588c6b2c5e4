"""The keys that are the editor's own: Tab, levels, lists, headings, quotes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.text.blocks import Heading, ListItem, Paragraph, Quote, Run
from tests.ui.editor.hands import ALT, CTRL, SHIFT, Hands, p


@pytest.fixture
def hands(qtbot: QtBot) -> Hands:
    return Hands(qtbot)


def test_headings_by_keys_and_a_paragraph_after_them(hands: Hands) -> None:
    hands.open(p("Kết quả", "00000001"))
    hands.end()
    hands.key(Qt.Key.Key_1, CTRL | ALT)
    assert hands.blocks == (Heading("00000001", (Run("Kết quả"),), 1),)
    hands.key(Qt.Key.Key_Return)
    hands.write("Sau")
    assert hands.kinds == [Heading, Paragraph]
    assert hands.words == ["Kết quả", "Sau"]
    hands.put(0)
    hands.key(Qt.Key.Key_2, CTRL | ALT)
    assert hands.blocks[:1] == (Heading("00000001", (Run("Kết quả"),), 2),)
    hands.key(Qt.Key.Key_0, CTRL | ALT)
    assert hands.kinds == [Paragraph, Paragraph]


def test_a_quote_by_key_and_out_of_it_by_enter(hands: Hands) -> None:
    hands.open(p("Lời dẫn", "00000001"))
    hands.end()
    hands.key(Qt.Key.Key_9, CTRL | SHIFT)
    assert hands.blocks == (Quote("00000001", (Run("Lời dẫn"),)),)
    hands.key(Qt.Key.Key_Return)
    assert hands.kinds == [Quote, Quote]
    hands.key(Qt.Key.Key_Return)
    assert hands.kinds == [Quote, Paragraph]


@pytest.mark.parametrize(("key", "sign", "ordered"), [("8", "*", False), ("7", "&", True)])
def test_lists_by_keys(hands: Hands, key: str, sign: str, ordered: bool) -> None:
    hands.open(p("Một", "00000001"), p("Hai", "00000002"))
    hands.editor.selectAll()
    hands.key(Qt.Key(ord(key)), CTRL | SHIFT)
    assert hands.blocks == (
        ListItem("00000001", (Run("Một"),), ordered),
        ListItem("00000002", (Run("Hai"),), ordered),
    )
    hands.key(Qt.Key(ord(sign)), CTRL | SHIFT)
    assert hands.kinds == [Paragraph, Paragraph]


def test_levels_by_tab_and_the_way_out_of_a_list(hands: Hands) -> None:
    hands.open(*(ListItem(f"0000000{n}", (Run(str(n)),), True) for n in range(1, 4)))
    hands.put(1)
    hands.key(Qt.Key.Key_Tab)
    assert [block.level for block in hands.blocks if isinstance(block, ListItem)] == [0, 1, 0]
    hands.key(Qt.Key.Key_Backtab, SHIFT)
    assert [block.level for block in hands.blocks if isinstance(block, ListItem)] == [0, 0, 0]
    lists = {hands.editor.page.findBlockByNumber(n).textList().format().start() for n in range(3)}
    assert lists == {1}
    assert hands.editor.page.findBlockByNumber(2).textList().count() == 3
    hands.put(1)
    hands.key(Qt.Key.Key_Tab)
    hands.key(Qt.Key.Key_Backspace)
    hands.key(Qt.Key.Key_Backspace)
    assert hands.kinds == [ListItem, Paragraph, ListItem]
    hands.end()
    hands.key(Qt.Key.Key_Return)
    assert hands.kinds[-1] is ListItem
    hands.key(Qt.Key.Key_Return)
    assert hands.kinds == [ListItem, Paragraph, ListItem, Paragraph]
    assert hands.ids[:3] == ["00000001", "00000002", "00000003"]


def test_tab_leaves_the_editor_outside_lists_and_tables(hands: Hands) -> None:
    hands.open(p("Một", "00000001"))
    hands.key(Qt.Key.Key_Tab)
    assert hands.words == ["Một"]
