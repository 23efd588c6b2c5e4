"""Coverage: what a person still owes of what they promised."""

from __future__ import annotations

from datetime import UTC, date, datetime

from desk import clock
from desk.acts.rules import Act
from desk.articles import workflow
from desk.calendar import coverage, meetings
from desk.calendar.coverage import Task
from desk.calendar.storage import Fields
from desk.dates.series import When
from tests.making import Cast, article, version


def test_a_promise_is_kept_once_the_text_is_sent_and_open_again_when_it_comes_back(cast: Cast) -> None:
    clock.set_clock(lambda: datetime(2019, 4, 8, 10, tzinfo=UTC))
    start, end = datetime(2019, 4, 8, 8), datetime(2019, 4, 8, 9)
    (number,) = meetings.make(cast.secretary, Fields("Giao ban tuần", "briefing"), When(start, end)).meetings
    coverage.assign(cast.editor, number, start, cast.writer, Task.WRITE, date(2019, 4, 9))
    (asked,) = coverage.mine(cast.writer)
    coverage.answer(cast.writer, asked.coverage.id, True)
    made = article(cast)
    coverage.link(cast.writer, number, start, made)
    assert [one.row.article_id for one in coverage.mine(cast.writer)] == [made]  # begun, and not sent yet
    workflow.move(cast.writer, Act.SUBMIT, made, version(cast, made))
    assert coverage.mine(cast.writer) == ()
    workflow.move(cast.editor, Act.RETURN, made, version(cast, made), "Thiếu số liệu")
    assert [one.row.article_id for one in coverage.mine(cast.writer)] == [made]
