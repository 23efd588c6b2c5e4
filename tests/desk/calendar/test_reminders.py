"""Reminders: to whom a meeting matters, at their moment, each once; and coverage that is due."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from desk import clock
from desk.calendar import coverage, meetings, reminders
from desk.calendar.coverage import Task
from desk.calendar.meetings import StateWish
from desk.calendar.reminders import ReminderRow, RemindKind
from desk.calendar.storage import Chair
from desk.dates.series import MeetingState
from tests.desk.calendar.april import at, fields, find, make
from tests.making import Cast


def _wall(day: int, hour: int, minute: int = 0) -> None:
    moment = datetime(2019, 4, day, hour, minute, tzinfo=clock.HANOI)
    clock.set_clock(lambda: moment)


def _kinds(who: int) -> list[RemindKind]:
    return [one.kind for one in reminders.due(who)]


def test_a_meeting_is_reminded_of_from_its_moment_until_twelve_hours_after_it(cast: Cast) -> None:
    make(cast, at(16))
    for (hour, minute), due in (((7, 29), 0), ((7, 30), 1), ((21, 0), 1), ((21, 1), 0)):
        _wall(16, hour, minute)
        assert len(reminders.due(cast.secretary)) == due, (hour, minute)
    _wall(16, 7, 30)
    (one,) = reminders.due(cast.secretary)
    assert (one.kind, one.at) == (RemindKind.MEETING, datetime(2019, 4, 16, 7, 30))
    assert one.name == (one.row.meeting_id, "2019-04-16T08:00:00", "meeting", "2019-04-16T07:30:00")


def test_what_is_called_off_reminds_nobody(cast: Cast) -> None:
    number = make(cast, at(16))
    meetings.set_state(cast.secretary, number, 1, at(16).start, StateWish(MeetingState.CANCELLED, "Bận"))
    _wall(16, 7, 45)
    assert reminders.due(cast.secretary) == ()


@pytest.mark.parametrize(
    "told",
    [
        {"chairs": (Chair("Trần Thị Lãnh"),)},
        {"attendees": "các đồng chí: TRẦN THỊ LÃNH, Hải"},
        {"guests": "đ/c Tran Thi Lanh"},
    ],
)
def test_who_presides_or_is_named_is_reminded(cast: Cast, told: dict[str, Any]) -> None:
    make(cast, at(16), told=fields(**told))
    _wall(16, 7, 45)
    assert _kinds(cast.chief) == [RemindKind.MEETING]
    assert _kinds(cast.editor) == []


def test_who_covers_a_meeting_is_reminded_of_it(cast: Cast) -> None:
    number = make(cast, at(16))
    _wall(16, 7, 45)
    coverage.assign(cast.editor, number, at(16).start, cast.writer, Task.WRITE, None)
    assert _kinds(cast.writer) == [RemindKind.MEETING]
    assert _kinds(cast.editor) == []


def test_several_come_earliest_first_and_each_is_told_for_itself(cast: Cast) -> None:
    make(cast, at(16, 9), told=fields("Hai"))
    make(cast, at(16, 8), told=fields("Một", remind=(30, 60)))
    _wall(16, 8, 45)
    due = reminders.due(cast.secretary)
    assert [(one.row.title, one.at.hour, one.at.minute) for one in due] == [
        ("Một", 7, 0),
        ("Một", 7, 30),
        ("Hai", 8, 30),
    ]
    reminders.told(cast.secretary, due[1])
    assert reminders.due(cast.secretary) == (due[0], due[2])
    reminders.told(cast.secretary, due[0], datetime(2019, 4, 16, 8, 50))
    assert reminders.due(cast.secretary) == (due[2],)
    _wall(16, 8, 50)
    assert reminders.due(cast.secretary) == (due[0], due[2])
    reminders.told(cast.secretary, due[0])
    assert reminders.due(cast.secretary) == (due[2],)


def test_a_promise_is_due_the_morning_before_and_late_the_morning_after(cast: Cast) -> None:
    number = make(cast, at(10))
    _wall(11, 12)
    coverage.assign(cast.editor, number, at(10).start, cast.writer, Task.WRITE, date(2019, 4, 15))
    (mine,) = coverage.mine(cast.writer)
    _wall(14, 8)
    assert _kinds(cast.writer) == []  # nothing was promised yet
    coverage.answer(cast.writer, mine.coverage.id, True)
    for (day, hour, minute), kinds in (
        ((14, 7, 59), []),
        ((14, 8, 0), [RemindKind.DUE_SOON]),
        ((16, 7, 59), [RemindKind.DUE_SOON]),
        ((16, 8, 0), [RemindKind.OVERDUE]),
    ):
        _wall(day, hour, minute)
        assert _kinds(cast.writer) == kinds, (day, hour, minute)
    (late,) = reminders.due(cast.writer)
    assert late == ReminderRow(RemindKind.OVERDUE, find(10), datetime(2019, 4, 16, 8))


def test_reminders_come_once_also_after_sleep(cast: Cast) -> None:
    now = datetime(2019, 4, 16, 0, 0, tzinfo=UTC)  # 07:00 on the wall
    clock.set_clock(lambda: now)
    number = make(cast, at(16, 8), told=fields(remind=(30, 1440)))
    due = reminders.due(cast.secretary)
    assert [one.at for one in due] == [datetime(2019, 4, 15, 8)]  # its moment passed before it was entered
    reminders.told(cast.secretary, due[0])
    assert reminders.due(cast.secretary) == ()
    assert reminders.due(cast.chief) == ()
    clock.set_clock(lambda: now + timedelta(hours=4))  # the machine slept through 07:30
    (late,) = reminders.due(cast.secretary)
    assert late.at == datetime(2019, 4, 16, 7, 30)
    reminders.told(cast.secretary, late, datetime(2019, 4, 16, 11, 10))
    assert reminders.due(cast.secretary) == ()
    clock.set_clock(lambda: now + timedelta(hours=4, minutes=15))
    assert reminders.due(cast.secretary) == (late,)
    coverage.assign(cast.editor, number, find(16).origin, cast.writer, Task.WRITE, date(2019, 4, 17))
    (mine,) = coverage.mine(cast.writer)
    coverage.answer(cast.writer, mine.coverage.id, True)
    kinds = [one.kind for one in reminders.due(cast.writer)]
    assert RemindKind.DUE_SOON in kinds
    clock.set_clock(lambda: now + timedelta(days=3))
    assert [one.kind for one in reminders.due(cast.writer)] == [RemindKind.OVERDUE]
