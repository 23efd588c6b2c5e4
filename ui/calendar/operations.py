"""What a person does to the calendar, each as an operation that a button, a key or a dialog runs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QObject

from desk.acts.gate import Changes
from desk.acts.rules import Act
from desk.calendar import attachments, coverage, meetings
from desk.calendar.coverage import Task
from desk.calendar.meetings import Edit, StateWish
from desk.calendar.occurrences import OccurrenceRow
from desk.calendar.storage import Fields
from desk.dates.recurrence import Recurrence
from desk.dates.series import EditScope, MeetingState, When
from desk.errors import DeskError
from desk.ics import import_export
from desk.ics.import_export import Report
from desk.ics.read import Calendar
from desk.week_schedule import from_calendar
from desk.week_schedule.from_calendar import SheetWords
from ui.session.operation import Op
from ui.session.session import Session

# -- meetings --------------------------------------------------------------------------------------------


def make(
    session: Session,
    fields: Fields,
    when: When,
    rule: Recurrence | None = None,
    *,
    state: MeetingState = MeetingState.PLANNED,
) -> Op:
    """Enter a meeting or a series."""
    return Op(lambda: meetings.make(session.who, fields, when, rule, state=state))


def edit(session: Session, row: OccurrenceRow, change: Edit) -> Op:
    """Change an occurrence, the series from it on, or the whole series."""
    return _edit(session, row, change, Act.EDIT_MEETING)


def move(session: Session, row: OccurrenceRow, change: Edit) -> Op:
    """Take an occurrence, or its series, to another time as it was drawn."""
    return _edit(session, row, change, Act.MOVE_MEETING)


def _edit(session: Session, row: OccurrenceRow, change: Edit, act: Act) -> Op:
    return Op(lambda: meetings.edit(session.who, row.meeting_id, row.version, row.origin, change, act))


def set_state(
    session: Session, row: OccurrenceRow, state: MeetingState, reason: str = "", when: When | None = None
) -> Op:
    """Confirm an occurrence, put it off, call it off, or move it to `when`."""
    wish = StateWish(state, reason, when)
    return Op(lambda: meetings.set_state(session.who, row.meeting_id, row.version, row.origin, wish))


def remove(session: Session, row: OccurrenceRow, scope: EditScope = EditScope.ALL) -> Op:
    """Take an occurrence, or more of its series, out of the calendar."""
    return Op(lambda: meetings.remove(session.who, row.meeting_id, row.version, row.origin, scope))


def undo(session: Session, entry_id: int) -> Op:
    """Take back what a journal entry did to the calendar; the undo of an undo does it again."""
    return Op(lambda: meetings.undo(session.who, entry_id))


# -- coverage and news -----------------------------------------------------------------------------------


def assign(session: Session, row: OccurrenceRow, person: int, task: Task, due: date | None, note: str) -> Op:
    """Ask a person to write of an occurrence, or to photograph it."""
    return Op(lambda: coverage.assign(session.who, row.meeting_id, row.origin, person, task, due, note))


def unassign(session: Session, coverage_id: int) -> Op:
    """Take a request back."""
    return Op(lambda: coverage.unassign(session.who, coverage_id))


def answer(session: Session, coverage_id: int, accepts: bool, note: str = "") -> Op:
    """Accept a request, or decline it with a reason."""
    return Op(lambda: coverage.answer(session.who, coverage_id, accepts, note))


def write_news(session: Session, row: OccurrenceRow) -> Op:
    """Begin the article of an occurrence."""
    return Op(lambda: coverage.write_news(session.who, row.meeting_id, row.origin))


# -- documents -------------------------------------------------------------------------------------------


def attach(session: Session, meeting_id: int, path: Path) -> Op:
    """Keep a file with a meeting."""
    return Op(lambda: attachments.attach_file(session.who, meeting_id, path))


def detach(session: Session, attachment_id: int) -> Op:
    """Take a document away from its meeting."""
    return Op(lambda: attachments.detach(session.who, attachment_id))


# -- in and out ------------------------------------------------------------------------------------------


def import_calendar(session: Session, calendar: Calendar, reports: list[Report]) -> Op:
    """Enter the meetings of a calendar file; what was done with each is added to `reports`."""

    def work() -> Changes:
        changes, report = import_export.import_calendar(session.who, calendar)
        reports.append(report)
        return changes

    return Op(work, quiet=True)


def undo_import(session: Session, entries: Sequence[int]) -> Op:
    """Take an import back, by the journal entries that it made."""
    return Op(lambda: import_export.undo_import(session.who, entries))


def keep_sheet_words(session: Session, words: SheetWords) -> Op:
    """Keep the office's words on the week's sheet for the next one."""
    return Op(lambda: from_calendar.set_words(session.who, words), quiet=True)


# -- several ---------------------------------------------------------------------------------------------


Then: TypeAlias = Callable[[Changes], object]


def run_in_turn(
    session: Session,
    owner: QObject,
    steps: Iterable[tuple[Op, Callable[[], object] | None]],
    then: Callable[[], object],
    refused: Callable[[DeskError], None],
    joined: list[int] | None = None,
) -> None:
    """Run operations one after the other, each with what is called when it is done; the first refusal is the end.

    `joined` is given the journal's entries of what was done.
    """
    left = iter(steps)

    def go_on() -> None:
        step = next(left, None)
        if step is None:
            then()
            return
        op, after = step

        def done(changes: Changes) -> None:
            if joined is not None:
                joined.append(changes.entry)
            if after is not None:
                after()
            go_on()

        op.run(session, owner, done, refused=refused)

    go_on()
