"""The frame of what is offered where a desk cannot be opened: there is no window yet to stay in."""

from __future__ import annotations

from PySide6.QtWidgets import QDialogButtonBox, QWidget

from ui.controls.choice_dialog import ChoiceDialog


class WayOut(ChoiceDialog):
    """Offers the ways out of a start that went wrong; Esc leaves by none."""

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        told: str,
        answers: tuple[str, ...],
        *,
        cautious: bool = False,
    ) -> None:
        super().__init__(parent, title, told, answers, cautious=cautious)
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Đóng"))
