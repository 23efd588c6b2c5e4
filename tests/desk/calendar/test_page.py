"""What the calendar's page is answered by one question, with no statement asked twice."""

from __future__ import annotations

import logging
from collections import Counter
from datetime import UTC, date, datetime, timedelta

import pytest

from desk import clock
from desk.calendar import meetings, occurrences
from desk.calendar.page import is_named, opened
from desk.calendar.storage import Fields
from desk.dates.recurrence import read_rule
from desk.dates.series import When
from tests.making import Cast

FIRST, LAST = date(2019, 4, 1), date(2019, 5, 5)


@pytest.fixture(autouse=True)
def _in_april() -> None:
    clock.set_clock(lambda: datetime(2019, 4, 16, 3, tzinfo=UTC))


def put(cast: Cast, title: str, start: datetime, rule: str = "") -> occurrences.OccurrenceRow:
    when = When(start, start + timedelta(hours=1))
    meetings.make(
        cast.secretary, Fields(title=title, kind="briefing"), when, read_rule(rule) if rule else None
    )
    return next(row for row in occurrences.occurrences(FIRST, LAST) if row.title == title)


def test_days_come_with_everything_of_the_chosen_meeting(cast: Cast) -> None:
    row = put(cast, "Giao ban", datetime(2019, 4, 17, 8))
    found = opened(cast.secretary, FIRST, LAST, (row.meeting_id, row.origin))
    assert found.days.rows == (row,)
    assert found.details is not None
    assert found.details.row == row
    assert found.details.fields.title == "Giao ban"
    assert opened(cast.secretary, FIRST, LAST, None).details is None
    assert opened(cast.secretary, FIRST, date(2019, 4, 7), (row.meeting_id, row.origin)).details is None


def test_a_meeting_held_once_keeps_its_key_and_one_of_a_series_its_origin(cast: Cast) -> None:
    once = put(cast, "Một lần", datetime(2019, 4, 17, 8))
    weekly = put(cast, "Hằng tuần", datetime(2019, 4, 15, 8), "FREQ=WEEKLY;COUNT=2")
    later = datetime(2019, 4, 20, 8)
    assert is_named(once, (once.meeting_id, later))
    assert is_named(weekly, (weekly.meeting_id, weekly.origin))
    assert not is_named(weekly, (weekly.meeting_id, later))
    assert not is_named(once, None)


def test_no_statement_is_asked_twice(cast: Cast, caplog: pytest.LogCaptureFixture) -> None:
    put(cast, "Giao ban", datetime(2019, 4, 17, 8))
    row = put(cast, "Nghỉ lễ", datetime(2019, 4, 15, 8))  # a day off: the next working day is looked for
    with caplog.at_level(logging.DEBUG, logger="peewee"):
        found = opened(cast.secretary, FIRST, LAST, (row.meeting_id, row.origin))
    assert found.details is not None
    assert found.details.planned.instead == date(2019, 4, 16)
    asked = Counter(str(record.msg) for record in caplog.records if record.name == "peewee")
    assert asked
    assert [statement for statement, times in asked.items() if times > 1] == []
