"""The side panel's history: what happened to an article, newest first, in sentences."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desk.journal import Entry
from ui import wording
from ui.widgets.labels import label, place


class History(QScrollArea):
    """A column of cards; each says who did what, when, on which revision, and why."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Lịch sử bài"))

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these entries."""
        column = QVBoxLayout()
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(12)
        for entry in entries:
            column.addWidget(_card(entry))
        if not entries:
            column.addWidget(label(self.tr("Chọn một bài để xem lịch sử."), "empty", wrap=True))
        column.addStretch(1)
        self.setWidget(place("bare", column))


def _card(entry: Entry) -> QWidget:
    card = QFrame()
    card.setProperty("place", "card")
    column = QVBoxLayout(card)
    column.setContentsMargins(12, 10, 12, 10)
    column.setSpacing(3)
    column.addWidget(label(f"{entry.person} {wording.deed(entry.act)}", "heading", wrap=True))
    told = wording.moment(entry.at)
    if entry.version:
        told += " · " + card.tr("phiên bản {n}").format(n=entry.version)
    column.addWidget(label(told, "small", wrap=True))
    if entry.note:
        column.addWidget(label(f"“{entry.note}”", wrap=True))
    return card
