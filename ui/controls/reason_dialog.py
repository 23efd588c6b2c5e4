"""Ask for a reason: a return or a withdrawal of approval is never without one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from desk.errors import NotNow, Why
from ui.controls.choice_dialog import ChoiceDialog
from ui.controls.form_dialog import FormDialog
from ui.controls.labels import label
from ui.look.text_size import px


class ReasonDialog(FormDialog):
    """One text that may not be empty; the office's stock phrases are added by a press or by Alt+number."""

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        told: str,
        accept: str,
        words: str = "",
        phrases: Sequence[str] = (),
        example: str = "",
    ) -> None:
        super().__init__(parent, title, told, accept=accept)
        self.phrases = [self._phrase(at, phrase) for at, phrase in enumerate(phrases, 1)]
        self.words, self._begun = QPlainTextEdit(words), words.strip()
        usual = self.tr("Ví dụ: Bổ sung chú thích ảnh; kiểm tra lại số văn bản.")
        self.words.setPlaceholderText(example or usual)
        self.words.setAccessibleName(self.tr("Lý do"))
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(px(110))
        self.body.addWidget(self.words)
        if self.phrases:
            self.body.addWidget(label(self.tr("Câu hay dùng"), "small"))
            column = QVBoxLayout()
            column.setSpacing(2)
            for phrase in self.phrases:
                column.addWidget(phrase)
            self.body.addLayout(column)
        self.words.setFocus()

    def _phrase(self, at: int, phrase: str) -> QPushButton:
        button = QPushButton(phrase.replace("&", "&&"))
        button.setProperty("kind", "phrase")
        button.setAutoDefault(False)
        if at < 10:
            button.setShortcut(QKeySequence(f"Alt+{at}"))
            button.setToolTip(f"Alt+{at}")
        button.clicked.connect(lambda: self._add(phrase))
        return button

    def _add(self, phrase: str) -> None:
        before = self.words.toPlainText().rstrip()
        cursor = self.words.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(f"{before}\n{phrase}" if before else phrase)  # as typed: it can be undone
        self.words.setTextCursor(cursor)
        self.words.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Agree by Ctrl+Enter: Enter alone begins a line."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.agree()
            return
        super().keyPressEvent(event)

    def agree(self) -> None:
        """Refuse a blank reason in place."""
        if not self.words.toPlainText().strip():
            self.complain(NotNow(Why.NOTE))
            self.words.setFocus()
            return
        super().agree()

    def leave(self) -> None:
        """Close; a reason that was typed is not thrown away unasked."""
        answer = 0
        if self.words.toPlainText().strip() not in ("", self._begun):
            answer = ChoiceDialog.ask(
                self,
                self.tr("Lý do chưa gửi"),
                self.tr("Đóng và bỏ những gì vừa gõ?"),
                (self.tr("Bỏ"),),
                cautious=True,
            )
        if answer == 0:
            self.reject()

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        title: str,
        told: str,
        accept: str,
        words: str = "",
        phrases: Sequence[str] = (),
        example: str = "",
    ) -> str | None:
        """Return the reason, or None when the person thought better of it."""
        dialog = cls(parent, title, told, accept, words, phrases, example)
        return dialog.words.toPlainText().strip() if dialog.exec() else None
