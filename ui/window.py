"""The window: side bar, pages, menus, the quiet bar. It wires them and holds no logic."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desk import checkup, drafts, people, shelf
from desk.errors import Cancelled, DeskError, Stale
from desk.gate import Changes
from desk.rules import Act, refusal
from ui import look_settings, style, wording
from ui.acts import ArticleActs
from ui.dialogs.keys import KeysDialog
from ui.dialogs.person import PasswordDialog
from ui.export import Exporter
from ui.intake import Intake
from ui.pages.articles import ArticlesPage
from ui.pages.editor import EditorPage
from ui.pages.issue import IssuePage
from ui.pages.journal import JournalPage
from ui.pages.page import Page
from ui.pages.review import ReviewPage
from ui.pages.settings import SettingsPage
from ui.seat import Seat
from ui.style import Scheme
from ui.widgets.labels import keep_icon
from ui.widgets.notice import Notice
from ui.widgets.sidebar import Sidebar

EDITOR = "editor"


class Window(QMainWindow):
    """The one window of a signed-in person."""

    signed_out = Signal()

    def __init__(self, seat: Seat) -> None:
        super().__init__()
        self.seat = seat
        self.office = seat.office
        self.setWindowTitle(self.tr("Bàn biên tập"))
        self.setMinimumSize(QSize(1024, 640))
        self.resize(1366, 768)
        self.acts = ArticleActs(self.office, seat.who, self)
        self.exporter = Exporter(seat, self)
        self.intake = Intake(seat, self)
        self.pages: dict[str, Page] = {}
        self._came_from = "articles"
        self._closing = False
        self._make_actions()
        self._build()
        self._make_menus()
        self._wire()
        self._restore()
        self.go("review" if shelf.waiting_stages(seat.me.roles) else "articles")
        self._count()
        self.office.ask(self, partial(drafts.waiting, seat.who), self._offer_drafts)

    # -- pages -----------------------------------------------------------------------------------------

    def page(self) -> Page:
        """Return the page in view."""
        shown = self._stack.currentWidget()
        return next(page for page in self.pages.values() if page is shown)

    def go(self, name: str) -> None:
        """Show a page; the editor is first asked whether it may be left."""
        if self._stack.count() and self.page() is self.editor and name != EDITOR:
            self.editor.leave(partial(self._show, name))
            self._side.show_page(self._name_of(self.page()))
        else:
            self._show(name)

    def _show(self, name: str) -> None:
        if name != EDITOR:
            self._came_from = name
        page = self.pages[name]
        self.acts.set_live(not page.types)
        self.revisions.setEnabled(not page.types)
        self.acts.follow(None)
        self._stack.setCurrentWidget(page)
        self._side.show_page(name if name != EDITOR else self._came_from)
        page.shown()
        page.setFocus()

    def _name_of(self, page: Page) -> str:
        return next(name for name, one in self.pages.items() if one is page)

    def edit(self, article_id: int) -> None:
        """Open an article in the editor."""
        self._show(EDITOR)
        self.editor.open(article_id)

    def new_article(self) -> None:
        """Begin an article on an empty sheet."""

        def begin() -> None:
            self._show(EDITOR)
            self.editor.start()

        if self.page() is self.editor:
            self.editor.leave(begin)
        else:
            begin()

    def _offer_drafts(self, waiting: list[drafts.DraftRow]) -> None:
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

    def _recover(self, draft: drafts.DraftRow) -> None:
        self._show(EDITOR)
        self.editor.recover(draft)

    # -- news ------------------------------------------------------------------------------------------

    def _heed(self, changes: Changes) -> None:
        self.page().heed(changes)
        self._count()

    def _count(self) -> None:
        self.office.ask(self, partial(shelf.counts, self.seat.who), self._show_counts, key="counts")

    def _show_counts(self, numbers: dict[str, int]) -> None:
        self._side.show_count("articles", numbers["all"])
        self._side.show_count("review", numbers["waiting"], urgent=True)

    def _tell(self, changes: Changes) -> None:
        if changes.act is None:
            return
        told = self.tr("Đã {did}.").format(did=wording.deed(changes.act))
        if changes.undo is not None and changes.articles:
            self.notice.say(told, "done", self.tr("Hoàn tác"), partial(self.acts.undo, changes))
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
        if self._closing or self.page() is not self.editor or not self.editor.dirty():
            look_settings.write_bytes("window/geometry", self.saveGeometry())
            for splitter in self.findChildren(QSplitter):
                if splitter.objectName():
                    look_settings.write_bytes(f"panes/{splitter.objectName()}", splitter.saveState())
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

        if self.page() is self.editor:
            self.editor.leave(out)
        else:
            out()

    def _restore(self) -> None:
        place = look_settings.read_bytes("window/geometry")
        if not place.isEmpty():
            self.restoreGeometry(place)
        for splitter in self.findChildren(QSplitter):
            state = look_settings.read_bytes(f"panes/{splitter.objectName()}")
            if splitter.objectName() and not state.isEmpty():
                splitter.restoreState(state)

    # -- parts -----------------------------------------------------------------------------------------

    def _build(self) -> None:
        self._side = Sidebar(self.tr("Bàn biên tập"), f"Bản tin {self.seat.names.bulletin}")
        self._stack = QStackedWidget()
        self.notice = Notice()
        self.editor = EditorPage(self.seat)
        self.articles = ArticlesPage(self.seat, self.acts, self.new, self.bring)
        self.review = ReviewPage(self.seat, self.acts)
        self.issue = IssuePage(self.seat, self.exporter)
        self.journal = JournalPage(self.seat)
        self.settings = SettingsPage(self.seat)
        for number, (name, page, words, icon) in enumerate(
            (
                ("articles", self.articles, self.tr("Tin bài"), "articles"),
                ("review", self.review, self.tr("Bàn duyệt"), "review"),
                ("issue", self.issue, self.tr("Bản tin"), "issue"),
                ("journal", self.journal, self.tr("Nhật ký"), "journal"),
                ("settings", self.settings, self.tr("Thiết lập"), "settings"),
            ),
            1,
        ):
            self.pages[name] = page
            self._stack.addWidget(page)
            self._side.add_page(name, words, icon, f"Ctrl+{number}")
            self.show_page[name] = self._action(words, icon, f"Ctrl+{number}", partial(self.go, name))
        self.pages[EDITOR] = self.editor
        self._stack.addWidget(self.editor)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self._stack, 1)
        right.addWidget(self.notice)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addLayout(right, 1)
        centre = QWidget()
        centre.setLayout(row)
        self.setCentralWidget(centre)

    def _make_actions(self) -> None:
        self.show_page: dict[str, QAction] = {}
        self.new = self._action(self.tr("Bài mới"), "add", "Ctrl+N", self.new_article)
        self.bring = self._action(self.tr("Nhập bài…"), "import", "Ctrl+O", self.intake.choose)
        self.revisions = self._action(self.tr("Các phiên bản…"), "journal", "V", self.acts.show_revisions)
        self.seek = self._action(self.tr("Tìm bài"), "search", "Ctrl+Shift+F", self._seek)
        self.password = self._action(self.tr("Đổi mật khẩu…"), "key", "", self._change_password)
        self.out = self._action(self.tr("Đăng xuất"), "sign-out", "", self._sign_out)
        self.quit = self._action(self.tr("Thoát"), "close", "Ctrl+Q", self.close)
        self.check = self._action(self.tr("Kiểm tra dữ liệu"), "done", "", self._check)
        self.keys = self._action(self.tr("Phím tắt"), "help", "F1", self._show_keys)
        self.light = self._action(self.tr("Nền sáng"), "sun", "", partial(self._wear, Scheme.LIGHT))
        self.dark = self._action(self.tr("Nền tối"), "moon", "", partial(self._wear, Scheme.DARK))
        for action in (self.new, self.bring):
            action.setEnabled(refusal(Act.CREATE, self.seat.me.roles) is None)

    def _action(self, words: str, icon: str, key: str, on: Callable[[], object]) -> QAction:
        made = QAction(words, self)
        made.setProperty("icon_name", icon)
        keep_icon(made, icon)
        if key:
            made.setShortcut(QKeySequence(key))
        made.triggered.connect(lambda: on())
        self.addAction(made)
        return made

    def _make_menus(self) -> None:
        bar = self.menuBar()
        file = bar.addMenu(self.tr("&Tệp"))
        file.addActions([self.new, self.bring])
        file.addSeparator()
        file.addActions([self.editor.save, self.issue.export])
        file.addSeparator()
        file.addActions([self.check, self.password, self.out, self.quit])
        article = bar.addMenu(self.tr("&Bài"))
        article.addActions(list(self.acts.actions.values()))
        article.addSeparator()
        article.addAction(self.revisions)
        article.addActions([self.editor.submit, self.editor.back, self.seek])
        issue = bar.addMenu(self.tr("&Số bản tin"))
        page = self.issue
        issue.addActions([page.new, page.edit, page.put, page.up, page.down, page.remove])
        issue.addSeparator()
        issue.addAction(page.export)
        view = bar.addMenu(self.tr("&Xem"))
        view.addActions(list(self.show_page.values()))
        view.addSeparator()
        view.addActions([self.review.next, self.review.previous])
        view.addSeparator()
        view.addActions([self.light, self.dark])
        aid = bar.addMenu(self.tr("&Trợ giúp"))
        aid.addAction(self.keys)
        self._menus = (file, article, issue, view, aid)
        mine = QMenu(self)
        mine.addActions([self.password, self.light, self.dark])
        mine.addSeparator()
        mine.addAction(self.out)
        me = self.seat.me
        self._side.show_person(me.name, wording.roles(me.roles), mine)

    def _wire(self) -> None:
        self._side.chosen.connect(self.go)
        self.seat.said.connect(self.notice.say)
        self.office.changed.connect(self._heed)
        self.office.acted.connect(self._tell)
        self.office.refused.connect(self._refuse)
        self.acts.edit_wanted.connect(lambda row: self.edit(row.id))
        self.intake.taken.connect(self.edit)
        for page in self.pages.values():
            page.article_wanted.connect(self.edit)
        self.editor.left.connect(lambda: self._show(self._came_from))

    def _seek(self) -> None:
        if self.page() is self.editor:
            return
        if self.page() not in (self.articles, self.review, self.journal):
            self.go("articles")
        self.page().seek()

    def _wear(self, scheme: Scheme) -> None:
        style.look().wear(scheme)
        look_settings.write("look/scheme", scheme.value)

    def _show_keys(self) -> None:
        groups = [(menu.title(), menu.actions()) for menu in self._menus]
        groups.insert(2, (self.tr("Soạn bài"), self.editor.form.actions()))
        KeysDialog(self, groups).open()

    def _check(self) -> None:
        self.notice.say(self.tr("Đang kiểm tra tệp dữ liệu, nhật ký và mọi phiên bản…"))
        self.office.ask(self, checkup.check, self._tell_check)

    def _tell_check(self, found: list[checkup.Found]) -> None:
        if found:
            self.notice.say("; ".join(wording.finding(one) for one in found[:6]), "error")
        else:
            self.notice.say(self.tr("Tệp dữ liệu, nhật ký và mọi phiên bản đều nguyên vẹn."))

    def _change_password(self) -> None:
        answer = PasswordDialog.ask(self, self.tr("Đổi mật khẩu"), old=True)
        if answer is not None:
            self.office.do(self, partial(people.change_password, self.seat.who, *answer))

    def come_forward(self) -> None:
        """Come to the front, because a second start asked for it."""
        if self.isMinimized():
            self.showNormal()
        self.raise_()
        self.activateWindow()
        QApplication.alert(self)
