"""The week's sheet from the calendar: which meetings stand on which half of a day, and in what words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from desk import clock
from desk.acts import journal
from desk.calendar import holidays, meetings
from desk.calendar.holidays import DayEntry, DayKind
from desk.calendar.meetings import StateWish
from desk.calendar.storage import Chair, Fields
from desk.dates.recurrence import read_rule
from desk.dates.series import DayHalf, MeetingState, When, part_of_day
from desk.department import settings
from desk.week_schedule.from_calendar import set_words, sheet, words
from desk.week_schedule.sheet import ScheduleHalf, ScheduleLine, WeekLayout
from tests.making import Cast

MONDAY = date(2019, 4, 8)
DAY, MORNING = ScheduleHalf.DAY, ScheduleHalf.MORNING
AFTERNOON, EVENING = ScheduleHalf.AFTERNOON, ScheduleHalf.EVENING


def hours(day: int, begin: str, end: str, last: int = 0) -> When:
    first, ends = datetime(2019, 4, day), datetime(2019, 4, last or day)
    return When(
        datetime.combine(first, time.fromisoformat(begin)), datetime.combine(ends, time.fromisoformat(end))
    )


def put(cast: Cast, when: When, rule: str = "", **more: object) -> int:
    fields = Fields(**{"title": "Giao ban tuần", "kind": "briefing", **more})  # type: ignore[arg-type]
    (number,) = meetings.make(cast.secretary, fields, when, read_rule(rule) if rule else None).meetings
    return number


def state(cast: Cast, number: int, origin: datetime, wish: StateWish) -> None:
    meetings.set_state(cast.secretary, number, 1, origin, wish)


def held(day: date = MONDAY) -> dict[tuple[int, ScheduleHalf], list[ScheduleLine]]:
    """Return the halves on which something stands, by day of the month."""
    return {(one.date.day, half.part): list(half.lines) for one in sheet(day).days for half in one.halves
            if half.lines}  # fmt: skip


@pytest.mark.parametrize(
    ("begin", "part"),
    [("07:30", MORNING), ("12:29", MORNING), ("12:30", AFTERNOON), ("17:29", AFTERNOON), ("17:30", EVENING)],
)
def test_a_meeting_stands_on_the_half_in_which_it_begins(cast: Cast, begin: str, part: ScheduleHalf) -> None:
    put(cast, hours(9, begin, "19:00"))
    ((key, (line,)),) = held().items()
    assert key == (9, part)
    assert (line.start, line.end, line.note, line.struck) == (time.fromisoformat(begin), time(19), "", False)


@pytest.mark.parametrize(
    ("half", "part", "note"),
    [
        (DayHalf.MORNING, MORNING, ""),
        (DayHalf.AFTERNOON, AFTERNOON, ""),
        (DayHalf.DAY, DAY, ""),
    ],
)
def test_a_half_day_and_a_whole_day_are_told_without_hours(
    cast: Cast, half: DayHalf, part: ScheduleHalf, note: str
) -> None:
    put(cast, part_of_day(date(2019, 4, 9), half))
    ((key, (line,)),) = held().items()
    assert (key, line.start, line.end, line.note) == ((9, part), None, None, note)


def test_several_whole_days_are_told_on_each_with_the_first_and_the_last(cast: Cast) -> None:
    put(cast, part_of_day(date(2019, 4, 9), DayHalf.DAY, date(2019, 4, 11)))
    assert {key: [line.note for line in lines] for key, lines in held().items()} == {
        (day, DAY): ["(09/4 – 11/4)"] for day in (9, 10, 11)
    }


def test_what_goes_on_overnight_has_its_beginning_on_one_day_and_its_end_on_the_other(cast: Cast) -> None:
    put(cast, hours(9, "19:00", "10:00", 11))
    found = {key: (lines[0].start, lines[0].end) for key, lines in held().items()}
    assert found == {
        (9, EVENING): (time(19), None),
        (10, DAY): (None, None),
        (11, MORNING): (None, time(10)),
    }


def test_what_ends_at_midnight_is_not_of_the_next_day_and_what_has_no_end_tells_none(cast: Cast) -> None:
    put(cast, hours(9, "19:00", "00:00", 10))
    put(cast, hours(10, "08:00", "08:00"))
    found = {key: (lines[0].start, lines[0].end) for key, lines in held().items()}
    assert found == {(9, EVENING): (time(19), None), (10, MORNING): (time(8), None)}


def test_a_line_says_everything_of_its_meeting(cast: Cast) -> None:
    chairs = (Chair("Trần Đức Thuần", "Trưởng ban"), Chair("Lý Thị Mai"))
    put(cast, hours(9, "08:00", "09:30"), chairs=chairs, place="Hội trường C", attendees="Các phòng",
        guests="Báo Hà Giang", unit="Văn phòng")  # fmt: skip
    assert held() == {
        (9, MORNING): [
            ScheduleLine(
                time(8), time(9, 30), "Giao ban tuần", ("Trần Đức Thuần – Trưởng ban", "Lý Thị Mai"), "Các phòng",
                "Báo Hà Giang", "Hội trường C", "Văn phòng",
            )
        ]
    }  # fmt: skip


@pytest.mark.parametrize(
    ("wish", "note"),
    [
        (StateWish(MeetingState.POSTPONED, "họp tỉnh"), "(hoãn; họp tỉnh)"),
        (StateWish(MeetingState.CANCELLED, "mưa lũ"), "(hủy; mưa lũ)"),
    ],
)
def test_what_is_called_off_is_struck_and_says_why(cast: Cast, wish: StateWish, note: str) -> None:
    state(cast, put(cast, hours(9, "08:00", "09:00")), datetime(2019, 4, 9, 8), wish)
    assert [(line.note, line.struck) for line in held()[9, MORNING]] == [(note, True)]


def test_what_is_moved_stands_struck_where_it_was_and_says_where_it_is(cast: Cast) -> None:
    wish = StateWish(MeetingState.MOVED, "họp tỉnh", hours(11, "14:15", "15:15"))
    state(cast, put(cast, hours(9, "08:00", "09:00")), datetime(2019, 4, 9, 8), wish)
    assert {key: [(line.note, line.struck) for line in lines] for key, lines in held().items()} == {
        (9, MORNING): [("(dời sang 14h15 ngày 11/4; họp tỉnh)", True)],
        (11, AFTERNOON): [("(dời từ 08h00 ngày 09/4)", False)],
    }


def test_a_confirmed_meeting_says_nothing_and_a_whole_day_called_off_both(cast: Cast) -> None:
    confirmed = put(cast, hours(9, "08:00", "09:00"))
    state(cast, confirmed, datetime(2019, 4, 9, 8), StateWish(MeetingState.CONFIRMED))
    whole = put(cast, part_of_day(date(2019, 4, 10), DayHalf.DAY))
    state(cast, whole, datetime(2019, 4, 10, 7, 30), StateWish(MeetingState.CANCELLED, "mưa lũ"))
    notes = [line.note for lines in held().values() for line in lines]
    assert notes == ["", "(hủy; mưa lũ)"]


def test_a_week_is_monday_to_friday_and_a_weekend_only_with_a_meeting(cast: Cast) -> None:
    for day in (MONDAY, date(2019, 4, 14)):
        made = sheet(day)
        assert (made.first, made.last) == (MONDAY, date(2019, 4, 12))
        assert (made.year, made.week) == (2019, 15)
        assert [one.date.day for one in made.days] == [8, 9, 10, 11, 12]
        assert all([half.part for half in one.halves] == [MORNING, AFTERNOON] for one in made.days)
    put(cast, hours(14, "18:00", "19:00"))
    assert [one.date.day for one in sheet(MONDAY).days] == [8, 9, 10, 11, 12, 14]
    assert [half.part for half in sheet(MONDAY).days[-1].halves] == [MORNING, AFTERNOON, EVENING]
    assert sheet(date(2019, 4, 7)).first == date(2019, 4, 1)  # the Sunday before is of another week


def test_two_meetings_of_a_half_stand_by_their_hour_and_a_neighbouring_week_has_none(cast: Cast) -> None:
    put(cast, hours(9, "09:00", "10:00"), title="Sau")
    put(cast, hours(9, "08:00", "09:00"), title="Trước")
    put(cast, hours(7, "08:00", "09:00"), title="Tuần trước")
    put(cast, hours(15, "08:00", "09:00"), title="Tuần sau")
    assert {key: [line.title for line in lines] for key, lines in held().items()} == {
        (9, MORNING): ["Trước", "Sau"]
    }


def test_days_off_and_anniversaries_are_named_with_their_lunar_date(cast: Cast) -> None:
    marks = {one.date.day: (one.marks, one.lunar) for one in sheet(date(2019, 4, 15)).days}
    assert marks[15] == (("Nghỉ bù Giỗ Tổ Hùng Vương",), "11/3 ÂL")
    assert marks[16] == ((), "12/3 ÂL")
    listed = [
        DayEntry(DayKind.ANNIVERSARY, "Ngày truyền thống của Ban", 4, 10),
        DayEntry(DayKind.ANNIVERSARY, "Ngày thành lập Ban", 4, 11, founded=1959),
        DayEntry(DayKind.WORK, "Làm bù", 4, 13),
    ]
    holidays.set_entries(cast.admin, [*holidays.entries(), *listed])
    put(cast, hours(14, "08:00", "09:00"))
    put(cast, hours(13, "08:00", "09:00"))
    assert {one.date.day: one.marks for one in sheet(MONDAY).days if one.marks} == {
        10: ("Ngày truyền thống của Ban",),
        11: ("Kỷ niệm 60 năm Ngày thành lập Ban (11/4/1959 - 11/4/2019)",),
        13: ("Làm bù",),
        14: ("Nghỉ Giỗ Tổ Hùng Vương",),
    }
    assert sheet(date(2090, 1, 2)).days[0].lunar == ""


@pytest.mark.parametrize(
    ("today", "signed"),
    [
        (date(2019, 3, 31), date(2019, 4, 5)),
        (date(2019, 4, 1), date(2019, 4, 1)),
        (date(2019, 4, 5), date(2019, 4, 5)),
        (date(2019, 4, 14), date(2019, 4, 14)),
        (date(2019, 4, 15), date(2019, 4, 5)),
    ],
)
def test_a_sheet_is_signed_today_in_its_week_or_the_one_before_and_else_on_the_friday_before(
    cast: Cast, today: date, signed: date
) -> None:
    clock.set_clock(lambda: datetime.combine(today, time(3), UTC))
    assert sheet(MONDAY).signed_on == signed


def test_the_words_are_those_of_the_bulletin_until_the_office_has_its_own(cast: Cast) -> None:
    settings.change(cast.admin, replace(settings.names(), place="Hà Giang"), settings.imprint())
    first = words()
    assert (first.town, first.signer) == ("Hà Giang", "")
    assert (first.superior, first.office, first.for_whom) == ("ĐẢNG BỘ TỈNH", "BAN TUYÊN GIÁO TỈNH ỦY", "")
    assert (first.replaces_invitation, first.empty_halves, first.layout) == (False, True, WeekLayout.TABLE)
    own = replace(
        first, superior="TỈNH ỦY HÀ GIANG", office="BAN TUYÊN GIÁO", town="TP. Hà Giang", for_whom="của lãnh đạo Ban",
        signer_role="TRƯỞNG BAN", signer="Trần Đức Thuần", copies=(" Lãnh đạo Ban ", "  ", "Lưu"),
        replaces_invitation=True, empty_halves=False, layout=WeekLayout.BLOCKS,
    )  # fmt: skip
    done = set_words(cast.admin, own)
    assert done.settings
    assert journal.entries(journal.JournalQuery(), limit=1)[0].title == "lịch công tác tuần"
    kept = replace(own, copies=("Lãnh đạo Ban", "Lưu"))
    assert words() == kept
    made = sheet(MONDAY)
    assert (made.superior, made.office, made.town, made.for_whom) == (
        "TỈNH ỦY HÀ GIANG", "BAN TUYÊN GIÁO", "TP. Hà Giang", "của lãnh đạo Ban",
    )  # fmt: skip
    assert (made.signer_role, made.signer, made.copies) == ("TRƯỞNG BAN", "Trần Đức Thuần", kept.copies)
    assert (made.replaces_invitation, made.empty_halves, made.layout) == (True, False, WeekLayout.BLOCKS)
    entries = len(journal.entries(journal.JournalQuery(), limit=50))
    assert not set_words(cast.admin, kept).settings
    assert len(journal.entries(journal.JournalQuery(), limit=50)) == entries
    assert sheet(MONDAY, replace(kept, signer="Lý Thị Mai")).signer == "Lý Thị Mai"
    assert words() == kept


def test_a_series_stands_on_each_of_its_days(cast: Cast) -> None:
    put(cast, hours(8, "08:00", "09:00"), "FREQ=DAILY;COUNT=3")
    assert list(held()) == [(8 + step, MORNING) for step in range(3)]
    assert held(MONDAY + timedelta(days=7)) == {}


def test_what_was_moved_and_is_confirmed_since_says_no_more_from_where(cast: Cast) -> None:
    number = put(cast, hours(8, "08:00", "09:00"), "FREQ=WEEKLY;COUNT=2")
    origin = datetime(2019, 4, 8, 8)
    state(cast, number, origin, StateWish(MeetingState.MOVED, "họp tỉnh", hours(9, "08:00", "09:00")))
    assert held()[9, MORNING][0].note == "(dời từ 08h00 ngày 08/4)"
    meetings.set_state(cast.secretary, number, 2, origin, StateWish(MeetingState.CONFIRMED))
    assert held()[9, MORNING][0].note == ""
