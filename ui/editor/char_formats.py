"""Marks and links on the letters that are selected."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import cast

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor

from desk.text.blocks import Mark
from ui.paper.formats import Style, char_format, link_of, marks_of, style_of, table_at

_APART = {Mark.SUB: Mark.SUPER, Mark.SUPER: Mark.SUB}


@contextmanager
def one_step(cursor: QTextCursor) -> Iterator[None]:
    """Make what happens inside one undo step."""
    cursor.beginEditBlock()
    try:
        yield
    finally:
        cursor.endEditBlock()


def _spans(cursor: QTextCursor) -> list[tuple[int, int]]:
    """Return the selection as spans of positions; cells chosen in a table are spans of their own."""
    table = table_at(cursor)
    if table is None or not cursor.hasComplexSelection():
        return [(cursor.selectionStart(), cursor.selectionEnd())]
    # The stubs do not know that PySide hands the four numbers back.
    row, rows, column, columns = cast("tuple[int, int, int, int]", cursor.selectedTableCells())
    cells = [table.cellAt(r, c) for r in range(row, row + rows) for c in range(column, column + columns)]
    return [(cell.firstPosition(), cell.lastPosition()) for cell in cells]


def _fragments(cursor: QTextCursor) -> list[tuple[int, int, QTextCharFormat, QTextBlock]]:
    """Return (start, end, format, block) of the selected letters; pictures are no letters."""
    document = cursor.document()
    found: list[tuple[int, int, QTextCharFormat, QTextBlock]] = []
    for start, end in _spans(cursor):
        block = document.findBlock(start)
        while block.isValid() and block.position() < end:
            at = block.begin()
            while not at.atEnd():
                piece = at.fragment()
                at += 1
                left, right = max(start, piece.position()), min(end, piece.position() + piece.length())
                if left < right and not piece.charFormat().isImageFormat():
                    found.append((left, right, piece.charFormat(), block))
            block = block.next()
    return found


def _reformat(cursor: QTextCursor, made: Callable[[QTextCharFormat, Style], QTextCharFormat]) -> None:
    with one_step(cursor):
        for start, end, shape, block in _fragments(cursor):
            other = made(shape, style_of(block))
            if other == shape:
                continue
            painter = QTextCursor(cursor.document())
            painter.setPosition(start)
            painter.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            painter.setCharFormat(other)


def marked(marks: frozenset[Mark], mark: Mark, on: bool) -> frozenset[Mark]:
    """Return the marks with one more or less; nothing is sub- and superscript at once."""
    if not on:
        return marks - {mark}
    return (marks - {_APART[mark]} if mark in _APART else marks) | {mark}


def set_mark(cursor: QTextCursor, mark: Mark, on: bool) -> None:
    """Put a mark on the selected letters or take it off."""
    _reformat(
        cursor, lambda shape, style: char_format(style, marked(marks_of(shape), mark, on), link_of(shape))
    )


def has_mark(cursor: QTextCursor, mark: Mark) -> bool:
    """Tell whether every selected letter carries the mark."""
    pieces = _fragments(cursor)
    return bool(pieces) and all(mark in marks_of(shape) for _, _, shape, _ in pieces)


def set_link(cursor: QTextCursor, address: str) -> None:
    """Let the selected letters lead to an address; an empty one takes the link off."""
    _reformat(cursor, lambda shape, style: char_format(style, marks_of(shape), address))


def clear_marks(cursor: QTextCursor) -> None:
    """Take every mark off the selected letters; links stay."""
    _reformat(cursor, lambda shape, style: char_format(style, frozenset(), link_of(shape)))


def select_link(cursor: QTextCursor) -> None:
    """Extend a cursor without selection over the link that it stands in."""
    address = link_of(cursor.charFormat())
    if cursor.hasSelection() or not address:
        return
    pieces = [(s, e) for s, e, shape, _ in _fragments(whole(cursor.block())) if link_of(shape) == address]
    here = cursor.position()
    start = end = next((s for s, e in pieces if s <= here <= e), here)
    for left, right in pieces:
        start = left if right == start else start
        end = right if left == end else end
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)


def whole(block: QTextBlock) -> QTextCursor:
    """Return a cursor that selects the block's letters."""
    cursor = QTextCursor(block)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def restyle(block: QTextBlock) -> None:
    """Give the letters of a block the look of its style; their marks and links stay."""
    style = style_of(block)
    cursor = whole(block)
    if block.charFormat() != char_format(style):
        cursor.setBlockCharFormat(char_format(style))
    if cursor.hasSelection():
        _reformat(cursor, lambda shape, _style: char_format(style, marks_of(shape), link_of(shape)))
