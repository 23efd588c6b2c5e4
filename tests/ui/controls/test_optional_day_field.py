"""A day that may be left open."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.controls.optional_day_field import OptionalDayField

_DAY = date(2019, 4, 9)


@pytest.fixture
def field(qtbot: QtBot) -> OptionalDayField:
    made = OptionalDayField("Ngày")
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_day_is_typed_and_taken_away_again(qtbot: QtBot, field: OptionalDayField) -> None:
    assert field.value() is None
    assert field.fault() == ""
    qtbot.keyClicks(field, "9/4/2019")
    assert field.value() == _DAY
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    assert field.value() is None
    assert field.fault() == ""


def test_what_is_no_day_is_marked_and_the_day_before_it_stays(qtbot: QtBot, field: OptionalDayField) -> None:
    field.set_value(_DAY)
    field.selectAll()
    qtbot.keyClicks(field, "31/2")
    field.take()
    assert field.fault()
    assert field.property("wrong") is True
    assert field.value() == _DAY


def test_a_day_is_chosen_in_the_calendar_or_none(qtbot: QtBot, field: OptionalDayField) -> None:
    field.set_value(_DAY)
    qtbot.keyClick(field, Qt.Key.Key_F4)
    assert field.popup is not None
    field.popup.chosen.emit(None)
    assert field.text() == ""
    field.popup.close()
    field.setReadOnly(True)
    field.popup = None
    field.open_calendar()
    assert field.popup is None
