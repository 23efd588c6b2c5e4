"""Blocks of the desk's schema to a QTextDocument and back, without loss.

A block's id is a property of its block format: it survives undo, which user data does not. Qt copies
the format when a block is split, so several blocks may carry one id; `read` leaves it to the first and
derives the others' from it, the same ones each time.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import (
    QFont,
    QImage,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrame,
    QTextList,
    QTextTable,
)

from desk.text.blocks import (
    Block,
    Heading,
    ListItem,
    Paragraph,
    Picture,
    Quote,
    Run,
    Runs,
    Table,
    merged,
    new_id,
    nfc,
)
from ui.look.style import paper_font, paper_points
from ui.look.text_size import px
from ui.paper.formats import (
    LINE,
    OBJECT,
    SCHEME,
    Prop,
    Style,
    block_format,
    char_format,
    heading_style,
    is_ordered,
    link_of,
    list_format,
    list_of,
    marks_of,
    picture_format,
    picture_of,
    table_format,
)
from ui.paper.picture_object import PictureObject

_INDENT = 26  # px at 100 %, of each level of a list

PictureSource = Callable[[str], QImage | None]
# U+2029 and Qt's frame marks end blocks; in a run they could only come from a foreign file.
_CLEAN = str.maketrans({"\n": LINE, "\r": None, "\u2029": LINE, OBJECT: None, "\ufdd0": None, "\ufdd1": None})
_UNCLEAN = re.compile("[" + "".join(map(chr, _CLEAN)) + "]")  # seldom found, and five times as fast


class PageDocument(QTextDocument):
    """A document that loads the desk's pictures and nothing else: no file, no address, no share."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.picture: PictureSource = lambda _sha: None
        self.hints = False  # an editor asks for what is missing; a printed page does not
        self.setDocumentMargin(0)
        self.wear(paper_font())
        self._drawer = PictureObject(self, self)
        self._drawer.install(self)

    def wear(self, font: QFont | None = None) -> None:
        """Set the page's face; without one, put it back after a style sheet laid its own over it."""
        if font is not None:
            self._face = font
        self.setDefaultFont(self._face)
        self.setIndentWidth(px(_INDENT))

    @property
    def face(self) -> QFont:
        """Return the page's face, whatever an editor's style sheet says."""
        return self._face

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Serve `desk-picture:` alone."""
        address = name.toString() if isinstance(name, QUrl) else name
        if not address.startswith(SCHEME):
            return None
        return self.picture(address.removeprefix(SCHEME))

    def forget_pictures(self) -> None:
        """Drop what was drawn so far; the next paint asks for the pictures again."""
        self._drawer.forget()
        self.markContentsDirty(0, self.characterCount())


def fill(
    document: QTextDocument,
    blocks: Sequence[Block],
    *,
    picture: PictureSource | None = None,
    points: float | None = None,
) -> None:
    """Replace the document's content by the blocks; its undo stack starts anew."""
    undo = document.isUndoRedoEnabled()
    document.setUndoRedoEnabled(False)
    if isinstance(document, PageDocument) and picture is not None:
        document.picture = picture
    document.clear()
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    Writer(cursor, points=points).write(blocks)
    cursor.endEditBlock()
    document.setUndoRedoEnabled(undo)
    document.setModified(False)


class Writer:
    """Writes blocks at a cursor; `fresh` says that the cursor stands in an empty block free for use."""

    def __init__(self, cursor: QTextCursor, *, fresh: bool = True, points: float | None = None) -> None:
        self.cursor = cursor
        self.fresh = fresh
        self.points = points or paper_points()
        self.table: QTextTable | None = None  # the one written last
        self._lists: dict[int, QTextList] = {}  # the open list of each level

    def write(self, blocks: Iterable[Block]) -> None:
        """Write the blocks one under the other; a free block left over becomes filler."""
        for block in blocks:
            if not isinstance(block, ListItem):
                self._lists.clear()
            if isinstance(block, Table):
                self._table(block)
            else:
                self._flow(block)
        if self.fresh:
            self._fill_up()

    def _flow(self, block: Paragraph | Heading | ListItem | Quote | Picture) -> None:
        style = _style(block)
        shape = block_format(
            style,
            block.id or new_id(),
            level=block.level if isinstance(block, Heading) else 0,
            start=block.start if isinstance(block, ListItem) else 1,
            points=self.points,
        )
        if self.fresh:
            self.cursor.setBlockFormat(shape)
            self.cursor.setBlockCharFormat(char_format(style))
            self.cursor.setCharFormat(char_format(style))
        else:
            self.cursor.insertBlock(shape, char_format(style))
        self.fresh = False
        if isinstance(block, ListItem):
            self._enlist(block)
        if isinstance(block, Picture):
            self.cursor.insertText(OBJECT, picture_format(block))
        else:
            write_runs(self.cursor, block.runs, style)

    def _enlist(self, item: ListItem) -> None:
        level = max(0, item.level)
        for deeper in [open_level for open_level in self._lists if open_level > level]:
            del self._lists[deeper]
        open_list = self._lists.get(level)
        if open_list is not None and _continues(open_list, item):
            open_list.add(self.cursor.block())
        else:
            around = [one for at, one in self._lists.items() if at < level]
            rank = sum(is_ordered(one.format()) == item.ordered for one in around)
            shape = list_format(ordered=item.ordered, level=level, start=item.start, rank=rank)
            self._lists[level] = self.cursor.createList(shape)

    def _table(self, block: Table) -> None:
        if self.fresh:
            self._fill_up()
        width = max((len(row) for row in block.rows), default=0) or 1
        shape = table_format(block.id or new_id(), header=block.header, no_rows=not block.rows)
        self.table = table = self.cursor.insertTable(len(block.rows) or 1, width, shape)
        for r, row in enumerate(block.rows or ((),)):
            style = Style.HEAD_CELL if block.header and r == 0 else Style.CELL
            for c in range(width):
                write_cell(table, r, c, row[c] if c < len(row) else None, style, self.points)
        self.cursor.setPosition(table.lastPosition() + 1)
        self.fresh = True

    def _fill_up(self) -> None:
        shape = block_format(Style.PARAGRAPH, new_id(), points=self.points)
        shape.setProperty(Prop.FILLER, True)
        self.cursor.setBlockFormat(shape)
        self.cursor.setBlockCharFormat(char_format(Style.PARAGRAPH))


def _continues(items: QTextList, item: ListItem) -> bool:
    """Tell whether an item goes on with a list; another start number begins another list, as in print."""
    shape = items.format()
    if is_ordered(shape) != item.ordered:
        return False
    return not item.ordered or item.start in (shape.start(), 1)


def _style(block: Block) -> Style:
    if isinstance(block, Heading):
        return heading_style(block.level)
    kinds = {Paragraph: Style.PARAGRAPH, ListItem: Style.ITEM, Quote: Style.QUOTE, Picture: Style.PICTURE}
    return kinds[type(block)]


def write_runs(cursor: QTextCursor, runs: Runs, style: Style) -> None:
    """Write runs at the cursor, in the look of a block of this style."""
    for run in runs:
        text = run.text.translate(_CLEAN) if _UNCLEAN.search(run.text) else run.text
        cursor.insertText(text, char_format(style, run.marks, run.link))


def write_cell(
    table: QTextTable, row: int, column: int, runs: Runs | None, style: Style, points: float
) -> None:
    """Write one cell; None stands for a cell that its row does not have."""
    cell = table.cellAt(row, column)
    cursor = cell.firstCursorPosition()
    shape, letters = _cell_look(style, points)
    cursor.setBlockFormat(shape)
    cursor.setBlockCharFormat(letters)
    write_runs(cursor, runs or (), style)
    if runs is None:  # last: a cell's format and the char format of its first block are one
        padding = cell.format()
        padding.setProperty(Prop.PADDING, True)
        cell.setFormat(padding)


@lru_cache(maxsize=8)
def _cell_look(style: Style, points: float) -> tuple[QTextBlockFormat, QTextCharFormat]:
    """Return the formats of a cell, made once for ten thousand cells; nobody may change them."""
    return block_format(style, "", points=points), char_format(style)


# -- reading ---------------------------------------------------------------------------------------------


def read(document: QTextDocument) -> tuple[Block, ...]:
    """Return the document's blocks, every id once."""
    pieces = list(_pieces(document.rootFrame()))
    ids = _Ids({_id(piece) for piece in pieces})
    out: list[Block] = []
    for piece in pieces:
        if isinstance(piece, QTextTable):
            out.append(_read_table(piece, ids))
        else:
            out.extend(_read_block(piece, ids))
    return tuple(out)


class _Ids:
    """Gives each id once; a copy's id is derived, so that reading twice gives the same."""

    def __init__(self, present: set[str]) -> None:
        self._present = present
        self._given: set[str] = set()

    def take(self, wanted: str) -> str:
        found, number = wanted, 0
        while not found or found in self._given or (number and found in self._present):
            number += 1
            found = hashlib.sha256(f"{wanted}/{number}".encode()).hexdigest()[:8]
        self._given.add(found)
        return found


def _pieces(root: QTextFrame) -> Iterator[QTextTable | QTextBlock]:
    at = root.begin()
    while not at.atEnd():
        frame, block = at.currentFrame(), at.currentBlock()
        if isinstance(frame, QTextTable):
            yield frame
        elif block.isValid():
            yield block
        at += 1


def _id(piece: QTextTable | QTextBlock) -> str:
    shape = piece.format() if isinstance(piece, QTextTable) else piece.blockFormat()
    return shape.stringProperty(Prop.ID)


def _read_block(block: QTextBlock, ids: _Ids) -> Iterator[Block]:
    """Yield the block; one that holds pictures and letters comes apart in the order of the page."""
    shape = block.blockFormat()
    parts = [part for part in _parts(block) if part]
    if not parts and (shape.boolProperty(Prop.FILLER) or OBJECT in block.text()):
        return
    if not any(isinstance(part, Picture) for part in parts):
        yield _text_block(block, ids.take(_id(block)), _joined(parts))
        return
    wanted = _id(block)
    # The picture is the block's subject and keeps the id; stray letters beside it get new ones.
    picture_id = ids.take(wanted)
    for part in parts:
        if isinstance(part, Picture):
            yield replace(part, id=picture_id)
            picture_id = ids.take(wanted)
        else:
            yield Paragraph(ids.take(wanted), merged(part))


def _joined(parts: Iterable[Runs | Picture]) -> Runs:
    return merged(run for part in parts if not isinstance(part, Picture) for run in part)


def _parts(block: QTextBlock) -> Iterator[Runs | Picture]:
    """Yield runs and pictures in order."""
    runs: list[Run] = []
    at = block.begin()
    while not at.atEnd():
        fragment = at.fragment()
        at += 1
        shape, text = fragment.charFormat(), fragment.text()
        picture = picture_of(shape)
        if picture is not None and picture.picture and OBJECT in text:
            yield tuple(runs)
            runs.clear()
            for _ in range(text.count(OBJECT)):
                yield picture
        text = nfc(text.replace(OBJECT, "").replace(LINE, "\n"))
        if text:
            runs.append(Run(text, marks_of(shape), link_of(shape)))
    yield tuple(runs)


def _text_block(block: QTextBlock, block_id: str, runs: Runs) -> Block:
    shape = block.blockFormat()
    if shape.headingLevel() > 0:
        return Heading(block_id, runs, shape.headingLevel())
    items = list_of(block)
    if items is not None:
        kind = items.format()
        start = shape.intProperty(Prop.START) if shape.hasProperty(Prop.START) else 1
        return ListItem(block_id, runs, is_ordered(kind), max(0, kind.indent() - 1), start)
    if shape.boolProperty(Prop.QUOTE):
        return Quote(block_id, runs)
    return Paragraph(block_id, runs)


def _read_table(table: QTextTable, ids: _Ids) -> Table:
    shape = table.format().toTableFormat()
    rows: list[tuple[Runs, ...]] = []
    for r in range(table.rows()):
        cells = [_read_cell(table, r, c) for c in range(table.columns())]
        while cells and not cells[-1] and _is_padding(table, r, len(cells) - 1):
            cells.pop()
        rows.append(tuple(cells))
    if rows == [()] and shape.boolProperty(Prop.NO_ROWS):
        rows = []
    return Table(ids.take(_id(table)), tuple(rows), shape.headerRowCount() > 0)


def _is_padding(table: QTextTable, row: int, column: int) -> bool:
    return table.cellAt(row, column).format().boolProperty(Prop.PADDING)


def _read_cell(table: QTextTable, row: int, column: int) -> Runs:
    cell = table.cellAt(row, column)
    block, last = cell.firstCursorPosition().block(), cell.lastCursorPosition().block()
    runs: list[Run] = list(_joined(_parts(block)))
    while block != last:
        block = block.next()
        runs.append(Run("\n"))
        runs.extend(_joined(_parts(block)))
    return merged(runs)
