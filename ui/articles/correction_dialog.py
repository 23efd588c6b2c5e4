"""Đính chính: what a released article was printed with, and what it should read."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desk.errors import NotNow, Why
from desk.issues import corrections
from ui.articles import operations
from ui.controls.form_dialog import FormDialog
from ui.controls.hint import Hint
from ui.controls.labels import label
from ui.look.text_size import px
from ui.session.operation import Op
from ui.session.session import Session


class CorrectDialog(FormDialog):
    """Two texts, both needed; what comes of it is an article of its own, reviewed as every other.

    `whole` is the article as it was printed: words that it does not have are warned of, and not refused.
    """

    def __init__(self, parent: QWidget | None, title: str, whole: str) -> None:
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
            box.setFixedHeight(px(76))
            box.setAccessibleName(words)
            self.body.addWidget(label(words, "small"))
            self.body.addWidget(box)
        self._whole = whole
        self.remark = Hint()
        self.body.insertWidget(self.body.indexOf(self.printed) + 1, self.remark)
        self.printed.textChanged.connect(self._look)
        self.printed.setFocus()

    def _look(self) -> None:
        strange = not corrections.has(self._whole, self.printed.toPlainText())
        self.remark.say(self.tr("Bài đã in không có đúng những chữ này.") if strange else "", warn=True)

    def agree(self) -> None:
        """Refuse in place what would correct nothing."""
        was, now = (" ".join(box.toPlainText().split()) for box in (self.printed, self.correct))
        if not was or not now or was == now:
            self.complain(NotNow(Why.CORRECTION_EMPTY))
        else:
            super().agree()

    @classmethod
    def ask(cls, parent: QWidget | None, title: str, whole: str) -> tuple[str, str] | None:
        """Return the words as printed and as they should read, or None."""
        dialog = cls(parent, title, whole)
        if not dialog.exec():
            return None
        return dialog.printed.toPlainText(), dialog.correct.toPlainText()


def ask_correction(session: Session, parent: QWidget, article_id: int, title: str, printed: str) -> Op | None:
    """Ask what a printed article should read; the operation writes the đính chính."""
    answer = CorrectDialog.ask(parent, title, printed)
    return None if answer is None else operations.correct(session, article_id, *answer)


def write_correction(session: Session, parent: QWidget, article_id: int, title: str) -> None:
    """Read an article as it was printed, ask what it should read, and write the đính chính."""

    def ask(printed: str) -> None:
        op = ask_correction(session, parent, article_id, title, printed)
        if op is not None:
            op.run(session, parent)

    session.client.ask(parent, lambda: corrections.as_printed(article_id), ask)
