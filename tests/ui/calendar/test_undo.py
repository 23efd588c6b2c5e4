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
from ui.window.window import Window

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


def test_the_quiet_bar_goes_the_same_way_and_names_it(cast: Cast, sit: Callable[[int], Window]) -> None:
    put(cast, "Một", datetime(2019, 4, 17, 8))
    put(cast, "Hai", datetime(2019, 4, 18, 8))
    window = sit(cast.secretary)
    window.pages.go("calendar")
    acts = window.pages.calendar.acts
    for title in ("Hai", "Một"):
        operations.remove(window.session, held(title)[0], EditScope.ALL).run(window.session, window)
    acts.undo.undo()
    assert window.notice.words() == "Đã hoàn tác việc vừa làm trên lịch."
    window.notice.press()  # Làm lại
    assert (len(starts("Một")), window.notice.words()) == (0, "Đã làm lại việc vừa hoàn tác trên lịch.")
    acts.undo.undo()  # the one that was done again, no other
    assert (len(starts("Một")), len(starts("Hai"))) == (1, 0)
    acts.undo.redo()
    window.notice.press()  # Hoàn tác
    assert (len(starts("Một")), len(starts("Hai"))) == (1, 0)


def test_several_that_were_one_are_taken_back_as_one(
    cast: Cast, session_of: Callable[[int], Session]
) -> None:
    session = session_of(cast.secretary)
    undo = CalendarUndo(session, session)
    session.client.changed.connect(undo.heed)
    entries: list[int] = []
    for title in ("Một", "Hai"):
        put(cast, title, datetime(2019, 4, 17, 8))
    steps = [(operations.remove(session, held(title)[0], EditScope.ALL), None) for title in ("Một", "Hai")]
    operations.run_in_turn(session, session, steps, lambda: None, lambda _: None, entries)
    undo.join(entries, "Đã bỏ 2 cuộc họp.")
    undo.undo()
    assert (len(starts("Một")), len(starts("Hai")), undo.can_undo(), undo.can_redo()) == (1, 1, False, False)
