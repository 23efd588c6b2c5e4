"""The body: what is typed and composed, ids that survive, nothing typed where one only reads."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desk.text.blocks import Block, Heading, Paragraph, Picture, Run
from tests.ui.editor.hands import ALT, CTRL, SHA, Hands, p
from ui.editor.body import BodyEditor


@pytest.fixture
def hands(qtbot: QtBot) -> Hands:
    return Hands(qtbot)


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


def test_decomposed_letters_are_read_back_composed(hands: Hands) -> None:
    hands.open()
    event = QInputMethodEvent()
    event.setCommitString("Nghệ An".encode().decode())
    QApplication.sendEvent(hands.editor, event)
    assert hands.words == ["Nghệ An"]


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


def test_a_heading_takes_no_bold_mark_from_its_look(hands: Hands) -> None:
    hands.open(Heading("00000001", (Run("Đề mục"),), 1), p("thường", "00000002"))
    hands.put(1)
    hands.key(Qt.Key.Key_Backspace)
    assert hands.blocks == (Heading("00000001", (Run("Đề mụcthường"),), 1),)
    hands.put(0)
    hands.key(Qt.Key.Key_Backspace)
    assert hands.kinds[0] is Paragraph
    assert all(not run.marks for block in hands.blocks for run in block.runs)


def test_a_read_only_body_takes_nothing(hands: Hands) -> None:
    hands.open(p("Một", "00000001"))
    hands.editor.setReadOnly(True)
    hands.editor.acts.follow()
    mime = QMimeData()
    mime.setText("dán")
    hands.paste(mime)
    hands.editor.pictures.insert(SHA)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_X):
        hands.key(key)
    hands.key(Qt.Key.Key_1, CTRL | ALT)
    assert hands.blocks == (p("Một", "00000001"),)


def test_thirty_thousand_words_open(hands: Hands) -> None:
    blocks: Sequence[Block] = [p("từ " * 100, f"{n:08x}") for n in range(300)]
    hands.open(*blocks)
    hands.end()
    hands.write("x")
    assert len(hands.blocks) == 300


class Painted(QObject):
    """Notes how much of a viewport is painted anew."""

    def __init__(self, viewport: QWidget) -> None:
        super().__init__(viewport)
        self.heights: list[int] = []
        viewport.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.heights.append(event.region().boundingRect().height())
        return False


def test_a_key_paints_its_paragraph_and_not_the_page(qtbot: QtBot) -> None:
    hands = Hands(qtbot)
    hands.open(*(p(f"Đoạn {at}", f"0000000{at}") for at in range(6)), Picture("0000000a", SHA))
    hands.put(2, 4)
    qtbot.wait(20)
    painted = Painted(hands.editor.viewport())
    hands.write("x")
    qtbot.waitUntil(lambda: bool(painted.heights))
    whole = hands.editor.viewport().height()
    assert max(painted.heights) < whole / 3
    hands.put(6)  # at the picture: its frame is drawn, wherever it stands
    qtbot.waitUntil(lambda: max(painted.heights) == whole)
    painted.heights.clear()
    hands.put(0)  # and taken off
    qtbot.waitUntil(lambda: bool(painted.heights) and max(painted.heights) == whole)
