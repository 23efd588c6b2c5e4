"""Reminders: whom they are for, from which moment to which, and each once."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from desk import clock
from desk.acts.rules import Role, Stage
from desk.calendar import coverage, meetings, occurrences, reminders
from desk.calendar.coverage import Task
from desk.calendar.meetings import StateWish
from desk.calendar.reminders import RemindKind
from desk.calendar.storage import Chair, Fields
from desk.dates.recurrence import read_rule
from desk.dates.series import MeetingState, When
from desk.department import people
from tests.making import PASSWORD, Cast, article

START = datetime(2019, 4, 16, 8)
HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)


def at(wall: datetime) -> None:
    clock.set_clock(lambda: (wall - 7 * HOUR).replace(tzinfo=UTC))


def put(cast: Cast, start: datetime = START, rule: str = "", **more: object) -> int:
    fields = Fields(**{"title": "Giao ban tuần", "kind": "briefing", **more})  # type: ignore[arg-type]
    told = read_rule(rule) if rule else None
    (number,) = meetings.make(cast.secretary, fields, When(start, start + HOUR), told).meetings
    return number


def due(who: int) -> list[tuple[RemindKind, datetime]]:
    return [(one.kind, one.at) for one in reminders.due(who)]


@pytest.mark.parametrize(
    ("now", "told"),
    [
        (START - 31 * MINUTE, False),
        (START - 30 * MINUTE, True),
        (START + 13 * HOUR, True),  # twelve hours after its end
        (START + 13 * HOUR + MINUTE, False),
    ],
)
def test_a_meeting_is_reminded_of_from_its_moment_until_half_a_day_after_it(
    cast: Cast, now: datetime, told: bool
) -> None:
    put(cast)
    at(now)
    assert due(cast.secretary) == [(RemindKind.MEETING, START - 30 * MINUTE)] * told


def test_each_of_several_moments_is_told_the_earliest_first(cast: Cast) -> None:
    put(cast, remind=(0, 40_320, 1440))
    put(cast, START + HOUR, remind=(120,))
    put(cast, remind=())
    at(START)
    assert due(cast.secretary) == [
        (RemindKind.MEETING, START - timedelta(days=28)),
        (RemindKind.MEETING, START - timedelta(days=1)),
        (RemindKind.MEETING, START - HOUR),
        (RemindKind.MEETING, START),
    ]
    at(START - timedelta(days=28))
    assert due(cast.secretary) == [(RemindKind.MEETING, START - timedelta(days=28))]


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"chairs": (Chair("Lê Thị Viết", "Chuyên viên"),)}, True),
        ({"attendees": "các đ/c lê thị viết, Nguyễn Văn An"}, True),
        ({"guests": "đ/c Lê Thị Viết"}, True),
        ({"attendees": "đ/c Viết"}, False),
        ({"title": "Gặp Lê Thị Viết"}, False),
        ({}, False),
    ],
)
def test_who_presides_or_is_named_is_reminded(cast: Cast, fields: dict[str, Any], told: bool) -> None:
    put(cast, **fields)
    at(START)
    assert bool(due(cast.writer)) is told
    assert due(cast.secretary)  # who entered it
    assert due(cast.chief) == []


def test_who_covers_one_occurrence_is_reminded_of_that_alone(cast: Cast) -> None:
    number = put(cast, START, "FREQ=WEEKLY;COUNT=2")
    coverage.assign(cast.editor, number, START, cast.writer, Task.WRITE, None)
    at(START)
    assert due(cast.writer) == [(RemindKind.MEETING, START - 30 * MINUTE)]
    at(START + timedelta(days=7))
    assert due(cast.writer) == []
    assert due(cast.secretary) == [(RemindKind.MEETING, START + timedelta(days=7) - 30 * MINUTE)]


def test_what_is_called_off_is_not_reminded_of(cast: Cast) -> None:
    number = put(cast)
    meetings.set_state(cast.secretary, number, 1, START, StateWish(MeetingState.CANCELLED, "mưa lũ"))
    at(START)
    assert due(cast.secretary) == []


def test_what_was_told_is_told_again_only_when_it_was_put_off_and_its_moment_came(cast: Cast) -> None:
    put(cast)
    at(START)
    (one,) = reminders.due(cast.secretary)
    assert one.name == (one.row.meeting_id, START.isoformat(), "meeting", (START - 30 * MINUTE).isoformat())
    reminders.told(cast.secretary, one, START + 10 * MINUTE)
    for now, told in ((START + 9 * MINUTE, ()), (START + 10 * MINUTE, (one,))):
        at(now)
        assert reminders.due(cast.secretary) == told
    reminders.told(cast.secretary, one)
    assert reminders.due(cast.secretary) == ()


def test_one_persons_telling_is_not_anothers(cast: Cast) -> None:
    put(cast, guests="đ/c Lê Thị Viết")
    at(START)
    (one,) = reminders.due(cast.writer)
    reminders.told(cast.writer, one)
    assert reminders.due(cast.writer) == ()
    assert len(reminders.due(cast.secretary)) == 1


@pytest.mark.parametrize(
    ("now", "told"),
    [
        (datetime(2019, 4, 17, 7, 59), []),
        (datetime(2019, 4, 17, 8), [(RemindKind.DUE_SOON, datetime(2019, 4, 17, 8))]),
        (datetime(2019, 4, 19, 7, 59), [(RemindKind.DUE_SOON, datetime(2019, 4, 17, 8))]),
        (datetime(2019, 4, 19, 8), [(RemindKind.OVERDUE, datetime(2019, 4, 19, 8))]),
    ],
)
def test_a_promise_is_due_soon_the_day_before_and_overdue_the_day_after(
    cast: Cast, now: datetime, told: list[tuple[RemindKind, datetime]]
) -> None:
    number = put(cast, remind=())
    coverage.assign(cast.editor, number, START, cast.editor, Task.WRITE, date(2019, 4, 18))
    coverage.assign(cast.editor, number, START, cast.editor, Task.PHOTO, None)  # by no day
    coverage.assign(
        cast.editor, number, START, cast.writer, Task.WRITE, date(2019, 4, 18)
    )  # not accepted yet
    at(now)
    assert due(cast.editor) == told
    assert due(cast.writer) == []
    assert occurrences.wall_now() == now


def test_who_has_kept_their_promise_is_still_reminded_of_the_meeting(cast: Cast) -> None:
    number = put(cast)
    coverage.assign(cast.editor, number, START, cast.editor, Task.WRITE, None)
    coverage.link(cast.secretary, number, START, article(cast, stage=Stage.SUBMITTED))
    at(START)
    assert coverage.mine(cast.editor) == ()
    assert due(cast.editor) == [(RemindKind.MEETING, START - 30 * MINUTE)]


def test_a_name_of_one_word_names_nobody(cast: Cast) -> None:
    one = people.add(cast.admin, "Páo", "Chuyên viên", "Văn phòng", frozenset({Role.WRITER}), PASSWORD)
    assert one
    put(cast, attendees="đ/c Páo")
    at(START)
    (who,) = (row.id for row in people.everybody() if row.name == "Páo")
    assert due(who) == []


def test_reminders_of_one_moment_stand_by_the_number_of_their_meeting(cast: Cast) -> None:
    made = [put(cast, START + HOUR, remind=(90,)), put(cast, START, remind=(30,))]
    at(START)
    assert [one.row.meeting_id for one in reminders.due(cast.secretary)] == made
