"""The three checklists: each item off, recommended or required, genre by genre."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from desk.acts import requirements
from desk.acts.requirements import Auto, Before, Item, Level
from desk.acts.rules import Act, Genre
from desk.review.checklists import ItemEdit
from ui.controls.choice_dialog import ChoiceDialog
from ui.controls.combo import Combo
from ui.controls.framed_table import name_columns
from ui.controls.labels import button, label
from ui.look.kept_size import keep, keep_least_height
from ui.look.text_size import px
from ui.session.session import Session
from ui.settings import operations
from ui.settings.tab import Tab
from ui.words import review as review_words

_ROW = 40
_ID, _AUTO = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class ChecklistsTab(Tab):
    """One list at a time; what the program ticks has its words fixed, a person's item is written freely."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, Act.SET_CHECKLISTS)
        text = self.tr(
            "Mục bắt buộc chưa đạt thì chưa gửi, duyệt hay in được; lãnh đạo có thể cho qua, có ghi lý do. "
            "Mục có dấu ⚙ chương trình tự kiểm tra."
        )
        self.column.addWidget(label(text, "muted", wrap=True))
        self.before = Combo()
        self.before.setAccessibleName(self.tr("Danh mục"))
        for before in Before:
            self.before.addItem(review_words.before(before), before)
        self._list = Before(self.before.currentData())  # the one in the table
        self.before.currentIndexChanged.connect(lambda _: self._turn())
        self.table = QTableWidget(0, 1 + len(Genre))
        self.table.setProperty("framed", True)
        self.table.setAccessibleName(self.tr("Mục kiểm tra"))
        name_columns(self.table, [self.tr("Mục kiểm tra"), *map(review_words.genre, Genre)])
        self.table.verticalHeader().hide()
        keep(self.table, lambda: self.table.verticalHeader().setDefaultSectionSize(px(_ROW)))
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        head = self.table.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        keep(self.table, lambda: head.setMinimumSectionSize(px(124)))
        for column in range(1, 1 + len(Genre)):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            keep(self.table, partial(self._keep_column, column))
        keep_least_height(self.table, 330)
        top = QHBoxLayout()
        top.addWidget(self.before)
        top.addStretch(1)
        self.column.addLayout(top)
        self.column.addWidget(self.table, 1)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(button(self.tr("Thêm mục"), self._add, "add"))
        row.addWidget(button(self.tr("Lên"), lambda: self._shift(-1), "up"))
        row.addWidget(button(self.tr("Xuống"), lambda: self._shift(1), "down"))
        row.addWidget(button(self.tr("Bỏ"), self._remove, "remove"))
        row.addStretch(1)
        row.addWidget(button(self.tr("Lưu"), self._save, "save", primary=True))
        self.tools = QWidget()
        self.tools.setLayout(row)
        self.tools.setEnabled(self.may)
        self.column.addWidget(self.tools)
        self._as_stored: list[ItemEdit] = []

    def _keep_column(self, column: int) -> None:
        self.table.setColumnWidth(column, px(124))

    def shown(self) -> None:
        """Read the chosen list, unless it was changed here."""
        if not self.dirty():
            self._read()

    def dirty(self) -> bool:
        """Say whether the table differs from what is stored."""
        return self.may and self.wanted() != self._as_stored

    def drop_changes(self) -> None:
        """Show the stored list again."""
        self._as_stored = self.wanted()
        self._read()

    def wanted(self) -> list[ItemEdit]:
        """Return the list as it is filled in."""
        return [self._wish(row) for row in range(self.table.rowCount())]

    def set_level(self, row: int, genre: Genre, level: Level) -> None:
        """Choose how much a row's item matters for a genre."""
        self._box(row, genre).setCurrentIndex(list(Level).index(level))

    def list_(self) -> Before:
        """Return the list in the table."""
        return self._list

    def _turn(self) -> None:
        """Show another list, when what was changed in this one may be left."""
        chosen: Before = self.before.currentData()
        if chosen is self._list:
            return
        if not self.dirty():
            self._list = chosen
            self._read()
            return
        self.before.setCurrentIndex(self.before.findData(self._list))
        answer = ChoiceDialog.ask(
            self,
            self.tr("Mục kiểm tra chưa lưu"),
            self.tr("Lưu danh mục này trước khi chuyển sang danh mục khác?"),
            (self.tr("Lưu"), self.tr("Bỏ thay đổi")),
        )
        if answer == 0:
            self.keep_changes(lambda: self._turn_to(chosen))
        elif answer == 1:
            self._turn_to(chosen)

    def _turn_to(self, before: Before) -> None:
        self._as_stored = self.wanted()
        self.before.setCurrentIndex(self.before.findData(before))

    def _read(self) -> None:
        before = self.list_()
        self.ask(lambda: requirements.items(before), self._show)

    def _show(self, items: list[Item]) -> None:
        wishes = [ItemEdit(item.id, item.text, dict(item.levels), item.auto) for item in items]
        known = {item.auto for item in items}
        wishes += [ItemEdit(None, "", {}, auto) for auto in Auto if auto not in known | {Auto.SIGNS}]
        self._fill(wishes)
        self._as_stored = self.wanted()

    def _fill(self, wishes: list[ItemEdit]) -> None:
        chosen = self.table.currentRow()
        self.table.setRowCount(0)
        for wish in wishes:
            self._append(wish)
        self.table.setCurrentCell(min(max(chosen, 0), len(wishes) - 1), 0)

    def _append(self, wish: ItemEdit) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        words = wish.text if wish.auto is None else f"⚙ {review_words.requirement(wish.auto.value, '')}"
        item = QTableWidgetItem(words)
        item.setToolTip(words)
        item.setData(_ID, wish.id)
        item.setData(_AUTO, wish.auto)
        if wish.auto is not None or not self.may:
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
        self.table.setItem(row, 0, item)
        for column, genre in enumerate(Genre, 1):
            box = Combo()
            box.setAccessibleName(f"{words}, {review_words.genre(genre)}")
            for level in Level:
                box.addItem(review_words.level(level), level)
            box.setCurrentIndex(list(Level).index(wish.levels.get(genre, Level.OFF)))
            box.setEnabled(self.may)
            self.table.setCellWidget(row, column, box)

    def _box(self, row: int, genre: Genre) -> QComboBox:
        box = self.table.cellWidget(row, 1 + list(Genre).index(genre))
        assert isinstance(box, QComboBox)
        return box

    def _wish(self, row: int) -> ItemEdit:
        item = self.table.item(row, 0)
        assert item is not None
        auto: Auto | None = item.data(_AUTO)
        levels: dict[Genre, Level] = {genre: self._box(row, genre).currentData() for genre in Genre}
        return ItemEdit(item.data(_ID), "" if auto is not None else item.text(), levels, auto)

    def _add(self) -> None:
        self._append(ItemEdit(None, self.tr("Mục mới"), dict.fromkeys(Genre, Level.RECOMMENDED)))
        last = self.table.rowCount() - 1
        self.table.setCurrentCell(last, 0)
        item = self.table.item(last, 0)
        if item is not None:
            self.table.editItem(item)

    def _shift(self, by: int) -> None:
        wishes, at = self.wanted(), self.table.currentRow()
        if at < 0 or not 0 <= at + by < len(wishes):
            return
        wishes.insert(at + by, wishes.pop(at))
        self._fill(wishes)
        self.table.setCurrentCell(at + by, 0)

    def _remove(self) -> None:
        at = self.table.currentRow()
        if at < 0:
            return
        if self._wish(at).auto is not None:
            for genre in Genre:
                self.set_level(at, genre, Level.OFF)
            self.session.say(self.tr("Mục chương trình tự kiểm tra không bỏ hẳn; đã tắt mục này."), "warning")
        else:
            self.table.removeRow(at)

    def _save(self) -> None:
        self.keep_changes(lambda: None)

    def keep_changes(self, then: Callable[[], object]) -> None:
        """Save the table as the list in view, then go on."""
        off = {level for level in Level if level is not Level.OFF}
        wishes = [
            w for w in self.wanted() if w.id is not None or w.auto is None or set(w.levels.values()) & off
        ]
        self.run(operations.set_checklist(self.session, self.list_(), wishes), lambda: self._saved(then))

    def _saved(self, then: Callable[[], object]) -> None:
        self.drop_changes()
        then()
