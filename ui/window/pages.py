"""The pages of the window: each is made when it is first wanted, for the window stands sooner; one is in view."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from ui.look import local_settings
from ui.session.page import Page
from ui.session.session import Session

if TYPE_CHECKING:  # pages are loaded when they are first shown: that is why this module is here
    from ui.articles.actions import ArticleActions
    from ui.articles.page import ArticlesPage
    from ui.calendar.page import CalendarPage
    from ui.editor.page import EditorPage
    from ui.intake.importer import Importer
    from ui.issue.exporter import Exporter
    from ui.issue.page import IssuePage
    from ui.issue.released_page import ReleasedIssuesPage
    from ui.journal.page import JournalPage
    from ui.registers.page import RegistersPage
    from ui.review.page import ReviewPage
    from ui.settings.page import SettingsPage
    from ui.today.page import TodayPage

P = TypeVar("P", bound=Page)
Buttons = Callable[[], tuple[QAction, QAction]]


EDITOR = "editor"


class Pages(QObject):
    """Makes the pages and shows one of them; what a page wants of another is passed on by signals.

    `window` is what dialogs stand over; `article_buttons` are the actions in the head of Tin bài: new, import.
    """

    turned = Signal(str, bool)  # the page to be marked as in view, whether one types on it
    kept_clear_moved = Signal()  # on the page in view
    left = Signal()  # another page came into view
    left_waiting = Signal(
        str
    )  # the page in view stays marked: another was asked for, and the editor asks first
    edit_wanted = Signal(int)  # an article, in the editor
    look_wanted = Signal(int)  # the same, at what the proofreader takes for wrong
    picture_wanted = Signal(int, str)  # an article's picture, in the editor
    queue_wanted = Signal(object, int)  # Queue, article
    article_wanted = Signal(int)  # in the list of articles
    checks_wanted = Signal(int, str)  # an article's item before print
    issue_wanted = Signal(int)
    meeting_wanted = Signal(object)
    imprint_wanted = Signal(str)
    day_wanted = Signal(object)
    files_wanted = Signal(list)  # list[Path] to be taken in: articles, or calendars
    step_wanted = Signal(object)  # a Step of a new desk

    def __init__(self, session: Session, window: QWidget, article_buttons: Buttons) -> None:
        super().__init__(window)
        self._session, self._window, self._article_buttons = session, window, article_buttons
        self.stack = QStackedWidget()
        self.made: dict[str, Page] = {}
        self._came_from = "today"

    # -- the one in view -------------------------------------------------------------------------------

    def page(self) -> Page:
        """Return the page in view."""
        shown = self.stack.currentWidget()
        return next(page for page in self.made.values() if page is shown)

    def name(self) -> str:
        """Return the name of the page in view."""
        shown = self.page()
        return next(name for name, page in self.made.items() if page is shown)

    def go(self, name: str) -> None:
        """Show a page; the editor is first asked whether it may be left."""
        if self.is_writing() and name != EDITOR:
            self.editor.leave(lambda: self.show(name))
            self.left_waiting.emit(self.name())
        else:
            self.show(name)

    def show(self, name: str) -> None:
        """Show a page without asking."""
        if name != EDITOR:
            self._came_from = name
        page: Page = getattr(self, name)
        if "acts" in self.__dict__:
            self.acts.set_live(not page.types)
            self.acts.follow(None)
        if self.stack.currentWidget() is not page:
            self.stack.setCurrentWidget(page)
            self.left.emit()
        self.turned.emit(name if name != EDITOR else self._came_from, page.types)
        page.shown()
        page.take_focus()

    def is_writing(self) -> bool:
        """Say whether the editor is in view."""
        return EDITOR in self.made and self.stack.currentWidget() is self.made[EDITOR]

    def unsaved(self) -> list[str]:
        """Return the names of the pages whose changes would be lost with the window."""
        return [
            name for name, page in self.made.items() if page.dirty() and (name != EDITOR or self.is_writing())
        ]

    def leave_all(self, then: Callable[[], None]) -> None:
        """Go on when what was typed on every page is safe: each page that has something asks, in view."""
        unsaved = self.unsaved()
        if not unsaved:
            then()
            return
        name = unsaved[0]
        if self.name() != name:
            self.show(name)
        self.made[name].leave(lambda: self.leave_all(then))

    def keep_draft(self) -> None:
        """Keep what is being typed in the editor as it stands, without waiting for a pause."""
        if self.is_writing():
            self.editor.drafts.keep()

    def leave_editor(self, then: Callable[[], None]) -> None:
        """Go on when what is being written may be left; at once where nothing is."""
        if self.is_writing():
            self.editor.leave(then)
        else:
            then()

    # -- the pages, made when they are wanted ----------------------------------------------------------

    @cached_property
    def acts(self) -> ArticleActions:
        """Return the acts on an article; they come with the first page that shows articles."""
        from ui.articles.actions import ArticleActions

        acts = ArticleActions(self._session, self._window)
        acts.edit_wanted.connect(lambda row: self.edit_wanted.emit(row.id))
        acts.look_wanted.connect(lambda row: self.look_wanted.emit(row.id))
        acts.circulation.received.connect(self.article_wanted)
        return acts

    @cached_property
    def today(self) -> TodayPage:
        """Return the page Hôm nay."""
        from ui.today.page import TodayPage

        page = self._add("today", TodayPage(self._session))
        page.tray_wanted.connect(self.queue_wanted)
        page.list_wanted.connect(self.article_wanted)
        page.issue_wanted.connect(self.issue_wanted)
        page.meeting_wanted.connect(self.meeting_wanted)
        page.step_wanted.connect(self.step_wanted)
        return page

    @cached_property
    def calendar(self) -> CalendarPage:
        """Return the page Lịch họp."""
        from ui.calendar.page import CalendarPage

        return self._add("calendar", CalendarPage(self._session))

    @cached_property
    def articles(self) -> ArticlesPage:
        """Return the page Tin bài."""
        from ui.articles.page import ArticlesPage

        return self._add("articles", ArticlesPage(self._session, self.acts, *self._article_buttons()))

    @cached_property
    def review(self) -> ReviewPage:
        """Return the page Bàn duyệt."""
        from ui.review.page import ReviewPage

        return self._add("review", ReviewPage(self._session, self.acts))

    @cached_property
    def issue(self) -> IssuePage:
        """Return the page Bản tin."""
        from ui.issue.page import IssuePage

        page = self._add("issue", IssuePage(self._session, self.exporter))
        page.review_wanted.connect(self.article_wanted)
        page.checks_wanted.connect(self.checks_wanted)
        page.picture_wanted.connect(self.picture_wanted)
        page.imprint_wanted.connect(self.imprint_wanted)
        page.day_wanted.connect(self.day_wanted)
        return page

    @cached_property
    def shelf(self) -> ReleasedIssuesPage:
        """Return the page Tủ bản tin."""
        from ui.issue.released_page import ReleasedIssuesPage

        page = self._add("shelf", ReleasedIssuesPage(self._session))
        page.issue_wanted.connect(self.issue_wanted)
        return page

    @cached_property
    def journal(self) -> JournalPage:
        """Return the page Nhật ký."""
        from ui.journal.page import JournalPage

        return self._add("journal", JournalPage(self._session))

    @cached_property
    def settings(self) -> SettingsPage:
        """Return the page Thiết lập."""
        from ui.settings.page import SettingsPage

        return self._add("settings", SettingsPage(self._session))

    @cached_property
    def registers(self) -> RegistersPage:
        """Return the page Sổ tay."""
        from ui.registers.page import RegistersPage
        from ui.window.teaching import Teaching

        page = self._add("registers", RegistersPage(self._session))
        self.teaching = Teaching(page)
        return page

    @cached_property
    def editor(self) -> EditorPage:
        """Return the editor."""
        from ui.articles.original_files import OriginalDo
        from ui.editor.page import EditorPage

        originals = self.acts.originals
        page = self._add(EDITOR, EditorPage(self._session, [originals.actions[OriginalDo.OPEN]]))
        page.followed.connect(originals.follow)
        page.followed.connect(lambda article_id, _: self.acts.circulation.follow_open(article_id))
        page.form.body.menu_asked.connect(lambda menu, _: self.acts.circulation.offer_in(menu))
        self.acts.circulation.unsaved = lambda: self.is_writing() and page.dirty()
        page.files_wanted.connect(self.files_wanted)
        page.left.connect(self._come_back)
        return page

    def _come_back(self) -> None:
        """Show the page that the editor was opened from; the list stands on the article that was written."""
        if self._came_from == "articles":
            self.articles.expect(self.editor.last_written)
        self.show(self._came_from)

    @cached_property
    def exporter(self) -> Exporter:
        """Return what exports issues."""
        from ui.issue.exporter import Exporter

        return Exporter(self._session, self._window)

    @cached_property
    def importer(self) -> Importer:
        """Return what takes files in."""
        from ui.intake.importer import Importer

        importer = Importer(self._session, self._window)
        importer.taken.connect(self.edit_wanted)
        importer.calendars_given.connect(self.files_wanted)
        return importer

    def _add(self, name: str, page: P) -> P:
        self.made[name] = page
        self.stack.addWidget(page)
        page.article_wanted.connect(self.edit_wanted)
        page.kept_clear_moved.connect(self.kept_clear_moved)
        for splitter in page.findChildren(QSplitter) if page.panes else ():
            state = local_settings.read_bytes(f"panes/{splitter.objectName()}")
            if splitter.objectName() and not state.isEmpty():
                splitter.restoreState(state)
        return page
