"""A dialog that stands while something is done that one has to wait for: a bar, a sentence, a way out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialogButtonBox, QProgressBar, QWidget

from ui.controls.form_dialog import FormDialog


class WaitDialog(FormDialog):
    """Closes itself when the work is over; Esc and its button leave off waiting."""

    def __init__(self, parent: QWidget | None, title: str, told: str, leave: str) -> None:
        super().__init__(parent, title, told, accept=leave)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(title)
        self.body.addWidget(self.bar)
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).hide()
        self._over = False

    def over(self) -> None:
        """Know that the work is over."""
        self._over = True
        if self.isVisible():
            self.accept()

    def agree(self) -> None:
        """Leave off waiting."""
        self.leave()

    def wait(self, begin: Callable[[], None], most: int = 0) -> bool:
        """Begin the work and stand until it is over; False when the person, or so many ms, left off waiting."""
        begin()
        if not self._over:
            if most:
                QTimer.singleShot(most, self, self.reject)
            self.exec()
        self.deleteLater()
        return self._over
