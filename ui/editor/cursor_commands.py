"""The editor's commands at its cursor: each runs on the cursor and leaves it where the command did."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from desk.text.blocks import Block, Mark
from ui.editor import block_keys, char_formats, document_commands, tables
from ui.editor.link_dialog import LinkDialog
from ui.paper.formats import LINE, Style, char_format, link_of, marks_of, style_of


class CursorCommands:
    """What may be done where the cursor of one editor stands, while its text may be changed."""

    def __init__(self, text: QTextEdit, composing: Callable[[], bool]) -> None:
        self._text, self._composing = text, composing

    def may_change(self) -> bool:
        """Say whether the text may be changed now: it is no reader's, and no input method composes in it."""
        return not self._text.isReadOnly() and not self._composing()

    def place(self) -> QTextCursor:
        """Return the cursor as it stands; it stays before what is typed there afterwards."""
        here = self._text.textCursor()
        here.setKeepPositionOnInsert(not here.hasSelection())
        return here

    def run(self, command: Callable[[QTextCursor], object], at: QTextCursor | None = None) -> None:
        """Run a command on the cursor and take the cursor where the command left it.

        A command for another place `at` leaves a cursor that has gone elsewhere since.
        """
        if not self.may_change():
            return
        here = self._text.textCursor()
        if at is not None and at.keepPositionOnInsert():
            at.setKeepPositionOnInsert(False)
            at.setPosition(at.position())  # what was typed behind it moved its other end along
        stayed = at is None or (at.position(), at.anchor()) == (here.position(), here.anchor())
        cursor = here if at is None else at
        command(cursor)
        if stayed:
            self._text.setTextCursor(cursor)
            self._text.ensureCursorVisible()

    def toggle_mark(self, mark: Mark) -> None:
        """Put a mark on the selection or take it off; without one, for the letters to come."""
        cursor = self._text.textCursor()
        if cursor.hasSelection():
            on = not char_formats.has_mark(cursor, mark)
            self.run(lambda at: char_formats.set_mark(at, mark, on))
        elif not self._text.isReadOnly():
            shape = self._text.currentCharFormat()
            marks = char_formats.marked(marks_of(shape), mark, mark not in marks_of(shape))
            self._text.setCurrentCharFormat(char_format(style_of(cursor.block()), marks, link_of(shape)))

    def clear_marks(self) -> None:
        """Take the marks off the selection, or off the letters to come."""
        cursor = self._text.textCursor()
        if cursor.hasSelection():
            self.run(char_formats.clear_marks)
        else:
            self._text.setCurrentCharFormat(char_format(style_of(cursor.block())))

    def set_style(self, style: Style) -> None:
        """Make the chosen blocks of this style."""
        self.run(lambda at: document_commands.set_style(at, style))

    def toggle_style(self, style: Style) -> None:
        """Make the chosen blocks of this style; paragraphs when they are so already."""
        now = style_of(self._text.textCursor().block())
        self.set_style(Style.PARAGRAPH if now is style else style)

    def toggle_list(self, ordered: bool) -> None:
        """Make the chosen blocks items of a list, or paragraphs again."""
        self.run(lambda at: document_commands.toggle_list(at, ordered))

    def insert_table(self) -> None:
        """Insert a table of three by three with a head row."""
        self.run(tables.insert_table)

    def insert_blocks(self, blocks: Sequence[Block], at: QTextCursor | None = None) -> None:
        """Insert blocks at the cursor, or at another place, as one undo step."""
        self.run(lambda cursor: document_commands.insert_blocks(cursor, blocks), at)

    def remove_selection(self) -> None:
        """Remove the selection; what is left keeps whole blocks."""
        self.run(block_keys.remove_selection)

    def ask_link(self) -> None:
        """Ask for the link of the selection, of the link at the cursor, or for a new one."""
        if not self.may_change():
            return
        cursor = self._text.textCursor()
        char_formats.select_link(cursor)
        if "\u2029" in cursor.selectedText():
            return  # a link does not run over the end of a paragraph
        answer = LinkDialog.ask(self._text, link_of(cursor.charFormat()), cursor.selectedText())
        if answer is None:
            return
        with char_formats.one_step(cursor):
            if answer.text != cursor.selectedText():
                start, shape = cursor.selectionStart(), cursor.charFormat()
                words = answer.text.replace("\n", LINE)
                cursor.insertText(words, char_format(style_of(cursor.block()), marks_of(shape)))
                end = cursor.position()
                cursor.setPosition(start)
                cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            char_formats.set_link(cursor, answer.address)
        cursor.setPosition(cursor.selectionEnd())
        self._text.setTextCursor(cursor)
