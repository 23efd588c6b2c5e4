"""Meetings through the gate: series edits in the file, states, undo, coverage, news, reminders, conflicts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from desk import clock
from desk.acts import journal, notifications
from desk.acts.gate import Changes
from desk.acts.notifications import NotificationKind
from desk.acts.rules import Act, Stage
from desk.articles import listing
from desk.calendar import conflicts, coverage, meetings, occurrences, reminders
from desk.calendar.conflicts import Clash, WantedTime
from desk.calendar.coverage import Task
from desk.calendar.meeting_details import dossier
from desk.calendar.meetings import Edit, MeetingKind, StateWish
from desk.calendar.occurrences import CoverageState, OccurrenceRow
from desk.calendar.reminders import RemindKind
from desk.calendar.storage import Chair, Fields
from desk.calendar.typing_preview import planned
from desk.database.calendar_tables import Attachment, Coverage, MeetingArticle
from desk.dates.recurrence import Recurrence, lunar_rule, read_rule
from desk.dates.series import EditScope, MeetingState, SeriesEdit, When
from desk.errors import BadRule, Denied, Missing, NotNow, RuleFault, Stale, Why
from desk.issues import issues
from tests.making import Cast, article

HOUR = timedelta(hours=1)
APRIL = (date(2019, 4, 1), date(2019, 4, 30))
THUAN = Chair("Trần Đức Thuần", "Trưởng ban Tuyên giáo Tỉnh ủy")


def fields(title: str = "Giao ban tuần", **more: object) -> Fields:
    return Fields(title=title, **{"kind": "briefing", "place": "Phòng họp tầng 2", **more})  # type: ignore[arg-type]


def at(day: int, hour: int = 8, minutes: int = 0, length: timedelta = HOUR) -> When:
    start = datetime(2019, 4, day, hour, minutes)
    return When(start, start + length)


def make(cast: Cast, when: When, rule: str = "", told: Fields | None = None) -> int:
    made = meetings.make(cast.secretary, told or fields(), when, read_rule(rule) if rule else None)
    (number,) = made.meetings
    return number


def held(first: date = APRIL[0], last: date = APRIL[1]) -> list[OccurrenceRow]:
    return list(occurrences.occurrences(first, last))


def starts() -> list[str]:
    return [f"{row.start:%d %H:%M}" for row in held() if not row.ghost]


def find(day: int) -> OccurrenceRow:
    return next(row for row in held() if row.start.day == day and not row.ghost)


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


def test_conflicts_and_the_next_free_slot(cast: Cast) -> None:
    make(cast, at(16, 8, 0, 2 * HOUR), told=fields("Một", chairs=(THUAN,)))
    make(cast, at(16, 10, 30), told=fields("Hai", place="Nơi khác", attendees="đồng chí Trần Đức Thuần"))
    found = conflicts.conflicts([at(16, 9)], WantedTime("phòng  họp TẦNG 2", ("Trần Đức Thuần",)))
    assert [(one.clash, one.other.title) for one in found] == [(Clash.PLACE, "Một"), (Clash.PERSON, "Một")]
    assert conflicts.conflicts([at(16, 10)], WantedTime("Phòng họp tầng 2")) == ()
    free = conflicts.next_free(at(16, 9), WantedTime("Phòng họp tầng 2", ("Trần Đức Thuần",)))
    assert free == at(16, 13, 30)
    told = planned(at(15), None, WantedTime())
    assert told.dates[0].off == "Giỗ Tổ Hùng Vương"  # made up for on Monday the 15th
    assert told.dates[0].instead == date(2019, 4, 16)


def test_coverage_is_asked_accepted_and_becomes_an_article(cast: Cast) -> None:
    told = fields(
        "Giao ban công tác Khoa giáo quý I", chairs=(THUAN,), guests="các đồng chí lãnh đạo Ban", unit=""
    )
    number = make(cast, at(8, 14, 0, 2 * HOUR), told=told)
    origin = find(8).origin
    coverage.assign(cast.editor, number, origin, cast.writer, Task.WRITE, date(2019, 4, 9))
    with pytest.raises(NotNow) as refused:
        coverage.assign(cast.editor, number, origin, cast.writer, Task.WRITE, date(2019, 4, 9))
    assert refused.value.why is Why.COVERED
    assert notifications.inbox(cast.writer, 5)[0].kind is NotificationKind.COVER_ASKED
    assert find(8).cover is CoverageState.ASKED
    clock.set_clock(lambda: datetime(2019, 4, 8, 10, tzinfo=UTC))
    (mine,) = coverage.mine(cast.writer)
    with pytest.raises(NotNow):
        coverage.answer(cast.editor, mine.coverage.id, True)
    coverage.answer(cast.writer, mine.coverage.id, True)
    assert find(8).cover is CoverageState.ACCEPTED
    with pytest.raises(NotNow) as kept:
        meetings.remove(cast.secretary, number, find(8).version, origin)
    assert kept.value.why is Why.HAS_NEWS
    assert [row.title for row in occurrences.without_news(occurrences.wall_now())] == [told.title]
    made = coverage.write_news(cast.writer, number, origin)
    (article_id,) = made.articles
    opened = listing.open_article(cast.writer, article_id)
    assert opened.text.title == told.title
    assert opened.text.event_date == date(2019, 4, 8)
    assert opened.text.lead.startswith("Chiều ngày 8/4/2019, ")
    assert (
        "Đồng chí Trần Đức Thuần – Trưởng ban Tuyên giáo Tỉnh ủy dự và chủ trì hội nghị." in opened.text.lead
    )
    assert (find(8).article_id, find(8).stage) == (article_id, Stage.DRAFT)
    linked = coverage.meeting_of(article_id)
    assert linked is not None
    assert linked.meeting_id == number
    with pytest.raises(NotNow):
        coverage.write_news(cast.writer, number, origin)


def test_coverage_of_a_series_moves_with_its_occurrence(cast: Cast) -> None:
    number = make(cast, at(1), "FREQ=WEEKLY;BYDAY=MO")
    row = find(22)
    coverage.assign(cast.editor, number, row.origin, cast.writer, Task.PHOTO, None)
    made = coverage.write_news(cast.writer, number, row.origin)
    row = find(15)
    edit = Edit(EditScope.FOLLOWING, SeriesEdit(at(16, 9)))
    changed = meetings.edit(cast.secretary, number, row.version, row.origin, edit)
    assert len(changed.meetings) == 2
    moved = find(23)
    assert moved.article_id == next(iter(made.articles))
    assert moved.cover is CoverageState.ASKED
    assert all(row.article_id is None for row in held() if row.start.day != 23)
    meetings.undo(cast.secretary, changed.entry)
    assert find(22).article_id is not None
    assert {v.origin for v in Coverage.select()} == {v.origin for v in MeetingArticle.select()}


def test_reminders_come_once_also_after_sleep(cast: Cast) -> None:
    now = datetime(2019, 4, 16, 0, 0, tzinfo=UTC)  # 07:00 on the wall
    clock.set_clock(lambda: now)
    number = make(cast, at(16, 8), told=fields(remind=(30, 1440)))
    due = reminders.due(cast.secretary)
    assert [one.at for one in due] == [datetime(2019, 4, 15, 8)]  # its moment passed before it was entered
    reminders.told(cast.secretary, due[0])
    assert reminders.due(cast.secretary) == ()
    assert reminders.due(cast.chief) == ()
    clock.set_clock(lambda: now + timedelta(hours=4))  # the machine slept through 07:30
    (late,) = reminders.due(cast.secretary)
    assert late.at == datetime(2019, 4, 16, 7, 30)
    reminders.told(cast.secretary, late, datetime(2019, 4, 16, 11, 10))
    assert reminders.due(cast.secretary) == ()
    clock.set_clock(lambda: now + timedelta(hours=4, minutes=15))
    assert reminders.due(cast.secretary) == (late,)
    coverage.assign(cast.editor, number, find(16).origin, cast.writer, Task.WRITE, date(2019, 4, 17))
    (mine,) = coverage.mine(cast.writer)
    coverage.answer(cast.writer, mine.coverage.id, True)
    kinds = [one.kind for one in reminders.due(cast.writer)]
    assert RemindKind.DUE_SOON in kinds
    clock.set_clock(lambda: now + timedelta(days=3))
    assert [one.kind for one in reminders.due(cast.writer)] == [RemindKind.OVERDUE]


def test_people_and_documents(cast: Cast) -> None:
    from desk.calendar import attachments
    from desk.department import people
    from desk.errors import BadIntake

    number = make(cast, at(1))
    attachments.attach(cast.secretary, number, "C:\\Tài liệu\\Báo cáo quý I.docx", b"PK" * 10)
    told = dossier(cast.secretary, number, find(1).origin)
    assert [one.name for one in told.attachments] == ["Báo cáo quý I.docx"]
    assert attachments.content(told.attachments[0].id)[1] == b"PK" * 10
    attachments.detach(cast.secretary, told.attachments[0].id)
    assert dossier(cast.secretary, number, find(1).origin).attachments == ()
    assert Attachment.select().count() == 1
    with pytest.raises(BadIntake):
        attachments.attach(cast.secretary, number, "a.pdf", b"")
    coverage.assign(cast.editor, number, find(1).origin, cast.writer, Task.WRITE, None)
    row = people.person(cast.writer)
    people.change(
        cast.admin,
        cast.writer,
        row.version,
        people.PersonEdit(row.name, row.title, row.unit, row.roles, active=False),
    )
    assert find(1).covering == (row.name,)  # who left stays named until somebody else is asked
    with pytest.raises(Missing):
        dossier(cast.secretary, 999, find(1).origin)


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
