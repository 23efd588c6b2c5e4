"""The window: side bar, pages, menus, the quiet bar. It wires them and holds no logic."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desk.acts.gate import Changes
from desk.acts.rules import Act, refusal
from desk.department import people
from desk.errors import Cancelled, DeskError, Stale
from desk.today.overview import Numbers, numbers
from ui.controls.labels import keep_icon
from ui.look import local_settings, style
from ui.look.style import Scheme
from ui.session.page import Page
from ui.session.session import Session
from ui.session.tray import TrayIcon
from ui.window.menus import Menus
from ui.window.pages import EDITOR, WindowPages
from ui.window.sidebar import Sidebar
from ui.words import wording

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from desk.articles.drafts import DraftRow
    from desk.integrity.database import CheckResult
    from ui.controls.message_bar import MessageBar
    from ui.window.reminder_bar import ReminderBar

_REMINDING = 2_000  # ms after the window stands
_READY = 2_500  # then what is said costs no making of its bar


class Window(WindowPages):
    """The one window of a signed-in person."""

    signed_out = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.client = session.client
        self.setWindowTitle(self.tr("Bàn biên tập"))
        self.setMinimumSize(QSize(1024, 640))
        self.resize(1366, 768)
        self.pages: dict[str, Page] = {}
        self._stack = QStackedWidget()
        self._came_from = "today"
        self._closing = False
        self._make_actions()
        self._build()
        self.menus = Menus(self)
        self._side.show_person(session.me.name, wording.roles(session.me.roles), self.menus.mine())
        self._wire()
        self._restore()
        self.go("today")
        self._count()
        self.client.ask(self, partial(_drafts_of, session.who), self._offer_drafts)

    # -- what was left unsaved -------------------------------------------------------------------------

    def _offer_drafts(self, waiting: list[DraftRow]) -> None:
        if not waiting:
            return
        newest = waiting[0]
        title = newest.title or self.tr("(chưa có tít)")
        told = self.tr("Lúc {when} đồng chí đang gõ dở “{title}” mà chưa lưu.")
        self.notice.say(
            told.format(when=wording.moment(newest.typed_at), title=title),
            "warning",
            self.tr("Mở tiếp"),
            partial(self._recover, newest),
        )

    def _recover(self, draft: DraftRow) -> None:
        self._show(EDITOR)
        self.editor.recover(draft)

    # -- news ------------------------------------------------------------------------------------------

    def _heed(self, changes: Changes) -> None:
        self.page().heed(changes)
        self._count()

    def _count(self) -> None:
        self.client.ask(self, partial(numbers, self.session.who), self._show_counts, key="counts")

    def _show_counts(self, numbers: Numbers) -> None:
        self._side.show_count("articles", numbers.articles)
        self._side.show_count("review", numbers.waiting)
        self._side.show_count("today", numbers.unread)
        self.bell.heed(numbers.unread, numbers.newest)

    def _tell(self, changes: Changes) -> None:
        if changes.act is None:
            return
        told = self.tr("Đã {did}.").format(did=wording.deed(changes.act))
        if changes.undo and changes.articles:
            self.notice.say(told, "done", self.tr("Hoàn tác"), partial(self.acts.undo, changes))
        elif changes.undo and changes.meetings:
            from desk.calendar import meetings  # with dateutil: the window stands sooner without it

            work = partial(meetings.undo, self.session.who, changes.entry)
            self.notice.say(told, "done", self.tr("Hoàn tác"), partial(self.client.do, self, work))
        elif changes.act is Act.CORRECT:
            written = max(changes.articles)  # the other is the article that it corrects
            self.notice.say(told, "done", self.tr("Mở đính chính"), partial(self.ask_and_edit, written))
        else:
            self.notice.say(told)

    def _refuse(self, error: DeskError) -> None:
        if not isinstance(error, Cancelled):
            self.notice.say(wording.error(error), "error")
        if isinstance(error, Stale):
            self.page().shown()

    # -- leaving ---------------------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close only when nothing typed would be lost; a failed save keeps the window open."""
        if self._closing or not self._is_writing() or not self.editor.dirty():
            local_settings.write_bytes("window/geometry", self.saveGeometry())
            for splitter in self.findChildren(QSplitter):
                if splitter.objectName():
                    local_settings.write_bytes(f"panes/{splitter.objectName()}", splitter.saveState())
            event.accept()
            return
        event.ignore()
        self.editor.leave(self._close_now)

    def part(self) -> None:
        """Close without asking: for a sign-out that has asked already."""
        self._close_now()

    def _close_now(self) -> None:
        self._closing = True
        self.close()

    def _sign_out(self) -> None:
        def out() -> None:
            self._closing = True
            self.signed_out.emit()

        if self._is_writing():
            self.editor.leave(out)
        else:
            out()

    def _restore(self) -> None:
        place = local_settings.read_bytes("window/geometry")
        if not place.isEmpty():
            self.restoreGeometry(place)

    # -- parts -----------------------------------------------------------------------------------------

    def _build(self) -> None:
        self._side = Sidebar(self.tr("Bàn biên tập"), f"Bản tin {self.session.names.bulletin}")
        for number, (name, words, icon) in enumerate(
            (
                ("today", self.tr("Hôm nay"), "today"),
                ("articles", self.tr("Tin bài"), "articles"),
                ("review", self.tr("Bàn duyệt"), "review"),
                ("calendar", self.tr("Lịch họp"), "calendar"),
                ("issue", self.tr("Bản tin"), "issue"),
                ("shelf", self.tr("Tủ bản tin"), "shelf"),
                ("journal", self.tr("Nhật ký"), "journal"),
                ("settings", self.tr("Thiết lập"), "settings"),
            ),
            1,
        ):
            self._side.add_page(name, words, icon, f"Ctrl+{number}", urgent=name in ("today", "review"))
            self.show_page[name] = self._action(words, icon, f"Ctrl+{number}", partial(self.go, name))
        self._right = QVBoxLayout()  # the strip of reminders, the page, the quiet bar
        self._right.setContentsMargins(0, 0, 0, 0)
        self._right.setSpacing(0)
        self._right.addWidget(self._stack, 1)
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
        from ui.controls.message_bar import MessageBar

        made = MessageBar()
        self._right.addWidget(made)
        return made

    @cached_property
    def reminders(self) -> ReminderBar:
        """Return the strip of reminders; it is made when the window stands."""
        from ui.window.reminder_bar import ReminderBar

        made = ReminderBar(self.session)
        made.wanted.connect(self.show_meeting)
        made.rang.connect(self.bell.say)
        self._right.insertWidget(0, made)
        return made

    def _make_actions(self) -> None:
        self.show_page: dict[str, QAction] = {}
        self.new = self._action(self.tr("Bài mới"), "add", "Ctrl+N", self.new_article)
        self.bring = self._action(self.tr("Nhập bài…"), "import", "Ctrl+O", lambda: self.intake.choose())
        self.revisions = self._action(
            self.tr("Các phiên bản…"), "journal", "V", lambda: self.acts.show_revisions()
        )
        self.meeting = self._action(self.tr("Cuộc họp của bài"), "calendar", "", self._show_meeting_of)
        self.seek = self._action(self.tr("Tìm bài"), "search", "Ctrl+Shift+F", self._seek)
        self.password = self._action(self.tr("Đổi mật khẩu…"), "key", "", self._change_password)
        self.out = self._action(self.tr("Đăng xuất"), "sign-out", "", self._sign_out)
        self.quit = self._action(self.tr("Thoát"), "close", "Ctrl+Q", self.close)
        self.check = self._action(self.tr("Kiểm tra dữ liệu"), "done", "", self._check)
        self.keys = self._action(self.tr("Phím tắt"), "help", "F1", lambda: self.menus.show_keys())
        self.light = self._action(self.tr("Nền sáng"), "sun", "", partial(self._wear, Scheme.LIGHT))
        self.dark = self._action(self.tr("Nền tối"), "moon", "", partial(self._wear, Scheme.DARK))
        for action in (self.new, self.bring):
            action.setEnabled(refusal(Act.CREATE, self.session.me.roles) is None)

    def _action(self, words: str, icon: str, key: str, on: Callable[[], object]) -> QAction:
        made = QAction(words, self)
        made.setProperty("icon_name", icon)
        keep_icon(made, icon)
        if key:
            made.setProperty("shortcut", key)
        made.triggered.connect(lambda: on())
        self.addAction(made)
        return made

    def _wire(self) -> None:
        self._side.chosen.connect(self.go)
        self.session.news.connect(self._count)
        self.bell = TrayIcon(self)
        QTimer.singleShot(_REMINDING, self, lambda: self.reminders.begin())
        QTimer.singleShot(_READY, self, lambda: self.notice.ensurePolished())
        self.session.said.connect(lambda *told: self.notice.say(*told))
        self.client.changed.connect(self._heed)
        self.client.acted.connect(self._tell)
        self.client.refused.connect(self._refuse)

    def _seek(self) -> None:
        if self._is_writing():
            return
        if self._name_of(self.page()) not in ("articles", "review", "journal"):
            self.go("articles")
        self.page().seek()

    def _show_meeting_of(self) -> None:
        """Lead from an article to the meeting that it is the news of."""
        chosen = self.acts.row()
        article_id = self.editor.article_id() if self._is_writing() else chosen.id if chosen else None
        if article_id is None:
            self.notice.say(self.tr("Hãy chọn một bài trước."), "warning")
            return
        self.client.ask(self, partial(_meeting_of, article_id), self._go_to_meeting)

    def _go_to_meeting(self, key: object) -> None:
        if key is None:
            self.notice.say(self.tr("Bài này không gắn với cuộc họp nào."), "warning")
        else:
            self.show_meeting(key)

    def _wear(self, scheme: Scheme) -> None:
        style.look().wear(scheme)
        local_settings.write("look/scheme", scheme.value)

    def _check(self) -> None:
        self.notice.say(self.tr("Đang kiểm tra tệp dữ liệu, nhật ký và mọi phiên bản…"))
        from desk.integrity import database

        self.client.ask(self, database.check, self._tell_check)

    def _tell_check(self, found: list[CheckResult]) -> None:
        if found:
            self.notice.say("; ".join(wording.finding(one) for one in found[:6]), "error")
        else:
            self.notice.say(self.tr("Tệp dữ liệu, nhật ký và mọi phiên bản đều nguyên vẹn."))

    def _change_password(self) -> None:
        from ui.settings.person_dialog import PasswordDialog

        answer = PasswordDialog.ask(self, self.tr("Đổi mật khẩu"), old=True)
        if answer is not None:
            self.client.do(self, partial(people.change_password, self.session.who, *answer))

    def come_forward(self) -> None:
        """Come to the front, because a second start asked for it."""
        if self.isMinimized():
            self.showNormal()
        self.raise_()
        self.activateWindow()
        QApplication.alert(self)


def _drafts_of(who: int) -> list[DraftRow]:
    from desk.articles import drafts

    return drafts.waiting(who)


def _meeting_of(article_id: int) -> object:
    from desk.calendar import coverage  # with dateutil: the window stands sooner without it

    row = coverage.meeting_of(article_id)
    return None if row is None else (row.meeting_id, row.origin)
