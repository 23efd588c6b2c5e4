"""The chosen meeting with everything that hangs on it, and what its reader may do there."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from pytestqt.qtbot import QtBot

from desk.calendar import coverage
from desk.calendar.coverage import Task
from desk.calendar.meeting_details import dossier
from tests.making import Cast
from tests.ui.calendar.calendars import held, put, words_of
from ui.calendar.meeting_panel import MeetingPanel

pytestmark = pytest.mark.usefixtures("april")


def _shown(qtbot: QtBot, who: int, title: str) -> MeetingPanel:
    row = held(title)[0]
    panel = MeetingPanel(who)
    qtbot.addWidget(panel)
    panel.show_details(dossier(who, row.meeting_id, row.origin))
    panel.show()
    return panel


def test_who_is_asked_answers_and_who_asked_takes_it_back(qtbot: QtBot, cast: Cast) -> None:
    meeting = put(cast, "Họp", datetime(2019, 4, 17, 8))
    coverage.assign(cast.editor, meeting, held("Họp")[0].origin, cast.writer, Task.WRITE, date(2019, 4, 18))
    (asked,) = coverage.of_occurrence(meeting, "")
    theirs, mine = _shown(qtbot, cast.writer, "Họp"), _shown(qtbot, cast.editor, "Họp")
    with qtbot.waitSignal(theirs.answered) as answered:
        theirs.buttons[f"no-{asked.id}"].click()
    assert answered.args == [asked, False]
    assert f"yes-{asked.id}" not in mine.buttons
    with qtbot.waitSignal(mine.uncovered):
        mine.buttons[f"end-{asked.id}"].click()


def test_a_day_off_leads_to_the_next_working_day(qtbot: QtBot, cast: Cast) -> None:
    put(cast, "Ngày lễ", datetime(2019, 4, 15, 8))
    panel = _shown(qtbot, cast.secretary, "Ngày lễ")
    assert "Rơi vào ngày nghỉ" in words_of(panel)
    with qtbot.waitSignal(panel.day_wanted) as wanted:
        panel.buttons["instead"].click()
    assert wanted.args == [date(2019, 4, 16)]


def test_a_conflict_that_was_accepted_is_still_said(qtbot: QtBot, cast: Cast) -> None:
    put(cast, "Họp một", datetime(2019, 4, 17, 8))
    put(cast, "Họp hai", datetime(2019, 4, 17, 8, 30))
    for title, other in (("Họp một", "Họp hai"), ("Họp hai", "Họp một")):
        assert f"Phòng họp tầng 2 đã có: {other}" in words_of(_shown(qtbot, cast.secretary, title))
    put(cast, "Họp sau", datetime(2019, 4, 18, 8))
    assert "đã có" not in words_of(_shown(qtbot, cast.secretary, "Họp sau"))


def test_what_happened_is_told(qtbot: QtBot, cast: Cast) -> None:
    put(cast, "Họp", datetime(2019, 4, 17, 8))
    words = words_of(_shown(qtbot, cast.secretary, "Họp"))
    assert "Đã xảy ra" in words
    assert "Phòng họp tầng 2" in words
