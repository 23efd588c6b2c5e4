"""Bản tin: an issue planned beside its live proof, from gathering its articles to its release."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import cached_property, partial
from typing import TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desk import clock
from desk.acts.gate import Changes
from desk.acts.rules import IssueState
from desk.articles import listing
from desk.articles.listing import ArticleRow, Opened
from desk.edition.design import Legal
from desk.issues import issues, releases
from desk.issues import plan as issue_plan
from desk.issues.issues import IssueRow
from desk.issues.plan import PlacedRow, Plan
from ui.articles.actions_footer import show_with
from ui.controls.elided_combo import ElidedCombo
from ui.controls.flow_layout import FlowLayout
from ui.controls.labels import action_button, label, place
from ui.issue.actions import IssueActions
from ui.issue.exporter import Exporter
from ui.issue.head import IssueHead
from ui.issue.page_budget import BudgetBar
from ui.issue.plan_view import PlanView
from ui.issue.proof_pane import ProofPane
from ui.issue.waiting_pane import WaitingPane
from ui.paper.paper import Paper
from ui.proof.flag import PageMarking
from ui.session.page import Page
from ui.session.session import Session
from ui.words import issue as issue_words
from ui.words import wording
from ui.words.issue import Obstacle, Place

_Opened: TypeAlias = tuple[Plan, Legal | None, tuple[int, datetime] | None]


class IssuePage(Page):
    """One issue at a time: its plan, its pages as they print, and the approved articles that wait for a place."""

    review_wanted = Signal(int)  # an article whose approval is missing
    checks_wanted = Signal(int, str)  # an article and the item before print that it lacks
    picture_wanted = Signal(int, str)  # an article and the block of a picture in it
    imprint_wanted = Signal(str)  # the field of the desk's imprint that is empty
    day_wanted = Signal(object)  # a date, in the calendar

    def __init__(self, session: Session, exporter: Exporter) -> None:
        super().__init__(session)
        self._plan: Plan | None = None
        self._wanted = 0  # the issue to show when the list of issues is there
        self._law: Legal | None = None
        self._dated = -1  # the issue whose dates are shown
        self._released: tuple[int, datetime] | None = None  # its last release
        self._reading = 0  # the article to whose page the proof was last led
        self.issues = ElidedCombo()
        self.issues.setAccessibleName(self.tr("Số bản tin"))
        self.budget = BudgetBar()
        self.plan = PlanView()
        self.pages_pane = ProofPane(self, self.plan, self.budget)
        self.proof, self.live, self.bar = self.pages_pane.view, self.pages_pane.live, self.pages_pane.bar
        self.waiting_pane = WaitingPane(self)
        self.waiting = self.waiting_pane.list
        self.acts = IssueActions(session, self, exporter)
        self.head = IssueHead(self.acts, self.issues)
        self.chip, self.theme = self.head.chip, self.head.theme
        self.column.addWidget(self.head)
        panes = QSplitter(Qt.Orientation.Horizontal)
        panes.setObjectName("issue-panes")
        panes.setChildrenCollapsible(False)
        panes.setHandleWidth(1)
        panes.addWidget(self._plan_column())
        panes.addWidget(self._centre())
        self.waiting_pane.offer(self.acts.put)
        panes.addWidget(self.waiting_pane)
        panes.setStretchFactor(1, 1)
        panes.setSizes([330, 560, 270])
        self.column.addWidget(panes, 1)
        self._wire()

    def shown(self) -> None:
        """Refresh the issues, the plan and what waits."""
        self.ask(issues.listing, self._offer, key="issues")
        self.waiting_pane.ask()

    def take_focus(self) -> None:
        """Begin in the plan, where there is one."""
        (self if self.plan.isHidden() else self.plan).setFocus()

    def heed(self, changes: Changes) -> None:
        """Refresh when issues or articles changed."""
        if self.isVisible() and (changes.issues or changes.articles or changes.settings):
            self.shown()

    def show_issue(self, issue_id: int) -> None:
        """Show an issue."""
        self._wanted = issue_id
        self.ask(issues.listing, self._offer, key="issues")

    def show_made(self, changes: Changes) -> None:
        """Show the issue that was just made."""
        (issue_id,) = changes.issues
        self.show_issue(issue_id)

    def issue(self) -> IssueRow | None:
        """Return the issue that is shown."""
        return self._plan.issue if self._plan else None

    def put_waiting(self) -> None:
        """Place the chosen article that waits."""
        row = self.waiting.current()
        if row is not None:
            self.acts.place(row)

    # -- what is shown ---------------------------------------------------------------------------------

    def _offer(self, rows: list[IssueRow]) -> None:
        chosen = self._wanted or self.issues.currentData()
        self._wanted = 0
        self.issues.blockSignals(True)
        self.issues.clear()
        for row in rows:
            self.issues.addItem(issue_words.issue_name(row), row.id)
        self.issues.setCurrentIndex(max(0, self.issues.findData(chosen)) if rows else -1)
        self.issues.blockSignals(False)
        self.issues.setVisible(bool(rows))
        self.head.share()
        self._ask_plan()

    def _ask_plan(self) -> None:
        issue_id = self.issues.currentData()
        if issue_id is None:
            self._show(None)
        else:
            self.ask(partial(_opened, issue_id), self._show_opened, key="plan")

    def _show_opened(self, found: _Opened) -> None:
        plan, self._law, self._released = found
        self._show(plan)

    def _show(self, plan: Plan | None) -> None:
        self._plan = plan
        self._empty.setVisible(plan is None)
        self.plan.setVisible(plan is not None)
        self.budget.setVisible(plan is not None)
        self.plan.show_plan(plan)
        self.acts.follow(plan)
        self._tell(plan)
        self.pages_pane.show_plan(plan, self._law)

    def _tell(self, plan: Plan | None) -> None:
        told = ""
        if plan is not None:
            words = sum(row.words for part in plan.parts for row in part.placed)
            told = self.tr("{n} bài, {w} từ").format(n=plan.issue.articles, w=wording.number(words))
        again = self._reopened(plan)
        issue = plan.issue if plan else None
        self.head.say(told, issue.theme if issue else "", issue.state if issue else None, again=again)
        self._say_dates(plan)
        self._show_pane()

    def _reopened(self, plan: Plan | None) -> str:
        """Say that an issue which is being made went to print before; "" for any other."""
        if plan is None or plan.issue.state is IssueState.RELEASED or self._released is None:
            return ""
        number, at = self._released
        told = self.tr("đang mở lại, đã phát hành lần {n} ngày {day}")
        return told.format(n=number, day=wording.short_date(clock.local(at).date()))

    def _show_pane(self) -> None:
        """Give the proof the room of the waiting articles where none waits, or none can be placed."""
        filling = self._plan is not None and self._plan.issue.state is IssueState.OPEN
        waits = filling and self.waiting_pane.any()
        self.waiting_pane.setVisible(waits)
        if not waits:
            self._middle.setCurrentWidget(self.pages_pane)

    def _say_dates(self, plan: Plan | None) -> None:
        """Say when the issue closes, and when the month's báo cáo viên meet: it should be out by then."""
        closing = plan.issue.closing if plan else ""
        open_still = plan is not None and plan.issue.state is IssueState.OPEN
        late = bool(closing) and open_still and date.fromisoformat(closing) < clock.today()
        words = self.tr("Quá hạn chốt {when}") if late else self.tr("Chốt bài {when}")
        closes = words.format(when=_short(closing)) if closing else ""
        told = [closes] if closes and not late else []

        def say(sessions: list[str]) -> None:
            if sessions:
                days = self.tr(" và ").join(sessions)
                told.append(self.tr("báo cáo viên họp {when}").format(when=days))
            unreleased = plan is not None and plan.issue.state is not IssueState.RELEASED
            self.budget.show_dates(told, closes if late else "", lacking=unreleased and not sessions)

        number = plan.issue.id if plan else 0
        if number != self._dated:  # the lines below do not jump while the calendar is asked again
            self._dated = number
            self.budget.show_dates(told, closes if late else "")
        if plan is not None:
            self.ask(partial(_sessions, plan.issue.id), say, key="session")

    # -- what is read ----------------------------------------------------------------------------------

    def _read(self, row: PlacedRow | None) -> None:
        self.acts.refresh()
        if row is None:
            self._reading = 0
        elif row.article_id != self._reading:  # a refresh and a click on its page leave one where one reads
            self._reading = row.article_id
            self._middle.setCurrentWidget(self.pages_pane)
            self.pages_pane.go_to(row.article_id)

    def _read_page(self, article_id: int) -> None:
        """Choose the article whose page was clicked, and stay on that page."""
        self._reading = article_id
        self.plan.choose(article_id)

    def _read_waiting(self, row: ArticleRow | None) -> None:
        self.acts.refresh()
        if row is not None and self.waiting.view.hasFocus():
            self._middle.setCurrentWidget(self.paper)
            self._open_paper(row.id)

    def _open_paper(self, article_id: int) -> None:
        def lay(opened: Opened) -> None:
            self.paper.show_text(opened.text, opened.pictures)

        self.ask(partial(listing.open_article, self.session.who, article_id), lay, key="paper")

    @cached_property
    def paper(self) -> Paper:
        """Return the sheet on which an article that waits is read; it comes with the first of them."""
        made = Paper()
        self._middle.addWidget(made)
        return made

    def _waits(self) -> None:
        self._show_pane()
        self.acts.refresh()

    def lead(self, one: Obstacle) -> None:
        """Lead to the place of something that blocks a release."""
        if one.place is Place.DRESS:
            self.acts.design_at(one.at)
        elif one.place is Place.SETTINGS:
            self.imprint_wanted.emit(one.at)
        elif one.place is Place.CLOSING:
            self.head.close_button.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif one.place is Place.REVIEW and one.article_id:
            self.review_wanted.emit(one.article_id)
        elif one.place is Place.CHECKLIST:
            self.checks_wanted.emit(one.article_id, one.at)
        elif one.place is Place.PICTURE:
            self.picture_wanted.emit(one.article_id, one.at)
        else:
            beyond = self.pages_pane.first_beyond() if one.place is Place.BEYOND else 0
            self.plan.choose(beyond or one.article_id)
            self.plan.choose_wanted(one.wanted_id)
            self.plan.setFocus()

    def _want_session(self) -> None:
        issue = self.issue()
        if issue is not None:
            self.day_wanted.emit(date(issue.year, issue.month, 1))

    # -- parts -----------------------------------------------------------------------------------------

    def _wire(self) -> None:
        self.issues.currentIndexChanged.connect(self._ask_plan)
        self.plan.arranged.connect(self.acts.arrange)
        self.plan.removal_wanted.connect(self.acts.unplace)
        self.plan.unwanted.connect(self.acts.unwant)
        self.plan.wanted_opened.connect(self.acts.ask_wanted)
        self.plan.chosen.connect(self._read)
        self.plan.opened.connect(lambda row: self.article_wanted.emit(row.article_id))
        self.waiting.chosen.connect(self._read_waiting)
        self.waiting.opened.connect(lambda _: self.put_waiting())
        self.waiting_pane.shown.connect(self._waits)
        self.proof.chosen.connect(self._read_page)
        self.proof.opened.connect(self.article_wanted.emit)
        self.pages_pane.laid.connect(self.acts.press.laid_out)
        self.acts.press.led.connect(self.lead)
        self.budget.lacking.clicked.connect(self._want_session)

    def _plan_column(self) -> QWidget:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._empty = label(
            self.tr("Chưa có số nào.\nBấm “Số mới” để lập số bản tin của tháng."), "empty", wrap=True
        )
        self._empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._empty.setContentsMargins(24, 64, 24, 24)
        column.addWidget(self.budget)
        column.addWidget(self._empty, 1)
        column.addWidget(self.plan, 1)
        flow = FlowLayout()
        acts = self.acts
        for action in (acts.up, acts.down, acts.want, acts.remove, acts.correct):
            made = action_button(action, key=False)
            show_with(made, action)
            flow.addWidget(made)
        first = action_button(self.acts.new, primary=True, key=False)
        self.issues.model().rowsInserted.connect(lambda *_: first.hide())
        flow.addWidget(first)
        foot = place("footer")
        foot.setLayout(flow)
        column.addWidget(foot)
        pane = place("column", column)
        pane.setMinimumWidth(300)
        return pane

    def _centre(self) -> QWidget:
        self._middle = QStackedWidget()
        self._middle.addWidget(self.pages_pane)
        self._middle.setMinimumWidth(320)
        return self._middle

    # -- for the window and its tests ------------------------------------------------------------------

    def actions_of_menu(self) -> list[QAction | None]:
        """Return the actions as the menu lists them."""
        return [*self.acts.actions(), None, *self.bar.actions_of_menu()]

    def told(self) -> str:
        """Return what the head says of the issue."""
        return self.head.told.words()

    def marks(self) -> Mapping[int, PageMarking]:
        """Return what is flagged on the pages."""
        return self.proof.marks()


def _opened(issue_id: int) -> _Opened:
    plan = issue_plan.plan(issue_id)
    return plan, issues.law(plan.issue), releases.last(issue_id)


def _short(stored: str) -> str:
    return wording.short_date(date.fromisoformat(stored))


def _sessions(issue_id: int) -> list[str]:
    """Return the days of an issue's kỳ họp báo cáo viên, none where none is planned."""
    return [wording.short_date(one.start.date()) for one in issues.sessions(issue_id)]
