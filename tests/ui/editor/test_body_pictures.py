"""Pictures in the body: alone in their block, chosen, removed, never loaded from outside."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from desk.text.blocks import Paragraph, Picture, block_text
from tests.ui.editor.hands import SHA, Hands, p
from ui.editor.picture_dialog import PictureDialog, PictureWords


@pytest.fixture
def hands(qtbot: QtBot) -> Hands:
    return Hands(qtbot)


def test_a_picture_stands_alone_and_writing_goes_on_below(hands: Hands) -> None:
    hands.open(p("Một hai", "00000001"))
    hands.put(0, 3)
    hands.editor.pictures.insert(SHA, "Chú thích", "Ảnh: An", "Hội trường")
    assert hands.kinds == [Paragraph, Picture, Paragraph]
    assert hands.blocks[1] == Picture(hands.ids[1], SHA, "Chú thích", "Ảnh: An", "Hội trường")
    hands.write("x")
    assert hands.words == ["Một", "Chú thích\nẢnh: An", "x hai"]
    hands.editor.undo()
    hands.editor.undo()
    assert hands.blocks == (p("Một hai", "00000001"),)


def test_letters_typed_beside_a_picture_become_a_paragraph(hands: Hands) -> None:
    hands.open(Picture("00000001", SHA), p("Sau", "00000002"))
    hands.put(0, 1)
    hands.write("ab")
    assert hands.kinds == [Picture, Paragraph, Paragraph]
    hands.put(0, 0)
    hands.write("cd")
    assert [block_text(block) for block in hands.blocks] == ["cd", "", "ab", "Sau"]
    assert hands.ids[1] == "00000001"


def test_backspace_selects_a_picture_first_then_removes_it(hands: Hands) -> None:
    hands.open(p("Trước", "00000001"), Picture("00000002", SHA), p("Sau", "00000003"))
    hands.put(2)
    hands.key(Qt.Key.Key_Backspace)
    assert hands.kinds == [Paragraph, Picture, Paragraph]
    assert hands.editor.textCursor().selectedText() == "\ufffc"
    hands.key(Qt.Key.Key_Backspace)
    assert Picture not in hands.kinds
    hands.write("x")
    assert hands.kinds == [Paragraph, Paragraph, Paragraph]
    while hands.editor.page.isUndoAvailable():
        hands.editor.undo()
    assert hands.ids == ["00000001", "00000002", "00000003"]


def test_enter_on_a_chosen_picture_asks_for_its_words(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    hands.open(Picture("00000001", SHA, "Cũ"))
    hands.put(0, 0, to=1)

    def ask(_parent: object, words: PictureWords, _image: object) -> PictureWords:
        assert words == PictureWords("Cũ", "", "", "column")
        return PictureWords("Mới", "Ảnh: An", "Mô tả", "half")

    monkeypatch.setattr(PictureDialog, "ask", ask)
    hands.key(Qt.Key.Key_Return)
    assert hands.blocks == (Picture("00000001", SHA, "Mới", "Ảnh: An", "Mô tả", "half"),)
    hands.editor.undo()
    assert hands.blocks == (Picture("00000001", SHA, "Cũ"),)


@pytest.mark.parametrize(
    "name", ["file:///etc/hostname", "http://a.vn/x.png", "//host/share/x.png", "desk.qss", "qrc:/x.png"]
)
def test_no_file_no_address_no_share_is_ever_loaded(hands: Hands, name: str) -> None:
    kind = QTextDocument.ResourceType.ImageResource.value
    assert hands.editor.loadResource(kind, QUrl(name)) is None
    assert hands.editor.page.loadResource(kind, QUrl(name)) is None
    assert hands.editor.page.resource(kind, QUrl(name)) is None


def test_an_html_image_forced_in_draws_and_reads_as_nothing(hands: Hands, tmp_path: object) -> None:
    hands.editor.page.setHtml(f'<p>a<img src="file://{tmp_path}/x.png">b</p>')
    hands.editor.grab()
    assert hands.words == ["ab"]
