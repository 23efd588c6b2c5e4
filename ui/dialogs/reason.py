"""Ask for a reason: a return or a withdrawal of approval is never without one."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desk.errors import NotNow, Why
from ui.dialogs.shell import Shell


class ReasonDialog(Shell):
    """One text that may not be empty."""

    def __init__(self, parent: QWidget | None, title: str, told: str, accept: str, words: str = "") -> None:
        super().__init__(parent, title, told, accept=accept)
        self.words = QPlainTextEdit(words)
        self.words.setPlaceholderText(self.tr("Ví dụ: Bổ sung chú thích ảnh; kiểm tra lại số văn bản."))
        self.words.setAccessibleName(self.tr("Lý do"))
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(110)
        self.body.addWidget(self.words)

    def agree(self) -> None:
        """Refuse a blank reason in place."""
        if not self.words.toPlainText().strip():
            self.complain(NotNow(Why.NOTE))
            self.words.setFocus()
            return
        super().agree()

    @classmethod
    def ask(cls, parent: QWidget | None, title: str, told: str, accept: str, words: str = "") -> str | None:
        """Return the reason, or None when the person thought better of it."""
        dialog = cls(parent, title, told, accept, words)
        return dialog.words.toPlainText().strip() if dialog.exec() else None
