"""Sign in: choose one's name, type the password; the last name is remembered, a password never."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from desk.department.people import PersonRow
from desk.errors import BadPassword, DeskError
from ui.controls.form_dialog import FormDialog
from ui.words import wording

Try = Callable[[int, str, Callable[[PersonRow], None], Callable[[DeskError], None]], None]


class SignIn(FormDialog):
    """Asks through `attempt`, which checks off the GUI thread, and waits longer after failures."""

    def __init__(
        self, parent: QWidget | None, department: str, people: list[PersonRow], last: int, attempt: Try
    ) -> None:
        super().__init__(parent, "Bàn biên tập", department, accept="")
        self.ok.setText(self.tr("Đăng nhập"))
        self._attempt = attempt
        self.person: PersonRow | None = None
        self.names = QComboBox()
        self.names.setAccessibleName(self.tr("Họ tên"))
        for row in people:
            self.names.addItem(row.name, row.id)
        self.names.setCurrentIndex(max(0, self.names.findData(last)))
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setAccessibleName(self.tr("Mật khẩu"))
        form = self.form()
        form.addRow(self.tr("Họ tên"), self.names)
        form.addRow(self.tr("Mật khẩu"), self.password)
        self.names.currentIndexChanged.connect(self.fault.hide)
        self.password.setFocus()
        self._wait = QTimer(self, singleShot=True)
        self._wait.timeout.connect(lambda: self.ok.setEnabled(True))

    def agree(self) -> None:
        """Try the password; the dialog closes only when it fits."""
        if not self.ok.isEnabled():
            return
        self.ok.setEnabled(False)
        self._attempt(int(self.names.currentData()), self.password.text(), self._welcome, self._refuse)

    def _welcome(self, person: PersonRow) -> None:
        self.person = person
        self.accept()

    def _refuse(self, error: DeskError) -> None:
        self.complain(wording.error(error))
        self.password.selectAll()
        self.password.setFocus()
        wait = error.wait if isinstance(error, BadPassword) else 0.0
        self._wait.start(int(wait * 1000))
