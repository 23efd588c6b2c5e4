"""Who covers a meeting: asked, answered, taken back; and the article that is written of it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desk.acts.gate import Changes
from desk.calendar.coverage import CoverageRow
from desk.calendar.occurrences import OccurrenceRow
from desk.department import people
from desk.department.people import PersonRow
from ui.calendar import operations
from ui.calendar.coverage_dialog import CoverageDialog
from ui.controls.reason_dialog import ReasonDialog
from ui.session.session import Session


class MeetingCovering(QObject):
    """Asks whom to send, and sends."""

    dialog: CoverageDialog  # the question that was asked last
    article_made = Signal(int)

    def __init__(self, session: Session, page: QWidget) -> None:
        super().__init__(page)
        self._session, self._page = session, page

    def ask(self, row: OccurrenceRow) -> None:
        """Ask whom to send."""

        def show(persons: list[PersonRow]) -> None:
            self.dialog = CoverageDialog(self._page, row, persons, lambda dialog: self._assign(row, dialog))
            self.dialog.open()

        self._session.client.ask(self, lambda: people.everybody(active_only=True), show)

    def _assign(self, row: OccurrenceRow, dialog: CoverageDialog) -> None:
        person, due, note = int(dialog.person.currentData()), dialog.chosen_due(), dialog.note.text()
        asked = [
            operations.assign(self._session, row, person, task, due, note) for task in dialog.chosen_tasks()
        ]
        steps = ((op, None) for op in asked)
        operations.run_in_turn(self._session, self, steps, dialog.accept, dialog.complain)

    def answer(self, asked: CoverageRow, accepts: bool) -> None:
        """Accept what I was asked for, or decline it with a reason."""
        note: str | None = ""
        if not accepts:
            words = self.tr("Người phân công sẽ thấy lý do này.")
            note = ReasonDialog.ask(self._page, self.tr("Không nhận đưa tin"), words, self.tr("Từ chối"))
        if note is not None:
            operations.answer(self._session, asked.id, accepts, note).run(self._session, self)

    def take_back(self, asked: CoverageRow) -> None:
        """Take a request back."""
        operations.unassign(self._session, asked.id).run(self._session, self)

    def write_news(self, row: OccurrenceRow) -> None:
        """Begin the article of a meeting and open it; open the one that was begun."""

        def open_article(changes: Changes) -> None:
            self.article_made.emit(next(iter(changes.articles)))

        if row.article_id is not None:
            self.article_made.emit(row.article_id)
            return
        operations.write_news(self._session, row).run(self._session, self, open_article)
