"""A remark in place: a sign and words beside what is being chosen, which forbid nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui.controls.labels import label
from ui.look import style
from ui.look.text_size import px


class Hint(QWidget):
    """Away until it has something to say; as `warn` the sign is that of something that may turn out wrong."""

    def __init__(self) -> None:
        super().__init__()
        self._sign, self._words, self._warn = QLabel(), label("", "small", wrap=True), False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(8)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        style.look().changed.connect(self._dress)
        self.hide()

    def say(self, words: str, *, warn: bool = False) -> None:
        """Say something, or nothing."""
        self._warn = warn
        self._words.setText(words)
        self._dress()
        self.setVisible(bool(words))

    def words(self) -> str:
        """Return what is said now."""
        return self._words.text()

    def _dress(self) -> None:
        icon, token = ("warning", "amber") if self._warn else ("info", "muted")
        self._sign.setPixmap(style.pixmap(icon, token, px(16), self.devicePixelRatioF()))
