"""Occurrences: what is held in a span, by start, each with its own words, its ghost, its news and its coverage."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from desk import clock
from desk.acts.rules import Stage
from desk.calendar import coverage, meetings, occurrences
from desk.calendar.coverage import Task
from desk.calendar.meetings import Edit, MeetingKind, StateWish
from desk.calendar.occurrences import CoverageState, OccurrenceRow
from desk.calendar.storage import Chair
from desk.database import store
from desk.dates.recurrence import lunar_rule
from desk.dates.series import DayHalf, EditScope, MeetingState, Series, SeriesChange, SeriesEdit, When
from tests.desk.calendar.april import THUAN, at, fields, find, held, make, starts
from tests.making import Cast, article

WEEKLY = "FREQ=WEEKLY;BYDAY=MO"
NOON = datetime(2019, 4, 16, 12)


def _row(start: datetime, end: datetime, **more: object) -> OccurrenceRow:
    values: dict[str, object] = {
        "meeting_id": 1, "origin": start, "start": start, "end": end, "part": DayHalf.HOURS, "title": "Họp",
        "kind": MeetingKind.OTHER, "state": MeetingState.PLANNED, "place": "", "chairs": (), "recurring": False,
        "changed": False, "version": 1, "made_by": 1,
    }  # fmt: skip
    return OccurrenceRow(**{**values, **more})  # type: ignore[arg-type]


def test_a_meeting_until_midnight_ends_on_the_day_before() -> None:
    evening = datetime(2019, 4, 16, 20)
    assert _row(evening, datetime(2019, 4, 17)).last == date(2019, 4, 16)
    assert _row(evening, datetime(2019, 4, 17, 0, 1)).last == date(2019, 4, 17)
    assert _row(datetime(2019, 4, 16), datetime(2019, 4, 16)).last == date(2019, 4, 16)


def test_nobody_sits_where_it_is_called_off_or_was_moved_from() -> None:
    off = {state for state in MeetingState if _row(NOON, NOON, state=state).off}
    assert off == {MeetingState.POSTPONED, MeetingState.CANCELLED}
    assert _row(NOON, NOON, ghost=True).off


def test_news_is_lacking_once_it_is_over() -> None:
    row = _row(NOON, NOON + timedelta(hours=1))
    assert row.lacks_news(NOON + timedelta(hours=1))
    assert not row.lacks_news(NOON + timedelta(minutes=59))
    for change in ({"news": False}, {"written": True}, {"ghost": True}, {"state": MeetingState.CANCELLED}):
        assert not _row(NOON, NOON, **change).lacks_news(NOON)


def test_the_wall_is_seven_hours_ahead_and_the_last_day_is_included() -> None:
    clock.set_clock(lambda: datetime(2019, 4, 15, 18, tzinfo=UTC))
    assert occurrences.wall_now() == datetime(2019, 4, 16, 1)
    assert occurrences.day_span(date(2019, 4, 1), date(2019, 4, 30)) == (
        datetime(2019, 4, 1),
        datetime(2019, 5, 1),
    )


def test_a_span_holds_its_days_alone_by_start(cast: Cast) -> None:
    for day, hour in ((3, 14), (3, 8), (1, 8), (4, 8)):
        make(cast, at(day, hour))
    assert [f"{row.start:%d %H}" for row in held(date(2019, 4, 1), date(2019, 4, 3))] == [
        "01 08",
        "03 08",
        "03 14",
    ]
    assert held(date(2019, 4, 2), date(2019, 4, 2)) == []
    make(cast, When(datetime(2019, 4, 5, 20), datetime(2019, 4, 6)))
    assert held(date(2019, 4, 6), date(2019, 4, 6)) == []


def test_a_row_says_everything_of_its_meeting(cast: Cast) -> None:
    told = fields(
        "Kỳ họp",
        kind="reporters",
        chairs=(THUAN,),
        attendees="a",
        guests="b",
        unit="c",
        remind=(5,),
        news=False,
    )
    number = make(cast, at(8), WEEKLY, told)
    row = find(15)
    assert (row.meeting_id, row.origin, row.version, row.made_by) == (number, at(15).start, 1, cast.secretary)
    assert (row.start, row.end, row.part) == (at(15).start, at(15).end, DayHalf.HOURS)
    assert (row.title, row.kind, row.place, row.chairs) == (
        "Kỳ họp",
        MeetingKind.REPORTERS,
        told.place,
        (THUAN,),
    )
    assert (row.attendees, row.guests, row.unit, row.remind, row.news) == ("a", "b", "c", (5,), False)
    assert (row.recurring, row.changed, row.ghost, row.state) == (True, False, False, MeetingState.PLANNED)


def test_one_that_differs_says_its_own_and_the_others_the_series(cast: Cast) -> None:
    number = make(cast, at(1), WEEKLY)
    change = {"title": "Khác", "kind": "visit", "chairs": (Chair("An"),), "remind": (1,)}
    meetings.edit(cast.secretary, number, 1, find(8).origin, Edit(EditScope.ONE, SeriesEdit(), change))
    row, other = find(8), find(15)
    assert (row.title, row.kind, row.chairs, row.remind) == ("Khác", MeetingKind.VISIT, (Chair("An"),), (1,))
    assert (row.changed, other.changed, other.title) == (True, False, "Giao ban tuần")
    assert occurrences.one(number, row.origin) == row
    assert occurrences.one(number, row.origin + timedelta(hours=1)) is None
    assert occurrences.one(99, row.origin) is None


def test_one_that_was_moved_leaves_a_ghost_that_says_where_to(cast: Cast) -> None:
    single, weekly = make(cast, at(3)), make(cast, at(1), WEEKLY)
    for number, day, to in ((single, 3, at(4)), (weekly, 8, at(9, 14))):
        wish = StateWish(MeetingState.MOVED, "nghỉ bù", to)
        meetings.set_state(cast.secretary, number, 1, at(day).start, wish)
    ghosts = {row.start: row.moved_from for row in held() if row.ghost}
    assert ghosts == {at(3).start: at(4).start, at(8).start: at(9, 14).start}
    assert held(date(2019, 4, 3), date(2019, 4, 3))[0].end == at(3).end
    assert [row.ghost for row in held(date(2019, 4, 4), date(2019, 4, 4))] == [False]


def test_one_moved_within_its_day_leaves_no_ghost(cast: Cast) -> None:
    number = make(cast, at(3))
    meetings.set_state(
        cast.secretary, number, 1, at(3).start, StateWish(MeetingState.MOVED, "trùng", at(3, 14))
    )
    assert [(row.start, row.ghost) for row in held()] == [(at(3, 14).start, False)]


def test_a_span_that_was_read_is_read_anew_after_an_act_and_in_another_desk(cast: Cast) -> None:
    make(cast, at(3))
    assert starts() == ["03 08:00"]
    number = make(cast, at(4))
    assert starts() == ["03 08:00", "04 08:00"]
    meetings.remove(cast.secretary, number, 1, at(4).start)
    assert starts() == ["03 08:00"]
    store.close_file()
    other = cast.path.with_name("khác.sqlite")
    store.create(other)
    store.open_file(other)
    assert starts() == []
    assert occurrences.one(number - 1, at(3).start) is None


def test_news_and_coverage_hang_on_their_own_occurrence(cast: Cast) -> None:
    clock.set_clock(lambda: datetime(2019, 4, 1, tzinfo=UTC))
    number = make(cast, at(1), WEEKLY)
    made = article(cast, stage=Stage.SUBMITTED)
    coverage.link(cast.secretary, number, find(8).origin, made)
    coverage.assign(cast.editor, number, find(15).origin, cast.writer, Task.WRITE, None)
    coverage.assign(cast.editor, number, find(15).origin, cast.chief, Task.PHOTO, None)
    assert (find(8).article_id, find(8).stage, find(8).cover) == (made, Stage.SUBMITTED, CoverageState.NONE)
    assert find(15).covering == ("Lê Thị Viết", "Trần Thị Lãnh")
    assert (find(15).article_id, find(15).cover) == (None, CoverageState.ASKED)
    (mine,) = coverage.mine(cast.chief)
    coverage.answer(cast.chief, mine.coverage.id, True)
    assert find(15).cover is CoverageState.ASKED  # one has not answered yet
    (theirs,) = coverage.mine(cast.writer)
    coverage.answer(cast.writer, theirs.coverage.id, False, "Bận")
    assert (find(15).cover, find(15).covering) == (CoverageState.DECLINED, ("Trần Thị Lãnh",))


def test_news_is_asked_for_during_sixty_days(cast: Cast) -> None:
    make(cast, at(16))
    end = at(16).end
    assert occurrences.without_news(end - timedelta(minutes=1)) == ()
    assert [row.start for row in occurrences.without_news(end)] == [at(16).start]
    assert len(occurrences.without_news(end + timedelta(days=60))) == 1
    assert occurrences.without_news(end + timedelta(days=61)) == ()


def test_fields_of_one_occurrence_are_the_series_with_what_differs() -> None:
    change = SeriesChange(at(8).start, fields={"title": "Khác"})
    assert occurrences.merged(fields(), change) == fields("Khác")
    assert (
        occurrences.merged(fields(), None)
        == occurrences.merged(fields(), SeriesChange(at(8).start))
        == fields()
    )
    assert occurrences.named(Series(at(8)), at(8).start) == ""


def test_one_meeting_of_another_desk_is_that_desks_own(cast: Cast) -> None:
    """Both have the same number and the same version."""
    number, other = make(cast, at(3)), cast.path.with_name("khác.sqlite")
    store.copy_to(other)
    meetings.edit(cast.secretary, number, 1, at(3).start, Edit(wish=SeriesEdit(at(4))))
    assert occurrences.one(number, at(4).start) is not None
    store.close_file()
    store.open_file(other)
    meetings.edit(cast.secretary, number, 1, at(3).start, Edit(wish=SeriesEdit(at(5))))
    row, series = occurrences.one(number, at(5).start), occurrences.series(number)
    assert row is not None
    assert series is not None
    assert (row.version, series.when) == (2, at(5))


def test_the_times_of_a_meeting_that_is_gone_are_none(cast: Cast) -> None:
    number = make(cast, at(3))
    assert occurrences.series(number) == Series(at(3))
    meetings.remove(cast.secretary, number, 1, at(3).start)
    assert occurrences.series(number) is None


def test_odd_days_of_the_calendar(cast: Cast) -> None:
    make(cast, When(datetime(2019, 1, 31, 8), datetime(2019, 1, 31, 9)), "FREQ=MONTHLY;BYMONTHDAY=31")
    make(cast, When(datetime(2016, 2, 29, 8), datetime(2016, 2, 29, 9)), "FREQ=YEARLY", fields("Nhuận"))
    leap = lunar_rule(date(2025, 7, 25))
    meetings.make(
        cast.secretary, fields("Âm"), When(datetime(2025, 7, 25, 8), datetime(2025, 7, 25, 9)), leap
    )
    night = When(datetime(2019, 4, 30, 22), datetime(2019, 5, 1, 2))
    make(cast, night, told=fields("Trực đêm"))
    year = [(row.title, row.start.date()) for row in held(date(2019, 1, 1), date(2020, 12, 31))]
    assert [day.month for title, day in year if title == "Giao ban tuần" and day.year == 2019] == [
        1, 3, 5, 7, 8, 10, 12,
    ]  # fmt: skip
    assert [day for title, day in year if title == "Nhuận"] == [date(2020, 2, 29)]
    assert [row.start.date() for row in held(date(2026, 1, 1), date(2026, 12, 31)) if row.title == "Âm"] == [
        date(2026, 7, 14)
    ]
    assert [row.title for row in held(date(2019, 5, 1), date(2019, 5, 1))] == ["Trực đêm"]
    make(cast, at(1), "FREQ=DAILY;UNTIL=20190403T235959", fields("Ba ngày"))
    first, second = (row for row in held() if row.title == "Ba ngày" and row.start.day < 3)
    moved = Edit(EditScope.ONE, SeriesEdit(When(second.start, second.end)))
    meetings.edit(cast.secretary, first.meeting_id, first.version, first.origin, moved)
    assert [row.start.day for row in held() if row.title == "Ba ngày"] == [2, 2, 3]
