"""The calendar in words: hours, days, rules, states, what a day is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from desk.calendar.answers import Answer
from desk.calendar.conflicts import Clash, Conflict
from desk.calendar.coverage import Task
from desk.calendar.holidays import DayKind, DayMark
from desk.calendar.meetings import MeetingKind
from desk.calendar.occurrences import CoverageState
from desk.calendar.storage import Chair
from desk.dates.lunar_calendar import Lunar
from desk.dates.recurrence import read_rule
from desk.dates.series import DayHalf, EditScope, MeetingState, When, part_of_day
from tests.ui.calendar.calendars import occurrence
from ui.words import calendar

MONDAY = date(2019, 4, 8)
EIGHT = datetime(2019, 4, 8, 8, 0)
HALF_PAST_TEN = datetime(2019, 4, 8, 10, 30)


@pytest.mark.parametrize(
    ("when", "hours", "whole"),
    [
        (When(EIGHT, HALF_PAST_TEN), "08:00–10:30", "T2 08/4/2019, 08:00–10:30"),
        (When(EIGHT, EIGHT), "08:00", "T2 08/4/2019, 08:00"),
        (part_of_day(MONDAY, DayHalf.MORNING), "Buổi sáng", "T2 08/4/2019, Buổi sáng"),
        (
            part_of_day(date(2019, 4, 11), DayHalf.DAY, date(2019, 4, 12)),
            "11/4 – 12/4",
            "T5 11/4 – T6 12/4/2019, Cả ngày",
        ),
        (
            part_of_day(date(2018, 12, 31), DayHalf.DAY, date(2019, 1, 1)),
            "31/12 – 01/01",
            "T2 31/12/2018 – T3 01/01/2019, Cả ngày",
        ),
        (
            When(EIGHT, datetime(2019, 4, 9, 17, 0)),
            "08:00 08/4 – 17:00 09/4",
            "08:00 T2 08/4 – 17:00 T3 09/4/2019",
        ),
        (When(EIGHT, datetime(2019, 4, 9)), "08:00–00:00", "T2 08/4/2019, 08:00–00:00"),
        (
            When(EIGHT, datetime(2019, 4, 10)),
            "08:00 08/4 – 00:00 10/4",
            "08:00 T2 08/4 – 00:00 T4 10/4/2019",
        ),
        (
            part_of_day(date(2019, 4, 30), DayHalf.DAY, date(2019, 5, 1)),
            "30/4 – 01/5",
            "T3 30/4 – T4 01/5/2019, Cả ngày",
        ),
    ],
)
def test_when_a_meeting_is(when: When, hours: str, whole: str) -> None:
    assert calendar.hours(when) == hours
    assert calendar.when(when) == whole


def test_a_days_names() -> None:
    week = [MONDAY + timedelta(days=step) for step in range(7)]
    assert [calendar.day_short(day)[:2] for day in week] == ["T2", "T3", "T4", "T5", "T6", "T7", "CN"]
    assert calendar.weekday(week[0]) == "Thứ Hai"
    assert calendar.weekday(week[6]) == "Chủ nhật"
    assert calendar.day_title(MONDAY) == "Thứ Hai, 08/4/2019"
    assert calendar.day_short(MONDAY) == "T2 08/4"
    assert [calendar.low(name) for name in ("Thứ Hai", "Chủ nhật")] == ["thứ Hai", "Chủ nhật"]


def test_the_short_word_before_a_title() -> None:
    half = occurrence(datetime(2019, 4, 8, 14, 30))
    assert calendar.start_words(half) == "14:30"
    assert calendar.start_words(half, short=True) == "14h30"
    assert calendar.start_words(occurrence(EIGHT), short=True) == "8h"
    morning = occurrence(EIGHT, part=DayHalf.MORNING)
    afternoon = occurrence(EIGHT, part=DayHalf.AFTERNOON)
    whole = occurrence(EIGHT, part=DayHalf.DAY)
    assert [calendar.start_words(row) for row in (morning, afternoon, whole)] == ["Sáng", "Chiều", "Cả ngày"]
    shorter = [calendar.start_words(row, short=True) for row in (morning, afternoon, whole)]
    assert shorter == ["Sáng", "Chiều", ""]


def test_who_presides() -> None:
    assert calendar.chair(Chair("Trần Đức Thuần", "Trưởng ban")) == "Trần Đức Thuần – Trưởng ban"
    assert calendar.chair(Chair("Trần Đức Thuần", "")) == "Trần Đức Thuần"


def test_a_lunar_day_names_its_month_where_a_month_begins() -> None:
    assert calendar.lunar_short(Lunar(2019, 3, False, 4), MONDAY) == "4"
    assert calendar.lunar_short(Lunar(2019, 3, False, 1), date(2019, 4, 5)) == "1/3"
    assert calendar.lunar_short(Lunar(2019, 2, False, 26), date(2019, 4, 1)) == "26/2"
    assert calendar.lunar_short(Lunar(2020, 4, True, 1), date(2020, 5, 23)) == "1/4N"
    assert calendar.lunar_short(None, MONDAY) == ""
    assert calendar.lunar_long(Lunar(2019, 3, False, 5)) == "âm lịch ngày 5 tháng 3 năm Kỷ Hợi"
    assert calendar.lunar_long(Lunar(2020, 4, True, 2)) == "âm lịch ngày 2 tháng 4 (nhuận) năm Canh Tý"
    assert calendar.lunar_long(None) == ""


def test_round_years_carry_a_star() -> None:
    plain = DayMark(DayKind.ANNIVERSARY, "ngày sinh", 44)
    full = DayMark(DayKind.ANNIVERSARY, "ngày sinh", 45, "Kỷ niệm 45 năm ngày sinh")
    assert calendar.mark(DayMark(DayKind.OFF, "Quốc khánh")) == "Quốc khánh"
    assert calendar.mark(DayMark(DayKind.OFF, "Quốc khánh", made_up=True)) == "Nghỉ bù Quốc khánh"
    assert (calendar.marked(plain), calendar.mark_long(plain)) == ("44 năm ngày sinh", "44 năm ngày sinh")
    assert (calendar.marked(full), calendar.mark_long(full)) == (
        "★ 45 năm ngày sinh",
        "★ Kỷ niệm 45 năm ngày sinh",
    )


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("FREQ=DAILY", "Hằng ngày"),
        ("FREQ=DAILY;INTERVAL=3", "3 ngày một lần"),
        ("FREQ=WEEKLY", "Hằng tuần, thứ Hai"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU", "2 tuần một lần, thứ Ba, Chủ nhật"),
        ("FREQ=MONTHLY", "Hằng tháng, ngày 8"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "Hằng tháng, ngày cuối tháng"),
        ("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=5", "Hằng quý, ngày 5"),
        ("FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO", "2 tháng một lần, thứ Hai đầu tiên"),
        ("FREQ=MONTHLY;BYDAY=-1FR", "Hằng tháng, thứ Sáu cuối cùng"),
        ("FREQ=MONTHLY;BYDAY=3WE", "Hằng tháng, thứ Tư lần thứ 3"),
        ("FREQ=YEARLY", "Hằng năm, ngày 8 tháng 4"),
        ("FREQ=YEARLY;INTERVAL=5;BYMONTH=9;BYMONTHDAY=2", "5 năm một lần, ngày 2 tháng 9"),
        ("LUNAR;MONTH=3;DAY=10", "Hằng năm, ngày 10/3 âm lịch"),
        ("LUNAR;MONTH=4;DAY=15;LEAP=1", "Hằng năm, ngày 15/4 nhuận âm lịch"),
        ("FREQ=WEEKLY;UNTIL=20190630T235959", "Hằng tuần, thứ Hai, đến 30/6/2019"),
        ("FREQ=DAILY;COUNT=4", "Hằng ngày, 4 lần"),
        ("FREQ=DAILY;COUNT=1", "Vào những ngày đã định"),
    ],
)
def test_how_a_meeting_recurs(rule: str, words: str) -> None:
    assert calendar.rule(read_rule(rule), EIGHT) == words


@pytest.mark.parametrize(
    "odd",
    [
        "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1",
        "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR",
        "FREQ=DAILY;BYMONTH=4",
        "FREQ=WEEKLY;BYDAY=MO;BYMONTH=4",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;WKST=SU",
        "FREQ=MONTHLY;BYDAY=MO",
        "FREQ=MONTHLY;BYDAY=5MO",
        "FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR",
        "FREQ=MONTHLY;BYMONTHDAY=-2",
        "FREQ=MONTHLY;BYMONTHDAY=5;BYMONTH=4",
        "FREQ=YEARLY;BYDAY=1MO",
        "FREQ=YEARLY;BYMONTH=4;BYDAY=MO",
        "FREQ=YEARLY;BYYEARDAY=100",
        "FREQ=YEARLY;BYWEEKNO=20",
    ],
)
def test_a_rule_without_words_of_its_own_is_shown_as_written(odd: str) -> None:
    assert calendar.rule(read_rule(odd), EIGHT) == f"Theo quy tắc riêng ({odd})"
    assert calendar.rule(None, EIGHT) == ""


def test_what_is_unusual_of_an_occurrence() -> None:
    friday, said = datetime(2019, 4, 12, 8, 0), calendar.occurrence_state
    assert said(occurrence(EIGHT)) == ""
    assert said(occurrence(EIGHT, state=MeetingState.CONFIRMED, reason="x")) == ""
    assert (
        said(occurrence(EIGHT, state=MeetingState.POSTPONED, reason="bận họp tỉnh")) == "Hoãn: bận họp tỉnh"
    )
    assert said(occurrence(EIGHT, state=MeetingState.CANCELLED)) == "Hủy"
    moved = occurrence(EIGHT, state=MeetingState.MOVED, moved_from=friday)
    assert said(moved) == "Dời từ T6 12/4"
    assert said(replace(moved, ghost=True)) == "Dời sang T6 12/4"


def test_a_clash_names_what_it_is_with() -> None:
    other = occurrence(EIGHT, title="Giao ban", hours=2)
    place = calendar.conflict(Conflict(Clash.PLACE, "Hội trường", other))
    person = calendar.conflict(Conflict(Clash.PERSON, "Trần Đức Thuần", other))
    assert place == "Hội trường đã có: Giao ban, T2 08/4/2019, 08:00–10:00"
    assert person == "Trần Đức Thuần bận: Giao ban, T2 08/4/2019, 08:00–10:00"


def test_words_are_joined_as_a_sentence_does() -> None:
    joined = [calendar.listed(words) for words in ([], ["A"], ["A", "B"], ["A", "B", "C"])]
    assert joined == ["", "A", "A và B", "A, B và C"]


def test_the_keys_of_the_views_have_words_and_a_key() -> None:
    keys = dict(calendar.keys())
    assert keys["Tháng, tuần trước và sau"] == "Page Up, Page Down"
    assert keys["Bỏ chọn, thôi kéo"] == "Esc"


def test_a_state_is_named() -> None:
    assert [calendar.state(one) for one in (MeetingState.CONFIRMED, MeetingState.MOVED)] == ["Đã chốt", "Dời"]


def test_every_word_of_the_calendar_is_there() -> None:
    for table, known in (
        (calendar.KINDS, MeetingKind),
        (calendar.STATES, MeetingState),
        (calendar.PARTS, DayHalf),
        (calendar.SCOPES, EditScope),
        (calendar.TASKS, Task),
        (calendar.ANSWERS, Answer),
        (calendar.COVERS, CoverageState),
        (calendar.DAY_KINDS, DayKind),
        (calendar.CLASHES, Clash),
    ):
        assert set(table) == set(known)
