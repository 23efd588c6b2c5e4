"""Hands that do anything in any order: nothing breaks, ids stay single, undo leads back to the start."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.text.blocks import (
    ArticleText,
    Block,
    Heading,
    ListItem,
    Mark,
    Paragraph,
    Picture,
    Quote,
    Run,
    Table,
    normal,
)
from ui.editor.actions import Command
from ui.editor.body import BodyEditor

CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
SHA = "ef" * 32
CELL = (Run("ô"),)
START: tuple[Block, ...] = (
    Heading("00000001", (Run("Đề mục"),), 1),
    Paragraph("00000002", (Run("Đoạn "), Run("đậm", frozenset({Mark.BOLD})), Run(" x", link="https://a.vn"))),
    ListItem("00000003", (Run("một"),), True, 0, 3),
    ListItem("00000004", (Run("hai"),), False, 1),
    Picture("00000005", SHA, "Chú thích"),
    Quote("00000006", (Run("lời\ndẫn"),)),
    Table("00000007", ((CELL, CELL), (CELL, ())), True),
    Picture("00000008", SHA),
    Table("00000009", ((CELL,),)),
    Paragraph("0000000a", (Run("Cuối"),)),
)
KEYS = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_X,
)
NAMES = (
    *("bold", "italic", "super", "clear", "bullets", "numbers", "quote", "heading1", "heading2", "paragraph"),
    *("table", "row_above", "row_below", "column_after", "remove_row", "remove_column", "header"),
)


class Monkey:
    """Random hands with a seed."""

    def __init__(self, editor: BodyEditor, seed: int) -> None:
        self.editor = editor
        self.dice = random.Random(seed)

    def act(self) -> None:
        dice, editor = self.dice, self.editor
        cursor = editor.textCursor()
        cursor.setPosition(dice.randrange(editor.page.characterCount()))
        if dice.random() < 0.4:
            far = min(cursor.position() + dice.randrange(5), editor.page.characterCount() - 1)
            cursor.setPosition(far, QTextCursor.MoveMode.KeepAnchor)
        editor.setTextCursor(cursor)
        what = dice.randrange(7)
        if what < 3:
            QTest.keyClick(editor, dice.choice(KEYS), CTRL if dice.random() < 0.1 else NONE)
        elif what == 3:
            editor.acts[Command(dice.choice(NAMES))].trigger()
        elif what == 4:
            editor.pictures.insert(SHA)
        elif what == 5:
            editor.at_cursor.insert_blocks(dice.sample(START, dice.randrange(1, 4)))
        else:
            QApplication.sendEvent(editor, QKeyEvent(QEvent.Type.KeyPress, 0, NONE, "ữ"))


@pytest.mark.parametrize("seed", range(5))
def test_whatever_hands_do_the_text_is_whole_and_undo_leads_back(qtbot: QtBot, seed: int) -> None:
    editor = BodyEditor()
    qtbot.addWidget(editor)
    editor.resize(600, 500)
    editor.show()
    editor.set_blocks(START)
    assert editor.blocks() == START
    monkey = Monkey(editor, seed)
    for _ in range(60):
        monkey.act()
        found = editor.blocks()
        ids = [block.id for block in found]
        assert len(set(ids)) == len(ids)
        assert all(ids)
        assert editor.blocks() == found
        other = BodyEditor()
        other.set_blocks(normal(ArticleText(blocks=found)).blocks)
        assert other.blocks() == found
        other.deleteLater()
    editor.grab()
    while editor.page.isUndoAvailable():
        editor.undo()
    assert editor.blocks() == START
