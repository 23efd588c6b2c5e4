"""The frame of every dialog: title, words, fields, an error in place, the two buttons."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from desk.errors import DeskError
from ui import wording
from ui.widgets.labels import field_form, label


class Shell(QDialog):
    """A dialog with a heading, a body, and an error line above its buttons."""

    def __init__(self, parent: QWidget | None, title: str, told: str = "", *, accept: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(440)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(title, "title"))
        if told:
            column.addWidget(label(told, "muted", wrap=True))
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        column.addLayout(self.body, 1)
        self.fault = label("", "error", wrap=True)
        self.fault.hide()
        column.addWidget(self.fault)
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
        self.ok = self.buttons.button(standard.Ok)
        self.ok.setText(accept or self.tr("Lưu"))
        self.ok.setProperty("kind", "primary")
        self.ok.setDefault(True)
        self.buttons.button(standard.Cancel).setText(self.tr("Hủy"))
        for button in self.buttons.buttons():
            button.setIcon(button.icon().__class__())
        self.buttons.accepted.connect(self.agree)
        self.buttons.rejected.connect(self.reject)
        column.addSpacing(4)
        column.addWidget(self.buttons)

    def form(self) -> QFormLayout:
        """Add a form to the body: labels above their fields' left edge."""
        made = field_form()
        self.body.addLayout(made)
        return made

    def agree(self) -> None:
        """Accept; subclasses first check what was filled in."""
        self.accept()

    def complain(self, error: DeskError | str) -> None:
        """Say in place what is wrong; the dialog stays and nothing typed is lost."""
        self.fault.setText(error if isinstance(error, str) else wording.error(error))
        self.fault.show()
