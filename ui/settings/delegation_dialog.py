"""Name who signs for me, from when to when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desk import clock
from desk.acts.rules import Role
from desk.department.people import PersonRow
from desk.errors import NotNow, Why
from ui.controls.combo import Combo
from ui.controls.day_field import DayField
from ui.controls.form_dialog import FormDialog
from ui.controls.time_of_day_field import TimeOfDayField

_CLOSES = 17  # o'clock


class DelegationDialog(FormDialog):
    """A person, two moments at the office's wall, and why."""

    def __init__(self, parent: QWidget | None, rows: Sequence[PersonRow]) -> None:
        super().__init__(parent, "Ủy quyền ký thay", accept="Ủy quyền")
        self.person = Combo()
        self.person.setAccessibleName(self.tr("Người ký thay"))
        self.person.addItem(self.tr("Chọn người ký thay…"), None)  # nobody is given the right by one Enter
        for row in sorted(rows, key=lambda one: Role.DEPUTY not in one.roles):
            self.person.addItem(", ".join(part for part in (row.name, row.title) if part), row.id)
        now = clock.local(clock.now()).replace(second=0, microsecond=0)
        self.since = MomentField(now)
        self.until = MomentField((now + timedelta(days=7)).replace(hour=_CLOSES, minute=0))
        self.since.set_name(self.tr("Từ"))
        self.until.set_name(self.tr("Đến"))
        self.note = QLineEdit()
        self.note.setPlaceholderText(self.tr("Ví dụ: đi công tác"))
        form = self.form()
        form.addRow(self.tr("Người ký thay"), self.person)
        form.addRow(self.tr("Từ"), self.since)
        form.addRow(self.tr("Đến"), self.until)
        form.addRow(self.tr("Lý do"), self.note)

    def agree(self) -> None:
        """Refuse in place nobody, and an end before its beginning."""
        if self.person.currentData() is None:
            self.complain(self.tr("Hãy chọn người ký thay."))
            self.person.setFocus()
            return
        since, until = self.since.moment(), self.until.moment()
        if until <= since or until <= clock.now():
            self.complain(NotNow(Why.DATES))
            return
        super().agree()

    @classmethod
    def ask(
        cls, parent: QWidget | None, rows: Sequence[PersonRow]
    ) -> tuple[int, datetime, datetime, str] | None:
        """Return the delegate's id, both moments and the reason; None when the person stepped back."""
        dialog = cls(parent, rows)
        if not dialog.exec() or dialog.person.currentData() is None:
            return None
        return (
            int(dialog.person.currentData()),
            dialog.since.moment(),
            dialog.until.moment(),
            dialog.note.text().strip(),
        )


class MomentField(QWidget):
    """A day and an hour of it at the office's wall."""

    def __init__(self, when: datetime) -> None:
        super().__init__()
        self.at, self.day = TimeOfDayField(when.time()), DayField(when.date())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.at)
        row.addWidget(self.day)
        row.addStretch(1)
        self.setFocusProxy(self.at)

    def moment(self) -> datetime:
        """Return the moment, in the office's zone."""
        return datetime.combine(self.day.value(), self.at.value(), clock.HANOI)

    def set_moment(self, when: datetime) -> None:
        """Show a moment of the office's zone."""
        self.day.set_value(when.date())
        self.at.set_value(when.time())

    def set_name(self, name: str) -> None:
        """Name both fields for who hears the form."""
        self.at.setAccessibleName(self.tr("{name}: giờ").format(name=name))
        self.day.setAccessibleName(self.tr("{name}: ngày").format(name=name))
