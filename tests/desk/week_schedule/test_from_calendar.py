"""The sheet from the calendar: which meetings stand on it, where, and what is said of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from desk import clock
from desk.calendar import meetings
from desk.calendar.holidays import DayKind, DayMark
from desk.calendar.meetings import MeetingKind
from desk.calendar.occurrences import OccurrenceRow
from desk.calendar.storage import Chair, Fields
from desk.dates.series import DayHalf, MeetingState, When
from desk.week_schedule import from_calendar
from desk.week_schedule.from_calendar import _day
from desk.week_schedule.sheet import Day, ScheduleHalf, ScheduleLine, WeekLayout
from tests.making import Cast

MONDAY = date(2019, 4, 8)
EIGHT = datetime(2019, 4, 8, 8)
HOUR = timedelta(hours=1)
ROW = OccurrenceRow(
    1, EIGHT, EIGHT, EIGHT + HOUR, DayHalf.HOURS, "Giao ban", MeetingKind.BRIEFING, MeetingState.PLANNED, "P1",
    (Chair("An", "Trưởng ban"), Chair("Bình")), False, False, 1, 1, attendees="Các phòng", guests="Báo", unit="VP",
)  # fmt: skip


def line(row: OccurrenceRow, day: date = MONDAY) -> ScheduleLine:
    (found,) = [one for half in _day(day, (row,), ()).halves for one in half.lines]
    return found


def half(row: OccurrenceRow, day: date = MONDAY) -> ScheduleHalf:
    (found,) = [one.part for one in _day(day, (row,), ()).halves if one.lines]
    return found


def test_a_line_has_every_word_in_its_place() -> None:
    assert line(ROW) == ScheduleLine(
        time(8), time(9), "Giao ban", ("An – Trưởng ban", "Bình"), "Các phòng", "Báo", "P1", "VP"
    )
    assert line(replace(ROW, end=EIGHT)).end is None


@pytest.mark.parametrize(
    ("hour", "minute", "part", "there"),
    [
        (12, 29, DayHalf.HOURS, ScheduleHalf.MORNING),
        (12, 30, DayHalf.HOURS, ScheduleHalf.AFTERNOON),
        (17, 30, DayHalf.HOURS, ScheduleHalf.EVENING),
        (13, 30, DayHalf.AFTERNOON, ScheduleHalf.AFTERNOON),
        (7, 30, DayHalf.MORNING, ScheduleHalf.MORNING),
        (7, 30, DayHalf.DAY, ScheduleHalf.DAY),
    ],
)
def test_the_half_day_that_a_meeting_stands_in(
    hour: int, minute: int, part: DayHalf, there: ScheduleHalf
) -> None:
    start = EIGHT.replace(hour=hour, minute=minute)
    assert half(replace(ROW, start=start, end=start + HOUR, part=part)) is there


def test_a_meeting_of_two_days_stands_on_both() -> None:
    long = replace(ROW, start=EIGHT.replace(hour=14), end=EIGHT + timedelta(days=1))
    tuesday = MONDAY + timedelta(days=1)
    assert (line(long).start, line(long).end) == (time(14), None)
    assert (line(long, tuesday).start, line(long, tuesday).end) == (None, time(8))
    assert half(long, tuesday) is ScheduleHalf.MORNING
    assert not any(one.lines for one in _day(MONDAY + timedelta(days=2), (long,), ()).halves)


@pytest.mark.parametrize(
    ("start", "end", "through"),
    [
        (EIGHT.replace(hour=9), EIGHT.replace(hour=15), True),
        (EIGHT, EIGHT.replace(hour=11, minute=30), False),
        (EIGHT, EIGHT.replace(hour=13, minute=30), False),
        (EIGHT.replace(hour=13), EIGHT.replace(hour=17), False),
        (EIGHT, EIGHT + timedelta(days=1), True),
        (EIGHT - timedelta(days=1), EIGHT.replace(hour=17), True),
        (EIGHT - timedelta(days=1), EIGHT, False),
    ],
)
def test_what_goes_on_after_noon_is_said(start: datetime, end: datetime, through: bool) -> None:
    assert line(replace(ROW, start=start, end=end)).through is through


@pytest.mark.parametrize(
    ("row", "note", "struck"),
    [
        (ROW, "", False),
        (replace(ROW, part=DayHalf.DAY), "", False),
        (replace(ROW, part=DayHalf.DAY, end=EIGHT + timedelta(days=1)), "(08/4 – 09/4)", False),
        (replace(ROW, state=MeetingState.POSTPONED, reason="bận"), "(hoãn; bận)", True),
        (replace(ROW, state=MeetingState.CANCELLED), "(hủy)", True),
        (replace(ROW, state=MeetingState.CONFIRMED, reason="bận"), "", False),
        (replace(ROW, state=MeetingState.MOVED, moved_from=EIGHT - HOUR), "(dời từ 07h00 ngày 08/4)", False),
        (
            replace(ROW, state=MeetingState.MOVED, moved_from=EIGHT, ghost=True),
            "(dời sang 08h00 ngày 08/4)",
            True,
        ),
    ],
)
def test_what_became_of_a_meeting_is_said(row: OccurrenceRow, note: str, struck: bool) -> None:
    assert (line(row).note, line(row).struck) == (note, struck)


def test_a_day_has_its_marks_and_its_lunar_date() -> None:
    marks = (
        DayMark(DayKind.OFF, "Giỗ Tổ"),
        DayMark(DayKind.OFF, "Giỗ Tổ", made_up=True),
        DayMark(DayKind.ANNIVERSARY, "Ngày thành lập", 75, "75 năm ngày thành lập"),
        DayMark(DayKind.ANNIVERSARY, "Ngày sách"),
    )
    day = _day(date(2019, 4, 14), (), marks)
    assert day.marks == ("Nghỉ Giỗ Tổ", "Nghỉ bù Giỗ Tổ", "75 năm ngày thành lập", "Ngày sách")
    assert day.lunar == "10/3 ÂL"
    assert [one.part for one in day.halves] == [ScheduleHalf.MORNING, ScheduleHalf.AFTERNOON]


def test_a_week_ends_on_friday_unless_somebody_meets_later(cast: Cast) -> None:
    def days() -> list[Day]:
        return list(from_calendar.sheet(date(2019, 4, 10)).days)

    assert [one.date for one in days()] == [MONDAY + timedelta(days=n) for n in range(5)]
    assert from_calendar.sheet(date(2019, 4, 10)).last == date(2019, 4, 12)  # what it lists is what it says
    sunday = EIGHT + timedelta(days=6)
    meetings.make(cast.secretary, Fields("Trực"), When(sunday, sunday + HOUR))
    assert [one.date.day for one in days()] == [8, 9, 10, 11, 12, 14]
    week = from_calendar.sheet(date(2019, 4, 14))
    assert (week.year, week.week, week.first, week.last) == (2019, 15, MONDAY, date(2019, 4, 14))
    assert week.days[-1].halves[0].lines[0].title == "Trực"


@pytest.mark.parametrize(
    ("today", "signed"),
    [
        (date(2019, 3, 31), date(2019, 4, 5)),
        (date(2019, 4, 1), date(2019, 4, 1)),
        (date(2019, 4, 14), date(2019, 4, 14)),
        (date(2019, 4, 15), date(2019, 4, 5)),
    ],
)
def test_a_sheet_is_signed_today_or_on_the_friday_before(cast: Cast, today: date, signed: date) -> None:
    clock.set_clock(lambda: datetime.combine(today, time(9), clock.HANOI))
    assert from_calendar.sheet(MONDAY).signed_on == signed


def test_an_offices_words_are_kept_and_begin_with_its_bulletins(cast: Cast) -> None:
    words = from_calendar.words()
    assert (words.superior, words.office) == ("ĐẢNG BỘ TỈNH", "BAN TUYÊN GIÁO TỈNH ỦY")
    assert from_calendar.set_words(cast.admin, words).settings is False
    wanted = replace(words, office="VĂN PHÒNG", copies=(" Ban ", "  "), layout=WeekLayout.BLOCKS)
    assert from_calendar.set_words(cast.admin, wanted).settings is True
    kept = from_calendar.words()
    assert kept == replace(wanted, copies=("Ban",))
    week = from_calendar.sheet(MONDAY)
    assert (week.office, week.copies, week.layout) == ("VĂN PHÒNG", ("Ban",), WeekLayout.BLOCKS)
    assert from_calendar.sheet(MONDAY, words).office == "BAN TUYÊN GIÁO TỈNH ỦY"
