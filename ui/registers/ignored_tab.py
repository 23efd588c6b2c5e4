"""Đã bỏ qua: the findings that are passed over, in an article or on the whole desk, and taken back here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QStackedWidget, QTableWidgetItem, QVBoxLayout, QWidget

from desk import clock
from desk.acts.permission import refusal
from desk.acts.rules import Act
from desk.registers.ignored import IgnoredRow
from desk.text.vietnamese import bare
from ui.controls.framed_table import FramedTable
from ui.controls.labels import button, label, place
from ui.look.kept_size import keep
from ui.look.text_size import px
from ui.registers import operations
from ui.session.session import Session
from ui.words import proofing as words
from ui.words import wording

_MARGIN = 110  # px at 100 %: beside what an empty list says


class _Table(FramedTable):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take back by Delete."""
        if event.key() == Qt.Key.Key_Delete:
            self.itemActivated.emit(self.currentItem())
        else:
            super().keyPressEvent(event)


class IgnoredTab(QWidget):
    """A table of what is passed over; those taken back are shown on demand."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._every: Sequence[IgnoredRow] = ()
        self._rows: list[IgnoredRow] = []
        self._sought = ""
        self._everywhere = refusal(Act.IGNORE_EVERYWHERE, session.me.roles)
        self.table = _Table(
            self.tr("Đã bỏ qua"),
            (
                self.tr("Chữ trong bài"),
                self.tr("Quy tắc"),
                self.tr("Ở đâu"),
                self.tr("Lý do"),
                self.tr("Ai, lúc nào"),
                self.tr("Nay"),
            ),
            (180, 220, 200, 190, 100),
            stretch=2,
        )
        self.table.setProperty("framed", False)
        self.table.itemSelectionChanged.connect(self._follow)
        self.table.itemActivated.connect(lambda _: self._take_back())
        self.empty = label("", "empty", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        keep(self.empty, lambda: self.empty.setContentsMargins(px(_MARGIN), 0, px(_MARGIN), 0))
        self._stack = QStackedWidget(self)  # a layout would show its parts as windows
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        self.back = button(self.tr("Thôi bỏ qua"), self._take_back, "undo")
        self.all = QCheckBox(self.tr("Cả những mục đã thôi bỏ qua"))
        self.all.toggled.connect(self._fill)
        row = QHBoxLayout()
        row.setContentsMargins(18, 8, 18, 8)
        row.addWidget(self.back)
        row.addWidget(self.all)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(place("footer", row))
        self._fill()

    def show_rows(self, rows: Sequence[IgnoredRow]) -> None:
        """Show what is passed over."""
        self._every = rows
        self._fill()

    def seek(self, sought: str) -> None:
        """Show what has these words."""
        self._sought = sought
        self._fill()

    def take_focus(self) -> None:
        """Begin in the table."""
        self.table.setFocus()

    def _fill(self) -> None:
        wanted = bare(self._sought).split()
        self._rows = [
            row
            for row in self._every
            if (row.open or self.all.isChecked())
            and all(word in bare(" ".join(self._cells(row))) for word in wanted)
        ]
        self.table.setRowCount(len(self._rows))
        for at, row in enumerate(self._rows):
            for column, text in enumerate(self._cells(row)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
                self.table.setItem(at, column, item)
        self.table.choose_again(row.id for row in self._rows)
        self.empty.setText(
            self.tr("Không thấy mục nào. Thử bớt chữ, hoặc gõ không dấu.")
            if self._every and (wanted or self.all.isChecked())
            else self.tr(
                "Chưa bỏ qua lỗi nào. Khi soát bài, lỗi được bỏ qua (trong một bài, hoặc ở mọi bài kèm lý do) sẽ nằm "
                "ở đây để lấy lại khi cần."
            )
        )
        self._stack.setCurrentIndex(0 if self._rows else 1)
        self._follow()

    def _cells(self, row: IgnoredRow) -> tuple[str, ...]:
        where = row.article if row.article_id is not None else self.tr("Mọi bài")
        now = self.tr("Đang bỏ qua")
        if row.back_at is not None:
            told = self.tr("{by} thôi bỏ qua, {when}")
            now = told.format(by=row.back_by, when=wording.short_date(clock.local(row.back_at).date()))
        by = f"{row.by}, {wording.short_date(clock.local(row.at).date())}"
        return row.text, words.rule(row.rule), where, row.reason, by, now

    def chosen(self) -> IgnoredRow | None:
        """Return the chosen one."""
        at = self.table.currentRow()
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def _follow(self) -> None:
        row = self.chosen()
        may = row is not None and row.open and (row.article_id is not None or self._everywhere is None)
        self.back.setEnabled(may)
        no = row is not None and row.open and not may and self._everywhere is not None
        self.back.setToolTip(wording.error(self._everywhere) if no and self._everywhere else "")

    def _take_back(self) -> None:
        row = self.chosen()
        if row is not None and self.back.isEnabled():
            operations.heed(self.session, row.id).run(self.session, self, refused=self.session.regret)
