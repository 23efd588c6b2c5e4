"""The question before an article goes out again as it was sent back, from the list and from the editor alike."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget


def sends_unchanged(over: QWidget) -> bool:
    """Ask whether it is sent all the same; Enter and Esc say no."""
    from ui.controls.choice_dialog import ChoiceDialog

    title, told = _tr("Gửi lại bài"), _tr("Bài chưa sửa gì từ khi trả lại. Vẫn gửi?")
    return ChoiceDialog.ask(over, title, told, (_tr("Vẫn gửi"),), cautious=True) == 0


def _tr(words: str) -> str:
    return QCoreApplication.translate("sent_unchanged", words)
