"""Ask a person to choose between two or three ways, in the desk's own dress."""

from __future__ import annotations

from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QWidget

from ui.controls.dialog_frame import DialogFrame
from ui.look.style import restyle


class ChoiceDialog(DialogFrame):
    """A question with named answers; Esc is always the way that changes nothing, with `cautious` Enter is it, too."""

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        told: str,
        answers: tuple[str, ...],
        *,
        cautious: bool = False,
    ) -> None:
        super().__init__(parent, title, told, accept=answers[0])
        self.answer, self._cautious = -1, cautious
        for number, words in enumerate(answers[1:], 1):
            other = QPushButton(words)
            other.clicked.connect(lambda _=False, n=number: self._choose(n))
            self.buttons.addButton(other, QDialogButtonBox.ButtonRole.ActionRole)
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Ở lại"))

    def setVisible(self, visible: bool) -> None:
        """Begin, where one should think twice, on the way that changes nothing."""
        super().setVisible(visible)
        if visible and self._cautious:
            stay = self.buttons.button(QDialogButtonBox.StandardButton.Cancel)
            self.ok.setProperty("kind", "")
            restyle(self.ok)
            stay.setDefault(True)
            stay.setFocus()

    def agree(self) -> None:
        """Take the first answer."""
        self._choose(0)

    def _choose(self, number: int) -> None:
        self.answer = number
        self.accept()

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        title: str,
        told: str,
        answers: tuple[str, ...],
        *,
        cautious: bool = False,
    ) -> int:
        """Return the number of the answer, or -1 for staying."""
        dialog = cls(parent, title, told, answers, cautious=cautious)
        dialog.exec()
        return dialog.answer
