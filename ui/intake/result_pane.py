"""The right of the preview: the fields of the article that comes of a source, above it as it prints."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desk.department.sections import SectionRow
from desk.text.blocks import ArticleText
from ui.controls.elided_combo import ElidedCombo
from ui.controls.labels import label, tool_button
from ui.controls.optional_day_field import OptionalDayField
from ui.intake.arrangement import Arrangement, Field
from ui.intake.entry import Entry
from ui.intake.growing_paper import GrowingPaper
from ui.look.kept_size import keep, keep_least_width
from ui.look.text_size import px

_LEAST, _NARROW = 300, 72  # px at 100 %: of the pane, of the box of chuyên mục
_REST = 120  # milliseconds after a letter, before the page is written anew
_TITLE_LINES, _LEAD_LINES = 2, 3


class LinesField(QPlainTextEdit):
    """Words of a few lines; Tab leaves it, what is pasted comes as letters alone, files go to the window."""

    def __init__(self, name: str, lines: int, *, one_line: bool = False) -> None:
        super().__init__()
        self.one_line = one_line
        self._lines = lines
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        keep(self, self._fit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin no further line in what is one line when it prints."""
        if self.one_line and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        self.setFixedHeight(self.fontMetrics().lineSpacing() * self._lines + px(8) + 10)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take letters, but no files."""
        return source.hasText() and not source.hasUrls()

    def show_words(self, words: str) -> None:
        """Show other words; the same ones leave the cursor where it is."""
        if words != self.toPlainText():
            self.setPlainText(words)
            self.moveCursor(QTextCursor.MoveOperation.Start)


class ResultPane(QWidget):
    """Shows what comes of an entry; what a person writes into a field stays as written."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("place", "page")
        keep_least_width(self, _LEAST)
        self._entry: Entry | None = None
        self._filling = False
        self._shown: tuple[ArticleText, Mapping[str, bytes]] = ArticleText(), {}
        self.title = LinesField(self.tr("Tít"), _TITLE_LINES, one_line=True)
        self.lead = LinesField(self.tr("Sapô"), _LEAD_LINES)
        self.byline = QLineEdit()
        self.byline.setAccessibleName(self.tr("Bút danh"))
        self.day = OptionalDayField(self.tr("Ngày"))
        self.day.setPlaceholderText(self.tr("Chưa có"))
        self.section = ElidedCombo(8)
        self.section.setAccessibleName(self.tr("Chuyên mục"))
        keep_least_width(self.section, _NARROW)
        self.drop_lead = QCheckBox(self.tr("Bỏ đoạn lặp lại sapô"))
        self.paper = GrowingPaper()
        self.release = {which: self._release_button(which) for which in Field}
        self._to_top = False  # another article is to be shown
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self._write_page)
        self._build()
        self._wire()

    def show_sections(self, rows: list[SectionRow]) -> None:
        """Offer these chuyên mục."""
        self.section.clear()
        self.section.addItem(self.tr("Chưa xếp chuyên mục"), None)
        for row in rows:
            self.section.addItem(row.title, row.id)

    def show_entry(self, entry: Entry) -> None:
        """Fill the fields with what comes of an entry."""
        self._entry, self._filling = entry, True
        arrangement = entry.arrangement
        text = arrangement.text()
        for which, lines, words in (
            (Field.TITLE, self.title, text.title),
            (Field.LEAD, self.lead, text.lead),
        ):
            if not (lines.hasFocus() and arrangement.is_written(which)):  # a space at its end is being typed
                lines.show_words(words)
        if self.byline.text() != text.byline:
            self.byline.setText(text.byline)
            self.byline.setCursorPosition(0)
        if not self.day.hasFocus() or self.day.value() != text.event_date:
            self.day.set_value(text.event_date)
            self.day.setCursorPosition(0)
        self.section.setCurrentIndex(max(0, self.section.findData(entry.section_id)))
        self.drop_lead.setVisible(arrangement.taken().repeated_lead is not None)
        self.drop_lead.setChecked(not arrangement.keeps_repeated)
        for which, button in self.release.items():
            button.setVisible(arrangement.is_written(which))
        for field in (self.title, self.lead, self.byline, self.day):
            field.setReadOnly(not entry.is_open())
        self.section.setEnabled(entry.is_open())
        self.drop_lead.setEnabled(entry.is_open())
        self._filling = False

    def show_page(self, text: ArticleText, pictures: Mapping[str, bytes], *, soon: bool = False) -> None:
        """Show the article as it prints, when the fields stand; `soon`: the same one, when no more letters come."""
        self._shown = text, pictures
        if not soon:
            self._to_top = True
        self._rest.start(_REST if soon and not self._to_top else 0)

    def show_pictures(self, text: ArticleText, pictures: Mapping[str, bytes]) -> None:
        """Show the same article with the pictures that have come."""
        if (text, pictures) == self._shown:
            return
        self._shown = text, pictures
        if not self._rest.isActive() and not self.paper.bring_pictures(text, pictures):
            self._rest.start(_REST)

    def focus_field(self, which: Field) -> None:
        """Put the cursor into a field."""
        self._fields()[which].setFocus()

    def _fields(self) -> dict[Field, QWidget]:
        return {
            Field.TITLE: self.title,
            Field.LEAD: self.lead,
            Field.BYLINE: self.byline,
            Field.DATE: self.day,
        }

    def _write_page(self) -> None:
        bar = self.paper.verticalScrollBar()
        place = 0 if self._to_top else bar.value()
        self._to_top = False
        self.paper.show_text(*self._shown, down_to=place)
        bar.setValue(place)

    # -- parts -----------------------------------------------------------------------------------------

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(12, 0, 12, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        rows = (
            (self.tr("Tít"), self.title, Field.TITLE),
            (self.tr("Sapô"), self.lead, Field.LEAD),
            (self.tr("Bút danh"), self.byline, Field.BYLINE),
        )
        for at, (words, field, which) in enumerate(rows):
            grid.addWidget(label(words, "small"), at, 0)
            grid.addWidget(field, at, 1)
            grid.addWidget(self.release[which], at, 2)
        grid.addWidget(label(self.tr("Ngày"), "small"), len(rows), 0)
        grid.addLayout(self._day_and_section(), len(rows), 1)
        grid.addWidget(self.release[Field.DATE], len(rows), 2)
        grid.addWidget(self.drop_lead, len(rows) + 1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addLayout(grid)
        column.addWidget(self.paper, 1)

    def _day_and_section(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.day)
        row.addWidget(self.section, 1)
        return row

    def _wire(self) -> None:
        self.title.textChanged.connect(lambda: self._write(Field.TITLE, self.title.toPlainText()))
        self.lead.textChanged.connect(lambda: self._write(Field.LEAD, self.lead.toPlainText()))
        self.byline.textEdited.connect(lambda words: self._write(Field.BYLINE, words))
        self.day.changed.connect(lambda: self._write(Field.DATE, self.day.value()))
        self.section.activated.connect(lambda _: self._file())
        self.drop_lead.clicked.connect(self._drop)

    def _arrangement(self) -> Arrangement | None:
        open_now = self._entry is not None and not self._filling and self._entry.is_open()
        return self._entry.arrangement if open_now and self._entry is not None else None

    def _write(self, which: Field, words: str | date | None) -> None:
        arrangement = self._arrangement()
        if arrangement is not None:
            if which is Field.TITLE and isinstance(words, str):
                words = " ".join(words.split())
            arrangement.write(which, words)
            self.changed.emit()

    def _file(self) -> None:
        if self._entry is not None:
            self._entry.section_id = self.section.currentData()

    def _drop(self, drops: bool) -> None:
        arrangement = self._arrangement()
        if arrangement is not None:
            arrangement.keep_repeated(not drops)
            self.changed.emit()

    def _release_button(self, which: Field) -> QToolButton:
        def let_go() -> None:
            arrangement = self._arrangement()
            if arrangement is not None:
                arrangement.release(which)
                self.changed.emit()

        button = tool_button(self.tr("Lấy lại như trong tệp"), let_go, "undo", boxed=False)
        button.hide()
        return button
