"""Meetings made, changed, moved and removed, and how much of a series is meant."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desk.calendar import coverage
from desk.calendar.coverage import Task
from desk.dates.series import EditScope, When
from tests.making import Cast
from tests.ui.calendar.calendars import drag, held, page, pick, put, spot, starts, words_of
from ui.calendar.actions import Do
from ui.calendar.editing import change_of
from ui.calendar.recurrence_field import Way
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


def test_a_series_is_made_and_a_drag_asks_how_much_of_it(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    window = sit(cast.secretary)
    calendar = page(window)
    calendar.acts.editing.make(When(datetime(2019, 4, 8, 8), datetime(2019, 4, 8, 9)))
    form = calendar.acts.editing.form
    assert form is not None
    form.title.setText("Giao ban tuần")
    form.rule.way.setCurrentIndex(form.rule.way.findData(Way.WEEKLY))
    form.rule.end.setCurrentIndex(2)
    form.rule.count.setValue(4)
    qtbot.waitUntil(lambda: "nghỉ" in words_of(form) or "Giỗ Tổ" in words_of(form), timeout=3000)  # the 15th
    form.agree()
    assert [start.day for start in starts("Giao ban tuần")] == [8, 15, 22, 29]
    row = held("Giao ban tuần")[1]
    month = calendar.month
    drag(month.viewport(), spot(calendar, row), month.cell(date(2019, 4, 16)).center())
    scope = calendar.acts.editing.scope
    assert scope.isVisible()
    assert "T3 16/4/2019" in words_of(scope)
    scope.choices[EditScope.FOLLOWING].setChecked(True)
    assert "3 ngày sẽ đổi" in words_of(scope)
    scope.agree()
    assert [start.day for start in starts("Giao ban tuần")] == [8, 16, 23, 30]
    window.notice.act.click() if hasattr(window.notice, "act") else calendar.acts[Do.UNDO].trigger()
    assert [start.day for start in starts("Giao ban tuần")] == [8, 15, 22, 29]
    pick(calendar, "Giao ban tuần", 2)
    calendar.acts[Do.REMOVE].trigger()
    calendar.acts.editing.scope.choices[EditScope.ONE].setChecked(True)
    calendar.acts.editing.scope.agree()
    assert [start.day for start in starts("Giao ban tuần")] == [8, 15, 29]


def test_deleting_what_has_an_article_or_somebody_asked(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    number = put(cast, "Hội nghị", datetime(2019, 4, 15, 8))
    (row,) = held("Hội nghị")
    coverage.assign(cast.editor, number, row.origin, cast.writer, Task.WRITE, None)
    coverage.write_news(cast.writer, number, row.origin)
    window = sit(cast.secretary)
    calendar = page(window)
    pick(calendar, "Hội nghị")
    calendar.month.setFocus()
    QTest.keyClick(calendar.month, K.Key_Delete)
    assert starts("Hội nghị") == [datetime(2019, 4, 15, 8)]
    assert "đã có tin hoặc đã phân công" in window.notice.words()
    assert held("Hội nghị")[0].article_id is not None


def test_a_rule_that_only_reads_the_same_is_changed(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    """Both rules are called "Hằng ngày"; on Saturday and Sunday they differ."""
    put(cast, "Trực ban", datetime(2019, 4, 15, 8), "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR;COUNT=6")
    assert [start.day for start in starts("Trực ban")] == [15, 16, 17, 18, 19, 22]
    calendar = page(sit(cast.secretary))
    pick(calendar, "Trực ban", 0)
    calendar.acts.change()
    form = calendar.acts.editing.form
    assert form is not None
    form.rule.way.setCurrentIndex(form.rule.way.findData(Way.DAILY))
    form.agree()
    scope = calendar.acts.editing.scope
    assert EditScope.ONE not in scope.choices  # another rule is never for one occurrence alone
    scope.choices[EditScope.ALL].setChecked(True)
    scope.agree()
    assert [start.day for start in starts("Trực ban")] == [15, 16, 17, 18, 19, 20]


def test_an_untouched_rule_is_no_change(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    put(cast, "Giao ban", datetime(2019, 4, 15, 8), "FREQ=WEEKLY;COUNT=3")  # its weekday is not written
    calendar = page(sit(cast.secretary))
    pick(calendar, "Giao ban", 0)
    calendar.acts.change()
    form, details = calendar.acts.editing.form, calendar.acts.details
    assert form is not None
    assert details is not None
    form.title.setText("Giao ban sáng")
    change = change_of(details, form)
    assert (change.wish.rule, change.wish.when) == (None, None)
    assert dict(change.fields) == {"title": "Giao ban sáng"}
    form.reject()
