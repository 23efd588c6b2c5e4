"""The question how much of a series is meant, with the dates that would change."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desk.calendar import meetings
from desk.calendar.storage import Fields
from desk.dates.recurrence import read_rule
from desk.dates.series import EditScope, When
from tests.making import Cast
from tests.ui.calendar.calendars import held, page, pick, starts, words_of
from ui.calendar.actions import Do
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
