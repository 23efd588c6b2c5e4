"""What is done to the plan of an issue: gathered, asked for, ordered, taken out; and the way back from it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desk import clock
from desk.acts.gate import Changes
from desk.acts.permission import issue_allowed
from desk.acts.rules import Act, Genre
from desk.articles.listing import ArticleRow
from desk.department import people
from desk.department.people import PersonRow
from desk.errors import DeskError
from desk.issues import commissions, proposals
from desk.issues import plan as issue_plan
from desk.issues.issues import IssueRow
from desk.issues.plan import CommissionRow, Plan, PlanPart
from desk.issues.proposals import Proposals
from ui.issue.undo import IssueUndo
from ui.session.session import Session

if TYPE_CHECKING:
    from ui.issue.page import IssuePage


class PlanActions(QObject):
    """Knows the plan in view and changes it; `IssueActs` has the actions that a person presses."""

    def __init__(self, session: Session, page: IssuePage) -> None:
        super().__init__(page)
        self._session, self._page = session, page
        self._plan: Plan | None = None
        self._acting = False  # an act was sent and the plan that it made has not come yet
        self.back = IssueUndo(session, page)

    def allowed(self) -> frozenset[Act]:
        """Return what this person may do to the issue in view now."""
        if self._plan is None:
            return frozenset()
        return issue_allowed(self._session.me.roles, self._plan.issue.state)

    def _arrange_sections(self) -> None:
        from ui.issue.sections_dialog import IssueSectionsDialog

        if self._plan is None:
            return
        issue, who = self._plan.issue, self._session.who
        before = issue_plan.wishes_of(self._plan)
        wishes = IssueSectionsDialog.ask(self._page, issue.name, self._plan.parts)
        if wishes is not None:
            work = partial(issue_plan.arrange_sections, who, issue.id, issue.version, wishes)
            again = partial(issue_plan.sections_back, who, issue.id, before)
            self._undoably(work, self.tr("sắp xếp chuyên mục của số"), again)

    def _gather(self) -> None:
        from ui.issue.propose_dialog import ProposeDialog

        issue = self._issue()
        if issue is None:
            return

        def ask(found: Proposals) -> None:
            chosen, waiting = ProposeDialog.ask(self._page, issue.name, found)
            if chosen:
                work = partial(proposals.take, self._session.who, issue.id, issue.version, chosen)
                self._placed(issue, work, list(chosen))
            elif waiting:
                self._page.article_wanted.emit(waiting)

        self._page.ask(partial(proposals.gather, issue.id), ask)

    def _want(self) -> None:
        self.ask_wanted(None)

    def ask_wanted(self, wanted: CommissionRow | None) -> None:
        """Ask for a piece, or change what was asked."""
        from ui.issue.commission_dialog import CommissionDialog

        plan = self._plan
        if plan is None or Act.WANT not in self.allowed():
            return
        issue = plan.issue

        def ask(rows: list[PersonRow]) -> None:
            section = self._page.plan.current_section()
            closing = date.fromisoformat(issue.closing) if issue.closing else clock.today()
            proposed = max(closing, clock.today())
            dialog = CommissionDialog(self._page, plan.parts, rows, wanted, section, proposed)
            if dialog.exec():
                words = dialog.words()
                asked = (words.section_id, words.title, words.person_id, words.due)
                number = wanted.id if wanted else 0
                work = partial(commissions.want, self._session.who, issue.id, issue.version, *asked, number)
                again = partial(commissions.unask, self._session.who, issue.id, *asked[:2])
                if wanted is not None:
                    again = partial(commissions.change_back, self._session.who, issue.id, wanted)
                did = self.tr("sửa bài đặt") if wanted else self.tr("đặt bài “{title}”")
                self._undoably(work, did.format(title=words.title), again, new=wanted is None)
            dialog.deleteLater()

        self._page.ask(partial(people.everybody, active_only=True), ask)

    # -- placing ---------------------------------------------------------------------------------------

    def place(self, row: ArticleRow) -> None:
        """Place an approved article at the end of its chuyên mục."""
        issue = self._issue()
        if issue is not None and Act.PLACE in self.allowed():
            work = partial(issue_plan.place, self._session.who, issue.id, issue.version, [row.id])
            self._placed(issue, work, [row.id], self._strayed(row))

    def _placed(
        self,
        issue: IssueRow,
        work: Callable[[], Changes],
        chosen: list[int],
        did: str = "",
    ) -> None:
        did = did or self.tr("xếp {n} bài vào số").format(n=len(chosen))
        back = partial(issue_plan.take_back, self._session.who, issue.id, chosen)
        self._undoably(work, did, back, new=True)

    def _strayed(self, row: ArticleRow) -> str:
        """Return where an article goes whose own chuyên mục the issue does not show, "" where it does."""
        shown = [part for part in self._parts() if not part.hidden and not part.boxed]
        if not shown or row.genre is Genre.ERRATUM or row.section_id in {part.section_id for part in shown}:
            return ""
        told = self.tr("xếp bài vào “{to}”, vì bài chưa có chuyên mục")
        if row.section:
            told = self.tr("xếp bài vào “{to}”, vì số này không hiện chuyên mục “{own}”")
        return told.format(to=shown[0].title, own=row.section)

    def unplace(self, article_id: int) -> None:
        """Take an article out; the quiet bar offers to put it back where it stood."""
        issue, stood = self._issue(), self._stood(article_id)
        if issue is None or stood is None or Act.UNPLACE not in self.allowed():
            return
        section_id, index = stood
        work = partial(issue_plan.unplace, self._session.who, issue.id, issue.version, [article_id])
        again = partial(issue_plan.replace_at, self._session.who, issue.id, article_id, section_id, index)
        self._undoably(work, self.tr("đưa bài ra khỏi số"), again)

    def unwant(self, wanted_id: int) -> None:
        """Take a wanted piece out; the quiet bar offers to ask for it again."""
        issue = self._issue()
        found = next((one for part in self._parts() for one in part.wanted if one.id == wanted_id), None)
        if issue is None or found is None or Act.UNWANT not in self.allowed():
            return
        work = partial(commissions.unwant, self._session.who, issue.id, issue.version, wanted_id)
        self._undoably(
            work, self.tr("bỏ bài đặt"), partial(commissions.again, self._session.who, issue.id, found)
        )

    def _undoably(
        self,
        work: Callable[[], Changes],
        did: str,
        again: Callable[[], Changes],
        *,
        new: bool = False,
    ) -> None:
        """Do what can be taken back; the line that is `new` in the plan then is chosen."""

        self._send(work, lambda _: self.back.offer(did, again), quiet=True, new=new)

    def _parts(self) -> tuple[PlanPart, ...]:
        return self._plan.parts if self._plan else ()

    def _stood(self, article_id: int) -> tuple[int, int] | None:
        """Return the chuyên mục in which an article stands, and its place there."""
        for part in self._parts():
            for index, row in enumerate(part.placed):
                if row.article_id == article_id:
                    return part.section_id, index
        return None

    def arrange(self, article_id: int, section_id: int, index: int) -> None:
        """Move an article to a place within a chuyên mục; the quiet bar offers to move it back."""
        issue, stood = self._issue(), self._stood(article_id)
        if issue is None or stood is None or Act.ARRANGE not in self.allowed():
            return
        who, did = self._session.who, self.tr("đổi chỗ bài")
        if section_id != stood[0]:
            name = next((part.title for part in self._parts() if part.section_id == section_id), "")
            did = self.tr("chuyển bài sang chuyên mục “{name}”").format(name=name)
        work = partial(issue_plan.arrange, who, issue.id, issue.version, article_id, section_id, index)
        self._undoably(work, did, partial(issue_plan.move_back, who, issue.id, article_id, *stood))

    def do(self, work: Callable[[], Changes]) -> None:
        """Do an act that Ctrl+Z does not take back: what was done before it must not be taken back instead."""
        self._send(work, lambda _: self.back.forget())

    def _send(
        self,
        work: Callable[[], Changes],
        then: Callable[[Changes], None],
        *,
        quiet: bool = False,
        new: bool = False,
    ) -> None:
        """Do an act on the plan; keys pressed faster than the desk answers would act on the plan before it."""
        if self._acting:
            return

        def refused(error: DeskError) -> None:
            self._page.plan.expect(False)
            self._page.regret(error)
            self._page.shown()

        self._acting = True
        self._page.plan.expect(new)
        self._page.client.do(self, work, then, refused=refused, quiet=quiet)

    def _issue(self) -> IssueRow | None:
        return self._plan.issue if self._plan else None
