"""Somebody of whom the bulletin writes, with their titles, a line each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from desk.registers.entries import PersonEntry, Title
from ui.controls.labels import button, label, number_field, tool_button
from ui.controls.optional_day_field import OptionalDayField
from ui.look.kept_size import keep_least_width, keep_width
from ui.look.text_size import px
from ui.registers.entry_dialog import EntryDialog, Keep, line_field

_TITLES = (
    "Bí thư", "Phó Bí thư Thường trực", "Phó Bí thư", "Ủy viên Ban Thường vụ", "Trưởng ban",
    "Phó Trưởng ban Thường trực", "Phó Trưởng ban", "Chủ tịch", "Phó Chủ tịch", "Giám đốc", "Phó Giám đốc",
    "Trưởng phòng", "Phó Trưởng phòng", "Chánh Văn phòng", "Phó Chánh Văn phòng",
)  # fmt: skip

_WIDTH = 860  # px at 100 %


class _TitleLine:
    """The fields of one title."""

    def __init__(self, title: Title, bodies: Sequence[str], number: int) -> None:
        told = f"chức danh {number}"
        self.title = line_field(title.title, f"Chức danh, {told}", _TITLES)
        self.body = line_field(title.body, f"Cơ quan, {told}", bodies)
        self.since, self.until = (OptionalDayField(f"{name}, {told}") for name in ("Từ ngày", "Đến ngày"))
        self.since.set_value(title.since)
        self.until.set_value(title.until)
        self.rank = number_field(0, 999)
        self.rank.setAccessibleName(f"Thứ tự, {told}")
        self.rank.setSpecialValueText("–")
        self.rank.setValue(title.rank)
        keep_least_width(self.title, 104)
        keep_least_width(self.body, 124)
        keep_width(self.rank, 76)
        self.gone = tool_button("Bỏ chức danh này", lambda: None, "remove", boxed=False)

    def fields(self) -> tuple[QWidget, ...]:
        """Return the fields in their order."""
        return self.title, self.body, self.since, self.until, self.rank, self.gone

    def value(self) -> Title:
        """Return what was filled in."""
        return Title(
            self.title.text(),
            self.body.text(),
            self.since.value(),
            self.until.value(),
            self.rank.value(),
        )


class PersonEntryDialog(EntryDialog):
    """A name and its titles; `bodies` are the names of those that a title may be of."""

    def __init__(
        self, parent: QWidget | None, seen: PersonEntry | None, bodies: Sequence[str], keep: Keep
    ) -> None:
        title = "Con người" if seen is not None else "Thêm người"
        super().__init__(parent, title, keep)
        person = seen or PersonEntry("")
        self._id, self._bodies = person.id, bodies
        self.name = line_field(person.name, self.tr("Họ và tên"))
        form = self.form()
        form.addRow(self.tr("Họ và tên"), self.name)
        self.body.addWidget(label(self.tr("Chức danh"), "heading"))
        self.body.addWidget(
            label(
                self.tr(
                    "Để trống ngày khi không rõ, hoặc đến nay vẫn giữ. Thứ tự nhỏ đứng trước khi nêu lãnh đạo."
                ),
                "muted",
                wrap=True,
            )
        )
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        heads = ("Chức danh", "Cơ quan", "Từ ngày", "Đến ngày", "Thứ tự")
        for at, head in enumerate(heads):
            self._grid.addWidget(label(head, "small"), 0, at)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 3)
        self.body.addLayout(self._grid)
        self.more = button(self.tr("Thêm chức danh"), lambda: self.add_title(Title("")), "add")
        self.more.setAutoDefault(False)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)
        self.lines: list[_TitleLine] = []
        for one in person.titles or (Title(""),):
            self.add_title(one, begin=False)
        self.name.setFocus()
        self.resize(px(_WIDTH), self.sizeHint().height())

    def add_title(self, title: Title, *, begin: bool = True) -> None:
        """Add the fields of a title, and begin in them."""
        made = _TitleLine(title, self._bodies, len(self.lines) + 1)
        row = self._grid.rowCount()
        for at, field in enumerate(made.fields()):
            self._grid.addWidget(field, row, at)
        made.gone.clicked.connect(lambda: self._drop(made))
        self.lines.append(made)
        for before, after in zip(self._in_order(), self._in_order()[1:], strict=False):
            self.setTabOrder(before, after)
        if begin:
            made.title.show()  # what a layout will only show later takes no focus
            made.title.setFocus()

    def _in_order(self) -> list[QWidget]:
        return [self.name, *(field for line in self.lines for field in line.fields()), self.more]

    def _drop(self, line: _TitleLine) -> None:
        self.lines.remove(line)
        for field in line.fields():
            field.hide()
            field.deleteLater()
        self.more.setFocus()
        self.fault.hide()

    def entry(self) -> PersonEntry:
        """Return what was filled in; a line without a title is none."""
        titles = tuple(line.value() for line in self.lines)
        return PersonEntry(self.name.text(), tuple(one for one in titles if one.title.strip()), self._id)

    def wanting(self) -> QLineEdit | None:
        """Want a name, and a title where its body is named."""
        if not self.name.text().strip():
            return self.name
        return next(
            (line.title for line in self.lines if line.body.text().strip() and not line.title.text().strip()),
            None,
        )
