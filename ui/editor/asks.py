"""The editor's questions: a link's address and words, a picture's words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage, QTextCursor

from desk.text.blocks import Picture
from ui.editor import char_formats
from ui.editor.commands import change_picture
from ui.editor.link_dialog import LinkDialog
from ui.editor.picture_dialog import PictureDialog, PictureWords
from ui.paper.formats import LINE, char_format, link_of, marks_of, style_of

if TYPE_CHECKING:
    from ui.editor.body import BodyEditor


def picture_words(editor: BodyEditor, position: int, picture: Picture, image: QImage | None) -> None:
    """Ask for a picture's caption, credit and alt text."""
    asked = PictureWords(picture.caption, picture.credit, picture.alt, picture.width)
    words = PictureDialog.ask(editor, asked, image)
    if words is not None:
        made = replace(picture, caption=words.caption, credit=words.credit, alt=words.alt, width=words.width)
        editor.at_cursor(lambda at: change_picture(at, position, made))


def link_words(editor: BodyEditor) -> None:
    """Ask for the link of the selection, of the link at the cursor, or for a new one."""
    cursor = editor.textCursor()
    char_formats.select_link(cursor)
    if "\u2029" in cursor.selectedText():
        return  # a link does not run over the end of a paragraph
    answer = LinkDialog.ask(editor, link_of(cursor.charFormat()), cursor.selectedText())
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
    editor.setTextCursor(cursor)
