"""What is typed holds no signs that nobody sees."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.text.blocks import block_text
from ui.editor.body import BodyEditor
from ui.editor.fields import GrowingText
from ui.editor.typed_signs import seen_key


def key(text: str) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, text)


@pytest.fixture(params=[True, False])
def field(request: pytest.FixtureRequest, qtbot: QtBot) -> BodyEditor | GrowingText:
    made = BodyEditor() if request.param else GrowingText("Tít", "Tít")
    qtbot.addWidget(made)
    made.show()
    return made


def words(field: BodyEditor | GrowingText) -> str:
    return field.text() if isinstance(field, GrowingText) else "".join(map(block_text, field.blocks()))


def test_unseen_signs_are_not_typed(field: BodyEditor | GrowingText) -> None:
    for text in ("a", "\u200b", "\u202e", "b"):
        QApplication.sendEvent(field, key(text))
    composed = QInputMethodEvent()
    composed.setCommitString("c\ufeffe\u0323\u0302")
    QApplication.sendEvent(field, composed)
    assert words(field) == "abcệ"


def test_keys_that_type_nothing_are_left_as_they_are() -> None:
    for text in ("", "\r", "\t", "\x08", "\x7f", "ă"):
        event = key(text)
        assert seen_key(event) is event
