"""A card of Hôm nay: its title, how much of it is shown, its lines; what does not fit is a press away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from ui.controls.labels import label
from ui.controls.line_button import LineButton

SHOWN = 6  # lines, until more are asked for


@dataclass(frozen=True, slots=True)
class LineWords:
    """A line: its words, its remark (at the right, or `below`), its sign, and where it leads."""

    words: str
    remark: str
    icon: str
    token: str
    lead: Callable[[], object]
    below: bool = False


class Card(QFrame):
    """A list of lines; `lines` are those that may be pressed."""

    def __init__(self, title: str, beside: str = "") -> None:
        super().__init__()
        self.setProperty("place", "card")
        self.title = title
        self.lines: list[LineButton] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(6, 10, 6, 8)
        self.column.setSpacing(1)
        row = QHBoxLayout()
        row.setContentsMargins(10, 0, 10, 4)
        row.addWidget(label(title, "heading", wrap=True), 1)
        self.beside = label(beside, "small")
        row.addWidget(self.beside)
        self.column.addLayout(row)

    def add(self, line: LineWords) -> None:
        """Add a line."""
        made = LineButton(line.words, line.remark, line.icon, line.token, below=line.below)
        made.clicked.connect(lambda: line.lead())
        self.column.addWidget(made)
        self.lines.append(made)

    def show_lines(
        self, lines: Sequence[LineWords], count: int, *, whole: bool, more: Callable[[], object]
    ) -> None:
        """Show the first lines, or the `whole`; the head says how many of `count` stand here.

        `more` is done when the others are asked for, or, where no more are known, those that this page does not have.
        """
        shown = lines if whole else lines[:SHOWN]
        for line in shown:
            self.add(line)
        tr = QCoreApplication.translate
        if len(shown) == count:
            self.beside.setText(str(count))
            return
        self.beside.setText(tr("TodayPage", "{n} trong {all}").format(n=len(shown), all=count))
        words = tr("TodayPage", "Xem cả {n} mục").format(n=count)
        if len(shown) < len(lines):
            words = tr("TodayPage", "Xem thêm {n} mục").format(n=len(lines) - len(shown))
        self.add(LineWords(words, "", "next", "muted", more))
