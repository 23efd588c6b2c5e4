"""Ask somebody to write of a meeting, or to photograph it, by a day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from desk.calendar.coverage import Task
from desk.calendar.occurrences import OccurrenceRow
from desk.department.people import PersonRow
from ui.controls.combo import Combo
from ui.controls.day_field import DayField
from ui.controls.form_dialog import FormDialog
from ui.words import calendar as calendar_words


class CoverageDialog(FormDialog):
    """Who, what, by when."""

    def __init__(
        self,
        parent: QWidget | None,
        row: OccurrenceRow,
        people: Sequence[PersonRow],
        on_chosen: Callable[[CoverageDialog], None],
    ) -> None:
        super().__init__(
            parent, "Phân công đưa tin", f"{row.title}\n{calendar_words.when(row)}", accept="Phân công"
        )
        self._on_chosen = on_chosen
        self.person = Combo()
        self.person.setAccessibleName(self.tr("Người làm"))
        for one in people:
            self.person.addItem(", ".join(part for part in (one.name, one.unit) if part), one.id)
        self.tasks = {task: QCheckBox(told) for task, (told, _) in calendar_words.TASKS.items()}
        self.tasks[Task.WRITE].setChecked(True)
        tasks = QHBoxLayout()
        for box in self.tasks.values():
            tasks.addWidget(box)
        tasks.addStretch(1)
        due = row.last + timedelta(days=1)
        self.due = DayField(due, self.tr("Hạn nộp"))
        self.note = QLineEdit()
        self.note.setPlaceholderText(self.tr("Ví dụ: lấy ảnh toàn cảnh và ảnh chủ trì"))
        self.note.setAccessibleName(self.tr("Dặn thêm"))
        form = self.form()
        form.addRow(self.tr("Người làm"), self.person)
        form.addRow(self.tr("Việc"), tasks)
        form.addRow(self.tr("Hạn nộp"), self.due)
        form.addRow(self.tr("Dặn thêm"), self.note)

    def chosen_tasks(self) -> tuple[Task, ...]:
        """Return what is asked for."""
        return tuple(task for task, box in self.tasks.items() if box.isChecked())

    def chosen_due(self) -> date:
        """Return the day by which it must be there."""
        return self.due.value()

    def agree(self) -> None:
        """Refuse in place when nobody or nothing is chosen."""
        if self.person.currentData() is None or not self.chosen_tasks():
            self.complain(self.tr("Hãy chọn người và ít nhất một việc."))
            return
        self.fault.hide()
        self._on_chosen(self)
