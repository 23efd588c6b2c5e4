"""The approved articles that wait for a place in an issue, beside its plan."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QVBoxLayout

from desk.acts.rules import Stage
from desk.articles import listing
from desk.articles.listing import ArticleRow, ListPage, ListQuery, Order
from ui.articles.list_view import ArticleList
from ui.controls.flow_layout import FlowLayout
from ui.controls.labels import action_button, label, place
from ui.session.page import Page

_WAITING = ListQuery(stages=frozenset({Stage.APPROVED}), unplaced=True, order=Order.EVENT)


class WaitingPane(QFrame):
    """A list that fills itself for its page, and the button that places what is chosen."""

    shown = Signal()  # the list is there, anew

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self.setProperty("place", "panel")
        self.setMinimumWidth(240)
        self.list = ArticleList()
        self.list.more_wanted.connect(self._ask_more)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        words = label(self.tr("ĐÃ DUYỆT, CHƯA XẾP"), "section")
        words.setContentsMargins(16, 10, 16, 8)
        self._column.addWidget(words)
        self._column.addWidget(self.list, 1)

    def offer(self, put: QAction) -> None:
        """Offer what places the chosen article."""
        flow = FlowLayout()
        flow.addWidget(action_button(put, primary=True, key=False))
        foot = place("footer")
        foot.setLayout(flow)
        self._column.addWidget(foot)

    def current(self) -> ArticleRow | None:
        """Return the chosen article."""
        return self.list.current()

    def any(self) -> bool:
        """Say whether anything waits."""
        return bool(self.list.model.rows())

    def ask(self) -> None:
        """Fill the list anew."""
        shown = max(100, min(len(self.list.model.rows()), 1000))
        work = partial(listing.listing, self._page.session.who, _WAITING, None, shown)
        self._page.ask(work, self._show, key="unplaced")

    def _ask_more(self) -> None:
        rows = self.list.model.rows()
        if rows:
            work = partial(listing.listing, self._page.session.who, _WAITING, rows[-1])
            self._page.ask(work, lambda page: self.list.add_rows(page.rows, page.more), key="unplaced")

    def _show(self, page: ListPage) -> None:
        empty = self.tr("Không có bài đã duyệt nào chờ xếp.\nBài được duyệt sẽ tự hiện ở đây.")
        self.list.show_rows(page.rows, page.more, empty)
        self.shown.emit()
