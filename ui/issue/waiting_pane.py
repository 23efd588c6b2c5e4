"""The approved articles that wait for a place in an issue, beside its plan."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QFrame, QVBoxLayout

from desk.articles import listing
from desk.articles.listing import ArticleRow, ListPage
from desk.issues.page import WAITING
from ui.articles.list_view import ArticleList
from ui.controls.flow_layout import FlowLayout
from ui.controls.labels import action_button, label, place
from ui.look.kept_size import keep_least_width
from ui.session.page import Page

_LEAST, _MOST = 100, 1000  # rows asked for at once


class WaitingPane(QFrame):
    """A list that is given its articles by the page and asks for more of them, and the button that places one."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self.setProperty("place", "panel")
        keep_least_width(self, 240)
        self.list = ArticleList()
        self.list.view.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)  # into the plan
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

    def length(self) -> int:
        """Return how many articles a refresh is to bring: those that are in the list now."""
        return max(_LEAST, min(len(self.list.model.rows()), _MOST))

    def show_page(self, page: ListPage) -> None:
        """Show these articles."""
        empty = self.tr("Không có bài đã duyệt nào chờ xếp.\nBài được duyệt sẽ tự hiện ở đây.")
        self.list.show_rows(page.rows, page.more, empty)

    def _ask_more(self) -> None:
        rows, who = self.list.model.rows(), self._page.session.who
        if not rows:
            return
        last = rows[-1]

        def add(page: ListPage) -> None:
            if self.list.model.rows()[-1:] == [last]:  # else it was filled anew meanwhile
                self.list.add_rows(page.rows, page.more)

        self._page.ask(lambda: listing.listing(who, WAITING, last), add, key="unplaced")
