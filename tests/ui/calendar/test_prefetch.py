"""The days beside those in view are read while nobody waits."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from tests.making import Cast
from tests.ui.questions import questions_of
from ui.calendar.days_in_view import DaysInView, View
from ui.calendar.prefetch import Neighbours
from ui.session.page import Page
from ui.session.session import Session


def test_leafing_fast_reads_only_beside_where_one_stays(
    qtbot: QtBot, cast: Cast, session_of: Callable[[int], Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = Page(session_of(cast.secretary))
    qtbot.addWidget(page)
    asked = questions_of(page, monkeypatch)
    neighbours = Neighbours(page)
    for month in (4, 5, 6):
        neighbours.read_soon(DaysInView(View.MONTH, date(2019, month, 1)))
    assert asked == []
    qtbot.waitUntil(lambda: len(asked) >= 2, timeout=2000)
    assert asked == ["warm1", "warm-1"]
