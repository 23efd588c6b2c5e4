"""A time of day, stepped by its keys."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.controls.time_of_day_field import TimeOfDayField

K = Qt.Key


def test_keys_go_to_times_beside_and_into_no_other_day(qtbot: QtBot) -> None:
    field = TimeOfDayField(time(23, 50), "Giờ bắt đầu")
    qtbot.addWidget(field)
    for key, at in (
        (K.Key_Up, time(23, 50)),
        (K.Key_Down, time(23, 35)),
        (K.Key_PageDown, time(22, 35)),
        (K.Key_PageUp, time(23, 35)),
    ):
        QTest.keyClick(field, key)
        assert field.value() == at
        assert field.text() == f"{at:%H:%M}"
    field.set_value(time(0))
    QTest.keyClick(field, K.Key_Down)
    assert field.value() == time(0)
    field.setReadOnly(True)
    QTest.keyClick(field, K.Key_Up)
    assert field.value() == time(0)
