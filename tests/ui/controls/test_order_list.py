"""A list whose order a person sets."""

from __future__ import annotations

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
