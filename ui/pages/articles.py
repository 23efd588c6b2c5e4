"""Tin bài: the list of articles with its filters, the paper, and what may be done."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QSplitter, QVBoxLayout, QWidget

from desk import journal, sections, shelf
from desk.gate import Changes
from desk.rules import Act
from desk.shelf import ArticleRow, ListPage, ListQuery, Opened
from ui import wording
from ui.acts import ArticleActs, rest_letters
from ui.pages.page import Page
from ui.seat import Seat
from ui.widgets.acts_footer import acts_footer
from ui.widgets.article_list import ArticleList
from ui.widgets.filters import Filters, SearchBox
from ui.widgets.history import History
from ui.widgets.labels import action_button, header, label, place
from ui.widgets.paper import Paper

_SHOWN = (
    Act.EDIT,
    Act.SUBMIT,
    Act.PASS,
    Act.APPROVE,
    Act.RETURN,
    Act.WITHDRAW,
    Act.REOPEN,
    Act.FILE,
    Act.RESTORE,
    Act.BIN,
)
_ROWS, _ROWS_MOST = 100, 1000  # a first look; and what a refresh brings back at most


class ArticlesPage(Page):
    """The desk's articles; the chosen one lies on the paper."""

    def __init__(self, seat: Seat, acts: ArticleActs, new: QAction, bring: QAction) -> None:
        super().__init__(seat)
        self._acts = acts
        self.search = SearchBox(self.tr("Tìm trong mọi bài (Ctrl+F)"))
        self.search.setFixedWidth(280)
        self.filters = Filters(seat.who, self.search)
        self.list = ArticleList()
        self.paper = Paper()
        self.history = History()
        head, _, self._told = header(
            self.tr("Tin bài"), self.search, action_button(bring), action_button(new, primary=True)
        )
        self.column.addWidget(head)
        self._panes = QSplitter(Qt.Orientation.Horizontal)
        self._panes.setObjectName("articles-panes")
        self._panes.setChildrenCollapsible(False)
        self._panes.setHandleWidth(1)
        self._panes.addWidget(self._list_column())
        self._panes.addWidget(self.paper)
        self._panes.addWidget(self._side())
        self._panes.setStretchFactor(1, 1)
        self._panes.setSizes([330, 560, 280])
        self.column.addWidget(self._panes, 1)
        self.filters.changed.connect(self._ask)
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(lambda row: self.article_wanted.emit(row.id))
        self.list.more_wanted.connect(self._ask_more)
        self.list.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.view.customContextMenuRequested.connect(self._menu)
        self._query = ListQuery()
        find = QAction(self)
        find.setShortcut(QKeySequence("Ctrl+F"))
        find.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.triggered.connect(self.seek)
        self.addAction(find)
        rest_letters(self.filters.whose, self.filters.stage, self.filters.section, self.filters.month)
        self._choose(None)

    def shown(self) -> None:
        """Refresh the filters' words and the list."""
        self.ask(_words_of_filters, lambda found: self.filters.offer(*found))
        self._ask()

    def heed(self, changes: Changes) -> None:
        """Refresh when articles, chuyên mục or placements changed."""
        if self.isVisible() and (changes.articles or changes.settings or changes.issues):
            self._ask()

    def seek(self) -> None:
        """Put the cursor into the search box."""
        self.search.setFocus()
        self.search.selectAll()

    def _ask(self) -> None:
        query = self.filters.query()
        # A refresh brings back as many rows as were read so far: the chosen one must not fall out.
        least = len(self.list.model.rows()) if query == self._query else 0
        self._query = query
        work = partial(shelf.listing, self.seat.who, query, None, max(_ROWS, min(least, _ROWS_MOST)))
        self.ask(work, self._show, key="articles")

    def _ask_more(self) -> None:
        rows = self.list.model.rows()
        if rows:
            self.ask(
                partial(shelf.listing, self.seat.who, self._query, rows[-1]), partial(self._add, rows[-1])
            )

    def _add(self, after: ArticleRow, page: ListPage) -> None:
        if self.list.model.rows()[-1:] == [after]:  # else the list was read anew meanwhile
            self.list.add_rows(page.rows, page.more)

    def _show(self, page: ListPage) -> None:
        if self.filters.is_open():
            empty = self.tr(
                "Chưa có bài nào.\nBấm “Bài mới” (Ctrl+N) để viết, hoặc “Nhập bài” để lấy từ tệp."
            )
        else:
            empty = self.tr("Không có bài nào khớp.\nThử bớt chữ trong ô tìm, hoặc chọn lại bộ lọc.")
        self.list.show_rows(page.rows, page.more, empty)
        more = "+" if page.more else ""
        self._told.setText(self.tr("{n} bài").format(n=f"{len(page.rows)}{more}") if page.rows else "")

    def _choose(self, row: ArticleRow | None) -> None:
        if self.isVisible():
            self._acts.follow(row)
        if row is None:
            self.paper.show_nothing(self.tr("Chọn một bài ở danh sách bên trái để đọc."))
            self.history.show_entries([])
            self._note.hide()
            return
        work = partial(shelf.open_article, self.seat.who, row.id)
        self.ask(work, self._lay, key="paper")
        self.ask(partial(journal.of_article, row.id), self.history.show_entries, key="history")

    def _lay(self, opened: Opened) -> None:
        chosen = self.list.current()
        if chosen is None or chosen.id != opened.row.id:  # the list moved on meanwhile
            return
        self.paper.show_text(opened.text, opened.pictures)
        parts = [wording.stage(opened.row.stage), self.tr("phiên bản {n}").format(n=opened.row.revision)]
        if opened.row.section:
            parts.insert(0, opened.row.section)
        if opened.approved_by:
            parts.append(self.tr("{name} duyệt").format(name=opened.approved_by))
        parts.append(self.tr("{n} từ").format(n=wording.number(opened.row.words)))
        self._note.setText(" · ".join(parts))
        self._note.show()

    def _list_column(self) -> QWidget:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filters)
        column.addWidget(self.list, 1)
        made = place("column", column)
        made.setMinimumWidth(300)
        return made

    def _side(self) -> QWidget:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._note = label("", "muted", wrap=True)
        self._note.setContentsMargins(16, 12, 16, 8)
        column.addWidget(self._note)
        column.addWidget(self.history, 1)
        column.addWidget(acts_footer(self._acts, _SHOWN))
        made = place("panel", column)
        made.setMinimumWidth(260)
        return made

    def _menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        for act in _SHOWN:
            if self._acts.actions[act].isEnabled():
                menu.addAction(self._acts.actions[act])
        menu.popup(self.list.view.viewport().mapToGlobal(at))


def _words_of_filters() -> tuple[list[sections.SectionRow], list[str]]:
    return sections.listing(), shelf.months()
