"""The pictures of what is taken in, prepared in a process of its own: for the preview first, then to be stored."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial  # what is sent to a process must be picklable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desk.errors import DeskError
from desk.intake.document import SourcePicture
from desk.intake.result import with_picture, with_pictures
from desk.text.blocks import ArticleText, Picture
from ui.intake.entry import Entry, State
from ui.session.desk_client import DeskClient

if TYPE_CHECKING:  # with Pillow, which is loaded for the first picture
    from desk.pictures.prepared_picture import Prepared

    Work = Callable[[], Prepared]


_TOGETHER = 2  # small pictures that are made at once
_KEPT = 6  # entries whose prepared pictures are kept: some megabytes each


@dataclass(slots=True)
class _Of:
    """What was prepared for one entry, by the block that shows it and what it was made of."""

    ready: dict[tuple[str, str], Prepared] = field(default_factory=dict)
    refused: dict[tuple[str, str], DeskError] = field(default_factory=dict)
    small: dict[str, bytes] = field(
        default_factory=dict
    )  # of its document's own; b"" for what cannot be read
    asked: bool = False  # for the small ones


class Pictures(QObject):
    """Prepares pictures one by one, those of the entry that was asked for last first."""

    came = Signal(object)  # an Entry of which another picture is ready or refused

    def __init__(self, client: DeskClient, parent: QObject) -> None:
        super().__init__(parent)
        self._client = client
        self._known: dict[Entry, _Of] = {}
        self._waiting: deque[Entry] = deque()
        self._busy = False
        self._small_due: deque[tuple[Entry, SourcePicture]] = deque()
        self._making_small = 0
        self._incomplete: set[Entry] = set()  # wanted, but their bytes have not come

    def want(self, entry: Entry) -> None:
        """Prepare an entry's pictures."""
        if entry.now is None:
            return
        if not entry.is_whole:
            self._incomplete.add(entry)
            return
        if entry in self._waiting:
            self._waiting.remove(entry)
        of = self._known[entry] = self._known.pop(entry, _Of())  # the last that was wanted stands last
        self._forget_old()
        self._waiting.appendleft(entry)
        if not of.asked:
            of.asked = True
            self._small_due.extendleft((entry, one) for one in reversed(entry.now.document.pictures))
            self._next_small()
        self._next()

    def complete(self, entry: Entry) -> None:
        """Prepare the pictures of an entry that was wanted before its bytes came."""
        if entry in self._incomplete:
            self._incomplete.discard(entry)
            self.want(entry)
        self.came.emit(entry)

    def leave(self) -> None:
        """Prepare no more but for what is being taken in: nobody looks at the others now."""
        self._small_due.clear()
        for entry in [one for one in self._known if one.state is not State.WAITING]:
            self.forget(entry)

    def forget(self, entry: Entry) -> None:
        """Forget what was prepared for an entry."""
        self._known.pop(entry, None)
        self._incomplete.discard(entry)
        if entry in self._waiting:
            self._waiting.remove(entry)

    def _forget_old(self) -> None:
        """Keep the pictures of a few entries, and of those that are being taken in."""
        old = [one for one in self._known if one.state is not State.WAITING]
        for one in old[: max(0, len(old) - _KEPT)]:
            self.forget(one)

    def is_ready(self, entry: Entry) -> bool:
        """Say whether every picture of an entry was prepared or refused."""
        return entry.is_whole and self._first_due(entry) is None

    def is_shown(self, entry: Entry) -> bool:
        """Say whether every picture of an entry can be shown, be it small."""
        of = self._known.get(entry, _Of())
        return all(key in of.ready or key in of.refused or key[0] in of.small for key in _wanted(entry))

    def prepared(self, entry: Entry) -> dict[str, Prepared]:
        """Return what is ready, by the block that shows it."""
        of, wanted = self._known.get(entry, _Of()), _wanted(entry)
        return {key[0]: of.ready[key] for key in wanted if key in of.ready}

    def faults(self, entry: Entry) -> list[DeskError]:
        """Return why pictures of an entry were refused."""
        of = self._known.get(entry, _Of())
        return [of.refused[key] for key in _wanted(entry) if key in of.refused]

    def shown(self, entry: Entry) -> tuple[ArticleText, dict[str, bytes]]:
        """Return an entry's article with the pictures that are ready, to be shown: small ones where there are."""
        of, text = self._known.get(entry, _Of()), entry.arrangement.text()
        ready = self.prepared(entry)
        for block_id in ready.keys() & {pair[0] for pair in entry.arrangement.photos}:
            text = with_picture(text, block_id, block_id)
        gone = {key[0] for key in of.refused if key in _wanted(entry)}
        own = {block.id for block in text.blocks if isinstance(block, Picture)}
        text = with_pictures(text, {block_id: block_id for block_id in own - gone})
        # One that stands small already stays as it is: to be set anew a page needs its time.
        bytes_of = {block_id: made.rendition or made.data for block_id, made in ready.items()}
        bytes_of |= {block_id: small for block_id, small in of.small.items() if small}
        waits = own - gone - bytes_of.keys()
        blocks = tuple(
            replace(block, picture="") if isinstance(block, Picture) and block.id in waits else block
            for block in text.blocks
        )
        return replace(text, blocks=blocks), bytes_of

    def as_stored(self, entry: Entry) -> tuple[ArticleText, dict[str, bytes]]:
        """Return an entry's article as it would be stored, and its pictures by SHA-256; once all are ready."""
        ready = self.prepared(entry)
        text = with_pictures(entry.arrangement.text(), {at: made.sha256 for at, made in ready.items()})
        for block_id, _ in entry.arrangement.photos:
            if block_id in ready:
                text = with_picture(text, block_id, ready[block_id].sha256)
        return text, {made.sha256: made.rendition or made.data for made in ready.values()}

    # -- small -----------------------------------------------------------------------------------------

    def _next_small(self) -> None:
        """Make the small ones two at a time, before all else: they are seen at once."""
        while self._small_due and self._making_small < _TOGETHER:
            entry, picture = self._small_due.popleft()
            self._making_small += 1
            self._client.away(
                self, partial(_small, picture.data), partial(self._made_small, entry, picture.block_id)
            )

    def _made_small(self, entry: Entry, block_id: str, small: bytes) -> None:
        self._making_small -= 1
        if entry in self._known:
            self._known[entry].small[block_id] = small
            self.came.emit(entry)
        self._next_small()
        self._next()

    # -- one after the other ---------------------------------------------------------------------------

    def _next(self) -> None:
        if self._busy or self._making_small:
            return
        while self._waiting:
            entry = self._waiting[0]
            due = self._first_due(entry)
            if due is not None:
                self._busy = True
                self._prepare(entry, *due)
                return
            self._waiting.popleft()

    def _prepare(self, entry: Entry, key: tuple[str, str], work: Work) -> None:
        self._client.abroad(
            self,
            work,
            lambda made: self._ready(entry, key, made),
            refused=lambda error: self._refuse(entry, key, error),
        )

    def _first_due(self, entry: Entry) -> tuple[tuple[str, str], Work] | None:
        of = self._known.get(entry, _Of())
        for key, work in _wanted(entry).items():
            if key not in of.ready and key not in of.refused:
                return key, work
        return None

    def _ready(self, entry: Entry, key: tuple[str, str], made: Prepared) -> None:
        if entry in self._known:
            self._known[entry].ready[key] = made
        self._go_on(entry)

    def _refuse(self, entry: Entry, key: tuple[str, str], error: DeskError) -> None:
        if entry in self._known:
            self._known[entry].refused[key] = error
        self._go_on(entry)

    def _go_on(self, entry: Entry) -> None:
        self._busy = False
        self.came.emit(entry)
        self._next()


def _small(data: bytes) -> bytes:
    from desk.pictures.prepare import small

    return small(data)


def _wanted(entry: Entry) -> dict[tuple[str, str], Work]:
    """Return how each picture of an entry is prepared, by its block and what it is made of."""
    if entry.now is None:
        return {}
    from desk.pictures.prepare import prepare, prepare_file

    stand = {block.id for block in entry.now.text().blocks if isinstance(block, Picture)}
    works: dict[tuple[str, str], Work] = {
        (one.block_id, ""): partial(prepare, one.data, one.name or entry.name)
        for one in entry.now.document.pictures
        if one.block_id in stand
    }
    for block_id, photo in entry.now.photos:
        works[block_id, str(photo)] = partial(prepare_file, photo)
    return works
