"""The pages of an issue beside its plan: laid out as it is now, or as it was released."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from desk.acts.rules import IssueState
from desk.articles.listing import ArticleRow
from desk.edition.design import Legal
from desk.issues import printing
from desk.issues.issues import IssueRow
from desk.issues.plan import Plan
from desk.press.typeset.layout import Layout
from ui.issue.obstacles import Against, against, listed, markings
from ui.issue.page_budget import BudgetBar
from ui.issue.plan_view import PlanView
from ui.proof import released
from ui.proof.bar import ProofBar
from ui.proof.live import LaidPages, LiveProof
from ui.proof.released import Printed, PrintedPages
from ui.proof.view import ProofView
from ui.session.page import Page
from ui.words.issue import Obstacle


class ProofPane(QFrame):
    """The proof with its bar; it tells the plan how long its articles are, and the budget how many pages."""

    laid = Signal(object)  # LaidPages of the issue as it is now; None while there is none

    def __init__(self, page: Page, plan: PlanView, budget: BudgetBar) -> None:
        super().__init__()
        self._page, self._lines, self._budget = page, plan, budget
        self._plan: Plan | None = None
        self._law: Legal | None = None
        self._waiting: Sequence[ArticleRow] = ()
        self._laid: LaidPages | None = None
        self._against: tuple[Obstacle, ...] = ()
        self.setProperty("place", "page")
        self.view = ProofView()
        self.live = LiveProof(page.client, self.view)
        self.printed = PrintedPages(page.client, self.view)
        self.bar = ProofBar(self.view, page)
        self.live.working.connect(self.bar.show_working)
        self.live.laid.connect(self._take)
        # What an earlier state of the issue looked like must not speak for this one.
        self.live.failed.connect(lambda _: self._take(None))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        column.addWidget(self.bar)

    def show_plan(self, plan: Plan | None, law: Legal | None, waiting: Sequence[ArticleRow] = ()) -> None:
        """Show the pages of this plan from now on; `waiting` are the articles that could be placed in it."""
        issue = plan.issue if plan else None
        before = self._issue()
        self._plan, self._law, self._waiting = plan, law, waiting
        if issue is None or before is None or before.id != issue.id:
            self._forget()
            self.printed.let_go()
            self.view.show_nothing(self.tr("Đang dàn trang…") if plan else "")
        self._follow(issue)
        self._show_budget()
        self._show_marks()

    def go_to(self, article_id: int) -> None:
        """Bring an article's first page into view."""
        self.view.go_to_article(article_id)

    def first_beyond(self) -> int:
        """Return the first article that ends beyond the pages that the issue may have, else the last; 0 for none."""
        layout, limit = self._layout(), self._limit()
        spans = layout.spans if layout else ()
        last = spans[-1].article if spans else 0
        return next((span.article for span in spans if limit and span.last > limit), last)

    def _issue(self) -> IssueRow | None:
        return self._plan.issue if self._plan else None

    # -- whose pages -----------------------------------------------------------------------------------

    def _follow(self, issue: IssueRow | None) -> None:
        """Lay the issue out as it is now; what was released is shown as it went to print."""
        if issue is not None and issue.state is IssueState.RELEASED:
            self.live.follow(None)
            self._forget()
            shown = self.printed.shown()
            self._page.ask(lambda: released.printed_last(issue.id, shown), self._show_printed, key="printed")
            return
        self.printed.let_go()
        if issue is not None and issue.articles:
            self.live.follow(lambda known: printing.edition(issue.id, proof=True, known=known))
            return
        self.live.follow(None)
        self._forget()
        words = self.tr(
            "Xếp bài vào số thì các trang hiện ở đây, đúng như khi in.\nBấm “Gom bài” để bắt đầu."
        )
        self.view.show_nothing(words if issue else "")

    def _show_printed(self, found: Printed | None) -> None:
        issue = self._issue()
        if found is None or issue is None or issue.state is not IssueState.RELEASED:
            return
        if found.issue_id == issue.id:  # else another was opened meanwhile
            self.printed.show(found)
            self._go_to_chosen()
            self._show_budget()

    def _take(self, laid: LaidPages | None) -> None:
        before, self._laid = self._laid, laid
        self.laid.emit(laid)
        self._show_budget()
        self._look()
        chosen = self._lines.current()
        if chosen is not None and _place(before, chosen.article_id) != _place(laid, chosen.article_id):
            self._go_to_chosen()

    def _forget(self) -> None:
        self._laid, self._against = None, ()
        self.laid.emit(None)

    def _go_to_chosen(self) -> None:
        chosen = self._lines.current()
        if chosen is not None:
            self.go_to(chosen.article_id)

    # -- what is told of them --------------------------------------------------------------------------

    def _layout(self) -> Layout | None:
        """Return the layout in force: of the articles as they are now, or as they were released."""
        if self._laid is not None:
            return self._laid.layout
        return self.view.layout_shown() if self.printed.shown() else None

    def _limit(self) -> int:
        """Return how many pages there may be: by the law or by the office, whichever is fewer; 0 for any number."""
        issue = self._issue()
        set_by = (issue.pages if issue else 0, self._law.pages if self._law else 0)
        return min((pages for pages in set_by if pages), default=0)

    def _show_budget(self) -> None:
        layout, limit = self._layout(), self._limit()
        self._budget.show_pages(layout.total if layout else 0, limit)
        self._budget.show_blank(layout.blank if layout else None, self._waiting)
        issue = self._issue()
        self._budget.show_fitting(issue.design if issue else None)
        spans = layout.spans if layout else ()
        # A release knows on which pages an article stands, not how many lines it takes there.
        lengths = {span.article: (span.pages, span.lines) for span in spans if span.lines}
        over = frozenset(span.article for span in spans if limit and span.last > limit)
        self._lines.show_lengths(lengths, over)

    def _look(self) -> None:
        """Ask what stands against the issue as it is laid out."""
        issue, laid = self._issue(), self._laid
        if issue is None or laid is None:
            self._against = ()
            self._show_marks()
            return

        def show(against: Against) -> None:
            if self._laid is laid:  # else it was laid out anew meanwhile, and is asked about
                self._against = listed(against, laid)
                self._show_marks()

        self._page.ask(lambda: against(issue.id, laid), show, key="against")

    def _show_marks(self) -> None:
        """Flag on the pages what is not approved or has something against it."""
        self.view.show_marks(markings(self._plan, self._against))


def _place(laid: LaidPages | None, article_id: int) -> tuple[int, float] | None:
    spans = laid.layout.spans if laid else ()
    return next(((span.first, span.top) for span in spans if span.article == article_id), None)
