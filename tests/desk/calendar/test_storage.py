"""A meeting as the file has it: fields cleaned, series stored and read, what hangs on occurrences carried along."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from desk import clock
from desk.acts import journal
from desk.acts.gate import Changes
from desk.acts.journal import JournalQuery
from desk.calendar import coverage, meetings, storage
from desk.calendar.coverage import Task
from desk.calendar.meetings import Edit, StateWish
from desk.calendar.storage import Chair, Fields
from desk.database import connection
from desk.database.calendar_tables import Coverage, Meeting
from desk.dates.recurrence import read_rule
from desk.dates.series import DayHalf, EditScope, MeetingState, Series, SeriesChange, SeriesEdit, When
from desk.errors import NotNow, Why
from tests.desk.calendar.april import THUAN, at, fields, find, held, make
from tests.making import Cast

WEEKLY = "FREQ=WEEKLY;BYDAY=MO"


def test_fields_are_trimmed_and_nameless_chairs_dropped() -> None:
    cleaned = storage.clean(
        Fields(" Giao  ban\n tuần ", place=" P.  2 ", chairs=(Chair(" Trần  Thuần ", " TB "), Chair(" ", "x")),
               notes=" a\n\n b ", remind=(60, 30, 60, -1, 0, 40_320, 40_321))
    )  # fmt: skip
    assert (cleaned.title, cleaned.place, cleaned.notes) == ("Giao ban tuần", "P. 2", "a\n\n b")
    assert cleaned.chairs == (Chair("Trần Thuần", "TB"),)
    assert cleaned.remind == (0, 30, 60, 40_320)


def test_a_meeting_has_a_title_and_no_line_is_a_page() -> None:
    assert storage.clean_fields({"place": " "}) == {"place": ""}
    assert storage.clean_fields({"guests": "x" * 2000})["guests"] == "x" * 2000
    for given, why in (({"title": " "}, Why.NAME_EMPTY), ({"guests": "x" * 2001}, Why.TITLE_TOO_LONG)):
        with pytest.raises(NotNow) as refused:
            storage.clean_fields(given)
        assert refused.value.why is why
    assert storage.clean_fields({"notes": "x" * 2001})["notes"] == "x" * 2001


def test_fields_are_stored_and_read_back(cast: Cast) -> None:
    given = fields(
        chairs=(THUAN,), attendees="a", guests="b", unit="c", notes="d", remind=(5, 10), news=False
    )
    number = make(cast, at(1), told=given)
    assert storage.read_fields(Meeting.get_by_id(number)) == given
    assert Meeting.get_by_id(number).chairs == '[["Trần Đức Thuần", "Trưởng ban Tuyên giáo Tỉnh ủy"]]'
    assert storage.read_chairs("") == ()


def test_a_series_comes_back_with_everything_that_differs(cast: Cast) -> None:
    number = make(cast, at(1), WEEKLY)
    first, second, third, fourth = (datetime(2019, 4, day, 8) for day in (1, 8, 15, 22))
    series = Series(
        at(1), read_rule(WEEKLY), datetime(2019, 6, 30, 23, 59),
        (
            SeriesChange(first, When(datetime(2019, 4, 2, 7, 30), datetime(2019, 4, 2, 11, 30), DayHalf.MORNING)),
            SeriesChange(second, state=MeetingState.POSTPONED, reason="bận", moved_from=datetime(2019, 4, 7, 8)),
            SeriesChange(third, fields={"chairs": (THUAN,), "remind": (15,), "title": "Khác"}),
            SeriesChange(fourth, gone=True),
            SeriesChange(datetime(2019, 4, 23, 9), at(23, 9), extra=True),
        ),
    )  # fmt: skip
    with connection.writing():
        storage.write_series(Meeting.get_by_id(number), series)
    assert storage.read_series(Meeting.get_by_id(number)) == series


def test_the_days_of_a_meeting_are_kept_for_looking_it_up(cast: Cast) -> None:
    once = Meeting.get_by_id(make(cast, at(3)))
    weekly = Meeting.get_by_id(make(cast, at(1), WEEKLY))
    few = Meeting.get_by_id(make(cast, at(1), f"{WEEKLY};COUNT=3"))
    assert (once.first_day, once.last_day, once.rule, once.ends) == ("2019-04-03", "2019-04-03", "", "")
    assert (weekly.first_day, weekly.last_day) == ("2019-04-01", storage.ENDLESS)
    assert (few.first_day, few.last_day) == ("2019-04-01", "2019-04-15")
    wish = StateWish(MeetingState.MOVED, "nghỉ bù", at(9))
    meetings.set_state(cast.secretary, once.id, 1, datetime(2019, 4, 3, 8), wish)
    moved = Meeting.get_by_id(once.id)
    assert (moved.first_day, moved.last_day) == ("2019-04-03", "2019-04-09")  # its old place is shown too


def test_a_copy_is_another_meeting_that_says_the_same(cast: Cast) -> None:
    meeting = Meeting.get_by_id(make(cast, at(1), WEEKLY))
    meeting.sequence, meeting.version, meeting.moved_from = 4, 6, "2019-03-01T08:00:00"
    copied = storage.copy(meeting, cast.editor)
    assert not copied.id
    assert (copied.sequence, copied.version, copied.moved_from) == (0, 1, "")
    assert (copied.made_by_id, copied.title, copied.rule) == (cast.editor, meeting.title, meeting.rule)
    assert copied.uid != meeting.uid
    assert copied.uid.endswith("@ban-bien-tap")


def test_an_occurrence_is_named_by_its_origin_and_a_single_meeting_by_nothing() -> None:
    origin = datetime(2019, 4, 8, 8)
    assert storage.key(Series(at(8)), origin) == ""
    assert storage.key(Series(at(1), read_rule(WEEKLY)), origin) == "2019-04-08T08:00:00"


def test_what_was_declined_holds_no_occurrence(cast: Cast) -> None:
    clock.set_clock(lambda: datetime(2019, 4, 1, tzinfo=UTC))
    number = make(cast, at(1), WEEKLY)
    for day in (8, 15):
        coverage.assign(cast.editor, number, find(day).origin, cast.writer, Task.WRITE, None)
    (asked, *_) = coverage.mine(cast.writer)
    coverage.answer(cast.writer, asked.coverage.id, False, "Bận")
    assert storage.held_origins(Meeting.get_by_id(number)) == {datetime(2019, 4, 15, 8)}
    single = make(cast, at(3))
    coverage.assign(cast.editor, single, find(3).origin, cast.writer, Task.WRITE, None)
    assert storage.held_origins(Meeting.get_by_id(single)) == {datetime(2019, 4, 3, 8)}


def test_a_chain_of_moves_carries_each_to_its_own_place(cast: Cast) -> None:
    number = make(cast, at(1), WEEKLY)
    days = [datetime(2019, 4, day, 8) for day in (8, 15, 22)]
    for day, task in zip(days, (Task.WRITE, Task.PHOTO), strict=False):
        coverage.assign(cast.editor, number, day, cast.writer, task, None)
    with connection.writing():
        moves = {days[0]: (True, days[1]), days[1]: (True, days[2])}
        storage.rekey(number, number, moves, single=False)
    assert {row.task: row.origin for row in Coverage.select()} == {
        "write": days[1].isoformat(),
        "photo": days[2].isoformat(),
    }


def test_a_meeting_that_becomes_a_series_keeps_what_hangs_on_it(cast: Cast) -> None:
    number, other = make(cast, at(1)), make(cast, at(2))
    origin = datetime(2019, 4, 1, 8)
    coverage.assign(cast.editor, number, origin, cast.writer, Task.WRITE, None)
    with connection.writing():
        storage.rekey(number, other, {origin: (True, origin)}, single=False, was_single=True)
    (row,) = Coverage.select()
    assert (row.meeting_id, row.origin) == (other, origin.isoformat())
    with connection.writing():
        storage.rekey(other, other, {origin: (True, origin)}, single=True)
    assert Coverage.get().origin == ""


def test_a_snapshot_puts_back_what_it_saw(cast: Cast) -> None:
    number = make(cast, at(1), WEEKLY)
    before = storage.snapshot(Meeting.get_by_id(number), 1)
    assert (before.row["version"], before.row["title"], before.occurrences) == (1, "Giao ban tuần", [])
    assert "made_by" not in before.row
    row = find(8)
    edit = Edit(EditScope.ONE, SeriesEdit(at(9)), {"title": "Khác"})
    done = meetings.edit(cast.secretary, number, row.version, row.origin, edit)
    entry = storage.undoable(done.entry, cast.secretary)
    with connection.writing():
        was = storage.put_back(entry)
    after = Meeting.get_by_id(number)
    assert (after.version, after.title) == (3, "Giao ban tuần")
    assert storage.read_series(after).changes == ()
    stood = was[str(number)]
    assert stood is not None
    assert len(stood.occurrences) == 1
    assert after.sequence == stood.row["sequence"] + 1
    assert storage.version_of(number) == 3
    assert storage.version_of(99) == 0


def test_only_ones_own_act_on_a_meeting_is_undone(cast: Cast) -> None:
    make(cast, at(1))
    (entry,) = journal.entries(JournalQuery(), limit=1)
    assert storage.undoable(entry.id, cast.secretary).id == entry.id
    founding = journal.everything(JournalQuery())[0]
    for number, who in (
        (entry.id, cast.editor),
        (entry.id + 1, cast.secretary),
        (founding.id, founding.person_id),
    ):
        with pytest.raises(NotNow) as refused:
            storage.undoable(number, who)
        assert refused.value.why is Why.UNDONE


def test_acts_are_taken_back_one_after_the_other_and_done_again(cast: Cast) -> None:
    number = make(cast, at(1))
    states = [held()]
    done: list[Changes] = []
    for day in (2, 3, 4):
        row = held()[0]
        edit = Edit(EditScope.ALL, SeriesEdit(at(day)))
        done.append(meetings.edit(cast.secretary, number, row.version, row.origin, edit))
        states.append(held())
    with pytest.raises(NotNow):
        meetings.undo(cast.secretary, done[0].entry)  # not before what came after it
    back = [meetings.undo(cast.secretary, one.entry) for one in reversed(done)]
    assert [row.start for row in held()] == [row.start for row in states[0]]
    for one in reversed(back):
        meetings.undo(cast.secretary, one.entry)
    assert [row.start for row in held()] == [row.start for row in states[3]]
    last = meetings.undo(cast.secretary, journal.entries(journal.JournalQuery(), limit=1)[0].id)
    row = held()[0]
    meetings.edit(cast.secretary, number, row.version, row.origin, Edit(EditScope.ALL, SeriesEdit(at(20))))
    with pytest.raises(NotNow) as refused:
        meetings.undo(cast.secretary, last.entry)  # what was done since would be lost
    assert refused.value.why is Why.UNDONE
    assert journal.check() == []


def test_no_sign_that_nobody_sees_comes_in_with_a_meeting(cast: Cast) -> None:
    told = Fields("Giao\u200b ban\u00ad", "briefing", place="Phòng\u202e họp\ufeff", notes="Mang\u2060 sổ")
    make(cast, at(9), told=told)
    (row,) = held()
    assert (row.title, row.place) == ("Giao ban", "Phòng họp")
