"""What was answered to a request: only a declined one does not stand, in words as in queries."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from desk.calendar import coverage, meetings
from desk.calendar.answers import Answer, standing, stands
from desk.calendar.coverage import Task
from desk.calendar.storage import Fields
from desk.database.calendar_tables import Coverage
from desk.dates.series import When
from tests.making import Cast


@pytest.mark.parametrize(
    ("answer", "holds"), [(Answer.ASKED, True), (Answer.ACCEPTED, True), (Answer.DECLINED, False)]
)
def test_a_request_stands_until_it_is_declined(cast: Cast, answer: Answer, holds: bool) -> None:
    start = datetime(2019, 4, 8, 8)
    when = When(start, start + timedelta(hours=1))
    (number,) = meetings.make(cast.secretary, Fields("Giao ban tuần", "briefing"), when).meetings
    coverage.assign(cast.editor, number, start, cast.writer, Task.WRITE, None)
    (asked,) = coverage.of_occurrence(number, "")
    if answer is not Answer.ASKED:
        coverage.answer(cast.writer, asked.id, answer is Answer.ACCEPTED, "Bận đi cơ sở")
    assert coverage.of_occurrence(number, "")[0].answer is answer
    assert stands(answer.value) is holds
    assert Coverage.select().where(standing()).count() == int(holds)
