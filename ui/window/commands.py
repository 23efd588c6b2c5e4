"""The window's own commands: one table for menus, buttons and keys; the commands of a page are on the page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from desk.acts.permission import refusal
from desk.acts.rules import Act
from ui.controls.action_table import ActionTable, Entry, Reach, Table, mark
from ui.look import local_settings, style, text_size
from ui.look.style import Scheme
from ui.session.session import Session
from ui.window.navigation import Navigation
from ui.window.pages import Pages
from ui.window.self_check import SelfCheck

if TYPE_CHECKING:  # made when somebody wants it
    from ui.safety.writing_out import WritingOut


class Do(Enum):
    """The commands; those that show a page have its name."""

    TODAY = "today"
    ARTICLES = "articles"
    REVIEW = "review"
    CALENDAR = "calendar"
    ISSUE = "issue"
    SHELF = "shelf"
    JOURNAL = "journal"
    SETTINGS = "settings"
    REGISTERS = "registers"
    NEW = "new"
    IMPORT = "import"
    IMPORT_FOLDER = "import-folder"
    PASTE_FILES = "paste-files"
    UNDO = "undo"
    DRAFTS = "drafts"
    REVISIONS = "revisions"
    MEETING = "meeting"
    SEEK = "seek"
    BY_CODE = "by-code"
    PASSWORD = "password"
    SIGN_OUT = "sign-out"
    QUIT = "quit"
    BACKUP = "backup"
    BACKUPS = "backups"
    ARCHIVE = "archive"
    SALVAGE = "salvage"
    CHECK = "check"
    KEYS = "keys"
    ABOUT = "about"
    LIGHT = "light"
    DARK = "dark"
    SIDEBAR = "sidebar"
    TEXT_100 = "text-100"
    TEXT_110 = "text-110"
    TEXT_125 = "text-125"
    TEXT_150 = "text-150"


def _entry(words: str, icon: str, key: str = "") -> Entry[Session]:
    return Entry(words, icon, key, reach=Reach.WINDOW)


def _may_write(session: Session) -> bool:
    return refusal(Act.CREATE, session.me.roles) is None


TABLE: Table[Do, Session] = {
    Do.TODAY: _entry(mark("Hôm nay"), "today", "Ctrl+1"),
    Do.ARTICLES: _entry(mark("Tin bài"), "articles", "Ctrl+2"),
    Do.REVIEW: _entry(mark("Bàn duyệt"), "review", "Ctrl+3"),
    Do.CALENDAR: _entry(mark("Lịch họp"), "calendar", "Ctrl+4"),
    Do.ISSUE: _entry(mark("Bản tin"), "issue", "Ctrl+5"),
    Do.SHELF: _entry(mark("Tủ bản tin"), "shelf", "Ctrl+6"),
    Do.JOURNAL: _entry(mark("Nhật ký"), "journal", "Ctrl+7"),
    Do.REGISTERS: _entry(mark("Sổ tay"), "book", "Ctrl+8"),
    Do.SETTINGS: _entry(mark("Thiết lập"), "settings", "Ctrl+9"),
    Do.NEW: Entry(mark("Bài mới"), "add", "Ctrl+N", reach=Reach.WINDOW, may=_may_write),
    Do.IMPORT: Entry(mark("Nhập bài…"), "import", "Ctrl+O", reach=Reach.WINDOW, may=_may_write),
    Do.IMPORT_FOLDER: Entry(
        mark("Nhập cả thư mục…"), "folder", "Ctrl+Shift+I", reach=Reach.WINDOW, may=_may_write
    ),
    Do.PASTE_FILES: Entry(mark("Nhập tệp đã sao chép"), "copy", "Ctrl+V", reach=Reach.WINDOW, may=_may_write),
    Do.UNDO: _entry(mark("Hoàn tác việc vừa làm"), "undo", "Ctrl+Z"),
    Do.DRAFTS: Entry(mark("Mở bài đang gõ dở"), "edit", reach=Reach.WINDOW, may=_may_write),
    Do.REVISIONS: _entry(mark("Các phiên bản…"), "journal", "V"),
    Do.MEETING: _entry(mark("Cuộc họp của bài"), "calendar"),
    Do.SEEK: _entry(mark("Tìm bài"), "search", "Ctrl+Shift+F"),
    Do.BY_CODE: _entry(mark("Mở theo mã trên phiếu…"), "search", "Ctrl+G"),
    Do.PASSWORD: _entry(mark("Đổi mật khẩu…"), "key"),
    Do.SIGN_OUT: _entry(mark("Đăng xuất"), "sign-out"),
    Do.QUIT: _entry(mark("Thoát"), "close", "Ctrl+Q"),
    Do.BACKUP: _entry(mark("Sao lưu ngay"), "save"),
    Do.BACKUPS: _entry(mark("Bản sao lưu…"), "restore"),
    Do.ARCHIVE: _entry(mark("Xuất kho lưu trữ…"), "shelf"),
    Do.SALVAGE: _entry(mark("Cứu dữ liệu…"), "restore"),
    Do.CHECK: _entry(mark("Kiểm tra dữ liệu…"), "done"),
    Do.KEYS: _entry(mark("Phím tắt"), "help", "F1"),
    Do.ABOUT: _entry(mark("Giới thiệu"), "info"),
    Do.LIGHT: _entry(mark("Nền sáng"), "sun"),
    Do.DARK: _entry(mark("Nền tối"), "moon"),
    Do.SIDEBAR: _entry(mark("Thu hoặc mở thanh bên"), "menu", "Ctrl+F9"),
    Do.TEXT_100: Entry(mark("100 %"), checkable=True),
    Do.TEXT_110: Entry(mark("110 %"), checkable=True),
    Do.TEXT_125: Entry(mark("125 %"), checkable=True),
    Do.TEXT_150: Entry(mark("150 %"), checkable=True),
}
SIZES = {Do.TEXT_100: 100, Do.TEXT_110: 110, Do.TEXT_125: 125, Do.TEXT_150: 150}
SHOWN = (
    Do.TODAY,
    Do.ARTICLES,
    Do.REVIEW,
    Do.CALENDAR,
    Do.ISSUE,
    Do.SHELF,
    Do.JOURNAL,
    Do.REGISTERS,
    Do.SETTINGS,
)


class Commands(QObject):
    """Does what the menus and keys of the window say; `own` is what only the window itself can do."""

    def __init__(
        self,
        session: Session,
        window: QWidget,
        pages: Pages,
        navigation: Navigation,
        own: Mapping[Do, Callable[[], object]],
    ) -> None:
        super().__init__(window)
        self._session, self._window, self._pages, self._navigation = session, window, pages, navigation
        self.self_check = SelfCheck(session, window)
        on: dict[Do, Callable[[], object]] = {
            Do.NEW: navigation.new_article,
            Do.IMPORT: lambda: pages.importer.choose(),
            Do.IMPORT_FOLDER: lambda: pages.importer.choose_folder(),
            Do.UNDO: session.undo,
            Do.REVISIONS: lambda: pages.acts.show_revisions(),
            Do.MEETING: self._show_meeting,
            Do.SEEK: self._seek,
            Do.BY_CODE: self._ask_code,
            Do.PASSWORD: self._change_password,
            Do.CHECK: self.self_check.ask,
            Do.ARCHIVE: lambda: self._writing_out().archive(),
            Do.SALVAGE: lambda: self._writing_out().salvage(),
            Do.ABOUT: self._show_about,
            Do.LIGHT: lambda: wear(Scheme.LIGHT),
            Do.DARK: lambda: wear(Scheme.DARK),
            **{do: partial(self._enlarge, percent) for do, percent in SIZES.items()},
            **{do: self._shower(do.value) for do in SHOWN},
            **own,
        }
        self._table = ActionTable(window, TABLE, on)
        self._table.follow(session)
        self._table[Do.UNDO].setEnabled(False)
        style.look().changed.connect(self._mark_size)
        self._mark_size()
        session.undoable.connect(self._table[Do.UNDO].setEnabled)
        pages.turned.connect(self._leave_keys)

    def __getitem__(self, which: Do) -> QAction:
        return self._table[which]

    def _enlarge(self, percent: int) -> None:
        enlarge(percent)
        self._mark_size()  # the size in force was chosen again: it stays marked

    def _mark_size(self) -> None:
        for do, percent in SIZES.items():
            self._table[do].setChecked(percent == text_size.chosen())

    def set_undo_live(self, live: bool) -> None:
        """Let Ctrl+Z act, or leave it to a page that has its own."""
        self._table[Do.UNDO].setProperty("shortcut", TABLE[Do.UNDO].key if live else "")

    def _leave_keys(self, page: str, _: bool) -> None:
        """Leave Ctrl+G to the page on which it gathers articles, Ctrl+N to the one on which it adds to a register."""
        for do, own in ((Do.BY_CODE, "issue"), (Do.NEW, "registers")):
            self._table[do].setProperty("shortcut", "" if page == own else TABLE[do].key)

    def _shower(self, page: str) -> Callable[[], None]:
        return lambda: self._pages.go(page)

    def _seek(self) -> None:
        if self._pages.is_writing():
            return
        if self._pages.name() not in ("articles", "review", "journal"):
            self._pages.go("articles")
        self._pages.page().seek()

    def _ask_code(self) -> None:
        """Ask for the code of a sheet of paper, and show its article at that revision."""
        from ui.articles.code_dialog import CodeDialog

        dialog = CodeDialog(self._window, self._session)
        dialog.found.connect(self._navigation.show_revision)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _show_meeting(self) -> None:
        """Lead from an article to the meeting that it is the news of."""
        pages = self._pages
        chosen = pages.acts.row()
        article_id = pages.editor.article_id() if pages.is_writing() else chosen.id if chosen else None
        if article_id is None:
            self._session.say(self.tr("Hãy chọn một bài trước."), "warning")
            return
        self._session.client.ask(self, lambda: _meeting_of(article_id), self._go_to_meeting)

    def _go_to_meeting(self, key: object) -> None:
        if key is None:
            self._session.say(self.tr("Bài này không gắn với cuộc họp nào."), "warning")
        else:
            self._navigation.show_meeting(key)

    def _writing_out(self) -> WritingOut:
        """Return what writes archives and salvages; it is made for the first one."""
        from ui.safety.writing_out import WritingOut

        return self._window.findChild(WritingOut) or WritingOut(self._session, self._window)

    def _show_about(self) -> None:
        from ui.window.about_dialog import AboutDialog

        dialog = AboutDialog(self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _change_password(self) -> None:
        from desk.department.people import office_names
        from ui.settings import operations
        from ui.settings.person_dialog import PasswordDialog

        names = (self._session.me.name, *office_names(self._session.names))
        answer = PasswordDialog.ask(self._window, self.tr("Đổi mật khẩu"), old=True, names=names)
        if answer is not None:
            operations.change_password(self._session, *answer).run(self._session, self)


def wear(scheme: Scheme) -> None:
    """Dress the screen in a scheme, and remember it on this machine."""
    style.look().wear(scheme)
    local_settings.write("look/scheme", scheme.value)


def enlarge(percent: int) -> None:
    """Show words at a size, one of `text_size.CHOICES`, and remember it on this machine."""
    style.look().wear(style.look().scheme, percent)
    local_settings.write("look/text", str(percent))


def _meeting_of(article_id: int) -> object:
    from desk.calendar import coverage  # with dateutil: the window stands sooner without it

    row = coverage.meeting_of(article_id)
    return None if row is None else (row.meeting_id, row.origin)
