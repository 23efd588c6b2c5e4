"""The window's pages, each loaded and made when it is first shown: the window stands sooner."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QSplitter, QStackedWidget

from desk.queue import Tray
from ui import look_settings
from ui.pages.page import Page
from ui.seat import Seat

if TYPE_CHECKING:
    from datetime import date

    from ui.acts import ArticleActs
    from ui.export import Exporter
    from ui.intake import Intake
    from ui.pages.articles import ArticlesPage
    from ui.pages.calendar import CalendarPage
    from ui.pages.editor import EditorPage
    from ui.pages.issue import IssuePage
    from ui.pages.journal import JournalPage
    from ui.pages.review import ReviewPage
    from ui.pages.settings import SettingsPage
    from ui.pages.shelf import ShelfPage
    from ui.pages.today import TodayPage

P = TypeVar("P", bound=Page)


EDITOR = "editor"
# What the window loads when it is first wanted, likeliest first, for those who have time to load it before.
AHEAD = (
    "ui.acts",
    *(
        f"ui.pages.{name}"
        for name in ("articles", EDITOR, "review", "issue", "calendar", "shelf", "settings")
    ),
    "ui.pages.journal",
    "ui.intake",
    "ui.widgets.notice",
)


class Rooms(QMainWindow):
    """The pages by name; `Window` leads through them."""

    seat: Seat
    new: QAction
    bring: QAction
    pages: dict[str, Page]
    _stack: QStackedWidget
    _came_from: str

    def edit(self, article_id: int) -> None:
        """Open an article in the editor."""
        raise NotImplementedError

    def edit_picture(self, article_id: int, block: str) -> None:
        """Open an article in the editor, at a picture."""
        raise NotImplementedError

    def show_tray(self, tray: Tray, article_id: int) -> None:
        """Open a heap of the queue."""
        raise NotImplementedError

    def show_article(self, article_id: int) -> None:
        """Show an article in the list of all."""
        raise NotImplementedError

    def go(self, name: str) -> None:
        """Show a page."""
        raise NotImplementedError

    def show_day(self, day: date) -> None:
        """Show a day in the calendar."""
        self.go("calendar")
        self.calendar.show_day(day)

    def show_checks(self, article_id: int, item: str) -> None:
        """Show an item of an article's checklist before print."""
        raise NotImplementedError

    def show_issue(self, issue_id: int) -> None:
        """Show an issue."""
        raise NotImplementedError

    def show_imprint(self, field: str) -> None:
        """Show a line of the desk's imprint."""
        raise NotImplementedError

    def show_meeting(self, key: object) -> None:
        """Show a meeting in the calendar."""
        raise NotImplementedError

    def _show(self, name: str) -> None:
        raise NotImplementedError

    @cached_property
    def acts(self) -> ArticleActs:
        """Return the acts on an article; they come with the first page that shows articles."""
        from ui.acts import ArticleActs

        acts = ArticleActs(self.seat.office, self.seat.who, self)
        acts.edit_wanted.connect(lambda row: self.edit(row.id))
        return acts

    def _has_acts(self) -> bool:
        return "acts" in self.__dict__

    @cached_property
    def today(self) -> TodayPage:
        """Return the page Hôm nay."""
        from ui.pages.today import TodayPage

        page = self._made("today", TodayPage(self.seat))
        page.tray_wanted.connect(self.show_tray)
        page.list_wanted.connect(self.show_article)
        page.issue_wanted.connect(self.show_issue)
        page.meeting_wanted.connect(self.show_meeting)
        return page

    @cached_property
    def calendar(self) -> CalendarPage:
        """Return the page Lịch họp."""
        from ui.pages.calendar import CalendarPage

        return self._made("calendar", CalendarPage(self.seat))

    @cached_property
    def articles(self) -> ArticlesPage:
        """Return the page Tin bài."""
        from ui.pages.articles import ArticlesPage

        return self._made("articles", ArticlesPage(self.seat, self.acts, self.new, self.bring))

    @cached_property
    def review(self) -> ReviewPage:
        """Return the page Bàn duyệt."""
        from ui.pages.review import ReviewPage

        return self._made("review", ReviewPage(self.seat, self.acts))

    @cached_property
    def issue(self) -> IssuePage:
        """Return the page Bản tin."""
        from ui.pages.issue import IssuePage

        page = self._made("issue", IssuePage(self.seat, self.exporter))
        page.review_wanted.connect(self.show_article)
        page.checks_wanted.connect(self.show_checks)
        page.picture_wanted.connect(self.edit_picture)
        page.imprint_wanted.connect(self.show_imprint)
        page.day_wanted.connect(self.show_day)
        return page

    @cached_property
    def shelf(self) -> ShelfPage:
        """Return the page Tủ bản tin."""
        from ui.pages.shelf import ShelfPage

        page = self._made("shelf", ShelfPage(self.seat))
        page.issue_wanted.connect(self.show_issue)
        return page

    @cached_property
    def journal(self) -> JournalPage:
        """Return the page Nhật ký."""
        from ui.pages.journal import JournalPage

        return self._made("journal", JournalPage(self.seat))

    @cached_property
    def settings(self) -> SettingsPage:
        """Return the page Thiết lập."""
        from ui.pages.settings import SettingsPage

        return self._made("settings", SettingsPage(self.seat))

    @cached_property
    def editor(self) -> EditorPage:
        """Return the editor."""
        from ui.pages.editor import EditorPage

        page = self._made(EDITOR, EditorPage(self.seat))
        page.left.connect(lambda: self._show(self._came_from))
        return page

    @cached_property
    def exporter(self) -> Exporter:
        """Return what exports issues."""
        from ui.export import Exporter

        return Exporter(self.seat, self)

    @cached_property
    def intake(self) -> Intake:
        """Return what takes files in."""
        from ui.intake import Intake

        intake = Intake(self.seat, self)
        intake.taken.connect(self.edit)
        return intake

    def _made(self, name: str, page: P) -> P:
        self.pages[name] = page
        self._stack.addWidget(page)
        page.article_wanted.connect(self.edit)
        for splitter in page.findChildren(QSplitter) if page.panes else ():
            state = look_settings.read_bytes(f"panes/{splitter.objectName()}")
            if splitter.objectName() and not state.isEmpty():
                splitter.restoreState(state)
        return page
