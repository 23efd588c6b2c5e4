"""How large the pages of a proof are shown, and which part of them: zoom and scroll bars of one view."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QAbstractScrollArea

from desk.press.typeset.layout import Layout, PageSpan
from ui.proof.spreads import EDGE, SCREEN, TOP, Spreads

FIT = 0.0
_STEPS = (0.25, 0.33, 0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)


class ZoomAndScroll:
    """Measures the spreads of a layout in a view, and moves them by its scroll bars."""

    def __init__(self, view: QAbstractScrollArea) -> None:
        self._view = view
        self._down, self._across = view.verticalScrollBar(), view.horizontalScrollBar()
        self._down.setSingleStep(36)
        self._across.setSingleStep(36)
        self._layout: Layout | None = None
        self.zoom = FIT  # 1.0 is true size, 0 the width of the pane

    def show(self, layout: Layout | None) -> None:
        """Measure these pages from now on."""
        self._layout = layout
        self.measure()

    def refine(self, layout: Layout) -> None:
        """Know better where the articles stand on the pages, which stay as they are."""
        self._layout = layout

    def layout(self) -> Layout | None:
        """Return the pages in view."""
        return self._layout

    def pane(self) -> QRectF:
        """Return the part of the view that shows pages."""
        return QRectF(self._view.viewport().rect())

    def spreads(self) -> Spreads | None:
        """Return where the pages stand in the view now; None where there are none."""
        if self._layout is None:
            return None
        pane = self._view.viewport().size()
        right, below = self._across.value(), self._down.value()
        return Spreads(self._layout, self.zoom, pane.width(), pane.height(), right, below)

    def measure(self) -> None:
        """Let the scroll bars reach as far as the pages do."""
        spreads = self.spreads()
        if spreads is None:
            self._down.setRange(0, 0)
            self._across.setRange(0, 0)
            return
        right, below = spreads.extent
        self._down.setRange(0, below)
        self._down.setPageStep(max(1, round(spreads.pitch)))
        self._across.setRange(0, right)
        self._across.setPageStep(spreads.across)

    def set_zoom(self, zoom: float) -> bool:
        """Show the pages larger or smaller, at the same part of them; False when they are so already."""
        if zoom == self.zoom:
            return False
        share = self._down.value() / max(1, self._down.maximum())
        self.zoom = zoom
        self.measure()
        self._down.setValue(round(share * self._down.maximum()))
        return True

    def factor(self) -> float:
        """Return how large the pages are now; 1.0 is their true size."""
        spreads = self.spreads()
        return spreads.scale / SCREEN if spreads is not None else 1.0

    def stepped(self, steps: int) -> float:
        """Return the zoom that is so many steps larger (or, below zero, smaller)."""
        now = self.factor()
        above = [at for at, step in enumerate(_STEPS) if step > now + 0.01]
        below = [at for at, step in enumerate(_STEPS) if step < now - 0.01]
        if steps > 0 and above:
            return _STEPS[min(above[0] + steps - 1, len(_STEPS) - 1)]
        if steps < 0 and below:
            return _STEPS[max(below[-1] + steps + 1, 0)]
        return self.zoom

    def turn(self, steps: int) -> None:
        """Turn so many spreads on, or back."""
        spreads = self.spreads()
        if spreads is not None:
            self._down.setValue(self._down.value() + round(steps * spreads.pitch))

    def go_to_end(self, *, last: bool) -> None:
        """Go to the last page, or to the first."""
        self._down.setValue(self._down.maximum() if last else 0)

    def bring(self, span: PageSpan) -> None:
        """Bring the first page of an article into view, where its beginning is not there yet."""
        spreads = self.spreads()
        if spreads is None:
            return
        rect = spreads.page(span.first)
        top = rect.top() + span.top * spreads.scale
        if not (top >= 0 and rect.bottom() <= spreads.down + rect.height() / 2):
            self._down.setValue(round(spreads.below + rect.top() - TOP))
        if rect.left() < 0 or rect.right() > spreads.across:
            self._across.setValue(round(spreads.right + rect.left() - EDGE))

    def bring_page(self, number: int) -> None:
        """Bring a page to the head of the view."""
        spreads = self.spreads()
        if spreads is not None:
            self._down.setValue(round(spreads.below + spreads.page(number).top() - TOP))

    def article_in_view(self, marked: int) -> int:
        """Return the marked article where it is in view, else the first one on the pages in view; 0 for none."""
        spreads = self.spreads()
        if spreads is None:
            return 0
        pane = self.pane()
        seen = {number for number, _ in spreads.within(pane)}

        def stands(span: PageSpan, number: int) -> bool:
            return span.first <= number <= span.last and spreads.part(span, number).intersects(pane)

        span = spreads.span(marked)
        if span is not None and any(stands(span, number) for number in seen):
            return marked
        for number in sorted(seen, key=lambda one: (one < spreads.topmost(), one)):
            for span in spreads.layout.spans:
                if stands(span, number):
                    return span.article
        return 0
