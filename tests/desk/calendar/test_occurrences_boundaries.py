"""The calendar as it is read: what stands on a day, what is remembered of it, and of which desk."""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime, timedelta

import pytest

from desk import clock
from desk.acts.rules import Stage
from desk.calendar import coverage, meetings, occurrences
from desk.calendar.coverage import Task
from desk.calendar.meetings import Edit, MeetingKind, StateWish
from desk.calendar.occurrences import CoverageState, OccurrenceRow
from desk.calendar.storage import Chair, Fields
from desk.database import store
from desk.dates.recurrence import read_rule
from desk.dates.series import DayHalf, EditScope, MeetingState, SeriesEdit, When, part_of_day
from tests.making import Cast, article

START = datetime(2019, 4, 8, 8)
HOUR = timedelta(hours=1)
WEEK = timedelta(days=7)
THUAN = Chair("Trần Đức Thuần", "Trưởng ban")


def put(cast: Cast, start: datetime = START, rule: str = "", hours: float = 1, **more: object) -> int:
    fields = Fields(**{"title": "Giao ban tuần", "kind": "briefing", **more})  # type: ignore[arg-type]
    told = read_rule(rule) if rule else None
    when = When(start, start + hours * HOUR)
    (number,) = meetings.make(cast.secretary, fields, when, told).meetings
    return number


def held(first: int = 1, last: int = 30) -> list[OccurrenceRow]:
    return list(occurrences.occurrences(date(2019, 4, first), date(2019, 4, last)))


def state(cast: Cast, number: int, origin: datetime, wish: StateWish, seen: int = 1) -> None:
    meetings.set_state(cast.secretary, number, seen, origin, wish)


def test_a_meeting_of_another_desk_is_not_taken_for_the_one_of_its_number(cast: Cast) -> None:
    other = cast.path.with_name("khác.sqlite")
    store.close_file()
    shutil.copy(cast.path, other)
    for path, name, start in ((cast.path, "Họp khác", START + 3 * HOUR), (other, "Giao ban tuần", START)):
        store.open_file(path)
        (number,) = meetings.make(cast.secretary, Fields(name), When(start, start + HOUR)).meetings
        row, series = occurrences.one(number, start), occurrences.series(number)
        assert row is not None
        assert (row.title, series and series.when.start) == (name, start)
        store.close_file()
    store.open_file(cast.path)


def test_a_row_says_everything_of_its_meeting(cast: Cast) -> None:
    number = put(
        cast, chairs=(THUAN,), place="Hội trường C", attendees="Các phòng", guests="Báo Hà Giang", unit="Văn phòng",
        remind=(60, 30), news=False,
    )  # fmt: skip
    row = OccurrenceRow(
        number, START, START, START + HOUR, DayHalf.HOURS, "Giao ban tuần", MeetingKind.BRIEFING,
        MeetingState.PLANNED, "Hội trường C", (THUAN,), False, False, 1, cast.secretary, news=False,
        attendees="Các phòng", guests="Báo Hà Giang", unit="Văn phòng", remind=(30, 60),
    )  # fmt: skip
    assert held() == [row]
    assert occurrences.one(number, START) == row
    assert occurrences.one(number, START + HOUR) is None
    assert occurrences.one(999, START) is None
    found = occurrences.series(number)
    assert found is not None
    assert found.when == When(START, START + HOUR)
    assert occurrences.series(999) is None


def test_an_occurrence_says_what_differs_and_its_neighbours_what_the_series_says(cast: Cast) -> None:
    number = put(cast, rule="FREQ=WEEKLY;COUNT=3", chairs=(THUAN,), place="Hội trường C")
    differs = {
        "title": "Giao ban mở rộng", "place": "Tầng 3", "chairs": (Chair("Lý Thị Mai"),), "news": False,
        "attendees": "Các huyện", "guests": "Báo Hà Giang", "unit": "Văn phòng", "remind": (10,),
        "kind": "conference", "notes": "Mang theo số liệu",
    }  # fmt: skip
    meetings.edit(cast.secretary, number, 1, START + WEEK, Edit(EditScope.ONE, fields=differs))
    first, second, third = held()
    assert (second.title, second.place, second.chairs) == (
        "Giao ban mở rộng",
        "Tầng 3",
        (Chair("Lý Thị Mai"),),
    )
    assert (second.attendees, second.guests, second.unit) == ("Các huyện", "Báo Hà Giang", "Văn phòng")
    assert (second.remind, second.news, second.kind) == ((10,), False, MeetingKind.CONFERENCE)
    assert [row.changed for row in (first, second, third)] == [False, True, False]
    assert all(row.recurring and row.version == 2 for row in (first, second, third))
    for row in (first, third):
        assert (row.title, row.place, row.kind) == ("Giao ban tuần", "Hội trường C", MeetingKind.BRIEFING)
    assert occurrences.one(number, START + WEEK) == second


def test_rows_stand_by_start_then_end_then_number(cast: Cast) -> None:
    made = [put(cast, hours=2), put(cast), put(cast), put(cast, START - HOUR, hours=4)]
    assert [row.meeting_id for row in held()] == [made[3], made[1], made[2], made[0]]


@pytest.mark.parametrize(
    ("first", "last", "count"), [(1, 7, 0), (1, 8, 1), (8, 8, 1), (9, 9, 1), (10, 10, 0), (9, 30, 1)]
)
def test_a_span_has_both_its_days_and_what_goes_on_overnight(
    cast: Cast, first: int, last: int, count: int
) -> None:
    put(cast, START + 12 * HOUR, hours=6)  # from eight in the evening until two
    assert len(held(first, last)) == count


@pytest.mark.parametrize(
    ("hours", "last"), [(0, 8), (15, 8), (16, 8), (16.5, 9), (17, 9), (40, 9), (40.5, 10)]
)
def test_the_last_day_is_the_one_before_midnight(cast: Cast, hours: float, last: int) -> None:
    put(cast, hours=hours)
    assert held()[0].last == date(2019, 4, last)


def test_what_is_moved_to_another_day_leaves_where_it_was_a_sign_to_its_new_place(cast: Cast) -> None:
    number = put(cast, rule="FREQ=WEEKLY;COUNT=2")
    new = START + timedelta(days=2, hours=1)
    state(cast, number, START, StateWish(MeetingState.MOVED, "họp tỉnh", When(new, new + 2 * HOUR)))
    ghost, row, other = held()
    assert (ghost.ghost, ghost.start, ghost.end, ghost.moved_from) == (True, START, START + 2 * HOUR, new)
    assert (row.ghost, row.start, row.end, row.moved_from) == (False, new, new + 2 * HOUR, START)
    assert (ghost.off, row.off, row.reason, other.reason) == (True, False, "họp tỉnh", "")
    assert [one.ghost for one in held(1, 8)] == [True]
    assert [one.ghost for one in held(9, 10)] == [False]
    assert held(1, 7) == []


def test_what_is_moved_within_its_day_leaves_no_sign(cast: Cast) -> None:
    once = put(cast)
    state(cast, once, START, StateWish(MeetingState.MOVED, "họp tỉnh", When(START + HOUR, START + 2 * HOUR)))
    assert [(row.ghost, row.start) for row in held()] == [(False, START + HOUR)]
    there = START + timedelta(days=1)
    state(cast, once, START + HOUR, StateWish(MeetingState.MOVED, "họp tỉnh", When(there, there + HOUR)), 2)
    assert [(row.ghost, row.start) for row in held()] == [(True, START + HOUR), (False, there)]


def test_a_state_of_one_occurrence_is_not_its_neighbours(cast: Cast) -> None:
    number = put(cast, rule="FREQ=WEEKLY;COUNT=2")
    state(cast, number, START, StateWish(MeetingState.POSTPONED, "mưa lũ"))
    first, second = held()
    assert (first.state, first.reason, first.off) == (MeetingState.POSTPONED, "mưa lũ", True)
    assert (second.state, second.reason, second.off) == (MeetingState.PLANNED, "", False)
    meetings.remove(cast.secretary, number, 2, START + WEEK, EditScope.ONE)
    assert held() == [occurrences.one(number, START)]
    meetings.remove(cast.secretary, number, 3, START)
    assert (held(), occurrences.one(number, START), occurrences.series(number)) == ([], None, None)


@pytest.mark.parametrize(
    ("answers", "cover"),
    [
        ("", CoverageState.NONE),
        ("?", CoverageState.ASKED),
        ("+", CoverageState.ACCEPTED),
        ("-", CoverageState.DECLINED),
        ("+?", CoverageState.ASKED),
        ("+-", CoverageState.DECLINED),
        ("?-", CoverageState.DECLINED),
    ],
)
def test_the_coverage_of_an_occurrence_is_told_by_its_least_answer(
    cast: Cast, answers: str, cover: CoverageState
) -> None:
    number = put(cast)
    put(cast, START + HOUR)
    people = {cast.writer: "Lê Thị Viết", cast.chief: "Trần Thị Lãnh"}
    standing = []
    for (person, name), answer in zip(people.items(), answers, strict=False):
        coverage.assign(cast.editor, number, START, person, Task.WRITE, None)
        if answer != "?":
            asked = next(one for one in coverage.of_occurrence(number, "") if one.person_id == person)
            coverage.answer(person, asked.id, answer == "+", "Bận đi cơ sở")
        standing += [name] * (answer != "-")
    assert [(row.cover, row.covering) for row in held()] == [
        (cover, tuple(standing)),
        (CoverageState.NONE, ()),
    ]


def test_who_writes_and_photographs_is_named_once_and_on_their_occurrence_alone(cast: Cast) -> None:
    number = put(cast, rule="FREQ=WEEKLY;COUNT=2")
    for task in Task:
        coverage.assign(cast.editor, number, START + WEEK, cast.writer, task, None)
    made = article(cast)
    coverage.link(cast.secretary, number, START + WEEK, made)
    told = [(row.covering, row.article_id, row.stage) for row in held()]
    assert told == [((), None, None), (("Lê Thị Viết",), made, Stage.DRAFT)]


@pytest.mark.parametrize(
    ("now", "days"),
    [
        (START + HOUR - timedelta(minutes=1), []),
        (START + HOUR, [8]),
        (START + WEEK, [8]),
        (datetime(2019, 6, 7, 8), [8, 15]),  # the sixtieth day after the eighth of April
        (datetime(2019, 6, 8, 8), [15]),
    ],
)
def test_what_was_held_in_two_months_and_has_no_news_is_asked_for(
    cast: Cast, now: datetime, days: list[int]
) -> None:
    put(cast, rule="FREQ=WEEKLY;COUNT=2")
    put(cast, news=False)
    off = put(cast)
    state(cast, off, START, StateWish(MeetingState.CANCELLED, "mưa lũ"))
    written = put(cast)
    coverage.link(cast.secretary, written, START, article(cast))
    assert [row.start.day for row in occurrences.without_news(now)] == days


def test_what_another_act_made_is_seen_at_once_and_a_half_day_keeps_its_part(cast: Cast) -> None:
    assert held() == []
    day = part_of_day(date(2019, 4, 9), DayHalf.AFTERNOON)
    (number,) = meetings.make(cast.secretary, Fields("Tập huấn", "training"), day).meetings
    assert [(row.part, row.start.hour) for row in held()] == [(DayHalf.AFTERNOON, 13)]
    edit = Edit(EditScope.ALL, SeriesEdit(part_of_day(date(2019, 4, 10), DayHalf.MORNING)))
    meetings.edit(cast.secretary, number, 1, day.start, edit)
    assert [(row.part, row.start.day, row.version) for row in held()] == [(DayHalf.MORNING, 10, 2)]


def test_many_spans_are_remembered_and_each_is_its_own(cast: Cast) -> None:
    put(cast, START - WEEK, "FREQ=DAILY")
    for _ in range(2):
        assert [[row.start.day for row in held(day, day)] for day in range(1, 20)] == [
            [n] for n in range(1, 20)
        ]


def test_the_wall_is_seven_hours_ahead() -> None:
    clock.set_clock(lambda: datetime(2019, 4, 8, 20, tzinfo=UTC))
    assert occurrences.wall_now() == datetime(2019, 4, 9, 3)
    span = occurrences.day_span(date(2019, 4, 8), date(2019, 4, 9))
    assert span == (datetime(2019, 4, 8), datetime(2019, 4, 10))


def test_what_was_moved_and_is_confirmed_or_taken_out_leaves_no_sign(cast: Cast) -> None:
    number = put(cast, rule="FREQ=WEEKLY;COUNT=2")
    there = START + timedelta(days=2)
    state(cast, number, START, StateWish(MeetingState.MOVED, "họp tỉnh", When(there, there + HOUR)))
    state(cast, number, START, StateWish(MeetingState.CONFIRMED), 2)
    assert [(row.ghost, row.start) for row in held(8, 14)] == [(False, there)]
    meetings.remove(cast.secretary, number, 3, START, EditScope.ONE)
    assert held(8, 14) == []


def test_the_sign_of_what_began_at_midnight_stands_on_its_own_day(cast: Cast) -> None:
    midnight, there = datetime(2019, 4, 9), datetime(2019, 4, 11, 8)
    state(
        cast, put(cast, midnight), midnight, StateWish(MeetingState.MOVED, "bão", When(there, there + HOUR))
    )
    assert [len(held(day, day)) for day in (8, 9, 10, 11)] == [0, 1, 0, 1]
