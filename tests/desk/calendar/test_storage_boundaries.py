"""A meeting as the file has it: its words cleaned, its times there and back, and what hangs on an occurrence."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest

from desk import clock
from desk.acts import journal
from desk.calendar import coverage, meetings, storage
from desk.calendar.coverage import Task
from desk.calendar.meetings import Edit, StateWish
from desk.calendar.storage import (
    Chair,
    Fields,
    clean,
    clean_fields,
    held_origins,
    key,
    read_fields,
    read_series,
)
from desk.database import connection
from desk.database.calendar_tables import Coverage, Meeting, MeetingArticle, Occurrence
from desk.dates.recurrence import read_rule
from desk.dates.series import (
    DayHalf,
    EditScope,
    MeetingState,
    Series,
    SeriesChange,
    SeriesEdit,
    When,
    once,
    recurring,
)
from desk.errors import NotNow, Why
from tests.making import Cast, article

START = datetime(2019, 4, 8, 8)
HOUR = timedelta(hours=1)
WEEK = timedelta(days=7)
AT = When(START, START + HOUR)


def put(cast: Cast, rule: str = "", when: When = AT) -> Meeting:
    told = read_rule(rule) if rule else None
    (number,) = meetings.make(cast.secretary, Fields("Giao ban tuần", "briefing"), when, told).meetings
    return record(number)


def record(number: int) -> Meeting:
    found = Meeting.get_by_id(number)
    assert isinstance(found, Meeting)
    return found


def write(meeting: Meeting, series: Series) -> Meeting:
    with connection.writing():
        storage.write_series(meeting, series)
    return record(meeting.id)


# -- words -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "given", "kept"),
    [
        ("title", "  Giao   ban\ntuần ", "Giao ban tuần"),
        ("title", "Ho\u0323p", "Họp"),
        ("title", "a" * 2000, "a" * 2000),
        ("place", " ", ""),
        ("notes", "  dòng một\n  dòng hai ", "dòng một\n  dòng hai"),
        (
            "chairs",
            (Chair(" Lý  Thị Mai ", " Phó ban "), Chair(" ", "Trưởng ban")),
            (Chair("Lý Thị Mai", "Phó ban"),),
        ),
        ("remind", (30, 0, 40_320, 30), (0, 30, 40_320)),
        ("remind", (-1, 40_321, "5"), (5,)),
        ("news", 0, False),
        ("news", 1, True),
    ],
)
def test_what_is_typed_is_kept_trimmed(name: str, given: Any, kept: Any) -> None:
    assert clean_fields({name: given}) == {name: kept}


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"title": " "}, Why.NAME_EMPTY),
        ({"title": "a" * 2001}, Why.TITLE_TOO_LONG),
        ({"place": "a" * 2001}, Why.TITLE_TOO_LONG),
        ({"chairs": (Chair("a" * 2001),)}, Why.TITLE_TOO_LONG),
    ],
)
def test_a_title_is_wanted_and_no_line_is_a_page(given: dict[str, Any], why: Why) -> None:
    with pytest.raises(NotNow) as refused:
        clean_fields(given)
    assert refused.value.why is why
    assert clean_fields({"notes": "a" * 2001}) == {"notes": "a" * 2001}
    assert clean_fields({}) == {}


def test_every_field_is_stored_and_read_again(cast: Cast) -> None:
    told = Fields(
        "Hội nghị", "conference", "Hội trường C", (Chair("Trần Đức Thuần", "Trưởng ban"), Chair("Lý Thị Mai")),
        "Các phòng", "Báo Hà Giang", "Văn phòng", "Mang theo số liệu", (10, 60), False,
    )  # fmt: skip
    assert clean(told) == told
    (number,) = meetings.make(cast.secretary, told, AT).meetings
    assert read_fields(record(number)) == told
    assert (Fields("Họp").kind, Fields("Họp").remind, Fields("Họp").news) == ("other", (30,), True)
    assert storage.read_chairs("") == ()


# -- times -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "change",
    [
        SeriesChange(START + WEEK, gone=True),
        SeriesChange(START + HOUR, extra=True, fields={"place": "Tầng 3"}),
        SeriesChange(START + WEEK, When(START, START + HOUR, DayHalf.MORNING)),
        SeriesChange(START, None, MeetingState.POSTPONED, "mưa lũ"),
        SeriesChange(START, AT, MeetingState.MOVED, "họp tỉnh", START - WEEK),
        SeriesChange(
            START, fields={"chairs": (Chair("Lý Thị Mai", "Phó ban"),), "remind": (5, 10), "news": False}
        ),
    ],
)
def test_a_series_is_read_as_it_was_written(cast: Cast, change: SeriesChange) -> None:
    for rule in ("FREQ=WEEKLY;BYDAY=MO", "FREQ=WEEKLY;BYDAY=MO;COUNT=3"):
        series = recurring(AT, read_rule(rule), [change])
        assert read_series(write(put(cast), series)) == series
    assert Occurrence.select().count() == 2
    part = When(AT.start, AT.end, DayHalf.AFTERNOON)
    assert read_series(write(put(cast, rule), once(part))) == once(part)


@pytest.mark.parametrize(
    ("series", "first", "last"),
    [
        (once(AT), "2019-04-08", "2019-04-08"),
        (once(When(START, START + 20 * HOUR)), "2019-04-08", "2019-04-09"),
        (recurring(AT, read_rule("FREQ=WEEKLY")), "2019-04-08", storage.ENDLESS),
        (recurring(AT, read_rule("FREQ=WEEKLY;COUNT=2")), "2019-04-08", "2019-04-15"),
        (recurring(AT, read_rule("FREQ=WEEKLY;COUNT=2"), [SeriesChange(START + WEEK, AT.at(START - WEEK))]),
         "2019-04-01", "2019-04-15"),
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    ("moved_from", "shown_first", "shown_last"),
    [("", "9", "0"), ("2019-03-04T08:00:00", "2019-03-04", "0"), ("2019-05-06T08:00:00", "9", "2019-05-06")],
)
def test_the_days_of_a_meeting_hold_where_it_was(
    cast: Cast, series: Series, first: str, last: str, moved_from: str, shown_first: str, shown_last: str
) -> None:
    meeting = put(cast)
    meeting.moved_from = moved_from
    kept = write(meeting, series)
    assert (kept.first_day, kept.last_day) == (min(first, shown_first), max(last, shown_last))


def test_a_copy_says_the_same_and_is_another_record(cast: Cast) -> None:
    meeting = put(cast, "FREQ=WEEKLY")
    meeting.moved_from, meeting.sequence, meeting.version = "2019-03-04T08:00:00", 4, 5
    clock.set_clock(lambda: datetime(2019, 4, 9, 3, tzinfo=UTC))
    made = storage.copy(meeting, cast.editor)
    assert made.changed_at == clock.stamp(clock.now())
    assert not made.id
    assert (made.sequence, made.version, made.moved_from) == (0, 1, "")
    assert made.made_by == cast.editor
    assert (made.title, made.rule, made.start) == (meeting.title, meeting.rule, meeting.start)
    assert made.uid != meeting.uid
    assert made.uid.endswith("@ban-bien-tap")


# -- what hangs on an occurrence -------------------------------------------------------------------------


def test_an_occurrence_of_a_series_is_named_by_its_origin_and_a_single_meeting_not(cast: Cast) -> None:
    assert key(once(AT), START) == ""
    assert key(recurring(AT, read_rule("FREQ=WEEKLY")), START + WEEK) == "2019-04-15T08:00:00"


def test_news_and_standing_requests_hang_on_their_occurrences(cast: Cast) -> None:
    series, single = put(cast, "FREQ=WEEKLY"), put(cast)
    assert held_origins(series) == set()
    for step in (1, 2):
        coverage.assign(cast.editor, series.id, START + step * WEEK, cast.writer, Task.WRITE, None)
    (row,) = coverage.of_occurrence(series.id, (START + WEEK).isoformat())
    coverage.answer(cast.writer, row.id, False, "Bận đi cơ sở")
    coverage.link(cast.secretary, series.id, START + 3 * WEEK, article(cast))
    coverage.assign(cast.editor, single.id, START, cast.writer, Task.WRITE, None)
    assert held_origins(series) == {START + 2 * WEEK, START + 3 * WEEK}
    assert held_origins(single) == {START}


def _origins() -> set[tuple[int, str]]:
    return {(one.meeting_id, one.origin) for one in (*Coverage.select(), *MeetingArticle.select())}


def test_a_chain_of_moves_carries_each_to_its_own_place(cast: Cast) -> None:
    meeting, other = put(cast, "FREQ=WEEKLY"), put(cast, "FREQ=WEEKLY")
    days = [START + step * WEEK for step in range(4)]
    for day in days[:3]:
        coverage.assign(cast.editor, meeting.id, day, cast.writer, Task.WRITE, None, f"{day:%d}")
    coverage.link(cast.secretary, meeting.id, days[0], article(cast))
    coverage.assign(cast.editor, other.id, days[0], cast.chief, Task.WRITE, None, "khác")
    moves = {was: (False, now) for was, now in pairwise(days)}
    with connection.writing():
        storage.rekey(meeting.id, meeting.id, moves, single=False)
    notes = {one.note: one.origin for one in Coverage.select()}
    assert notes == {f"{day:%d}": (day + WEEK).isoformat() for day in days[:3]} | {"khác": START.isoformat()}
    assert [one.origin for one in MeetingArticle.select()] == [days[1].isoformat()]
    with connection.writing():
        storage.rekey(meeting.id, other.id, {days[1]: (True, days[1])}, single=False)
    assert {one.note: one.meeting_id for one in Coverage.select()}["08"] == other.id
    assert [one.meeting_id for one in MeetingArticle.select()] == [other.id]
    assert {one.note: one.meeting_id for one in Coverage.select()}["15"] == meeting.id


def test_what_hangs_on_a_single_meeting_goes_with_it_into_a_series_and_back(cast: Cast) -> None:
    meeting = put(cast)
    coverage.assign(cast.editor, meeting.id, START, cast.writer, Task.WRITE, None)
    coverage.link(cast.secretary, meeting.id, START, article(cast))
    assert _origins() == {(meeting.id, "")}
    weekly = Edit(EditScope.ALL, SeriesEdit(rule=read_rule("FREQ=WEEKLY")))
    meetings.edit(cast.secretary, meeting.id, 1, START, weekly)
    assert _origins() == {(meeting.id, START.isoformat())}
    meetings.edit(cast.secretary, meeting.id, 2, START, Edit(EditScope.ALL, SeriesEdit(single=True)))
    assert _origins() == {(meeting.id, "")}
    there = START + timedelta(days=1)
    moved = Edit(EditScope.ALL, SeriesEdit(AT.at(there)))
    meetings.edit(cast.secretary, meeting.id, 3, START, moved)
    assert _origins() == {(meeting.id, "")}


# -- taking back -----------------------------------------------------------------------------------------


def test_an_act_taken_back_leaves_everything_as_it_stood_but_for_its_version(cast: Cast) -> None:
    meeting = put(cast, "FREQ=WEEKLY;COUNT=4")
    put_off = StateWish(MeetingState.POSTPONED, "mưa lũ")
    meetings.set_state(cast.secretary, meeting.id, 1, START + WEEK, put_off)
    coverage.assign(cast.editor, meeting.id, START + 2 * WEEK, cast.writer, Task.WRITE, None)
    coverage.link(cast.secretary, meeting.id, START + 2 * WEEK, article(cast))
    before, hangs, stood = read_series(meeting), _origins(), record(meeting.id)
    later = Edit(EditScope.FOLLOWING, SeriesEdit(AT.at(START + 2 * WEEK + HOUR)), {"place": "Tầng 3"})
    done = meetings.edit(cast.secretary, meeting.id, stood.version, START + 2 * WEEK, later)
    assert _origins() != hangs
    meetings.undo(cast.secretary, done.entry)
    again = record(meeting.id)
    assert (read_series(again), _origins(), again.place) == (before, hangs, "")
    assert (again.version, again.sequence) == (stood.version + 2, stood.sequence + 2)
    assert [one.binned for one in Meeting.select().order_by(Meeting.id)] == [False, True]
    assert storage.version_of(meeting.id) == again.version
    assert storage.version_of(999) == 0


def test_only_ones_own_act_on_the_calendar_is_taken_back(cast: Cast) -> None:
    meeting = put(cast)
    made = journal.entries(journal.JournalQuery(), limit=1)[0]
    assert storage.undoable(made.id, cast.secretary).id == made.id
    with pytest.raises(NotNow):
        storage.undoable(made.id + 1, cast.secretary)  # there is none yet
    coverage.assign(cast.editor, meeting.id, START, cast.writer, Task.WRITE, None)
    asked = journal.entries(journal.JournalQuery(), limit=1)[0]
    assert storage.undoable(made.id, cast.secretary).id == made.id  # a request is no change of the meeting
    for number, who in (
        (made.id, cast.editor),
        (asked.id, cast.editor),
        (asked.id + 1, cast.editor),
        (0, cast.admin),
    ):
        with pytest.raises(NotNow) as refused:
            storage.undoable(number, who)
        assert refused.value.why is Why.UNDONE


def test_what_came_after_on_another_meeting_is_in_nobodys_way(cast: Cast) -> None:
    meeting, other = put(cast), put(cast)
    moved = Edit(EditScope.ALL, SeriesEdit(AT.at(START + WEEK)))
    done = meetings.edit(cast.secretary, meeting.id, 1, START, moved)
    meetings.edit(cast.secretary, other.id, 1, START, moved)
    meetings.undo(cast.secretary, done.entry)
    assert [read_series(record(one.id)).when.start for one in (meeting, other)] == [START, START + WEEK]
    assert date.fromisoformat(record(meeting.id).first_day) == START.date()
