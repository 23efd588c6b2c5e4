"""One-letter keys rest beside a box that jumps to an entry."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.modal import front
from ui.controls.action_table import Entry, Reach, make_action
from ui.controls.letter_keys import rest_letters


def test_a_letter_is_the_boxs_a_key_with_control_the_windows(qtbot: QtBot) -> None:
    window, box = QWidget(), QComboBox()
    box.addItems(["Bài", "Duyệt"])
    QVBoxLayout(window).addWidget(box)
    done: list[str] = []
    letter: Entry[None] = Entry("Duyệt", key="D", reach=Reach.WINDOW)
    search: Entry[None] = Entry("Tìm", key="Ctrl+F", reach=Reach.WINDOW)
    make_action(window, letter, lambda: done.append("D"))
    make_action(window, search, lambda: done.append("F"))
    qtbot.addWidget(window)
    window.show()
    front(window)
    box.setFocus()
    rest_letters(box)
    qtbot.keyClick(box, Qt.Key.Key_D)
    qtbot.keyClick(box, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert done == ["F"]
    assert box.currentText() == "Duyệt"
