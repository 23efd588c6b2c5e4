"""The pauses of a typist."""

from __future__ import annotations

from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.text.blocks import ArticleText, Paragraph, Run
from tests.ui.keys import type_in as write
from ui.editor.form import ArticleForm


def body(*texts: str) -> ArticleText:
    return ArticleText(blocks=tuple(Paragraph(f"{n:08x}", (Run(text),)) for n, text in enumerate(texts)))


def test_words_are_counted_when_idle(form: ArticleForm, qtbot: QtBot) -> None:
    form.load(body("một hai ba"))
    assert form.words.text() == "3 từ"
    form.body.moveCursor(QTextCursor.MoveOperation.End)
    write(form.body, " bốn")
    assert form.words.text() == "3 từ"
    qtbot.waitUntil(lambda: form.words.text() == "4 từ", timeout=2000)


def test_idle_comes_after_the_last_key_and_waits_for_a_composition(form: ArticleForm, qtbot: QtBot) -> None:
    form.load(body("một"))
    with qtbot.waitSignal(form.idle, timeout=2000):
        write(form.body, "x")
    QApplication.sendEvent(form.body, QInputMethodEvent("tiế", []))
    assert form.composing
    with qtbot.assertNotEmitted(form.idle, wait=1500):
        write(form.title, "y")
    done = QInputMethodEvent()
    done.setCommitString("tiếng")
    with qtbot.waitSignal(form.idle, timeout=2000):
        QApplication.sendEvent(form.body, done)
