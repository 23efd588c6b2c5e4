"""Bản tin: an issue planned beside its live proof, from gathering its articles to its release."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from desk import clock
from desk.acts.gate import Changes
from desk.acts.permission import refusal
from desk.acts.rules import Act
from desk.articles.listing import ArticleRow
from desk.issues.issues import IssueRow
from desk.issues.page import IssueOpened, opened
from desk.issues.plan import PlacedRow
from ui.articles.actions_footer import show_with
from ui.controls.elided_combo import ElidedCombo
from ui.controls.flow_layout import FlowLayout
from ui.controls.labels import action_button, label, place
from ui.controls.pane_room import PaneRoom
from ui.issue.actions import Do, IssueActions
from ui.issue.exporter import Exporter
from ui.issue.head import IssueHead
from ui.issue.page_budget import BudgetBar
from ui.issue.plan_view import PlanView
from ui.issue.proof_pane import ProofPane
from ui.issue.side_reader import Reading
from ui.issue.waiting_pane import WaitingPane
from ui.look.kept_size import keep_least_width
from ui.paper.paper import Paper
from ui.proof.flag import PageMarking
from ui.session.page import Page
from ui.session.session import Session
from ui.words import issue as issue_words
from ui.words import wording
from ui.words.issue import Obstacle, Place

_FOOTER = (Do.UP, Do.DOWN, Do.WANT, Do.REMOVE, Do.CORRECT)


class IssuePage(Page):
    """One issue at a time: its plan, its pages as they print, and the approved articles that wait for a place."""

    review_wanted = Signal(int)  # an article whose approval is missing
    checks_wanted = Signal(int, str)  # an article and the item before print that it lacks
    picture_wanted = Signal(int, str)  # an article and the block of a picture or a table in it
    imprint_wanted = Signal(str)  # the field of the desk's imprint that is empty
    day_wanted = Signal(object)  # a date, in the calendar
    undoes = True

    def __init__(self, session: Session, exporter: Exporter) -> None:
        super().__init__(session)
        self._opened: IssueOpened | None = None
        self._wanted = 0  # the issue to show when the issues are there
        self.issues = ElidedCombo()
        self.issues.setAccessibleName(self.tr("Số bản tin"))
        self.budget = BudgetBar()
        self.plan = PlanView()
        self.pages_pane = ProofPane(self, self.plan, self.budget)
        self.proof, self.live, self.bar = self.pages_pane.view, self.pages_pane.live, self.pages_pane.bar
        self.waiting_pane = WaitingPane(self)
        self.waiting = self.waiting_pane.list
        self.acts = IssueActions(self, self.plan, self.waiting_pane.current, self.live, exporter)
        self.room = PaneRoom(self)
        self.head = IssueHead(self.acts, self.issues, self.room)
        self.chip, self.theme = self.head.chip, self.head.theme
        self.column.addWidget(self.head)
        panes = QSplitter(Qt.Orientation.Horizontal)
        panes.setObjectName("issue-panes")
        panes.setChildrenCollapsible(False)
        panes.setHandleWidth(1)
        column = self._plan_column()
        panes.addWidget(column)
        self._reading = Reading(self, self.pages_pane)
        panes.addWidget(self._reading)
        self.waiting_pane.offer(self.acts[Do.PUT])
        panes.addWidget(self.waiting_pane)
        panes.setStretchFactor(1, 1)
        panes.setSizes([330, 560, 270])
        self.room.watch(panes, self._reading, self.waiting_pane, column)
        self.column.addWidget(panes, 1)
        self._wire()

    def shown(self) -> None:
        """Refresh the issues, the plan and what waits: all of it by one question."""
        who, wanted = self.session.who, self._wanted or self.issues.currentData() or 0
        waiting = self.waiting_pane.length()
        self.ask(lambda: opened(who, wanted, waiting), self._show, key="issue")

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
        self.shown()

    def _show_made(self, changes: Changes) -> None:
        (issue_id,) = changes.issues
        self.show_issue(issue_id)

    def issue(self) -> IssueRow | None:
        """Return the issue that is shown."""
        return self._opened.issue() if self._opened else None

    # -- what is shown ---------------------------------------------------------------------------------

    def _show(self, found: IssueOpened) -> None:
        self._opened, self._wanted = found, 0
        plan, issue = found.plan, found.issue()
        self._offer(found.issues, issue)
        self.waiting_pane.show_page(found.waiting)
        self._empty.setVisible(plan is None)
        self.plan.setVisible(plan is not None)
        self.budget.setVisible(plan is not None)
        self.plan.show_plan(plan)
        self.acts.follow(plan)
        self.head.say(
            self.tr("{n} bài, {w} từ").format(n=issue.articles, w=wording.number(found.words()))
            if issue is not None
            else "",
            issue.theme if issue is not None else "",
            issue.state if issue is not None else None,
            again=self._again(found),
        )
        self._say_dates(found)
        self._share_room()
        self.pages_pane.show_plan(plan, found.law, found.waiting.rows if found.filling() else ())

    def _offer(self, rows: tuple[IssueRow, ...], chosen: IssueRow | None) -> None:
        self.issues.blockSignals(True)
        self.issues.clear()
        for row in rows:
            self.issues.addItem(issue_words.issue_name(row), row.id)
        self.issues.setCurrentIndex(self.issues.findData(chosen.id) if chosen is not None else -1)
        self.issues.blockSignals(False)
        self.issues.setVisible(bool(rows))
        self.head.share()

    def _again(self, found: IssueOpened) -> str:
        """Say that an issue which is being made went to print before; "" for any other."""
        released = found.reopened()
        if released is None:
            return ""
        number, at = released
        words = self.tr("đang mở lại, đã phát hành lần {n} ngày {day}")
        return words.format(n=number, day=wording.short_date(clock.local(at).date()))

    def _say_dates(self, found: IssueOpened) -> None:
        """Say when the issue closes, and when the month's báo cáo viên meet: it should be out by then."""
        closing, late, dates = found.closing(), "", []
        if closing is not None:
            words = self.tr("Quá hạn chốt {when}") if found.is_late() else self.tr("Chốt bài {when}")
            closes = words.format(when=wording.short_date(closing))
            late = closes if found.is_late() else ""
            dates = [] if late else [closes]
        if found.sessions:
            days = self.tr(" và ").join(wording.short_date(day) for day in found.sessions)
            dates.append(self.tr("báo cáo viên họp {when}").format(when=days))
        self.budget.show_dates(dates, late, lacking=found.lacks_session())

    def _share_room(self) -> None:
        """Give the proof the room of the waiting articles where none waits, or none can be placed."""
        waits = self._opened is not None and self._opened.filling() and self.waiting_pane.any()
        self.waiting_pane.setVisible(waits)
        if not waits:
            self._reading.show_pages()

    # -- what is read ----------------------------------------------------------------------------------

    @property
    def paper(self) -> Paper:
        """Return the sheet on which an article that waits is read."""
        return self._reading.paper

    def _read(self, row: PlacedRow | None) -> None:
        self.acts.refresh()
        self._reading.read(row)

    def _read_page(self, article_id: int) -> None:
        """Choose the article whose page was clicked, and stay on that page."""
        self._reading.stay(article_id)
        self.plan.choose(article_id)

    def _read_waiting(self, row: ArticleRow | None) -> None:
        self.acts.refresh()
        if row is not None and self.waiting.view.hasFocus():
            self._reading.read_waiting(row)

    def lead(self, obstacle: Obstacle) -> None:
        """Lead to the place of something that blocks a release."""
        where, article_id = obstacle.place, obstacle.article_id
        if where is Place.DRESS:
            self.acts.design_at(obstacle.at)
        elif where is Place.SETTINGS:
            self.imprint_wanted.emit(obstacle.at)
        elif where is Place.CLOSING:
            self.head.close_button.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif where is Place.REVIEW and article_id:
            self.review_wanted.emit(article_id)
        elif where is Place.PROOF:
            self.acts.proofing.check(article_id)
        elif where is Place.CHECKLIST:
            self.checks_wanted.emit(article_id, obstacle.at)
        elif where is Place.PAGE:
            self.proof.sight.bring_page(int(obstacle.at))
            self.proof.setFocus()
        elif where in (Place.PICTURE, Place.TABLE):
            self.picture_wanted.emit(article_id, obstacle.at)
        else:
            beyond = self.pages_pane.first_beyond() if where is Place.BEYOND else 0
            self.plan.choose(beyond or article_id)
            self.plan.choose_wanted(obstacle.wanted_id)
            self.plan.setFocus()

    def _want_session(self) -> None:
        issue = self.issue()
        if issue is not None:
            self.day_wanted.emit(date(issue.year, issue.month, 1))

    # -- parts -----------------------------------------------------------------------------------------

    def _wire(self) -> None:
        acts, plan = self.acts, self.acts.plan
        self.issues.currentIndexChanged.connect(self.shown)
        acts.made.connect(self._show_made)
        self.plan.arranged.connect(plan.arrange)
        self.plan.placed.connect(plan.place_at)
        self.plan.removal_wanted.connect(plan.unplace)
        self.plan.unwanted.connect(plan.unwant)
        self.plan.wanted_opened.connect(plan.ask_wanted)
        self.plan.chosen.connect(self._read)
        self.plan.opened.connect(lambda row: self.article_wanted.emit(row.article_id))
        self.waiting.chosen.connect(self._read_waiting)
        self.waiting.opened.connect(lambda _: acts.put())
        self.proof.chosen.connect(self._read_page)
        self.proof.opened.connect(self.article_wanted.emit)
        self.pages_pane.laid.connect(acts.press.laid_out)
        self.pages_pane.laid.connect(acts.fitting.laid_out)
        self.pages_pane.laid.connect(acts.proofing.laid_out)
        acts.proofing.article_wanted.connect(self.article_wanted)
        acts.fitting.working.connect(self.budget.show_fitting_work)
        self.budget.follow_fitting(acts[Do.FIT], acts[Do.UNFIT])
        acts.press.led.connect(self.lead)
        self.budget.lacking.clicked.connect(self._want_session)

    def _plan_column(self) -> QWidget:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        may = refusal(Act.MAKE_ISSUE, self.session.me.roles) is None
        how = self.tr("Bấm “Số mới” để lập số bản tin của tháng.") if may else self.tr("Thư ký lập số mới.")
        self._empty = label(f"{self.tr('Chưa có số nào.')}\n{how}", "empty", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._empty.setContentsMargins(24, 64, 24, 24)
        column.addWidget(self.budget)
        column.addWidget(self._empty, 1)
        column.addWidget(self.plan, 1)
        foot, flow = place("footer"), FlowLayout()
        foot.setLayout(flow)
        for which in _FOOTER:
            button = action_button(self.acts[which], key=False)
            flow.addWidget(button)
            show_with(button, self.acts[which])
        first = action_button(self.acts[Do.NEW], primary=True, key=False)
        self.issues.model().rowsInserted.connect(lambda *_: first.hide())
        flow.addWidget(first)
        column.addWidget(foot)
        pane = place("column", column)
        keep_least_width(pane, 260)
        return pane

    # -- for the window and its tests ------------------------------------------------------------------

    def actions_of_menu(self) -> list[QAction | None]:
        """Return the actions as the menu lists them."""
        return [*self.acts.menu(), None, *self.bar.actions_of_menu()]

    def told(self) -> str:
        """Return what the head says of the issue."""
        return self.head.told.words()

    def marks(self) -> Mapping[int, PageMarking]:
        """Return what is flagged on the pages."""
        return self.proof.marks()
