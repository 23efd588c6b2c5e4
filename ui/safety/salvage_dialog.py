"""Where what a damaged file still gives is written to."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from ui.controls.folder_field import FolderField
from ui.controls.form_dialog import FormDialog
from ui.look.text_size import px

KEY = "salvage/folder"


class SalvageDialog(FormDialog):
    """Says what salvage does, and asks for a folder."""

    def __init__(self, parent: QWidget | None, file: Path) -> None:
        super().__init__(parent, "Cứu dữ liệu", "", accept="Cứu dữ liệu")
        self.setMinimumWidth(px(560))
        self.intro.setText(
            self.tr(
                "Đọc “{file}” và ghi những gì còn đọc được (bài thành Word, ảnh, tệp đã phát hành, lịch họp, nhật "
                "ký) vào một thư mục mới, kèm danh sách những gì bị mất. Tệp dữ liệu không bị sửa."
            ).format(file=file)
        )
        self.intro.show()
        self.folder = FolderField(KEY)
        self.form().addRow(self.tr("Ghi vào thư mục"), self.folder)

    def agree(self) -> None:
        """Want a folder."""
        if self.folder.folder() is None:
            self.complain(self.tr("Hãy chọn thư mục."))
        else:
            super().agree()

    @classmethod
    def ask(cls, parent: QWidget | None, file: Path) -> Path | None:
        """Return the folder, or None."""
        dialog = cls(parent, file)
        return dialog.folder.folder() if dialog.exec() else None
