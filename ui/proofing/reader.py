"""The proofreader of a page: reads in a thread, knows what the office keeps and what it does not want to hear."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, Signal

from desk.acts.gate import Changes
from desk.errors import DeskError
from desk.proofing.article import Place, PlacedFinding, read_places, written
from desk.registers import known, unknown
from desk.registers.known import Known
from ui.session.session import Session


@dataclass(frozen=True, slots=True)
class ToRead:
    """An article (0: one that is not stored), its places and the day of its event."""

    article_id: int
    lines: tuple[Place, ...]
    day: date | None


@dataclass(frozen=True, slots=True)
class Proofed:
    """What was found in an article (0: one that is not stored) as it stood; `stops`: nothing wrong is sent on."""

    what: ToRead
    found: tuple[PlacedFinding, ...]
    stops: bool = False


class ProofReader(QObject):
    """Proofreads the newest text that it was given; what was asked before is dropped."""

    proofed = Signal(object)  # Proofed

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._wanted: ToRead | None = None
        self._known: tuple[int, Known] | None = None
        self._busy = False
        session.client.changed.connect(self._heed)

    def look(self, what: ToRead) -> None:
        """Read an article; `proofed` says what was found."""
        self._wanted = what
        if not self._busy:
            self._next()

    def forget(self) -> None:
        """Say nothing of what was given last: another text is shown."""
        self._wanted = None

    def _next(self) -> None:
        what = self._wanted
        if what is None:
            return
        self._busy = True
        if self._known is None or self._known[0] != what.article_id:
            self._session.client.ask(
                self,
                lambda: known.of(what.article_id or None),
                lambda knows: self._learn(what.article_id, knows),
                refused=self._failed,
            )
            return
        knows = self._known[1]

        def read() -> Proofed:
            found = read_places(what.lines, what.day, knows.register, knows.taught)
            spared = tuple(one.finding for one in found)
            unknown_ones = unknown.find(what.lines, written(what.lines), knows.register, spared)
            every = sorted((*found, *unknown_ones), key=lambda one: one.finding.start)
            left = tuple(one for one in every if (one.finding.rule, one.words) not in knows.ignored)
            return Proofed(what, left, knows.wrong_stops)

        self._session.client.away(self, read, self._came, refused=self._failed)

    def _learn(self, article_id: int, knows: Known) -> None:
        self._known, self._busy = (article_id, knows), False
        self._next()

    def _came(self, proofed: Proofed) -> None:
        self._busy = False
        if self._wanted == proofed.what and self._known is not None:
            self._wanted = None
            self.proofed.emit(proofed)
        else:
            self._next()

    def _failed(self, _error: DeskError) -> None:
        self._busy, self._wanted = False, None

    def _heed(self, changes: Changes) -> None:
        if changes.registers or changes.settings:
            self._known = None
