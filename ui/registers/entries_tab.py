"""One register as a table: its entries found, sorted, added, changed, removed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum, auto

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desk.acts.permission import refusal
from desk.acts.rules import Act
from desk.errors import DeskError
from desk.registers.entries import BodyEntry, DocumentEntry, Entry, Kind, PersonEntry, WordEntry
from desk.registers.page import Book
from ui.controls.action_table import ActionTable, Reach, Table, mark
from ui.controls.action_table import Entry as Line
from ui.controls.column_share import ColumnShare
from ui.controls.labels import action_button, label, place
from ui.look.kept_size import keep
from ui.look.text_size import px
from ui.registers import operations
from ui.registers.body_dialog import BodyEntryDialog
from ui.registers.columns import columns
from ui.registers.document_dialog import DocumentEntryDialog
from ui.registers.entry_dialog import EntryDialog, Keep
from ui.registers.model import EntriesModel
from ui.registers.person_dialog import PersonEntryDialog
from ui.registers.word_dialog import WordEntryDialog
from ui.session.session import Session
from ui.words import wording
from ui.words.marked import tr

_ROW, _MARGIN = 34, 110  # px at 100 %: of a row, beside what an empty register says
_EMPTY: Mapping[Kind, str] = {  # what to do
    Kind.PEOPLE: mark(
        "Chưa có ai. Thêm lãnh đạo hay được nhắc tên (phím Insert), nhập từ Excel, hoặc lấy từ các bài đã duyệt. "
        "Khi soạn, gõ tên rồi bấm Ctrl+Dấu cách để điền cả chức danh của ngày ấy."
    ),
    Kind.BODIES: mark(
        "Chưa có cơ quan nào. Thêm tên đầy đủ, tên tắt và thời gian (phím Insert); cơ quan hợp nhất thì ghi tên cũ. "
        "Khi soạn, gõ tên tắt rồi bấm Ctrl+Dấu cách."
    ),
    Kind.DOCUMENTS: mark(
        "Chưa có văn bản nào của cơ quan. Thêm văn bản hay trích dẫn (phím Insert), nhập từ Excel, hoặc lấy từ các "
        "bài đã duyệt. Khi soạn, gõ NQ 36 rồi bấm Ctrl+Dấu cách."
    ),
    Kind.WORDS: mark(
        "Chưa có từ nào. Thêm từ riêng của địa phương để máy không báo sai, và chữ viết tắt kèm nghĩa (phím Insert)."
    ),
}


class Do(Enum):
    """What is done to an entry."""

    ADD = auto()
    CHANGE = auto()
    REMOVE = auto()


_CHOOSE = mark("Hãy chọn một dòng.")


def _why_not(tab: EntriesTab) -> str:
    return tab.refused or ("" if tab.chosen() is not None else tr(_CHOOSE))


TABLE: Table[Do, EntriesTab] = {
    Do.ADD: Line(mark("Thêm…"), "add", "Ins", when=lambda tab: tab.refused, reach=Reach.READ),
    Do.CHANGE: Line(mark("Sửa…"), "edit", "Return", when=_why_not, reach=Reach.READ),
    Do.REMOVE: Line(mark("Xóa"), "bin", "Del", when=_why_not, reach=Reach.READ),
}


class EntriesView(QTableView):
    """The table; Enter changes the chosen entry, Delete removes it."""

    changing = Signal()
    removing = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Read the two keys that act on what is chosen."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.changing.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.removing.emit()
        else:
            super().keyPressEvent(event)


class EntriesTab(QWidget):
    """One register; `book` gives what others of it are called."""

    def __init__(self, session: Session, kind: Kind, book: Callable[[], Book]) -> None:
        super().__init__()
        self.session, self.kind, self._book = session, kind, book
        refused = refusal(Act.ADD_TO_REGISTER, session.me.roles)
        self.refused: str = wording.error(refused) if refused is not None else ""
        self.model = EntriesModel(kind, self)
        self.view = self._table()
        self.dialog: QDialog | None = None
        self._known: set[int] = set()  # the entries shown, by number
        self.actions_of_entry = ActionTable(
            self, TABLE, {Do.ADD: self.add, Do.CHANGE: self.change, Do.REMOVE: self.remove}
        )
        self.view.changing.connect(self.actions_of_entry[Do.CHANGE].trigger)
        self.view.removing.connect(self.actions_of_entry[Do.REMOVE].trigger)
        self.view.doubleClicked.connect(lambda _: self.actions_of_entry[Do.CHANGE].trigger())
        self.empty = label("", "empty", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        keep(self.empty, lambda: self.empty.setContentsMargins(px(_MARGIN), 0, px(_MARGIN), 0))
        self._stack = QStackedWidget(self)  # a layout would show its parts as windows
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        row = QHBoxLayout()
        row.setContentsMargins(18, 8, 18, 8)
        self._adding = action_button(self.actions_of_entry[Do.ADD], primary=True)
        row.addWidget(self._adding)
        row.addWidget(action_button(self.actions_of_entry[Do.CHANGE], key=False))
        row.addWidget(action_button(self.actions_of_entry[Do.REMOVE], key=False))
        row.addStretch(1)
        self.counted = label("", "muted")
        row.addWidget(self.counted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(place("footer", row))
        self._follow()

    def _table(self) -> EntriesView:
        view = EntriesView()
        view.setModel(self.model)
        view.verticalHeader().hide()
        view.setShowGrid(False)
        view.setTabKeyNavigation(False)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        head = view.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(True)
        head.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        view.setSortingEnabled(True)
        for at, column in enumerate(columns(self.kind)):
            view.setColumnWidth(at, column.width)
        self._share = ColumnShare(view, len(columns(self.kind)), row=_ROW)
        view.selectionModel().currentRowChanged.connect(lambda *_: self._follow())
        return view

    # -- what is shown ---------------------------------------------------------------------------------

    def show_rows(self) -> None:
        """Show the register as the book has it; what was chosen stays chosen."""
        before = self.chosen()
        at = self.view.currentIndex().row()
        known = {row.entry.id for row in self._book().rows.get(self.kind, ())}
        came = known - self._known if self._known else set()
        self._known = known
        self.model.replace(self._book().rows.get(self.kind, ()))
        number = came.pop() if len(came) == 1 else before.id if before is not None else 0
        found = self.model.place(number)
        self._choose(found if found >= 0 else min(max(at, 0), self.model.rowCount() - 1))
        self._tell()

    def seek(self, words: str) -> None:
        """Show what has these words."""
        self.model.seek(words)
        self._choose(0)
        self._tell()

    def tell_elsewhere(self, where: str) -> None:
        """Say, where nothing is found here, in which registers something is."""
        if where and self.model.count() and not self.model.rowCount():
            self.empty.setText(self.tr("Không thấy ở đây, nhưng có ở: {where}.").format(where=where))

    def chosen(self) -> Entry | None:
        """Return the chosen entry."""
        row = self.model.row(self.view.currentIndex().row())
        return row.entry if row is not None else None

    def take_focus(self) -> None:
        """Begin in the table; where there is none yet, at the button that begins it."""
        (self.view if self.model.rowCount() else self._adding).setFocus()

    def _choose(self, at: int) -> None:
        if 0 <= at < self.model.rowCount():
            self.view.setCurrentIndex(self.model.index(at, 0))
        else:
            self.view.setCurrentIndex(QModelIndex())
        self._follow()

    def _tell(self) -> None:
        shown, every = self.model.rowCount(), self.model.count()
        nothing = self.tr("Không thấy mục nào. Thử bớt chữ, hoặc gõ không dấu.")
        self.empty.setText(nothing if every else tr(_EMPTY[self.kind]))
        self._stack.setCurrentIndex(0 if shown else 1)
        count = (
            wording.number(every) if shown == every else f"{wording.number(shown)}/{wording.number(every)}"
        )
        self.counted.setText(self.tr("{n} mục").format(n=count) if every else "")

    def _follow(self) -> None:
        self.actions_of_entry.follow(self)

    # -- what is done ----------------------------------------------------------------------------------

    def add(self) -> None:
        """Ask for a new entry."""
        if not self.refused:
            self._open(None)

    def change(self) -> None:
        """Ask for other words of the chosen one."""
        entry = self.chosen()
        if entry is not None and not self.refused:
            self._open(entry)

    def remove(self) -> None:
        """Take the chosen one out; the bar at the foot offers to put it back."""
        entry = self.chosen()
        if entry is not None and not self.refused:
            operations.remove(self.session, entry).run(self.session, self, refused=self.session.regret)

    def _open(self, seen: Entry | None) -> None:
        def keep(entry: Entry, then: Callable[[], object], refused: Callable[[DeskError], None]) -> None:
            done = operations.keep(self.session, seen, entry)
            done.run(self.session, self, lambda _: then(), refused=refused)

        self.dialog = dialog_of(self.kind, self.window(), seen, self._book(), keep)
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()


def dialog_of(kind: Kind, parent: QWidget | None, seen: Entry | None, book: Book, keep: Keep) -> EntryDialog:
    """Make the dialog of an entry of a register; None is a new one."""
    bodies = [row.entry.name for row in book.rows.get(Kind.BODIES, ()) if isinstance(row.entry, BodyEntry)]
    if kind is Kind.PEOPLE:
        return PersonEntryDialog(parent, seen if isinstance(seen, PersonEntry) else None, bodies, keep)
    if kind is Kind.BODIES:
        return BodyEntryDialog(parent, seen if isinstance(seen, BodyEntry) else None, bodies, keep)
    if kind is Kind.DOCUMENTS:
        issuers = ["Bộ Chính trị", "Ban Bí thư", "Ban Chấp hành Trung ương", "Chính phủ", *bodies]
        return DocumentEntryDialog(parent, seen if isinstance(seen, DocumentEntry) else None, issuers, keep)
    return WordEntryDialog(parent, seen if isinstance(seen, WordEntry) else None, keep)
