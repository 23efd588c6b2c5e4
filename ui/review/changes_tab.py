"""The side panel's comparison: between which two revisions, how much changed, and the way from change to change."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from desk.database.revisions import RevisionRow
from desk.review.page import Compared
from ui.comparison.view import ComparisonView
from ui.controls.action_table import ActionTable, Entry, Table, mark
from ui.controls.combo import Combo
from ui.controls.labels import label, place, tool_button
from ui.controls.letter_keys import rest_letters
from ui.words import comparison as comparison_words
from ui.words import wording


class Change(Enum):
    """What one does with the changes."""

    MARKS = auto()
    NEXT = auto()
    PREVIOUS = auto()


TABLE: Table[Change, bool] = {  # followed with whether there is a change to go to
    Change.MARKS: Entry(mark("Hiện chỗ sửa trên bài"), key="Ctrl+D", checkable=True),
    Change.NEXT: Entry(mark("Chỗ sửa sau"), key="F8", may=bool),
    Change.PREVIOUS: Entry(mark("Chỗ sửa trước"), key="Shift+F8", may=bool),
}


class ChangesTab(QWidget):
    """Chooses what is compared; the changes themselves are on the paper."""

    wanted = Signal(int, int)  # earlier, later revision
    shown_on_paper = Signal(bool)

    def __init__(self, diff: ComparisonView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._diff = diff
        self.sum = label("", "heading", wrap=True)
        self._last_read = label("", "small", wrap=True)
        self.earlier, self.later = self._choice(self.tr("Từ")), self._choice(self.tr("Đến"))
        self.table = ActionTable(
            self,
            TABLE,
            {
                Change.MARKS: self._follow,
                Change.NEXT: diff.next_change,
                Change.PREVIOUS: diff.previous_change,
            },
        )
        self.marks = self.table[Change.MARKS]
        self.marks.setChecked(True)
        self._wished = True  # whether the reader wants marks, where an article is not read for the first time
        self.marks.toggled.connect(lambda _: self._follow())
        self.marks.triggered.connect(self._wish)
        box = QCheckBox(self.tr("Hiện chỗ sửa trên bài (Ctrl+D)"))
        box.setChecked(True)
        box.clicked.connect(self.marks.trigger)
        self.marks.toggled.connect(box.setChecked)
        self._up = tool_button(self.tr("Chỗ sửa trước (Shift+F8)"), diff.previous_change, "up")
        self._down = tool_button(self.tr("Chỗ sửa sau (F8)"), diff.next_change, "down")
        self._lay_out(box)
        self._compared: Compared | None = None
        self.show_compared(None)

    def show_compared(self, compared: Compared | None) -> None:
        """Show what was compared; None while no article is chosen."""
        self._compared = compared
        numbers = compared.revisions if compared else ()
        self._fill(self.earlier, numbers[1:], compared.earlier if compared else None)
        self._fill(self.later, numbers[:-1], compared.later if compared else None)
        self._choosing.setVisible(len(numbers) > 1)
        self.sum.setText(self._summed())
        self._last_read.setText(self._read())
        self._last_read.setVisible(bool(self._last_read.text()))
        self.marks.setChecked(self._wished and not self._is_first_reading())
        self._follow()

    def _is_first_reading(self) -> bool:
        """Say whether nothing was compared though there is something to compare with."""
        compared = self._compared
        return compared is not None and compared.comparison is None and compared.earlier is not None

    def _wish(self, on: bool) -> None:
        if not self._is_first_reading():
            self._wished = on
        elif on:
            self._wished = True
            self._ask()

    def marked(self) -> bool:
        """Say whether the paper is to show the changes."""
        return self.marks.isChecked() and self._compared is not None and self._compared.comparison is not None

    def places(self) -> int:
        """Return the number of changed places, moved passages among them."""
        if self._compared is None or self._compared.comparison is None:
            return 0
        summary = self._compared.comparison.summary
        return summary.changes + summary.moved

    def _follow(self) -> None:
        may = self.marked() and self.places() > 0
        self.table.follow(may)
        self._up.setEnabled(may)
        self._down.setEnabled(may)
        self.shown_on_paper.emit(self.marked())

    def _summed(self) -> str:
        compared = self._compared
        if compared is None:
            return ""
        if self._is_first_reading():
            return self.tr("Đồng chí đọc bài này lần đầu: bài hiện như khi in, không đánh dấu chỗ sửa.")
        if compared.comparison is None:
            return self.tr("Đây là phiên bản đầu, chưa có gì để so.")
        return comparison_words.summary(compared.comparison.summary)

    def _read(self) -> str:
        compared = self._compared
        if compared is None or compared.read is None or compared.read_at is None:
            return ""
        when = wording.moment(compared.read_at)
        if compared.read == compared.revisions[0].number:
            return self.tr("Đồng chí đã đọc bản này lúc {when}.").format(when=when)
        return self.tr("Đồng chí đọc lần trước lúc {when}, phiên bản {n}.").format(when=when, n=compared.read)

    def _fill(self, box: QComboBox, rows: Sequence[RevisionRow], chosen: int | None) -> None:
        box.blockSignals(True)
        box.clear()
        for row in rows:
            text = self.tr("Phiên bản {n} – {by}, {when}")
            box.addItem(
                text.format(n=row.number, by=row.saved_by, when=wording.moment(row.saved_at)), row.number
            )
        box.setCurrentIndex(box.findData(chosen))
        box.blockSignals(False)

    def _ask(self) -> None:
        earlier, later = self.earlier.currentData(), self.later.currentData()
        if earlier is None or later is None:
            return
        if earlier > later:
            earlier, later = later, earlier
        if earlier != later:
            self.wanted.emit(earlier, later)

    def _choice(self, name: str) -> QComboBox:
        box = Combo()
        box.setAccessibleName(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(12)
        box.activated.connect(lambda _: self._ask())
        rest_letters(box)
        return box

    def _lay_out(self, box: QCheckBox) -> None:
        keys = QHBoxLayout()
        keys.addWidget(self._up)
        keys.addWidget(self._down)
        keys.addStretch(1)
        inside = QVBoxLayout()
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addLayout(keys)
        inside.addWidget(box)
        inside.addWidget(label(self.tr("So từ"), "small"))
        inside.addWidget(self.earlier)
        inside.addWidget(label(self.tr("đến"), "small"))
        inside.addWidget(self.later)
        self._choosing = place("bare", inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 14, 14, 14)
        column.setSpacing(10)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.sum)
        column.addWidget(self._last_read)
        column.addWidget(self._choosing)
        column.addStretch(1)
