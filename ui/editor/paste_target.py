"""Where what is pasted or dropped goes: blocks into the text, pictures and files to the owner of the editor."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from desk.intake.result import Dropped
from ui.editor.body_pictures import BodyPictures
from ui.editor.cursor_commands import CursorCommands
from ui.editor.paste import Brought, brought, plain_blocks


@dataclass(frozen=True, slots=True)
class PasteOffers:
    """Who hears of what cannot be inserted at once, and of what was left out."""

    pictures: Callable[[list[tuple[str, bytes]]], object]  # by the name under which its place waits
    files: Callable[[list[Path]], object]
    dropped: Callable[[Mapping[Dropped, int]], object]


class PasteTarget:
    """Inserts at the cursor of one editor."""

    def __init__(self, at_cursor: CursorCommands, pictures: BodyPictures, offers: PasteOffers) -> None:
        self._commands, self._pictures, self._offers = at_cursor, pictures, offers

    def insert(self, source: QMimeData) -> None:
        """Insert what was pasted or dropped, as blocks of the desk, in one undo step."""
        self._take(brought(source))

    def insert_plain(self) -> None:
        """Insert the letters of the clipboard alone."""
        self._take(Brought(plain_blocks(QGuiApplication.clipboard().text())))

    def _take(self, what: Brought) -> None:
        if not self._commands.may_change():
            return
        if what.blocks:
            self._commands.insert_blocks(what.blocks)
        if what.pictures:
            names = self._pictures.await_stored([block_id for block_id, _ in what.pictures])
            self._offers.pictures(
                [(name, data) for name, (_, data) in zip(names, what.pictures, strict=True)]
            )
        if what.files:
            self._offers.files(list(what.files))
        if what.dropped:
            self._offers.dropped(what.dropped)
