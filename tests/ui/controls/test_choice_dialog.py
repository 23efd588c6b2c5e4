"""A question with named answers."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.modal import answer
from ui.controls.choice_dialog import ChoiceDialog


@pytest.mark.parametrize(("words", "number"), [("Lưu", 0), ("Bỏ thay đổi", 1), ("Ở lại", -1)])
def test_the_answer_is_its_number_and_staying_none(qtbot: QtBot, words: str, number: int) -> None:
    host = QWidget()
    qtbot.addWidget(host)

    def press(dialog: ChoiceDialog) -> None:
        next(made for made in dialog.findChildren(QPushButton) if made.text() == words).click()

    answer(ChoiceDialog, press)
    assert ChoiceDialog.ask(host, "Bài chưa lưu", "Lưu trước khi rời?", ("Lưu", "Bỏ thay đổi")) == number
