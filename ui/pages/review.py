"""Bàn duyệt: what waits for me, oldest first; read it as it prints, see what changed, decide."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desk import journal, revisions, shelf
from desk.compare import Comparison, compare
from desk.gate import Changes
from desk.rules import Act
from desk.shelf import ArticleRow, ListPage, ListQuery, Opened, Order
from ui import wording
from ui.acts import ArticleActs, rest_letters
from ui.pages.page import Page
from ui.seat import Seat
from ui.widgets.acts_footer import acts_footer
from ui.widgets.article_list import ArticleList
from ui.widgets.diff_view import DiffView
from ui.widgets.filters import SearchBox
from ui.widgets.history import History
from ui.widgets.labels import action_button, header, label, place, tool_button
from ui.widgets.paper import Paper

_SHOWN = (Act.APPROVE, Act.PASS, Act.RETURN, Act.EDIT)


@dataclass(frozen=True, slots=True)
class Compared:
    """An article beside one of its earlier revisions."""

    opened: Opened
    earlier: int | None
    comparison: Comparison | None
    numbers: tuple[tuple[int, str], ...]


class ReviewPage(Page):
    """The queue, the paper, what changed and what happened; one key each to decide."""

    def __init__(self, seat: Seat, acts: ArticleActs) -> None:
        super().__init__(seat)
        self._acts = acts
        self._stages = shelf.waiting_stages(seat.me.roles)
        self.search = SearchBox(self.tr("Tìm trong hàng đợi"))
        self.search.setFixedWidth(240)
        self.list = ArticleList()
        self.paper, self.diff = Paper(), DiffView()
        self.papers = QStackedWidget()
        self.papers.addWidget(self.paper)
        self.papers.addWidget(self.diff)
        self.history = History()
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
        panes.setSizes([300, 550, 320])
        self.column.addWidget(panes, 1)
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(lambda row: self.article_wanted.emit(row.id))
        self.list.more_wanted.connect(self._ask_more)
        self.search.asked.connect(lambda _: self._ask())
        self._choose(None)

    def shown(self) -> None:
        """Refresh the queue."""
        self._ask()

    def heed(self, changes: Changes) -> None:
        """Refresh when articles changed."""
        if self.isVisible() and changes.articles:
            self._ask()

    def seek(self) -> None:
        """Put the cursor into the search box."""
        self.search.setFocus()
        self.search.selectAll()

    def _query(self) -> ListQuery:
        return ListQuery(
            stages=self._stages, not_by=self.seat.who, order=Order.WAITING, words=self.search.text()
        )

    def _ask(self) -> None:
        if not self._stages:
            none = self.tr(
                "Bàn duyệt dành cho biên tập viên và lãnh đạo duyệt.\nĐồng chí chưa có vai trò này."
            )
            self.list.show_rows((), False, none)
            return
        self.ask(partial(shelf.listing, self.seat.who, self._query()), self._show, key="queue")

    def _ask_more(self) -> None:
        rows = self.list.model.rows()
        if rows:
            work = partial(shelf.listing, self.seat.who, self._query(), rows[-1])
            self.ask(work, partial(self._add, rows[-1]))

    def _add(self, after: ArticleRow, page: ListPage) -> None:
        if self.list.model.rows()[-1:] == [after]:  # else the queue was read anew meanwhile
            self.list.add_rows(page.rows, page.more)

    def _show(self, page: ListPage) -> None:
        searching = bool(self.search.text().strip())
        empty = self.tr("Không có bài nào khớp.") if searching else self.tr("Không còn bài nào chờ đồng chí.")
        self.list.show_rows(page.rows, page.more, empty)
        count = f"{len(page.rows)}+" if page.more else str(len(page.rows))
        self._told.setText(self.tr("{n} bài chờ, cũ nhất ở trên").format(n=count) if page.rows else "")

    def _choose(self, row: ArticleRow | None) -> None:
        if self.isVisible():
            self._acts.follow(row)
        if row is None:
            self.papers.setCurrentWidget(self.paper)
            self.paper.show_nothing(self.tr("Khi có bài chờ, bài sẽ hiện ở đây đúng như khi in."))
            self.history.show_entries([])
            self._say_changes(None)
            return
        self._compare_with(row.id, None)
        self.ask(partial(journal.of_article, row.id), self.history.show_entries, key="history")

    def _compare_with(self, article_id: int, earlier: int | None) -> None:
        work = partial(_compared, self.seat.who, article_id, earlier)
        self.ask(work, self._lay, key="paper")

    def _lay(self, found: Compared) -> None:
        chosen = self.list.current()
        if chosen is None or chosen.id != found.opened.row.id:  # the queue moved on meanwhile
            return
        self._marks.setEnabled(found.comparison is not None)
        self._say_changes(found)
        self.paper.show_text(found.opened.text, found.opened.pictures)
        if found.comparison is not None:
            self.diff.show_comparison(found.comparison, found.opened.pictures)
        self._show_marks(self._marks.isChecked())

    def _show_marks(self, on: bool) -> None:
        marked = on and self._marks.isEnabled()
        self.papers.setCurrentWidget(self.diff if marked else self.paper)
        for button in self._changes_keys:
            button.setEnabled(marked)

    def _say_changes(self, found: Compared | None) -> None:
        self._earlier.blockSignals(True)
        self._earlier.clear()
        for number, words in found.numbers if found else ():
            self._earlier.addItem(words, number)
        self._earlier.setCurrentIndex(self._earlier.findData(found.earlier) if found else -1)
        self._comparing.setVisible(bool(found and found.numbers))
        self._earlier.blockSignals(False)
        if found is None:
            self._sum.setText("")
        elif found.comparison is None:
            self._sum.setText(self.tr("Đây là phiên bản đầu, chưa có gì để so."))
        else:
            summary = found.comparison.summary
            places = self.tr("{n} chỗ sửa").format(n=summary.changes)
            moved = self.tr(", {n} đoạn chuyển").format(n=summary.moved) if summary.moved else ""
            told = self.tr("Phiên bản {a} → {b}: ").format(a=found.earlier, b=found.opened.row.revision)
            nothing = self.tr("chữ không đổi")
            self._sum.setText(told + (places + moved if summary.changes or summary.moved else nothing))

    def _queue_column(self) -> QWidget:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        words = label(self.tr("CHỜ TÔI"), "section")
        words.setContentsMargins(16, 10, 16, 8)
        column.addWidget(words)
        column.addWidget(self.list, 1)
        made = place("column", column)
        made.setMinimumWidth(260)
        return made

    def _side(self) -> QWidget:
        tabs = QTabWidget()
        tabs.addTab(self._changes_tab(), self.tr("Thay đổi"))
        tabs.addTab(self.history, self.tr("Lịch sử"))
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(tabs, 1)
        column.addWidget(acts_footer(self._acts, _SHOWN))
        made = place("panel", column)
        made.setMinimumWidth(280)
        return made

    def _changes_tab(self) -> QWidget:
        self._earlier = QComboBox()
        self._earlier.setAccessibleName(self.tr("So với phiên bản"))
        self._earlier.activated.connect(self._other_revision)
        rest_letters(self._earlier)
        self._sum = label("", "heading", wrap=True)
        self._marks = QAction(self.tr("Hiện chỗ sửa trên bài"), self)
        self._marks.setCheckable(True)
        self._marks.setChecked(True)
        self._marks.setShortcut(QKeySequence("Ctrl+D"))
        self._marks.toggled.connect(self._show_marks)
        self.addAction(self._marks)
        box = QCheckBox(self.tr("Hiện chỗ sửa trên bài (Ctrl+D)"))
        box.setChecked(True)
        box.toggled.connect(self._marks.setChecked)
        self._marks.toggled.connect(box.setChecked)
        up = tool_button(self.tr("Chỗ sửa trước (Shift+F8)"), self.diff.previous_change, "up")
        down = tool_button(self.tr("Chỗ sửa sau (F8)"), self.diff.next_change, "down")
        self._changes_keys = (up, down)
        keys = QHBoxLayout()
        keys.addWidget(up)
        keys.addWidget(down)
        keys.addStretch(1)
        column = QVBoxLayout()
        column.setContentsMargins(14, 14, 14, 14)
        column.setSpacing(10)
        column.addWidget(self._sum)
        inside = QVBoxLayout()
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(10)
        inside.addWidget(label(self.tr("So với"), "small"))
        inside.addWidget(self._earlier)
        inside.addWidget(box)
        inside.addLayout(keys)
        self._comparing = place("bare", inside)
        column.addWidget(self._comparing)
        column.addStretch(1)
        return place("bare", column)

    def _other_revision(self) -> None:
        row = self.list.current()
        if row is not None:
            self._compare_with(row.id, self._earlier.currentData())

    def _make_steps(self) -> None:
        self.next = QAction(self.tr("Bài sau"), self)
        self.next.setShortcut(QKeySequence("Right"))
        self.next.triggered.connect(lambda: self.list.step(1))
        self.previous = QAction(self.tr("Bài trước"), self)
        self.previous.setShortcut(QKeySequence("Left"))
        self.previous.triggered.connect(lambda: self.list.step(-1))
        after = QAction(self)
        after.setShortcut(QKeySequence("F8"))
        after.triggered.connect(lambda: self.diff.next_change())
        before = QAction(self)
        before.setShortcut(QKeySequence("Shift+F8"))
        before.triggered.connect(lambda: self.diff.previous_change())
        find = QAction(self)
        find.setShortcut(QKeySequence("Ctrl+F"))
        find.triggered.connect(self.seek)
        for action in (self.next, self.previous, after, before, find):
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self.addAction(action)


def _compared(who: int, article_id: int, earlier: int | None) -> Compared:
    opened = shelf.open_article(who, article_id)
    rows = [row for row in revisions.listing(article_id) if row.number < opened.row.revision]
    numbers = tuple(
        (row.number, f"Phiên bản {row.number} – {row.saved_by}, {wording.moment(row.saved_at)}")
        for row in rows
    )
    if earlier is None:
        earlier = rows[0].number if rows else None
    comparison = compare(revisions.text_of(article_id, earlier), opened.text) if earlier is not None else None
    return Compared(opened, earlier, comparison, numbers)
