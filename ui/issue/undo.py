"""What was done to an issue's plan and can be taken back: by the quiet bar's button, or by Ctrl+Z on the page."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desk.acts.rules import IssueState
from desk.errors import DeskError
from ui.issue.plan_view import PlanView
from ui.session.operation import Op
from ui.session.page import Page
from ui.session.session import Session


class IssueUndo(QObject):
    """The operations on the issue in view that have a way back, the last one first to be taken."""

    changed = Signal()

    def __init__(self, session: Session, page: Page, lines: PlanView) -> None:
        super().__init__(page)
        self._session, self._page, self._lines = session, page, lines
        self._issue: tuple[int, IssueState | None] = (0, None)
        self._done: list[Op] = []

    def follow(self, issue_id: int, state: IssueState | None) -> None:
        """Speak of this issue from now on: Ctrl+Z changes none that is not seen, and nothing across a closing."""
        if (issue_id, state) != self._issue:
            self._issue = (issue_id, state)
            self.forget()

    def forget(self) -> None:
        """Offer nothing any more: something was done since that has no way back here."""
        self._done.clear()
        self.changed.emit()

    def any(self) -> bool:
        """Say whether anything can be taken back."""
        return bool(self._done)

    def offer(self, op: Op) -> None:
        """Say what was done, and offer the way back."""
        self._done.append(op)
        self.changed.emit()
        words = self.tr("Đã {did}.").format(did=op.did)
        self._session.say_done(words, lambda: self._take(op))

    def take_last(self) -> None:
        """Take back what was done last."""
        if self._done:
            self._take(self._done[-1])

    def _take(self, op: Op) -> None:
        if op in self._done:
            self._done.remove(op)
        self.changed.emit()
        if op.back is not None:
            self._lines.expect(True)
            op.back.run(self._session, self, lambda _: self._say_undone(op), refused=self._refused)

    def _say_undone(self, op: Op) -> None:
        self._session.say(self.tr("Đã hoàn tác: {did}.").format(did=op.did))

    def _refused(self, error: DeskError) -> None:
        self._lines.expect(False)
        self._page.regret(error)
        self._page.shown()
