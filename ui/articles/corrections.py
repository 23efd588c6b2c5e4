"""The lines that lead from an article that was printed wrongly to its đính chính, and back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.issues.corrections import Links
from ui.controls.labels import empty
from ui.controls.line_button import LineButton
from ui.words import wording


class Corrections(QWidget):
    """A line for each: what corrects the article, and what it corrects; away while there is none."""

    wanted = Signal(int)  # the article at the other end

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(6, 0, 6, 6)
        self._column.setSpacing(0)
        self.lines: list[LineButton] = []
        self.hide()

    def show_links(self, links: Links) -> None:
        """Lead from an article to these."""
        empty(self._column)
        self.lines = []
        for correction in links.corrections:
            more = self.tr("đã in “{printed}” · {stage}").format(
                printed=correction.printed, stage=wording.stage(correction.stage).lower()
            )
            text = self.tr("Đã có đính chính: “{words}”").format(words=correction.correct)
            self._add(text, more, correction.article_id)
        corrects = links.corrects
        if corrects is not None:
            text = self.tr("Đính chính cho “{title}”, số {issue}")
            more = self.tr("đã in “{printed}”").format(printed=corrects.printed)
            self._add(text.format(title=corrects.of_title, issue=corrects.issue), more, corrects.of_id)
        self.setVisible(bool(self.lines))

    def _add(self, text: str, more: str, article_id: int) -> None:
        line = LineButton(text, more, "correct", "amber", below=True)
        line.clicked.connect(lambda: self.wanted.emit(article_id))
        self.lines.append(line)
        self._column.addWidget(line)
