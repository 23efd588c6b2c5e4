"""Entries become drafts one after the other: their pictures are prepared and stored, then the article is made."""

from __future__ import annotations

from collections import deque
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desk.acts.gate import Changes
from desk.errors import DeskError
from desk.intake.result import with_picture, with_pictures
from desk.pictures import stored_pictures
from desk.pictures.stored_pictures import PictureRow
from ui.intake import operations
from ui.intake.entry import Entry, State
from ui.intake.pictures import Pictures
from ui.session.session import Session

if TYPE_CHECKING:  # with Pillow, which is loaded for the first picture
    from desk.pictures.prepared_picture import Prepared


class TakingIn(QObject):
    """A queue of entries; one that is refused stands open again, and does not stop the next."""

    changed = Signal(object)  # an Entry that has come further
    taken = Signal(object, object)  # Entry, Changes
    refused = Signal(object, object)  # Entry, DeskError

    def __init__(self, session: Session, pictures: Pictures, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._pictures = session, pictures
        self._waiting: deque[Entry] = deque()
        self._now: Entry | None = None
        self._storing = False  # its pictures are being stored: none is waited for
        pictures.came.connect(self._look)

    def take(self, entries: list[Entry]) -> None:
        """Take these in, after those that wait."""
        for entry in entries:
            if entry.is_open():
                entry.state, entry.error = State.WAITING, None
                self._waiting.append(entry)
                self.changed.emit(entry)
        self._next()

    def is_busy(self) -> bool:
        """Say whether something is still to be taken in."""
        return self._now is not None or bool(self._waiting)

    def _next(self) -> None:
        if self._now is None and self._waiting:
            entry = self._now = self._waiting.popleft()
            self._storing = False
            self._pictures.want(entry)
            self._look(entry)

    def _look(self, entry: Entry) -> None:
        if entry is self._now and entry.state is State.REFUSED and entry.error is not None:
            self._now = None  # its file broke off after its words
            self.refused.emit(entry, entry.error)
            self._next()
            return
        if entry is self._now and not self._storing and self._pictures.is_ready(entry):
            self._storing = True
            self._store(entry, deque(self._pictures.prepared(entry).items()), {})

    def _store(self, entry: Entry, left: deque[tuple[str, Prepared]], stored: dict[str, str]) -> None:
        if not left:
            self._create(entry, stored)
            return
        block_id, prepared = left.popleft()
        who = self._session.who

        def done(row: PictureRow) -> None:
            stored[block_id] = row.sha256
            self._store(entry, left, stored)

        self._session.client.ask(
            self,
            partial(stored_pictures.add_prepared, who, prepared),
            done,
            refused=partial(self._refuse, entry),
        )

    def _create(self, entry: Entry, stored: dict[str, str]) -> None:
        text = with_pictures(entry.arrangement.text(), stored)
        for block_id, _ in entry.arrangement.photos:
            if block_id in stored:  # a refused photograph leaves its caption as a line
                text = with_picture(text, block_id, stored[block_id])
        operations.take_in(self._session, entry, text).run(
            self._session, self, partial(self._done, entry), refused=partial(self._refuse, entry)
        )

    def _done(self, entry: Entry, changes: Changes) -> None:
        (entry.article_id,) = changes.articles
        entry.state, self._now = State.TAKEN, None
        self.changed.emit(entry)
        self.taken.emit(entry, changes)
        self._pictures.forget(entry)
        self._next()

    def _refuse(self, entry: Entry, error: DeskError) -> None:
        entry.state, entry.error, self._now = State.NEW, error, None
        self.changed.emit(entry)
        self.refused.emit(entry, error)
        self._next()
