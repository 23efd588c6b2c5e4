"""A question with named answers."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.modal import answer
from ui.controls.choice_dialog import ChoiceDialog


def test_each_answer_has_its_number_and_esc_changes_nothing(qtbot: QtBot) -> None:
    def press(words: str) -> int:
        def hand(dialog: ChoiceDialog) -> None:
            next(button for button in dialog.findChildren(QPushButton) if button.text() == words).click()

        answer(ChoiceDialog, hand)
        return ChoiceDialog.ask(None, "Bài chưa lưu", "Lưu trước khi rời?", ("Lưu", "Bỏ"))

    assert press("Lưu") == 0
    assert press("Bỏ") == 1
    assert press("Ở lại") == -1
    answer(ChoiceDialog, lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Escape))
    assert ChoiceDialog.ask(None, "Bài chưa lưu", "", ("Lưu",)) == -1
