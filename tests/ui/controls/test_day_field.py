"""A day: typed, stepped, chosen in a calendar."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.controls.day_field import DayField

K = Qt.Key


@pytest.fixture
def field(qtbot: QtBot, april: None) -> DayField:
    made = DayField(date(2019, 4, 9), "Hạn nộp")
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("9/4", date(2019, 4, 9)),
        ("09/04/2019", date(2019, 4, 9)),
        ("1-5-19", date(2019, 5, 1)),
        ("24.4.2019", date(2019, 4, 24)),
        ("24042019", date(2019, 4, 24)),
    ],
)
def test_days_are_typed_as_clerks_write_them(field: DayField, typed: str, day: date) -> None:
    field.selectAll()
    QTest.keyClicks(field, typed)
    field.take()
    assert field.value() == day
    assert field.text() == f"{day:%d/%m/%Y}"


def test_it_begins_today(qtbot: QtBot, april: None) -> None:
    made = DayField()
    qtbot.addWidget(made)
    assert made.value() == date(2019, 4, 16)
    assert made.text() == "16/04/2019"


def test_keys_go_to_the_days_beside(qtbot: QtBot, field: DayField) -> None:
    with qtbot.waitSignal(field.changed):
        QTest.keyClick(field, K.Key_Up)
    QTest.keyClick(field, K.Key_Up)
    QTest.keyClick(field, K.Key_Down)
    assert field.text() == "10/04/2019"
    field.setReadOnly(True)
    QTest.keyClick(field, K.Key_Up)
    QTest.keyClick(field, K.Key_F4)
    assert (field.text(), field.popup) == ("10/04/2019", None)


@pytest.mark.parametrize("key", [K.Key_F4, K.Key_Down])
def test_a_day_is_chosen_in_the_calendar(field: DayField, key: Qt.Key) -> None:
    QTest.keyClick(field, key, Qt.KeyboardModifier.AltModifier)
    popup = field.popup
    assert popup is not None
    popup.pick_today()
    assert field.value() == date(2019, 4, 16)
    assert field.text() == "16/04/2019"
