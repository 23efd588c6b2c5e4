"""A list whose order a person sets."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.controls.order_list import OrderList


def test_the_chosen_one_moves_and_stays_chosen(qtbot: QtBot) -> None:
    shown = OrderList()
    qtbot.addWidget(shown)
    shown.addItems(["Một", "Hai", "Ba"])
    shown.setCurrentRow(0)
    shown.shift(1)
    assert [shown.item(at).text() for at in range(3)] == ["Hai", "Một", "Ba"]
    assert shown.currentRow() == 1
    shown.shift(-1)
    shown.shift(-1)
    assert [shown.item(at).text() for at in range(3)] == ["Một", "Hai", "Ba"]


def test_a_line_is_moved_and_stays_chosen(qtbot: QtBot) -> None:
    lines = OrderList()
    qtbot.addWidget(lines)
    lines.addItems(["Một", "Hai", "Ba"])
    lines.setCurrentRow(0)
    alt = Qt.KeyboardModifier.AltModifier
    QTest.keyClick(lines, Qt.Key.Key_Down, alt)
    QTest.keyClick(lines, Qt.Key.Key_Down, alt)
    QTest.keyClick(lines, Qt.Key.Key_Down, alt)  # there is none below
    assert [lines.item(at).text() for at in range(3)] == ["Hai", "Ba", "Một"]
    assert lines.currentRow() == 2
    QTest.keyClick(lines, Qt.Key.Key_Up)
    assert lines.currentRow() == 1
