"""A new password after an administrator gave one: chosen before anything of the desk is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from desk.errors import DeskError
from ui.settings.person_dialog import PasswordDialog

Renew = Callable[[str, "Callable[[], None]", "Callable[[DeskError], None]"], None]


class RenewDialog(PasswordDialog):
    """Closes only when the desk has taken the new password, through `renew`, or when its person gives up."""

    def __init__(self, parent: QWidget | None, names: Sequence[str], renew: Renew) -> None:
        super().__init__(
            parent,
            self.tr("Chọn mật khẩu mới"),
            old=False,
            names=names,
            told=self.tr(
                "Mật khẩu vừa dùng do quản trị đặt. Đồng chí cần chọn mật khẩu mới, chỉ mình biết, rồi mới vào."
            ),
        )
        self._renew = renew
        self.ok.setText(self.tr("Đổi mật khẩu"))

    def accept(self) -> None:
        """Send what was typed; a second press waits for the first."""
        if self.ok.isEnabled():
            self.ok.setEnabled(False)
            self._renew(self.new.text(), super().accept, self._refuse)

    def _refuse(self, error: DeskError) -> None:
        self.ok.setEnabled(True)
        self.complain(error)
        self.new.selectAll()
        self.new.setFocus()
