"""A person at the body editor, for the tests."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.text.blocks import Block, Mark, Paragraph, Run, block_text
from ui.editor.body import BodyEditor

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
