"""Two texts on one sheet: what came is underlined, what went is struck, what moved carries a sign."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QWidget

from desk.compare import BlockChange, Change, Comparison, Fate, OpKind
from desk.press.edition import date_line
from desk.text import Block, Picture, Runs, Table
from ui.style import PAPER_PT, color
from ui.widgets.document import Writer
from ui.widgets.editor_date import parse_day
from ui.widgets.editor_diff import Piece, cell_pieces, pieces, plain_pieces, width
from ui.widgets.editor_formats import Style, block_format
from ui.widgets.editor_picture import decode
from ui.widgets.paper import Sheet
from ui.widgets.paper_head import BYLINE, DATE, LEAD, TITLE, Head

_COLORS = {OpKind.INSERT: ("green", "green_soft"), OpKind.DELETE: ("accent", "accent_soft")}


class DiffView(Sheet):
    """A comparison on the paper; next and previous go from change to change."""

    counted = Signal(int)  # changes on the page, after each show_comparison
    change_shown = Signal(int, int)  # which (from 1), of how many

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Trang so sánh"))
        self._comparison = Comparison()
        self._pictures: Mapping[str, bytes] = {}
        self._images: dict[str, QImage | None] = {}
        self._stops: list[tuple[int, int]] = []
        self._now = -1
        self.page.picture = self._image

    @property
    def count(self) -> int:
        """Return how many changes the page shows."""
        return len(self._stops)

    @property
    def current(self) -> int:
        """Return which change is shown, from 0; -1 before the first."""
        return self._now

    def show_comparison(self, comparison: Comparison, pictures: Mapping[str, bytes]) -> None:
        """Show what changed between two texts, with the pictures (bytes by SHA-256) of both."""
        self._comparison, self._pictures = comparison, pictures
        self._images.clear()
        self._now = -1
        self.begin_page()
        self.setAccessibleDescription(self.tr("{number} chỗ sửa").format(number=self.count))
        self.counted.emit(self.count)

    def next_change(self) -> None:
        """Show the next change, from the last one the first."""
        self._go(self._now + 1)

    def previous_change(self) -> None:
        """Show the change before, from the first one the last."""
        self._go(self._now - 1 if self._now >= 0 else -1)

    def _go(self, which: int) -> None:
        if not self._stops:
            return
        self._now = which % len(self._stops)
        self.show_at(self._rect(*self._stops[self._now]).topLeft().toPoint())
        self.viewport().update()
        self.change_shown.emit(self._now + 1, len(self._stops))

    # -- writing -----------------------------------------------------------------------------------------

    def write_page(self) -> None:
        """Write both texts as one."""
        found = self._comparison
        self._stops = []
        cursor = QTextCursor(self.page)
        cursor.beginEditBlock()
        head = Head(cursor, PAPER_PT * self.zoom)
        for part, change in ((DATE, _date_lines(found.event_date)), (TITLE, found.title), (LEAD, found.lead)):
            self._head(head, part, change)
        writer = Writer(cursor, fresh=head.fresh, points=head.points)
        for block in found.blocks:
            self._block(writer, block)
        if writer.fresh:
            writer.write(())
        head.fresh = False
        self._head(head, BYLINE, found.byline)
        cursor.endEditBlock()

    def _head(self, head: Head, part: str, change: Change) -> None:
        if change.ops:
            head.line(part)
            start = head.cursor.position()
            for op in change.ops:
                head.cursor.insertText(op.text.replace("\n", "\u2028"), head.letters(part))
            self._lay_over(start, plain_pieces(change.ops))

    def _block(self, writer: Writer, change: BlockChange) -> None:
        self._signs(writer, change)
        old, new = change.old, change.new
        if new is None and old is not None:
            self._whole(writer, replace(old, id=f"-{old.id}"), OpKind.DELETE)
        elif new is not None and old is None:
            self._whole(writer, new, OpKind.INSERT)
        elif new is not None and old is not None:
            if isinstance(new, Picture):
                self._picture(writer, new, change)
            elif isinstance(new, Table):
                self._table(writer, new, change.text)
            else:
                laid = pieces(change.text, _runs(old), new.runs)
                writer.write([replace(new, runs=_as_runs(laid))])
                self._lay_over(writer.cursor.block().position(), laid)

    def _whole(self, writer: Writer, block: Block, kind: OpKind) -> None:
        """Write a block that came or went as a whole: one change."""
        if isinstance(block, Picture):
            words = self.tr("+ ảnh thêm vào") if kind is OpKind.INSERT else self.tr("− ảnh bỏ ra")
            self._sign(writer, words, _COLORS[kind][0])
        start = writer.cursor.position() + (0 if writer.fresh else 1)
        writer.write([block])
        cursor = QTextCursor(self.page)
        cursor.setPosition(start)
        cursor.setPosition(writer.cursor.position(), QTextCursor.MoveMode.KeepAnchor)
        if not isinstance(block, Picture):
            cursor.mergeCharFormat(_shape(kind))
        if not isinstance(block, Picture):
            self._stops.append((start, writer.cursor.position()))

    def _picture(self, writer: Writer, picture: Picture, change: BlockChange) -> None:
        """Write a picture; changed words below it stand as letters, which the picture's own are not."""
        if not change.text and not change.credit:
            writer.write([picture])
            return
        writer.write([replace(picture, caption="", credit="")])
        for words, token in ((change.text, "ink"), (change.credit, "muted")):
            if words.ops:
                shape = block_format(Style.CELL, "", points=writer.points)
                shape.setAlignment(Qt.AlignmentFlag.AlignHCenter)
                letters = QTextCharFormat()
                letters.setFontItalic(True)
                letters.setFontPointSize(writer.points * (0.88 if token == "ink" else 0.78))
                letters.setForeground(color(token))
                writer.cursor.insertBlock(shape, letters)
                start = writer.cursor.position()
                for op in words.ops:
                    writer.cursor.insertText(op.text, letters)
                self._lay_over(start, plain_pieces(words.ops))

    def _table(self, writer: Writer, table: Table, change: Change) -> None:
        cells = cell_pieces(change, table)
        rows = tuple(tuple(_as_runs(cell) for cell in row) for row in cells) if change else table.rows
        writer.write([replace(table, rows=rows)])
        made = writer.table
        if change and made is not None:
            before = OpKind.EQUAL
            for r, row in enumerate(cells):
                for c, laid in enumerate(row):
                    before = self._lay_over(made.cellAt(r, c).firstPosition(), laid, before)

    def _signs(self, writer: Writer, change: BlockChange) -> None:
        """Say above a block what its letters cannot show."""
        if change.fate is Fate.MOVED:
            self._sign(writer, self.tr("⇅ đoạn chuyển"), "blue")
        if change.picture:
            self._sign(writer, self.tr("± đổi ảnh"), "blue")
        if change.marks:
            self._sign(writer, self.tr("± đổi kiểu chữ hoặc kiểu đoạn"), "blue")
        if change.alt:
            self._sign(writer, self.tr("± đổi mô tả ảnh"), "blue")

    def _sign(self, writer: Writer, words: str, token: str) -> None:
        shape = block_format(Style.CELL, "", points=writer.points)
        letters = QTextCharFormat()
        letters.setFontFamilies([self.window().font().family()])
        letters.setFontPointSize(writer.points * 0.72)
        letters.setForeground(color(token))
        if writer.fresh:
            writer.cursor.setBlockFormat(shape)
            writer.cursor.setBlockCharFormat(letters)
        else:
            writer.cursor.insertBlock(shape, letters)
        writer.fresh = False
        start = writer.cursor.position()
        writer.cursor.insertText(words, letters)
        self._stops.append((start, writer.cursor.position()))

    def _lay_over(self, start: int, laid: Sequence[Piece], before: OpKind = OpKind.EQUAL) -> OpKind:
        """Colour what came and what went; neighbours are one change."""
        at = start
        for piece in laid:
            end = at + width(piece.run.text)
            if piece.kind is not OpKind.EQUAL:
                cursor = QTextCursor(self.page)
                cursor.setPosition(at)
                cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                cursor.mergeCharFormat(_shape(piece.kind))
                if before is OpKind.EQUAL:
                    self._stops.append((at, end))
                else:
                    self._stops[-1] = (self._stops[-1][0], end)
            at, before = end, piece.kind
        return before

    def _image(self, sha: str) -> QImage | None:
        if sha not in self._images:
            self._images[sha] = decode(self._pictures.get(sha))
        return self._images[sha]

    # -- the margin --------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a bar in the margin beside every change, a strong one beside the one shown."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        left = self.page.rootFrame().frameFormat().leftMargin() - 14
        for which, stop in enumerate(self._stops):
            rect = self._rect(*stop)
            if rect.bottom() < event.rect().top() or rect.top() > event.rect().bottom():
                continue
            chosen = which == self._now
            bar = QRectF(left, rect.top(), 3 if chosen else 2, rect.height())
            painter.fillRect(bar, color("accent" if chosen else "line"))

    def _rect(self, start: int, end: int) -> QRectF:
        """Return the lines of a change, in the viewport."""
        cursor = QTextCursor(self.page)
        cursor.setPosition(start)
        top = self.cursorRect(cursor)
        cursor.setPosition(end)
        return QRectF(top).united(QRectF(self.cursorRect(cursor)))


def _date_lines(change: Change) -> Change:
    """Write out the days of a date's change as the page has them."""
    ops = []
    for op in change.ops:
        day = parse_day(op.text, date.min)
        ops.append(replace(op, text=date_line(day) if day else op.text))
    return Change(tuple(ops))


def _runs(block: Block) -> Runs:
    return () if isinstance(block, (Picture, Table)) else block.runs


def _as_runs(laid: Sequence[Piece]) -> Runs:
    return tuple(piece.run for piece in laid)


def _shape(kind: OpKind) -> QTextCharFormat:
    made = QTextCharFormat()
    ink, ground = _COLORS[kind]
    made.setForeground(color(ink))
    made.setBackground(color(ground))
    if kind is OpKind.INSERT:
        made.setFontUnderline(True)
    else:
        made.setFontStrikeOut(True)
    return made
