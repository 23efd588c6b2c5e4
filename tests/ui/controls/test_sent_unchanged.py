"""The question before an article goes out again as it was sent back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.modal import answer
from ui.controls.choice_dialog import ChoiceDialog
from ui.controls.sent_unchanged import sends_unchanged


def test_enter_stays_and_the_other_button_sends(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    answer(ChoiceDialog, lambda dialog: qtbot.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Return))
    assert not sends_unchanged(window)
    answer(ChoiceDialog, lambda dialog: dialog.ok.click())
    assert sends_unchanged(window)
