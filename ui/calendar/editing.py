"""A meeting made, changed, moved and removed: the form, and the question how much of a series is meant."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desk import clock
from desk.acts.gate import Changes
from desk.calendar import meetings
from desk.calendar.meeting_details import MeetingDetails, dossier
from desk.calendar.meetings import Edit, MeetingKind, StateWish
from desk.calendar.occurrences import OccurrenceRow
from desk.calendar.storage import NAMES, Fields
from desk.dates.recurrence import Recurrence
from desk.dates.series import DayHalf, EditScope, MeetingState, SeriesEdit, When, part_of_day, recurring
from desk.errors import DeskError
from ui.calendar import operations
from ui.calendar.meeting_dialog import MeetingDialog
from ui.calendar.scope_dialog import ScopeDialog
from ui.calendar.state_dialog import StateDialog
from ui.session.operation import Op
from ui.session.session import Session


class MeetingEditing(QObject):
    """Opens the form and the questions; what they answer becomes an operation."""

    stored = Signal(object)  # the key of an occurrence that was entered, or that is another now

    scope: ScopeDialog  # the questions that were asked last
    state: StateDialog

    def __init__(self, session: Session, page: QWidget) -> None:
        super().__init__(page)
        self._session, self._page = session, page
        self.form: MeetingDialog | None = None

    # -- the form --------------------------------------------------------------------------------------

    def make(
        self,
        when: When | None,
        fields: Fields | None = None,
        rule: Recurrence | None = None,
        parent: QWidget | None = None,
    ) -> MeetingDialog:
        """Open the form for a new meeting."""
        begun = fields or Fields(title="", kind=MeetingKind.BRIEFING.value)
        title = self.tr("Cuộc họp mới")
        dialog = MeetingDialog(parent or self._page, self._session.client, title, self._store_new)
        dialog.fill(begun, when or part_of_day(clock.today(), DayHalf.MORNING), rule, MeetingState.PLANNED)
        return self._open(dialog)

    def _store_new(self, dialog: MeetingDialog) -> None:
        when, rule = dialog.when.when(), dialog.rule.rule()
        op = operations.make(self._session, dialog.fields(), when, rule, state=dialog.chosen_state())

        def done(changes: Changes) -> None:
            dialog.accept()
            first = when if rule is None else recurring(when, rule).when  # on the first day that the rule has
            self.stored.emit((max(changes.meetings), first.start))

        op.run(self._session, self, done, refused=dialog.refuse)

    def change(
        self, details: MeetingDetails, place: str = "", parent: QWidget | None = None
    ) -> MeetingDialog:
        """Open the form for a meeting; `place` is where a notice puts it."""
        title, row = self.tr("Sửa cuộc họp"), details.row
        dialog = MeetingDialog(
            parent or self._page, self._session.client, title, lambda form: self._store_change(details, form)
        )
        dialog.state.hide()  # an act of its own
        dialog.fill(details.fields, _time(row), details.series.rule, row.state, but=row.meeting_id)
        dialog.stand_on(details.series)
        if place:
            dialog.place.setText(place)
        return self._open(dialog)

    def _open(self, dialog: MeetingDialog) -> MeetingDialog:
        self.form = dialog
        dialog.open()
        return dialog

    def _store_change(self, details: MeetingDetails, dialog: MeetingDialog) -> None:
        change = change_of(details, dialog)

        def edited(scope: EditScope) -> Op:
            return operations.edit(self._session, details.row, _within(scope, change))

        if details.series.rule is None or change.wish.single:
            self._run(edited(EditScope.ALL), dialog.accept, dialog.refuse)
            return
        new_rule = change.wish.rule is not None
        self._ask_scope(dialog, self._preview(details.row, change), edited, dialog.accept, new_rule=new_rule)

    def move(self, row: OccurrenceRow, when: When) -> None:
        """Take an occurrence to another time, as it was drawn; a series asks how much of it."""
        who = self._session.who
        self._session.client.ask(
            self,
            lambda: dossier(who, row.meeting_id, row.origin),
            lambda details: self._move(details, when),
        )

    def _move(self, details: MeetingDetails, when: When) -> None:
        row, change = details.row, Edit(EditScope.ALL, SeriesEdit(when))

        def moved(scope: EditScope) -> Op:
            return operations.move(self._session, row, _within(scope, change))

        if details.series.rule is None:
            self._run(moved(EditScope.ALL))
        else:
            self._ask_scope(self._page, self._preview(row, change), moved)

    # -- state and removal -----------------------------------------------------------------------------

    def ask_state(
        self,
        row: OccurrenceRow,
        wish: StateWish | None = None,
        parent: QWidget | None = None,
        done: Callable[[], object] | None = None,
    ) -> None:
        """Ask whether it is put off, called off or moved; `wish` is what a notice proposes."""

        def chosen(dialog: StateDialog) -> None:
            state = dialog.chosen()
            reason = dialog.reason.text() if state is not MeetingState.CONFIRMED else ""
            op = operations.set_state(self._session, row, state, reason, dialog.new_time())

            def stored() -> None:
                dialog.accept()
                if done is not None:
                    done()

            self._run(op, stored, dialog.complain)

        self.state = StateDialog(parent or self._page, row, chosen, wish)
        self.state.open()

    def confirm(self, row: OccurrenceRow) -> None:
        """Confirm that it is held."""
        self._run(operations.set_state(self._session, row, MeetingState.CONFIRMED))

    def remove(self, details: MeetingDetails) -> None:
        """Take it out; a series asks how much of it. It can be taken back."""
        row = details.row

        def removed(scope: EditScope) -> Op:
            return operations.remove(self._session, row, scope)

        if details.series.rule is None:
            self._run(removed(EditScope.ALL))
            return

        def preview(scope: EditScope) -> meetings.Preview:
            return meetings.preview_removal(row.meeting_id, row.origin, scope)

        title = self.tr("Xóa những cuộc nào?")
        self._show_scope(
            ScopeDialog(
                self._page, self._session.client, title, preview, self._runs(removed), accept=self.tr("Xóa")
            )
        )

    # -- how much of a series --------------------------------------------------------------------------

    def _preview(self, row: OccurrenceRow, change: Edit) -> Callable[[EditScope], meetings.Preview]:
        return lambda scope: meetings.preview(row.meeting_id, row.origin, _within(scope, change))

    def _ask_scope(
        self,
        parent: QWidget,
        preview: Callable[[EditScope], meetings.Preview],
        op: Callable[[EditScope], Op],
        then: Callable[[], object] | None = None,
        *,
        new_rule: bool = False,
    ) -> None:
        """Ask how much of a series is changed; another rule is never for one occurrence alone."""
        scopes = (EditScope.FOLLOWING, EditScope.ALL) if new_rule else tuple(EditScope)
        title, client = self.tr("Đổi những cuộc nào?"), self._session.client
        self._show_scope(
            ScopeDialog(parent, client, title, preview, self._runs(op, then), scopes, self.tr("Đổi"))
        )

    def _runs(
        self, op: Callable[[EditScope], Op], then: Callable[[], object] | None = None
    ) -> Callable[[ScopeDialog], None]:
        """Return what runs the operation for the scope that was chosen, and closes the question."""

        def chosen(dialog: ScopeDialog) -> None:
            def done() -> None:
                dialog.accept()
                if then is not None:
                    then()

            self._run(op(dialog.scope()), done, dialog.complain)

        return chosen

    def _show_scope(self, dialog: ScopeDialog) -> None:
        self.scope = dialog
        dialog.open()

    def _run(
        self,
        op: Op,
        then: Callable[[], object] | None = None,
        refused: Callable[[DeskError], None] | None = None,
    ) -> None:
        op.run(self._session, self, (lambda _: then()) if then is not None else None, refused=refused)


def change_of(details: MeetingDetails, dialog: MeetingDialog) -> Edit:
    """Return what the form changed, and nothing else: an occurrence keeps what was said of it alone."""
    given = dialog.fields()
    fields = {
        name: getattr(given, name) for name in NAMES if getattr(given, name) != getattr(details.fields, name)
    }
    rule, when = dialog.rule.rule(), dialog.when.when()
    moved = when != _time(details.row)
    if details.series.rule is None:
        return Edit(EditScope.ALL, SeriesEdit(when if moved or rule else None, rule), fields)
    if rule is None:
        return Edit(EditScope.ALL, SeriesEdit(when, single=True), fields)
    altered = dialog.rule.is_altered()
    return Edit(EditScope.ALL, SeriesEdit(when if moved else None, rule if altered else None), fields)


def _within(scope: EditScope, change: Edit) -> Edit:
    return Edit(scope, change.wish, change.fields)


def _time(row: OccurrenceRow) -> When:
    return When(row.start, row.end, row.part)
