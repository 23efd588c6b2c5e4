"""An occurrence on one page: its own words and the series', its people, papers and history, what may be done."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from desk import clock
from desk.acts.rules import Act
from desk.calendar import coverage, meetings
from desk.calendar.coverage import Task
from desk.calendar.meeting_details import acts, dossier
from desk.calendar.meetings import Edit, StateWish
from desk.database.calendar_tables import Attachment
from desk.dates.series import EditScope, MeetingState, SeriesEdit
from desk.errors import Missing
from tests.desk.calendar.april import at, find, make
from tests.making import Cast, article, words

WEEKLY = "FREQ=WEEKLY;BYDAY=MO"


def test_an_occurrence_says_its_own_beside_its_series(cast: Cast) -> None:
    clock.set_clock(lambda: datetime(2019, 4, 1, 1, tzinfo=UTC))
    number = make(cast, at(1), WEEKLY)
    edit = Edit(EditScope.ONE, SeriesEdit(), {"place": "Hội trường C"})
    meetings.edit(cast.secretary, number, 1, at(8).start, edit)
    coverage.assign(cast.editor, number, at(8).start, cast.writer, Task.WRITE, None)
    coverage.link(cast.secretary, number, at(8).start, article(cast, words("Tin giao ban")))
    opened = dossier(cast.editor, number, at(8).start)
    assert (opened.fields.place, opened.base.place) == ("Hội trường C", "Phòng họp tầng 2")
    assert ([one.person for one in opened.coverage], opened.article) == (["Lê Thị Viết"], "Tin giao ban")
    assert [entry.act for entry in opened.history] == [
        Act.WRITE_NEWS,
        Act.COVER,
        Act.EDIT_MEETING,
        Act.MAKE_MEETING,
    ]
    assert (opened.now, opened.row.start) == (datetime(2019, 4, 1, 8), at(8).start)
    other = dossier(cast.editor, number, at(22).start)
    assert (other.fields, other.coverage, other.article) == (other.base, (), "")


def test_a_day_off_is_named(cast: Cast) -> None:
    number = make(cast, at(1), WEEKLY)
    assert dossier(cast.editor, number, at(15).start).planned.off == "Giỗ Tổ Hùng Vương"
    assert dossier(cast.editor, number, at(8).start).planned.off == ""


def test_what_is_wanted_twice_is_told_until_it_is_over_or_called_off(cast: Cast) -> None:
    clock.set_clock(lambda: datetime(2019, 4, 15, 1, tzinfo=UTC))
    number, other = make(cast, at(16, 8)), make(cast, at(16, 8, 30))
    assert [one.other.meeting_id for one in dossier(cast.editor, number, at(16, 8).start).conflicts] == [
        other
    ]
    clock.set_clock(lambda: datetime(2019, 4, 16, 3, tzinfo=UTC))
    assert dossier(cast.editor, number, at(16, 8).start).conflicts == ()  # over
    clock.set_clock(lambda: datetime(2019, 4, 15, 1, tzinfo=UTC))
    off = StateWish(MeetingState.CANCELLED, "bận")
    meetings.set_state(cast.secretary, number, 1, at(16, 8).start, off)
    assert dossier(cast.editor, number, at(16, 8).start).conflicts == ()
    assert dossier(cast.editor, other, at(16, 8, 30).start).conflicts == ()


def test_what_may_be_done_to_ones_own_meeting_and_to_anothers(cast: Cast) -> None:
    changing = {Act.EDIT_MEETING, Act.MOVE_MEETING, Act.SET_STATE, Act.REMOVE_MEETING, Act.ATTACH, Act.DETACH}
    assert acts(cast.editor, cast.secretary) == {*changing, Act.COVER, Act.UNCOVER, Act.WRITE_NEWS}
    assert acts(cast.writer, cast.writer) == {*changing, Act.WRITE_NEWS}
    assert acts(cast.writer, cast.secretary) == {Act.WRITE_NEWS}


def test_a_day_on_which_it_is_not_held_is_missing(cast: Cast) -> None:
    number = make(cast, at(1), WEEKLY)
    with pytest.raises(Missing):
        dossier(cast.editor, number, at(9).start)


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
