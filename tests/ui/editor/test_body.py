"""The body by keyboard: blocks, lists, tables, pictures, links; ids that survive; nothing from outside."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.text.blocks import Heading, ListItem, Mark, Paragraph, Picture, Quote, Run
from tests.ui.editor.hands import ALT, CTRL, SHA, SHIFT, Hands, p
from ui.editor.body import BodyEditor
from ui.editor.link_dialog import LinkDialog, LinkWords


@pytest.fixture
def hands(qtbot: QtBot) -> Hands:
    return Hands(qtbot)


# -- writing -----------------------------------------------------------------------------------------------


def test_an_empty_body_has_no_blocks_until_something_is_typed(hands: Hands) -> None:
    assert hands.blocks == ()
    hands.write("Tin")
    assert hands.words == ["Tin"]
    assert len(hands.ids[0]) == 8


def test_typing_keeps_the_id_and_says_typed(hands: Hands) -> None:
    hands.open(p("Hội nghị", "00000001"))
    hands.end()
    with hands.qtbot.waitSignal(hands.editor.typed):
        hands.write("!")
    assert hands.blocks == (p("Hội nghị!", "00000001"),)


def test_loading_is_not_typing(hands: Hands) -> None:
    with hands.qtbot.assertNotEmitted(hands.editor.typed):
        hands.open(p("Hội nghị", "00000001"), Picture("00000002", SHA))
        hands.editor.set_picture_source(lambda _sha: None)
        hands.editor.refresh_pictures()


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


def test_decomposed_letters_are_read_back_composed(hands: Hands) -> None:
    hands.open()
    event = QInputMethodEvent()
    event.setCommitString("Nghệ An".encode().decode())
    QApplication.sendEvent(hands.editor, event)
    assert hands.words == ["Nghệ An"]


# -- input method ------------------------------------------------------------------------------------------


def compose(editor: BodyEditor, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QApplication.sendEvent(editor, event)


def test_a_vietnamese_composition_is_committed_once_and_nothing_moves_meanwhile(hands: Hands) -> None:
    hands.open(p("Chào ", "00000001"))
    hands.end()
    states: list[bool] = []
    hands.editor.composing_changed.connect(states.append)
    for preedit in ("t", "ti", "tie", "tiê", "tiêng", "tiếng"):
        compose(hands.editor, preedit)
        assert hands.editor.composing
    before = hands.blocks
    hands.editor.at_cursor.toggle_list(True)
    hands.editor.pictures.insert(SHA)
    assert hands.blocks == before
    compose(hands.editor, "", "tiếng")
    assert not hands.editor.composing
    assert hands.words == ["Chào tiếng"]
    assert states == [True, False]


def test_a_composition_beside_a_picture_gets_a_paragraph(hands: Hands) -> None:
    hands.open(Picture("00000001", SHA))
    hands.end()
    compose(hands.editor, "ả")
    compose(hands.editor, "", "ảnh")
    assert hands.kinds == [Picture, Paragraph]
    assert hands.words[1] == "ảnh"
    assert hands.ids[0] == "00000001"


# -- blocks ------------------------------------------------------------------------------------------------


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


def test_a_heading_takes_no_bold_mark_from_its_look(hands: Hands) -> None:
    hands.open(Heading("00000001", (Run("Đề mục"),), 1), p("thường", "00000002"))
    hands.put(1)
    hands.key(Qt.Key.Key_Backspace)
    assert hands.blocks == (Heading("00000001", (Run("Đề mụcthường"),), 1),)
    hands.put(0)
    hands.key(Qt.Key.Key_Backspace)
    assert hands.kinds[0] is Paragraph
    assert all(not run.marks for block in hands.blocks for run in block.runs)


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


# -- letters -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "mark"),
    [
        (Qt.Key.Key_B, Mark.BOLD),
        (Qt.Key.Key_I, Mark.ITALIC),
        (Qt.Key.Key_U, Mark.UNDERLINE),
        (Qt.Key.Key_Period, Mark.SUPER),
        (Qt.Key.Key_Comma, Mark.SUB),
    ],
)
def test_marks_by_keys_on_a_selection_and_on_letters_to_come(hands: Hands, key: Qt.Key, mark: Mark) -> None:
    hands.open(p("Một hai", "00000001"))
    hands.put(0, 0, to=3)
    hands.key(key, CTRL)
    marked = frozenset({mark})
    assert hands.blocks == (Paragraph("00000001", (Run("Một", marked), Run(" hai"))),)
    hands.key(key, CTRL)
    assert hands.blocks == (p("Một hai", "00000001"),)
    hands.end()
    hands.key(key, CTRL)
    hands.write("x")
    hands.key(key, CTRL)
    hands.write("y")
    assert hands.blocks == (Paragraph("00000001", (Run("Một hai"), Run("x", marked), Run("y"))),)


def test_sub_and_superscript_exclude_each_other_and_marks_add_up(hands: Hands) -> None:
    hands.open(Paragraph("00000001", (Run("CO"), Run("2", frozenset({Mark.SUB})))))
    hands.editor.selectAll()
    hands.key(Qt.Key.Key_B, CTRL)
    hands.put(0, 2, to=3)
    hands.key(Qt.Key.Key_Period, CTRL)
    bold = frozenset({Mark.BOLD})
    assert hands.blocks == (Paragraph("00000001", (Run("CO", bold), Run("2", bold | {Mark.SUPER}))),)


def answer_link(monkeypatch: pytest.MonkeyPatch, answer: LinkWords | None) -> list[tuple[str, str]]:
    asked: list[tuple[str, str]] = []

    def ask(_parent: object, address: str, text: str) -> LinkWords | None:
        asked.append((address, text))
        return answer

    monkeypatch.setattr(LinkDialog, "ask", ask)
    return asked


def test_a_link_is_made_changed_and_does_not_grow(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    hands.open(p("Xem trang tin nhé", "00000001"))
    hands.put(0, 4, to=13)
    asked = answer_link(monkeypatch, LinkWords("https://a.vn", "trang tin"))
    hands.key(Qt.Key.Key_K, CTRL)
    assert asked == [("", "trang tin")]
    made = (Run("Xem "), Run("trang tin", link="https://a.vn"), Run(" nhé"))
    assert hands.blocks == (Paragraph("00000001", made),)
    hands.put(0, 13)
    hands.write("x")
    assert hands.blocks[0] == Paragraph("00000001", (*made[:2], Run("x nhé")))
    hands.put(0, 6)
    asked = answer_link(monkeypatch, LinkWords("https://b.vn", "báo"))
    hands.key(Qt.Key.Key_K, CTRL)
    assert asked == [("https://a.vn", "trang tin")]
    assert hands.blocks[0] == Paragraph(
        "00000001", (Run("Xem "), Run("báo", link="https://b.vn"), Run("x nhé"))
    )
