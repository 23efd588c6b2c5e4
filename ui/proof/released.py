"""What went to print: a release's own pages to look at, and its own files to write out again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from desk import clock
from desk.edition.design import PageFormat
from desk.edition.file_names import slug
from desk.edition.outputs import Output
from desk.edition.page_geometry import geometry
from desk.export import write_files
from desk.issues import manifest, printing, releases
from desk.issues.releases import ReleaseRow
from desk.press.typeset.layout import Layout, PageSpan
from desk.press.typeset.pdf_outline import placed
from desk.press.typeset.pdf_pages import Facsimile
from ui.proof.live import PageFeed
from ui.proof.view import ProofView
from ui.session.desk_client import DeskClient


@dataclass(frozen=True, slots=True)
class Printed:
    """A release's pages: the PDF that is read on the screen, and who stands where in it."""

    release_id: int
    issue_id: int
    pdf: bytes
    layout: Layout


def printed(release_id: int) -> Printed:
    """Return the pages of a release."""
    row = releases.row(release_id)
    kept = releases.files(release_id, frozenset({Output.SCREEN}))
    told = manifest.read(kept[manifest.NAME])
    pdf = next(data for name, data in kept.items() if name != manifest.NAME)
    size = releases.size(release_id)
    spans = tuple(
        PageSpan(mark.id, mark.pages[0], mark.pages[1], 0, size[1], 0, 0)
        for mark in told.articles
        if mark.pages
    )
    return Printed(release_id, row.issue_id, pdf, Layout(spans, row.pages, row.pages, size, _columns(size)))


def printed_last(issue_id: int, known: int = 0) -> Printed | None:
    """Return the pages of an issue as they were released last; None when that is the release already known."""
    newest = releases.newest(issue_id).id
    return printed(newest) if newest != known else None


class PrintedPages(QObject):
    """Shows the pages of one release at a time in a proof."""

    def __init__(self, client: DeskClient, view: ProofView) -> None:
        super().__init__(view)
        self._client, self._view = client, view
        self._feed = PageFeed(client, view)
        self._keep: list[Facsimile | None] = [None]
        self._shown = 0
        self.destroyed.connect(partial(_close, self._keep))

    def shown(self) -> int:
        """Return the release in view, 0 for none."""
        return self._shown

    def show(self, found: Printed) -> None:
        """Show these pages."""
        self.let_go()
        self._shown = found.release_id
        made = self._keep[0] = Facsimile(found.pdf, found.layout.size)
        self._feed.show(made)
        self._view.show_layout(found.layout)
        self._client.away(
            self, lambda: placed(found.layout, found.pdf), lambda layout: self._refine(found, layout)
        )

    def _refine(self, found: Printed, layout: Layout) -> None:
        """Tell apart the articles that share a page."""
        if self._shown == found.release_id:  # else another was opened meanwhile
            self._view.refine(layout)

    def let_go(self) -> None:
        """Show no pages of a release any more."""
        self._shown = 0
        self._feed.show(None)
        old, self._keep[0] = self._keep[0], None
        if old is not None:
            self._client.away(self, old.close, lambda _: None)


def files(who: int, row: ReleaseRow) -> dict[str, bytes]:
    """Return a release's files for somebody who may export."""
    printing.may_export(who)
    return releases.files(row.id)


def write(row: ReleaseRow, made: dict[str, bytes], parent: Path) -> Callable[[], Path]:
    """Return the work that writes a release's files into a new dated folder."""
    name = f"ban-tin-so-{slug(row.issue)}_{clock.today().isoformat()}"
    return lambda: write_files.write_new_folder(made, parent, name)


def _columns(size: tuple[float, float]) -> int:
    return next((geometry(one).columns for one in PageFormat if one.size == size), 1)


def _close(keep: list[Facsimile | None]) -> None:
    if keep[0] is not None:
        keep[0].close()
