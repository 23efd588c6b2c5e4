"""The menus of the editor: what they hold, and what rests."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from desk.text.blocks import Picture
from tests.ui.editor.hands import SHA, p
from ui.editor.actions import Command
from ui.editor.body import BodyEditor
from ui.editor.fields import GrowingText
from ui.editor.menu import MenuContext, body_menu, plain_menu


def _body(qtbot: QtBot, *blocks: object) -> tuple[BodyEditor, list[str]]:
    editor = BodyEditor()
    qtbot.addWidget(editor)
    editor.set_blocks(blocks)  # type: ignore[arg-type]  # blocks of the desk
    menu = body_menu(MenuContext(editor, editor.acts, editor.pictures.edit))
    return editor, [action.text() for action in menu.actions() if not action.isSeparator()]


def test_the_body_offers_its_commands_with_their_keys(qtbot: QtBot) -> None:
    editor, words = _body(qtbot, p("một"))
    assert words[:2] == ["Hoàn tác", "Làm lại"]
    assert {"Cắt", "Chép", "Dán", "Dán chỉ lấy chữ", "Chọn tất cả", "Liên kết…", "Bảng"} <= set(words)
    assert "Chú thích ảnh…" not in words
    assert editor.acts[Command.LINK].shortcut().toString() == "Ctrl+K"


def test_a_picture_has_its_words_in_the_menu(qtbot: QtBot) -> None:
    _, words = _body(qtbot, Picture("", SHA))
    assert "Chú thích ảnh…" in words


def test_a_field_that_is_only_read_lets_copy(qtbot: QtBot) -> None:
    field = GrowingText("Tít bài", "Tít bài")
    qtbot.addWidget(field)
    field.set_text("Giao ban")
    field.selectAll()
    field.setReadOnly(True)
    may = {action.text(): action.isEnabled() for action in plain_menu(field).actions()}
    assert (may["Cắt"], may["Chép"], may["Dán"]) == (False, True, False)
    field.setReadOnly(False)
    cut = next(action for action in plain_menu(field).actions() if action.text() == "Cắt")
    cut.trigger()
    assert field.text() == ""
