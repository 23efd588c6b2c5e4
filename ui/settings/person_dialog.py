"""A person's name, title, unit and roles; and the two ways to a new password."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from desk.acts.rules import Role
from desk.department import passwords
from desk.department.people import PersonRow
from desk.errors import NotNow, Why
from ui.controls.form_dialog import FormDialog
from ui.words import wording


@dataclass(frozen=True, slots=True)
class PersonWords:
    """What was filled in; `password` is "" where it was not asked for."""

    name: str
    title: str
    unit: str
    roles: frozenset[Role]
    active: bool
    password: str


class PersonDialog(FormDialog):
    """Adds or changes a person; the names of the office are no password."""

    def __init__(self, parent: QWidget | None, person: PersonRow | None, office: Sequence[str] = ()) -> None:
        super().__init__(parent, "Thêm người" if person is None else "Sửa thông tin")
        self._office = tuple(office)
        self._new = person is None
        self.name = QLineEdit(person.name if person else "")
        self.title = QLineEdit(person.title if person else "")
        self.unit = QLineEdit(person.unit if person else "")
        form = self.form()
        form.addRow(self.tr("Họ tên"), self.name)
        form.addRow(self.tr("Chức vụ"), self.title)
        form.addRow(self.tr("Đơn vị"), self.unit)
        boxes = QVBoxLayout()
        boxes.setSpacing(2)
        self.roles = {role: QCheckBox(wording.role(role)) for role in Role}
        for role, box in self.roles.items():
            box.setChecked(person is not None and role in person.roles)
            boxes.addWidget(box)
        form.addRow(self.tr("Vai trò"), boxes)
        self.active = QCheckBox(self.tr("Đang làm việc"))
        self.active.setChecked(person.active if person else True)
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        if self._new:
            form.addRow(self.tr("Mật khẩu ban đầu"), self.password)
        else:
            form.addRow("", self.active)

    def agree(self) -> None:
        """Check in place what can be checked without the desk."""
        if not self.name.text().strip():
            self.complain(NotNow(Why.NAME_EMPTY))
            self.name.setFocus()
        elif self.active.isChecked() and not self.words().roles:
            self.complain(self.tr("Chọn ít nhất một vai trò: không có vai trò thì không làm được việc gì."))
            next(iter(self.roles.values())).setFocus()
        elif self._new and (refused := self._refusal()):
            self.complain(refused)
            self.password.setFocus()
        else:
            super().agree()

    def _refusal(self) -> NotNow | None:
        return passwords.refusal(self.password.text(), (self.name.text(), *self._office))

    def words(self) -> PersonWords:
        """Return what was filled in."""
        roles = frozenset(role for role, box in self.roles.items() if box.isChecked())
        return PersonWords(
            self.name.text(),
            self.title.text(),
            self.unit.text(),
            roles,
            self.active.isChecked(),
            self.password.text(),
        )

    @classmethod
    def ask(
        cls, parent: QWidget | None, person: PersonRow | None = None, office: Sequence[str] = ()
    ) -> PersonWords | None:
        """Return what was filled in, or None."""
        dialog = cls(parent, person, office)
        return dialog.words() if dialog.exec() else None


class PasswordDialog(FormDialog):
    """A new password, twice; with the old one where a person changes their own. The `names` given are none."""

    def __init__(
        self, parent: QWidget | None, title: str, *, old: bool, names: Sequence[str] = (), told: str = ""
    ) -> None:
        super().__init__(parent, title, told)
        self._names = tuple(names)
        form = self.form()
        self.old, self.new, self.again = QLineEdit(), QLineEdit(), QLineEdit()
        for field in (self.old, self.new, self.again):
            field.setEchoMode(QLineEdit.EchoMode.Password)
        if old:
            form.addRow(self.tr("Mật khẩu đang dùng"), self.old)
        form.addRow(self.tr("Mật khẩu mới"), self.new)
        form.addRow(self.tr("Gõ lại"), self.again)

    def agree(self) -> None:
        """Check in place whether it is accepted, and likeness."""
        refused = passwords.refusal(self.new.text(), self._names)
        if refused is not None:
            self.complain(refused)
        elif self.new.text() != self.again.text():
            self.complain(self.tr("Hai lần gõ mật khẩu khác nhau."))
        else:
            super().agree()

    @classmethod
    def ask(
        cls, parent: QWidget | None, title: str, *, old: bool, names: Sequence[str] = (), told: str = ""
    ) -> tuple[str, str] | None:
        """Return (old, new), or None."""
        dialog = cls(parent, title, old=old, names=names, told=told)
        return (dialog.old.text(), dialog.new.text()) if dialog.exec() else None
