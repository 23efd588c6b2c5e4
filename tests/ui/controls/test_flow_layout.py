"""Widgets in rows, as many a row as fit."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.controls.flow_layout import EvenFlow, FlowLayout


def test_rows_break_where_there_is_no_room_and_hidden_ones_take_none(qtbot: QtBot) -> None:
    holder, flow = QWidget(), FlowLayout(margin=0)
    qtbot.addWidget(holder)
    buttons = [QPushButton(f"Nút {n}") for n in range(3)]
    for button in buttons:
        button.setFixedSize(100, 30)
        flow.addWidget(button)
    holder.setLayout(flow)
    holder.show()
    assert flow.heightForWidth(400) < flow.heightForWidth(220) < flow.heightForWidth(110)
    buttons[0].hide()
    assert flow.heightForWidth(220) == flow.heightForWidth(400)
    flow.setGeometry(QRect(0, 0, 220, 100))
    assert buttons[1].y() == buttons[2].y()
    assert flow.count() == 3
    assert flow.itemAt(3) is None
    assert flow.takeAt(0) is not None
    assert flow.count() == 2


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


def test_even_rows_have_equal_columns_beneath_the_first(qtbot: QtBot) -> None:
    host, flow = QWidget(), EvenFlow()
    qtbot.addWidget(host)
    buttons = [QPushButton(words) for words in ("Viết", "Sửa", "Hoãn, hủy, dời", "Xóa")]
    for button in buttons:
        flow.addWidget(button)
    host.setLayout(flow)
    widest = buttons[2].sizeHint().width()
    host.resize(2 * widest + 60, 300)
    host.show()
    qtbot.waitExposed(host)
    first, *others = (button.geometry() for button in buttons)
    assert (first.left(), first.right()) == (others[0].left(), others[1].right())
    assert {one.width() for one in others} == {others[0].width()}
    assert others[0].top() == others[1].top() < others[2].top()
    assert flow.heightForWidth(widest + 40) > flow.heightForWidth(2 * widest + 60)  # one column
    buttons[0].hide()
    qtbot.waitUntil(lambda: buttons[1].geometry().top() == first.top())
    assert {one.width() for one in buttons[1:]} == {others[0].width()}
    for button in buttons:
        button.hide()
    assert flow.heightForWidth(200) == 0
