"""The pictures in the body: their pixels, the places where pasted ones wait to be stored, and their words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage, QTextCursor
from PySide6.QtWidgets import QTextEdit

from desk.text.blocks import Picture
from ui.editor import block_keys, char_formats, document_commands
from ui.editor.cursor_commands import CursorCommands
from ui.editor.picture_dialog import PictureDialog, PictureWords
from ui.paper.blocks_to_qt import PageDocument
from ui.paper.picture_object import decode
from ui.paper.positions import picture_at


class BodyPictures:
    """Knows the pictures of one document, and puts others in; `text` is the editor that shows it."""

    def __init__(self, text: QTextEdit, page: PageDocument, at_cursor: CursorCommands) -> None:
        self._text, self._page, self._commands = text, page, at_cursor
        self._source: Callable[[str], bytes | None] = lambda _sha: None
        self._images: dict[str, QImage | None] = {}
        self._waiting: dict[str, str] = {}  # a pasted picture's name (no suffix) → its block's id
        self._waiting_at = -1
        self._pasted = 0
        page.picture = self.image

    def image(self, sha: str) -> QImage | None:
        """Return a picture's pixels; None while they are not at hand."""
        if self._images.get(sha) is None:
            self._images[sha] = decode(self._source(sha)) if sha else None
        return self._images[sha]

    def set_source(self, source: Callable[[str], bytes | None]) -> None:
        """Ask this for a picture's bytes by SHA-256; None for a picture that is not at hand (yet)."""
        self._source = source

    def forget_images(self) -> None:
        """Ask for every picture's bytes again when it is painted."""
        self._images.clear()

    def insert(self, sha: str, caption: str = "", credit: str = "", alt: str = "") -> None:
        """Insert a picture of the desk below the cursor's block."""
        self._images.pop(sha, None)
        self._commands.insert_blocks([Picture("", sha, caption, credit, alt)])

    def await_stored(self, block_ids: list[str]) -> list[str]:
        """Return the names under which the places of pictures that were just pasted wait for them."""
        self._waiting_at = self._page.revision()
        return [self._wait(block_id) for block_id in block_ids]

    def _wait(self, block_id: str) -> str:
        self._pasted += 1
        words = QCoreApplication.translate("BodyEditor", "ảnh dán {number}")
        stem = words.format(number=self._pasted)
        self._waiting[stem] = block_id
        return f"{stem}.png"

    def add(self, sha: str, name: str) -> None:
        """Put a stored picture where one waits under this name, else at the cursor."""
        block = document_commands.waiting_block(self._page, self._waiting.pop(PurePath(name).stem, ""))
        self._images.pop(sha, None)
        if block is None:
            self.insert(sha)
        else:
            document_commands.give_picture(block, sha, join=self._waiting_at == self._page.revision())

    def refuse(self, name: str) -> None:
        """Take away the place of a pasted picture that could not be stored."""
        block = document_commands.waiting_block(self._page, self._waiting.pop(PurePath(name).stem, ""))
        if block is not None:
            block_keys.remove_selection(char_formats.whole(block))

    def choose(self, block_id: str) -> bool:
        """Put the cursor to the picture of a block, which frames it; False when it is not there."""
        block = document_commands.picture_block(self._page, block_id)
        here = picture_at(QTextCursor(block)) if block is not None else None
        if here is None:
            return False
        cursor = QTextCursor(self._page)
        cursor.setPosition(here[0])  # not selected: the next letter typed would take its place
        self._text.setTextCursor(cursor)
        return True

    def edit(self) -> bool:
        """Ask for the words of the picture at the cursor; False when there is none."""
        here = picture_at(self._text.textCursor())
        if here is None or self._text.isReadOnly():
            return False
        position, picture = here
        asked = PictureWords(picture.caption, picture.credit, picture.alt, picture.width)
        words = PictureDialog.ask(self._text, asked, self.image(picture.picture))
        if words is not None:
            changed = replace(
                picture, caption=words.caption, credit=words.credit, alt=words.alt, width=words.width
            )
            self._commands.run(lambda at: document_commands.change_picture(at, position, changed))
        return True
