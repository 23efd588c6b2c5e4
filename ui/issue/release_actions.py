"""To print: an issue closed, opened again, released from one list of what blocks, reopened by a chief, exported."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desk.department import export_profiles
from desk.edition.outputs import Finish, Output
from desk.issues.issues import IssueRow
from ui.controls.reason_dialog import ReasonDialog
from ui.issue import operations
from ui.issue.exporter import Exporter
from ui.issue.obstacles import Against, against, listed
from ui.issue.plan_actions import PlanActions
from ui.issue.proofing import IssueProofing
from ui.issue.release_dialog import ReleaseDialog
from ui.proof.live import LaidPages, LiveProof
from ui.session.page import Page
from ui.words.issue import Obstacle, Place

_Found = tuple[Against, dict[Output, Finish]]


class ReleaseActions(QObject):
    """Does to the issue in view what leads to print."""

    led = Signal(object)  # Obstacle: where a line of what blocks leads

    def __init__(
        self, page: Page, plan: PlanActions, live: LiveProof, exporter: Exporter, proofing: IssueProofing
    ) -> None:
        super().__init__(page)
        self._proofing = proofing
        self._session, self._page = page.session, page
        self._plan, self._live, self._exporter = plan, live, exporter
        self._laid: LaidPages | None = None

    def laid_out(self, laid: LaidPages | None) -> None:
        """Know the layout of the issue as it is now; None while there is none."""
        self._laid = laid

    def close(self) -> None:
        """Close the issue's list of articles."""
        issue = self._plan.issue()
        if issue is not None:
            self._plan.run(operations.close(self._session, issue))

    def open_again(self) -> None:
        """Open the issue's list of articles again."""
        issue = self._plan.issue()
        if issue is not None:
            self._plan.run(operations.open_again(self._session, issue))

    def release(self) -> None:
        """List what blocks once the pages are those of the issue as it is now; without blocks, release it."""
        issue = self._plan.issue()
        if issue is not None:
            self._live.settled(lambda: self._ask(issue.id))

    def _ask(self, issue_id: int) -> None:
        issue, laid = self._plan.issue(), self._laid
        if issue is None or issue.id != issue_id or not self._page.isVisible():
            return  # another was opened while the pages were laid out
        self._page.ask(lambda: _found(issue_id, laid), lambda found: self._read(issue, found), key="release")

    def _read(self, issue: IssueRow, found: _Found) -> None:
        """Let the proofreader say what it takes for wrong: it stands in nobody's way."""
        self._proofing.wrong(lambda lines: self._list(issue, found, lines))

    def _list(self, issue: IssueRow, found: _Found, proofread: tuple[Obstacle, ...]) -> None:
        against, profiles = found
        lines = (*listed(against, self._laid), *proofread)
        if self._laid is None and issue.articles:  # nobody knows what the page has against it
            words = self.tr("Chưa dàn được trang của số này")
            lines = (Obstacle(words, "", Place.ISSUE), *lines)
        dialog = ReleaseDialog(self._page, issue, lines, profiles)
        dialog.led.connect(self.led.emit)
        self._exporter.stand_by()
        if dialog.exec():
            self._exporter.release(issue, *dialog.answer())
        dialog.deleteLater()

    def reopen(self) -> None:
        """Reopen a released issue, with a reason."""
        issue = self._plan.issue()
        if issue is None:
            return
        words = self.tr(
            "Số {name} đã phát hành. Mở lại là việc của lãnh đạo, có ghi nhật ký; lần phát hành trước được giữ."
        )
        title, accept = self.tr("Mở lại số đã phát hành"), self.tr("Mở lại")
        reason = ReasonDialog.ask(self._page, title, words.format(name=issue.name), accept)
        if reason is not None:
            self._plan.run(operations.reopen(self._session, issue, reason))

    def export(self) -> None:
        """Export the issue."""
        issue = self._plan.issue()
        if issue is not None:
            self._exporter.run(self._page, issue)


def _found(issue_id: int, laid: LaidPages | None) -> _Found:
    return against(issue_id, laid), export_profiles.profiles()
