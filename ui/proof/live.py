"""The live proof: an issue laid out again after every change, off the GUI thread, and its pages as they are seen."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Protocol, TypeAlias

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from desk.edition.edition import Edition
from desk.errors import Broken, Cancelled, DeskError, PressFailed
from desk.export.preflight import LimitFault, faults
from desk.press.typeset.layout import Layout, Proofing
from ui.look.page_image import page_image
from ui.proof.view import ProofView
from ui.session.desk_client import DeskClient
from ui.words import wording

Gather: TypeAlias = Callable[[Mapping[str, bytes]], Edition]


class Pages(Protocol):
    """Whatever can show its pages as pictures."""

    def page(self, number: int, ppi: float = 96.0) -> bytes:
        """Return a page as a PNG."""


@dataclass(frozen=True, slots=True)
class LaidPages:
    """A layout with what the page itself has against the issue, and what was laid out."""

    edition: Edition
    layout: Layout
    faults: tuple[LimitFault, ...]


class PageFeed(QObject):
    """Brings the pages in view, one after the other, as long as any is missing."""

    def __init__(self, client: DeskClient, view: ProofView) -> None:
        super().__init__(view)
        self._client, self._view = client, view
        self._pages: Pages | None = None
        self._busy = False
        view.pages_wanted.connect(self.feed)

    def show(self, pages: Pages | None) -> None:
        """Take the pages from here from now on."""
        self._pages = pages

    def feed(self) -> None:
        """Fetch the next page that is missing; it asks again when that has come."""
        if self._busy or self._pages is None or not (wanted := self._view.missing()):
            return
        self._busy = True
        number, generation, ppi = wanted[0]
        pages = self._pages

        def come(image: QImage) -> None:
            self._busy = False
            self._view.show_page(number, generation, ppi, image)
            self.feed()

        def gone(error: DeskError) -> None:
            self._busy = False
            # A page of a layout that was replaced meanwhile: those of the new one waited for it.
            if self._pages is not pages or self._view.pictures.generation != generation:
                self.feed()
            elif not isinstance(error, Cancelled | PressFailed):
                self._view.show_nothing(wording.error(error))

        self._client.away(self, lambda: _picture(pages, number, ppi), come, refused=gone)


class LiveProof(QObject):
    """Keeps the proof of one issue up to date while it is looked at."""

    laid = Signal(object)  # LaidPages
    failed = Signal(str)
    working = Signal(bool)

    def __init__(self, client: DeskClient, view: ProofView) -> None:
        super().__init__(view)
        self._client, self._view = client, view
        self._feed = PageFeed(client, view)
        self._gather: Gather | None = None
        self._known: Mapping[str, bytes] = {}  # pictures that were fetched for the layout in view
        self._again = False
        self._busy = False
        self._waiting: Callable[[], None] | None = None
        self._stop = threading.Event()
        self.destroyed.connect(partial(_close, self._holder()))

    def follow(self, gather: Gather | None) -> None:
        """Lay out what this gathers from the desk; None shows nothing. A later call overtakes an earlier one.

        It is given the pictures that need not be fetched again.
        """
        self._gather = gather
        self._again = gather is not None
        self._stop.set()
        if gather is None:
            self._feed.show(None)
        if not self._busy:
            self._run()

    def idle(self) -> bool:
        """Say whether the proof is up to date."""
        return not self._busy

    def settled(self, then: Callable[[], None]) -> None:
        """Call this once the proof is up to date: at once, or when its work is done; the last call counts."""
        if self._busy:
            self._waiting = then
        else:
            then()

    def close(self) -> None:
        """Let the pages go."""
        self._gather, self._again, self._known = None, False, {}
        self._waiting = None
        self._stop.set()
        self._feed.show(None)
        proofing, self._keep[0] = self._keep[0], None
        if proofing is not None:
            self._client.away(self, proofing.close, lambda _: None)

    def _holder(self) -> list[Proofing | None]:
        self._keep: list[Proofing | None] = [None]
        return self._keep

    def _run(self) -> None:
        gather = self._gather
        if gather is None or not self._again:
            self._busy = False
            self.working.emit(False)
            then, self._waiting = self._waiting, None
            if then is not None:
                then()
            return
        self._busy, self._again = True, False
        self._stop = threading.Event()
        self.working.emit(True)
        known = self._known
        self._client.ask(self, lambda: gather(known), self._lay, refused=self._refused)

    def _lay(self, edition: Edition) -> None:
        if self._again:
            self._run()
            return
        keep, stop = self._keep, self._stop
        self._client.away(self, lambda: _lay(keep, edition, stop), self._show, refused=self._refused)

    def _show(self, laid: LaidPages) -> None:
        self._known = laid.edition.pictures
        if self._gather is not None:
            self._feed.show(self._keep[0])
            self._view.show_layout(laid.layout)
            self.laid.emit(laid)
            self._feed.feed()
        self._run()

    def _refused(self, error: DeskError) -> None:
        if self._gather is not None and not isinstance(error, Cancelled) and not self._again:
            broken = isinstance(error, Broken)
            words = self.tr("Chưa dàn được trang.") if broken else wording.error(error)
            self._view.show_nothing(words)
            self.failed.emit(words)
        self._run()


def _lay(keep: list[Proofing | None], edition: Edition, stop: threading.Event) -> LaidPages:
    proofing = keep[0] = keep[0] or Proofing()
    layout = proofing.lay(edition, stop=stop.is_set)
    return LaidPages(edition, layout, faults(edition, layout))


def _picture(pages: Pages, number: int, ppi: float) -> QImage:
    return page_image(pages.page(number, ppi))


def _close(keep: list[Proofing | None]) -> None:
    if keep[0] is not None:
        keep[0].close()
