"""The people of the desk and their roles."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QTableWidgetItem,
)

from desk import clock
from desk.acts.rules import Act
from desk.department import people, recovery
from desk.department.people import PersonRow
from desk.errors import DeskError
from ui.controls.choice_dialog import ChoiceDialog
from ui.controls.framed_table import FramedTable
from ui.controls.labels import button, label
from ui.look.kept_size import keep_least_height
from ui.session.session import Session
from ui.settings import operations
from ui.settings.person_dialog import PasswordDialog, PersonDialog
from ui.settings.recovery_dialog import RecoveryCodeDialog
from ui.settings.tab import Tab
from ui.words import wording


class PeopleTab(Tab):
    """The people: added, changed, given a new password; never deleted, only deactivated."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, Act.ADD_PERSON)
        self._rows: list[PersonRow] = []
        self._made: datetime | None = None  # when the recovery code was
        text = self.tr("Một người có thể giữ nhiều vai trò. Không ai tự duyệt bài mình viết, kể cả quản trị.")
        self.column.addWidget(label(text, "muted", wrap=True))
        self.table = FramedTable(
            self.tr("Người và vai trò"),
            (self.tr("Họ tên"), self.tr("Chức vụ, đơn vị"), self.tr("Vai trò"), self.tr("Trạng thái")),
            (170, 290, 220),
        )
        keep_least_height(self.table, 300)
        self.table.itemActivated.connect(lambda _: self._change())
        self.column.addWidget(self.table, 1)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        self.add = button(self.tr("Thêm người"), self._add, "add", primary=True)
        self.change = button(self.tr("Sửa"), self._change, "edit")
        self.reset = button(self.tr("Đặt lại mật khẩu"), self._reset, "key")
        for push in (self.add, self.change, self.reset):
            push.setEnabled(self.may)
            row.addWidget(push)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addWidget(label(self.tr("Mã khôi phục"), "heading"))
        self.recovery = label("", "muted", wrap=True)
        self.column.addWidget(self.recovery)
        self.renew = button(self.tr("Tạo mã khôi phục…"), self._renew, "key")
        self.renew.setEnabled(self.may)
        self.column.addWidget(self.renew, 0, Qt.AlignmentFlag.AlignLeft)

    def shown(self) -> None:
        """Read the people."""
        self.ask(people.everybody, self._show)
        self.ask(recovery.made, self._tell_recovery)

    def _tell_recovery(self, made: datetime | None) -> None:
        self._made = made
        if made is None:
            words = self.tr(
                "Chưa có mã khôi phục. Nếu mọi quản trị quên mật khẩu, sẽ không còn cách nào vào lại; hãy tạo "
                "mã, in ra và cất nơi có khóa."
            )
        else:
            words = self.tr(
                "Đang dùng mã tạo ngày {day}. Mã mở lại được bàn biên tập khi không còn ai nhớ mật khẩu quản trị. "
                "Nếu tờ in bị mất, hãy tạo mã mới; mã cũ hết dùng được."
            ).format(day=wording.short_date(clock.local(made).date()))
        self.recovery.setText(words)

    def _renew(self) -> None:
        """Make a code, in place of the old one once its person has said so, and show it."""
        if self._made is not None:
            told = self.tr("Mã khôi phục đang dùng sẽ hết hiệu lực; tờ in cũ nên hủy.")
            if ChoiceDialog.ask(self, self.tr("Tạo mã khôi phục mới"), told, (self.tr("Tạo mã mới"),)) != 0:
                return
        code, department = recovery.fresh(), self.session.names.department
        self.run(
            operations.renew_recovery_code(self.session, code),
            lambda: RecoveryCodeDialog(self, code, department).open(),
        )

    def _show(self, rows: list[PersonRow]) -> None:
        self._rows = rows
        self.table.setRowCount(len(rows))
        for number, row in enumerate(rows):
            place = ", ".join(part for part in (row.title, row.unit) if part)
            state = self.tr("Đang làm việc") if row.active else self.tr("Đã ngừng")
            for column, words in enumerate((row.name, place, wording.roles(row.roles), state)):
                item = QTableWidgetItem(words)
                item.setToolTip(words)
                self.table.setItem(number, column, item)
        self.table.choose_again(row.id for row in rows)

    def _regret(self, error: DeskError) -> None:
        super()._regret(error)
        self.shown()  # somebody may have changed the person meanwhile

    def _current(self) -> PersonRow | None:
        at = self.table.currentRow()
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def _add(self) -> None:
        words = PersonDialog.ask(self, None, self._office())
        if words is not None:
            self.run(operations.add_person(self.session, words))

    def _change(self) -> None:
        row = self._current()
        words = PersonDialog.ask(self, row, self._office()) if row and self.may else None
        if row is not None and words is not None:
            self.run(operations.change_person(self.session, row, words))

    def _reset(self) -> None:
        row = self._current()
        if row is None:
            return
        title = self.tr("Đặt lại mật khẩu cho {name}").format(name=row.name)
        told = self.tr("Người này sẽ phải chọn mật khẩu mới khi đăng nhập lần tới.")
        answer = PasswordDialog.ask(self, title, old=False, names=(row.name, *self._office()), told=told)
        if answer is not None:
            self.run(operations.reset_password(self.session, row.id, answer[1]))

    def _office(self) -> tuple[str, ...]:
        return people.office_names(self.session.names)
