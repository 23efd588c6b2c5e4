"""Sổ tay: what the office knows of people, bodies, documents and words, and how its proofreader is set."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QTabWidget

from desk.acts.gate import Changes
from desk.acts.permission import refusal
from desk.acts.rules import Act
from desk.registers import page
from desk.registers.entries import Kind
from desk.registers.page import Book
from ui.articles.filters import SearchBox
from ui.controls.action_table import ActionTable, Entry, Table, make_action, mark
from ui.controls.labels import action_button
from ui.controls.page_head import header
from ui.look import style
from ui.look.kept_size import keep_between
from ui.registers.entries_tab import EntriesTab
from ui.registers.ignored_tab import IgnoredTab
from ui.registers.in_and_out import InAndOut
from ui.registers.rules_tab import RulesTab
from ui.registers.taught_tab import TaughtTab
from ui.session.page import Page
from ui.session.session import Session
from ui.words import registers as words
from ui.words import wording


class Do(Enum):
    """What is done with the registers as a whole."""

    IMPORT = auto()
    PROPOSE = auto()
    EXPORT = auto()
    FORM = auto()


def _may(session: Session) -> str:
    refused = refusal(Act.IMPORT_REGISTER, session.me.roles)
    return wording.error(refused) if refused is not None else ""


TABLE: Table[Do, Session] = {
    Do.IMPORT: Entry(mark("Nhập từ Excel…"), "import", when=_may),
    Do.PROPOSE: Entry(mark("Lấy từ bài đã duyệt…"), "gather", when=_may),
    Do.EXPORT: Entry(mark("Xuất ra Excel…"), "xlsx"),
    Do.FORM: Entry(mark("Lưu tệp mẫu…"), "table"),
}


class RegistersPage(Page):
    """Tabs, one a register; the search field finds in all, and each says how much it has."""

    types = True

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.search = SearchBox(self.tr("Tìm trong sổ tay"))
        keep_between(self.search, 110, 260)
        self.in_and_out = InAndOut(session, self)
        self.actions_of_page = ActionTable(
            self,
            TABLE,
            {
                Do.IMPORT: self.in_and_out.choose,
                Do.PROPOSE: self.in_and_out.propose,
                Do.EXPORT: self.in_and_out.write_all,
                Do.FORM: self.in_and_out.write_form,
            },
        )
        self.actions_of_page.follow(session)
        buttons = [action_button(action) for action in self.actions_of_page.all()]
        head, _, self._count = header(self.tr("Sổ tay"), self.search, *buttons)
        self.column.addWidget(head)
        self.book = Book()
        self.registers = {kind: EntriesTab(session, kind, lambda: self.book) for kind in Kind}
        self.rules = RulesTab(session)
        self.ignored = IgnoredTab(session)
        self.taught = TaughtTab(session)
        self.tabs = QTabWidget()
        for kind, tab in self.registers.items():
            self.tabs.addTab(tab, words.kind(kind))
        self.tabs.addTab(self.rules, self.tr("Quy tắc soát lỗi"))
        self.tabs.addTab(self.ignored, self.tr("Đã bỏ qua"))
        self.tabs.addTab(self.taught, self.tr("Dạy bằng số cũ"))
        self.column.addWidget(self.tabs, 1)
        self.search.asked.connect(self._seek)
        self.search.left.connect(self.take_focus)
        self.tabs.currentChanged.connect(lambda _: self._seek(self.search.text()))
        make_action(self, Entry("", key="Ctrl+F"), self.seek)
        for key in ("Ins", "Ctrl+N"):
            make_action(self, Entry("", key=key), self._add_entry)

    def shown(self) -> None:
        """Read everything anew."""
        self.ask(page.read, self._show, key="registers")

    def take_focus(self) -> None:
        """Begin in the table in view."""
        self._tab().take_focus()

    def heed(self, changes: Changes) -> None:
        """Refresh when a register changed."""
        if self.isVisible() and changes.registers:
            self.shown()

    def seek(self) -> None:
        """Put the cursor into the search box."""
        self.search.setFocus()
        self.search.selectAll()

    def actions_of_menu(self) -> tuple[list[QAction], list[QAction]]:
        """Return what the menu lists: of an entry of the register in view, and of all registers."""
        tab = self._tab()
        of_entry = tab if isinstance(tab, EntriesTab) else self.registers[Kind.PEOPLE]
        return of_entry.actions_of_entry.all(), self.actions_of_page.all()

    def _tab(self) -> EntriesTab | RulesTab | IgnoredTab | TaughtTab:
        tab = self.tabs.currentWidget()
        assert isinstance(tab, EntriesTab | RulesTab | IgnoredTab | TaughtTab)
        return tab

    def _add_entry(self) -> None:
        tab = self._tab()
        if isinstance(tab, EntriesTab):
            tab.add()

    def _seek(self, sought: str) -> None:
        here = self._tab()
        here.seek(sought)
        found: list[str] = []
        for kind, tab in self.registers.items():
            if tab is not here:
                tab.seek(sought)
            name, count = words.kind(kind), tab.model.rowCount() if sought.strip() else 0
            told = f"{name} ({wording.number(count)})" if count else name
            self.tabs.setTabText(self.tabs.indexOf(tab), told)
            if count and tab is not here:
                found.append(told)
        if isinstance(here, EntriesTab):
            here.tell_elsewhere(", ".join(found))

    def _mark(self, tab: EntriesTab, against: int) -> None:
        """Put a sign beside the name of a register in which something is contradicted."""
        at = self.tabs.indexOf(tab)
        told = self.tr("{n} mục cần xem").format(n=wording.number(against)) if against else ""
        self.tabs.setTabToolTip(at, told)
        self.tabs.setTabIcon(at, style.icon("warning", "amber") if against else QIcon())

    def _show(self, book: Book) -> None:
        self.book = book
        for kind, tab in self.registers.items():
            tab.show_rows()
            self._mark(tab, sum(bool(row.contradictions) for row in book.rows[kind]))
        self.rules.show_states(book.rules)
        self.ignored.show_rows(book.ignored)
        self.taught.show_taught(book.taught)
