"""Layout: where every piece stands on the pages, how long it truly is, and what a page looks like, kept alive
between edits so that a proof follows them."""

from __future__ import annotations

import math
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desk.cancel import never
from desk.edition.edition import Edition
from desk.edition.outputs import DPI, Output
from desk.edition.page_geometry import MM, Geometry, geometry
from desk.errors import Cancelled, PressFailed
from desk.press.typeset.blank_pages import BlankPages, blank_pages, last_page
from desk.press.typeset.booklet import typeset
from desk.press.typeset.manuscript import manuscript
from desk.press.typeset.measure import ParagraphMeasure
from desk.press.typeset.positions import PositionMark, Standing
from desk.press.typeset.typst import Typesetter, refusals, temporary_folder

_PROOF, VIEW = "proof.pdf", "pageview.typ"
_HAIR = 0.01  # dots by which a page stays below whole ones: what is over is rounded up


@dataclass(frozen=True, slots=True)
class PageSpan:
    """Where a piece stands: pages count from the cover, 1.

    `top` is the millimetres from the head of the first page, `bottom` those on the last page; `lines` counts the
    lines of the grid that the piece takes, `pages` the same in pages (2.3). `column` and `last_column` count from 0
    on those pages.
    """

    article: int
    first: int
    last: int
    top: float
    bottom: float
    lines: int
    pages: float
    column: int = 0
    last_column: int = 0


@dataclass(frozen=True, slots=True)
class Layout:
    """Every piece in print order; `used` ends with the text, `total` counts blank pages, `size` is in mm.

    `filled` is the part of the last page of text that is taken.
    """

    spans: tuple[PageSpan, ...]
    used: int
    total: int
    size: tuple[float, float]
    columns: int = 1
    blank: BlankPages | None = None
    filled: float = 1.0

    def at(self, page: int, across: float, down: float) -> PageSpan | None:
        """Return the piece at a place of a page (mm from its left edge and its head), None where there is none."""
        column = int(self.columns > 1 and across > self.size[0] / 2)
        place = (page, column, down)
        for span in self.spans:
            first = (span.first, span.column, span.top)
            if first <= place <= (span.last, span.last_column, span.bottom):
                return span
        return None


def layout_of(edition: Edition, found: Standing) -> Layout:
    """Return the layout of an edition that was set so."""
    page = geometry(edition.design.format, edition.design.fitting)
    spans = []
    for piece, first, last in zip(edition.pieces, found.of("first"), found.of("last"), strict=True):
        lines = round(_down(last, page) - _down(first, page))
        lines -= sum(
            left
            for number, left in found.left.items()
            if (first.page, first.column) < (number, 1) <= (last.page, last.column)
        )
        spans.append(
            PageSpan(
                piece.article,
                first.page,
                last.page,
                round(first.down, 2),
                round(last.down, 2),
                lines,
                round(lines / (page.lines * page.columns), 2),
                first.column,
                last.column,
            )
        )
    blank, size = blank_pages(edition, found), edition.design.format.size
    return Layout(tuple(spans), found.used, found.total, size, page.columns, blank, last_page(edition, found))


def _down(mark: PositionMark, page: Geometry) -> float:
    """Return how many lines stand before a mark, counted through all columns of all pages."""
    column = (mark.page - 1) * page.columns + mark.column
    return column * page.lines + (mark.down - page.top) * MM / page.pitch


class Proofing:
    """The proof of an issue while it is being made: `lay` it after every change, then look at single pages.

    Works in any one thread at a time (Typst releases the interpreter), so for `office.away`; calls wait for each
    other. `close` deletes its folder; afterwards every call raises Cancelled.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._folder = temporary_folder()
        self._typesetter: Typesetter | None = None
        self._measure = ParagraphMeasure()
        self._size = (0.0, 0.0)
        self._total = 0
        self._closed = False

    def lay(self, edition: Edition, *, stop: Callable[[], bool] = never) -> Layout:
        """Lay the edition out; PressFailed if it cannot be set, Cancelled if `stop` said so between two steps."""
        with self._lock:
            typesetter = self._opened()
            _check(stop)
            text = manuscript(edition, dpi=DPI[Output.PROOF])
            _check(stop)
            setting, found = typeset(typesetter, edition, text, self._measure)
            _check(stop)
            made = setting.pdf(tagged=False)
            _check(stop)
            layout = layout_of(edition, found)
            typesetter.lay(_PROOF, made)
            self._size, self._total = layout.size, layout.total
            return layout

    def page(self, number: int, ppi: float = 96.0, *, stop: Callable[[], bool] = never) -> bytes:
        """Return page `number` (the cover is 1) of what was laid out last as a PNG.

        Twice as fast as Typst's SVG drawn by Qt, and a fifteenth of what PNG of all pages takes.
        """
        with self._lock:
            compiler = self._opened().compiler(VIEW)
            _check(stop)
            if not 1 <= number <= self._total:
                raise PressFailed(f"there is no page {number} of {self._total}")
            inputs = view_inputs(_PROOF, number, self._size, ppi)
            with refusals():
                made = compiler.compile(format="png", ppi=ppi, sys_inputs=inputs)
            if isinstance(made, bytes):
                return made
            raise PressFailed(f"page {number} gave {len(made or ())} pictures")

    def close(self) -> None:
        """Delete the folder once the work under way is done."""
        with self._lock:
            self._closed = True
            if self._typesetter:
                self._typesetter.close()
            self._typesetter = None
            self._folder.cleanup()

    def _opened(self) -> Typesetter:
        if self._closed:
            raise Cancelled
        if self._typesetter is None:
            self._typesetter = Typesetter(Path(self._folder.name).resolve())
        return self._typesetter


def view_inputs(file: str, number: int, size: tuple[float, float], ppi: float) -> dict[str, str]:
    """Return what `VIEW` is told to show a page of a PDF, `size` in mm, in whole dots.

    Typst paints it in whole dots, then fits them into the room it has and leaves out the row or column that is over,
    and with it the marks of a line's letters: so the room is made as large as what it paints.
    """
    width, height = size
    dot = 25.4 / ppi
    across = max(round(width / dot), 1)
    painted = (across - _HAIR) * height / width
    down = math.ceil(painted)
    return {
        "file": file,
        "page": str(number),
        "width": repr(across * dot),
        "height": repr(down * dot),
        "across": repr((across - _HAIR) * dot),
        "stretch": repr(down / painted),
    }


def _check(stop: Callable[[], bool]) -> None:
    if stop():
        raise Cancelled
