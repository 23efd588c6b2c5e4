"""The chuyên mục: renamed in place, moved, added, retired."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidgetItem,
    QWidget,
)

from desk.acts.rules import Act
from desk.department import sections
from desk.department.sections import SectionRow
from ui.controls.labels import button, label
from ui.controls.order_list import OrderList
from ui.look.kept_size import keep_least_height
from ui.session.session import Session
from ui.settings import operations
from ui.settings.tab import Tab

_ID = Qt.ItemDataRole.UserRole


class SectionsTab(Tab):
    """The chuyên mục in their order: renamed in place, moved, added, retired."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, Act.SET_SECTIONS)
        text = self.tr("Thứ tự ở đây là thứ tự in. Bấm đúp để đổi tên. Chuyên mục bỏ đi vẫn còn ở các số cũ.")
        self.column.addWidget(label(text, "muted", wrap=True))
        self._as_stored: list[tuple[int | None, str]] = []
        self.list = OrderList()
        keep_least_height(self.list, 320)
        self.list.setAccessibleName(self.tr("Chuyên mục"))
        self.column.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.addWidget(button(self.tr("Thêm"), self._add, "add"))
        row.addWidget(button(self.tr("Lên"), lambda: self.list.shift(-1), "up"))
        row.addWidget(button(self.tr("Xuống"), lambda: self.list.shift(1), "down"))
        row.addWidget(button(self.tr("Bỏ"), self._remove, "remove"))
        row.addStretch(1)
        row.addWidget(button(self.tr("Lưu"), self._save, "save", primary=True))
        tools = QWidget()
        tools.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        tools.setEnabled(self.may)
        self.list.setEnabled(self.may)
        self.column.addWidget(tools)

    def shown(self) -> None:
        """Read the stored chuyên mục."""
        self.ask(sections.listing, self._show)

    def _show(self, rows: list[SectionRow]) -> None:
        if self._wanted() != self._as_stored:
            return
        chosen = self.list.currentRow()
        self.list.clear()
        for row in rows:
            self._item(row.title, row.id)
        self.list.setCurrentRow(min(chosen, len(rows) - 1))
        self._as_stored = self._wanted()

    def _wanted(self) -> list[tuple[int | None, str]]:
        items = [self.list.item(at) for at in range(self.list.count())]
        return [(item.data(_ID), item.text()) for item in items]

    def _item(self, title: str, section_id: int | None) -> QListWidgetItem:
        item = QListWidgetItem(title)
        item.setData(_ID, section_id)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        self.list.addItem(item)
        return item

    def _add(self) -> None:
        item = self._item(self.tr("Chuyên mục mới"), None)
        self.list.setCurrentItem(item)
        self.list.editItem(item)

    def _remove(self) -> None:
        if self.list.currentRow() >= 0:
            self.list.takeItem(self.list.currentRow())

    def dirty(self) -> bool:
        """Say whether the list differs from what is stored."""
        return self.may and self._wanted() != self._as_stored

    def keep_changes(self, then: Callable[[], object]) -> None:
        """Save the list, then go on."""
        self.run(operations.set_sections(self.session, self._wanted()), lambda: self._saved(then))

    def drop_changes(self) -> None:
        """Show the stored list again."""
        self._as_stored = self._wanted()
        self.shown()

    def _save(self) -> None:
        self.keep_changes(lambda: None)

    def _saved(self, then: Callable[[], object]) -> None:
        self.drop_changes()  # new ones have their ids after this refresh
        then()
