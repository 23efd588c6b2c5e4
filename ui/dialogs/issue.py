"""An issue's number, month, theme and closing date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QDateEdit, QHBoxLayout, QLineEdit, QWidget

from desk.errors import NotNow, Why
from desk.issues import IssueRow
from ui.dialogs.shell import Shell
from ui.widgets.labels import number_field


@dataclass(frozen=True, slots=True)
class IssueWords:
    """What was filled in; `closing` is an ISO date or ""."""

    number: str
    year: int
    month: int
    theme: str
    closing: str


class IssueDialog(Shell):
    """Makes or changes an issue."""

    def __init__(self, parent: QWidget | None, issue: IssueRow | None, proposed: date) -> None:
        super().__init__(
            parent,
            "Số mới" if issue is None else "Sửa số",
            "Số ghép ghi là 1+2.",
            accept="Lập số" if issue is None else "Lưu",
        )
        self.number = QLineEdit(issue.number if issue else str(proposed.month))
        self.month, self.year = number_field(1, 12), number_field(1990, 2100)
        self.month.setValue(issue.month if issue else proposed.month)
        self.year.setValue(issue.year if issue else proposed.year)
        self.theme = QLineEdit(issue.theme if issue else "")
        self.theme.setPlaceholderText(self.tr("Chủ đề, nếu có"))
        self.has_closing = QCheckBox(self.tr("có hạn"))
        self.closing = QDateEdit()
        self.closing.setCalendarPopup(True)
        self.closing.setDisplayFormat("dd/MM/yyyy")
        stored = issue.closing if issue else ""
        self.has_closing.setChecked(bool(stored))
        when = date.fromisoformat(stored) if stored else proposed
        self.closing.setDate(QDate(when.year, when.month, when.day))
        self.closing.setEnabled(bool(stored))
        self.has_closing.toggled.connect(self.closing.setEnabled)
        ends = QHBoxLayout()
        ends.addWidget(self.has_closing)
        ends.addWidget(self.closing, 1)
        form = self.form()
        form.addRow(self.tr("Số"), self.number)
        form.addRow(self.tr("Tháng"), self.month)
        form.addRow(self.tr("Năm"), self.year)
        form.addRow(self.tr("Chủ đề"), self.theme)
        form.addRow(self.tr("Chốt bài"), ends)

    def agree(self) -> None:
        """Refuse an empty number in place."""
        if not self.number.text().strip():
            self.complain(NotNow(Why.NUMBER_EMPTY))
        else:
            super().agree()

    def words(self) -> IssueWords:
        """Return what was filled in."""
        when = self.closing.date()
        closing = f"{when.year():04}-{when.month():02}-{when.day():02}"
        return IssueWords(
            self.number.text(),
            self.year.value(),
            self.month.value(),
            self.theme.text(),
            closing if self.has_closing.isChecked() else "",
        )

    @classmethod
    def ask(cls, parent: QWidget | None, issue: IssueRow | None, proposed: date) -> IssueWords | None:
        """Return what was filled in, or None."""
        dialog = cls(parent, issue, proposed)
        return dialog.words() if dialog.exec() else None
