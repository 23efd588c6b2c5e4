"""Ask a person to choose between two or three ways, in the desk's own dress."""

from __future__ import annotations

from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QWidget

from ui.controls.form_dialog import FormDialog


class ChoiceDialog(FormDialog):
    """A question with named answers; Esc is always the way that changes nothing."""

    def __init__(self, parent: QWidget | None, title: str, told: str, answers: tuple[str, ...]) -> None:
        super().__init__(parent, title, told, accept=answers[0])
        self.answer = -1
        for number, words in enumerate(answers[1:], 1):
            other = QPushButton(words)
            other.clicked.connect(lambda _=False, n=number: self._choose(n))
            self.buttons.addButton(other, QDialogButtonBox.ButtonRole.ActionRole)
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Ở lại"))

    def agree(self) -> None:
        """Take the first answer."""
        self._choose(0)

    def _choose(self, number: int) -> None:
        self.answer = number
        self.accept()

    @classmethod
    def ask(cls, parent: QWidget | None, title: str, told: str, answers: tuple[str, ...]) -> int:
        """Return the number of the answer, or -1 for staying."""
        dialog = cls(parent, title, told, answers)
        dialog.exec()
        return dialog.answer
