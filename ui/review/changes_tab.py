"""The side panel's comparison: between which two revisions, how much changed, and the way from change to change."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from desk.compare.articles import Comparison
from desk.database.revisions import RevisionRow
from ui.comparison.view import ComparisonView
from ui.controls.labels import label, place, tool_button
from ui.controls.letter_keys import rest_letters
from ui.words import wording


@dataclass(frozen=True, slots=True)
class Compared:
    """Two revisions beside each other; `earlier` is None where the article has only one."""

    comparison: Comparison | None
    earlier: int | None
    later: int
    revisions: tuple[RevisionRow, ...]
    read: int | None = None  # the revision that the reader last read
    read_at: datetime | None = None
    pictures: Mapping[str, bytes] = field(default_factory=dict)  # of both texts, by SHA-256


class ChangesTab(QWidget):
    """Chooses what is compared; the changes themselves are on the paper."""

    wanted = Signal(int, int)  # earlier, later revision
    shown_on_paper = Signal(bool)

    def __init__(self, diff: ComparisonView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._diff = diff
        self.sum = label("", "heading", wrap=True)
        self._told = label("", "small", wrap=True)
        self.earlier, self.later = self._choice(self.tr("Từ")), self._choice(self.tr("Đến"))
        self.marks = QAction(self.tr("Hiện chỗ sửa trên bài"), self)
        self.marks.setCheckable(True)
        self.marks.setChecked(True)
        self.marks.setShortcut(QKeySequence("Ctrl+D"))
        self.marks.toggled.connect(lambda _: self._follow())
        box = QCheckBox(self.tr("Hiện chỗ sửa trên bài (Ctrl+D)"))
        box.setChecked(True)
        box.toggled.connect(self.marks.setChecked)
        self.marks.toggled.connect(box.setChecked)
        self.next = self._step(self.tr("Chỗ sửa sau"), "F8", diff.next_change)
        self.previous = self._step(self.tr("Chỗ sửa trước"), "Shift+F8", diff.previous_change)
        self._up = tool_button(self.tr("Chỗ sửa trước (Shift+F8)"), diff.previous_change, "up")
        self._down = tool_button(self.tr("Chỗ sửa sau (F8)"), diff.next_change, "down")
        self._lay_out(box)
        self._found: Compared | None = None
        self.show_compared(None)

    def show_compared(self, found: Compared | None) -> None:
        """Show what was compared; None while no article is chosen."""
        self._found = found
        numbers = found.revisions if found else ()
        self._fill(self.earlier, numbers[1:], found.earlier if found else None)
        self._fill(self.later, numbers[:-1], found.later if found else None)
        self._choosing.setVisible(len(numbers) > 1)
        self.sum.setText(self._summed())
        self._told.setText(self._read())
        self._told.setVisible(bool(self._told.text()))
        self._follow()

    def marked(self) -> bool:
        """Say whether the paper is to show the changes."""
        return self.marks.isChecked() and self._found is not None and self._found.comparison is not None

    def places(self) -> int:
        """Return the number of changed places, moved passages among them."""
        if self._found is None or self._found.comparison is None:
            return 0
        summary = self._found.comparison.summary
        return summary.changes + summary.moved

    def _follow(self) -> None:
        for one in (self.next, self.previous, self._up, self._down):
            one.setEnabled(self.marked() and self.places() > 0)
        self.shown_on_paper.emit(self.marked())

    def _summed(self) -> str:
        found = self._found
        if found is None:
            return ""
        if found.comparison is None:
            return self.tr("Đây là phiên bản đầu, chưa có gì để so.")
        return wording.summary(found.comparison.summary)

    def _read(self) -> str:
        found = self._found
        if found is None or found.read is None or found.read_at is None:
            return ""
        when = wording.moment(found.read_at)
        if found.read == found.revisions[0].number:
            return self.tr("Đồng chí đã đọc bản này lúc {when}.").format(when=when)
        return self.tr("Đồng chí đọc lần trước lúc {when}, phiên bản {n}.").format(when=when, n=found.read)

    def _fill(self, box: QComboBox, rows: Sequence[RevisionRow], chosen: int | None) -> None:
        box.blockSignals(True)
        box.clear()
        for row in rows:
            told = self.tr("Phiên bản {n} – {by}, {when}")
            box.addItem(
                told.format(n=row.number, by=row.saved_by, when=wording.moment(row.saved_at)), row.number
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
        made = QComboBox()
        made.setAccessibleName(name)
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.setMinimumContentsLength(12)
        made.activated.connect(lambda _: self._ask())
        rest_letters(made)
        return made

    def _step(self, words: str, key: str, on: Callable[[], object]) -> QAction:
        made = QAction(words, self)
        made.setShortcut(QKeySequence(key))
        made.triggered.connect(lambda: on())
        return made

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
        column.addWidget(self._told)
        column.addWidget(self._choosing)
        column.addStretch(1)
