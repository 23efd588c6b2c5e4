"""What is typed into a field of a day or a time: understood and shown, or marked; a form does not close over it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.controls.day_field import DayField
from ui.controls.form_dialog import FormDialog
from ui.controls.time_of_day_field import TimeOfDayField

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


class Fields(QWidget):
    """A time, a day and a line, in this order of Tab."""

    def __init__(self) -> None:
        super().__init__()
        self.at, self.day, self.line = TimeOfDayField(time(14, 30)), DayField(date(2019, 4, 9)), QLineEdit()
        row = QHBoxLayout(self)
        for field in (self.at, self.day, self.line):
            row.addWidget(field)


@pytest.fixture
def fields(qtbot: QtBot, april: None) -> Fields:
    made = Fields()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)
    return made


@pytest.mark.parametrize(
    ("typed", "at"), [("16:45", time(16, 45)), ("0930", time(9, 30)), ("1430", time(14, 30)), ("8h", time(8))]
)
def test_what_is_typed_after_coming_in_takes_the_place_of_all(fields: Fields, typed: str, at: time) -> None:
    ways: tuple[Callable[[], object], ...] = (
        lambda: fields.at.setFocus(Qt.FocusReason.TabFocusReason),
        lambda: QTest.keyClick(fields.at, K.Key_A, CTRL),
        lambda: QTest.mouseClick(fields.at, Qt.MouseButton.LeftButton, pos=QPoint(20, 14)),
    )
    for come in ways:
        fields.at.set_value(time(14, 30))
        fields.line.setFocus()
        come()
        fields.at.setFocus()
        QTest.qWait(1)
        QTest.keyClicks(fields.at, typed)
        assert fields.at.value() == at
        fields.line.setFocus()
        assert fields.at.text() == f"{at:%H:%M}"


def test_tab_leaves_a_field_at_once(fields: Fields) -> None:
    fields.at.setFocus()
    QTest.keyClick(fields.at, K.Key_Tab)
    assert fields.day.hasFocus()
    QTest.keyClick(fields.day, K.Key_Tab)
    assert fields.line.hasFocus()
    QTest.keyClicks(fields.line, "500")
    assert (fields.at.value(), fields.day.value()) == (time(14, 30), date(2019, 4, 9))


def test_what_was_not_understood_stays_marked_and_is_no_other_value(fields: Fields) -> None:
    fields.at.setFocus()
    QTest.keyClicks(fields.at, "25:99")
    fields.line.setFocus()
    assert fields.at.text() == "25:99"
    assert fields.at.property("wrong")
    assert fields.at.fault() == fields.at.toolTip()
    assert "14h30" in fields.at.fault()
    fields.at.setFocus()
    QTest.keyClicks(fields.at, "7h15")
    fields.line.setFocus()
    assert (fields.at.text(), fields.at.property("wrong"), fields.at.fault()) == ("07:15", False, "")


def test_a_form_does_not_close_over_what_it_could_not_read(qtbot: QtBot) -> None:
    dialog = FormDialog(None, "Họp")
    at, day = TimeOfDayField(time(8)), DayField(date(2019, 4, 9))
    form = dialog.form()
    form.addRow("Giờ", at)
    form.addRow("Ngày", day)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    assert QTest.qWaitForWindowActive(dialog)
    day.setFocus()
    QTest.keyClicks(day, "31/2/2019")
    QTest.keyClick(day, K.Key_Return)
    assert dialog.isVisible()
    assert "Chưa đọc được ngày này" in dialog.fault.text()
    assert day.text() == "31/2/2019"
    day.selectAll()
    QTest.keyClicks(day, "28/2/2019")
    assert not dialog.fault.isVisible()
    QTest.keyClick(day, K.Key_Return)
    assert dialog.result() == FormDialog.DialogCode.Accepted
    assert day.value() == date(2019, 2, 28)
