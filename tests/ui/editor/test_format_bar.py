"""The bar of formats."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor, QTextCursor
from PySide6.QtTest import QTest

from desk.text.blocks import ArticleText, Heading, ListItem, Paragraph, Run, Table
from ui.editor.actions import Command
from ui.editor.form import ArticleForm


def test_the_bar_follows_the_cursor_and_changes_blocks(form: ArticleForm) -> None:
    form.load(ArticleText(blocks=(Heading("00000001", (Run("Đề"),), 2), Paragraph("00000002", (Run("x"),)))))
    assert form.format_bar.style_box.currentText() == "Đề mục nhỏ"
    form.body.moveCursor(QTextCursor.MoveOperation.End)
    assert form.format_bar.style_box.currentText() == "Đoạn văn"
    form.format_bar.style_box.activated.emit(1)
    assert form.text().blocks[1] == Heading("00000002", (Run("x"),), 1)
    form.body.selectAll()
    form.format_bar.buttons["bold"].click()
    assert form.format_bar.buttons["bold"].isChecked()
    for name, button in form.format_bar.buttons.items():
        assert button.accessibleName(), name
        assert button.toolTip(), name
        assert not button.icon().isNull(), name


def test_the_button_of_tables_opens_within_a_table_too(form: ArticleForm) -> None:
    form.load(ArticleText(blocks=(Table("00000001", ((_cell("a"), _cell("b")),)),)))
    button = form.format_bar.buttons["table"]
    assert button.isEnabled()
    cursor = QTextCursor(form.body.document())
    while cursor.currentTable() is None:
        assert cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
    form.body.setTextCursor(cursor)
    assert not form.body.acts[Command.TABLE].isEnabled()
    assert button.isEnabled()
    assert any(action.isEnabled() for action in button.menu().actions())


def test_the_button_of_tables_is_let_up_with_its_menu(form: ArticleForm) -> None:
    button = form.format_bar.buttons["table"]
    form.show()
    QCursor.setPos(form.mapToGlobal(form.rect().bottomRight()))
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    button.setDown(True)
    button.menu().popup(form.mapToGlobal(form.rect().center()))
    form.body.acts[Command.TABLE].trigger()
    button.menu().close()
    assert not button.underMouse()
    assert not button.isDown()


def test_the_kind_is_named_anew_between_blocks_that_are_no_styles(form: ArticleForm) -> None:
    item = ListItem("00000002", (Run("việc"),))
    form.load(ArticleText(blocks=(Table("00000001", ((_cell("a"), _cell("b")),)), item)))
    cursor = QTextCursor(form.body.document())
    while cursor.currentTable() is None:
        assert cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
    form.body.setTextCursor(cursor)
    box = form.format_bar.style_box
    assert (box.currentIndex(), box.placeholderText()) == (-1, "Ô của bảng")
    form.body.moveCursor(QTextCursor.MoveOperation.End)
    assert (box.currentIndex(), box.placeholderText()) == (-1, "Danh sách")


def _cell(words: str) -> tuple[Run, ...]:
    return (Run(words),)


@pytest.mark.parametrize("words", ["", "Đề mục"])
def test_the_bar_follows_a_key_that_changes_the_block(form: ArticleForm, words: str) -> None:
    form.load(ArticleText(blocks=(Paragraph("00000001", (Run(words),) if words else ()),)))
    form.body.setFocus()
    box, acts = form.format_bar.style_box, form.body.acts
    hand = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    for key, shown, checked in (
        (Qt.Key.Key_1, "Đề mục lớn", Command.HEADING1),
        (Qt.Key.Key_2, "Đề mục nhỏ", Command.HEADING2),
        (Qt.Key.Key_0, "Đoạn văn", Command.PARAGRAPH),
    ):
        QTest.keyClick(form.body, key, hand)
        assert box.currentText() == shown
        assert acts[checked].isChecked()
    acts[Command.QUOTE].trigger()
    assert box.currentText() == "Trích dẫn"
    assert acts[Command.QUOTE].isChecked()
    acts[Command.BULLETS].trigger()
    assert box.placeholderText() == "Danh sách"
    assert acts[Command.BULLETS].isChecked()
    acts[Command.UNDO].trigger()
    assert box.currentText() == "Trích dẫn"
    assert acts[Command.QUOTE].isChecked()
