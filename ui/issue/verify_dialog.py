"""What a verification found: the files, then the articles, each in a line."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from desk.integrity.printed import ArticleState, FileState, Verdict
from ui.controls.form_dialog import FormDialog
from ui.controls.labels import label, place
from ui.controls.line_button import LineButton
from ui.look.text_size import px
from ui.words import issue as issue_words


class VerifyDialog(FormDialog):
    """Says whether a printed file is what was released."""

    def __init__(self, parent: QWidget | None, name: str, found: Verdict) -> None:
        super().__init__(parent, "Đối chiếu", "", accept="Đóng")
        self.setMinimumSize(px(620), px(420))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.sentence = issue_words.verdict(name, found)
        words = label(self.sentence, "heading", wrap=True)
        self.body.addWidget(words)
        self.lines: list[LineButton] = []
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        for one in found.files:
            self._line(column, one.name, issue_words.file_state(one.state), one.state is FileState.SAME)
        for article in found.articles:
            told = issue_words.article_state(article)
            self._line(column, article.title, told, article.state is ArticleState.APPROVED)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(place("bare", column))
        self.body.addWidget(scroll, 1)
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).hide()

    def _line(self, column: QVBoxLayout, words: str, told: str, good: bool) -> None:
        line = LineButton(
            words, told, "done" if good else "warning", "green" if good else "accent", below=not good
        )
        self.lines.append(line)
        column.addWidget(line)
