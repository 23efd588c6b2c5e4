"""A body: its names, its days, what it was before."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from desk.registers.entries import BodyEntry
from ui.controls.optional_day_field import OptionalDayField
from ui.look.text_size import px
from ui.registers.entry_dialog import EntryDialog, Keep, line_field


class BodyEntryDialog(EntryDialog):
    """The fields of one body; `known` are the names of the others."""

    def __init__(
        self, parent: QWidget | None, seen: BodyEntry | None, known: Sequence[str], keep: Keep
    ) -> None:
        title = "Cơ quan" if seen is not None else "Thêm cơ quan"
        super().__init__(parent, title, keep)
        body = seen or BodyEntry("")
        self._id = body.id
        self.name = line_field(body.name, self.tr("Tên cơ quan"))
        self.short = line_field(body.short, self.tr("Tên tắt"))
        self.short.setPlaceholderText(self.tr("Gõ tắt trong bài: BTG, UBND tỉnh"))
        self.since, self.until = (
            OptionalDayField(self.tr("Từ ngày")),
            OptionalDayField(self.tr("Đến ngày")),
        )
        self.since.set_value(body.since)
        self.until.set_value(body.until)
        self.before = line_field(body.predecessor, self.tr("Trước đây là"), known)
        self.before.setPlaceholderText(self.tr("Tên cũ, hoặc cơ quan được hợp nhất vào"))
        self.setMinimumWidth(px(560))
        form = self.form()
        form.addRow(self.tr("Tên cơ quan"), self.name)
        form.addRow(self.tr("Tên tắt"), self.short)
        form.addRow(self.tr("Từ ngày"), self.since)
        form.addRow(self.tr("Đến ngày"), self.until)
        form.addRow(self.tr("Trước đây là"), self.before)
        self.name.setFocus()

    def entry(self) -> BodyEntry:
        """Return what was filled in."""
        return BodyEntry(
            self.name.text(),
            self.short.text(),
            self.since.value(),
            self.until.value(),
            self.before.text(),
            self._id,
        )

    def wanting(self) -> QLineEdit | None:
        """Want a name."""
        return None if self.name.text().strip() else self.name
