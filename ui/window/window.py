"""The window: side bar, pages, menus, the quiet bar. It puts its parts together and holds no logic."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QSplitter, QVBoxLayout, QWidget

from desk.acts.gate import Changes
from desk.articles import drafts
from desk.articles.drafts import DraftRow
from desk.safety.facts import Backup
from ui.controls.message_bar import MessageBar
from ui.look import local_settings
from ui.look.screen_room import screen_room
from ui.session.session import FILE, Session
from ui.session.system_tray import TrayIcon
from ui.window.backups import WindowBackups
from ui.window.change_messages import News
from ui.window.commands import SHOWN, TABLE, Commands, Do
from ui.window.escape_key import EscapeKey
from ui.window.file_door import FileDoor
from ui.window.focus_keeper import FocusKeeper
from ui.window.letter_keys import LetterKeys
from ui.window.menus import Menus
from ui.window.navigation import Navigation
from ui.window.pages import EDITOR, Pages
from ui.window.reminder_bar import ReminderBar
from ui.window.sidebar import Sidebar
from ui.words import wording

_REMINDING = 2_000  # ms after the window stands
_READY = 2_500  # then what is said costs no making of its bar


class Window(QMainWindow):
    """The one window of a signed-in person."""

    signed_out = Signal()
    restore_wanted = Signal(object)  # the Backup to restore, once nothing typed would be lost

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.setWindowTitle(self.tr("Bàn biên tập"))
        room = screen_room(self)
        self.setMinimumSize(QSize(1024, 640).boundedTo(room))
        self.resize(QSize(1366, 768).boundedTo(room))
        self._closing = False
        self.pages = Pages(session, self, lambda: (self.commands[Do.NEW], self.commands[Do.IMPORT]))
        self.navigation = Navigation(self.pages)
        self.commands = Commands(
            session,
            self,
            self.pages,
            self.navigation,
            {
                Do.KEYS: lambda: self.menus.show_keys(),
                Do.SIGN_OUT: self._sign_out,
                Do.QUIT: self.close,
                Do.SIDEBAR: lambda: self._side.turn(),
                Do.DRAFTS: lambda: self.pages.leave_editor(self._reopen_draft),
                Do.PASTE_FILES: lambda: self.door.paste(),
                Do.BACKUP: lambda: self.backups.keeper.by_hand(),
                Do.BACKUPS: lambda: self.backups.show(),
            },
        )
        self._side = self._make_sidebar()
        self._build()
        self.menus = Menus(self, self.commands, self.pages)
        self._side.show_person(session.me.name, wording.roles(session.me.roles), self.menus.mine())
        self.tray = TrayIcon(self)
        self.news = News(session, self.pages, self.navigation, self._side, self.tray)
        self.door = FileDoor(self, session, self.commands[Do.IMPORT], self.pages)
        self.backups = WindowBackups(session, self, self.pages)
        self._letter_keys, self._focus = LetterKeys(self), FocusKeeper(self, self.pages)
        self._escape = EscapeKey(self, lambda: self.__dict__.get("notice"))
        self._wire()
        self._restore()
        self.pages.go("today")
        self.news.count()
        session.client.ask(self, lambda: drafts.waiting(session.who), self._offer_drafts)

    # -- what was left unsaved -------------------------------------------------------------------------

    def _offer_drafts(self, waiting: list[DraftRow]) -> None:
        if not waiting:
            return
        newest = waiting[0]
        title = newest.title or self.tr("(chưa có tít)")
        text = self.tr("Lúc {when} đồng chí đang gõ dở “{title}” mà chưa lưu.")
        self.session.say(
            text.format(when=wording.moment(newest.typed_at), title=title),
            "warning",
            self.tr("Mở tiếp"),
            lambda: self._recover(newest),
        )

    def _reopen_draft(self) -> None:
        """Open what was typed last and not saved: its notice may have been closed."""

        def opened(waiting: list[DraftRow]) -> None:
            if waiting:
                self._recover(waiting[0])
            else:
                self.session.say(self.tr("Không có bài nào gõ dở."))

        self.session.client.ask(self, lambda: drafts.waiting(self.session.who), opened)

    def _recover(self, draft: DraftRow) -> None:
        self.pages.show(EDITOR)
        self.pages.editor.recover(draft)

    # -- leaving ---------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the pages the room of the side bar's words where the window is narrow."""
        super().resizeEvent(event)
        self._side.fit(self.width())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close only when nothing typed would be lost; a failed save keeps the window open."""
        if not self._closing and self.pages.unsaved():
            event.ignore()
            self.pages.leave_all(self.part)
            if not self._closing:
                return  # asked and stayed, or a save is on its way: `part` follows when it came through
        local_settings.write_bytes("window/geometry", self.saveGeometry())
        for splitter in self.findChildren(QSplitter):
            if splitter.objectName():
                local_settings.write_bytes(f"panes/{splitter.objectName()}", splitter.saveState())
        event.accept()

    def part(self) -> None:
        """Close without asking: for a sign-out that has asked already."""
        self._closing = True
        self.close()

    def _sign_out(self) -> None:
        self.pages.leave_all(self._signed_out)

    def _signed_out(self) -> None:
        self._closing = True
        self.signed_out.emit()

    def _part_to_restore(self, backup: Backup) -> None:
        def parted() -> None:
            self._closing = True
            self.restore_wanted.emit(backup)

        self.pages.leave_all(parted)

    def _restore(self) -> None:
        place = local_settings.read_bytes("window/geometry")
        if not place.isEmpty():
            self.restoreGeometry(place)

    # -- parts -----------------------------------------------------------------------------------------

    def _make_sidebar(self) -> Sidebar:
        side = Sidebar(self.tr("Bàn biên tập"), f"Bản tin {self.session.names.bulletin}")
        for do in SHOWN:
            words, icon, key = self.commands[do].text(), TABLE[do].icon, TABLE[do].key
            side.add_page(do.value, words, icon, key, urgent=do in (Do.TODAY, Do.REVIEW))
        return side

    def _build(self) -> None:
        self._right = QVBoxLayout()  # the strip of reminders, the page, the quiet bar
        self._right.setContentsMargins(0, 0, 0, 0)
        self._right.setSpacing(0)
        self._right.addWidget(self.pages.stack, 1)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addLayout(self._right, 1)
        centre = QWidget()
        centre.setLayout(row)
        self.setCentralWidget(centre)

    @cached_property
    def notice(self) -> MessageBar:
        """Return the quiet bar; it is made for the first sentence, or when there is time for it."""
        bar = MessageBar(self.centralWidget())
        bar.lie_over(self.pages.stack, lambda: self.pages.page().kept_clear())
        self.pages.turned.connect(bar.lie_again)
        self.pages.kept_clear_moved.connect(bar.give_room)
        self.pages.left.connect(bar.answered)
        return bar

    @cached_property
    def reminders(self) -> ReminderBar:
        """Return the strip of reminders; it is made when the window stands."""
        bar = ReminderBar(self.session)
        bar.wanted.connect(self.navigation.show_meeting)
        bar.rang.connect(self.tray.say)
        self._right.insertWidget(0, bar)
        return bar

    def _wire(self) -> None:
        self._side.chosen.connect(self.pages.go)
        self.pages.turned.connect(self._follow_page)
        self.pages.left_waiting.connect(self._side.show_page)
        self.backups.restore_wanted.connect(self._part_to_restore)
        QTimer.singleShot(_REMINDING, self, lambda: self.reminders.begin())
        QTimer.singleShot(_REMINDING, self, lambda: self.backups.keeper.begin())
        QTimer.singleShot(_READY, self, lambda: self.notice.ensurePolished())
        self.session.said.connect(
            self._say
        )  # methods: the session would keep a function, and the window with it
        self.session.over.connect(self._over)
        self._letter_keys.barred.connect(self._say_barred)
        self.session.client.changed.connect(self._take_back)

    def _say(self, words: str, kind: str, action: str, on: Callable[[], None] | None, about: str) -> None:
        self.notice.say(words, kind, action, on, about)

    def _say_barred(self, why: str) -> None:
        self.session.say(why, "info")

    def _over(self, about: str) -> None:
        self.notice.over(about)

    def _take_back(self, _: Changes) -> None:
        """Take back what was refused before: something else was done."""
        if "notice" in self.__dict__:
            self.notice.answered()
            self.notice.over(FILE)

    def _follow_page(self, name: str, types: bool) -> None:
        """Mark the page in view; the one-letter keys rest where one types."""
        self._side.show_page(name)
        self.commands[Do.REVISIONS].setEnabled(not types)
        self.commands.set_undo_live(not self.pages.page().undoes)

    def come_forward(self) -> None:
        """Come to the front, because a second start asked for it."""
        if self.isMinimized():
            self.showNormal()
        self.raise_()
        self.activateWindow()
        QApplication.alert(self)
