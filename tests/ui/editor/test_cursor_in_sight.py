"""The cursor is kept in sight."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desk.text.blocks import ArticleText, Paragraph, Run
from ui.editor.form import ArticleForm

CTRL = Qt.KeyboardModifier.ControlModifier


def body(*texts: str) -> ArticleText:
    return ArticleText(blocks=tuple(Paragraph(f"{n:08x}", (Run(text),)) for n, text in enumerate(texts)))


def test_the_page_follows_the_cursor(form: ArticleForm, qtbot: QtBot) -> None:
    form.load(body(*("một hai ba bốn năm " * 12 for _ in range(60))))
    form.body.setFocus()
    QTest.keyClick(form.body, Qt.Key.Key_End, CTRL)
    bar = form.pages.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() > 1000)
    here = form.body.textCursor().position()
    QTest.keyClick(form.body, Qt.Key.Key_PageUp)
    assert here - 6000 < form.body.textCursor().position() < here - 500
    QTest.keyClick(form.body, Qt.Key.Key_Home, CTRL)
    qtbot.waitUntil(lambda: bar.value() < 300)
