"""A field for a folder to write to."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from ui.controls.file_dialogs import choose_folder
from ui.look import local_settings


class FolderField(QWidget):
    """A folder to write to; the last one that was chosen for the same thing, whose `key` this is, is proposed."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self._key = key
        self.path = QLineEdit(local_settings.read_folder(key))
        self.path.setAccessibleName(self.tr("Thư mục"))
        choose = QPushButton(self.tr("Chọn…"))
        choose.setAutoDefault(False)
        choose.clicked.connect(self.choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.path, 1)
        row.addWidget(choose)

    def choose(self) -> None:
        """Let the person choose a folder."""
        chosen = choose_folder(self, self.tr("Ghi vào thư mục"), self._key, self.path.text())
        if chosen is not None:
            self.path.setText(str(chosen))

    def folder(self) -> Path | None:
        """Return the folder; None while none is named."""
        words = self.path.text().strip()
        return Path(words) if words else None
