"""The road between an article that was printed wrongly and the đính chính that says so, both ways."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.articles.listing import ArticleRow
from desk.issues import corrections
from desk.issues.corrections import Links
from ui.controls.labels import empty
from ui.controls.line_button import LineButton
from ui.session.page import Page
from ui.words import wording


class Corrections(QWidget):
    """A line for each: what corrects the article, and what it corrects; away while there is none."""

    wanted = Signal(int)  # the article at the other end

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(6, 0, 6, 6)
        self._column.setSpacing(0)
        self.lines: list[LineButton] = []
        self.hide()

    def show_article(self, row: ArticleRow | None) -> None:
        """Lead from this article."""
        if row is None:
            self._show(Links())
            return
        self._page.ask(partial(corrections.links, row.id), self._show, key="corrections")

    def _show(self, links: Links) -> None:
        empty(self._column)
        self.lines = []
        for one in links.corrections:
            told = self.tr("đã in “{printed}” · {stage}").format(
                printed=one.printed, stage=wording.stage(one.stage).lower()
            )
            self._add(self.tr("Đã có đính chính: “{words}”").format(words=one.correct), told, one.article_id)
        made = links.corrects
        if made is not None:
            words = self.tr("Đính chính cho “{title}”, số {issue}")
            told = self.tr("đã in “{printed}”").format(printed=made.printed)
            self._add(words.format(title=made.of_title, issue=made.issue), told, made.of_id)
        self.setVisible(bool(self.lines))

    def _add(self, words: str, told: str, article_id: int) -> None:
        line = LineButton(words, told, "correct", "amber", below=True)
        line.clicked.connect(lambda: self.wanted.emit(article_id))
        self.lines.append(line)
        self._column.addWidget(line)
