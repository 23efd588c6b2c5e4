"""An issue's number, months, theme and closing date; a new one may take over the form of the last."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from desk.errors import NotNow, Why
from desk.issues.issues import IssueRow, IssueWords, number_of
from ui.controls.combo import Combo
from ui.controls.day_field import DayField
from ui.controls.form_dialog import FormDialog
from ui.controls.labels import number_field
from ui.words import issue as issue_words


class IssueDialog(FormDialog):
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
            "Số ghép ghi là 1+2.",
            accept="Lập số" if issue is None else "Lưu",
        )
        self._others = others or []
        self._taken = {(row.number, row.year) for row in self._others if issue is None or row.id != issue.id}
        number, month, year = (
            (issue.number, issue.month, issue.year) if issue else _next(proposed, self._others)
        )
        self.number = QLineEdit(number)
        self.month, self.year = number_field(1, 12), number_field(1990, 2100)
        self.last_month = number_field(1, 12)
        self.month.setValue(month)
        self.last_month.setValue(issue.ends if issue else month)
        self.year.setValue(year)
        # What a person chose stays as it is; the rest follows the number.
        self._chose_month = issue is not None
        self._chose_last = issue is not None and issue.ends != _end(number, month)
        self._chose_like = False
        self._chose_special = issue is not None
        self._agreed = self._said() if issue else None  # an odd span of months is asked about once
        self.number.textChanged.connect(self._follow_number)
        self.month.valueChanged.connect(self._follow_month)
        self.last_month.valueChanged.connect(self._choose_last)
        self.year.valueChanged.connect(self._follow_like)
        self.special = QCheckBox(self.tr("Số đặc biệt"))
        self.special.setChecked(bool(issue and issue.special))
        self.special.clicked.connect(self._choose_special)
        self.theme = QLineEdit(issue.theme if issue else "")
        self.theme.setPlaceholderText(self.tr("Chủ đề, nếu có"))
        self.has_closing = QCheckBox(self.tr("có hạn"))
        stored = issue.closing if issue else ""
        self.has_closing.setChecked(bool(stored))
        when = date.fromisoformat(stored) if stored else proposed
        self.closing = DayField(when, self.tr("Ngày chốt bài"))
        self.closing.setEnabled(bool(stored))
        self.has_closing.toggled.connect(self.closing.setEnabled)
        self.like = Combo()
        self.like.setAccessibleName(self.tr("Theo mẫu"))
        self.month.setAccessibleName(self.tr("Tháng đầu"))
        self.last_month.setAccessibleName(self.tr("Tháng cuối"))
        self.has_closing.setAccessibleName(self.tr("Có hạn chốt bài"))
        form = self.form()
        form.addRow(self.tr("Số"), self.number)
        form.addRow(self.tr("Tháng"), _months(self.month, self.last_month, self.tr("đến")))
        form.addRow(self.tr("Năm"), self.year)
        form.addRow("", self.special)
        form.addRow(self.tr("Chủ đề"), self.theme)
        form.addRow(self.tr("Chốt bài"), _row(self.has_closing, self.closing))
        if issue is None and others:
            self.like.addItem(self.tr("Không theo mẫu"), 0)
            for row in others:
                self.like.addItem(issue_words.issue_name(row), row.id)
            self.like.activated.connect(self._choose_like)
            self._follow_like()
            form.addRow(self.tr("Theo mẫu"), self.like)

    def agree(self) -> None:
        """Refuse in place an empty number, one that another issue has, or months in the wrong order.

        Months that do not fit the number are asked about once: who agrees again means them.
        """
        number, year = number_of(self.number.text()), self.year.value()
        if not number:
            self.complain(NotNow(Why.NUMBER_EMPTY))
        elif (number, year) in self._taken:
            self.complain(NotNow(Why.NUMBER_TAKEN, f"{number}/{year}"))
        elif self.last_month.value() < self.month.value():
            self.complain(self.tr("Tháng cuối phải sau tháng đầu."))
        elif self._odd() and self._agreed != self._said():
            self._agreed = self._said()
            self.complain(self._odd())
        else:
            super().agree()

    def words(self) -> IssueWords:
        """Return what was filled in."""
        return IssueWords(
            self.number.text(),
            self.year.value(),
            self.month.value(),
            self.theme.text(),
            self.closing.value().isoformat() if self.has_closing.isChecked() else "",
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

    def _said(self) -> tuple[str, int, int]:
        return number_of(self.number.text()), self.month.value(), self.last_month.value()

    def _odd(self) -> str:
        """Return a question where the months are not as many as the numbers, "" where they are."""
        number, first, last = self._said()
        parts, months = _parts(number), last - first + 1
        if not parts or len(parts) == months:
            return ""
        again = self.tr("Nếu ghi như vậy là đúng, bấm “{ok}” lần nữa.").format(ok=self.ok.text())
        if len(parts) == 1:
            words = self.tr("Số {number} không phải số ghép nhưng ghi tháng {first} đến {last}.")
        elif months == 1:
            words = self.tr("Số {number} là số ghép nhưng chỉ ghi tháng {first}. Hãy chọn tháng cuối.")
        else:
            words = self.tr("Số {number} ghép {n} số nhưng ghi tháng {first} đến {last}.")
        return f"{words.format(number=number, n=len(parts), first=first, last=last)} {again}"

    def _follow_number(self) -> None:
        number, month, _ = self._said()
        parts = _parts(number)
        if not self._chose_special:
            self.special.setChecked(number.casefold().startswith(_SPECIAL))
        if parts and not self._chose_month and parts[-1] <= _MONTHS:
            month = parts[0]
            _set(self.month, month)
        if not self._chose_last:
            _set(self.last_month, _end(number, month))
        self._follow_like()

    def _follow_month(self, month: int) -> None:
        self._chose_month = True
        if not self._chose_last or self.last_month.value() < month:
            self._chose_last = False
            _set(self.last_month, _end(self.number.text(), month))
        self._follow_like()

    def _choose_last(self) -> None:
        self._chose_last = True

    def _choose_special(self) -> None:
        self._chose_special = True

    def _choose_like(self) -> None:
        self._chose_like = True

    def _follow_like(self) -> None:
        """Propose the issue before the chosen month as the model."""
        if self._chose_like or not self.like.count():
            return
        here = (self.year.value(), self.month.value())
        before = [row for row in self._others if (row.year, row.ends) < here]
        model = max(before, key=lambda row: (row.year, row.ends, row.id)).id if before else 0
        self.like.setCurrentIndex(self.like.findData(model))


_MONTHS = 12
_SPECIAL = "đặc biệt"


def _parts(number: str) -> list[int]:
    """Return the numbers that an issue unites: of "1+2" both; none where it is not written in numbers that rise."""
    parts = number_of(number).split("+")
    if not all(part.isdecimal() for part in parts):
        return []
    found = [int(part) for part in parts]
    return found if found == list(range(found[0], found[0] + len(found))) else []


def _end(number: str, month: int) -> int:
    """Return the last month of an issue of that number which begins with a month."""
    return min(month + max(len(_parts(number)) - 1, 0), _MONTHS)


def _next(proposed: date, others: list[IssueRow]) -> tuple[str, int, int]:
    """Return number, month and year of the first issue from a day's month on that is not there yet."""
    taken = {(part, row.year) for row in others for part in _parts(row.number)}
    number, year = proposed.month, proposed.year
    while (number, year) in taken:
        number, year = (number + 1, year) if number < _MONTHS else (1, year + 1)
    return str(number), number, year


def _set(field: QSpinBox, value: int) -> None:
    """Set what follows from something else: nobody chose it."""
    field.blockSignals(True)
    field.setValue(value)
    field.blockSignals(False)


def _months(first: QSpinBox, last: QSpinBox, between: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(first, 1)
    row.addWidget(QLabel(between))
    row.addWidget(last, 1)
    return row


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in widgets[:-1]:
        row.addWidget(widget)
    row.addWidget(widgets[-1], 1)
    return row
