"""Sign in: choose one's name, type the password; the last name is remembered, a password never.

The window stands before the desk is open: it knows the office and the last person from this machine's settings, and
takes a password at once. The other names come when the desk's file has been opened beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from desk.errors import BadPassword, DeskError
from ui.controls.combo import Combo
from ui.controls.form_dialog import FormDialog
from ui.look import local_settings

if TYPE_CHECKING:  # with the database: it is loaded on the desk's thread while this window stands
    from desk.department.people import PersonRow

Attempt = Callable[[int, str, "Callable[[PersonRow], None]", "Callable[[DeskError], None]"], None]


@dataclass(frozen=True, slots=True)
class LastSignIn:
    """Who last signed in on this machine, and to which department's desk; 0 and "" when nobody did."""

    person: int = 0
    name: str = ""
    department: str = ""

    @classmethod
    def read(cls) -> LastSignIn:
        """Read it from this machine's settings."""
        read = local_settings.read
        return cls(
            local_settings.read_number("sign-in/last"), read("sign-in/name"), read("sign-in/department")
        )

    def write(self) -> None:
        """Keep it in this machine's settings."""
        local_settings.write("sign-in/last", str(self.person))
        local_settings.write("sign-in/name", self.name)
        local_settings.write("sign-in/department", self.department)


class SignIn(FormDialog):
    """Asks through `attempt`, which checks off the GUI thread, and waits longer after failures.

    `again` after a sign-out: the program stood open, and does not end without a question.
    """

    stands = Signal()  # painted for the first time
    forgotten = Signal()  # nobody remembers an administrator's password

    def __init__(
        self, parent: QWidget | None, last: LastSignIn, attempt: Attempt, *, again: bool = False
    ) -> None:
        super().__init__(parent, "Bàn biên tập", last.department or " ", accept="")
        self.ok.setText(self.tr("Đăng nhập"))
        self._attempt, self._again = attempt, again
        self._last = last.person
        self.department, self._explained = last.department, ""
        self._painted = False
        self.person: PersonRow | None = None
        self.names = Combo()
        self.names.setAccessibleName(self.tr("Họ tên"))
        if last.person and last.name:
            self.names.addItem(last.name, last.person)
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setAccessibleName(self.tr("Mật khẩu"))
        form = self.form()
        form.addRow(self.tr("Họ tên"), self.names)
        form.addRow(self.tr("Mật khẩu"), self.password)
        self.lost = QPushButton(self.tr("Quên mật khẩu quản trị?"))
        self.lost.setProperty("kind", "link")
        self.lost.setAutoDefault(False)
        self.lost.clicked.connect(self.forgotten)
        self.lost.hide()  # until it is known who they are
        line = QHBoxLayout()
        line.addWidget(self.lost)
        line.addStretch(1)
        self.body.addLayout(line)
        self.people: tuple[PersonRow, ...] = ()
        self.names.currentIndexChanged.connect(self.fault.hide)
        self.names.picked.connect(self.password.setFocus)
        self.password.setFocus()
        self.ok.setEnabled(self.names.count() > 0)
        self._wait = QTimer(self, singleShot=True)
        self._wait.timeout.connect(lambda: self.ok.setEnabled(True))

    def fill(self, department: str, people: Sequence[PersonRow]) -> None:
        """Show everybody who may sign in; whom the person has chosen meanwhile stays chosen."""
        chosen = self.names.currentData() or self._last
        waiting = self.names.count() == 0
        self.people = tuple(people)
        self.lost.show()
        self.names.clear()
        for row in people:
            self.names.addItem(row.name, row.id)
        self.names.setCurrentIndex(max(0, self.names.findData(chosen)))
        self.department = department
        self._introduce()
        if waiting:
            self.ok.setEnabled(True)

    def choose(self, person: int) -> None:
        """Put somebody's name into the field, to type their password."""
        self.names.setCurrentIndex(max(0, self.names.findData(person)))
        self.fault.hide()
        self.password.clear()
        self.password.setFocus()

    def explain(self, words: str) -> None:
        """Say something of this desk below the department."""
        self._explained = words
        self._introduce()

    def _introduce(self) -> None:
        self.intro.setText("\n".join(filter(None, (self.department or " ", self._explained))))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say when the window stands."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self.stands.emit)

    def agree(self) -> None:
        """Try the password; the dialog closes only when it fits."""
        if not self.ok.isEnabled():
            return
        self.ok.setEnabled(False)
        self.ok.setText(self.tr("Đang kiểm tra…"))  # a password is slow to check, by its design
        self._attempt(int(self.names.currentData()), self.password.text(), self._welcome, self._refuse)

    def leave(self) -> None:
        """Leave; after a sign-out, only who says so ends the program."""
        if self._again:
            from ui.controls.choice_dialog import ChoiceDialog

            title, told = self.tr("Thoát chương trình"), self.tr("Chưa ai đăng nhập. Đóng Bàn biên tập?")
            if ChoiceDialog.ask(self, title, told, (self.tr("Thoát"),), cautious=True) != 0:
                return
        self.reject()

    def _welcome(self, person: PersonRow) -> None:
        self.person = person
        self.accept()

    def _refuse(self, error: DeskError) -> None:
        self.complain(error)
        self.ok.setText(self.tr("Đăng nhập"))
        self.password.selectAll()
        self.password.setFocus()
        wait = error.wait if isinstance(error, BadPassword) else 0.0
        self._wait.start(int(wait * 1000))
