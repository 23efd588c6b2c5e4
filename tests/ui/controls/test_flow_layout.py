"""Rows of widgets, as many a row as fit."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.controls.flow_layout import FlowLayout


def test_what_finds_no_room_begins_a_row_and_what_is_hidden_takes_none(qtbot: QtBot) -> None:
    host, flow = QWidget(), FlowLayout()
    qtbot.addWidget(host)
    buttons = [QPushButton(words) for words in ("Một", "Hai", "Ba")]
    for button in buttons:
        button.setFixedSize(100, 30)
        flow.addWidget(button)
    host.setLayout(flow)
    host.resize(260, 200)
    host.show()
    qtbot.waitExposed(host)
    assert flow.heightForWidth(400) < flow.heightForWidth(260) < flow.heightForWidth(110)
    assert buttons[0].y() == buttons[1].y() < buttons[2].y()
    assert buttons[2].x() == buttons[0].x()
    buttons[0].hide()
    assert flow.heightForWidth(260) == flow.heightForWidth(400)
    for button in buttons:
        button.hide()
    assert flow.heightForWidth(260) == 0
