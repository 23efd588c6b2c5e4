"""The chuyên mục of one issue: ordered, hidden, added; the desk's own list stays as it is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidgetItem, QWidget

from desk.issues.plan import PlanPart
from desk.issues.sections import SectionWish
from ui.controls.form_dialog import FormDialog
from ui.controls.labels import button
from ui.controls.order_list import OrderList
from ui.look.text_size import px

_PART = Qt.ItemDataRole.UserRole


class IssueSectionsDialog(FormDialog):
    """A list with a tick for each chuyên mục that the issue shows."""

    def __init__(self, parent: QWidget | None, name: str, parts: tuple[PlanPart, ...]) -> None:
        super().__init__(
            parent,
            "Chuyên mục của số",
            f"Chỉ cho số {name}. Kéo hoặc Alt+↑, Alt+↓ để đổi thứ tự; bỏ dấu để ẩn chuyên mục không có bài.",
        )
        self.setMinimumWidth(px(620))  # five buttons in a row
        self.list = OrderList()
        self.list.setMinimumSize(px(460), px(320))
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
        self.rename = button(self.tr("Đổi tên"), self._rename, "edit")
        self.drop = button(self.tr("Bỏ"), self._drop, "remove")
        self._dropped: list[PlanPart] = []
        for made in (self.up, self.down, self.add, self.rename, self.drop):
            made.setAutoDefault(False)
            row.addWidget(made)
        row.addStretch(1)
        self.body.addLayout(row)
        self.list.currentItemChanged.connect(lambda *_: self._follow())
        self._follow()

    def wishes(self) -> list[SectionWish]:
        """Return the order that was chosen."""
        out = []
        for at in range(self.list.count()):
            item = self.list.item(at)
            part = item.data(_PART)
            hidden = item.checkState() is Qt.CheckState.Unchecked
            number = part.section_id if isinstance(part, PlanPart) else 0
            out.append(SectionWish(number, " ".join(item.text().split()), hidden))
        return [*out, *(SectionWish(part.section_id, part.title, dropped=True) for part in self._dropped)]

    def agree(self) -> None:
        """Refuse a chuyên mục without a name, and hiding one that has articles, in place."""
        for at in range(self.list.count()):
            item = self.list.item(at)
            part = item.data(_PART)
            if not item.text().strip():
                self.complain(self.tr("Chuyên mục thêm vào cần có tên."))
                return
            if _filled(part) and item.checkState() is Qt.CheckState.Unchecked:
                words = self.tr("Chuyên mục “{name}” đang có bài nên không ẩn được.")
                self.complain(words.format(name=item.text()))
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
        item.setFlags(flags | Qt.ItemFlag.ItemIsEditable if part is None or part.own else flags)
        item.setCheckState(Qt.CheckState.Unchecked if part and part.hidden else Qt.CheckState.Checked)
        self.list.addItem(item)
        return item

    def _add(self) -> None:
        item = self._item(None)
        self.list.setCurrentItem(item)
        self.list.editItem(item)

    def _rename(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.list.editItem(item)

    def _drop(self) -> None:
        """Do without a chuyên mục that was added for the issue, while nothing stands in it."""
        item = self.list.currentItem()
        part = item.data(_PART) if item is not None else None
        if _filled(part):
            words = self.tr("Chuyên mục “{name}” đang có bài nên không bỏ được. Hãy chuyển bài đi trước.")
            self.complain(words.format(name=item.text()))
            return
        if isinstance(part, PlanPart):
            self._dropped.append(part)
        self.fault.hide()
        self.list.takeItem(self.list.currentRow())

    def _follow(self) -> None:
        """Offer to rename and drop only what was added for this issue: the desk's list is kept in the settings."""
        item = self.list.currentItem()
        part = item.data(_PART) if item is not None else None
        own = item is not None and (not isinstance(part, PlanPart) or part.own)
        why = (
            ""
            if own
            else self.tr("Chỉ với chuyên mục thêm riêng cho số; danh mục chung sửa trong Thiết lập.")
        )
        for made in (self.rename, self.drop):
            made.setEnabled(own)
            made.setToolTip(why)


def _filled(part: object) -> bool:
    return isinstance(part, PlanPart) and bool(part.placed or part.wanted)
