"""A day off or an anniversary: its day, solar or lunar, every year or once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from desk.calendar import holidays
from desk.calendar.holidays import DayEntry, DayKind
from desk.errors import NotNow, Why
from ui.controls.combo import Combo
from ui.controls.form_dialog import FormDialog
from ui.controls.labels import label, number_field
from ui.words import calendar as calendar_words


class HolidayDialog(FormDialog):
    """The fields of one line of the list."""

    def __init__(
        self, parent: QWidget | None, entry: DayEntry | None, on_chosen: Callable[[DayEntry], None]
    ) -> None:
        super().__init__(parent, "Ngày nghỉ, kỷ niệm", accept="Xong")
        self._on_chosen = on_chosen
        text = entry or DayEntry(DayKind.OFF, "", 1, 1)
        self.kind = Combo()
        for kind, word in calendar_words.DAY_KINDS.items():
            self.kind.addItem(word, kind)
        self.kind.setCurrentIndex(self.kind.findData(text.kind))
        self.kind.setAccessibleName(self.tr("Loại ngày"))
        self.title = QLineEdit(text.title)
        self.title.setAccessibleName(self.tr("Tên ngày"))
        self.day, self.month = number_field(1, 31), number_field(1, 12)
        self.day.setAccessibleName(self.tr("Ngày"))
        self.month.setAccessibleName(self.tr("Tháng"))
        self.day.setValue(text.day)
        self.month.setValue(text.month)
        self.lunar = QCheckBox(self.tr("Âm lịch"))
        self.lunar.setChecked(text.lunar)
        self.days, self.before = number_field(1, 30), number_field(0, 29)
        self.days.setValue(text.days)
        self.before.setValue(text.before)
        self.days.setAccessibleName(self.tr("Số ngày"))
        self.before.setAccessibleName(self.tr("Số ngày trước"))
        self.year, self.since, self.founded = (
            _year(value) for value in (text.year, text.since, text.founded)
        )
        self.year.setAccessibleName(self.tr("Chỉ năm"))
        self.since.setAccessibleName(self.tr("Từ năm"))
        self.founded.setAccessibleName(self.tr("Năm của sự kiện"))
        self.beside = QCheckBox(self.tr("Không phải chính ngày ấy mà là ngày liền trước hoặc liền sau"))
        self.beside.setToolTip(self.tr("Ngày nào nối ngày ấy với cuối tuần thì nghỉ ngày đó."))
        self.beside.setChecked(text.beside)
        form = self.form()
        form.addRow(self.tr("Loại"), self.kind)
        form.addRow(self.tr("Tên"), self.title)
        form.addRow(self.tr("Ngày, tháng"), _row(self.day, self.month, self.lunar))
        inside, ahead = label(self.tr("ngày, trong đó"), "muted"), label(self.tr("ngày trước"), "muted")
        form.addRow("", self.beside)
        form.addRow(self.tr("Kéo dài"), _row(self.days, inside, self.before, ahead))
        form.addRow(self.tr("Chỉ năm"), self.year)
        form.addRow(self.tr("Từ năm"), self.since)
        form.addRow(self.tr("Năm của sự kiện"), self.founded)
        self.title.setFocus()

    def entry(self) -> DayEntry:
        """Return what was filled in."""
        return DayEntry(
            DayKind(self.kind.currentData()),
            " ".join(self.title.text().split()),
            self.month.value(),
            self.day.value(),
            self.lunar.isChecked(),
            self.days.value(),
            min(self.before.value(), self.days.value() - 1),
            _value(self.year),
            _value(self.since),
            _value(self.founded),
            self.beside.isChecked(),
        )

    def agree(self) -> None:
        """Refuse in place a day without a name, or one that the calendar does not have."""
        try:
            holidays.checked(self.entry())
        except NotNow as refused:
            self.complain(refused)
            (self.title if refused.why is Why.NAME_EMPTY else self.day).setFocus()
            return
        self._on_chosen(self.entry())
        super().agree()


def _year(value: int) -> QLineEdit:
    field = QLineEdit(str(value) if value else "")
    field.setMaxLength(4)
    field.setPlaceholderText("bỏ trống: không hạn")
    return field


def _value(field: QLineEdit) -> int:
    text = field.text().strip()
    return int(text) if text.isdecimal() else 0


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
