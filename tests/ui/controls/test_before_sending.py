"""The questions before an article goes out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.modal import answer
from ui.controls.before_sending import sends_unchanged, sends_with_wrong
from ui.controls.choice_dialog import ChoiceDialog


def test_enter_stays_and_the_other_button_sends(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    answer(ChoiceDialog, lambda dialog: qtbot.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Return))
    assert not sends_unchanged(window)
    answer(ChoiceDialog, lambda dialog: dialog.ok.click())
    assert sends_unchanged(window)


def test_what_is_wrong_is_looked_at_first_or_sent(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    answer(ChoiceDialog, lambda dialog: qtbot.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Return))
    assert sends_with_wrong(window, 3, "Mở ra xem") == 0
    answer(ChoiceDialog, lambda dialog: dialog.reject())
    assert sends_with_wrong(window, 3, "Mở ra xem") == -1


def test_where_the_office_lets_nothing_wrong_go_it_can_only_be_looked_at(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    seen: list[list[str]] = []

    def look(dialog: ChoiceDialog) -> None:
        seen.append([one.text() for one in dialog.findChildren(QPushButton)])
        dialog.reject()

    answer(ChoiceDialog, look)
    assert sends_with_wrong(window, 3, "Mở ra xem", stops=True) == -1
    assert "Mở ra xem" in seen[0]
    assert "Gửi luôn" not in seen[0]
