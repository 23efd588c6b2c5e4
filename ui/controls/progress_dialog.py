"""A dialog that shows how far a long work is, and stops it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QProgressBar, QPushButton, QVBoxLayout, QWidget

from ui.controls.labels import label
from ui.look.text_size import px


class ProgressDialog(QDialog):
    """A bar, a sentence and a way to stop; the window behind stays alive."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None, title: str, words: str, steps: int = 0) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(px(420))
        self.bar = QProgressBar()
        self.bar.setRange(0, steps)
        self.bar.setValue(0)
        self.bar.setTextVisible(False)
        self.words = label(words, "muted")
        self.stop = QPushButton(self.tr("Dừng"))
        self.stop.clicked.connect(self._cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(title, "title"))
        column.addWidget(self.bar)
        column.addWidget(self.words)
        column.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignRight)
        self._over = self._committed = False

    def show_step(self, done: int, words: str, total: int | None = None) -> None:
        """Say how much is done, of how much; of a total of 0 nobody knows how much there is."""
        if total is not None:
            self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.words.setText(words)

    def say(self, words: str) -> None:
        """Say what is being done now."""
        self.words.setText(words)

    def commit(self, words: str) -> None:
        """Say what is being done that cannot be stopped any more."""
        self.words.setText(words)
        self.stop.setEnabled(False)
        self._committed = True

    def end(self) -> None:
        """Go away, the work being over."""
        self._over = True
        self.close()
        self.deleteLater()

    def reject(self) -> None:
        """Take Esc for the stop button."""
        self._cancel()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close only when the work is over; closing before that means stopping it."""
        if self._over:
            event.accept()
        else:
            event.ignore()
            self._cancel()

    def _cancel(self) -> None:
        if not self._over and not self._committed:
            self.stop.setEnabled(False)
            self.cancelled.emit()
