"""The questions before an article goes out: from the list and from the editor alike."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget


def sends_unchanged(over: QWidget) -> bool:
    """Ask whether what comes back as it was sent back goes all the same; Enter and Esc say no."""
    from ui.controls.choice_dialog import ChoiceDialog

    title, told = _tr("Gửi lại bài"), _tr("Bài chưa sửa gì từ khi trả lại. Vẫn gửi?")
    return ChoiceDialog.ask(over, title, told, (_tr("Vẫn gửi"),), cautious=True) == 0


def sends_with_wrong(over: QWidget, wrong: int, look: str, *, stops: bool = False) -> int:
    """Ask whether what the proofreader takes for wrong goes all the same: 0 to look at it first, 1 to send.

    `look` is what the button says that shows those places; -1 when the person stays. `stops`: the office lets
    none go.
    """
    from ui.controls.choice_dialog import ChoiceDialog

    title = _tr("Máy soát thấy {n} chỗ sai").format(n=wrong)
    if stops:
        told = _tr("Cơ quan quy định phải sửa, hoặc bỏ qua từng chỗ ở Soát lỗi, rồi mới gửi.")
        return ChoiceDialog.ask(over, title, told, (look,))
    told = _tr("Bài vẫn gửi được; xem qua thì người biên tập đỡ phải sửa.")
    return ChoiceDialog.ask(over, title, told, (look, _tr("Gửi luôn")))


def _tr(words: str) -> str:
    return QCoreApplication.translate("before_sending", words)
