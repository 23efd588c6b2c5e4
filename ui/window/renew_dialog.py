"""A new password after an administrator gave one: chosen before anything of the desk is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QDialog, QWidget

from desk.department import people, settings
from desk.department.people import PersonRow
from desk.errors import DeskError
from ui.session.desk_client import DeskClient
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


def renewed(client: DeskClient, me: PersonRow) -> bool:
    """Let somebody whose password an administrator gave choose their own; False when they would not."""

    def renew(new: str, done: Callable[[], None], refuse: Callable[[DeskError], None]) -> None:
        work = partial(people.renew_password, me.id, new)
        client.ask(dialog, work, lambda _: done(), refused=refuse)

    names = (me.name, *people.office_names(client.wait(settings.names)))
    dialog = RenewDialog(None, names, renew)
    return dialog.exec() == QDialog.DialogCode.Accepted
