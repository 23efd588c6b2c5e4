"""Tin bài: the list of articles with its filters, the paper, and what may be done."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from desk.acts.gate import Changes
from desk.acts.rules import Act
from desk.articles import listing
from desk.articles.listing import ArticleRow, ListPage, ListQuery
from desk.department import sections
from desk.department.sections import SectionRow
from desk.issues import article_page
from desk.issues.article_page import Listed
from ui.articles.actions import ArticleActions
from ui.articles.filters import Filters, SearchBox
from ui.articles.list_menu import ListMenu
from ui.articles.list_view import ArticleList
from ui.articles.reading_pane import ReadingPane
from ui.controls.action_table import Entry, make_action
from ui.controls.labels import action_button, place
from ui.controls.letter_keys import rest_letters
from ui.controls.page_head import header
from ui.controls.pane_room import PaneRoom
from ui.look import local_settings
from ui.look.kept_size import keep_between, keep_least_width
from ui.session.page import Page
from ui.session.session import Session

_SHOWN = (
    Act.EDIT,
    Act.SUBMIT,
    Act.PASS,
    Act.RECOMMEND,
    Act.APPROVE,
    Act.RETURN,
    Act.WITHDRAW,
    Act.REOPEN,
    Act.FILE,
    Act.REASSIGN,
    Act.CORRECT,
    Act.RESTORE,
    Act.BIN,
)
_ROWS, _ROWS_MOST = 100, 1000  # a first look; and what a refresh brings back at most
_MORE = 40  # rows asked for while one scrolls: few at a time never stop a frame

_SOON = 15  # ms: longer than a paint, shorter than a glance


class ArticlesPage(Page):
    """The desk's articles; the chosen one lies on the paper."""

    def __init__(self, session: Session, acts: ArticleActions, new: QAction, bring: QAction) -> None:
        super().__init__(session)
        self._acts = acts
        self.search = SearchBox(self.tr("Tìm trong mọi bài (Ctrl+F)"))
        keep_between(self.search, 110, 280)
        self.filters = Filters(session.who, self.search)
        self.list = ArticleList()
        self._room = PaneRoom(self)
        head, _, self._count = header(
            self.tr("Tin bài"),
            self._room.button,
            self.search,
            action_button(bring),
            action_button(new, primary=True),
        )
        self.column.addWidget(head)
        self._panes = QSplitter(Qt.Orientation.Horizontal)
        self._panes.setObjectName("articles-panes")
        self._panes.setChildrenCollapsible(False)
        self._panes.setHandleWidth(1)
        self._column = self._list_column()
        self._panes.addWidget(self._column)
        self._blank = place("page")
        self._panes.addWidget(self._blank)
        self._panes.setStretchFactor(1, 1)
        self._panes.setSizes([330, 840])
        self.column.addWidget(self._panes, 1)
        self.filters.changed.connect(self._ask)
        self.list.chosen.connect(self._choose)
        self.search.left.connect(self.take_focus)
        self.list.opened.connect(lambda row: self.article_wanted.emit(row.id))
        self.list.more_wanted.connect(self._ask_more)
        ListMenu(self, self.list, acts, _SHOWN)
        self._query = ListQuery()
        self._wanted = 0  # an article to be chosen when the list is there
        self._answer: Listed | None = None  # while it is being shown
        make_action(self, Entry("", key="Ctrl+F"), self.seek)
        rest_letters(self.filters.whose, self.filters.stage, self.filters.section, self.filters.month)
        self._choose(None)

    @cached_property
    def reading(self) -> ReadingPane:
        """Return what lies beside the list; made once the list stands, so that the page opens sooner."""
        pane = ReadingPane(self.session, self._acts, _SHOWN, self.regret, self.shown)
        pane.corrections.wanted.connect(self.show_article)
        for action in pane.discussion.table.all():
            self.addAction(action)
        sizes = self._panes.sizes()
        self._panes.replaceWidget(self._panes.indexOf(self._blank), pane)
        self._blank.deleteLater()
        self._panes.setStretchFactor(1, 1)
        self._panes.setSizes(sizes)
        state = local_settings.read_bytes(f"panes/{pane.objectName()}")
        if not state.isEmpty():
            pane.restoreState(state)
        self._room.stand_in(pane.foot, pane.side)
        self._room.watch(self._panes, pane.read, pane.side, self._column)
        pane.discussion.asked_for.connect(
            lambda: self._room.bring(pane.side)
        )  # nobody writes where nothing is seen
        return pane

    def shown(self) -> None:
        """Refresh the filters' words, the list and the article beside it."""
        self.ask(_words_of_filters, lambda words: self.filters.offer(*words))
        self._refresh()

    def take_focus(self) -> None:
        """Begin in the list."""
        self.setFocus()
        self.list.take_focus()

    def heed(self, changes: Changes) -> None:
        """Refresh when articles, chuyên mục or placements changed."""
        if self.isVisible() and (changes.articles or changes.settings or changes.issues):
            if changes.act is Act.UNDO:  # what comes back is chosen again
                (self._wanted,) = changes.articles
            self._refresh()

    def show_article(self, article_id: int) -> None:
        """Show an article whatever the filters say; 0 shows the list alone."""
        self.search.clear()
        self.filters.open_all()
        if article_id:
            who = self.session.who
            self.ask(lambda: listing.row(who, article_id), self._bring_in)

    def expect(self, article_id: int) -> None:
        """Choose an article when the list comes anew, if it is among the rows."""
        self._wanted = article_id

    def show_checks(self, article_id: int, item: str) -> None:
        """Show an article and an item of its checklist before print."""
        self.reading.point_to(article_id, item)
        self.show_article(article_id)

    def _bring_in(self, row: ArticleRow) -> None:
        if not self.list.choose(row.id):
            rows = self.list.model.rows()
            self.list.show_rows((row, *rows), False)
            self.list.choose(row.id)

    def seek(self) -> None:
        """Put the cursor into the search box."""
        self.search.setFocus()
        self.search.selectAll()

    # -- the list --------------------------------------------------------------------------------------

    def _ask(self) -> None:
        """Ask for the list; the article follows when it stands: one may be typing what is searched."""
        self._ask_list(with_article=False)

    def _refresh(self) -> None:
        """Ask for the list and the article in one question, where one lies beside it."""
        self._ask_list(with_article="reading" in self.__dict__)

    def _ask_list(self, *, with_article: bool) -> None:
        who, query = self.session.who, self.filters.query()
        # A refresh brings back as many rows as were read so far: the chosen one must not fall out.
        so_far = len(self.list.model.rows()) if query == self._query else 0
        limit = max(_ROWS, min(so_far, _ROWS_MOST))
        searched = bool(query.words) and query.words != self._query.words
        self._query = query
        chosen = self.list.chosen_now(self._wanted) if with_article else None
        self.ask(
            lambda: article_page.read_list(who, lambda: listing.listing(who, query, None, limit), chosen),
            lambda answer: self._show(answer, best=searched),
            key="articles",
        )

    def _ask_more(self) -> None:
        rows = self.list.model.rows()
        if rows:
            who, query, last = self.session.who, self._query, rows[-1]
            self.ask(lambda: listing.listing(who, query, last, _MORE), lambda page: self._add(last, page))

    def _add(self, after: ArticleRow, page: ListPage) -> None:
        if self.list.model.rows()[-1:] == [after]:  # else the list was read anew meanwhile
            self.list.add_rows(page.rows, page.more)

    def _show(self, answer: Listed, *, best: bool) -> None:
        """Show the list; the `best` of what was searched anew is chosen, else what was chosen stays so."""
        if self.filters.is_open():
            empty = self.tr(
                "Chưa có bài nào.\nBấm “Bài mới” (Ctrl+N) để viết, hoặc “Nhập bài” để lấy từ tệp."
            )
        else:
            empty = self.tr("Không có bài nào khớp.\nThử bớt chữ trong ô tìm, hoặc chọn lại bộ lọc.")
        page, self._answer = answer.page, answer
        first = page.rows[0].id if best and page.rows else 0
        self.list.show_rows(page.rows, page.more, empty, self._wanted or first)
        self._answer, self._wanted = None, 0
        if not page.rows:
            QTimer.singleShot(_SOON, self, self._read)
        more = "+" if page.more else ""
        self._count.setText(self.tr("{n} bài").format(n=f"{len(page.rows)}{more}") if page.rows else "")

    # -- the article -----------------------------------------------------------------------------------

    def _choose(self, row: ArticleRow | None) -> None:
        if self.isVisible():
            self._acts.follow(row)
        if "reading" in self.__dict__:
            self._read()
        elif self.list.model.rowCount() or row is not None:
            # After the list has been painted: with it the window is there, the paper follows.
            QTimer.singleShot(_SOON, self, self._read)

    def _read(self) -> None:
        if not self.isVisible():  # closed, or left, before its time came; coming back reads anew
            return
        row = self.list.current()
        self.reading.expect(row)
        there = self._answer.reading if self._answer is not None else None
        if row is None:
            return
        if there is not None and there.opened.row.id == row.id:
            self.reading.show_reading(there)
            return
        who, article_id = self.session.who, row.id
        self.ask(lambda: article_page.read(who, article_id), self.reading.show_reading, key="paper")

    def _list_column(self) -> QWidget:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filters)
        column.addWidget(self.list, 1)
        list_column = place("column", column)
        keep_least_width(list_column, 260)
        return list_column


def _words_of_filters() -> tuple[list[SectionRow], list[str]]:
    return sections.listing(), listing.months()
