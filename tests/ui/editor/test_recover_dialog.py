"""The choice between two texts."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.making import words
from tests.ui.modal import answer
from ui.editor.recover_dialog import RecoverDialog


@pytest.mark.parametrize(
    ("button", "taken"), [("của tôi", True), ("của đồng nghiệp", False), ("Để sau", None)]
)
def test_either_text_is_taken_or_neither_yet(qtbot: QtBot, button: str, taken: bool | None) -> None:
    host = QWidget()
    qtbot.addWidget(host)

    def press(dialog: RecoverDialog) -> None:
        next(made for made in dialog.findChildren(QPushButton) if button in made.text()).click()

    answer(RecoverDialog, press)
    assert RecoverDialog.ask_colleague(host, words("Của họ"), words("Của tôi"), {}) is taken
