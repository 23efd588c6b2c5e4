"""Bản tin: an issue is made, approved articles are placed and ordered, and it is exported."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QComboBox, QSplitter, QVBoxLayout, QWidget

from desk import clock, issues, placing, shelf
from desk.errors import DeskError
from desk.gate import Changes
from desk.issues import IssueRow
from desk.placing import PlacedRow, Plan
from desk.rules import Act, Stage, refusal
from desk.shelf import ArticleRow, ListPage, ListQuery, Opened, Order
from desk.today import has_meetings
from ui import wording
from ui.dialogs.issue import IssueDialog
from ui.export import Exporter
from ui.pages.page import Page
from ui.seat import Seat
from ui.widgets.article_list import ArticleList
from ui.widgets.flow import Flow
from ui.widgets.labels import action_button, header, keep_icon, label, place
from ui.widgets.paper import Paper
from ui.widgets.plan_view import PlanView

_WAITING = ListQuery(stages=frozenset({Stage.APPROVED}), unplaced=True, order=Order.EVENT)


class IssuePage(Page):
    """One issue at a time: its plan, the paper, and the approved articles that wait for a place."""

    def __init__(self, seat: Seat, exporter: Exporter) -> None:
        super().__init__(seat)
        self._exporter = exporter
        self._plan: Plan | None = None
        self._acting = False  # an act was sent and the plan that it made has not come yet
        self._may = refusal(Act.PLACE, seat.me.roles) is None
        self.issues = QComboBox()
        self.issues.setMinimumWidth(190)
        self.issues.setAccessibleName(self.tr("Số bản tin"))
        self._make_actions()
        head, _, self._told = header(
            self.tr("Bản tin"),
            action_button(self.edit, key=False),
            action_button(self.new, key=False),
            action_button(self.export, primary=True, key=False),
        )
        row = head.layout()
        if row is not None:
            row.insertWidget(1, self.issues)  # type: ignore[attr-defined]  # a QHBoxLayout, see header()
        self.column.addWidget(head)
        self.plan = PlanView()
        self.paper = Paper()
        self.waiting = ArticleList()
        panes = QSplitter(Qt.Orientation.Horizontal)
        panes.setObjectName("issue-panes")
        panes.setChildrenCollapsible(False)
        panes.setHandleWidth(1)
        panes.addWidget(self._plan_column())
        panes.addWidget(self.paper)
        panes.addWidget(self._waiting_column())
        panes.setStretchFactor(1, 1)
        panes.setSizes([340, 530, 300])
        self.column.addWidget(panes, 1)
        self.issues.currentIndexChanged.connect(self._ask_plan)
        self.plan.arranged.connect(self._arrange)
        self.plan.removal_wanted.connect(self._unplace)
        self._wanted = 0  # the issue to show when the list of issues is there
        self.plan.chosen.connect(self._read)
        self.plan.opened.connect(lambda row: self.article_wanted.emit(row.article_id))
        self.waiting.chosen.connect(self._read_waiting)
        self.waiting.opened.connect(lambda _: self._place())
        self.waiting.more_wanted.connect(self._ask_more_waiting)
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

    def issue(self) -> IssueRow | None:
        """Return the issue that is shown."""
        return self._plan.issue if self._plan else None

    def _offer(self, rows: list[IssueRow]) -> None:
        chosen = self._wanted or self.issues.currentData()
        self._wanted = 0
        self.issues.blockSignals(True)
        self.issues.clear()
        for row in rows:
            self.issues.addItem(issue_name(row), row.id)
        self.issues.setCurrentIndex(max(0, self.issues.findData(chosen)) if rows else -1)
        self.issues.blockSignals(False)
        self.issues.setVisible(bool(rows))
        self._ask_plan()

    def _ask_plan(self) -> None:
        issue_id = self.issues.currentData()
        if issue_id is None:
            self._show(None)
        else:
            self.ask(partial(placing.plan, issue_id), self._show, key="plan")

    def _show(self, plan: Plan | None) -> None:
        self._plan, self._acting = plan, False
        self.plan.show_plan(plan)
        self._empty.setVisible(plan is None)
        self.plan.setVisible(plan is not None)
        count = plan.issue.articles if plan else 0
        words = sum(row.words for part in plan.parts for row in part.placed) if plan else 0
        told = self.tr("{n} bài, {w} từ").format(n=count, w=wording.number(words)) if plan else ""
        if plan and plan.issue.closing:
            closing = wording.short_date(date.fromisoformat(plan.issue.closing))
            told += self.tr(" · chốt bài {when}").format(when=closing)
        self._told.setText(told)
        self._enable()
        if plan is not None:
            self.ask(partial(_session, plan.issue.id), partial(self._say_session, told), key="session")

    def _say_session(self, told: str, session: str) -> None:
        """Say beside the closing date when the month's báo cáo viên meet: the issue should be out by then."""
        if session:
            self._told.setText(self.tr("{told} · báo cáo viên họp {when}").format(told=told, when=session))

    def _enable(self) -> None:
        there = self._plan is not None
        self.edit.setEnabled(there and self._may)
        self.new.setEnabled(self._may)
        self.export.setEnabled(there and refusal(Act.EXPORT, self.seat.me.roles) is None)
        row = self.plan.current()
        for action in (self.up, self.down, self.remove):
            action.setEnabled(self._may and row is not None)
        self.put.setEnabled(self._may and there and self.waiting.current() is not None)

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
        self._enable()

    def _read(self, row: PlacedRow | None) -> None:
        self._enable()
        if row is not None:
            self._open_paper(row.article_id)

    def _read_waiting(self, row: ArticleRow | None) -> None:
        self._enable()
        if row is not None and (self.waiting.view.hasFocus() or self.plan.current() is None):
            self._open_paper(row.id)

    def _open_paper(self, article_id: int) -> None:
        def lay(opened: Opened) -> None:
            self.paper.show_text(opened.text, opened.pictures)

        self.ask(partial(shelf.open_article, self.seat.who, article_id), lay, key="paper")

    # -- acts ------------------------------------------------------------------------------------------

    def _make(self) -> None:
        words = IssueDialog.ask(self, None, clock.today())
        if words is None:
            return
        work = partial(
            issues.make, self.seat.who, words.number, words.year, words.month, words.theme, words.closing
        )

        def made(changes: Changes) -> None:
            (issue_id,) = changes.issues
            self.ask(issues.listing, lambda rows: self._choose(rows, issue_id))

        self.office.do(self, work, made)

    def _choose(self, rows: list[IssueRow], issue_id: int) -> None:
        self._offer(rows)
        self.issues.setCurrentIndex(self.issues.findData(issue_id))

    def _edit(self) -> None:
        issue = self.issue()
        words = IssueDialog.ask(self, issue, clock.today()) if issue else None
        if issue is None or words is None:
            return
        self.office.do(
            self,
            partial(
                issues.edit,
                self.seat.who,
                issue.id,
                issue.version,
                words.number,
                words.year,
                words.month,
                words.theme,
                words.closing,
            ),
        )

    def _place(self) -> None:
        issue, row = self.issue(), self.waiting.current()
        if issue is not None and row is not None and self._may:
            work = partial(placing.place, self.seat.who, issue.id, issue.version, [row.id])
            self._act(work, lambda _: self.plan.choose(row.id))

    def _unplace(self, article_id: int) -> None:
        issue = self.issue()
        if issue is not None and self._may:
            self._act(partial(placing.unplace, self.seat.who, issue.id, issue.version, [article_id]))

    def _remove(self) -> None:
        row = self.plan.current()
        if row is not None:
            self._unplace(row.article_id)

    def _arrange(self, article_id: int, section_id: int, index: int) -> None:
        issue = self.issue()
        if issue is not None and self._may:
            work = partial(
                placing.arrange, self.seat.who, issue.id, issue.version, article_id, section_id, index
            )
            self._act(work, quiet=True)

    def _act(
        self,
        work: Callable[[], Changes],
        then: Callable[[Changes], None] | None = None,
        *,
        quiet: bool = False,
    ) -> None:
        """Do an act on the plan; keys pressed faster than the desk answers would act on the plan before it."""
        if self._acting:
            return

        def refused(error: DeskError) -> None:
            self.regret(error)
            self.shown()

        self._acting = True
        self.office.do(self, work, then, refused=refused, quiet=quiet)

    def _export(self) -> None:
        issue = self.issue()
        if issue is not None:
            self._exporter.run(self, issue)

    # -- parts -----------------------------------------------------------------------------------------

    def _make_actions(self) -> None:
        def action(words: str, icon: str, key: str, on: object) -> QAction:
            made = QAction(words, self)
            made.setProperty("icon_name", icon)
            keep_icon(made, icon)
            if key:
                made.setShortcut(QKeySequence(key))
                made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            made.triggered.connect(on)
            self.addAction(made)
            return made

        self.new = action(self.tr("Số mới"), "add", "Ctrl+Shift+N", lambda: self._make())
        self.edit = action(self.tr("Sửa số"), "edit", "F2", lambda: self._edit())
        self.export = action(self.tr("Xuất"), "export", "Ctrl+E", lambda: self._export())
        self.put = action(self.tr("Xếp vào số"), "place", "Ctrl+Return", lambda: self._place())
        self.up = action(self.tr("Chuyển lên"), "up", "", lambda: self.plan.shift(-1))
        self.down = action(self.tr("Chuyển xuống"), "down", "", lambda: self.plan.shift(1))
        self.remove = action(self.tr("Đưa ra khỏi số"), "remove", "", lambda: self._remove())

    def _plan_column(self) -> QWidget:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._empty = label(
            self.tr("Chưa có số nào.\nBấm “Số mới” để lập số bản tin của tháng."), "empty", wrap=True
        )
        self._empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._empty.setContentsMargins(24, 64, 24, 24)
        column.addWidget(self._empty, 1)
        column.addWidget(self.plan, 1)
        flow = Flow()
        for action in (self.up, self.down, self.remove):
            flow.addWidget(action_button(action))
        foot = place("footer")
        foot.setLayout(flow)
        column.addWidget(foot)
        made = place("column", column)
        made.setMinimumWidth(290)
        return made

    def _waiting_column(self) -> QWidget:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        words = label(self.tr("ĐÃ DUYỆT, CHƯA XẾP"), "section")
        words.setContentsMargins(16, 10, 16, 8)
        column.addWidget(words)
        column.addWidget(self.waiting, 1)
        flow = Flow()
        flow.addWidget(action_button(self.put, primary=True, key=False))
        foot = place("footer")
        foot.setLayout(flow)
        column.addWidget(foot)
        made = place("panel", column)
        made.setMinimumWidth(260)
        return made


def issue_name(row: IssueRow) -> str:
    """Return "Số 4 – tháng 4 năm 2019"."""
    return f"Số {row.number} – tháng {row.month} năm {row.year}"


def _session(issue_id: int) -> str:
    """Return the day of an issue's kỳ họp báo cáo viên, "" when none is planned."""
    if not has_meetings():
        return ""
    found = issues.session(issue_id)
    return wording.short_date(found.start.date()) if found is not None else ""
