"""Two texts on one sheet: what came is underlined, what went is struck, what moved carries a sign."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QWidget

from desk.compare.articles import BlockChange, Change, Comparison, OpKind, Seam
from desk.dates.typed_day import parse_day
from desk.edition.edition import date_line
from desk.text.blocks import Block, Picture, Runs, Table, TextBlock
from ui.comparison.block_notes import departures, left_behind, signs
from ui.comparison.runs import ShownRun, cell_pieces, pieces, plain_pieces, restyled, width
from ui.look.style import PAPER_PT, color, paper_points
from ui.paper.blocks_to_qt import Writer
from ui.paper.formats import Style, block_format
from ui.paper.head import BYLINE, DATE, LEAD, TITLE, PaperHead
from ui.paper.paper_sheet import PaperSheet
from ui.paper.picture_object import decode

_COLORS = {OpKind.INSERT: ("green", "green_soft"), OpKind.DELETE: ("accent", "accent_soft")}


class ComparisonView(PaperSheet):
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
        head = PaperHead(cursor, paper_points(PAPER_PT * self.zoom))
        for part, change in ((DATE, _date_lines(found.event_date)), (TITLE, found.title), (LEAD, found.lead)):
            self._head(head, part, change)
        writer = Writer(cursor, fresh=head.fresh, points=head.points)
        gone = departures(found.blocks)
        went_up = {id(moved): up for pairs in gone.values() for moved, up in pairs}
        for at, block in enumerate(found.blocks):
            for moved, up in gone.get(at, ()):
                self._line(writer, left_behind(moved, up=up), "muted")
            if not (at and found.blocks[at - 1].seam is Seam.SEWN):
                self._block(writer, _sewn(found.blocks, at), up=went_up.get(id(block), False))
        for moved, up in gone.get(len(found.blocks), ()):
            self._line(writer, left_behind(moved, up=up), "muted")
        if writer.fresh:
            writer.write(())
        head.fresh = False
        self._head(head, BYLINE, found.byline)
        cursor.endEditBlock()

    def _head(self, head: PaperHead, part: str, change: Change) -> None:
        if change.ops:
            head.line(part)
            start = head.cursor.position()
            for op in change.ops:
                head.cursor.insertText(op.text.replace("\n", "\u2028"), head.letters(part))
            self._lay_over(start, plain_pieces(change.ops))

    def _block(self, writer: Writer, joined: Sequence[BlockChange], *, up: bool) -> None:
        """Write a block, or several that were joined into one."""
        change = joined[0]
        for words in signs(change, up=up):
            self._sign(writer, words, "blue")
        old, new = change.old, change.new
        if new is None and old is not None:
            self._whole(writer, replace(old, id=f"-{old.id}"), OpKind.DELETE)
        elif new is not None and old is None:
            self._whole(writer, new, OpKind.INSERT)
        elif isinstance(new, Picture):
            self._picture(writer, new, change)
        elif isinstance(new, Table):
            self._table(writer, new, change)
        elif new is not None:
            self._passage(writer, new, joined)

    def _passage(self, writer: Writer, new: TextBlock, joined: Sequence[BlockChange]) -> None:
        laid = [pieces(change.shown, _runs(change.old), _runs(change.new)) for change in joined]
        writer.write([replace(new, runs=tuple(run for part in laid for run in _as_runs(part)))])
        start = writer.cursor.block().position()
        for change, part in zip(joined, laid, strict=True):
            for first, last in restyled(part, change.restyled):
                self._paint_over(start + first, start + last, _restyled_look())
            self._lay_over(start, part)
            start += sum(width(piece.run.text) for piece in part)

    def _whole(self, writer: Writer, block: Block, kind: OpKind) -> None:
        """Write a block that came or went as a whole: one change."""
        if isinstance(block, Picture):
            words = self.tr("+ ảnh thêm vào") if kind is OpKind.INSERT else self.tr("− ảnh bỏ ra")
            self._sign(writer, words, _COLORS[kind][0])
        start = writer.cursor.position() + (0 if writer.fresh else 1)
        writer.write([block])
        if not isinstance(block, Picture):
            self._paint_over(start, writer.cursor.position(), _shape(kind))
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

    def _table(self, writer: Writer, table: Table, change: BlockChange) -> None:
        """Write both tables laid on each other; a row that came or went is one change."""
        laid = [[cell_pieces(cell) for cell in row.cells] for row in change.rows]
        rows = tuple(tuple(_as_runs(cell) for cell in row) for row in laid) if change else table.rows
        writer.write([replace(table, rows=rows)])
        made = writer.table
        if made is None:
            return
        for r, row in enumerate(change.rows):
            whole = len(self._stops)
            for c, cell in enumerate(laid[r]):
                self._lay_over(made.cellAt(r, c).firstPosition(), cell)
            if row.kind is not OpKind.EQUAL:
                first, last = made.cellAt(r, 0), made.cellAt(r, made.columns() - 1)
                self._stops[whole:] = [(first.firstPosition(), last.lastPosition())]

    def _sign(self, writer: Writer, words: str, token: str) -> None:
        """Say a change in words above its block: a change to go to."""
        self._stops.append(self._line(writer, words, token))

    def _line(self, writer: Writer, words: str, token: str) -> tuple[int, int]:
        """Write a line that is not the article's and return where it stands."""
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
        return start, writer.cursor.position()

    def _lay_over(self, start: int, laid: Sequence[ShownRun]) -> None:
        """Colour what came and what went; neighbours are one change."""
        at, before = start, OpKind.EQUAL
        for piece in laid:
            end = at + width(piece.run.text)
            if piece.kind is not OpKind.EQUAL:
                self._paint_over(at, end, _shape(piece.kind))
                if before is OpKind.EQUAL:
                    self._stops.append((at, end))
                else:
                    self._stops[-1] = (self._stops[-1][0], end)
            at, before = end, piece.kind

    def _paint_over(self, start: int, end: int, look: QTextCharFormat) -> None:
        cursor = QTextCursor(self.page)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(look)

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


def _sewn(blocks: Sequence[BlockChange], at: int) -> Sequence[BlockChange]:
    """Return the block at a place with those that were joined to it."""
    end = at + 1
    while end < len(blocks) and blocks[end - 1].seam is Seam.SEWN:
        end += 1
    return blocks[at:end]


def _runs(block: Block | None) -> Runs:
    return () if block is None or isinstance(block, (Picture, Table)) else block.runs


def _as_runs(laid: Sequence[ShownRun]) -> Runs:
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


def _restyled_look() -> QTextCharFormat:
    made = QTextCharFormat()
    made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    made.setUnderlineColor(color("blue"))
    made.setBackground(color("blue_soft"))
    return made
