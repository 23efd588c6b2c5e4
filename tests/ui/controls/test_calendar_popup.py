"""The calendar below a field: a day, today, and no day where there may be none."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.controls.calendar_popup import CalendarPopup


@pytest.mark.parametrize("may_be_none", [True, False])
def test_what_is_chosen_is_told_and_closes_it(qtbot: QtBot, april: None, may_be_none: bool) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    over.show()
    told: list[date | None] = []

    def opened() -> CalendarPopup:
        made = CalendarPopup(date(2019, 4, 9), over, may_be_none=may_be_none)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        made.chosen.connect(told.append)
        made.show()
        return made

    popup = opened()
    assert popup.calendar.selectedDate() == QDate(2019, 4, 9)
    popup.calendar.clicked.emit(QDate(2019, 4, 24))
    assert not popup.isVisible()
    popup = opened()
    buttons = {one.text(): one for one in popup.findChildren(QPushButton)}
    buttons["Hôm nay"].click()
    popup = opened()
    none = {one.text(): one for one in popup.findChildren(QPushButton)}["Bỏ ngày"]
    assert none.isVisible() is may_be_none
    if may_be_none:
        none.click()
    popup.close()
    assert told == [date(2019, 4, 24), date(2019, 4, 16), *([None] if may_be_none else [])]
