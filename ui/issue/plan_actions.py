"""What is done to the plan of an issue: gathered, asked for, ordered, taken out; and the way back from it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject

from desk import clock
from desk.acts.gate import Changes
from desk.acts.permission import issue_allowed
from desk.acts.rules import Act
from desk.articles.listing import ArticleRow
from desk.department import people
from desk.department.people import PersonRow
from desk.errors import DeskError
from desk.issues import proposals
from desk.issues.issues import IssueRow
from desk.issues.plan import CommissionRow, Plan, PlanPart
from desk.issues.proposals import Proposals
from ui.issue import operations
from ui.issue.commission_dialog import CommissionDialog
from ui.issue.operations import Spot
from ui.issue.plan_view import PlanView
from ui.issue.propose_dialog import ProposeDialog
from ui.issue.sections_dialog import IssueSectionsDialog
from ui.issue.undo import IssueUndo
from ui.session.operation import Op
from ui.session.page import Page
from ui.session.session import Session


class PlanActions(QObject):
    """Knows the plan in view and changes it."""

    def __init__(self, session: Session, page: Page, lines: PlanView) -> None:
        super().__init__(page)
        self._session, self._page, self._lines = session, page, lines
        self._plan: Plan | None = None
        self._acting = False  # an operation was sent and the plan that it makes has not come yet
        self.undo = IssueUndo(session, page, lines)

    def follow(self, plan: Plan | None) -> None:
        """Speak of this plan from now on."""
        self._plan, self._acting = plan, False
        self.undo.follow(plan.issue.id if plan else 0, plan.issue.state if plan else None)

    def plan(self) -> Plan | None:
        """Return the plan in view."""
        return self._plan

    def issue(self) -> IssueRow | None:
        """Return the issue in view."""
        return self._plan.issue if self._plan else None

    def allowed(self) -> frozenset[Act]:
        """Return what this person may do to the issue in view now."""
        if self._plan is None:
            return frozenset()
        return issue_allowed(self._session.me.roles, self._plan.issue.state)

    def run(self, op: Op, *, new: bool = False) -> None:
        """Run an operation on the issue; the line that is `new` in the plan then is chosen.

        Keys pressed faster than the desk answers would act on the plan before it, and are not heard. What has no way
        back ends Ctrl+Z: what was done before it must not be taken back instead.
        """
        if self._acting:
            return
        self._acting = True
        self._lines.expect(new)
        if op.back is None:
            op.run(self._session, self, lambda _: self.undo.forget(), refused=self._refused)
        else:
            silent = replace(op, did="", back=None, quiet=True)
            silent.run(self._session, self, lambda _: self.undo.offer(op), refused=self._refused)

    def _refused(self, error: DeskError) -> None:
        self._lines.expect(False)
        self._page.regret(error)
        self._page.shown()

    # -- asked first -----------------------------------------------------------------------------------

    def ask_sections(self) -> None:
        """Ask for the order and names of the chuyên mục."""
        plan = self._plan
        if plan is None:
            return
        wishes = IssueSectionsDialog.ask(self._page, plan.issue.name, plan.parts)
        if wishes is not None:
            self.run(operations.arrange_sections(self._session, plan, wishes))

    def gather(self) -> None:
        """Propose articles for the issue, and place those that are chosen."""
        issue = self.issue()
        if issue is not None:
            self._page.ask(lambda: proposals.gather(issue.id), lambda found: self._propose(issue, found))

    def _propose(self, issue: IssueRow, found: Proposals) -> None:
        chosen, waiting = ProposeDialog.ask(self._page, issue.name, found)
        if chosen:
            self.run(operations.take_proposals(self._session, issue, chosen), new=True)
        elif waiting:
            self._page.article_wanted.emit(waiting)

    def ask_wanted(self, wanted: CommissionRow | None) -> None:
        """Ask for a piece, or change what was asked."""
        plan = self._plan
        if plan is not None and Act.WANT in self.allowed():
            self._page.ask(
                lambda: people.everybody(active_only=True),
                lambda persons: self._ask_wanted(plan, wanted, persons),
            )

    def _ask_wanted(self, plan: Plan, wanted: CommissionRow | None, persons: list[PersonRow]) -> None:
        issue, section = plan.issue, self._lines.current_section()
        closing = date.fromisoformat(issue.closing) if issue.closing else clock.today()
        proposed = max(closing, clock.today())
        dialog = CommissionDialog(self._page, plan.parts, persons, wanted, section, proposed)
        if dialog.exec():
            op = operations.want(self._session, issue, dialog.wish(), wanted)
            self.run(op, new=wanted is None)
        dialog.deleteLater()

    # -- what is chosen --------------------------------------------------------------------------------

    def remove(self) -> None:
        """Take out what is chosen: an article, or a wanted piece."""
        row, wanted = self._lines.current(), self._lines.current_wanted()
        if row is not None:
            self.unplace(row.article_id)
        elif wanted is not None:
            self.unwant(wanted.id)

    def begin(self) -> None:
        """Begin the article of the wanted piece that is chosen, and open it."""
        wanted = self._lines.current_wanted()
        if wanted is not None:
            operations.begin(self._session, wanted).run(self._session, self, self._open)

    def _open(self, changes: Changes) -> None:
        (article_id,) = changes.articles
        self._page.article_wanted.emit(article_id)

    def place(self, row: ArticleRow) -> None:
        """Place an approved article at the end of its chuyên mục."""
        plan = self._plan
        if plan is not None and Act.PLACE in self.allowed():
            did = operations.strayed(plan, row)
            self.run(operations.place(self._session, plan.issue, [row.id], did), new=True)

    def place_at(self, article_id: int, section_id: int, index: int) -> None:
        """Place an approved article where it was dropped."""
        issue = self.issue()
        if issue is not None and Act.PLACE in self.allowed():
            spot = Spot(section_id, index)
            self.run(operations.place_at(self._session, issue, article_id, spot), new=True)

    def unplace(self, article_id: int) -> None:
        """Take an article out; the quiet bar offers to put it back where it stood."""
        issue, stood = self.issue(), self._stood(article_id)
        if issue is not None and stood is not None and Act.UNPLACE in self.allowed():
            self.run(operations.unplace(self._session, issue, article_id, stood))

    def unwant(self, wanted_id: int) -> None:
        """Take a wanted piece out; the quiet bar offers to ask for it again."""
        issue = self.issue()
        wanted = next((row for part in self._parts() for row in part.wanted if row.id == wanted_id), None)
        if issue is not None and wanted is not None and Act.UNWANT in self.allowed():
            self.run(operations.unwant(self._session, issue, wanted))

    def arrange(self, article_id: int, section_id: int, index: int) -> None:
        """Move an article to a place within a chuyên mục; the quiet bar offers to move it back."""
        issue, stood, to = self.issue(), self._stood(article_id), Spot(section_id, index)
        if issue is None or stood is None or Act.ARRANGE not in self.allowed():
            return
        titles = {part.section_id: part.title for part in self._parts()}
        section = titles.get(section_id, "") if section_id != stood.section_id else ""
        self.run(operations.arrange(self._session, issue, article_id, stood, to, section))

    def _parts(self) -> tuple[PlanPart, ...]:
        return self._plan.parts if self._plan else ()

    def _stood(self, article_id: int) -> Spot | None:
        """Return where an article stands."""
        for part in self._parts():
            for index, row in enumerate(part.placed):
                if row.article_id == article_id:
                    return Spot(part.section_id, index)
        return None
