"""Bàn duyệt: the queues, the article as it prints, what changed, was said and checked; one key to decide."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desk.acts.gate import Changes
from desk.acts.rules import Act
from desk.articles.listing import ArticleRow, ListPage
from desk.review import page as review
from desk.review import queue
from desk.review.page import Compared, Counted, LaidArticle, ReviewDesk
from desk.review.queue import Queue
from ui.articles.actions import ArticleActions
from ui.articles.actions_footer import acts_footer
from ui.articles.filters import SearchBox
from ui.articles.list_menu import ListMenu
from ui.articles.list_view import ArticleList
from ui.comparison.view import ComparisonView
from ui.controls.action_table import ActionTable
from ui.controls.labels import action_button, line, place
from ui.controls.message_bar import Banner, under_banner
from ui.controls.page_head import header
from ui.controls.pane_mark import PaneMark
from ui.controls.pane_room import PaneRoom
from ui.look.kept_size import keep_between, keep_least_width
from ui.paper.paper import Paper
from ui.paper.paper_sheet import PaperSheet
from ui.review.actions import TABLE, Step
from ui.review.queue_tabs import QueueTabs
from ui.review.side_panel import ACTS, SidePanel
from ui.session.page import Page
from ui.session.session import Session
from ui.words import wording

_TABS = (Step.CHANGES, Step.DISCUSSION, Step.CHECKS, Step.HISTORY, Step.PROOF)
_READ_AFTER = 1500  # ms on the paper from which an article counts as read


class ReviewPage(Page):
    """The queues, the paper, the side panel, and one key each to decide."""

    brings_numbers = True

    def __init__(self, session: Session, acts: ArticleActions) -> None:
        super().__init__(session)
        self._acts = acts
        self.search = SearchBox(self.tr("Tìm trong hàng đợi"))
        keep_between(self.search, 110, 240)
        self.queues, self.list = QueueTabs(), ArticleList()
        self.paper, self.diff = Paper(), ComparisonView()
        self.papers = QStackedWidget()
        self.papers.addWidget(self.paper)
        self.papers.addWidget(self.diff)
        self.side = SidePanel(session, acts, self.diff, self.regret, self.shown)
        self.steps = self._make_steps()
        self._room, self.mark = PaneRoom(self), PaneMark(self)
        head, _, self._count = header(
            self.tr("Bàn duyệt"),
            self._room.button,
            self.search,
            action_button(self.steps[Step.PREVIOUS]),
            action_button(self.steps[Step.NEXT]),
        )
        self.column.addWidget(head)
        panes = QSplitter(Qt.Orientation.Horizontal)
        panes.setObjectName("review-panes")
        panes.setChildrenCollapsible(False)
        panes.setHandleWidth(1)
        column = self._queue_column()
        panes.addWidget(column)
        self.returned = Banner()
        self.foot = acts_footer(acts, ACTS)  # while the side panel gives way
        middle = under_banner(self.returned, self.papers, self.foot)
        panes.addWidget(middle)
        panes.addWidget(self.side)
        panes.setStretchFactor(1, 1)
        panes.setSizes([300, 530, 340])
        self._room.stand_in(self.foot, self.side)
        self._room.watch(panes, middle, self.side, column)
        self.column.addWidget(panes, 1)
        self._reading = QTimer(self, singleShot=True, interval=_READ_AFTER)
        self._reading.timeout.connect(self._have_read)
        self._laid: LaidArticle | None = None
        self._ready: LaidArticle | None = None  # read with the queue, while that is being shown
        self._first_read: set[tuple[int, int]] = set()  # article, revision: never read before this sitting
        self._wanted = 0  # an article to be chosen when the queue is there
        self._begun = False  # a queue was shown, or asked for
        self._wire()
        self._choose(None)

    def _wire(self) -> None:
        self.list.chosen.connect(self._choose)
        self.search.left.connect(self.take_focus)
        self.list.opened.connect(lambda row: self.article_wanted.emit(row.id))
        self.list.more_wanted.connect(self._ask_more)
        ListMenu(self, self.list, self._acts, ACTS)
        self.search.asked.connect(lambda _: self._ask())
        self.queues.queue_chosen.connect(lambda _: self._ask())
        self.side.changes.wanted.connect(self._compare)
        self.side.changes.shown_on_paper.connect(self._show_marks)
        self.side.proof.ways.live_with(self)
        self.side.proof.paper_wanted.connect(lambda: self.side.changes.marks.setChecked(False))
        self.side.proof.asked_for.connect(lambda: self._room.bring(self.side.proof))
        self.side.discussion.asked_for.connect(lambda: self._room.bring(self.side.discussion))
        self.side.discussion.paper_wanted.connect(lambda: self.side.changes.marks.setChecked(False))

    def actions_of_menu(self) -> list[QAction | None]:
        """Return the page's actions, None between groups."""
        ways = [self.steps[step] for step in (Step.NEXT, Step.PREVIOUS, Step.QUEUE, Step.PANE)]
        tabs = [self.steps[step] for step in _TABS]
        return [*ways, None, *self.side.actions_of_menu(), None, *tabs]

    # -- the queue -------------------------------------------------------------------------------------

    def shown(self) -> None:
        """Refresh the queues."""
        self._ask()

    def take_focus(self) -> None:
        """Begin in the list."""
        self.setFocus()
        self.list.take_focus()

    def heed(self, changes: Changes) -> None:
        """Refresh when articles, or the ways of the office, changed."""
        if self.isVisible() and (changes.articles or changes.settings or changes.people):
            if changes.act is Act.UNDO:  # what comes back is chosen again, not what took its place meanwhile
                (self._wanted,) = changes.articles
            self._ask()
        else:
            self.session.news.emit()

    def seek(self) -> None:
        """Put the cursor into the search box."""
        self.search.setFocus()
        self.search.selectAll()

    def show_queue(self, which: Queue, article_id: int = 0) -> None:
        """Open a queue, at an article if one is named."""
        self._wanted, self._begun = article_id, True
        self.search.clear()
        if self.queues.queue() is which:
            self._ask()
        else:
            self.queues.choose(which)

    def _ask(self) -> None:
        """Ask for everything that is shown, in one question."""
        who, which, words = self.session.who, self.queues.queue(), self.search.text()
        chosen = self.list.chosen_now(self._wanted)
        self.ask(lambda: review.read(who, which, words, chosen), self._show, key="queue")

    def _ask_more(self) -> None:
        rows = self.list.model.rows()
        if rows:
            who, which, words, last = self.session.who, self.queues.queue(), self.search.text(), rows[-1]
            self.ask(lambda: queue.listing(who, which, words, last), lambda page: self._add(last, page))

    def _add(self, after: ArticleRow, page: ListPage) -> None:
        if self.list.model.rows()[-1:] == [after]:  # else the queue was read anew meanwhile
            self.list.add_rows(page.rows, page.more)

    def _show(self, desk: ReviewDesk) -> None:
        self._show_counts(desk.counted)
        self.session.counted.emit(desk.numbers)
        first, self._begun = not self._begun, True
        waits = desk.counted.queues
        if first and not waits[Queue.WAITING] and waits[Queue.RETURNED]:
            self.show_queue(Queue.RETURNED)  # a writer's own are all that waits
            return
        nothing = {
            Queue.RETURNED: self.tr("Không có bài nào bị trả lại cho đồng chí."),
            Queue.OVERDUE: self.tr("Không có bài nào nằm lâu."),
            Queue.UNANSWERED: self.tr("Không có trao đổi nào chờ trả lời."),
            Queue.DUE: self.tr("Chưa có số nào sắp chốt bài, hoặc bài của số ấy đã đủ."),
        }.get(self.queues.queue(), self.tr("Không còn bài nào chờ đồng chí."))
        if self.search.text().strip():
            nothing = self.tr("Không có bài nào khớp.")
        self._ready = desk.laid
        self.list.show_rows(desk.page.rows, desk.page.more, nothing, self._wanted)
        self._ready, self._wanted = None, 0

    def _show_counts(self, counted: Counted) -> None:
        self.queues.show_counts(counted.queues, counted.days)
        text = self.tr("{n} bài chờ").format(n=counted.queues[Queue.WAITING])
        if self.queues.queue() is Queue.RETURNED:  # what lies there waits for its writer, and for nobody else
            text = self.tr("{n} bài bị trả lại").format(n=counted.queues[Queue.RETURNED])
        if counted.coming is not None:
            closes = self.tr(" · số {name} chốt bài sau {days} ngày")
            if counted.coming.days == 0:
                closes = self.tr(" · số {name} chốt bài hôm nay")
            elif counted.coming.days < 0:
                closes = self.tr(" · số {name} quá ngày chốt {days} ngày")
            text += closes.format(name=counted.coming.name, days=abs(counted.coming.days))
        self._count.setText(text)

    # -- the article -----------------------------------------------------------------------------------

    def _choose(self, row: ArticleRow | None) -> None:
        if self.isVisible():
            self._acts.follow(row)
        self._reading.stop()
        self.returned.hide()
        if row is None:
            self._laid = None
            self.papers.setCurrentWidget(self.paper)
            self.paper.show_nothing(self.tr("Khi có bài chờ, bài sẽ hiện ở đây đúng như khi in."))
            self.side.show_nothing(self.paper)
        elif self._ready is not None and self._ready.opened.row.id == row.id:
            self._lay(self._ready)
        else:
            who, article_id = self.session.who, row.id
            self.ask(lambda: review.lay(who, article_id), self._lay, key="paper")

    def _lay(self, laid: LaidArticle) -> None:
        chosen = self.list.current()
        if chosen is None or chosen.id != laid.opened.row.id:  # the queue moved on meanwhile
            return
        same = self._laid is not None and self._laid.opened.row.id == laid.opened.row.id
        at = self._in_view().verticalScrollBar().value() if same else 0
        laid = self._as_first_read(laid)
        self._laid = laid
        self.paper.show_text(laid.opened.text, laid.opened.pictures)
        if laid.compared.comparison is not None:
            self.diff.show_comparison(laid.compared.comparison, laid.compared.pictures)
        self.side.show_article(laid, self.paper)
        why = wording.why_returned(laid.opened.row, laid.history) or wording.direct_edits(laid.hands)
        if why:
            self.returned.ask(why)
        if same:
            self._in_view().verticalScrollBar().setValue(at)
        self._reading.start()

    def _as_first_read(self, laid: LaidArticle) -> LaidArticle:
        """Go on without marks in a revision that is read for the first time, when it is laid again meanwhile."""
        row, compared = laid.opened.row, laid.compared
        if compared.read is None:
            self._first_read.add((row.id, row.revision))
        elif (row.id, row.revision) in self._first_read:
            return replace(laid, compared=replace(compared, comparison=None))
        return laid

    def _have_read(self) -> None:
        """Remember what was read; the comparison on the screen stays until another article is chosen."""
        if self._laid is None or not self.isVisible():
            return
        who, row = self.session.who, self._laid.opened.row
        self.ask(lambda: review.have_read(who, row.id, row.revision), lambda _: self.session.news.emit())

    def _compare(self, earlier: int, later: int) -> None:
        if self._laid is not None:
            who, opened = self.session.who, self._laid.opened
            self.ask(lambda: review.compared(who, opened, earlier, later), self._show_compared, key="compare")

    def _show_compared(self, compared: Compared) -> None:
        if self._laid is None or compared.comparison is None:
            return
        self.diff.show_comparison(compared.comparison, compared.pictures)
        self.side.show_compared(compared)

    def _in_view(self) -> PaperSheet:
        return self.diff if self.papers.currentWidget() is self.diff else self.paper

    def _show_marks(self, on: bool) -> None:
        self.papers.setCurrentWidget(self.diff if on else self.paper)

    # -- parts -----------------------------------------------------------------------------------------

    def _queue_column(self) -> QWidget:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.queues)
        column.addWidget(line())
        column.addWidget(self.list, 1)
        queue_column = place("column", column)
        keep_least_width(queue_column, 260)
        return queue_column

    def _make_steps(self) -> ActionTable[Step, None]:
        steps = ActionTable(
            self,
            TABLE,
            {
                Step.NEXT: lambda: self.list.step(1),
                Step.PREVIOUS: lambda: self.list.step(-1),
                Step.QUEUE: self.queues.step,
                Step.PANE: self._next_pane,
                Step.SEEK: self.seek,
                Step.CHANGES: lambda: self.side.show_tab(0),
                Step.DISCUSSION: lambda: self.side.show_tab(1),
                Step.CHECKS: lambda: self.side.show_tab(2),
                Step.HISTORY: lambda: self.side.show_tab(3),
                Step.PROOF: lambda: self.side.show_tab(4),
            },
        )
        for action in self.side.actions_of_page():
            self.addAction(action)
        return steps

    def _next_pane(self) -> None:
        """Go from the queue to the paper, to the side panel, and round again."""
        panes = (self.list.view, self._in_view(), self.side.tabs.currentWidget())
        focus = QApplication.focusWidget()
        here = 0
        if focus is not None and focus is not self:
            here = next((at for at, pane in enumerate(panes) if pane is focus or pane.isAncestorOf(focus)), 0)
        pane = panes[(here + 1) % len(panes)]
        self._room.bring(pane)
        pane.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.mark.show_over(pane)
