"""What an editor does to its document: every command is one undo step on the cursor it is given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextList

from desk.text.blocks import Block, Paragraph, Picture, Table, block_text, new_id
from ui.editor.cells import fill_cells
from ui.editor.char_formats import one_step, restyle
from ui.paper.blocks_to_qt import Writer, write_runs
from ui.paper.formats import (
    LINE,
    OBJECT,
    Prop,
    Style,
    block_format,
    char_format,
    is_ordered,
    list_format,
    list_of,
    picture_format,
    style_of,
    table_at,
    table_of,
)
from ui.paper.positions import id_of, picture_at

MOST_LEVELS = 4


def at_block(block: QTextBlock) -> QTextCursor:
    """Return a cursor at the start of a block."""
    return QTextCursor(block)


def chosen_blocks(cursor: QTextCursor) -> list[QTextBlock]:
    """Return the blocks that the selection touches."""
    document = cursor.document()
    block, last = document.findBlock(cursor.selectionStart()), document.findBlock(cursor.selectionEnd())
    if cursor.hasSelection() and last != block and cursor.selectionEnd() == last.position():
        last = last.previous()
    found = [block]
    while block != last:
        block = block.next()
        found.append(block)
    return found


# -- blocks ----------------------------------------------------------------------------------------------


def set_style(cursor: QTextCursor, style: Style) -> None:
    """Make the chosen blocks paragraphs, headings or quotes; tables and pictures stay what they are."""
    with one_step(cursor):
        for block in chosen_blocks(cursor):
            if table_of(block) is None and OBJECT not in block.text():
                at_block(block).setBlockFormat(block_format(style, id_of(block)))
                restyle(block)


def level_of(block: QTextBlock) -> int:
    """Return a list item's level, -1 outside a list."""
    items = list_of(block)
    return max(0, items.format().indent() - 1) if items is not None else -1


def _open_list(block: QTextBlock, ordered: bool, level: int) -> QTextList | None:
    """Return the list that an item of this kind and level would go on with."""
    for step in (QTextBlock.previous, QTextBlock.next):
        near = step(block)
        while near.isValid() and level_of(near) >= level and table_of(near) is None:
            if level_of(near) == level:
                if _is_item(near, ordered):
                    return list_of(near)
                break
            near = step(near)
    return None


def enlist(block: QTextBlock, *, ordered: bool, level: int) -> None:
    """Make one block an item of the list beside it, or of a new one."""
    open_list = _open_list(block, ordered, level)
    cursor = at_block(block)
    cursor.setBlockFormat(block_format(Style.ITEM, id_of(block)))
    if open_list is not None:
        open_list.add(block)
    else:
        cursor.createList(list_format(ordered=ordered, level=level, rank=_rank(block, ordered, level)))
    restyle(block)


def _rank(block: QTextBlock, ordered: bool, level: int) -> int:
    """Count the lists of a kind around an item of this level."""
    rank, above = 0, block.previous()
    while level > 0 and level_of(above) >= 0:
        if level_of(above) < level:
            level = level_of(above)
            rank += _is_item(above, ordered)
        above = above.previous()
    return rank


def toggle_list(cursor: QTextCursor, ordered: bool) -> None:
    """Make the chosen blocks items of such a list, or paragraphs when all of them are."""
    blocks = [b for b in chosen_blocks(cursor) if table_of(b) is None and OBJECT not in b.text()]
    if blocks and all(_is_item(block, ordered) for block in blocks):
        set_style(cursor, Style.PARAGRAPH)
        return
    with one_step(cursor):
        for block in blocks:
            enlist(block, ordered=ordered, level=max(0, level_of(block)))


def _is_item(block: QTextBlock, ordered: bool) -> bool:
    items = list_of(block)
    return items is not None and is_ordered(items.format()) == ordered


def shift_level(cursor: QTextCursor, by: int) -> None:
    """Move the chosen items in or out; an item moved out of level 0 becomes a paragraph."""
    with one_step(cursor):
        for block in chosen_blocks(cursor):
            items = list_of(block)
            if items is None:
                continue
            level = level_of(block) + by
            if level < 0:
                at_block(block).setBlockFormat(block_format(Style.PARAGRAPH, id_of(block)))
                restyle(block)
            elif level < MOST_LEVELS:
                enlist(block, ordered=is_ordered(items.format()), level=level)


def remove_block(block: QTextBlock) -> None:
    """Remove an empty block that has another beside it."""
    eraser = QTextCursor(block)
    with one_step(eraser):
        if block.next().isValid():
            shape, letters = block.next().blockFormat(), block.next().charFormat()
            eraser.deleteChar()
            eraser.setBlockFormat(shape)
            eraser.setBlockCharFormat(letters)
        else:
            eraser.deletePreviousChar()


# -- whole blocks in -------------------------------------------------------------------------------------


def insert_blocks(cursor: QTextCursor, blocks: Sequence[Block]) -> None:
    """Insert blocks in place of the selection, as one undo step; the cursor ends behind them.

    A paragraph at either end joins the letters that stand there; in a table's cell all become its letters, but
    a table goes on from cell to cell.
    """
    if not blocks:
        return
    with one_step(cursor):
        cursor.removeSelectedText()
        table = table_at(cursor)
        if table is not None:
            only = [block for block in blocks if not isinstance(block, Paragraph) or block.runs]
            if len(only) == 1 and isinstance(only[0], Table):
                fill_cells(cursor, table, only[0])
            else:
                _insert_in_cell(cursor, blocks)
            return
        _put_tail_apart(cursor, blocks[-1])
        first, rest = blocks[0], list(blocks[1:])
        here = cursor.block()
        empty = not here.text()
        if isinstance(first, Paragraph) and (not empty or not rest):
            write_runs(cursor, first.runs, style_of(here))
        else:
            rest = list(blocks)
        if rest:
            writer = Writer(cursor, fresh=empty and len(rest) == len(blocks))
            writer.write(_own_ids(cursor.document(), rest))
            if writer.fresh:
                _drop_filler(cursor)
        if isinstance(blocks[-1], Picture):
            _paragraph_after(cursor)


def _own_ids(document: QTextDocument, blocks: Sequence[Block]) -> list[Block]:
    """Give blocks that are here already ids of their own; what was cut elsewhere keeps its id."""
    taken: set[str] = {""}
    block = document.begin()
    while block.isValid():
        table = table_of(block)
        taken.add((block.blockFormat() if table is None else table.format()).stringProperty(Prop.ID))
        block = block.next()
    made: list[Block] = []
    for one in blocks:
        made.append(replace(one, id=new_id()) if one.id in taken else one)
        taken.add(one.id)
    return made


def _drop_filler(cursor: QTextCursor) -> None:
    """Between a table and the block that was there already no empty line is needed."""
    below = cursor.block().next()
    if below.isValid() and table_of(below) is None:
        here = cursor.position()
        remove_block(cursor.block())
        cursor.setPosition(here)


def _put_tail_apart(cursor: QTextCursor, last: Block) -> None:
    """Keep the letters behind the cursor out of a table or picture that comes before them."""
    tail = cursor.position() < cursor.block().position() + cursor.block().length() - 1
    if not tail or isinstance(last, Paragraph):
        return
    shape = cursor.blockFormat()
    shape.setProperty(Prop.ID, new_id())
    here = cursor.position()
    cursor.insertBlock(shape)
    cursor.setPosition(here)


def _insert_in_cell(cursor: QTextCursor, blocks: Sequence[Block]) -> None:
    style = style_of(cursor.block())
    for index, block in enumerate(blocks):
        if index:
            cursor.insertText(LINE, char_format(style))
        if isinstance(block, (Table, Picture)):
            cursor.insertText(block_text(block).replace("\n", LINE), char_format(style))
        else:
            write_runs(cursor, block.runs, style)


def _paragraph_after(cursor: QTextCursor) -> None:
    """Let the writing go on below a picture."""
    below = cursor.block().next()
    if below.isValid() and table_of(below) is None and OBJECT not in below.text():
        cursor.setPosition(below.position())
        return
    cursor.insertBlock(block_format(Style.PARAGRAPH, new_id()), char_format(Style.PARAGRAPH))


# -- pictures --------------------------------------------------------------------------------------------


def change_picture(cursor: QTextCursor, position: int, picture: Picture) -> None:
    """Give the picture at a position other words."""
    painter = QTextCursor(cursor.document())
    painter.setPosition(position)
    painter.setPosition(position + 1, QTextCursor.MoveMode.KeepAnchor)
    painter.setCharFormat(picture_format(picture))


def picture_block(document: QTextDocument, name: str) -> QTextBlock | None:
    """Return the block of this name that shows a picture."""
    block = document.begin()
    while block.isValid():
        if block.blockFormat().stringProperty(Prop.ID) == name and picture_at(QTextCursor(block)) is not None:
            return block
        block = block.next()
    return None


def waiting_block(document: QTextDocument, name: str) -> QTextBlock | None:
    """Return the block where a pasted picture of this name waits to be stored."""
    block = picture_block(document, name)
    found = picture_at(QTextCursor(block)) if block is not None else None
    return block if found is not None and not found[1].picture else None


def give_picture(block: QTextBlock, sha: str, *, join: bool) -> None:
    """Fill the place where a picture waits; `join` makes it one undo step with the paste."""
    cursor = QTextCursor(block)
    found = picture_at(cursor)
    if found is None:
        return
    if join:
        cursor.joinPreviousEditBlock()
    else:
        cursor.beginEditBlock()
    change_picture(cursor, found[0], replace(found[1], picture=sha))
    cursor.endEditBlock()
