"""The panel beside the days comes when no click can follow, and nothing is being drawn."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.making import Cast
from tests.ui.calendar.calendars import held as held_rows
from tests.ui.calendar.calendars import page, put, spot, starts
from ui.window.window import Window

Sit = Callable[[int], Window]
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
pytestmark = pytest.mark.usefixtures("april")


def test_it_comes_at_once_by_key_and_after_a_pause_by_mouse(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    put(cast, "Họp", datetime(2019, 4, 16, 8))
    calendar = page(sit(cast.secretary))
    calendar.month.setFocus()
    QTest.keyClick(calendar.month, Qt.Key.Key_Space)
    assert calendar.side.isVisible()
    QTest.keyClick(calendar.month, Qt.Key.Key_Escape)
    assert not calendar.side.isVisible()
    place = spot(calendar, held_rows("Họp")[0]).toPoint()
    QTest.mouseClick(calendar.month.viewport(), LEFT, NONE, place)
    assert calendar.acts.details is not None
    assert not calendar.side.isVisible()
    qtbot.waitUntil(calendar.side.isVisible)


def test_it_does_not_come_for_what_was_left_in_the_meantime(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    put(cast, "Họp", datetime(2019, 4, 16, 8))
    calendar = page(sit(cast.secretary))
    QTest.mouseClick(calendar.month.viewport(), LEFT, NONE, spot(calendar, held_rows("Họp")[0]).toPoint())
    with qtbot.waitSignal(calendar._reveal._pause.timeout):
        calendar.month.choose(None)
    assert not calendar.side.isVisible()


def test_what_is_drawn_is_let_go_where_the_pointer_is(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    put(cast, "Họp", datetime(2019, 4, 16, 8))
    calendar = page(sit(cast.secretary))
    viewport = calendar.month.viewport()
    begin = spot(calendar, held_rows("Họp")[0])
    end = calendar.month.cell(date(2019, 4, 20)).center()
    QTest.mousePress(viewport, LEFT, NONE, begin.toPoint())
    with qtbot.waitSignal(calendar._reveal._pause.timeout):  # a slow hand
        for step in range(1, 6):
            QTest.mouseMove(viewport, (begin + (end - begin) * step / 5).toPoint())
    assert not calendar.side.isVisible()
    QTest.mouseRelease(viewport, LEFT, NONE, end.toPoint())
    assert starts("Họp") == [datetime(2019, 4, 20, 8)]
    qtbot.waitUntil(calendar.side.isVisible)
