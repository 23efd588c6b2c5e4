"""The very first start of a packaged program asks whose desk it is, and so where it lies."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QButtonGroup, QFileDialog, QLineEdit, QPushButton, QRadioButton, QWidget

from desk import place
from desk.errors import DeskError
from desk.paths import own_folder, shared_folder
from ui.controls.form_dialog import FormDialog
from ui.controls.labels import label
from ui.look.text_size import px


class PlaceDialog(FormDialog):
    """Offers one's own folder, that of all users of the machine, or any other on its drives."""

    def __init__(self, parent: QWidget | None) -> None:
        told = self.tr("Dữ liệu nằm trên máy này, không ở ổ mạng. Sau này chép được sang máy khác.")
        super().__init__(parent, self.tr("Ai dùng bàn biên tập này?"), told, accept=self.tr("Tiếp tục"))
        self.setMinimumWidth(px(560))
        self.chosen: Path | None = None
        self._choices = QButtonGroup(self)
        self.own = self._offer(self.tr("Chỉ tôi dùng"), own_folder())
        shared = shared_folder()
        self.shared = self._offer(self.tr("Nhiều người dùng chung máy này"), shared) if shared else None
        self.other = self._offer(self.tr("Thư mục khác"), None)
        self.folder = QLineEdit()
        self.folder.setAccessibleName(self.tr("Thư mục khác"))
        self.folder.textEdited.connect(lambda: self.other.setChecked(True))
        self.body.addWidget(self.folder)
        self.browse = QPushButton(self.tr("Chọn thư mục…"))
        self.browse.clicked.connect(self._browse)
        self.buttons.addButton(self.browse, self.buttons.ButtonRole.ActionRole)
        self.buttons.button(self.buttons.StandardButton.Cancel).setText(self.tr("Thoát"))
        self.own.setChecked(True)
        self.own.setFocus()

    @classmethod
    def ask(cls, parent: QWidget | None) -> Path | None:
        """Return the folder that was chosen, or None when the person left."""
        dialog = cls(parent)
        return dialog.chosen if dialog.exec() else None

    def agree(self) -> None:
        """Keep the desk there, or say why not."""
        folder = self._folder()
        if folder is None or not folder.is_absolute():
            self.complain(self.tr("Hãy chọn một thư mục."))
            return
        try:
            place.choose(folder)
        except DeskError as error:
            self.complain(error)
            return
        self.chosen = folder
        self.accept()

    def _offer(self, words: str, folder: Path | None) -> QRadioButton:
        choice = QRadioButton(words)
        self._choices.addButton(choice)
        self.body.addWidget(choice)
        if folder is not None:
            self.body.addWidget(label(str(folder), "muted", wrap=True))
        return choice

    def _folder(self) -> Path | None:
        if self.own.isChecked():
            return own_folder()
        if self.shared is not None and self.shared.isChecked():
            return shared_folder()
        typed = self.folder.text().strip()
        return Path(typed) if typed else None

    def _browse(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Chọn thư mục"), self.folder.text())
        if folder:
            self.folder.setText(str(Path(folder)))
            self.other.setChecked(True)
