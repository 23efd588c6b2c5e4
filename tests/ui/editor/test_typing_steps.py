"""Undo by words, however the words come: Unikey's corrections, an input method, a keyboard with all letters."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desk.text.blocks import Block, Heading, ListItem, Paragraph, Picture, Run
from tests.ui.editor.hands import CTRL, SHA, Hands, p
from tests.ui.keys import focused
from tests.ui.modal import front
from tests.ui.typed_streams import STREAMS, by_input_method, by_unikey
from ui.editor.fields import GrowingText


@pytest.fixture
def hands(qtbot: QtBot) -> Hands:
    made = Hands(qtbot)
    front(made.editor)
    return made


def _back(hands: Hands) -> list[list[str]]:
    """Take back all there is; return what stands after each step."""
    stood = []
    while hands.editor.page.isUndoAvailable():
        hands.key(Qt.Key.Key_Z, CTRL)
        stood.append(hands.words)
    return stood


@pytest.mark.parametrize("stream", STREAMS)
def test_a_word_is_a_step_of_undo_and_of_redo(hands: Hands, stream: str) -> None:
    hands.open(p("x "))
    hands.end()
    STREAMS[stream]()
    assert _back(hands) == [["x Đường hoà "], ["x Đường "], ["x "]]
    while hands.editor.page.isRedoAvailable():
        hands.editor.redo()
    assert hands.words == ["x Đường hoà mới"]


@pytest.mark.parametrize("stream", STREAMS)
def test_a_title_is_taken_back_by_words(qtbot: QtBot, stream: str) -> None:
    title = GrowingText("Tít", "Tít")
    qtbot.addWidget(title)
    title.show()
    front(title)
    title.setFocus()
    STREAMS[stream]()
    stood = []
    while title.page.isUndoAvailable():
        title.undo()
        stood.append(title.text())
    assert stood == ["Đường hoà ", "Đường ", ""]


@pytest.mark.parametrize(
    "blocks",
    [
        (p("một", "00000001"), p("hai", "00000002")),
        (p("một", "00000001"), Picture("00000002", SHA), p("ba", "00000003")),
    ],
)
def test_typing_over_several_blocks_is_one_step(hands: Hands, blocks: tuple[Block, ...]) -> None:
    hands.open(*blocks)
    hands.put(0, 1)
    cursor = hands.editor.textCursor()
    cursor.setPosition(hands.editor.page.characterCount() - 2, cursor.MoveMode.KeepAnchor)
    hands.editor.setTextCursor(cursor)
    by_unikey(("d đ",))
    assert hands.words[0].startswith("mđ")
    assert len(hands.blocks) == 1
    hands.key(Qt.Key.Key_Z, CTRL)
    assert hands.blocks == blocks


@pytest.mark.parametrize("come", [by_unikey, by_input_method])
@pytest.mark.parametrize(
    "first",
    [
        ListItem("00000001", (Run("một"),), True, 0),
        ListItem("00000001", (Run("một"),), False, 1),
        Heading("00000001", (Run("một"),), 1),
    ],
)
def test_who_types_over_everything_begins_with_a_paragraph(hands: Hands, first: Block, come: object) -> None:
    assert callable(come)
    for blocks in ((first,), (first, p("hai", "00000002"))):
        hands.open(*blocks)
        hands.editor.selectAll()
        come(("d đ",))
        assert (hands.kinds, hands.words) == ([Paragraph], ["đ"])
        hands.key(Qt.Key.Key_Z, CTRL)
        assert hands.blocks == blocks


def test_a_move_or_another_change_begins_another_step(hands: Hands) -> None:
    hands.open(p("x"))
    hands.end()
    hands.write("ab")
    hands.key(Qt.Key.Key_Left)
    hands.key(Qt.Key.Key_Right)
    hands.write("c")
    hands.key(Qt.Key.Key_B, CTRL)
    hands.write("d")
    assert _back(hands)[-2:] == [["xab"], ["x"]]


def test_what_stood_before_is_taken_back_by_a_step_of_its_own(hands: Hands) -> None:
    hands.open(p("đỏ"))
    hands.end()
    hands.write("i")
    for _ in range(3):
        QTest.keyClick(focused(), Qt.Key.Key_Backspace)
    assert hands.words == [""]
    assert _back(hands) == [["đỏ"]] or _back(hands) == []
    assert hands.words == ["đỏ"]


def test_a_composition_goes_on_behind_what_it_has_committed(hands: Hands) -> None:
    from PySide6.QtGui import QInputMethodEvent
    from PySide6.QtWidgets import QApplication

    hands.open(p(""))
    event = QInputMethodEvent("mơ", [])
    event.setCommitString("đ ")
    QApplication.sendEvent(hands.editor, QInputMethodEvent("đ", []))
    QApplication.sendEvent(hands.editor, event)
    assert hands.words == ["đ "]
    assert hands.editor.composing
    assert hands.editor.textCursor().block().layout().preeditAreaText() == "mơ"
