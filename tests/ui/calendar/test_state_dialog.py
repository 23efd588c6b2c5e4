"""A meeting confirmed, put off and moved, with its reason."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desk.dates.series import MeetingState, When
from tests.making import Cast
from tests.ui.calendar.calendars import held, page, pick, put, words_of
from ui.window.window import Window

Sit = Callable[[int], Window]
K = Qt.Key
pytestmark = pytest.mark.usefixtures("april")


def test_put_off_and_confirmed_in_the_panel(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    put(cast, "Hội nghị sơ kết", datetime(2019, 4, 18, 8))
    calendar = page(sit(cast.secretary))
    pick(calendar, "Hội nghị sơ kết")
    calendar.month.setFocus()
    QTest.keyClick(calendar.month, K.Key_C)
    assert held("Hội nghị sơ kết")[0].state is MeetingState.CONFIRMED
    QTest.keyClick(calendar.month, K.Key_H)
    dialog = calendar.acts.editing.state
    dialog.agree()
    assert dialog.isVisible()  # a reason is wanted
    dialog.choices[MeetingState.MOVED].setChecked(True)
    dialog.when.set_when(When(datetime(2019, 4, 19, 14), datetime(2019, 4, 19, 16)))
    dialog.reason.setText("Trùng lịch Tỉnh ủy")
    dialog.agree()
    (row,) = held("Hội nghị sơ kết")
    assert (row.start, row.state) == (datetime(2019, 4, 19, 14), MeetingState.MOVED)
    assert "Dời từ T5 18/4: Trùng lịch Tỉnh ủy" in words_of(calendar.panel)


def test_huy_is_said_of_the_meeting_alone(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    put(cast, "Hội nghị sơ kết", datetime(2019, 4, 18, 8))
    calendar = page(sit(cast.secretary))
    pick(calendar, "Hội nghị sơ kết")
    calendar.month.setFocus()
    QTest.keyClick(calendar.month, K.Key_H)
    dialog = calendar.acts.editing.state
    words = [button.text() for button in (*dialog.choices.values(), *dialog.buttons.buttons())]
    assert [one for one in words if one.startswith("Hủy")] == [dialog.choices[MeetingState.CANCELLED].text()]
    dialog.reject()
