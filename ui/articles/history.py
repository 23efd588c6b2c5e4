"""The side panel's history: what happened to an article, newest first, in sentences."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desk.acts.journal import JournalEntry
from ui.controls.labels import fill, label, place
from ui.words import journal as journal_words
from ui.words import wording

_SHOWN = ("item", "old", "new", "suggested_by", "author", "undid")  # of an entry's detail, on its card


class History(QScrollArea):
    """A column of cards: who did what, when, on which revision, and why; the text as it stood is a press away."""

    revision_wanted = Signal(object)  # JournalEntry: the text as it stood then

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Lịch sử bài"))

    def show_entries(self, entries: Sequence[JournalEntry]) -> None:
        """Show these entries."""
        column = QVBoxLayout()
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(12)
        for entry in entries:
            column.addWidget(self._card(entry))
        if not entries:
            column.addWidget(label(self.tr("Chọn một bài để xem lịch sử."), "empty", wrap=True))
        column.addStretch(1)
        fill(self, place("bare", column))

    def _card(self, entry: JournalEntry) -> QWidget:
        card = QFrame()
        card.setProperty("place", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(12, 10, 12, 8)
        column.setSpacing(3)
        column.addWidget(label(wording.entry(entry), "heading", wrap=True))
        when = wording.moment(entry.at)
        if entry.revision:
            when += " · " + self.tr("phiên bản {n}").format(n=entry.revision)
        column.addWidget(label(when, "small", wrap=True))
        if entry.note:
            column.addWidget(label(f"“{entry.note}”", wrap=True))
        more = journal_words.detail({key: entry.detail[key] for key in _SHOWN if key in entry.detail})
        if more:
            column.addWidget(label(more, "small", wrap=True))
        if entry.revision:
            look = QPushButton(self.tr("Xem bài lúc đó"))
            look.setProperty("kind", "link")
            look.setAccessibleName(f"{look.text()}: {wording.entry(entry)}")
            look.clicked.connect(lambda: self.revision_wanted.emit(entry))
            column.addWidget(look, 0, Qt.AlignmentFlag.AlignLeft)
        return card
