"""Whom a change of a meeting is told: those who were asked to cover what it changes, and nobody else."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from desk import clock
from desk.acts import notifications
from desk.acts.notifications import NotificationKind
from desk.calendar import coverage, meetings
from desk.calendar.coverage import Task
from desk.calendar.meetings import Edit, StateWish
from desk.dates.series import EditScope, MeetingState, SeriesEdit
from tests.desk.calendar.april import at, find, make
from tests.making import Cast

WEEKLY = "FREQ=WEEKLY;BYDAY=MO;COUNT=5"


@pytest.fixture(autouse=True)
def _morning() -> None:
    clock.set_clock(lambda: datetime(2019, 4, 1, tzinfo=UTC))


def _told(cast: Cast, who: int) -> list[tuple[int | None, str]]:
    """Return the meeting and the date of each notice that a meeting is another."""
    return [
        (row.meeting_id, row.origin)
        for row in notifications.inbox(who)
        if row.kind is NotificationKind.MEETING_CHANGED
    ]


@pytest.mark.parametrize(
    ("scope", "covers", "told"),
    [
        (EditScope.ONE, 15, "2019-04-15T08:00:00"),
        (EditScope.ONE, 8, ""),
        (EditScope.ONE, 22, ""),
        (EditScope.FOLLOWING, 15, "2019-04-15T10:00:00"),
        (EditScope.FOLLOWING, 22, "2019-04-22T10:00:00"),
        (EditScope.FOLLOWING, 8, ""),
        (EditScope.ALL, 8, "2019-04-08T10:00:00"),
        (EditScope.ALL, 22, "2019-04-22T10:00:00"),
    ],
)
def test_another_time_is_told_to_who_covers_a_date_that_moves(
    cast: Cast, scope: EditScope, covers: int, told: str
) -> None:
    number = make(cast, at(1), WEEKLY)
    coverage.assign(cast.editor, number, find(covers).origin, cast.writer, Task.WRITE, None)
    row = find(15)
    changed = meetings.edit(
        cast.secretary, number, row.version, row.origin, Edit(scope, SeriesEdit(at(15, 10)))
    )
    at_new = max(changed.meetings) if scope is EditScope.FOLLOWING else number
    assert _told(cast, cast.writer) == ([(at_new, told)] if told else [])


@pytest.mark.parametrize("scope", [EditScope.ONE, EditScope.ALL])
@pytest.mark.parametrize("covers", [8, 15])
def test_a_meeting_called_off_is_told_to_who_covers_it(cast: Cast, scope: EditScope, covers: int) -> None:
    number = make(cast, at(1), WEEKLY)
    coverage.assign(cast.editor, number, find(covers).origin, cast.writer, Task.WRITE, None)
    row = find(15)
    wish = StateWish(MeetingState.CANCELLED, "Bận họp Tỉnh ủy", scope=scope)
    meetings.set_state(cast.secretary, number, row.version, row.origin, wish)
    concerned = scope is EditScope.ALL or covers == 15
    assert _told(cast, cast.writer) == ([(number, f"2019-04-{covers:02}T08:00:00")] if concerned else [])


def test_each_is_told_once_of_the_first_date_they_have(cast: Cast) -> None:
    number = make(cast, at(1), WEEKLY)
    for day in (22, 8, 15):
        coverage.assign(cast.editor, number, find(day).origin, cast.writer, Task.WRITE, None)
    coverage.assign(cast.editor, number, find(8).origin, cast.chief, Task.PHOTO, None)
    row = find(1)
    edit = Edit(EditScope.ALL, SeriesEdit(at(1, 14)))
    meetings.edit(cast.secretary, number, row.version, row.origin, edit)
    for who in (cast.writer, cast.chief):
        assert _told(cast, who) == [(number, "2019-04-08T14:00:00")]


def test_a_meeting_held_once_is_told_with_its_new_time(cast: Cast) -> None:
    number = make(cast, at(9))
    row = find(9)
    coverage.assign(cast.editor, number, row.origin, cast.writer, Task.WRITE, None)
    edit = Edit(EditScope.ALL, SeriesEdit(at(10, 14)))
    meetings.edit(cast.secretary, number, find(9).version, row.origin, edit)
    assert _told(cast, cast.writer) == [(number, "2019-04-10T14:00:00")]
    row = find(10)
    wish = StateWish(MeetingState.MOVED, "Trùng lịch", at(11, 14))
    meetings.set_state(cast.secretary, number, row.version, row.origin, wish)
    assert _told(cast, cast.writer)[0] == (number, "2019-04-11T14:00:00")


def test_another_place_is_told_nobody(cast: Cast) -> None:
    number = make(cast, at(9))
    row = find(9)
    coverage.assign(cast.editor, number, row.origin, cast.writer, Task.WRITE, None)
    edit = Edit(EditScope.ALL, SeriesEdit(), {"place": "Hội trường tầng 1"})
    meetings.edit(cast.secretary, number, find(9).version, row.origin, edit)
    assert _told(cast, cast.writer) == []
