"""What Enter, Backspace, Delete and letters do where Qt's own way would break the blocks."""

from __future__ import annotations

from PySide6.QtGui import QTextBlock, QTextCursor

from desk.text.blocks import Mark, new_id
from ui.editor.char_formats import one_step, restyle
from ui.editor.document_commands import at_block, level_of, remove_block, set_style, shift_level
from ui.paper.formats import (
    LINE,
    OBJECT,
    Prop,
    Style,
    block_format,
    char_format,
    link_of,
    marks_of,
    style_of,
    table_of,
)
from ui.paper.positions import id_of

_KEEP = QTextCursor.MoveMode.KeepAnchor
_HEADINGS = {Style.HEADING1, Style.HEADING2}


def enter(cursor: QTextCursor) -> None:
    """Open the next block: each block its own id, a heading is followed by a paragraph."""
    with one_step(cursor):
        if cursor.hasSelection():
            remove_selection(cursor)
        block = cursor.block()
        style = style_of(block)
        if table_of(block) is not None:
            cursor.insertText(LINE, cursor.charFormat())
        elif style is Style.PICTURE:
            open_beside_picture(cursor)
        elif not block.text() and style is Style.ITEM:
            shift_level(cursor, -1)
        elif not block.text() and style is not Style.PARAGRAPH:
            set_style(cursor, Style.PARAGRAPH)
        elif style in _HEADINGS and cursor.atBlockEnd():
            cursor.insertBlock(block_format(Style.PARAGRAPH, new_id()), char_format(Style.PARAGRAPH))
        else:
            _split(cursor)


def _split(cursor: QTextCursor) -> None:
    block = cursor.block()
    keep_below = cursor.atBlockStart() and bool(block.text())
    above = block.blockFormat()
    above.clearProperty(Prop.FILLER)
    below = block.blockFormat()
    below.clearProperty(Prop.FILLER)
    below.clearProperty(Prop.START)
    (above if keep_below else below).setProperty(Prop.ID, new_id())
    letters = char_format(style_of(block), marks_of(cursor.charFormat()))
    cursor.setBlockFormat(above)
    cursor.insertBlock(below, letters)


def backspace(cursor: QTextCursor) -> bool:
    """Handle Backspace at the start of a block; False leaves it to Qt."""
    if not cursor.atBlockStart() or table_of(cursor.block()) is not None:
        return False
    block = cursor.block()
    if _is_between_tables(block):
        _give_up(block)
        cursor.setPosition(block.position() - 1)
        return True
    style = style_of(block)
    if style is Style.ITEM:
        shift_level(cursor, -1)
    elif style is Style.QUOTE or style in _HEADINGS:
        set_style(cursor, Style.PARAGRAPH)
    elif style is Style.PICTURE:
        above = block.previous()
        if above.isValid() and not above.text() and table_of(above) is None:
            remove_block(above)
        elif above.isValid():
            cursor.setPosition(above.position() + above.length() - 1)
    elif OBJECT in block.previous().text():
        _reach_picture(cursor, block, block.previous())
    elif cursor.atStart():
        return False
    else:
        with one_step(cursor):
            cursor.deletePreviousChar()
            tidy(cursor)
    return True


def delete(cursor: QTextCursor) -> bool:
    """Handle Delete at the end of a block beside a picture; False leaves it to Qt."""
    if cursor.atEnd() or not cursor.atBlockEnd() or table_of(cursor.block()) is not None:
        return False
    if _is_between_tables(cursor.block()):
        _give_up(cursor.block())
        cursor.setPosition(cursor.block().next().position())
        return True
    below = cursor.block().next()
    if OBJECT in below.text():
        _reach_picture(cursor, cursor.block(), below)
        return True
    if OBJECT in cursor.block().text():
        if below.isValid():
            cursor.setPosition(below.position())
        return True
    with one_step(cursor):
        cursor.deleteChar()
        tidy(cursor)
    return True


def _is_between_tables(block: QTextBlock) -> bool:
    """Tell whether an empty paragraph stands between two tables: its line cannot go, only its meaning."""
    above, below = block.previous(), block.next()
    beside = (
        above.isValid() and below.isValid() and table_of(above) is not None and table_of(below) is not None
    )
    return beside and not block.text()


def _give_up(block: QTextBlock) -> None:
    """Make an empty paragraph the line that Qt keeps between two tables; in the article they follow each other."""
    shape = block_format(Style.PARAGRAPH, id_of(block))
    shape.setProperty(Prop.FILLER, True)
    cursor = QTextCursor(block)
    with one_step(cursor):
        cursor.setBlockFormat(shape)


def _reach_picture(cursor: QTextCursor, block: QTextBlock, picture: QTextBlock) -> None:
    """Select the picture beside; the next key removes it. An empty block in between goes first."""
    position = picture.position() + picture.text().index(OBJECT)
    if not block.text():
        if picture.position() > block.position():
            position -= block.length()
        remove_block(block)
    cursor.setPosition(position)
    cursor.setPosition(position + 1, _KEEP)


def remove_selection(cursor: QTextCursor) -> None:
    """Remove the selected letters and leave whole blocks behind."""
    with one_step(cursor):
        cursor.removeSelectedText()
        tidy(cursor)


def tidy(cursor: QTextCursor) -> None:
    """Mend the cursor's block after letters were removed: blocks that met take one look."""
    block = cursor.block()
    if table_of(block) is not None:
        return
    text = block.text()
    if OBJECT in text and text != OBJECT:
        _part(cursor, block)
    elif OBJECT not in text and _is_picture_shape(block):
        set_style(at_block(block), Style.PARAGRAPH)
    elif OBJECT not in text:
        restyle(block)


def _is_picture_shape(block: QTextBlock) -> bool:
    return block.blockFormat().alignment() == block_format(Style.PICTURE, "").alignment()


def _part(cursor: QTextCursor, block: QTextBlock) -> None:
    """Give a picture that met letters a block of its own again."""
    at = block.position() + block.text().index(OBJECT)
    letters_before = at > block.position()
    picture = block_format(Style.PICTURE, new_id() if letters_before else id_of(block))
    knife = QTextCursor(block)
    with one_step(knife):
        knife.setPosition(at + 1)
        if not knife.atBlockEnd():
            knife.insertBlock(block_format(Style.PARAGRAPH, new_id()), char_format(Style.PARAGRAPH))
        knife.setPosition(at)
        if letters_before:
            knife.insertBlock(picture)
        else:
            knife.setBlockFormat(picture)


def open_beside_picture(cursor: QTextCursor) -> None:
    """Open a paragraph below the picture, above it when the cursor stands before it."""
    shape = block_format(Style.PARAGRAPH, new_id())
    with one_step(cursor):
        cursor.clearSelection()
        if cursor.atBlockStart():
            picture = cursor.blockFormat()
            cursor.insertBlock(picture)
            cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
            cursor.setBlockFormat(shape)
            cursor.setBlockCharFormat(char_format(Style.PARAGRAPH))
        else:
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
            cursor.insertBlock(shape, char_format(Style.PARAGRAPH))


def make_room(cursor: QTextCursor) -> bool:
    """Before letters are typed: keep them out of a picture's block and of a link that ended."""
    if cursor.hasSelection():
        text = cursor.selectedText()
        if _is_everything(cursor):
            with one_step(cursor):
                remove_selection(cursor)
                set_style(cursor, Style.PARAGRAPH)
            return True
        if OBJECT not in text and "\u2029" not in text:
            return False
        remove_selection(cursor)
    if OBJECT in cursor.block().text():
        open_beside_picture(cursor)
        return True
    return False


def _is_everything(cursor: QTextCursor) -> bool:
    """Tell whether all is selected, and would leave the shape of its first block behind."""
    last = cursor.document().characterCount() - 1
    return cursor.selectionStart() == 0 and cursor.selectionEnd() == last


def ends_link(cursor: QTextCursor) -> bool:
    """Tell whether the cursor stands behind the last letter of a link."""
    address = link_of(cursor.charFormat())
    if not address or cursor.hasSelection():
        return False
    if cursor.atBlockEnd():
        return True
    ahead = QTextCursor(cursor)
    ahead.movePosition(QTextCursor.MoveOperation.NextCharacter)
    return link_of(ahead.charFormat()) != address


def in_list(cursor: QTextCursor) -> bool:
    """Tell whether the cursor stands in a list."""
    return level_of(cursor.block()) >= 0


def typing_marks(cursor: QTextCursor) -> frozenset[Mark]:
    """Return the marks that the next typed letter will carry."""
    return marks_of(cursor.charFormat())
