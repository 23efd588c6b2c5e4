"""What of a notice stands in the calendar already."""

from __future__ import annotations

from datetime import date, datetime, time

from desk.announcements.in_calendar import known, wish_of
from desk.announcements.meeting_found import Change, ChangeKind, MeetingFound
from desk.calendar import meetings
from desk.calendar.storage import Fields
from desk.dates.series import MeetingState, When
from tests.making import Cast

DAY = date(2025, 4, 14)


def enter(cast: Cast, title: str, day: date = DAY, hour: int = 8) -> None:
    start = datetime.combine(day, time(hour))
    meetings.make(cast.secretary, Fields(title), When(start, start.replace(hour=hour + 2)))


def test_the_same_meeting_is_known(cast: Cast) -> None:
    enter(cast, "Hội nghị báo cáo viên tháng 4 năm 2025")
    enter(cast, "Giao ban cơ quan")
    found = [
        MeetingFound("Hội nghị báo cáo viên tháng 4", DAY, start=time(8)),
        MeetingFound("Giao ban cơ quan", date(2025, 4, 15), start=time(8)),
        MeetingFound("Lễ kỷ niệm", DAY),
        MeetingFound("Không rõ ngày"),
    ]
    rows = known(found)
    assert [row.title if row else None for row in rows] == [
        "Hội nghị báo cáo viên tháng 4 năm 2025",
        None,
        None,
        None,
    ]


def test_a_change_speaks_of_the_meeting_at_its_old_time(cast: Cast) -> None:
    enter(cast, "Họp giao ban báo chí", date(2025, 4, 10), 14)
    enter(cast, "Họp giao ban báo chí", date(2025, 4, 17), 14)
    moved = MeetingFound(
        "Họp giao ban báo chí",
        DAY,
        start=time(9),
        change=Change(ChangeKind.MOVED, date(2025, 4, 17), time(14)),
    )
    (row,) = known([moved])
    assert row is not None
    assert row.start == datetime(2025, 4, 17, 14)
    unknown = MeetingFound("Giao ban báo chí", date(2025, 4, 12), change=Change(ChangeKind.POSTPONED))
    assert known([unknown])[0] is not None


def test_what_the_notice_wants_of_it() -> None:
    moved = MeetingFound("Họp", DAY, start=time(9), change=Change(ChangeKind.MOVED, date(2025, 4, 10)))
    wish = wish_of(moved, "Theo thông báo")
    assert wish is not None
    assert wish.when is not None
    assert (wish.state, wish.reason, wish.when.start) == (
        MeetingState.MOVED,
        "Theo thông báo",
        datetime(2025, 4, 14, 9),
    )
    off = wish_of(MeetingFound("Họp", DAY, change=Change(ChangeKind.CANCELLED, DAY)), "x")
    assert off is not None
    assert (off.state, off.when) == (MeetingState.CANCELLED, None)
    assert wish_of(MeetingFound("Họp", DAY, change=Change(ChangeKind.PLACE, DAY)), "x") is None
    assert wish_of(MeetingFound("Họp", DAY), "x") is None
