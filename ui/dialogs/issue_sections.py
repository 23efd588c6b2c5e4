"""The chuyên mục of one issue: ordered, hidden, added; the desk's own list stays as it is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidgetItem, QWidget

from desk.placing import PlanPart, SectionWish
from ui.dialogs.shell import Shell
from ui.widgets.labels import button
from ui.widgets.order_list import OrderList

_PART = Qt.ItemDataRole.UserRole


class IssueSectionsDialog(Shell):
    """A list with a tick for each chuyên mục that the issue shows."""

    def __init__(self, parent: QWidget | None, name: str, parts: tuple[PlanPart, ...]) -> None:
        super().__init__(
            parent,
            "Chuyên mục của số",
            f"Chỉ cho số {name}. Kéo hoặc Alt+↑, Alt+↓ để đổi thứ tự; bỏ dấu để ẩn chuyên mục không có bài.",
        )
        self.list = OrderList()
        self.list.setMinimumSize(460, 320)
        self.list.setAccessibleName(self.tr("Chuyên mục"))
        for part in parts:
            if not part.boxed:
                self._item(part)
        self.list.setCurrentRow(0)
        self.body.addWidget(self.list, 1)
        row = QHBoxLayout()
        self.up = button(self.tr("Lên"), lambda: self.list.shift(-1), "up")
        self.down = button(self.tr("Xuống"), lambda: self.list.shift(1), "down")
        self.add = button(self.tr("Thêm cho số này"), self._add, "add")
        for made in (self.up, self.down, self.add):
            made.setAutoDefault(False)
            row.addWidget(made)
        row.addStretch(1)
        self.body.addLayout(row)

    def wishes(self) -> list[SectionWish]:
        """Return the order that was chosen."""
        out = []
        for at in range(self.list.count()):
            item = self.list.item(at)
            part = item.data(_PART)
            hidden = item.checkState() is Qt.CheckState.Unchecked
            number = part.section_id if isinstance(part, PlanPart) else 0
            out.append(SectionWish(number, " ".join(item.text().split()), hidden))
        return out

    def agree(self) -> None:
        """Refuse a chuyên mục without a name, and hiding one that has articles, in place."""
        for at in range(self.list.count()):
            item = self.list.item(at)
            part = item.data(_PART)
            if not item.text().strip():
                self.complain(self.tr("Chuyên mục thêm vào cần có tên."))
                return
            filled = isinstance(part, PlanPart) and (part.placed or part.wanted)
            if filled and item.checkState() is Qt.CheckState.Unchecked:
                told = self.tr("Chuyên mục “{name}” đang có bài nên không ẩn được.")
                self.complain(told.format(name=item.text()))
                return
        super().agree()

    @classmethod
    def ask(cls, parent: QWidget | None, name: str, parts: tuple[PlanPart, ...]) -> list[SectionWish] | None:
        """Return the order that was chosen, or None."""
        dialog = cls(parent, name, parts)
        return dialog.wishes() if dialog.exec() else None

    def _item(self, part: PlanPart | None) -> QListWidgetItem:
        item = QListWidgetItem(part.title if part else self.tr("Chuyên mục mới"))
        item.setData(_PART, part)
        flags = item.flags() | Qt.ItemFlag.ItemIsUserCheckable
        item.setFlags(flags | Qt.ItemFlag.ItemIsEditable if part is None else flags)
        item.setCheckState(Qt.CheckState.Unchecked if part and part.hidden else Qt.CheckState.Checked)
        self.list.addItem(item)
        return item

    def _add(self) -> None:
        item = self._item(None)
        self.list.setCurrentItem(item)
        self.list.editItem(item)
