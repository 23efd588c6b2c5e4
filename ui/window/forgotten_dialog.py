"""Nobody remembers an administrator's password: the recovery code and a new password let one in again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from desk.acts.rules import Role
from desk.department import passwords, people, recovery, settings
from desk.department.people import PersonRow
from desk.errors import BadPassword, DeskError
from ui.controls.combo import Combo
from ui.controls.dialog_frame import DialogFrame
from ui.session.desk_client import DeskClient
from ui.settings.recovery_dialog import RecoveryCodeDialog
from ui.window.sign_in import SignIn

Recover = Callable[[str, int, str, "Callable[[], None]", "Callable[[DeskError], None]"], None]


class ForgottenDialog(DialogFrame):
    """Closes when the desk has taken code and password, through `recover`; wrong codes wait, and are no lost work."""

    def __init__(
        self, parent: QWidget | None, admins: Sequence[PersonRow], office: Sequence[str], recover: Recover
    ) -> None:
        super().__init__(
            parent,
            self.tr("Quên mật khẩu quản trị"),
            self.tr(
                "Gõ mã khôi phục đã in và cất khi lập bàn biên tập, rồi đặt mật khẩu mới. Người không phải quản trị "
                "thì nhờ quản trị đặt lại mật khẩu."
            ),
            accept=self.tr("Đặt mật khẩu"),
        )
        self._office, self._recover = tuple(office), recover
        self.code, self.admins = QLineEdit(), Combo()
        self.code.setPlaceholderText("XXXXX-XXXXX-XXXXX-XXXXX")
        for row in admins:
            self.admins.addItem(row.name, row.id)
        self.new, self.again = QLineEdit(), QLineEdit()
        for field in (self.new, self.again):
            field.setEchoMode(QLineEdit.EchoMode.Password)
        form = self.form()
        form.addRow(self.tr("Mã khôi phục"), self.code)
        form.addRow(self.tr("Quản trị"), self.admins)
        form.addRow(self.tr("Mật khẩu mới"), self.new)
        form.addRow(self.tr("Gõ lại"), self.again)
        self._wait = QTimer(self, singleShot=True)
        self._wait.timeout.connect(lambda: self.ok.setEnabled(True))

    @property
    def who(self) -> int:
        """Return the administrator whose password is set."""
        return int(self.admins.currentData())

    def agree(self) -> None:
        """Check in place what can be; then the desk is asked, one try at a time."""
        if not self.ok.isEnabled():
            return
        names = (self.admins.currentText(), *self._office)
        refused = passwords.refusal(self.new.text(), names)
        if not self.code.text().strip():
            self._point(self.code, self.tr("Cần gõ mã khôi phục."))
        elif refused is not None:
            self._point(self.new, refused)
        elif self.new.text() != self.again.text():
            self._point(self.again, self.tr("Hai lần gõ mật khẩu khác nhau."))
        else:
            self.ok.setEnabled(False)
            self._recover(self.code.text(), self.who, self.new.text(), self.accept, self._refuse)

    def _point(self, field: QLineEdit, fault: DeskError | str) -> None:
        self.complain(fault)
        field.setFocus()

    def _refuse(self, error: DeskError) -> None:
        self._point(self.code, error)
        self.code.selectAll()
        wait = error.wait if isinstance(error, BadPassword) else 0.0
        self._wait.start(int(wait * 1000))


def recover_at(door: SignIn, client: DeskClient) -> None:
    """Let an administrator set a password by the recovery code; the next code is shown, and their name chosen."""
    names, code = client.wait(settings.names), recovery.fresh()

    def recover(
        given: str, who: int, new: str, done: Callable[[], None], refuse: Callable[[DeskError], None]
    ) -> None:
        work = partial(recovery.recover, given, who, new, code)
        client.ask(dialog, work, lambda _: done(), refused=refuse)

    admins = [row for row in door.people if Role.ADMIN in row.roles]
    dialog = ForgottenDialog(door, admins, people.office_names(names), recover)
    if dialog.exec() == QDialog.DialogCode.Accepted:
        RecoveryCodeDialog(door, code, names.department).exec()
        door.choose(dialog.who)
