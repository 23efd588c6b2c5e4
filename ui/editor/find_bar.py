"""Find and replace in the whole article: title, lead, body and byline."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TypeAlias

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QTextEdit,
    QWidget,
)

from ui.controls.labels import label, tool_button
from ui.editor.body import BodyEditor
from ui.editor.fields import GrowingText
from ui.editor.find import FindQuery, found_in, replace_at
from ui.look.kept_size import keep_least_width
from ui.look.style import color, look

Field: TypeAlias = BodyEditor | GrowingText
_MARKED = 1000  # marks beyond these would cost more than they tell
_ENTERS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_AGAIN = 300


class FindBar(QWidget):
    """Looks through the fields in the order of the page."""

    closed = Signal()

    def __init__(self, fields: Sequence[Field], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = list(fields)
        self._found: list[tuple[int, int, int]] = []  # field, start, end
        self._writable = True
        self._last = self._fields[0]
        self.setProperty("place", "header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.words, self.other = QLineEdit(), QLineEdit()
        self.words.setPlaceholderText(self.tr("Tìm trong bài"))
        self.other.setPlaceholderText(self.tr("Thay bằng"))
        self.words.setAccessibleName(self.tr("Tìm trong bài"))
        self.other.setAccessibleName(self.tr("Thay bằng"))
        self.count = label("", "muted")
        keep_least_width(self.count, 96)
        self.case = QCheckBox(self.tr("Phân biệt hoa thường"))
        self.no_marks = QCheckBox(self.tr("Không dấu"))
        self.no_marks.setToolTip(self.tr("Gõ “dang bo” cũng tìm thấy “Đảng bộ”"))
        self.one, self.all = QPushButton(self.tr("Thay")), QPushButton(self.tr("Thay hết"))
        self._lay()
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_AGAIN)
        self._again.timeout.connect(self.search)
        self.words.textChanged.connect(self._typed)
        self.case.toggled.connect(self._typed)
        self.no_marks.toggled.connect(self._typed)
        self.one.clicked.connect(self.replace_one)
        self.all.clicked.connect(self.replace_all)
        for field in self._fields:
            field.typed.connect(self._changed)
            field.focused.connect(partial(self._remember, field))
        look().changed.connect(self._mark)
        self.hide()

    def _lay(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 6, 16, 6)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        keep_least_width(self.words, 200)
        grid.addWidget(self.words, 0, 0)
        grid.addWidget(self.other, 1, 0)
        up = tool_button(self.tr("Chỗ trước (Shift+F3)"), self.previous, "up", boxed=False)
        down = tool_button(self.tr("Chỗ sau (F3)"), self.next, "down", boxed=False)
        shut = tool_button(self.tr("Đóng (Esc)"), self.close_bar, "close", boxed=False)
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in (up, down, self.count, self.case, self.no_marks):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(shut)
        grid.addLayout(row, 0, 1)
        self._replacing = QWidget()
        below = QHBoxLayout(self._replacing)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self.one)
        below.addWidget(self.all)
        below.addStretch(1)
        grid.addWidget(self._replacing, 1, 1)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)

    # -- open and shut -----------------------------------------------------------------------------------

    def open_bar(self, *, replacing: bool = False, writable: bool = True) -> None:
        """Open for finding or replacing, with the selected words if there are some."""
        self._writable = writable
        self.other.setVisible(replacing and writable)
        self._replacing.setVisible(replacing and writable)
        chosen = self._focused().textCursor().selectedText()
        self.show()
        if chosen and len(chosen) < 80 and "\u2029" not in chosen:
            self.words.setText(chosen)
        self.words.setFocus()
        self.words.selectAll()
        self.search()

    def close_bar(self) -> None:
        """Shut the bar and go back to the words."""
        self._again.stop()
        self.hide()
        self._found.clear()
        self._mark()
        self.closed.emit()

    def event(self, event: QEvent) -> bool:
        """Keep Esc and F3 from the window while the bar has the focus."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            own = event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F3)
            event.setAccepted(own)
            if own:
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc shuts; Enter finds, in the second field replaces."""
        key, shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key == Qt.Key.Key_Escape:
            self.close_bar()
        elif key in _ENTERS and self.other.hasFocus():
            self.replace_one()
        elif key in _ENTERS or key == Qt.Key.Key_F3:
            self.step(-1 if shift else 1)
        else:
            super().keyPressEvent(event)

    # -- finding -----------------------------------------------------------------------------------------

    def wanted(self) -> FindQuery:
        """Return what the bar is set to."""
        return FindQuery(self.words.text(), self.case.isChecked(), self.no_marks.isChecked())

    def search(self) -> None:
        """Look through every field anew."""
        if any(field.composing for field in self._fields):
            self._again.start()
            return
        wanted = self.wanted()
        self._found = [
            (index, start, end)
            for index, field in enumerate(self._fields)
            for start, end in found_in(field.document(), wanted)
        ]
        self._mark()
        self._tell()

    def _typed(self) -> None:
        """Follow the words: look anew and show the first place from the cursor on; where there is none, no place."""
        shown = self._current()
        before = self._fields[self._found[shown][0]] if shown is not None else None
        self.search()
        if self._found:
            self._show(self._first_from_cursor())
        elif before is not None:
            _let_go(before)

    def _changed(self) -> None:
        if self.isVisible():
            self._again.start()

    def next(self) -> None:
        """Go to the next place."""
        self.step(1)

    def previous(self) -> None:
        """Go to the place before."""
        self.step(-1)

    def step(self, by: int) -> None:
        """Go so many places on, around the ends."""
        if self._again.isActive() or not self.isVisible():
            self._again.stop()
            self.search()
        if not self._found:
            return
        now = self._current()
        if now is None:
            first = self._first_from_cursor()
            self._show(first if by > 0 else (first - 1) % len(self._found))
        else:
            self._show((now + by) % len(self._found))

    def _show(self, which: int) -> None:
        index, start, end = self._found[which]
        for other, field in enumerate(self._fields):
            if other != index and field.textCursor().hasSelection():
                _let_go(field)
        self._last = field = self._fields[index]
        cursor = field.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        field.setTextCursor(cursor)
        field.cursor_moved.emit(field.cursorRect())
        self._tell()

    def _current(self) -> int | None:
        """Return which place is selected now."""
        for which, (index, start, end) in enumerate(self._found):
            cursor = self._fields[index].textCursor()
            if (cursor.selectionStart(), cursor.selectionEnd()) == (start, end) and start != end:
                return which
        return None

    def _first_from_cursor(self) -> int:
        here = self._fields.index(self._focused())
        at = self._fields[here].textCursor().selectionStart()
        return next((w for w, (index, start, _) in enumerate(self._found) if (index, start) >= (here, at)), 0)

    def _focused(self) -> Field:
        """Return the field that has the focus or had it, or in which a place was shown last."""
        return next((field for field in self._fields if field.hasFocus()), self._last)

    def _remember(self, field: Field) -> None:
        self._last = field

    def _tell(self) -> None:
        now = self._current()
        if not self.words.text():
            self.count.setText("")
        elif not self._found:
            self.count.setText(self.tr("Không có"))
        else:
            self.count.setText(f"{'–' if now is None else now + 1}/{len(self._found)}")
        if not self._found and (self.one.hasFocus() or self.all.hasFocus()):
            self.words.setFocus()  # a greyed button lets the focus go wherever, and what is typed next goes there
        self.one.setEnabled(bool(self._found))
        self.all.setEnabled(bool(self._found))

    def _mark(self) -> None:
        shape = QTextCharFormat()
        shape.setBackground(color("gold_soft"))
        shape.setProperty(QTextCharFormat.Property.OutlinePen.value, None)
        for index, field in enumerate(self._fields):
            marks = []
            for _, start, end in [place for place in self._found if place[0] == index][:_MARKED]:
                mark = QTextEdit.ExtraSelection()
                cursor = QTextCursor(field.document())
                cursor.setPosition(start)
                cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                mark.cursor, mark.format = cursor, shape
                marks.append(mark)
            field.set_layer("find", marks)

    # -- replacing ---------------------------------------------------------------------------------------

    def replace_one(self) -> None:
        """Replace the selected place and go to the next."""
        now = self._current()
        if now is None:
            self.step(1)
        elif self._may_write():
            index, start, end = self._found[now]
            replace_at(self._fields[index].document(), [(start, end)], self.other.text(), self.wanted())
            self.search()
            if self._found:
                self._show(min(now, len(self._found) - 1))

    def replace_all(self) -> None:
        """Replace every place; in each field it is one undo step."""
        self.search()
        if not self._may_write():
            return
        number = len(self._found)
        for index, field in enumerate(self._fields):
            places = [(start, end) for at, start, end in self._found if at == index]
            if places:
                replace_at(field.document(), places, self.other.text(), self.wanted())
        self.search()
        self.count.setText(self.tr("Đã thay {number} chỗ").format(number=number))

    def _may_write(self) -> bool:
        return self._writable and not any(field.composing for field in self._fields)


def _let_go(field: Field) -> None:
    """Select nothing in the field: its cursor stays."""
    cursor = field.textCursor()
    cursor.clearSelection()
    field.setTextCursor(cursor)
