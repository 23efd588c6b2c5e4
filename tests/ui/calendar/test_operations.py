"""Operations on the calendar: each does what it says, in turn where there are several."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from desk.acts.gate import Changes
from desk.calendar import attachments, coverage
from desk.calendar.answers import Answer
from desk.calendar.coverage import Task
from desk.calendar.meetings import Edit
from desk.calendar.occurrences import OccurrenceRow
from desk.calendar.storage import Fields
from desk.dates.series import EditScope, MeetingState, SeriesEdit, When
from desk.errors import DeskError
from tests.making import Cast
from tests.ui.calendar.calendars import held, put, starts
from ui.calendar import operations
from ui.session.operation import Op
from ui.session.session import Session

pytestmark = pytest.mark.usefixtures("april")
SessionOf = Callable[[int], Session]
EIGHT, TEN = datetime(2019, 4, 17, 8), datetime(2019, 4, 17, 10)


@pytest.fixture
def session(session_of: SessionOf, cast: Cast) -> Session:
    return session_of(cast.secretary)


def run(session: Session, op: Op) -> Changes:
    """Run an operation and return what it changed; a refusal is raised."""
    changes: list[Changes] = []

    def refused(error: DeskError) -> None:
        raise error

    op.run(session, QObject(session), changes.append, refused=refused)
    return changes[0]


def one(title: str = "Họp") -> OccurrenceRow:
    (row,) = held(title)
    return row


def test_a_meeting_is_made_moved_put_off_and_taken_back(session: Session) -> None:
    run(session, operations.make(session, Fields(title="Họp", kind="briefing"), When(EIGHT, TEN)))
    assert starts("Họp") == [EIGHT]
    later = When(EIGHT.replace(day=18), TEN.replace(day=18))
    moved = run(session, operations.move(session, one(), Edit(EditScope.ALL, SeriesEdit(later))))
    assert starts("Họp") == [later.start]
    run(session, operations.undo(session, moved.entry))
    assert starts("Họp") == [EIGHT]
    run(session, operations.set_state(session, one(), MeetingState.POSTPONED, "Trùng lịch"))
    assert (one().state, one().reason) == (MeetingState.POSTPONED, "Trùng lịch")
    run(session, operations.remove(session, one()))
    assert starts("Họp") == []


def test_fields_are_edited(cast: Cast, session: Session) -> None:
    put(cast, "Họp", EIGHT)
    run(
        session, operations.edit(session, one(), Edit(EditScope.ALL, SeriesEdit(), {"place": "Hội trường C"}))
    )
    assert one().place == "Hội trường C"


def test_coverage_is_asked_for_answered_and_taken_back(
    cast: Cast, session: Session, session_of: SessionOf
) -> None:
    meeting = put(cast, "Họp", EIGHT)
    editor, writer = session_of(cast.editor), session_of(cast.writer)
    run(editor, operations.assign(editor, one(), cast.writer, Task.WRITE, date(2019, 4, 18), ""))
    (asked,) = coverage.of_occurrence(meeting, "")
    run(writer, operations.answer(writer, asked.id, False, "Đi vắng"))
    (declined,) = coverage.of_occurrence(meeting, "")
    assert declined.answer is Answer.DECLINED
    run(editor, operations.unassign(editor, asked.id))
    assert coverage.of_occurrence(meeting, "") == ()


def test_news_are_begun_once(cast: Cast, session_of: SessionOf) -> None:
    put(cast, "Họp", EIGHT)
    writer = session_of(cast.writer)
    (article_id,) = run(writer, operations.write_news(writer, one())).articles
    assert one().article_id == article_id


def test_documents_are_kept_and_dropped(cast: Cast, session: Session, tmp_path: Path) -> None:
    meeting = put(cast, "Họp", EIGHT)
    paper = tmp_path / "Giấy mời.docx"
    paper.write_bytes(b"PK" * 8)
    run(session, operations.attach(session, meeting, paper))
    (kept,) = attachments.of_meeting(meeting)
    run(session, operations.detach(session, kept.id))
    assert attachments.of_meeting(meeting) == ()


def test_several_run_in_turn_until_one_is_refused(cast: Cast, session: Session) -> None:
    put(cast, "Họp", EIGHT)
    row, done, refused = one(), list[str](), list[DeskError]()
    confirm = operations.set_state(session, row, MeetingState.CONFIRMED)  # stale the second time
    steps = ((confirm, lambda: done.append("chốt")), (confirm, lambda: done.append("lại")), (confirm, None))
    operations.run_in_turn(session, QObject(session), steps, lambda: done.append("hết"), refused.append)
    assert done == ["chốt"]
    assert len(refused) == 1
