"""The body by keyboard: blocks, lists, tables, pictures, links; ids that survive; nothing from outside."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt, QUrl
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextCursor, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.text import (
    Block,
    Heading,
    ListItem,
    Mark,
    Paragraph,
    Picture,
    Quote,
    Run,
    Table,
    block_text,
    plain,
)
from ui.dialogs.link import LinkDialog, LinkWords
from ui.dialogs.picture import PictureDialog, PictureWords
from ui.widgets.body_editor import BodyEditor
from ui.widgets.editor_picture import decode

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier
SHA = "ab" * 32


def p(text: str, block_id: str = "", *marks: Mark) -> Paragraph:
    return Paragraph(block_id, (Run(text, frozenset(marks)),) if text else ())


class Hands:
    """A person at the editor."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.editor = BodyEditor()
        qtbot.addWidget(self.editor)
        self.editor.resize(600, 400)
        self.editor.show()
        qtbot.waitExposed(self.editor)
        self.editor.activateWindow()
        self.editor.setFocus()

    def open(self, *blocks: Block) -> None:
        self.editor.set_blocks(blocks)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.editor, key, modifiers)

    def write(self, text: str) -> None:
        for letter in text:  # QTest's keyClicks aborts on letters that are not ASCII
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(self.editor, QKeyEvent(kind, 0, NONE, letter))

    def put(self, block: int, column: int = 0, *, to: int | None = None) -> None:
        place = self.editor.page.findBlockByNumber(block).position()
        cursor = self.editor.textCursor()
        cursor.setPosition(place + column)
        if to is not None:
            cursor.setPosition(place + to, QTextCursor.MoveMode.KeepAnchor)
        self.editor.setTextCursor(cursor)

    def end(self) -> None:
        self.editor.moveCursor(QTextCursor.MoveOperation.End)

    def paste(self, mime: QMimeData) -> None:
        self.editor.insertFromMimeData(mime)

    @property
    def blocks(self) -> tuple[Block, ...]:
        return self.editor.blocks()

    @property
    def words(self) -> list[str]:
        return [block_text(block) for block in self.blocks]

    @property
    def kinds(self) -> list[type]:
        return [type(block) for block in self.blocks]

    @property
    def ids(self) -> list[str]:
        return [block.id for block in self.blocks]


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
    hands.editor.toggle_list(True)
    hands.editor.insert_picture(SHA)
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


# -- tables ------------------------------------------------------------------------------------------------


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
    hands.editor.actions_by_name["header"].trigger()
    assert not hands.blocks[1].header  # type: ignore[union-attr]
    hands.editor.actions_by_name["column_before"].trigger()
    hands.editor.actions_by_name["remove_row"].trigger()
    table = hands.blocks[1]
    assert isinstance(table, Table)
    assert (len(table.rows), len(table.rows[0])) == (3, 4)
    hands.editor.actions_by_name["remove_table"].trigger()
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


# -- pictures ----------------------------------------------------------------------------------------------


def test_a_picture_stands_alone_and_writing_goes_on_below(hands: Hands) -> None:
    hands.open(p("Một hai", "00000001"))
    hands.put(0, 3)
    hands.editor.insert_picture(SHA, "Chú thích", "Ảnh: An", "Hội trường")
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

    def ask(_parent: object, caption: str, credit: str, alt: str, _image: object) -> PictureWords:
        assert (caption, credit, alt) == ("Cũ", "", "")
        return PictureWords("Mới", "Ảnh: An", "Mô tả")

    monkeypatch.setattr(PictureDialog, "ask", ask)
    hands.key(Qt.Key.Key_Return)
    assert hands.blocks == (Picture("00000001", SHA, "Mới", "Ảnh: An", "Mô tả"),)
    hands.editor.undo()
    assert hands.blocks == (Picture("00000001", SHA, "Cũ"),)


# -- nothing from outside ----------------------------------------------------------------------------------


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


def test_an_image_bomb_is_no_picture() -> None:
    assert decode(b"not a picture") is None
    assert decode(b"") is None
    header = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + (30000).to_bytes(4, "big") * 2 + b"\x08\x02\x00\x00\x00"
    assert decode(header + b"\x00" * 40) is None


# -- reading only ------------------------------------------------------------------------------------------


def test_a_read_only_body_takes_nothing(hands: Hands) -> None:
    hands.open(p("Một", "00000001"))
    hands.editor.setReadOnly(True)
    hands.editor.actions_by_name.follow()
    mime = QMimeData()
    mime.setText("dán")
    hands.paste(mime)
    hands.editor.insert_picture(SHA)
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
