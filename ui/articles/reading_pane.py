"""What lies beside the list: the paper, what is known of the article, its checklists, history and acts."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QTabWidget, QVBoxLayout, QWidget

from desk.acts import journal
from desk.acts.rules import Act
from desk.articles import listing
from desk.articles.listing import ArticleRow, Opened
from desk.review import checklists
from desk.review.checklists import Lists
from ui.articles.actions import ArticleActions
from ui.articles.actions_footer import acts_footer
from ui.articles.checklist_acts import ChecklistActions, met
from ui.articles.corrections import Corrections
from ui.articles.discussion import Discussion
from ui.articles.history import History
from ui.articles.old_revision_dialog import show_as_it_stood
from ui.controls.labels import label, place
from ui.paper.paper import Paper
from ui.session.page import Page
from ui.words import review as review_words
from ui.words import wording


class ReadingPane(QSplitter):
    """Reads one article at a time on behalf of a page."""

    def __init__(self, page: Page, acts: ArticleActions, shown: tuple[Act, ...]) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._page = page
        self._row: ArticleRow | None = None
        self._laid = 0  # the article on the paper
        self.paper, self.history, self.corrections = Paper(), History(), Corrections(page)
        self.discussion = Discussion(page.client, page.session.who)
        self.checks = ChecklistActions(page)
        self._pointed = (0, "")  # an article and an item of its checklist to be shown when they are there
        self.history.text_wanted.connect(partial(show_as_it_stood, page, page.client))
        self.discussion.counted.connect(self._count)
        self.discussion.asked_for.connect(lambda: self.tabs.setCurrentWidget(self.discussion))
        for action in self.discussion.keys:
            page.addAction(action)
        self.setObjectName("reading-panes")
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.addWidget(self.paper)
        self.addWidget(self._side(acts, shown))
        self.setStretchFactor(0, 1)
        self.setSizes([560, 280])

    def read(self, row: ArticleRow | None) -> None:
        """Lay an article on the paper; None clears it."""
        self._row = row
        self.corrections.show_article(row)
        if row is None:
            self._laid = 0
            self.paper.show_nothing(self.tr("Chọn một bài ở danh sách bên trái để đọc."))
            self.history.show_entries([])
            self.discussion.show_article(None, self.paper)
            self._show_lists(0, None)
            self._note.hide()
            return
        self._page.ask(partial(listing.open_article, self._page.session.who, row.id), self._lay, key="paper")
        self._page.ask(partial(journal.of_article, row.id), self.history.show_entries, key="history")
        self._page.ask(
            partial(checklists.of_article, row.id), partial(self._show_lists, row.id), key="checklists"
        )

    def point_to(self, article_id: int, item: str) -> None:
        """Bring an item of an article's checklist before print into view as soon as the article is read."""
        self._pointed = (article_id, item)

    def _show_lists(self, article_id: int, lists: Lists | None) -> None:
        if self._row is not None and self._row.id != article_id:  # another was chosen meanwhile
            return
        self.checks.show_article(article_id, lists, self._row.acts if self._row else frozenset())
        words, told = self.tr("Kiểm tra"), met(lists) if lists else ""
        self.tabs.setTabText(self.tabs.indexOf(self.checks), f"{words} {told}".rstrip())
        if article_id and self._pointed[0] == article_id:
            self.tabs.setCurrentWidget(self.checks)
            self.checks.point_to(self._pointed[1])
            self._pointed = (0, "")

    def _lay(self, opened: Opened) -> None:
        if self._row is None or self._row.id != opened.row.id:  # another was chosen meanwhile
            return
        bar = self.paper.verticalScrollBar()
        at = bar.value() if self._laid == opened.row.id else 0
        self._laid = opened.row.id
        self.paper.show_text(opened.text, opened.pictures)
        bar.setValue(at)  # a tick beside it leaves one where one reads
        self.discussion.show_article(opened.row, self.paper)
        parts = [wording.stage(opened.row.stage), self.tr("phiên bản {n}").format(n=opened.row.revision)]
        parts.insert(0, review_words.genre(opened.row.genre))
        if opened.row.section:
            parts.insert(0, opened.row.section)
        if opened.approved_by:
            signed = (
                self.tr("{name} duyệt")
                if not opened.approved_for
                else self.tr("{name} ký thay {chief} duyệt")
            )
            parts.append(signed.format(name=opened.approved_by, chief=opened.approved_for))
        if opened.row.recommended_by:
            parts.append(self.tr("{name} đề nghị duyệt").format(name=opened.row.recommended_by))
        parts.append(self.tr("{n} từ").format(n=wording.number(opened.row.words)))
        self._note.setText(" · ".join(parts))
        self._note.show()

    def _count(self, threads: int, _: int) -> None:
        words = self.tr("Trao đổi")
        self.tabs.setTabText(self.tabs.indexOf(self.discussion), f"{words} {threads}" if threads else words)

    def _side(self, acts: ArticleActions, shown: tuple[Act, ...]) -> QWidget:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._note = label("", "muted", wrap=True)
        self._note.setContentsMargins(16, 12, 16, 8)
        column.addWidget(self._note)
        column.addWidget(self.corrections)
        self.tabs = QTabWidget()
        self.tabs.setUsesScrollButtons(False)
        self.tabs.addTab(self.history, self.tr("Lịch sử"))
        self.tabs.addTab(self.discussion, self.tr("Trao đổi"))
        self.tabs.addTab(self.checks, self.tr("Kiểm tra"))
        column.addWidget(self.tabs, 1)
        column.addWidget(acts_footer(acts, shown))
        made = place("panel", column)
        made.setMinimumWidth(260)
        return made
