"""Bàn duyệt: the queue in heaps, the article as it prints, what changed, was said and checked; one key to decide."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desk.acts import journal
from desk.acts.gate import Changes
from desk.acts.rules import Act
from desk.articles.listing import ArticleRow, ListPage
from desk.review import queue
from desk.review.queue import Queue
from ui.articles.actions import ArticleActions
from ui.articles.actions_footer import acts_footer
from ui.articles.checklist_acts import ChecklistActions, met
from ui.articles.discussion import Discussion
from ui.articles.filters import SearchBox
from ui.articles.history import History
from ui.articles.list_view import ArticleList
from ui.articles.old_revision_dialog import show_as_it_stood
from ui.comparison.view import ComparisonView
from ui.controls.labels import action_button, header, label, line, place
from ui.look import style
from ui.paper.paper import Paper, PaperSheet
from ui.review.changes_tab import ChangesTab, Compared
from ui.review.questions import Counted, LaidArticle, compared, counted, have_read, lay
from ui.review.queue_tabs import QueueTabs
from ui.session.page import Page
from ui.session.session import Session

_SHOWN = (Act.APPROVE, Act.RECOMMEND, Act.PASS, Act.RETURN, Act.EDIT, Act.SUBMIT, Act.REOPEN)
_READ_AFTER = 1500  # ms on the paper from which an article counts as read


class ReviewPage(Page):
    """The queue, the paper, the side panel, and one key each to decide."""

    def __init__(self, session: Session, acts: ArticleActions) -> None:
        super().__init__(session)
        self._acts = acts
        self.search = SearchBox(self.tr("Tìm trong hàng đợi"))
        self.search.setFixedWidth(240)
        self.queues, self.list = QueueTabs(), ArticleList()
        self.paper, self.diff = Paper(), ComparisonView()
        self.papers = QStackedWidget()
        self.papers.addWidget(self.paper)
        self.papers.addWidget(self.diff)
        self.changes = ChangesTab(self.diff)
        self.discussion = Discussion(self.client, session.who)
        self.checks, self.history = ChecklistActions(self), History()
        self._make_steps()
        head, _, self._told = header(
            self.tr("Bàn duyệt"), self.search, action_button(self.previous), action_button(self.next)
        )
        self.column.addWidget(head)
        panes = QSplitter(Qt.Orientation.Horizontal)
        panes.setObjectName("review-panes")
        panes.setChildrenCollapsible(False)
        panes.setHandleWidth(1)
        panes.addWidget(self._queue_column())
        panes.addWidget(self.papers)
        panes.addWidget(self._side())
        panes.setStretchFactor(1, 1)
        panes.setSizes([300, 530, 340])
        self.column.addWidget(panes, 1)
        self._reading = QTimer(self, singleShot=True, interval=_READ_AFTER)
        self._reading.timeout.connect(self._have_read)
        self._laid: LaidArticle | None = None
        self._wire()
        self._choose(None)

    def _wire(self) -> None:
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(lambda row: self.article_wanted.emit(row.id))
        self.list.more_wanted.connect(self._ask_more)
        self.search.asked.connect(lambda _: self._ask())
        self.queues.queue_chosen.connect(lambda _: self._ask())
        self.changes.wanted.connect(self._compare)
        self.changes.shown_on_paper.connect(self._show_marks)
        self.discussion.paper_wanted.connect(lambda: self.changes.marks.setChecked(False))
        self.discussion.counted.connect(self._say_talk)
        self.discussion.asked_for.connect(lambda: self.tabs.setCurrentWidget(self.discussion))
        self.history.text_wanted.connect(partial(show_as_it_stood, self, self.client))

    # -- the queue -------------------------------------------------------------------------------------

    def shown(self) -> None:
        """Refresh the queue."""
        self.discussion.set_live(True)
        self._count()
        self._ask()

    def heed(self, changes: Changes) -> None:
        """Refresh when articles, or the ways of the office, changed."""
        if not self.isVisible():
            return
        if changes.articles or changes.settings or changes.people:
            self._count()
            self._ask()

    def seek(self) -> None:
        """Put the cursor into the search box."""
        self.search.setFocus()
        self.search.selectAll()

    def show_queue(self, queue_: Queue, article_id: int = 0) -> None:
        """Open a heap, at an article if one is named."""
        self._wanted = article_id
        self.search.clear()
        if self.queues.queue() is queue_:
            self._ask()
        else:
            self.queues.choose(queue_)

    def _count(self) -> None:
        self.ask(partial(counted, self.session.who), self._show_counts, key="trays")

    def _show_counts(self, counted: Counted) -> None:
        self.queues.show_counts(counted.trays, counted.days)
        told = self.tr("{n} bài chờ").format(n=counted.trays[Queue.WAITING])
        if counted.coming is not None:
            closes = self.tr(" · số {name} chốt bài sau {days} ngày")
            if counted.coming.days == 0:
                closes = self.tr(" · số {name} chốt bài hôm nay")
            told += closes.format(name=counted.coming.name, days=counted.coming.days)
        self._told.setText(told)

    def _ask(self) -> None:
        work = partial(queue.listing, self.session.who, self.queues.queue(), self.search.text())
        self.ask(work, self._show, key="queue")

    def _ask_more(self) -> None:
        rows = self.list.model.rows()
        if rows:
            work = partial(queue.listing, self.session.who, self.queues.queue(), self.search.text(), rows[-1])
            self.ask(work, partial(self._add, rows[-1]))

    def _add(self, after: ArticleRow, page: ListPage) -> None:
        if self.list.model.rows()[-1:] == [after]:  # else the queue was read anew meanwhile
            self.list.add_rows(page.rows, page.more)

    def _show(self, page: ListPage) -> None:
        searching = bool(self.search.text().strip())
        nothing = {
            Queue.RETURNED: self.tr("Không có bài nào bị trả lại cho đồng chí."),
            Queue.OVERDUE: self.tr("Không có bài nào nằm lâu."),
            Queue.UNANSWERED: self.tr("Không có trao đổi nào chờ trả lời."),
            Queue.DUE: self.tr("Chưa có số nào sắp chốt bài, hoặc bài của số ấy đã đủ."),
        }.get(self.queues.queue(), self.tr("Không còn bài nào chờ đồng chí."))
        self.list.show_rows(page.rows, page.more, self.tr("Không có bài nào khớp.") if searching else nothing)
        if self._wanted:
            self.list.choose(self._wanted)
            self._wanted = 0

    # -- the article -----------------------------------------------------------------------------------

    def _choose(self, row: ArticleRow | None) -> None:
        if self.isVisible():
            self._acts.follow(row)
        self._reading.stop()
        if row is None:
            self._laid = None
            self.papers.setCurrentWidget(self.paper)
            self.paper.show_nothing(self.tr("Khi có bài chờ, bài sẽ hiện ở đây đúng như khi in."))
            self.history.show_entries([])
            self.changes.show_compared(None)
            self.checks.show_article(0, None, frozenset())
            self.discussion.show_article(None, self.paper)
            self._warn(row)
            return
        self.ask(partial(lay, self.session.who, row.id), self._lay, key="paper")
        self.ask(partial(journal.of_article, row.id), self.history.show_entries, key="history")

    def _lay(self, laid: LaidArticle) -> None:
        chosen = self.list.current()
        if chosen is None or chosen.id != laid.opened.row.id:  # the queue moved on meanwhile
            return
        same = self._laid is not None and self._laid.opened.row.id == laid.opened.row.id
        at = self._in_view().verticalScrollBar().value() if same else 0
        self._laid = laid
        self.paper.show_text(laid.opened.text, laid.opened.pictures)
        if laid.compared.comparison is not None:
            self.diff.show_comparison(laid.compared.comparison, laid.compared.pictures)
        self.changes.show_compared(laid.compared)
        self.checks.show_article(laid.opened.row.id, laid.lists, laid.opened.row.acts)
        self.discussion.show_article(laid.opened.row, self.paper)
        if same:
            self._in_view().verticalScrollBar().setValue(at)
        self._name_tabs()
        self._warn(laid.opened.row)
        self._reading.start()

    def _have_read(self) -> None:
        """Remember what was read; the comparison on the screen stays until another article is chosen."""
        if self._laid is None or not self.isVisible():
            return
        row = self._laid.opened.row
        self.ask(
            partial(have_read, self.session.who, row.id, row.revision), lambda _: self.session.news.emit()
        )

    def _compare(self, earlier: int, later: int) -> None:
        if self._laid is not None:
            work = partial(compared, self.session.who, self._laid.opened, earlier, later)
            self.ask(work, self._lay_compared, key="compare")

    def _lay_compared(self, found: Compared) -> None:
        if self._laid is None or found.comparison is None:
            return
        self.diff.show_comparison(found.comparison, found.pictures)
        self.changes.show_compared(found)
        self._name_tabs()

    def _in_view(self) -> PaperSheet:
        return self.diff if self.papers.currentWidget() is self.diff else self.paper

    def _show_marks(self, on: bool) -> None:
        self.papers.setCurrentWidget(self.diff if on else self.paper)

    # -- words about it --------------------------------------------------------------------------------

    def _say_talk(self, threads: int, suggestions: int) -> None:
        self._talk = (threads, suggestions)
        self._name_tabs()
        self._warn(self._laid.opened.row if self._laid else None)

    def _name_tabs(self) -> None:
        laid = self._laid
        for tab, word, told in (
            (self.changes, self.tr("Thay đổi"), str(self.changes.places() or "")),
            (self.discussion, self.tr("Trao đổi"), str(self._talk[0] or "")),
            (self.checks, self.tr("Kiểm tra"), met(laid.lists) if laid else ""),
        ):
            self.tabs.setTabText(self.tabs.indexOf(tab), f"{word} {told}".rstrip())

    def _warn(self, row: ArticleRow | None) -> None:
        """Say beside the buttons what stands in an approval's way, and what does not but should be known."""
        words = []
        threads, suggestions = self._talk if row is not None else (0, 0)
        if suggestions:
            words.append(self.tr("Còn {n} đề nghị sửa chưa trả lời: chưa duyệt được.").format(n=suggestions))
        if threads - suggestions > 0:
            words.append(self.tr("Còn {n} trao đổi chưa khép.").format(n=threads - suggestions))
        if row is not None and row.recommended_by:
            words.append(self.tr("{name} đề nghị duyệt bản này.").format(name=row.recommended_by))
        self._warning.setText("\n".join(words))
        self._warned.setVisible(bool(words))

    # -- parts -----------------------------------------------------------------------------------------

    def _queue_column(self) -> QWidget:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.queues)
        column.addWidget(line())
        column.addWidget(self.list, 1)
        made = place("column", column)
        made.setMinimumWidth(260)
        return made

    def _side(self) -> QWidget:
        self._talk = (0, 0)
        self._wanted = 0
        self.tabs = QTabWidget()
        self.tabs.setUsesScrollButtons(False)
        self.tabs.addTab(self.changes, self.tr("Thay đổi"))
        self.tabs.addTab(self.discussion, self.tr("Trao đổi"))
        self.tabs.addTab(self.checks, self.tr("Kiểm tra"))
        self.tabs.addTab(self.history, self.tr("Lịch sử"))
        self._warning = label("", "small", wrap=True)
        row = QHBoxLayout()
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(8)
        self._sign = QLabel()
        self._dress()
        style.look().changed.connect(self._dress)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._warning, 1)
        self._warned = place("footer", row)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs, 1)
        column.addWidget(self._warned)
        column.addWidget(acts_footer(self._acts, _SHOWN))
        made = place("panel", column)
        made.setMinimumWidth(300)
        return made

    def _dress(self) -> None:
        self._sign.setPixmap(style.pixmap("info", "amber", 16, self.devicePixelRatioF()))

    def _make_steps(self) -> None:
        self.next = self._step(self.tr("Bài sau"), "Right", lambda: self.list.step(1))
        self.previous = self._step(self.tr("Bài trước"), "Left", lambda: self.list.step(-1))
        self.heap = self._step(self.tr("Hàng đợi tiếp theo"), "Q", self.queues.step)
        self.pane = self._step(self.tr("Sang khung kế tiếp"), "F6", self._next_pane)
        self._step("", "Ctrl+F", self.seek)
        for action in (self.changes.next, self.changes.previous, self.changes.marks, *self.discussion.keys):
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self.addAction(action)
        self.tab_keys = [
            self._step(words, f"Alt+{at}", partial(self._show_tab, at - 1))
            for at, words in enumerate(
                (self.tr("Thay đổi"), self.tr("Trao đổi"), self.tr("Kiểm tra"), self.tr("Lịch sử")), 1
            )
        ]

    def _next_pane(self) -> None:
        """Go from the queue to the paper, to the side panel, and round again."""
        panes = (self.list.view, self._in_view(), self.tabs.currentWidget())
        focus = QApplication.focusWidget()
        here = 0
        if focus is not None and focus is not self:
            here = next((at for at, one in enumerate(panes) if one is focus or one.isAncestorOf(focus)), 0)
        panes[(here + 1) % len(panes)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_tab(self, at: int) -> None:
        self.tabs.setCurrentIndex(at)
        self.tabs.currentWidget().setFocus()

    def _step(self, words: str, key: str, on: Callable[[], object]) -> QAction:
        made = QAction(words, self)
        made.setShortcut(QKeySequence(key))
        made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.triggered.connect(lambda: on())
        self.addAction(made)
        return made
