"""What was done to an issue's plan and can be taken back: by the quiet bar's button, or by Ctrl+Z on the page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desk.acts.gate import Changes
from desk.acts.rules import IssueState
from desk.errors import DeskError
from ui.controls.page_action import page_action
from ui.session.session import Session

if TYPE_CHECKING:
    from ui.issue.page import IssuePage

Back = Callable[[], Changes]


class IssueUndo(QObject):
    """The ways back that were offered for the issue in view, the last one first to be taken."""

    def __init__(self, session: Session, page: IssuePage) -> None:
        super().__init__(page)
        self._session, self._page = session, page
        self._issue: tuple[int, IssueState | None] = (0, None)
        self._ways: list[tuple[str, Back]] = []
        self.action = page_action(page, self.tr("Hoàn tác trong số"), "undo", "Ctrl+Z", self.take_last)
        self.action.setEnabled(False)

    def follow(self, issue_id: int, state: IssueState | None) -> None:
        """Speak of this issue from now on: Ctrl+Z changes none that is not seen, and nothing across a closing."""
        if (issue_id, state) != self._issue:
            self._issue = (issue_id, state)
            self.forget()

    def forget(self) -> None:
        """Offer nothing any more: something was done since that has no way back here."""
        self._ways.clear()
        self._enable()

    def offer(self, did: str, back: Back) -> None:
        """Say what was done (“đổi chỗ bài”), and offer the way back."""
        self._ways.append((did, back))
        self._enable()
        told = self.tr("Đã {did}.").format(did=did)
        self._session.say(told, "done", self.tr("Hoàn tác"), partial(self._take, did, back))

    def take_last(self) -> None:
        """Take back what was done last."""
        if self._ways:
            self._take(*self._ways[-1])

    def _take(self, did: str, back: Back) -> None:
        if (did, back) in self._ways:
            self._ways.remove((did, back))
        self._enable()

        def undone(_: Changes) -> None:
            self._session.say(self.tr("Đã hoàn tác: {did}.").format(did=did))

        def refused(error: DeskError) -> None:
            self._page.plan.expect(False)
            self._page.regret(error)
            self._page.shown()

        self._page.plan.expect(True)
        self._page.client.do(self, back, undone, refused=refused, quiet=True)

    def _enable(self) -> None:
        self.action.setEnabled(bool(self._ways))
