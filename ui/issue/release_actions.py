"""To print: an issue closed, opened again, released from one list of what blocks, reopened by a chief, exported."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desk.department import export_profiles
from desk.edition.outputs import Finish, Output
from desk.issues import issues, releases
from desk.issues.issues import IssueRow
from ui.issue.exporter import Exporter
from ui.issue.obstacles import Against, against, listed
from ui.session.session import Session
from ui.words.issue import Obstacle, Place

if TYPE_CHECKING:
    from ui.issue.page import IssuePage
    from ui.proof.live import LaidPages

_Found = tuple[Against, dict[Output, Finish]]


class ReleaseActions(QObject):
    """Does to the issue in view what leads to print; `IssuePage` says which issue that is."""

    led = Signal(object)  # Obstacle: where a line of what blocks leads

    def __init__(self, session: Session, page: IssuePage, exporter: Exporter) -> None:
        super().__init__(page)
        self._session, self._page, self._exporter = session, page, exporter
        self._laid: LaidPages | None = None

    def laid_out(self, laid: LaidPages | None) -> None:
        """Know the layout of the issue as it is now; None while there is none."""
        self._laid = laid

    def close(self) -> None:
        """Close the issue's list of articles."""
        issue = self._page.issue()
        if issue is not None:
            self._page.acts.do(partial(issues.close, self._session.who, issue.id, issue.version))

    def open_again(self) -> None:
        """Open the issue's list of articles again."""
        issue = self._page.issue()
        if issue is not None:
            self._page.acts.do(partial(issues.open_again, self._session.who, issue.id, issue.version))

    def release(self) -> None:
        """List what blocks once the pages are those of the issue as it is now; without blocks, release it."""
        issue = self._page.issue()
        if issue is not None:
            self._page.live.settled(partial(self._ask, issue.id))

    def _ask(self, issue_id: int) -> None:
        issue = self._page.issue()
        if issue is None or issue.id != issue_id or not self._page.isVisible():
            return  # another was opened while the pages were laid out
        self._page.ask(partial(_found, issue.id, self._laid), partial(self._list, issue), key="release")

    def _list(self, issue: IssueRow, found: _Found) -> None:
        from ui.issue.release_dialog import ReleaseDialog

        against, profiles = found
        lines = listed(against, self._laid)
        if self._laid is None and issue.articles:  # nobody knows what the page has against it
            told = QCoreApplication.translate("ReleaseActions", "Chưa dàn được trang của số này")
            lines = (Obstacle(told, "", Place.ISSUE), *lines)
        dialog = ReleaseDialog(self._page, issue, lines, profiles)
        dialog.led.connect(self.led.emit)
        self._exporter.stand_by()
        if dialog.exec():
            self._exporter.release(issue, *dialog.answer())
        dialog.deleteLater()

    def reopen(self) -> None:
        """Reopen a released issue, with a reason."""
        from ui.controls.reason_dialog import ReasonDialog

        issue = self._page.issue()
        if issue is None:
            return
        told = self.tr(
            "Số {name} đã phát hành. Mở lại là việc của lãnh đạo, có ghi nhật ký; lần phát hành trước được giữ."
        )
        note = ReasonDialog.ask(
            self._page, self.tr("Mở lại số đã phát hành"), told.format(name=issue.name), self.tr("Mở lại")
        )
        if note is not None:
            self._page.acts.do(partial(releases.reopen, self._session.who, issue.id, issue.version, note))

    def export(self) -> None:
        """Export the issue."""
        issue = self._page.issue()
        if issue is not None:
            self._exporter.run(self._page, issue)


def _found(issue_id: int, laid: LaidPages | None) -> _Found:
    return against(issue_id, laid), export_profiles.profiles()
