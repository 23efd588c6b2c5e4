"""Where what is pasted or dropped goes: blocks into the text, pictures and files to the owner of the editor."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QTextCursor

from desk.intake.result import Dropped
from ui.editor.body_pictures import BodyPictures
from ui.editor.cursor_commands import CursorCommands
from ui.editor.paste import Brought, Unread, brought, plain_blocks, plain_words

ReadAside = Callable[[Callable[[], Brought], Callable[[Brought], None]], object]


@dataclass(frozen=True, slots=True)
class PasteOffers:
    """Who hears of what cannot be inserted at once, and of what was left out."""

    pictures: Callable[[list[tuple[str, bytes]]], object]  # by the name under which its place waits
    files: Callable[[list[Path]], object]
    dropped: Callable[[Mapping[Dropped, int]], object]
    nothing: Callable[[Mapping[Dropped, int]], object]  # there was nothing else to insert


class PasteTarget:
    """Inserts at the cursor of one editor; what is heavy is read `aside` and goes where the cursor was."""

    def __init__(self, at_cursor: CursorCommands, pictures: BodyPictures, offers: PasteOffers) -> None:
        self._commands, self._pictures, self._offers = at_cursor, pictures, offers
        self.aside: ReadAside | None = None  # runs the work in a thread and hands on what it read
        self._sheet = object()  # another text lies in the editor when this is another object
        self._held: list[tuple[Brought, QTextCursor]] = []  # read while letters were being composed

    def insert(self, source: QMimeData) -> None:
        """Insert what was pasted or dropped, as blocks of the desk, in one undo step."""
        if not self._commands.may_change():
            return
        what = brought(source)
        if isinstance(what, Brought):
            self._take(what)
        elif what.heavy and self.aside is not None:
            self._read_aside(what, self.aside)
        else:
            self._take(what.read())

    def insert_plain(self) -> None:
        """Insert the letters of the clipboard alone."""
        if self._commands.may_change():
            self._take(Brought(plain_blocks(plain_words(QGuiApplication.clipboard().mimeData()))))

    def forget(self) -> None:
        """Another text is laid into the editor: what is still being read belongs to none."""
        self._sheet = object()
        self._held.clear()

    def composed(self) -> None:
        """Insert what waited while letters were being composed."""
        held, self._held = self._held, []
        for what, at in held:
            self._take(what, at)

    def _read_aside(self, what: Unread, aside: ReadAside) -> None:
        meant_for, place = self._sheet, self._commands.place()

        def came(read: Brought) -> None:
            if self._sheet is not meant_for:
                return
            if self._commands.may_change():
                self._take(read, place)
            else:
                self._held.append((read, place))

        aside(what.read, came)

    def _take(self, what: Brought, at: QTextCursor | None = None) -> None:
        if what.blocks:
            self._commands.insert_blocks(what.blocks, at)
        if what.pictures:
            names = self._pictures.await_stored([block_id for block_id, _ in what.pictures])
            self._offers.pictures(
                [(name, data) for name, (_, data) in zip(names, what.pictures, strict=True)]
            )
        if what.files:
            self._offers.files(list(what.files))
        if not (what.blocks or what.files):
            self._offers.nothing(what.dropped)
        elif what.dropped:
            self._offers.dropped(what.dropped)
