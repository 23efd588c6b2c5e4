"""Between an article's text and its page: a place with code-point offsets is a stretch of the document.

Qt counts UTF-16 units, the desk code points; a table's words are its cells tab by tab and line by line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextTable

from desk.text.blocks import Picture, new_id
from ui.paper.formats import LINE, OBJECT, Prop, picture_of


@dataclass(frozen=True, slots=True)
class BlockPart:
    """A block of the page and where its words begin within its place."""

    place: str
    offset: int
    block: QTextBlock

    @property
    def words(self) -> str:
        """Return the block's words as the desk has them."""
        return self.block.text().replace(LINE, "\n").replace(OBJECT, "")


def parts(document: QTextDocument) -> Iterator[BlockPart]:
    """Yield every block that belongs to a place, in reading order."""
    at = document.rootFrame().begin()
    while not at.atEnd():
        frame, block = at.currentFrame(), at.currentBlock()
        if isinstance(frame, QTextTable):
            yield from _cells(frame)
        elif block.isValid() and block.blockFormat().stringProperty(Prop.ID):
            yield BlockPart(block.blockFormat().stringProperty(Prop.ID), 0, block)
        at += 1


def stretch(document: QTextDocument, place: str, start: int, stop: int) -> QTextCursor | None:
    """Return a cursor that selects a stretch of a place; None where the page does not show it."""
    first: QTextCursor | None = None
    for part in parts(document):
        if part.place != place:
            if first is not None:
                break
            continue
        words = part.words
        if _is_picture(part.block):
            first = QTextCursor(part.block)
            first.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            return first
        if first is None and part.offset + len(words) >= start:
            first = QTextCursor(document)
            first.setPosition(part.block.position() + units(words[: start - part.offset]))
        if first is not None and part.offset + len(words) >= stop:
            first.setPosition(
                part.block.position() + units(words[: stop - part.offset]), QTextCursor.MoveMode.KeepAnchor
            )
            return first
    return None


def stretches(document: QTextDocument, wanted: Sequence[tuple[str, int, int]]) -> list[QTextCursor | None]:
    """Return a cursor for each stretch within one block of a place, all in one walk; see `stretch`."""
    found: list[QTextCursor | None] = [None] * len(wanted)
    by_place: dict[str, list[int]] = {}
    for at, (place, _, _) in enumerate(wanted):
        by_place.setdefault(place, []).append(at)
    for part in parts(document):
        for at in by_place.get(part.place, ()):
            _, start, stop = wanted[at]
            if found[at] is None and part.offset <= start and stop <= part.offset + len(part.words):
                found[at] = _in_block(part, start, stop)
            elif found[at] is None and _is_picture(part.block):
                found[at] = _in_block(part, 0, 0)
    return found


def _in_block(part: BlockPart, start: int, stop: int) -> QTextCursor:
    cursor = QTextCursor(part.block)
    if _is_picture(part.block):
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        return cursor
    words, begins = part.words, part.block.position()
    cursor.setPosition(begins + units(words[: start - part.offset]))
    cursor.setPosition(begins + units(words[: stop - part.offset]), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def place_of(cursor: QTextCursor) -> tuple[str, int, int] | None:
    """Return the place and offsets of a selection, drawn in to the block where it begins; None where it has none.

    A picture is taken whole, with offsets 0.
    """
    low, high = cursor.selectionStart(), cursor.selectionEnd()
    begins = cursor.document().findBlock(low)
    part = next((one for one in parts(cursor.document()) if one.block == begins), None)
    if part is None:
        return None
    if _is_picture(begins):
        return part.place, 0, 0
    text = begins.text()
    start = _points(text, low - begins.position())
    stop = _points(text, min(high - begins.position(), units(text)))
    words = text.replace(LINE, "\n")
    while stop > start and words[stop - 1].isspace():
        stop -= 1
    while start < stop and words[start].isspace():
        start += 1
    return part.place, part.offset + start, part.offset + stop


def _cells(table: QTextTable) -> Iterator[BlockPart]:
    place, offset = table.format().stringProperty(Prop.ID), 0
    for row in range(table.rows()):
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            if cell.format().boolProperty(Prop.PADDING):
                continue
            offset += 1 if column else 0
            block, last = cell.firstCursorPosition().block(), cell.lastCursorPosition().block()
            while True:
                made = BlockPart(place, offset, block)
                yield made
                offset += len(made.words)
                if block == last:
                    break
                offset += 1
                block = block.next()
        offset += 1


def _is_picture(block: QTextBlock) -> bool:
    at = block.begin()
    while not at.atEnd():
        if picture_of(at.fragment().charFormat()) is not None:
            return True
        at += 1
    return False


def units(words: str) -> int:
    """Count UTF-16 units."""
    return len(words) + sum(letter > "\uffff" for letter in words)


def _points(text: str, units: int) -> int:
    """Turn a count of UTF-16 units into one of code points."""
    return len(text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore"))


def id_of(block: QTextBlock) -> str:
    """Return the block's id, a new one for a block that Qt made."""
    return block.blockFormat().stringProperty(Prop.ID) or new_id()


def picture_at(cursor: QTextCursor) -> tuple[int, Picture] | None:
    """Return the picture of the cursor's block: its position and what it is."""
    block = cursor.document().findBlock(cursor.selectionStart())
    at = block.begin()
    while not at.atEnd():
        piece = at.fragment()
        at += 1
        picture = picture_of(piece.charFormat(), id_of(block))
        if picture is not None:
            return piece.position(), picture
    return None
