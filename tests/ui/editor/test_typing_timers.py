"""The pauses of a typist."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desk.text.blocks import ArticleText, Paragraph, Run
from tests.ui.editor.sample import PICTURE, picture_bytes
from ui.editor.form import ArticleForm


@pytest.fixture
def form(qtbot: QtBot) -> ArticleForm:
    made = ArticleForm()
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.body.set_picture_source({PICTURE: picture_bytes()}.get)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def write(widget: QWidget, text: str) -> None:
    for letter in text:
        QApplication.sendEvent(
            widget, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        )


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
