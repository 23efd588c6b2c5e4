"""A meeting that a schedule tells twice is one."""

from __future__ import annotations

from datetime import date, time

from desk.announcements.meeting_found import Change, ChangeKind, MeetingFound
from desk.announcements.own_sheet import joined

FIRST, SECOND = date(2019, 4, 18), date(2019, 4, 19)


def test_days_in_brackets_and_an_end_on_the_last_day() -> None:
    (found,) = joined([MeetingFound("Lớp (18/4 – 19/4)", FIRST), MeetingFound("Lớp (18/4 – 19/4)", SECOND)])
    assert (found.title, found.date, found.last) == ("Lớp", FIRST, SECOND)
    (long,) = joined([MeetingFound("Họp", FIRST, start=time(8)), MeetingFound("Họp", SECOND, end=time(17))])
    assert (long.last, long.start, long.end) == (SECOND, time(8), time(17))


def test_the_same_name_on_two_days_is_two_meetings() -> None:
    assert (
        len(joined([MeetingFound("Họp", FIRST, start=time(8)), MeetingFound("Họp", SECOND, start=time(8))]))
        == 2
    )


def test_a_moved_meeting_is_told_once() -> None:
    moved = MeetingFound("Họp", FIRST, start=time(14), change=Change(ChangeKind.MOVED, SECOND, time(14)))
    assert joined([moved, moved]) == [moved]
