"""The head of the calendar: days, counts, steps."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desk.calendar.days_shown import DaysShown
from tests.ui.calendar.calendars import occurrence
from ui.calendar.days_in_view import View
from ui.calendar.head import CalendarHead
from ui.calendar.navigation_actions import STEPS, Step
from ui.controls.action_table import ActionTable, Entry, make_action

_SHEET: Entry[None] = Entry("Lịch tuần")
_NEW: Entry[None] = Entry("Cuộc họp mới…")


@pytest.fixture
def pressed() -> list[Step]:
    return []


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def head(qtbot: QtBot, page: QWidget, pressed: list[Step]) -> CalendarHead:
    steps = ActionTable(
        page,
        STEPS,
        {
            Step.WEEK: lambda: pressed.append(Step.WEEK),
            Step.MONTH: lambda: pressed.append(Step.MONTH),
            Step.AGENDA: lambda: pressed.append(Step.AGENDA),
            Step.BACK: lambda: pressed.append(Step.BACK),
            Step.AHEAD: lambda: pressed.append(Step.AHEAD),
            Step.TODAY: lambda: pressed.append(Step.TODAY),
            Step.YEAR: lambda: pressed.append(Step.YEAR),
        },
    )
    sheet = make_action(page, _SHEET, lambda: None)
    new = make_action(page, _NEW, lambda: None)
    made = CalendarHead(steps, sheet, new, ([new], [sheet]))
    qtbot.addWidget(made)
    made.resize(1200, 52)
    made.show()
    return made


def test_the_view_is_pressed_and_a_press_shows_it(head: CalendarHead, pressed: list[Step]) -> None:
    segments = {made.text(): made for made in head.findChildren(QPushButton) if made.isCheckable()}
    head.show_view(View.MONTH)
    assert [words for words, made in segments.items() if made.isChecked()] == ["Tháng"]
    segments["Danh sách"].click()
    assert pressed == [Step.AGENDA]
    assert segments["Tuần"].toolTip() == "Tuần (W)"


def test_days_and_counts_are_said(head: CalendarHead) -> None:
    rows = (occurrence(datetime(2019, 4, 15, 8)), occurrence(datetime(2019, 4, 17, 8), meeting_id=2))
    head.say_days("Tháng 4 năm 2019")
    head.count(DaysShown(date(2019, 4, 1), date(2019, 5, 5), rows, {}, {}, datetime(2019, 4, 16, 10)))
    words = [made.text() for made in head.findChildren(QLabel)]
    assert words[:2] == ["Tháng 4 năm 2019", "2 cuộc · 1 chưa có tin"]
