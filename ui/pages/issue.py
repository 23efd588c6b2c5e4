"""Bản tin: an issue planned beside its live proof, from gathering its articles to its release."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QMenu,
    QProgressBar,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desk import issues, placing, printing, shelf
from desk.gate import Changes
from desk.issues import IssueRow
from desk.placing import PlacedRow, Plan
from desk.press.dress import Legal
from desk.press.edition import Edition
from desk.rules import IssueState, Stage
from desk.shelf import ArticleRow, ListPage, ListQuery, Opened, Order
from desk.today import has_meetings
from ui import wording, wording_issue
from ui.export import Exporter
from ui.issue_acts import IssueActs
from ui.pages.page import Page
from ui.proofing import Laid, LiveProof
from ui.seat import Seat
from ui.widgets.article_list import ArticleList
from ui.widgets.flow import Flow
from ui.widgets.labels import action_button, header, label, place, tool_button
from ui.widgets.paper import Paper
from ui.widgets.plan_view import PlanView
from ui.widgets.proof_bar import ProofBar
from ui.widgets.proof_view import PageMarking, ProofView
from ui.widgets.state_chip import StateChip
from ui.wording_issue import Obstacle, Place

_WAITING = ListQuery(stages=frozenset({Stage.APPROVED}), unplaced=True, order=Order.EVENT)


class IssuePage(Page):
    """One issue at a time: its plan, its pages as they print, and the approved articles that wait for a place."""

    review_wanted = Signal(int)  # an article whose approval is missing

    def __init__(self, seat: Seat, exporter: Exporter) -> None:
        super().__init__(seat)
        self._plan: Plan | None = None
        self._wanted = 0  # the issue to show when the list of issues is there
        self._law: Legal | None = None
        self._laid: Laid | None = None
        self.issues = QComboBox()
        self.issues.setMinimumWidth(210)
        self.issues.setAccessibleName(self.tr("Số bản tin"))
        self.plan = PlanView()
        self.proof = ProofView()
        self.live = LiveProof(seat.office, self.proof)
        self.paper = Paper()
        self.waiting = ArticleList()
        self.acts = IssueActs(seat, self, exporter)
        self.column.addWidget(self._head())
        panes = QSplitter(Qt.Orientation.Horizontal)
        panes.setObjectName("issue-panes")
        panes.setChildrenCollapsible(False)
        panes.setHandleWidth(1)
        panes.addWidget(self._plan_column())
        panes.addWidget(self._centre())
        self._waiting_pane = self._waiting_column()
        panes.addWidget(self._waiting_pane)
        panes.setStretchFactor(1, 1)
        panes.setSizes([330, 560, 270])
        self.column.addWidget(panes, 1)
        self._wire()
        self.paper.show_nothing(self.tr("Chọn một bài để đọc đúng như khi in."))

    def shown(self) -> None:
        """Refresh the issues, the plan and what waits."""
        self.ask(issues.listing, self._offer, key="issues")
        self._ask_waiting()

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
            self.acts.place(row.id, lambda _: self.plan.choose(row.id))

    # -- what is shown ---------------------------------------------------------------------------------

    def _offer(self, rows: list[IssueRow]) -> None:
        chosen = self._wanted or self.issues.currentData()
        self._wanted = 0
        self.issues.blockSignals(True)
        self.issues.clear()
        for row in rows:
            self.issues.addItem(wording_issue.issue_name(row), row.id)
        self.issues.setCurrentIndex(max(0, self.issues.findData(chosen)) if rows else -1)
        self.issues.blockSignals(False)
        self.issues.setVisible(bool(rows))
        self._ask_plan()

    def _ask_plan(self) -> None:
        issue_id = self.issues.currentData()
        if issue_id is None:
            self._show(None)
        else:
            self.ask(partial(_opened, issue_id), self._show_opened, key="plan")

    def _show_opened(self, found: tuple[Plan, Legal | None]) -> None:
        plan, self._law = found
        self._show(plan)

    def _show(self, plan: Plan | None) -> None:
        other = self._plan is None or plan is None or self._plan.issue.id != plan.issue.id
        self._plan = plan
        self._empty.setVisible(plan is None)
        self.plan.setVisible(plan is not None)
        self._budget.setVisible(plan is not None)
        if other:
            self._laid = None
            self.plan.show_lengths({}, frozenset())
            self.proof.show_nothing(self.tr("Đang dàn trang…") if plan else "")
        self.plan.show_plan(plan)
        self.acts.follow(plan)
        self._tell(plan)
        self._follow()
        self._show_marks()

    def _tell(self, plan: Plan | None) -> None:
        told = ""
        if plan is not None:
            words = sum(row.words for part in plan.parts for row in part.placed)
            told = self.tr("{n} bài, {w} từ").format(n=plan.issue.articles, w=wording.number(words))
        self._told.setText(told)
        self._say_dates(plan)
        self.chip.show_state(plan.issue.state if plan else None)
        self._show_pane()

    def _show_pane(self) -> None:
        """Give the proof the room of the waiting articles where none waits, or none can be placed."""
        filling = self._plan is not None and self._plan.issue.state is IssueState.OPEN
        waits = filling and bool(self.waiting.model.rows())
        self._waiting_pane.setVisible(waits)
        if not waits:
            self._middle.setCurrentWidget(self._proof_pane)

    def _say_dates(self, plan: Plan | None) -> None:
        """Say when the issue closes, and when the month's báo cáo viên meet: it should be out by then."""
        closing = plan.issue.closing if plan else ""
        told = [self.tr("Chốt bài {when}").format(when=_short(closing))] if closing else []

        def say(session: str) -> None:
            if session:
                told.append(self.tr("báo cáo viên họp {when}").format(when=session))
            words = " · ".join(told)
            self._dates.setText(words[:1].upper() + words[1:])
            self._dates.setVisible(bool(told))

        say("")
        if plan is not None:
            self.ask(partial(_session, plan.issue.id), say, key="session")

    # -- the proof -------------------------------------------------------------------------------------

    def _follow(self) -> None:
        """Lay the issue out as it is now; an issue without articles has no pages worth a look."""
        issue = self.issue()
        if issue is None or not issue.articles:
            self.live.follow(None)
            self._laid = None
            self.acts.laid_out(None)
            self.proof.show_nothing(
                self.tr(
                    "Xếp bài vào số thì các trang hiện ở đây, đúng như khi in.\nBấm “Gom bài” để bắt đầu."
                )
            )
            self._show_budget()
            return
        self.live.follow(partial(_proof, issue.id))

    def _laid_out(self, laid: Laid) -> None:
        self._laid = laid
        self.acts.laid_out(laid)
        self._show_budget()
        self._show_marks()

    def _limit(self) -> int:
        issue = self.issue()
        if issue is not None and issue.pages:
            return issue.pages
        return self._law.pages if self._law else 0

    def _show_budget(self) -> None:
        laid, limit = self._laid, self._limit()
        if laid is None:
            self._bar.setRange(0, 1)
            self._bar.setValue(0)
            self._pages.setText("")
            self.plan.show_lengths({}, frozenset())
            return
        total = laid.layout.total
        words = self.tr("{n} trang").format(n=total)
        if limit:
            words = self.tr("{n} / {most} trang").format(n=total, most=limit)
            if total > limit:
                words += self.tr(" – quá {m} trang").format(m=total - limit)
        self._pages.setText(words)
        self._pages.setProperty("role", "error" if limit and total > limit else "small")
        self._pages.style().unpolish(self._pages)
        self._pages.style().polish(self._pages)
        self._bar.setRange(0, max(limit or total, 1))
        self._bar.setValue(min(total, limit or total))
        lengths = {span.article: (span.pages, span.lines) for span in laid.layout.spans}
        over = frozenset(span.article for span in laid.layout.spans if limit and span.last > limit)
        self.plan.show_lengths(lengths, over)

    def _show_marks(self) -> None:
        """Flag on the pages what is not approved or has something against it."""
        marks: dict[int, PageMarking] = {}
        for one in self._laid.faults if self._laid else ():
            if one.article:
                marks[one.article] = PageMarking(wording_issue.fault(one), "amber")
        for part in self._plan.parts if self._plan else ():
            for row in part.placed:
                if row.stale:
                    marks[row.article_id] = PageMarking(self.tr("chưa duyệt bản này"), "accent")
        self.proof.show_marks(marks)

    # -- what is read ----------------------------------------------------------------------------------

    def _read(self, row: PlacedRow | None) -> None:
        self.acts.refresh()
        if row is not None:
            self._middle.setCurrentWidget(self._proof_pane)
            self.proof.go_to_article(row.article_id)

    def _read_waiting(self, row: ArticleRow | None) -> None:
        self.acts.refresh()
        if row is not None and self.waiting.view.hasFocus():
            self._middle.setCurrentWidget(self.paper)
            self._open_paper(row.id)

    def _open_paper(self, article_id: int) -> None:
        def lay(opened: Opened) -> None:
            self.paper.show_text(opened.text, opened.pictures)

        self.ask(partial(shelf.open_article, self.seat.who, article_id), lay, key="paper")

    def _ask_more_waiting(self) -> None:
        rows = self.waiting.model.rows()
        if rows:
            work = partial(shelf.listing, self.seat.who, _WAITING, rows[-1])
            self.ask(work, lambda page: self.waiting.add_rows(page.rows, page.more), key="unplaced")

    def _ask_waiting(self) -> None:
        shown = max(100, min(len(self.waiting.model.rows()), 1000))
        work = partial(shelf.listing, self.seat.who, _WAITING, None, shown)
        self.ask(work, self._show_waiting, key="unplaced")

    def _show_waiting(self, page: ListPage) -> None:
        empty = self.tr("Không có bài đã duyệt nào chờ xếp.\nBài được duyệt sẽ tự hiện ở đây.")
        self.waiting.show_rows(page.rows, page.more, empty)
        self._show_pane()
        self.acts.refresh()

    def lead(self, one: Obstacle) -> None:
        """Lead to the place of something that blocks a release."""
        if one.place is Place.DRESS:
            self.acts.dress.trigger()
        elif one.place is Place.REVIEW and one.article_id:
            self.review_wanted.emit(one.article_id)
        elif one.place is Place.ARTICLE and one.article_id:
            self.article_wanted.emit(one.article_id)
        elif one.article_id:
            self.plan.choose(one.article_id)
        else:
            self.plan.setFocus()

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
        self.waiting.more_wanted.connect(self._ask_more_waiting)
        self.proof.chosen.connect(self.plan.choose)
        self.proof.opened.connect(self.article_wanted.emit)
        self.live.laid.connect(self._laid_out)
        self.acts.led.connect(self.lead)

    def _head(self) -> QWidget:
        self.chip = StateChip()
        menu = QMenu(self)
        acts = self.acts
        for action in (acts.new, acts.edit, acts.dress, acts.sections, acts.want, acts.write, None,
                       acts.unclose, acts.reopen):  # fmt: skip
            if action is None:
                menu.addSeparator()
            else:
                menu.addAction(action)
        more = tool_button(self.tr("Việc khác của số (Alt+V)"), lambda: None, "more")
        more.setMenu(menu)
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        more.setShortcut(QKeySequence("Alt+V"))
        close = action_button(acts.close, key=False)
        acts.close.changed.connect(lambda: close.setVisible(acts.close.isEnabled()))
        release = action_button(acts.release, primary=True, key=False)
        acts.release.changed.connect(lambda: release.setVisible(acts.release.isEnabled()))
        head, _, self._told = header(
            self.tr("Bản tin"),
            action_button(acts.gather, key=False),
            close,
            action_button(acts.export, key=False),
            release,
            more,
        )
        row = head.layout()
        if isinstance(row, QHBoxLayout):
            row.insertWidget(1, self.issues)
            row.insertWidget(2, self.chip)
        return head

    def _plan_column(self) -> QWidget:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._empty = label(
            self.tr("Chưa có số nào.\nBấm “Số mới” để lập số bản tin của tháng."), "empty", wrap=True
        )
        self._empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._empty.setContentsMargins(24, 64, 24, 24)
        column.addWidget(self._budget_bar())
        column.addWidget(self._empty, 1)
        column.addWidget(self.plan, 1)
        flow = Flow()
        for action in (self.acts.up, self.acts.down, self.acts.want, self.acts.remove):
            flow.addWidget(action_button(action, key=False))
        first = action_button(self.acts.new, primary=True, key=False)
        self.issues.model().rowsInserted.connect(lambda *_: first.hide())
        flow.addWidget(first)
        foot = place("footer")
        foot.setLayout(flow)
        column.addWidget(foot)
        made = place("column", column)
        made.setMinimumWidth(300)
        return made

    def _budget_bar(self) -> QWidget:
        """Say how many pages the issue has of those it may have."""
        self._pages = label("", "small")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Số trang đã dùng"))
        row = QHBoxLayout()
        row.setContentsMargins(16, 10, 16, 8)
        row.setSpacing(10)
        row.addWidget(self._bar, 1)
        row.addWidget(self._pages)
        self._dates = label("", "small", wrap=True)
        self._dates.setContentsMargins(16, 0, 16, 6)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._dates)
        self._budget = place("bare", column)
        return self._budget

    def _centre(self) -> QWidget:
        self.bar = ProofBar(self.proof)
        self.live.working.connect(self.bar.show_working)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.proof, 1)
        column.addWidget(self.bar)
        self._proof_pane = place("page", column)
        self._middle = QStackedWidget()
        self._middle.addWidget(self._proof_pane)
        self._middle.addWidget(self.paper)
        self._middle.setMinimumWidth(320)
        return self._middle

    def _waiting_column(self) -> QWidget:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        words = label(self.tr("ĐÃ DUYỆT, CHƯA XẾP"), "section")
        words.setContentsMargins(16, 10, 16, 8)
        column.addWidget(words)
        column.addWidget(self.waiting, 1)
        flow = Flow()
        flow.addWidget(action_button(self.acts.put, primary=True, key=False))
        foot = place("footer")
        foot.setLayout(flow)
        column.addWidget(foot)
        made = place("panel", column)
        made.setMinimumWidth(240)
        return made

    # -- for the window and its tests ------------------------------------------------------------------

    def actions_of_menu(self) -> list[QAction | None]:
        """Return the actions as the menu lists them."""
        return [*self.acts.actions(), None, *self.bar.actions_of_menu()]

    def marks(self) -> Mapping[int, PageMarking]:
        """Return what is flagged on the pages."""
        return self.proof.marks()


def _opened(issue_id: int) -> tuple[Plan, Legal | None]:
    plan = placing.plan(issue_id)
    return plan, issues.law(plan.issue)


def _short(stored: str) -> str:
    return wording.short_date(date.fromisoformat(stored))


def _proof(issue_id: int, known: Mapping[str, bytes]) -> Edition:
    return printing.edition(issue_id, proof=True, known=known)


def _session(issue_id: int) -> str:
    """Return the day of an issue's kỳ họp báo cáo viên, "" when none is planned."""
    if not has_meetings():
        return ""
    found = issues.session(issue_id)
    return wording.short_date(found.start.date()) if found is not None else ""
