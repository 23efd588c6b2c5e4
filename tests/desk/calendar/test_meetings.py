"""Meetings through the gate: series edits in the file, states, undo, bad rules and times."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from desk.acts import journal
from desk.acts.gate import Changes
from desk.acts.rules import Act, Stage
from desk.calendar import coverage, meetings
from desk.calendar.meetings import Edit, MeetingKind, StateWish
from desk.database.calendar_tables import Meeting
from desk.dates.recurrence import Recurrence
from desk.dates.series import EditScope, MeetingState, SeriesEdit, When
from desk.errors import BadRule, Denied, NotNow, RuleFault, Stale, Why
from desk.issues import issues
from tests.desk.calendar.april import at, fields, find, held, make, starts
from tests.making import Cast, article


def test_a_series_is_read_and_edited_one_following_all(cast: Cast) -> None:
    number = make(cast, at(1), "FREQ=WEEKLY;BYDAY=MO")
    assert starts() == ["01 08:00", "08 08:00", "15 08:00", "22 08:00", "29 08:00"]
    row = find(15)
    one = Edit(EditScope.ONE, SeriesEdit(at(16, 9)), {"place": "Hội trường C"})
    meetings.edit(cast.secretary, number, row.version, row.origin, one)
    assert starts() == ["01 08:00", "08 08:00", "16 09:00", "22 08:00", "29 08:00"]
    assert find(16).place == "Hội trường C"
    row = find(22)
    later = Edit(EditScope.FOLLOWING, SeriesEdit(at(22, 14)))
    made = meetings.edit(cast.secretary, number, row.version, row.origin, later)
    assert len(made.meetings) == 2
    assert starts() == ["01 08:00", "08 08:00", "16 09:00", "22 14:00", "29 14:00"]
    row = find(8)
    whole = Edit(EditScope.ALL, SeriesEdit(at(9, 8)))
    meetings.edit(cast.secretary, number, row.version, row.origin, whole, Act.MOVE_MEETING)
    assert starts() == ["02 08:00", "09 08:00", "16 09:00", "22 14:00", "29 14:00"]
    assert journal.check() == []


def test_a_series_emptied_date_by_date_is_gone(cast: Cast) -> None:
    number = make(cast, at(1), "FREQ=WEEKLY;BYDAY=MO;COUNT=3")
    for day in (8, 1, 15):
        assert Meeting.get_by_id(number).binned == 0
        row = find(day)
        made = meetings.remove(cast.secretary, number, row.version, row.origin, EditScope.ONE)
    assert (held(), Meeting.get_by_id(number).binned) == ([], 1)
    meetings.undo(cast.secretary, made.entry)
    assert starts() == ["15 08:00"]


def test_what_is_left_before_an_edit_is_no_series_where_all_of_it_was_dropped(cast: Cast) -> None:
    number = make(cast, at(1), "FREQ=WEEKLY;BYDAY=MO;COUNT=3")
    for scope, day in ((EditScope.ONE, 1), (EditScope.ONE, 8)):
        row = find(day)
        meetings.remove(cast.secretary, number, row.version, row.origin, scope)
    row = find(15)
    later = Edit(EditScope.FOLLOWING, SeriesEdit(at(15, 14)))
    made = meetings.edit(cast.secretary, number, row.version, row.origin, later)
    assert made.meetings == {number}
    assert starts() == ["15 14:00"]


def test_what_an_edit_changes_is_said_before(cast: Cast) -> None:
    number = make(cast, at(1), "FREQ=WEEKLY;BYDAY=MO;COUNT=4")
    moved = meetings.preview(number, find(15).origin, Edit(EditScope.FOLLOWING, SeriesEdit(at(15, 10)))).dates
    assert [(one.was.start, one.now.start) for one in moved if one.was and one.now] == [
        (datetime(2019, 4, 15, 8), datetime(2019, 4, 15, 10)),
        (datetime(2019, 4, 22, 8), datetime(2019, 4, 22, 10)),
    ]
    rarer = Edit(EditScope.ALL, SeriesEdit(rule=Recurrence("WEEKLY", 2, (("BYDAY", "MO"),), count=2)))
    dates = meetings.preview(number, find(1).origin, rarer).dates
    assert [one.was.start.day for one in dates if one.was and one.now is None] == [8, 22]
    gone = meetings.preview_removal(number, find(8).origin, EditScope.FOLLOWING).dates
    assert len(gone) == 3
    assert starts() == ["01 08:00", "08 08:00", "15 08:00", "22 08:00"]


def test_every_act_on_the_calendar_can_be_taken_back(cast: Cast) -> None:
    number = make(cast, at(1), "FREQ=WEEKLY;BYDAY=MO")
    before = held()
    row = find(8)
    changes: tuple[Callable[[int], Changes], ...] = (
        lambda v: meetings.edit(
            cast.secretary,
            number,
            v,
            row.origin,
            Edit(EditScope.FOLLOWING, SeriesEdit(at(8, 15)), {"title": "Khác"}),
        ),
        lambda v: meetings.edit(
            cast.secretary, number, v, row.origin, Edit(EditScope.ALL, SeriesEdit(at(9)))
        ),
        lambda v: meetings.set_state(
            cast.secretary, number, v, row.origin, StateWish(MeetingState.CANCELLED, "Bận")
        ),
        lambda v: meetings.remove(cast.secretary, number, v, row.origin, EditScope.FOLLOWING),
        lambda v: meetings.remove(cast.secretary, number, v, row.origin, EditScope.ALL),
    )
    for change in changes:
        version = find(1).version
        done = change(version)
        assert held() != before
        back = meetings.undo(cast.secretary, done.entry)
        assert [(r.start, r.end, r.title, r.state) for r in held()] == [
            (r.start, r.end, r.title, r.state) for r in before
        ]
        again = meetings.undo(cast.secretary, back.entry)
        assert [(r.start, r.title, r.state) for r in held()] != [(r.start, r.title, r.state) for r in before]
        meetings.undo(cast.secretary, again.entry)
        with pytest.raises(NotNow) as refused:
            meetings.undo(cast.secretary, done.entry)
        assert refused.value.why is Why.UNDONE
    with pytest.raises(NotNow):
        meetings.undo(cast.editor, done.entry)
    assert journal.check() == []


def test_put_off_called_off_moved_stay_with_their_reason(cast: Cast) -> None:
    number = make(cast, at(1), "FREQ=WEEKLY;BYDAY=MO")
    row = find(15)
    with pytest.raises(NotNow) as refused:
        meetings.set_state(
            cast.secretary, number, row.version, row.origin, StateWish(MeetingState.MOVED, " ", at(16))
        )
    assert refused.value.why is Why.NOTE
    meetings.set_state(
        cast.secretary, number, row.version, row.origin, StateWish(MeetingState.MOVED, "nghỉ bù", at(16))
    )
    old, new = (one for one in held() if one.reason == "nghỉ bù")
    assert (old.ghost, old.start.day, old.moved_from) == (True, 15, datetime(2019, 4, 16, 8))
    assert (new.ghost, new.start.day, new.moved_from) == (False, 16, datetime(2019, 4, 15, 8))
    row = find(22)
    meetings.set_state(
        cast.secretary, number, row.version, row.origin, StateWish(MeetingState.POSTPONED, "họp tỉnh")
    )
    assert find(22).off
    assert find(29).state is MeetingState.PLANNED
    told = journal.last_of(journal.Subject.MEETING, number)
    assert told is not None
    assert told.note == "họp tỉnh"


def test_what_was_moved_and_is_confirmed_still_shows_from_where(cast: Cast) -> None:
    number = make(cast, at(1), "FREQ=WEEKLY;BYDAY=MO")
    for day, wish in (
        (8, StateWish(MeetingState.MOVED, "Trùng họp", at(9))),
        (9, StateWish(MeetingState.CONFIRMED)),
    ):
        row = find(day)
        meetings.set_state(cast.secretary, number, row.version, row.origin, wish)
    assert (find(9).state, find(9).moved_from) == (MeetingState.CONFIRMED, at(8).start)


def test_two_people_on_one_meeting(cast: Cast) -> None:
    number = make(cast, at(1))
    row = find(1)
    meetings.edit(cast.editor, number, row.version, row.origin, Edit(fields={"place": "Tầng 3"}))
    with pytest.raises(Stale) as stale:
        meetings.edit(cast.secretary, number, row.version, row.origin, Edit(fields={"place": "Tầng 4"}))
    assert stale.value.act == Act.EDIT_MEETING.value
    with pytest.raises(Denied) as denied:
        meetings.edit(cast.writer, number, row.version + 1, row.origin, Edit(fields={"place": "Nhà"}))
    assert denied.value.why is Why.NOT_OWN
    own = meetings.make(cast.writer, fields("Họp phòng"), at(3))
    (mine,) = own.meetings
    meetings.edit(cast.writer, mine, 1, find(3).origin, Edit(fields={"place": "Phòng khách"}))
    assert find(3).place == "Phòng khách"


def test_bad_rules_and_times_are_refused_in_a_moment(cast: Cast) -> None:
    for rule, fault in (
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", RuleFault.NEVER),
        ("FREQ=MONTHLY;INTERVAL=12;BYMONTH=3;BYMONTHDAY=31", RuleFault.NEVER),
        ("FREQ=SECONDLY", RuleFault.TOO_FINE),
        ("FREQ=DAILY;COUNT=99999999", RuleFault.TOO_MANY),
        ("FREQ=DAILY;INTERVAL=0", RuleFault.UNREADABLE),
        ("FREQ=WEEKLY;BYDAY=XX", RuleFault.UNREADABLE),
        ("nonsense", RuleFault.UNREADABLE),
    ):
        with pytest.raises(BadRule) as bad:
            make(cast, at(1), rule)
        assert bad.value.fault is fault, rule
    with pytest.raises(NotNow) as refused:
        make(cast, When(datetime(2019, 4, 1, 9), datetime(2019, 4, 1, 8)))
    assert refused.value.why is Why.END_FIRST
    with pytest.raises(NotNow):
        make(cast, at(1), told=fields("  "))
    assert held() == []


def test_an_issue_knows_its_session(cast: Cast) -> None:
    issues.make(cast.secretary, issues.IssueWords("4", 2019, 4, "", "2019-04-20"))
    issue = issues.find("4", 2019)
    assert issues.session(issue) is None
    make(cast, at(10, 7, 30), told=fields("Kỳ họp báo cáo viên tháng 4", kind=MeetingKind.REPORTERS.value))
    session = issues.session(issue)
    assert session is not None
    assert session.start == datetime(2019, 4, 10, 7, 30)
    made = article(cast, stage=Stage.APPROVED)
    coverage.link(cast.secretary, session.meeting_id, session.origin, made)
    assert find(10).stage is Stage.APPROVED
    assert coverage.of_occurrence(session.meeting_id, "") == ()
