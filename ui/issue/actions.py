"""The acts on an issue as the page offers them: each a QAction, enabled by `issue_allowed`, asked and done."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from desk import clock
from desk.acts.gate import Changes
from desk.acts.permission import issue_refusal, refusal
from desk.acts.rules import Act
from desk.issues import commissions, issues
from desk.issues.issues import IssueRow
from desk.issues.plan import Plan
from ui.controls.page_action import page_action
from ui.issue.exporter import Exporter
from ui.issue.plan_actions import PlanActions
from ui.issue.release_actions import ReleaseActions
from ui.session.session import Session
from ui.words import wording

if TYPE_CHECKING:
    from ui.issue.page import IssuePage


class IssueActions(PlanActions):
    """Knows the issue in view and does to it what the person presses."""

    def __init__(self, session: Session, page: IssuePage, exporter: Exporter) -> None:
        super().__init__(session, page)
        self.press = ReleaseActions(session, page, exporter)
        make = self._action
        self.new = make(Act.MAKE_ISSUE, "Ctrl+Shift+N", self._make)
        self.edit = make(Act.EDIT_ISSUE, "F2", self._edit)
        self.dress = make(Act.DRESS_ISSUE, "Ctrl+Shift+D", self._dress, more=True)
        self.sections = make(Act.ARRANGE_SECTIONS, "Ctrl+Shift+M", self._arrange_sections, more=True)
        self.gather = make(
            Act.PLACE, "Ctrl+G", self._gather, more=True, words=self.tr("Gom bài"), icon="gather"
        )
        self.want = make(Act.WANT, "Ctrl+Shift+B", self._want, more=True)
        self.write = make(Act.CREATE, "", self._write, words=self.tr("Viết bài được đặt"), icon="edit")
        self.close = make(Act.CLOSE_ISSUE, "Ctrl+Shift+L", self.press.close)
        self.unclose = make(Act.OPEN_ISSUE, "", self.press.open_again)
        self.release = make(Act.RELEASE, "Ctrl+Shift+P", self.press.release, more=True)
        self.reopen = make(Act.REOPEN_ISSUE, "", self.press.reopen, more=True)
        self.export = make(Act.EXPORT, "Ctrl+E", self.press.export, words=self.tr("Xuất"), more=True)
        self.put = make(Act.PLACE, "Ctrl+Return", page.put_waiting)
        self.up = make(Act.ARRANGE, "", lambda: page.plan.shift(-1), words=self.tr("Chuyển lên"), icon="up")
        self.down = make(
            Act.ARRANGE, "", lambda: page.plan.shift(1), words=self.tr("Chuyển xuống"), icon="down"
        )
        self.remove = make(Act.UNPLACE, "", self._remove)
        self.correct = make(Act.CORRECT, "", self._correct, more=True)

    # -- what is in view -------------------------------------------------------------------------------

    def follow(self, plan: Plan | None) -> None:
        """Speak of this issue from now on."""
        self._plan, self._acting = plan, False
        self.back.follow(plan.issue.id if plan else 0, plan.issue.state if plan else None)
        self.refresh()

    def refresh(self) -> None:
        """Enable what may be done now; what may not be done says why."""
        may = self.allowed()
        released = self._released()
        for act, action in (
            (Act.EDIT_ISSUE, self.edit),
            (Act.DRESS_ISSUE, self.dress),
            (Act.ARRANGE_SECTIONS, self.sections),
            (Act.PLACE, self.gather),
            (Act.WANT, self.want),
            (Act.CLOSE_ISSUE, self.close),
            (Act.OPEN_ISSUE, self.unclose),
            (Act.REOPEN_ISSUE, self.reopen),
            (Act.EXPORT, self.export),
        ):
            self._let(action, act)
        self.new.setEnabled(refusal(Act.MAKE_ISSUE, self._session.me.roles) is None)
        # The list of what blocks is worth a look before the issue is closed, too.
        here = refusal(Act.RELEASE, self._session.me.roles) is None and self._plan is not None
        self.release.setEnabled(here and Act.REOPEN_ISSUE not in may and not released)
        self.close.setVisible(Act.CLOSE_ISSUE in may or not may)
        row, wanted = self._page.plan.current(), self._page.plan.current_wanted()
        choose = self.tr("Hãy chọn một bài trong số.")
        self._let(self.up, Act.ARRANGE, "" if row else choose)
        self._let(self.down, Act.ARRANGE, "" if row else choose)
        self._let(self.remove, Act.UNWANT if wanted else Act.UNPLACE, "" if row or wanted else choose)
        told = refusal(Act.CORRECT, self._session.me.roles, row.stage) if row else None
        self._rest(self.correct, (wording.error(told) if told else "") if row else choose)
        mine = wanted is not None and (wanted.article_id or wanted.person_id in (None, self._session.who))
        self.write.setEnabled(bool(mine) and refusal(Act.CREATE, self._session.me.roles) is None)
        self.put.setEnabled(Act.PLACE in may and self._page.waiting.current() is not None)
        filled = self._plan is not None and not released
        for action in (self.gather, self.up, self.down, self.want, self.remove):
            action.setVisible(filled)
        self.correct.setVisible(released)

    def _let(self, action: QAction, act: Act, lacking: str = "") -> None:
        """Let an act be done where roles and state allow it and nothing is `lacking`."""
        if self._plan is None:
            self._rest(action, self.tr("Chưa có số bản tin nào."))
            return
        refused = issue_refusal(act, self._session.me.roles, self._plan.issue.state)
        self._rest(action, wording.error(refused) if refused else lacking)

    @staticmethod
    def _rest(action: QAction, why: str) -> None:
        action.setWhatsThis(why)
        action.setToolTip(why or action.text())
        action.setEnabled(not why)

    def actions(self) -> list[QAction | None]:
        """Return the actions as the menu lists them."""
        return [
            self.new, self.edit, self.dress, self.sections, None,
            self.gather, self.put, self.want, self.write, self.up, self.down, self.remove, self.correct,
            self.back.action, None,
            self.close, self.unclose, self.release, self.reopen, None, self.export,
        ]  # fmt: skip

    def _released(self) -> bool:
        from desk.acts.rules import IssueState

        return self._plan is not None and self._plan.issue.state is IssueState.RELEASED

    # -- the issue -------------------------------------------------------------------------------------

    def _make(self) -> None:
        from ui.issue.issue_dialog import IssueDialog

        def ask(rows: list[IssueRow]) -> None:
            answer = IssueDialog.ask_new(self._page, clock.today(), rows)
            if answer is not None:
                words, like = answer
                self._page.client.do(
                    self, partial(issues.make, self._session.who, words, like), self._page.show_made
                )

        self._page.ask(issues.listing, ask)

    def _edit(self) -> None:
        from ui.issue.issue_dialog import IssueDialog

        issue = self._issue()
        if issue is None:
            return

        def ask(rows: list[IssueRow]) -> None:
            words = IssueDialog.ask(self._page, issue, clock.today(), rows)
            if words is not None:
                self.do(partial(issues.edit, self._session.who, issue.id, issue.version, words))

        self._page.ask(issues.listing, ask)

    def _dress(self) -> None:
        self.dress_at("")

    def dress_at(self, field: str) -> None:
        """Open Trình bày at one field of the imprint, "" at its beginning."""
        from ui.issue.design_dialog import DesignDialog, DesignFacts, facts

        issue = self._issue()
        if issue is None:
            return

        def ask(known: DesignFacts) -> None:
            dialog = DesignDialog(self._page, self._session, issue, known)
            dialog.begin_at(field)
            if dialog.exec():
                words = dialog.words()
                self.do(
                    partial(
                        issues.dress,
                        self._session.who,
                        issue.id,
                        issue.version,
                        words.dress,
                        law=words.law,
                        pages=words.pages,
                        imprint=words.imprint,
                        published=words.published,
                    )
                )
            dialog.deleteLater()

        self._page.ask(partial(facts, issue), ask)

    def _write(self) -> None:
        wanted = self._page.plan.current_wanted()
        if wanted is None:
            return

        def begun(changes: Changes) -> None:
            (article_id,) = changes.articles
            self._page.article_wanted.emit(article_id)

        self._page.client.do(
            self, partial(commissions.begin, self._session.who, wanted.id), begun, quiet=True
        )

    def _correct(self) -> None:
        """Write a đính chính of the released article that is chosen."""
        from ui.articles.correction_dialog import write_correction

        row = self._page.plan.current()
        if row is not None:
            write_correction(self._session, self._page, row.article_id, row.title)

    def _remove(self) -> None:
        row, wanted = self._page.plan.current(), self._page.plan.current_wanted()
        if row is not None:
            self.unplace(row.article_id)
        elif wanted is not None:
            self.unwant(wanted.id)

    # -- parts -----------------------------------------------------------------------------------------

    def _action(
        self,
        act: Act,
        key: str,
        on: Callable[[], object],
        *,
        more: bool = False,
        words: str = "",
        icon: str = "",
    ) -> QAction:
        told = (words or wording.act(act)) + ("…" if more else "")
        return page_action(self._page, told, icon or wording.ACTS[act][2], key, on)
