"""Conflicts: one room or one person wanted twice at once, and the next time when all are free."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from desk.calendar import coverage, meetings
from desk.calendar.conflicts import Clash, WantedTime, conflicts, next_free
from desk.calendar.coverage import Task
from desk.calendar.meetings import StateWish
from desk.calendar.storage import Chair, Fields
from desk.dates.recurrence import read_rule
from desk.dates.series import DayHalf, MeetingState, When, part_of_day
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


@pytest.mark.parametrize(("minute", "clashes"), [(0, 1), (30, 1), (-30, 0), (-1, 0), (60, 0)])
def test_a_meeting_without_an_end_takes_the_room_at_its_moment(cast: Cast, minute: int, clashes: int) -> None:
    """Announced with its beginning alone; also one that begins at the very same time is in its way."""
    moment = _when(8, minutes=0)
    open_end = When(*(moment.start + timedelta(minutes=minute),) * 2)
    meetings.make(cast.secretary, Fields("Chưa rõ giờ nghỉ", "briefing", ROOM), open_end)
    assert len(conflicts([_when(8)], WantedTime(place=ROOM))) == clashes


@pytest.mark.parametrize(
    ("begin", "minutes", "clashes"),
    [
        ((7, 0), 60, False),  # until it begins
        ((7, 0), 61, True),
        ((8, 59), 30, True),
        ((9, 0), 60, False),  # from its end on
        ((8, 15), 15, True),
        ((7, 30), 180, True),
        ((8, 0), 0, True),
        ((7, 59), 0, False),
        ((9, 0), 0, False),
    ],
)
def test_times_clash_where_they_share_a_minute(
    held: int, begin: tuple[int, int], minutes: int, clashes: bool
) -> None:
    found = conflicts([_when(*begin, minutes=minutes)], WantedTime(place=ROOM))
    assert [one.other.meeting_id for one in found] == [held] * clashes


def test_any_of_several_times_clashes_and_none_does_not(held: int) -> None:
    wanted = WantedTime(place=ROOM)
    assert conflicts([], wanted) == ()
    assert len(conflicts([_when(8, day=15), _when(8, day=16)], wanted)) == 1
    assert len(conflicts([_when(8, day=16), _when(8, day=17)], wanted)) == 1
    assert conflicts([_when(8, day=15), _when(8, day=17)], wanted) == ()
    assert conflicts([_when(20, day=15, minutes=12 * 60)], wanted) == ()  # overnight, until it begins
    assert len(conflicts([_when(20, day=15, minutes=12 * 60 + 1)], wanted)) == 1


def test_no_more_clashes_are_told_than_asked_for_the_earliest_first(cast: Cast, held: int) -> None:
    for minute in (45, 15, 30):
        meetings.make(cast.secretary, Fields(f"Họp {minute}", "briefing", ROOM), _when(8, minute))
    wanted = WantedTime(ROOM, ("Trần Đức Thuần",))
    found = conflicts([_when(8)], wanted)
    assert [(one.clash, one.other.title) for one in found] == [
        (Clash.PLACE, "Giao ban tuần"),
        (Clash.PERSON, "Giao ban tuần"),
        (Clash.PLACE, "Họp 15"),
        (Clash.PLACE, "Họp 30"),
        (Clash.PLACE, "Họp 45"),
    ]
    assert conflicts([_when(8)], wanted, 3) == found[:3]
    assert conflicts([_when(8)], wanted, 1) == found[:1]
    for _ in range(9):
        meetings.make(cast.secretary, Fields("Họp thêm", "briefing", ROOM), _when(8, 50))
    assert len(conflicts([_when(8)], wanted)) == 12


@pytest.mark.parametrize(
    ("wanted", "people"),
    [
        (WantedTime(people=("trần đức thuần",)), ["trần đức thuần"]),
        (WantedTime(people=("Trần Đức Thuần",), words="Trần Đức Thuần"), ["Trần Đức Thuần"]),
        (WantedTime(people=("Lý Thị Mai",)), ["Lý Thị Mai"]),  # attends
        (WantedTime(people=("Vàng A Páo",)), ["Vàng A Páo"]),  # a guest
        (WantedTime(people=("Mai",)), []),  # one word names nobody in a list
        (WantedTime(people=("",)), []),
        (WantedTime(people=("Lý Thị",)), ["Lý Thị"]),
        (WantedTime(people=("Ý Thị Mai",)), []),  # whole words alone
        (WantedTime(people=("Vàng A Páo", "Lý Thị Mai")), ["Vàng A Páo", "Lý Thị Mai"]),
        (WantedTime(words="các đồng chí TRẦN ĐỨC THUẦN; Lý Thị Mai"), ["Trần Đức Thuần"]),
        (WantedTime(words="Trần Đức Thuận"), ["Trần Đức Thuần"]),  # names are told without their marks
        (WantedTime(words="Trần Đức"), []),
        (WantedTime(), []),
    ],
)
def test_who_is_wanted_twice(cast: Cast, wanted: WantedTime, people: list[str]) -> None:
    chairs = (Chair("Trần Đức Thuần", "Trưởng ban"),)
    told = Fields("Hội nghị", "conference", ROOM, chairs, "đ/c Lý Thị Mai, các phòng", "đ/c Vàng A Páo")
    meetings.make(cast.secretary, told, _when(8))
    assert [(one.clash, one.what) for one in conflicts([_when(8)], wanted)] == [
        (Clash.PERSON, name) for name in people
    ]


def test_who_covers_a_meeting_is_wanted_there_too(cast: Cast, held: int) -> None:
    wanted = WantedTime(people=("Lê Thị Viết",))
    assert conflicts([_when(8)], wanted) == ()
    coverage.assign(cast.editor, held, _when(8).start, cast.writer, Task.WRITE, None)
    assert [one.what for one in conflicts([_when(8)], wanted)] == ["Lê Thị Viết"]
    assert [one.what for one in conflicts([_when(8)], WantedTime(words="đ/c Lê Thị Viết"))] == ["Lê Thị Viết"]


@pytest.mark.parametrize(
    ("place", "clashes"),
    [("phong hop tang 2", 1), ("Phòng họp, tầng 2.", 1), ("Phòng họp tầng 3", 0), ("Phòng họp", 0), ("", 0)],
)
def test_a_place_is_the_same_however_it_is_typed(held: int, place: str, clashes: int) -> None:
    assert held
    assert len(conflicts([_when(8)], WantedTime(place))) == clashes


def test_what_is_called_off_or_moved_away_is_in_nobodys_way(cast: Cast, held: int) -> None:
    moved = StateWish(MeetingState.MOVED, "họp tỉnh", _when(8, day=18))
    meetings.set_state(cast.secretary, held, 1, _when(8).start, moved)
    wanted = WantedTime(place=ROOM)
    assert [len(conflicts([_when(8, day=day)], wanted)) for day in (16, 18)] == [0, 1]
    meetings.set_state(
        cast.secretary, held, 2, _when(8, day=18).start, StateWish(MeetingState.CANCELLED, "mưa lũ")
    )
    assert conflicts([_when(8, day=18)], wanted) == ()


@pytest.mark.parametrize(
    ("when", "free"),
    [
        (_when(8), _when(9)),
        (_when(6, minutes=30), _when(7, 30, minutes=30)),  # office hours alone, until the briefing
        (_when(7, 30), _when(9)),
        (_when(10), _when(10, 30)),  # its own time is no other time
        (_when(10, 30), _when(13, 30)),  # from 10:30 it would end with the morning
        (_when(10, minutes=90), _when(13, 30, minutes=90)),
        (_when(8, minutes=150), _when(9, minutes=150)),  # until half past eleven to the minute
        (_when(8, minutes=151), _when(13, 30, minutes=151)),
        (_when(15, 30, minutes=60), _when(16)),
        (_when(16, minutes=60), _when(7, 30, day=17, minutes=60)),
        (_when(8, minutes=241), _when(8, day=17, minutes=241)),  # longer than a half-day: the same hour
        (
            _when(8, day=12, minutes=241),
            _when(8, day=17, minutes=241),
        ),  # Sunday's holiday is made up on Monday
        (_when(20, day=15, minutes=360), _when(20, day=16, minutes=360)),
        (_when(8, minutes=240), _when(7, 30, day=17, minutes=240)),  # a whole morning is a half-day
        (_when(23, day=15, minutes=120), _when(23, minutes=120)),  # over midnight: the same hour
    ],
)
def test_the_next_time_is_later_in_office_hours_and_free(cast: Cast, when: When, free: When) -> None:
    meetings.make(cast.secretary, Fields("Giao ban tuần", "briefing", ROOM), _when(8))
    assert next_free(when, WantedTime(place=ROOM)) == free


def test_a_whole_day_is_free_on_the_next_day_and_keeps_its_part(cast: Cast) -> None:
    meetings.make(
        cast.secretary, Fields("Tập huấn", "training", ROOM), part_of_day(date(2019, 4, 17), DayHalf.DAY)
    )
    wanted = WantedTime(place=ROOM)
    assert next_free(part_of_day(date(2019, 4, 16), DayHalf.DAY), wanted) == part_of_day(
        date(2019, 4, 18), DayHalf.DAY
    )
    two = part_of_day(date(2019, 4, 16), DayHalf.DAY, date(2019, 4, 17))
    assert next_free(two, wanted) == part_of_day(date(2019, 4, 18), DayHalf.DAY, date(2019, 4, 19))


def test_a_room_taken_for_thirty_days_has_no_free_time(cast: Cast) -> None:
    wanted = WantedTime(place=ROOM)
    begin = When(datetime(2019, 4, 16, 7), datetime(2019, 4, 16, 18))
    (number,) = meetings.make(
        cast.secretary, Fields("Sửa chữa", "other", ROOM), begin, read_rule("FREQ=DAILY;COUNT=31")
    ).meetings
    assert next_free(_when(8), wanted) is None
    assert next_free(_when(8), WantedTime(place=ROOM, but=number)) == _when(8, 30)
    last = datetime(2019, 5, 17, 7, 30)  # a Friday, the thirtieth day after
    assert next_free(_when(8, day=17), wanted) == When(last, last + timedelta(hours=1))


def test_two_meetings_without_a_place_want_no_place(cast: Cast) -> None:
    meetings.make(cast.secretary, Fields("Đi cơ sở", "visit"), _when(8))
    assert conflicts([_when(8)], WantedTime()) == ()
    assert next_free(_when(7, 30), WantedTime()) == _when(8)


def test_a_meeting_of_two_days_is_held_on_the_thirtieth_day_only_where_the_next_is_free(cast: Cast) -> None:
    two = When(datetime(2019, 4, 16, 7, 30), datetime(2019, 4, 17, 17))
    begin, wanted = When(datetime(2019, 4, 16, 7), datetime(2019, 4, 16, 18)), WantedTime(place=ROOM)
    rule = read_rule("FREQ=DAILY;UNTIL=20190515")
    meetings.make(cast.secretary, Fields("Sửa chữa", "other", ROOM), begin, rule)
    assert next_free(two, wanted) == two.at(datetime(2019, 5, 16, 7, 30))
    meetings.make(cast.secretary, Fields("Hội nghị", "other", ROOM), begin.at(datetime(2019, 5, 17, 7)))
    assert next_free(two, wanted) is None
