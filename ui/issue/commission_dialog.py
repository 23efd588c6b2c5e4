"""A wanted piece: what, in which chuyên mục, who writes it, by when."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from desk import clock
from desk.department.people import PersonRow
from desk.issues.commissions import CommissionWish
from desk.issues.plan import CommissionRow, PlanPart
from ui.controls.day_field import DayField
from ui.controls.elided_combo import ElidedCombo
from ui.controls.form_dialog import FormDialog


class CommissionDialog(FormDialog):
    """Asks for a piece, or changes what was asked."""

    def __init__(
        self,
        parent: QWidget | None,
        parts: tuple[PlanPart, ...],
        people: list[PersonRow],
        wanted: CommissionRow | None,
        section_id: int,
        proposed: date,
    ) -> None:
        super().__init__(
            parent,
            "Đặt bài" if wanted is None else "Sửa bài đặt",
            "Bài đặt đứng trong kế hoạch của số và trên trang Hôm nay của người được giao cho đến khi có bài.",
            accept="Đặt" if wanted is None else "Lưu",
        )
        self.title = QLineEdit(wanted.title if wanted else "")
        self.title.setPlaceholderText(self.tr("Ví dụ: Gương đảng viên trẻ ở cơ sở"))
        self.section = ElidedCombo(24)  # a name of 150 letters makes no dialog wider than the screen
        for part in parts:
            if not part.hidden and not part.boxed:
                self.section.addItem(part.title, part.section_id)
        chosen = wanted.section_id if wanted else section_id
        self.section.setCurrentIndex(max(0, self.section.findData(chosen)))
        self.person = ElidedCombo(24)
        self.person.addItem(self.tr("Chưa giao ai"), None)
        for row in people:
            self.person.addItem(row.name, row.id)
        self.person.setCurrentIndex(max(0, self.person.findData(wanted.person_id if wanted else None)))
        self.has_due = QCheckBox(self.tr("có hạn"))
        when = wanted.due if wanted and wanted.due else proposed
        self.has_due.setChecked(wanted is None or wanted.due is not None)
        self.due = DayField(when, self.tr("Hạn nộp"))
        self.due.setEnabled(self.has_due.isChecked())
        self.has_due.toggled.connect(self.due.setEnabled)
        self._due = wanted.due if wanted else None
        ends = QHBoxLayout()
        ends.setSpacing(8)
        ends.addWidget(self.has_due)
        ends.addWidget(self.due)
        ends.addStretch(1)
        self.has_due.setAccessibleName(self.tr("Có hạn nộp"))
        form = self.form()
        form.addRow(self.tr("Bài về"), self.title)
        form.addRow(self.tr("Chuyên mục"), self.section)
        form.addRow(self.tr("Người viết"), self.person)
        form.addRow(self.tr("Hạn nộp"), ends)

    def agree(self) -> None:
        """Refuse in place an empty title, and a day that is over already."""
        due = date.fromisoformat(self.wish().due) if self.has_due.isChecked() else None
        if not self.title.text().strip():
            self.complain(self.tr("Hãy ghi bài được đặt viết về gì."))
            self.title.setFocus()
        elif due is not None and due != self._due and due < clock.today():
            self.complain(self.tr("Hạn nộp phải từ hôm nay trở đi."))
        else:
            super().agree()

    def wish(self) -> CommissionWish:
        """Return what was filled in."""
        due = self.due.value().isoformat() if self.has_due.isChecked() else ""
        return CommissionWish(self.section.currentData(), self.title.text(), self.person.currentData(), due)
