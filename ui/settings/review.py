"""How the office reviews: levels, patience, stock phrases for a return."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QPlainTextEdit, QRadioButton

from desk.acts.review_settings import OwnWords, ReviewSettings, practice
from desk.acts.rules import Act
from ui.controls.combo import Combo
from ui.controls.labels import button, field_form, label, number_field
from ui.look.kept_size import keep_least_height, keep_width
from ui.session.session import Session
from ui.settings import operations
from ui.settings.tab import Tab

_IDLE = (5, 10, 15, 20, 30, 45, 60, 90, 120)  # minutes


class ReviewTab(Tab):
    """One or two levels, from when an article presses, and the office's phrases."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, Act.CHANGE_SETTINGS)
        self._as_stored = ReviewSettings()
        self.column.addWidget(label(self.tr("Số cấp duyệt"), "heading"))
        self.levels = QButtonGroup(self)
        for levels, words in (
            (2, self.tr("Hai cấp: Trưởng phòng biên tập, rồi lãnh đạo duyệt")),
            (1, self.tr("Một cấp: bài gửi đi đến thẳng lãnh đạo duyệt")),
        ):
            box = QRadioButton(words)
            self.levels.addButton(box, levels)
            self.column.addWidget(box)
        self.column.addWidget(label(self.tr("Lãnh đạo đã tự sửa quá nửa số chữ của bài"), "heading"))
        self.own_words = Combo()
        for words, choice in (
            (self.tr("Vẫn được chuyển duyệt và duyệt bài ấy"), OwnWords.MAY),
            (self.tr("Không được chuyển duyệt, vẫn được duyệt"), OwnWords.NOT_PASS),
            (self.tr("Không được chuyển duyệt, không được duyệt"), OwnWords.NOT_JUDGE),
        ):
            self.own_words.addItem(words, choice)
        self.own_words.setAccessibleName(self.tr("Lãnh đạo đã tự sửa quá nửa số chữ của bài"))
        self.column.addWidget(self.own_words, 0, Qt.AlignmentFlag.AlignLeft)
        self.wrong_stops = QCheckBox(self.tr("Không gửi, không duyệt bài khi máy soát còn thấy chỗ sai"))
        self.wrong_stops.setToolTip(self.tr("Chỗ nào không sai thì bỏ qua ở Soát lỗi (F7), có ghi nhật ký."))
        self.column.addWidget(self.wrong_stops)
        self.waiting, self.due = number_field(1, 60), number_field(0, 30)
        for field in (self.waiting, self.due):
            keep_width(field, 84)
        form = field_form()
        form.addRow(self.tr("Bài nằm lâu là quá (ngày)"), self.waiting)
        form.addRow(self.tr("Nhắc bài của số sắp tới trước ngày chốt (ngày)"), self.due)
        self.idle = Combo()
        self.idle.addItem(self.tr("Không bao giờ"), 0)
        for minutes in _IDLE:
            self.idle.addItem(self.tr("{n} phút").format(n=minutes), minutes)
        keep_width(self.idle, 170)
        form.addRow(self.tr("Khóa cửa sổ khi không ai dùng"), self.idle)
        self.column.addLayout(form)
        self.column.addWidget(label(self.tr("Câu hay dùng khi trả lại bài, mỗi dòng một câu"), "heading"))
        self.phrases = QPlainTextEdit()
        self.phrases.setAccessibleName(self.tr("Câu hay dùng khi trả lại bài"))
        self.phrases.setTabChangesFocus(True)
        keep_least_height(self.phrases, 150)
        self.column.addWidget(self.phrases)
        self.save = button(self.tr("Lưu"), self._save, "save", primary=True)
        self.column.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)
        for widget in (
            *self.levels.buttons(),
            self.own_words,
            self.wrong_stops,
            self.waiting,
            self.due,
            self.idle,
            self.phrases,
            self.save,
        ):
            widget.setEnabled(self.may)
        self._fill(self._as_stored)

    def shown(self) -> None:
        """Read the office's practice."""
        self.ask(practice, self._show)

    def wanted(self) -> ReviewSettings:
        """Return what is filled in."""
        lines = tuple(line.strip() for line in self.phrases.toPlainText().splitlines() if line.strip())
        return ReviewSettings(
            self.levels.checkedId(),
            self.waiting.value(),
            self.due.value(),
            lines,
            OwnWords(self.own_words.currentData()),
            self.wrong_stops.isChecked(),
            int(self.idle.currentData()),
        )

    def _show(self, stored: ReviewSettings) -> None:
        if self.wanted() == self._as_stored:
            self._fill(stored)

    def _fill(self, stored: ReviewSettings) -> None:
        self._as_stored = stored
        self.levels.button(stored.levels).setChecked(True)
        self.waiting.setValue(stored.waiting_days)
        self.due.setValue(stored.due_days)
        self.phrases.setPlainText("\n".join(stored.phrases))
        self.own_words.setCurrentIndex(self.own_words.findData(stored.own_words))
        self.wrong_stops.setChecked(stored.wrong_stops)
        if self.idle.findData(stored.idle_minutes) < 0:
            self.idle.addItem(self.tr("{n} phút").format(n=stored.idle_minutes), stored.idle_minutes)
        self.idle.setCurrentIndex(self.idle.findData(stored.idle_minutes))

    def dirty(self) -> bool:
        """Say whether something differs from what is stored."""
        return self.may and self.wanted() != self._as_stored

    def keep_changes(self, then: Callable[[], object]) -> None:
        """Save what is filled in, then go on."""
        wanted = self.wanted()
        self.run(operations.change_practice(self.session, wanted), lambda: self._saved(wanted, then))

    def drop_changes(self) -> None:
        """Show the stored practice again."""
        self._fill(self._as_stored)

    def _save(self) -> None:
        self.keep_changes(lambda: None)

    def _saved(self, wanted: ReviewSettings, then: Callable[[], object]) -> None:
        self._fill(wanted)
        then()
