"""Name who signs for me, from when to when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QDate, QDateTime, QTime
from PySide6.QtWidgets import QComboBox, QDateTimeEdit, QLineEdit, QWidget

from desk import clock
from desk.department.people import PersonRow
from desk.errors import NotNow, Why
from ui.controls.form_dialog import FormDialog

_CLOSES = 17  # o'clock


class DelegationDialog(FormDialog):
    """A person, two moments at the office's wall, and why."""

    def __init__(self, parent: QWidget | None, rows: Sequence[PersonRow]) -> None:
        super().__init__(parent, "Ủy quyền ký thay", accept="Ủy quyền")
        self.person = QComboBox()
        self.person.setAccessibleName(self.tr("Người ký thay"))
        for row in rows:
            self.person.addItem(", ".join(part for part in (row.name, row.title) if part), row.id)
        now = clock.local(clock.now()).replace(second=0, microsecond=0)
        self.since = _field(now)
        self.until = _field((now + timedelta(days=7)).replace(hour=_CLOSES, minute=0))
        self.note = QLineEdit()
        self.note.setPlaceholderText(self.tr("Ví dụ: đi công tác"))
        form = self.form()
        form.addRow(self.tr("Người ký thay"), self.person)
        form.addRow(self.tr("Từ"), self.since)
        form.addRow(self.tr("Đến"), self.until)
        form.addRow(self.tr("Lý do"), self.note)

    def agree(self) -> None:
        """Refuse in place an end before its beginning."""
        since, until = _moment(self.since), _moment(self.until)
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
            _moment(dialog.since),
            _moment(dialog.until),
            dialog.note.text().strip(),
        )


def _field(when: datetime) -> QDateTimeEdit:
    field = QDateTimeEdit(QDateTime(QDate(when.year, when.month, when.day), QTime(when.hour, when.minute)))
    field.setDisplayFormat("HH:mm dd/MM/yyyy")
    field.setCalendarPopup(True)
    return field


def _moment(field: QDateTimeEdit) -> datetime:
    day, time = field.date(), field.time()
    return datetime(day.year(), day.month(), day.day(), time.hour(), time.minute(), tzinfo=clock.HANOI)
