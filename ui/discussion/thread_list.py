"""The cards of a discussion: open threads in reading order, a few at a time; closed ones folded."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desk.review.discussion import Thread
from ui.controls.labels import fill, label, place
from ui.controls.line_button import LineButton
from ui.discussion.thread_card import ThreadCard
from ui.look import style

_AT_ONCE = 16  # cards made at a time; the rest wait behind a line


class ThreadList(QScrollArea):
    """Shows threads as cards; says which one is looked at and what is wanted of it."""

    looked_at = Signal(int)  # thread
    wanted = Signal(int, object)  # thread, Act

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Trao đổi"))
        self.cards: dict[int, ThreadCard] = {}
        self._threads: Sequence[Thread] = ()
        self._chosen = 0
        self._shown, self._folded = _AT_ONCE, True
        self._fill()
        style.look().changed.connect(self._fill)

    def show_threads(self, threads: Sequence[Thread], chosen: int) -> None:
        """Show these threads, one of them as chosen."""
        self._threads, self._chosen = threads, chosen
        self._fill()

    def fold(self) -> None:
        """Begin as with another article: the first cards, closed threads folded."""
        self._shown, self._folded = _AT_ONCE, True

    def choose(self, thread: int) -> None:
        """Show a thread as chosen and bring its card into view, from behind a fold too."""
        self._chosen = thread
        if thread not in self.cards and any(one.id == thread for one in self._threads):
            self._shown, self._folded = len(self._threads), False
            self._fill()
        for number, card in self.cards.items():
            card.set_chosen(number == thread)
        if thread in self.cards:
            self.ensureWidgetVisible(self.cards[thread], 0, 24)

    def _fill(self) -> None:
        at = self.verticalScrollBar().value()
        column = QVBoxLayout()
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(10)
        self.cards = {}
        waiting = [thread for thread in self._threads if thread.open]
        closed = [thread for thread in self._threads if not thread.open]
        for thread in waiting[: self._shown]:
            column.addWidget(self._card(thread))
        if len(waiting) > self._shown:
            text = self.tr("Xem {n} trao đổi nữa").format(n=len(waiting) - self._shown)
            more = LineButton(text, "", "down")
            more.clicked.connect(self._show_more)
            column.addWidget(more)
        if closed:
            text = self.tr("Đã khép ({n})").format(n=len(closed))
            fold = LineButton(text, "", "next" if self._folded else "down")
            fold.clicked.connect(self._unfold)
            column.addWidget(fold)
            for thread in () if self._folded else closed[: self._shown]:
                column.addWidget(self._card(thread))
        if not self._threads:
            text = self.tr("Chưa có trao đổi. Chọn chữ trên bài rồi nhấn B, hoặc nhấn B để nói về cả bài.")
            column.addWidget(label(text, "empty", wrap=True))
        column.addStretch(1)
        fill(self, place("bare", column))
        self.verticalScrollBar().setValue(at)

    def _card(self, thread: Thread) -> ThreadCard:
        card = ThreadCard(thread)
        card.set_chosen(thread.id == self._chosen)
        card.chosen.connect(self.looked_at)
        card.wanted.connect(self.wanted)
        self.cards[thread.id] = card
        return card

    def _show_more(self) -> None:
        self._shown += _AT_ONCE
        self._fill()

    def _unfold(self) -> None:
        self._folded = not self._folded
        self._fill()
