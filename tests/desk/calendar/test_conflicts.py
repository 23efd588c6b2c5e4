"""Conflicts: one room or one person wanted twice at once, and the next time when all are free."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from desk.calendar import meetings
from desk.calendar.conflicts import Clash, WantedTime, conflicts, next_free
from desk.calendar.storage import Chair, Fields
from desk.dates.series import When
from tests.desk.calendar.april import HOUR, THUAN, at, fields, make
from tests.making import Cast

ROOM = "Phòng họp tầng 2"


def _when(hour: int, minute: int = 0, *, day: int = 16, minutes: int = 60) -> When:
    start = datetime(2019, 4, day, hour, minute)  # a Tuesday
    return When(start, start + timedelta(minutes=minutes))


@pytest.fixture
def held(cast: Cast) -> int:
    """A briefing from eight to nine, led by one who is named elsewhere too."""
    fields = Fields("Giao ban tuần", "briefing", ROOM, (Chair("Trần Đức Thuần", "Trưởng ban"),))
    (number,) = meetings.make(cast.secretary, fields, _when(8)).meetings
    return number


def test_the_same_room_at_the_same_time(held: int) -> None:
    (clash,) = conflicts([_when(8, 30)], WantedTime(place="phòng họp TẦNG 2"))
    assert (clash.clash, clash.what, clash.other.meeting_id) == (Clash.PLACE, ROOM, held)
    assert [one.what for one in conflicts([_when(8)], WantedTime(place="P. họp T2"))] == [ROOM]
    assert conflicts([_when(9)], WantedTime(place=ROOM)) == ()  # one ends as the other begins
    assert conflicts([_when(8)], WantedTime(place=ROOM, but=held)) == ()


def test_a_person_who_leads_one_and_is_named_in_the_other(held: int) -> None:
    assert held
    wanted = WantedTime(words="Các đồng chí: Trần Đức Thuần, Nguyễn Văn An")
    assert [one.clash for one in conflicts([_when(8)], wanted)] == [Clash.PERSON]
    assert conflicts([_when(8)], WantedTime(words="đồng chí Thuần")) == ()  # one word alone names nobody


def test_the_next_free_time_is_in_office_hours(held: int) -> None:
    assert held
    assert next_free(_when(7, 30), WantedTime(place=ROOM)) == _when(9)
    free = next_free(_when(16, 30, day=19), WantedTime(place=ROOM))
    assert free == _when(7, 30, day=22)  # Friday's last hour is over: Monday morning


def test_conflicts_and_the_next_free_slot(cast: Cast) -> None:
    make(cast, at(16, 8, 0, 2 * HOUR), told=fields("Một", chairs=(THUAN,)))
    make(cast, at(16, 10, 30), told=fields("Hai", place="Nơi khác", attendees="đồng chí Trần Đức Thuần"))
    found = conflicts([at(16, 9)], WantedTime("phòng  họp TẦNG 2", ("Trần Đức Thuần",)))
    assert [(one.clash, one.other.title) for one in found] == [(Clash.PLACE, "Một"), (Clash.PERSON, "Một")]
    assert conflicts([at(16, 10)], WantedTime("Phòng họp tầng 2")) == ()
    free = next_free(at(16, 9), WantedTime("Phòng họp tầng 2", ("Trần Đức Thuần",)))
    assert free == at(16, 13, 30)


@pytest.mark.parametrize(("minute", "clashes"), [(0, 1), (30, 1), (-30, 0), (60, 0)])
def test_a_meeting_without_an_end_takes_the_room_at_its_moment(cast: Cast, minute: int, clashes: int) -> None:
    """Announced with its beginning alone; also one that begins at the very same time is in its way."""
    moment = _when(8, minutes=0)
    open_end = When(*(moment.start + timedelta(minutes=minute),) * 2)
    meetings.make(cast.secretary, Fields("Chưa rõ giờ nghỉ", "briefing", ROOM), open_end)
    assert len(conflicts([_when(8)], WantedTime(place=ROOM))) == clashes
