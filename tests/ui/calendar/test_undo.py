"""Ctrl+Z and Ctrl+Y on the calendar walk through what this person did."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desk.dates.series import EditScope
from tests.making import Cast
from tests.ui.calendar.calendars import held, put, starts
from ui.calendar import operations
from ui.calendar.undo import CalendarUndo
from ui.session.session import Session

pytestmark = pytest.mark.usefixtures("april")


def test_what_was_done_is_taken_back_and_done_again(
    qtbot: QtBot, cast: Cast, session_of: Callable[[int], Session]
) -> None:
    session = session_of(cast.secretary)
    undo = CalendarUndo(session, session)
    session.client.changed.connect(undo.heed)
    put(cast, "Một", datetime(2019, 4, 17, 8))
    put(cast, "Hai", datetime(2019, 4, 18, 8))
    assert not undo.can_undo()
    undo.undo()  # nothing to take back
    for title in ("Một", "Hai"):
        op = operations.remove(session, held(title)[0], EditScope.ALL)
        op.run(session, QObject(session))
    with qtbot.waitSignal(undo.changed):
        undo.undo()
    assert (len(starts("Một")), len(starts("Hai"))) == (0, 1)
    undo.undo()
    assert len(starts("Một")) == 1
    assert not undo.can_undo()
    undo.redo()
    assert starts("Một") == []
    assert undo.can_redo()
