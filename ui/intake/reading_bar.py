"""The head of Nhập bài: how far the reading has come, how many were taken in, and the button that stops it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from ui.controls.elided_label import ElidedLabel
from ui.look.kept_size import keep_width

_PROGRESS = 120  # px at 100 %


@dataclass(frozen=True, slots=True)
class HowFar:
    """How many texts were read, of how many, and whether it goes on."""

    read: int = 0
    number: int = 0
    reading: bool = True

    @property
    def under_way(self) -> bool:
        """Say whether more is being read."""
        return self.reading and self.read < self.number

    @property
    def stopped(self) -> bool:
        """Say whether somebody stopped before the last one."""
        return not self.reading and self.read < self.number


class ReadingBar(QWidget):
    """Shown from the first list on; it stays, so that nothing below it moves when all is read."""

    stop_wanted = Signal()
    go_on_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("place", "header")
        self._count, self._words = ElidedLabel("heading"), ElidedLabel("muted")
        self._progress, self.button = QProgressBar(), QPushButton()
        self._now = HowFar()
        self._progress.setTextVisible(False)
        keep_width(self._progress, _PROGRESS)
        self.button.setAutoDefault(False)
        self.button.setProperty("kind", "small")
        self.button.clicked.connect(
            lambda: (self.stop_wanted if self._now.under_way else self.go_on_wanted).emit()
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(10)
        row.addWidget(self._count)
        row.addStretch(1)
        for widget in (self._words, self._progress, self.button):
            row.addWidget(widget)
        self.hide()

    def show_count(self, words: str) -> None:
        """Say how many stand where."""
        self._count.say(words)

    def counted(self) -> str:
        """Return what is said of how many stand where."""
        return self._count.words()

    def show_reading(self, now: HowFar) -> None:
        """Say how many of the files were read."""
        self._now = now
        words = ""
        if now.under_way:
            words = self.tr("Đang đọc {at}/{number}…").format(at=now.read + 1, number=now.number)
        elif now.stopped:
            words = self.tr("Đã dừng, còn {left} tệp chưa đọc").format(left=now.number - now.read)
        self._words.say(words)
        if now.number > 1:
            self.show()
        self._progress.setVisible(now.under_way)
        self._progress.setMaximum(max(1, now.number))
        self._progress.setValue(now.read)
        self.button.setVisible(bool(words))
        self.button.setText(self.tr("Đọc tiếp") if now.stopped else self.tr("Dừng"))

    def told(self) -> str:
        """Return what is said of the reading, "" when all is read."""
        return self._words.words()
