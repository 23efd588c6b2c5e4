"""An issue's number, months, theme and closing date; a new one may take over the form of the last."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QHBoxLayout, QLabel, QLineEdit, QWidget

from desk.errors import NotNow, Why
from desk.issues import IssueRow, IssueWords
from ui import wording_issue
from ui.dialogs.shell import Shell
from ui.widgets.labels import number_field


class IssueDialog(Shell):
    """Makes or changes an issue."""

    def __init__(
        self,
        parent: QWidget | None,
        issue: IssueRow | None,
        proposed: date,
        others: list[IssueRow] | None = None,
    ) -> None:
        super().__init__(
            parent,
            "Số mới" if issue is None else "Sửa số",
            "Số ghép ghi là 1+2 và chọn tháng cuối.",
            accept="Lập số" if issue is None else "Lưu",
        )
        self._taken = {(row.number, row.year) for row in others or [] if issue is None or row.id != issue.id}
        self.number = QLineEdit(issue.number if issue else str(proposed.month))
        self.month, self.year = number_field(1, 12), number_field(1990, 2100)
        self.last_month = number_field(1, 12)
        self.month.setValue(issue.month if issue else proposed.month)
        self.last_month.setValue(issue.ends if issue else proposed.month)
        self.year.setValue(issue.year if issue else proposed.year)
        self.month.valueChanged.connect(self._follow)
        self.special = QCheckBox(self.tr("Số đặc biệt"))
        self.special.setChecked(bool(issue and issue.special))
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
        self.like = QComboBox()
        self.like.setAccessibleName(self.tr("Theo mẫu"))
        self.month.setAccessibleName(self.tr("Tháng đầu"))
        self.last_month.setAccessibleName(self.tr("Tháng cuối"))
        self.has_closing.setAccessibleName(self.tr("Có hạn chốt bài"))
        self.closing.setAccessibleName(self.tr("Ngày chốt bài"))
        form = self.form()
        form.addRow(self.tr("Số"), self.number)
        form.addRow(self.tr("Tháng"), _row(self.month, QLabel(self.tr("đến")), self.last_month))
        form.addRow(self.tr("Năm"), self.year)
        form.addRow("", self.special)
        form.addRow(self.tr("Chủ đề"), self.theme)
        form.addRow(self.tr("Chốt bài"), _row(self.has_closing, self.closing))
        if issue is None and others:
            self.like.addItem(self.tr("Không theo mẫu"), 0)
            for row in others:
                self.like.addItem(wording_issue.issue_name(row), row.id)
            self.like.setCurrentIndex(1)
            form.addRow(self.tr("Theo mẫu"), self.like)

    def agree(self) -> None:
        """Refuse in place an empty number, one that another issue has, or months in the wrong order."""
        number, year = "".join(self.number.text().split()), self.year.value()
        if not number:
            self.complain(NotNow(Why.NUMBER_EMPTY))
        elif (number, year) in self._taken:
            self.complain(NotNow(Why.NUMBER_TAKEN, f"{number}/{year}"))
        elif self.last_month.value() < self.month.value():
            self.complain(self.tr("Tháng cuối phải sau tháng đầu."))
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
            self.last_month.value(),
            self.special.isChecked(),
        )

    def model(self) -> int:
        """Return the issue whose form is taken over, 0 for none."""
        return int(self.like.currentData() or 0)

    @classmethod
    def ask(
        cls, parent: QWidget | None, issue: IssueRow, proposed: date, others: list[IssueRow]
    ) -> IssueWords | None:
        """Return what was filled in of an issue, or None."""
        dialog = cls(parent, issue, proposed, others)
        return dialog.words() if dialog.exec() else None

    @classmethod
    def ask_new(
        cls, parent: QWidget | None, proposed: date, others: list[IssueRow]
    ) -> tuple[IssueWords, int] | None:
        """Return what was filled in of a new issue and whose form it takes over, or None."""
        dialog = cls(parent, None, proposed, others)
        return (dialog.words(), dialog.model()) if dialog.exec() else None

    def _follow(self, month: int) -> None:
        if self.last_month.value() < month or not self.number.text().count("+"):
            self.last_month.setValue(month)


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in widgets[:-1]:
        row.addWidget(widget)
    row.addWidget(widgets[-1], 1)
    return row
