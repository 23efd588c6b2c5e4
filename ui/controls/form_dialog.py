"""A dialog that is filled in: what was typed into it is not thrown away unasked."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.controls.choice_dialog import ChoiceDialog
from ui.controls.dialog_frame import DialogFrame


class FormDialog(DialogFrame):
    """A dialog with a heading, fields, and an error line above its buttons."""

    def leave(self) -> None:
        """Close without agreeing; a person who has typed something is asked."""
        if self.ordered or not self.filled_in() or self._may_be_lost():
            self.reject()

    def filled_in(self) -> bool:
        """Say whether words were typed here that would be lost; what is chosen is chosen again in a moment."""
        return any(_holds_typed_words(field) for field in self.findChildren(QWidget))

    def _may_be_lost(self) -> bool:
        title, told = self.tr("Chưa lưu"), self.tr("Đóng và bỏ những gì vừa điền?")
        return ChoiceDialog.ask(self, title, told, (self.tr("Bỏ"),), cautious=True) == 0


def _holds_typed_words(field: QWidget) -> bool:
    """Say whether a person has typed words into a field; a password, a folder and a number are no work."""
    if isinstance(field, QLineEdit):
        parent = field.parentWidget()
        slight = parent is not None and (
            parent.inherits("FolderField") or parent.inherits("QAbstractSpinBox")
        )
        typed = field.isModified() and field.echoMode() == QLineEdit.EchoMode.Normal and not slight
        return typed and bool(field.text().strip())
    if not (field.inherits("QPlainTextEdit") or field.inherits("QTextEdit")):
        return False
    text: Any = field  # by its name, as the frame knows its fields
    return not text.isReadOnly() and text.document().isModified() and bool(text.toPlainText().strip())
