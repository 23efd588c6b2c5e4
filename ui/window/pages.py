"""The pages of the window and the ways to them; each is made when it is first shown: the window stands sooner."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QSplitter, QStackedWidget

from desk.review.queue import Queue
from ui.look import local_settings
from ui.session.page import Page
from ui.session.session import Session
from ui.window.sidebar import Sidebar

if TYPE_CHECKING:
    from datetime import date

    from ui.articles.actions import ArticleActions
    from ui.articles.importer import Importer
    from ui.articles.page import ArticlesPage
    from ui.calendar.page import CalendarPage
    from ui.editor.page import EditorPage
    from ui.issue.exporter import Exporter
    from ui.issue.page import IssuePage
    from ui.issue.released_page import ReleasedIssuesPage
    from ui.journal.page import JournalPage
    from ui.review.page import ReviewPage
    from ui.settings.page import SettingsPage
    from ui.today.page import TodayPage

P = TypeVar("P", bound=Page)


EDITOR = "editor"


class WindowPages(QMainWindow):
    """The pages by name, and what shows one of them; `Window` has the rest."""

    session: Session
    new: QAction
    bring: QAction
    revisions: QAction
    pages: dict[str, Page]
    _stack: QStackedWidget
    _side: Sidebar
    _came_from: str

    # -- ways to them ----------------------------------------------------------------------------------

    def page(self) -> Page:
        """Return the page in view."""
        shown = self._stack.currentWidget()
        return next(page for page in self.pages.values() if page is shown)

    def go(self, name: str) -> None:
        """Show a page; the editor is first asked whether it may be left."""
        if self._is_writing() and name != EDITOR:
            self.editor.leave(partial(self._show, name))
            self._side.show_page(self._name_of(self.page()))
        else:
            self._show(name)

    def _show(self, name: str) -> None:
        if name != EDITOR:
            self._came_from = name
        page: Page = getattr(self, name)
        if self._has_acts():
            self.acts.set_live(not page.types)
            self.acts.follow(None)
        self.revisions.setEnabled(not page.types)
        self._stack.setCurrentWidget(page)
        self._side.show_page(name if name != EDITOR else self._came_from)
        page.shown()
        page.take_focus()

    def _name_of(self, page: Page) -> str:
        return next(name for name, one in self.pages.items() if one is page)

    def _is_writing(self) -> bool:
        return EDITOR in self.pages and self.page() is self.pages[EDITOR]

    def show_tray(self, tray: Queue, article_id: int) -> None:
        """Open a heap of the queue, at an article if one is named."""
        self.go("review")
        self.review.show_tray(tray, article_id)

    def show_article(self, article_id: int) -> None:
        """Show an article in the list of all; 0 shows those on their road."""
        self.go("articles")
        self.articles.show_article(article_id)

    def show_checks(self, article_id: int, item: str) -> None:
        """Show an item of an article's checklist before print, in the list of all."""
        self.go("articles")
        self.articles.show_checks(article_id, item)

    def show_meeting(self, key: object) -> None:
        """Show a meeting in the calendar: its number and origin; None shows what lacks its news."""
        self.go("calendar")
        self.calendar.show_meeting(key)

    def show_day(self, day: date) -> None:
        """Show a day in the calendar."""
        self.go("calendar")
        self.calendar.show_day(day)

    def show_issue(self, issue_id: int) -> None:
        """Show an issue; 0 the page alone."""
        self.go("issue")
        if issue_id:
            self.issue.show_issue(issue_id)

    def show_imprint(self, field: str) -> None:
        """Show a line of the desk's imprint in the settings."""
        self.go("settings")
        self.settings.show_imprint(field)

    def edit(self, article_id: int) -> None:
        """Open an article in the editor."""
        self.edit_picture(article_id, "")

    def edit_picture(self, article_id: int, block: str) -> None:
        """Open an article in the editor, at a picture."""
        self._show(EDITOR)
        self.editor.open(article_id, block)

    def new_article(self) -> None:
        """Begin an article on an empty sheet."""

        def begin() -> None:
            self._show(EDITOR)
            self.editor.start()

        if self._is_writing():
            self.editor.leave(begin)
        else:
            begin()

    def ask_and_edit(self, article_id: int) -> None:
        """Open an article; what is being written is first asked about."""
        if self._is_writing():
            self.editor.leave(partial(self.edit, article_id))
        else:
            self.edit(article_id)

    # -- the pages, made when they are wanted --------------------------------------------------------------

    @cached_property
    def acts(self) -> ArticleActions:
        """Return the acts on an article; they come with the first page that shows articles."""
        from ui.articles.actions import ArticleActions

        acts = ArticleActions(self.session.client, self.session.who, self)
        acts.edit_wanted.connect(lambda row: self.edit(row.id))
        return acts

    def _has_acts(self) -> bool:
        return "acts" in self.__dict__

    @cached_property
    def today(self) -> TodayPage:
        """Return the page Hôm nay."""
        from ui.today.page import TodayPage

        page = self._made("today", TodayPage(self.session))
        page.tray_wanted.connect(self.show_tray)
        page.list_wanted.connect(self.show_article)
        page.issue_wanted.connect(self.show_issue)
        page.meeting_wanted.connect(self.show_meeting)
        return page

    @cached_property
    def calendar(self) -> CalendarPage:
        """Return the page Lịch họp."""
        from ui.calendar.page import CalendarPage

        return self._made("calendar", CalendarPage(self.session))

    @cached_property
    def articles(self) -> ArticlesPage:
        """Return the page Tin bài."""
        from ui.articles.page import ArticlesPage

        return self._made("articles", ArticlesPage(self.session, self.acts, self.new, self.bring))

    @cached_property
    def review(self) -> ReviewPage:
        """Return the page Bàn duyệt."""
        from ui.review.page import ReviewPage

        return self._made("review", ReviewPage(self.session, self.acts))

    @cached_property
    def issue(self) -> IssuePage:
        """Return the page Bản tin."""
        from ui.issue.page import IssuePage

        page = self._made("issue", IssuePage(self.session, self.exporter))
        page.review_wanted.connect(self.show_article)
        page.checks_wanted.connect(self.show_checks)
        page.picture_wanted.connect(self.edit_picture)
        page.imprint_wanted.connect(self.show_imprint)
        page.day_wanted.connect(self.show_day)
        return page

    @cached_property
    def shelf(self) -> ReleasedIssuesPage:
        """Return the page Tủ bản tin."""
        from ui.issue.released_page import ReleasedIssuesPage

        page = self._made("shelf", ReleasedIssuesPage(self.session))
        page.issue_wanted.connect(self.show_issue)
        return page

    @cached_property
    def journal(self) -> JournalPage:
        """Return the page Nhật ký."""
        from ui.journal.page import JournalPage

        return self._made("journal", JournalPage(self.session))

    @cached_property
    def settings(self) -> SettingsPage:
        """Return the page Thiết lập."""
        from ui.settings.page import SettingsPage

        return self._made("settings", SettingsPage(self.session))

    @cached_property
    def editor(self) -> EditorPage:
        """Return the editor."""
        from ui.editor.page import EditorPage

        page = self._made(EDITOR, EditorPage(self.session))
        page.left.connect(lambda: self._show(self._came_from))
        return page

    @cached_property
    def exporter(self) -> Exporter:
        """Return what exports issues."""
        from ui.issue.exporter import Exporter

        return Exporter(self.session, self)

    @cached_property
    def intake(self) -> Importer:
        """Return what takes files in."""
        from ui.articles.importer import Importer

        intake = Importer(self.session, self)
        intake.taken.connect(self.edit)
        return intake

    def _made(self, name: str, page: P) -> P:
        self.pages[name] = page
        self._stack.addWidget(page)
        page.article_wanted.connect(self.edit)
        for splitter in page.findChildren(QSplitter) if page.panes else ():
            state = local_settings.read_bytes(f"panes/{splitter.objectName()}")
            if splitter.objectName() and not state.isEmpty():
                splitter.restoreState(state)
        return page
