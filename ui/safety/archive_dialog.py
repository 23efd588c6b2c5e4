"""Which year goes into an archive, and where to."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ui.controls.combo import Combo
from ui.controls.folder_field import FolderField
from ui.controls.form_dialog import FormDialog
from ui.look.text_size import px

KEY = "archive/folder"


class ArchiveDialog(FormDialog):
    """A year or everything, and a folder."""

    def __init__(self, parent: QWidget | None, years: Sequence[int]) -> None:
        super().__init__(parent, "Xuất kho lưu trữ", "", accept="Xuất kho")
        self.setMinimumWidth(px(560))
        self.intro.setText(
            self.tr(
                "Ghi mọi bài, số đã phát hành, ảnh, lịch họp, nhật ký và toàn bộ dữ liệu vào một thư mục mới. "
                "Thư mục đọc được bằng trình duyệt bất kỳ, và dựng lại được bàn biên tập."
            )
        )
        self.intro.show()
        self.year = Combo()
        self.year.addItem(self.tr("Tất cả các năm"), None)
        for year in years:
            self.year.addItem(self.tr("Năm {year}").format(year=year), year)
        self.folder = FolderField(KEY)
        form = self.form()
        form.addRow(self.tr("Phạm vi"), self.year)
        form.addRow(self.tr("Ghi vào thư mục"), self.folder)

    def agree(self) -> None:
        """Want a folder."""
        if self.folder.folder() is None:
            self.complain(self.tr("Hãy chọn thư mục."))
        else:
            super().agree()

    @classmethod
    def ask(cls, parent: QWidget | None, years: Sequence[int]) -> tuple[int | None, Path] | None:
        """Return the year (None: every year) and the folder, or None."""
        dialog = cls(parent, years)
        folder = dialog.folder.folder() if dialog.exec() else None
        return None if folder is None else (dialog.year.currentData(), dialog.folder.folder() or folder)
