"""The form of a meeting: what it refuses, what it says while one types."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desk.calendar.storage import Chair
from desk.dates.series import When
from tests.making import Cast
from tests.ui.calendar.calendars import held, page, pick, put, starts, words_of
from tests.ui.keys import type_in
from tests.ui.modal import answer
from ui.calendar.days_in_view import View
from ui.calendar.meeting_dialog import MeetingDialog
from ui.calendar.page import CalendarPage
from ui.calendar.recurrence_field import Way
from ui.controls.choice_dialog import ChoiceDialog
from ui.window.window import Window

Sit = Callable[[int], Window]
pytestmark = pytest.mark.usefixtures("april")
K = Qt.Key


def form_for(calendar: CalendarPage, start: datetime, title: str, way: Way = Way.NEVER) -> MeetingDialog:
    form = calendar.acts.editing.make(When(start, start + timedelta(hours=1)))
    form.title.setText(title)
    form.rule.way.setCurrentIndex(form.rule.way.findData(way))
    return form


def test_a_conflict_is_said_while_one_types(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    put(cast, "Họp giao ban báo chí", datetime(2019, 4, 17, 14), hours=2)
    calendar = page(sit(cast.secretary))
    form = calendar.acts.editing.make(When(datetime(2019, 4, 17, 15), datetime(2019, 4, 17, 16)))
    type_in(form.place, "phòng họp tầng 2")
    qtbot.waitUntil(lambda: "Trùng lịch" in words_of(form), timeout=3000)
    free = next(b for b in form.findChildren(QPushButton) if b.text().startswith("Chọn giờ trống"))
    free.click()
    assert form.when.when().start == datetime(2019, 4, 17, 16, 0)
    qtbot.waitUntil(lambda: "Trùng lịch" not in words_of(form), timeout=3000)
    form.reject()


@pytest.mark.parametrize("way_out", ["esc", "cancel", "cross"])
@pytest.mark.parametrize(
    ("chosen", "kept", "closed"), [(0, True, True), (1, False, True), (-1, False, False)]
)
def test_what_was_filled_in_is_not_thrown_away_unasked(
    qtbot: QtBot, sit: Sit, cast: Cast, way_out: str, chosen: int, kept: bool, closed: bool
) -> None:
    calendar = page(sit(cast.secretary))
    start = datetime(2019, 4, 17, 9)
    form = calendar.acts.editing.make(When(start, start + timedelta(hours=1)))
    type_in(form.title, "Hội nghị")

    def leave() -> None:
        if way_out == "esc":
            QTest.keyClick(form.title, K.Key_Escape)
        elif way_out == "cancel":
            form.buttons.button(form.buttons.StandardButton.Cancel).click()
        else:
            form.close()

    def hand(question: ChoiceDialog) -> None:
        if chosen < 0:
            question.leave()
        else:
            question._choose(chosen)

    met = answer(ChoiceDialog, hand)
    leave()
    assert met
    assert form.isVisible() is not closed
    assert starts("Hội nghị") == ([start] if kept else [])
    assert form.title.text() == "Hội nghị"
    form.reject()


def test_a_form_that_nobody_touched_closes_at_once(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    put(
        cast, "Giao ban", datetime(2019, 4, 15, 8), "FREQ=WEEKLY;COUNT=3", chairs=(Chair("An", "Trưởng ban"),)
    )
    calendar = page(sit(cast.secretary))
    form = calendar.acts.editing.make(When(datetime(2019, 4, 17, 9), datetime(2019, 4, 17, 10)))
    QTest.keyClick(form, K.Key_Escape)
    assert not form.isVisible()
    pick(calendar, "Giao ban")
    calendar.acts.change()
    again = calendar.acts.editing.form
    assert again is not None
    QTest.keyClick(again, K.Key_Escape)
    assert not again.isVisible()


def test_a_meeting_that_ends_before_it_begins_or_has_no_name(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    calendar = page(sit(cast.secretary))
    form = form_for(calendar, datetime(2019, 4, 17, 9), "Họp")
    form.notes.setPlainText("Đã gõ")
    form.when.end.set_value(time(8))
    qtbot.waitUntil(lambda: "kết thúc trước khi bắt đầu" in words_of(form), timeout=2000)
    QTest.keyClick(form, K.Key_Return)
    assert form.isVisible()
    assert "Cuộc họp kết thúc trước khi bắt đầu. Hãy xem lại giờ." in words_of(form)
    assert form.notes.toPlainText() == "Đã gõ"
    form.when.end.set_value(time(10))
    form.title.setText("  ")
    QTest.keyClick(form, K.Key_Return)
    assert form.isVisible()
    form.title.setText("Họp")
    QTest.keyClick(form, K.Key_Return)
    assert starts("Họp") == [datetime(2019, 4, 17, 9)]


def test_a_meeting_past_midnight(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    calendar = page(sit(cast.secretary))
    form = form_for(calendar, datetime(2019, 4, 17, 22), "Trực đêm")
    form.when.last.set_value(date(2019, 4, 18))
    form.when.end.set_value(time(2))
    QTest.keyClick(form, K.Key_Return)
    (row,) = held("Trực đêm")
    assert (row.end, row.last) == (datetime(2019, 4, 18, 2), date(2019, 4, 18))
    pick(calendar, "Trực đêm")
    assert "22:00 T4 17/4 – 02:00 T5 18/4/2019" in words_of(calendar.panel)
    for view in (View.MONTH, View.WEEK):
        calendar.show_view(view)
        shown = calendar.month if view is View.MONTH else calendar.week
        (rect,) = [rect for rect, one in shown.spots if one.title == "Trực đêm"]
        assert rect.width() > calendar.month.cell(date(2019, 4, 17)).width() * 1.2  # over both days


def test_a_series_without_end_far_beyond_the_lunar_table(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    put(cast, "Giao ban tuần", datetime(2019, 4, 1, 8), "FREQ=WEEKLY;BYDAY=MO")
    calendar = page(sit(cast.secretary))
    calendar.show_day(date(2199, 4, 15))
    assert calendar.month.span is not None
    assert sum(row.title == "Giao ban tuần" for row in calendar.month.span.rows) == 5
    assert not calendar.month.grab().isNull()
    form = form_for(calendar, datetime(2199, 4, 15, 8), "Xa")
    assert form.rule.way.findData(Way.LUNAR) == -1  # no lunar date is offered where none is known
    form.reject()
