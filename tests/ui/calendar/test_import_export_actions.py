"""The ways in and out: what else in the window follows what came into the calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from desk.calendar import meetings
from desk.calendar.storage import Fields
from desk.dates.series import When
from desk.issues import issues
from tests.making import Cast
from tests.ui.calendar.calendars import page, words_of
from ui.window.window import Window

Sit = Callable[[int], Window]
pytestmark = pytest.mark.usefixtures("april")


def test_an_issue_says_when_its_session_is(qtbot: QtBot, sit: Sit, cast: Cast) -> None:
    issues.make(cast.secretary, issues.IssueWords("4", 2019, 4, "", "2019-04-20"))
    told = Fields("Kỳ họp báo cáo viên tháng 4", kind="reporters")
    start = datetime(2019, 4, 10, 7, 30)
    meetings.make(cast.secretary, told, When(start, start + timedelta(hours=4)))
    window = sit(cast.secretary)
    window.pages.go("issue")
    assert "báo cáo viên họp 10/4/2019" in words_of(window.pages.issue)
    assert "Kỳ họp báo cáo viên: T4 10/4/2019" in " ".join(line.text() for line in window.pages.today.lines)
    calendar = page(window)
    assert calendar.month.span is not None
    assert calendar.month.span.closings[date(2019, 4, 20)] == ("4/2019",)
