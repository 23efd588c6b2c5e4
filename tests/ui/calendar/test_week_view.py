"""The week by mouse and by key: meetings drawn, moved and made longer, hours marked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desk.dates.series import When
from tests.making import Cast
from tests.ui.calendar.bars import bar, days, right_end, training
from tests.ui.calendar.calendars import drag, held, page, put, starts
from ui.calendar.days_in_view import View
from ui.calendar.view_base import key_of
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


def test_the_week_by_mouse(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    put(cast, "Làm việc với Sở Y tế", datetime(2019, 4, 17, 9))
    window = sit(cast.secretary)
    calendar = page(window)
    calendar.show_view(View.WEEK)
    week = calendar.week
    row = held("Làm việc với Sở Y tế")[0]
    rect = next(rect for rect, one in week.spots if one.title == row.title)
    column = week.viewport().width() // 7
    drag(week.viewport(), rect.center(), rect.center() + QPointF(column * 0.9, rect.height()))
    assert starts(row.title) == [datetime(2019, 4, 18, 10)]
    rect = next(rect for rect, one in week.spots if one.title == row.title)
    edge = QPointF(rect.center().x(), rect.bottom() - 2)
    drag(week.viewport(), edge, edge + QPointF(0, rect.height()))
    (longer,) = held(row.title)
    assert longer.end == datetime(2019, 4, 18, 12)
    empty = QPointF(rect.center().x(), rect.bottom() + rect.height() * 2)
    drag(week.viewport(), empty, empty + QPointF(0, rect.height()))
    form = calendar.acts.editing.form
    assert form is not None
    assert form.isVisible()
    drawn = form.when.when()
    assert drawn.start.date() == date(2019, 4, 18)
    assert drawn.length >= timedelta(hours=1)
    form.reject()
    week.setFocus()
    week.choose(key_of(longer))
    both = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(week, K.Key_Down, both)
    assert held(row.title)[0].end == datetime(2019, 4, 18, 12, 30)
    QTest.keyClick(week, K.Key_Escape)
    assert calendar.week.current() is None


def test_what_has_no_room_in_the_week_is_counted_and_listed(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    for number in range(40):
        put(cast, f"Họp {number}", datetime(2019, 4, 17, 8, number % 30))
    for _ in range(9):
        training(cast, 16, 18)
    put(cast, "Họp một mình", datetime(2019, 4, 18, 8))
    calendar = page(sit(cast.secretary))
    calendar.show_view(View.WEEK)
    week = calendar.week
    blocks = [(rect, row) for rect, row in week.spots if row.title.startswith("Họp")]
    assert all(rect.width() >= 30 for rect, _ in blocks)
    ((rect, day, count),) = week._more
    assert (day, count + len(blocks)) == (date(2019, 4, 17), 41)
    assert not any(rect.intersects(other) for other, _ in blocks)
    assert [(one.day, left) for _, one, left in week._band_more] == [(16, 4), (17, 4), (18, 4)]
    assert week._grid().top < week.viewport().height() / 2  # the hours keep the larger part
    assert not week.grab().isNull()
    QTest.mouseClick(week.viewport(), Qt.MouseButton.LeftButton, NONE, rect.center().toPoint())
    assert calendar.stack.currentWidget() is calendar.agenda
    calendar.show_view(View.WEEK)
    QTest.mouseClick(
        week.viewport(), Qt.MouseButton.LeftButton, NONE, week._band_more[2][0].center().toPoint()
    )
    assert calendar.stack.currentWidget() is calendar.agenda
    assert calendar.day == date(2019, 4, 18)


def test_the_chosen_of_many_at_once_has_a_place_of_its_own(sit: Sit, cast: Cast) -> None:
    titles = ("Giao ban", "Tập huấn", "Hội nghị", "Làm việc với huyện", "Tiếp dân", "Thẩm định")
    for minutes, title in enumerate(titles):
        put(cast, title, datetime(2019, 4, 17, 14, 5 * minutes), hours=2)
    window = sit(cast.secretary)
    window.resize(1280, 672)
    calendar = page(window)
    calendar.show_view(View.WEEK)
    week = calendar.week
    assert "Thẩm định" not in [row.title for _, row in week.spots]
    (last,) = held("Thẩm định")
    week.choose(key_of(last))
    assert "Thẩm định" in [row.title for _, row in week.spots]
    (count,) = [count for _, _, count in week._more]
    assert count + len(week.spots) == len(titles)
