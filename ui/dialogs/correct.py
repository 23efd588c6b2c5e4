"""Đính chính: what a released article was printed with, and what it should read."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desk.errors import NotNow, Why
from ui.dialogs.shell import Shell
from ui.widgets.labels import label


class CorrectDialog(Shell):
    """Two texts, both needed; what comes of it is an article that goes its road."""

    def __init__(self, parent: QWidget | None, title: str) -> None:
        super().__init__(
            parent,
            "Đính chính",
            f"Bài “{title}” đã in nên giữ nguyên. Đính chính là một bài riêng, được duyệt như mọi bài và tự đề nghị "
            "vào số sau.",
            accept="Viết đính chính",
        )
        self.printed, self.correct = QPlainTextEdit(), QPlainTextEdit()
        for box, words in ((self.printed, self.tr("Đã in")), (self.correct, self.tr("Xin đọc là"))):
            box.setTabChangesFocus(True)
            box.setFixedHeight(76)
            box.setAccessibleName(words)
            self.body.addWidget(label(words, "small"))
            self.body.addWidget(box)
        self.printed.setFocus()

    def agree(self) -> None:
        """Refuse in place what would correct nothing."""
        was, now = (" ".join(box.toPlainText().split()) for box in (self.printed, self.correct))
        if not was or not now or was == now:
            self.complain(NotNow(Why.CORRECTION_EMPTY))
        else:
            super().agree()

    @classmethod
    def ask(cls, parent: QWidget | None, title: str) -> tuple[str, str] | None:
        """Return the words as printed and as they should read, or None."""
        dialog = cls(parent, title)
        if not dialog.exec():
            return None
        return dialog.printed.toPlainText(), dialog.correct.toPlainText()
