"""Dàn vừa tờ: the settings that fill an issue's sheets tried one after the other, off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from desk.edition.design import USUAL, Fitting
from desk.edition.edition import Edition
from desk.errors import DeskError
from desk.issues.issues import IssueRow
from desk.press.typeset.fitting import TRIES, Fitted, fitted_to, search
from desk.press.typeset.layout import Layout, Proofing
from ui.issue import operations
from ui.issue.plan_actions import PlanActions
from ui.proof.live import LaidPages, LiveProof
from ui.session.desk_client import DeskClient
from ui.session.page import Page
from ui.words import fitting as fitting_words

_Search = Generator[Fitting, Layout, Fitted]


class SheetFitting(QObject):
    """Fits the issue in view to its sheets, and sets it as usual again."""

    working = Signal(str)  # how far the search is; "" when it has ended

    def __init__(self, page: Page, plan: PlanActions, live: LiveProof) -> None:
        super().__init__(page)
        self._session, self._page, self._plan, self._live = page.session, page, plan, live
        self._laid: LaidPages | None = None
        self._trial: _Trial | None = None

    def laid_out(self, laid: LaidPages | None) -> None:
        """Know the layout of the issue as it is now; None while there is none."""
        self._laid = laid

    def fit(self) -> None:
        """Search the setting that leaves the fewest pages blank, once the pages are those of the issue now."""
        issue = self._plan.issue()
        if issue is not None and self._trial is None:
            self._live.settled(lambda: self._begin(issue.id))

    def drop(self) -> None:
        """Set the issue as usual again."""
        issue = self._plan.issue()
        if issue is not None and not issue.design.fitting.usual:
            did = self.tr("dàn lại như thường")
            self._plan.run(operations.fit(self._session, issue, USUAL, did))

    def _begin(self, issue_id: int) -> None:
        issue, laid = self._plan.issue(), self._laid
        if issue is None or issue.id != issue_id or self._trial is not None:
            return  # another was opened while the pages were laid out
        if laid is None or not laid.layout.spans:
            self._session.say(self.tr("Chưa dàn được trang của số này."), "warning")
            return
        self._trial = _Trial(self._session.client, self, laid.edition)
        self._go_on(issue, search(laid.edition, laid.layout), None)

    def _go_on(self, issue: IssueRow, tried: _Search, laid: Layout | None) -> None:
        trial = self._trial
        assert trial is not None
        try:
            step = next(tried) if laid is None else tried.send(laid)
        except StopIteration as end:
            self._over()
            self._end(issue, end.value)
            return
        words = self.tr("Đang thử cách dàn {n}/{most}…")
        self.working.emit(words.format(n=trial.begun + 1, most=max(trial.begun + 1, TRIES)))
        trial.lay(step, partial(self._go_on, issue, tried), self._refused)

    def _end(self, issue: IssueRow, found: Fitted) -> None:
        now = self._plan.issue()
        if now is None or now.id != issue.id:
            return
        if now.version != issue.version:
            self._session.say(self.tr("Số đã đổi trong lúc thử, hãy dàn lại."), "warning")
        elif found.fitting == now.design.fitting:
            self._session.say(fitting_words.nothing_better(found))
        else:
            did = fitting_words.did(found, replace(now.design, fitting=found.fitting))
            self._plan.run(operations.fit(self._session, now, found.fitting, did))

    def _refused(self, error: DeskError) -> None:
        self._over()
        self._page.regret(error)

    def _over(self) -> None:
        trial, self._trial = self._trial, None
        if trial is not None:
            trial.close()
        self.working.emit("")


class _Trial:
    """An edition laid out in one setting after the other, apart from the pages that are looked at."""

    def __init__(self, client: DeskClient, owner: QObject, edition: Edition) -> None:
        self._client, self._owner, self._edition = client, owner, edition
        self._proofing = Proofing()
        self.begun = 0  # settings that were laid out
        owner.destroyed.connect(self._proofing.close)

    def lay(
        self, step: Fitting, then: Callable[[Layout], None], refused: Callable[[DeskError], None]
    ) -> None:
        """Lay it out in a setting, off the GUI thread."""
        self.begun += 1
        edition, proofing = fitted_to(self._edition, step), self._proofing
        self._client.away(self._owner, lambda: proofing.lay(edition), then, refused=refused)

    def close(self) -> None:
        """Let the folder go."""
        self._client.away(self._owner, self._proofing.close, lambda _: None)
