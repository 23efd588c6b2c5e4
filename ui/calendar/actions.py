"""What may be done to the chosen meeting: actions with their keys, the dialogs they open, the acts they send."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from desk import clock
from desk.acts.gate import Changes
from desk.acts.rules import Act, refusal
from desk.calendar import coverage, meetings
from desk.calendar.coverage import CoverageRow
from desk.calendar.meeting_details import MeetingDetails, dossier
from desk.calendar.meetings import Edit, MeetingKind, StateWish
from desk.calendar.occurrences import OccurrenceRow
from desk.calendar.storage import NAMES, Fields
from desk.dates.recurrence import Recurrence
from desk.dates.series import DayHalf, EditScope, MeetingState, SeriesEdit, When, part_of_day
from desk.department import people
from desk.errors import DeskError
from ui.calendar.attachments import MeetingFiles
from ui.calendar.coverage_dialog import CoverageDialog
from ui.calendar.meeting_dialog import MeetingDialog
from ui.calendar.scope_dialog import ScopeDialog
from ui.calendar.state_dialog import StateDialog
from ui.controls.page_action import page_action
from ui.controls.reason_dialog import ReasonDialog
from ui.session.session import Session
from ui.words import calendar as calendar_words


class MeetingActions(QObject):
    """Follows what is chosen; every act goes through the desk client."""

    article_made = Signal(int)

    def __init__(self, session: Session, page: QWidget) -> None:
        super().__init__(page)
        self._session, self._page = session, page
        self.told: MeetingDetails | None = None
        self._undo: list[int] = []
        self._redo: list[int] = []
        self.dialog: MeetingDialog | None = None
        may = refusal(Act.MAKE_MEETING, session.me.roles) is None
        self.new = page_action(
            self._page, self.tr("Cuộc họp mới…"), "meeting-add", "N", lambda: self.make(None)
        )
        self.new.setEnabled(may)
        self.edit = page_action(self._page, self.tr("Sửa…"), "edit", "S", self.change)
        self.state = page_action(self._page, self.tr("Hoãn, hủy, dời…"), "put-off", "H", self.change_state)
        self.confirm = page_action(self._page, self.tr("Chốt"), "done", "C", self._confirm)
        self.cover = page_action(self._page, self.tr("Phân công…"), "person", "P", self.ask_cover)
        self.write = page_action(self._page, self.tr("Viết tin"), "news", "V", self.write_news)
        self.attach = page_action(
            self._page, self.tr("Đính kèm…"), "attach", "K", lambda: self.files.choose()
        )
        self.remove = page_action(self._page, self.tr("Xóa…"), "bin", "Del", self.ask_removal)
        self.undo = page_action(
            self._page, self.tr("Hoàn tác trên lịch"), "undo", "Ctrl+Z", partial(self._take_back, True)
        )
        self.redo = page_action(
            self._page, self.tr("Làm lại trên lịch"), "redo", "Ctrl+Y", partial(self._take_back, False)
        )
        self.files = MeetingFiles(session, page, lambda: self.told)
        self.follow(None)

    def actions(self) -> list[QAction]:
        """Return the actions in the order of a menu."""
        return [
            self.new, self.edit, self.confirm, self.state, self.cover, self.write, self.attach, self.remove,
            self.undo, self.redo,
        ]  # fmt: skip

    def follow(self, told: MeetingDetails | None) -> None:
        """Offer what may be done to an occurrence."""
        self.told = told
        allowed = told.acts if told is not None else frozenset()
        self.edit.setEnabled(Act.EDIT_MEETING in allowed)
        self.state.setEnabled(Act.SET_STATE in allowed)
        planned = told is not None and told.row.state is MeetingState.PLANNED
        self.confirm.setEnabled(Act.SET_STATE in allowed and planned)
        self.cover.setEnabled(Act.COVER in allowed and told is not None and not told.row.off)
        unwritten = told is not None and told.row.article_id is None and not told.row.off
        self.write.setEnabled(Act.WRITE_NEWS in allowed and unwritten)
        self.attach.setEnabled(Act.ATTACH in allowed)
        self.remove.setEnabled(Act.REMOVE_MEETING in allowed)
        self._enable_undo()

    def heed(self, changes: Changes) -> None:
        """Remember what may be taken back."""
        if changes.undo and changes.meetings and changes.entry and changes.act is not Act.UNDO_MEETING:
            self._undo.append(changes.entry)
            self._redo.clear()
        self._enable_undo()

    def _enable_undo(self) -> None:
        self.undo.setEnabled(bool(self._undo))
        self.redo.setEnabled(bool(self._redo))

    def _take_back(self, back: bool) -> None:
        taken, given = (self._undo, self._redo) if back else (self._redo, self._undo)
        if not taken:
            return
        entry = taken.pop()

        def done(changes: Changes) -> None:
            given.append(changes.entry)
            self._enable_undo()

        self._session.client.do(self, partial(meetings.undo, self._session.who, entry), done)

    # -- make and change -------------------------------------------------------------------------------

    def make(
        self,
        when: When | None,
        fields: Fields | None = None,
        rule: Recurrence | None = None,
        parent: QWidget | None = None,
    ) -> MeetingDialog:
        """Open the form for a new meeting."""
        told = fields or Fields(title="", kind=MeetingKind.BRIEFING.value)
        title = self.tr("Cuộc họp mới")
        dialog = MeetingDialog(parent or self._page, self._session.client, title, self._store_new)
        dialog.fill(told, when or part_of_day(clock.today(), DayHalf.MORNING), rule, MeetingState.PLANNED)
        return self._open(dialog)

    def _store_new(self, dialog: MeetingDialog) -> None:
        work = partial(
            meetings.make,
            self._session.who,
            dialog.fields(),
            dialog.when.when(),
            dialog.rule.rule(),
            state=dialog.chosen_state(),
        )
        self._session.client.do(self, work, lambda _: dialog.accept(), refused=dialog.refuse)

    def change(self) -> None:
        """Open the form for the chosen meeting."""
        told = self.told
        if told is None or not self.edit.isEnabled():
            return
        dialog = MeetingDialog(
            self._page, self._session.client, self.tr("Sửa cuộc họp"), partial(self._store_change, told)
        )
        row = told.row
        dialog.state.hide()  # an act of its own
        dialog.fill(
            told.fields, When(row.start, row.end, row.part), told.series.rule, row.state, but=row.meeting_id
        )
        self._open(dialog)

    def _open(self, dialog: MeetingDialog) -> MeetingDialog:
        self.dialog = dialog
        dialog.open()
        return dialog

    def _store_change(self, told: MeetingDetails, dialog: MeetingDialog) -> None:
        edit = _edit_of(told, dialog)
        if told.series.rule is None or edit.wish.single:
            self._send(told, edit, Act.EDIT_MEETING, dialog.accept, dialog.refuse)
            return
        new_rule = edit.wish.rule is not None
        scopes = (EditScope.FOLLOWING, EditScope.ALL) if new_rule else tuple(EditScope)
        self._ask_scope(dialog, told, edit, Act.EDIT_MEETING, scopes, dialog.accept)

    def move(self, row: OccurrenceRow, when: When) -> None:
        """Take an occurrence to another time, as it was drawn; a series asks how much of it."""
        self._session.client.ask(self, partial(_told, self._session.who, row), partial(self._move, when))

    def _move(self, when: When, told: MeetingDetails) -> None:
        edit = Edit(EditScope.ALL, SeriesEdit(when))
        if told.series.rule is None:
            self._send(told, edit, Act.MOVE_MEETING, lambda: None, None)
        else:
            self._ask_scope(self._page, told, edit, Act.MOVE_MEETING, tuple(EditScope), lambda: None)

    def _ask_scope(
        self,
        parent: QWidget,
        told: MeetingDetails,
        edit: Edit,
        act: Act,
        scopes: tuple[EditScope, ...],
        then: Callable[[], object],
    ) -> None:
        row = told.row

        def preview(scope: EditScope) -> meetings.Preview:
            wanted = Edit(scope, edit.wish, edit.fields)
            return meetings.preview(row.meeting_id, row.origin, wanted)

        def chosen(dialog: ScopeDialog) -> None:
            def done() -> None:
                dialog.accept()
                then()

            wanted = Edit(dialog.scope(), edit.wish, edit.fields)
            self._send(told, wanted, act, done, dialog.complain)

        title = self.tr("Đổi những cuộc nào?")
        self.scope = ScopeDialog(parent, self._session.client, title, preview, chosen, scopes, self.tr("Đổi"))
        self.scope.open()

    def _send(
        self,
        told: MeetingDetails,
        edit: Edit,
        act: Act,
        then: Callable[[], object],
        refused: Callable[[DeskError], None] | None,
    ) -> None:
        row = told.row
        work = partial(meetings.edit, self._session.who, row.meeting_id, row.version, row.origin, edit, act)

        def done(_: Changes) -> None:
            then()

        self._session.client.do(self, work, done, refused=refused)

    # -- state and removal -----------------------------------------------------------------------------

    def change_state(self) -> None:
        """Ask whether it is put off, called off or moved."""
        told = self.told
        if told is None:
            return

        def chosen(dialog: StateDialog) -> None:
            row = told.row
            work = partial(
                meetings.set_state,
                self._session.who,
                row.meeting_id,
                row.version,
                row.origin,
                StateWish(
                    dialog.chosen(),
                    dialog.reason.text() if dialog.chosen() is not MeetingState.CONFIRMED else "",
                    dialog.new_time(),
                ),
            )
            self._session.client.do(self, work, lambda _: dialog.accept(), refused=dialog.complain)

        self.state_dialog = StateDialog(self._page, told.row, chosen)
        self.state_dialog.open()

    def _confirm(self) -> None:
        told = self.told
        if told is None:
            return
        row = told.row
        work = partial(
            meetings.set_state,
            self._session.who,
            row.meeting_id,
            row.version,
            row.origin,
            StateWish(MeetingState.CONFIRMED),
        )
        self._session.client.do(self, work)

    def ask_removal(self) -> None:
        """Take it out; a series asks how much of it. It can be taken back."""
        told = self.told
        if told is None:
            return
        row = told.row

        def remove(scope: EditScope) -> Callable[[], Changes]:
            return partial(meetings.remove, self._session.who, row.meeting_id, row.version, row.origin, scope)

        if told.series.rule is None:
            self._session.client.do(self, remove(EditScope.ALL))
            return

        def preview(scope: EditScope) -> meetings.Preview:
            return meetings.preview_removal(row.meeting_id, row.origin, scope)

        def chosen(dialog: ScopeDialog) -> None:
            work = remove(dialog.scope())
            self._session.client.do(self, work, lambda _: dialog.accept(), refused=dialog.complain)

        title = self.tr("Xóa những cuộc nào?")
        self.scope = ScopeDialog(
            self._page, self._session.client, title, preview, chosen, tuple(EditScope), self.tr("Xóa")
        )
        self.scope.open()

    # -- coverage and news -----------------------------------------------------------------------------

    def ask_cover(self) -> None:
        """Ask whom to send."""
        if self.told is not None:
            work = partial(people.everybody, active_only=True)
            self._session.client.ask(self, work, partial(self._ask_cover, self.told.row))

    def _ask_cover(self, row: OccurrenceRow, known: list[people.PersonRow]) -> None:
        def chosen(dialog: CoverageDialog) -> None:
            person = int(dialog.person.currentData())
            tasks = list(dialog.chosen_tasks())

            def assign_next(_: Changes | None = None) -> None:
                if not tasks:
                    dialog.accept()
                    return
                work = partial(
                    coverage.assign,
                    self._session.who,
                    row.meeting_id,
                    row.origin,
                    person,
                    tasks.pop(0),
                    dialog.chosen_due(),
                    dialog.note.text(),
                )
                self._session.client.do(self, work, assign_next, refused=dialog.complain)

            assign_next()

        self.cover_dialog = CoverageDialog(self._page, row, known, chosen)
        self.cover_dialog.open()

    def answer(self, asked: CoverageRow, accepts: bool) -> None:
        """Accept what I was asked for, or decline it with a reason."""
        note: str | None = ""
        if not accepts:
            told = self.tr("Người phân công sẽ thấy lý do này.")
            note = ReasonDialog.ask(self._page, self.tr("Không nhận đưa tin"), told, self.tr("Từ chối"))
        if note is not None:
            self._session.client.do(
                self, partial(coverage.answer, self._session.who, asked.id, accepts, note)
            )

    def uncover(self, asked: CoverageRow) -> None:
        """Take a request back."""
        self._session.client.do(self, partial(coverage.unassign, self._session.who, asked.id))

    def write_news(self) -> None:
        """Make the article of the chosen meeting and open it."""
        if self.told is None or not self.write.isEnabled():
            return
        row = self.told.row
        work = partial(coverage.write_news, self._session.who, row.meeting_id, row.origin)
        self._session.client.do(self, work, self._open_news)

    def _open_news(self, made: Changes) -> None:
        self.article_made.emit(next(iter(made.articles)))


def _told(who: int, row: OccurrenceRow) -> MeetingDetails:
    return dossier(who, row.meeting_id, row.origin)


def _edit_of(told: MeetingDetails, dialog: MeetingDialog) -> Edit:
    """Return what the form changed, and nothing else: an occurrence keeps what was said of it alone."""
    given = dialog.fields()
    fields = {
        name: getattr(given, name) for name in NAMES if getattr(given, name) != getattr(told.fields, name)
    }
    row, rule = told.row, dialog.rule.rule()
    when = dialog.when.when()
    moved = when != When(row.start, row.end, row.part)
    if told.series.rule is None:
        return Edit(EditScope.ALL, SeriesEdit(when if moved or rule else None, rule), fields)
    if rule is None:
        return Edit(EditScope.ALL, SeriesEdit(when, single=True), fields)
    same = calendar_words.rule(rule, row.start) == calendar_words.rule(
        told.series.rule, told.series.when.start
    )
    return Edit(EditScope.ALL, SeriesEdit(when if moved else None, None if same else rule), fields)
