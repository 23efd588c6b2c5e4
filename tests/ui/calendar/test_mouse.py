"""Meetings drawn longer, shorter and elsewhere, by mouse and by key, in the window; everything can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desk.calendar import meetings
from desk.calendar.storage import Fields
from desk.dates.recurrence import read_rule
from desk.dates.series import DayHalf, EditScope, When, part_of_day
from tests.making import Cast
from tests.ui.calendar.calendars import drag, held, page, pick, put, starts, words_of
from ui.calendar.actions import Do
from ui.calendar.days_in_view import View
from ui.calendar.occurrence_paint import Placed
from ui.calendar.page import CalendarPage
from ui.calendar.view import key_of
from ui.window.window import Window

Sit = Callable[[int], Window]
K = Qt.Key
pytestmark = pytest.mark.usefixtures("april")
NONE, SHIFT, ALT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
)


def training(cast: Cast, first: int = 10, last: int = 12) -> None:
    told = Fields("Tập huấn", kind="training")
    meetings.make(cast.secretary, told, part_of_day(date(2019, 4, first), DayHalf.DAY, date(2019, 4, last)))


def days(title: str = "Tập huấn") -> tuple[int, int]:
    (row,) = held(title)
    return row.start.day, row.last.day


def bar(calendar: CalendarPage) -> Placed:
    view = calendar.month if calendar.view is View.MONTH else calendar.week
    view.lay_out()
    lines = calendar.month._laid.lines if calendar.view is View.MONTH else calendar.week._band
    (found,) = [line for line in lines if line.row.title == "Tập huấn"]
    return found


def right_end(line: Placed) -> QPointF:
    return QPointF(line.rect.right() - 2, line.rect.center().y())


def test_a_bar_of_days_is_drawn_longer_and_shorter_in_the_month(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    training(cast)
    calendar = page(sit(cast.secretary))
    month = calendar.month
    line = bar(calendar)
    assert line.begins
    assert line.ends
    assert line.rect.width() > 2.5 * month.cell(date(2019, 4, 10)).width()  # one bar through three days
    drag(month.viewport(), right_end(line), month.cell(date(2019, 4, 13)).center())
    assert days() == (10, 13)
    line = bar(calendar)
    left = QPointF(line.rect.left() + 2, line.rect.center().y())
    drag(month.viewport(), left, month.cell(date(2019, 4, 11)).center())
    assert days() == (11, 13)
    line = bar(calendar)
    drag(month.viewport(), right_end(line), month.cell(date(2019, 4, 8)).center())  # never before its start
    assert days() == (11, 11)
    month.setFocus()
    for _ in range(3):
        QTest.keyClick(month, K.Key_Z, CTRL)
    assert days() == (10, 12)
    drag(month.viewport(), bar(calendar).rect.center(), month.cell(date(2019, 4, 18)).center())
    assert days() == (17, 19)
    pick(calendar, "Tập huấn")
    month.setFocus()
    QTest.keyClick(month, K.Key_Right, ALT | SHIFT)
    assert days() == (17, 20)
    for _ in range(4):
        QTest.keyClick(month, K.Key_Left, ALT | SHIFT)
    assert days() == (17, 17)  # a meeting never ends before it begins


def test_a_bar_over_two_weeks_is_two_bars(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    training(cast, 12, 16)
    calendar = page(sit(cast.secretary))
    upper, lower = (line for line in calendar.month._laid.lines if line.row.title == "Tập huấn")
    assert (upper.begins, upper.ends) == (True, False)
    assert (lower.begins, lower.ends) == (False, True)


def test_days_marked_by_key_become_a_meeting(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    calendar = page(sit(cast.secretary))
    month = calendar.month
    month.setFocus()
    for _ in range(2):
        QTest.keyClick(month, K.Key_Right, SHIFT)
    QTest.keyClick(month, K.Key_Return)
    form = calendar.acts.editing.form
    assert form is not None
    assert form.when.when() == part_of_day(date(2019, 4, 16), DayHalf.DAY, date(2019, 4, 18))
    form.title.setText("Tập huấn")
    QTest.keyClick(form, K.Key_Return)
    assert days() == (16, 18)


def test_hours_marked_by_key_become_a_meeting(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    calendar = page(sit(cast.secretary))
    calendar.month.setFocus()
    QTest.keyClick(calendar.month, K.Key_W)
    week = calendar.week
    for key, modifier in ((K.Key_Right, NONE), (K.Key_Down, NONE), (K.Key_Down, SHIFT), (K.Key_Down, SHIFT)):
        QTest.keyClick(week, key, modifier)
    QTest.keyClick(week, K.Key_N)
    form = calendar.acts.editing.form
    assert form is not None
    assert form.when.when() == When(datetime(2019, 4, 17, 8, 30), datetime(2019, 4, 17, 11, 30))
    form.reject()


def test_the_upper_end_of_a_meeting_and_the_ends_of_a_bar_in_the_week(
    qtbot: QtBot, sit: Sit, cast: Cast
) -> None:
    put(cast, "Làm việc với Sở Y tế", datetime(2019, 4, 17, 9), hours=2)
    training(cast, 16, 18)
    calendar = page(sit(cast.secretary))
    calendar.show_view(View.WEEK)
    week = calendar.week

    def block() -> QPointF:
        rect = next(rect for rect, row in week.spots if row.title == "Làm việc với Sở Y tế")
        return QPointF(rect.center().x(), rect.top() + 2)

    hour = 46
    drag(week.viewport(), block(), block() - QPointF(0, hour))
    (row,) = held("Làm việc với Sở Y tế")
    assert (row.start, row.end) == (datetime(2019, 4, 17, 8), datetime(2019, 4, 17, 11))
    drag(week.viewport(), block(), block() + QPointF(0, 6 * hour))  # never past its end
    (row,) = held("Làm việc với Sở Y tế")
    assert (row.start, row.end) == (datetime(2019, 4, 17, 10, 45), datetime(2019, 4, 17, 11))
    week.setFocus()
    QTest.keyClick(week, K.Key_Z, CTRL)
    line = bar(calendar)
    column = (week.viewport().width() - 56) / 7
    drag(week.viewport(), right_end(line), right_end(line) + QPointF(column, 0))
    assert days() == (16, 19)
    grip = bar(calendar).rect.center() + QPointF(20, 0)
    drag(week.viewport(), grip, grip - QPointF(column, 0))
    assert days() == (15, 18)
    week.choose(key_of(held("Tập huấn")[0]))
    QTest.keyClick(week, K.Key_Left, ALT | SHIFT)
    assert days() == (15, 17)


def test_escape_lets_go_of_what_is_drawn(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    put(cast, "Họp", datetime(2019, 4, 17, 9))
    calendar = page(sit(cast.secretary))
    for view in (View.WEEK, View.MONTH):
        calendar.show_view(view)
        shown = calendar.week if view is View.WEEK else calendar.month
        rect = next(rect for rect, row in shown.spots if row.title == "Họp")
        _begin(shown.viewport(), rect.center(), rect.center() + QPointF(190, 40))
        shown.setFocus()
        QTest.keyClick(shown, K.Key_Escape)
        QTest.mouseRelease(
            shown.viewport(), Qt.MouseButton.LeftButton, NONE, (rect.center() + QPointF(190, 40)).toPoint()
        )
        assert starts("Họp") == [datetime(2019, 4, 17, 9)]


def _begin(widget: QWidget, begin: QPointF, end: QPointF) -> None:
    QTest.mousePress(widget, Qt.MouseButton.LeftButton, NONE, begin.toPoint())
    for step in range(1, 6):
        QTest.mouseMove(widget, (begin + (end - begin) * step / 5).toPoint())


def test_an_occurrence_drawn_onto_another_loses_neither(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    put(cast, "Giao ban", datetime(2019, 4, 16, 8), "FREQ=DAILY;COUNT=3")
    calendar = page(sit(cast.secretary))
    pick(calendar, "Giao ban", 1)
    calendar.month.setFocus()
    QTest.keyClick(calendar.month, K.Key_Left, ALT)
    calendar.acts.editing.scope.choices[EditScope.ONE].setChecked(True)
    assert "1 ngày sẽ đổi" in words_of(calendar.acts.editing.scope)
    calendar.acts.editing.scope.agree()
    assert [start.day for start in starts("Giao ban")] == [16, 16, 18]
    QTest.keyClick(calendar.month, K.Key_Z, CTRL)
    assert [start.day for start in starts("Giao ban")] == [16, 17, 18]


def test_the_list_of_dates_is_honest_about_what_has_no_end(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    told = Fields("Giao ban tuần", kind="briefing", place="Phòng họp tầng 2")
    first = When(datetime(2019, 4, 1, 8), datetime(2019, 4, 1, 9))
    meetings.make(cast.secretary, told, first, read_rule("FREQ=WEEKLY"))
    calendar = page(sit(cast.secretary))
    pick(calendar, "Giao ban tuần", 2)
    calendar.acts.change()
    form = calendar.acts.editing.form
    assert form is not None
    form.place.setText("Phòng họp tầng 5")
    form.agree()
    scope = calendar.acts.editing.scope
    assert "T2 15/4/2019, 08:00–09:00: đổi nội dung" in words_of(scope)  # only words change: still named
    assert "1 ngày đổi nội dung, giờ giữ nguyên" in words_of(scope)
    scope.choices[EditScope.FOLLOWING].setChecked(True)
    assert "Chuỗi không hẹn ngày kết thúc" in words_of(scope)
    scope.agree()
    assert [row.place[-1] for row in held("Giao ban tuần")] == ["2", "2", "5", "5", "5"]
    pick(calendar, "Giao ban tuần", 3)
    calendar.acts[Do.REMOVE].trigger()
    calendar.acts.editing.scope.choices[EditScope.FOLLOWING].setChecked(True)
    assert "Chuỗi không hẹn ngày kết thúc" in words_of(calendar.acts.editing.scope)
    calendar.acts.editing.scope.agree()
    assert [start.day for start in starts("Giao ban tuần")] == [1, 8, 15]
    calendar.month.setFocus()
    QTest.keyClick(calendar.month, K.Key_Z, CTRL)
    assert len(starts("Giao ban tuần")) == 5
    assert held("Giao ban tuần")[0].end - held("Giao ban tuần")[0].start == timedelta(hours=1)
