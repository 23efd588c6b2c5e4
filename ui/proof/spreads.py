"""Spreads: where the pages of a booklet stand in a window on them, odd pages at the right as in a bound booklet."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from desk.press.typeset.layout import Layout, PageSpan

EDGE, GAP, TOP = 20, 22, 18  # pixels: beside the spread, between spreads, above the first
SCREEN = 96 / 25.4  # pixels a millimetre at true size
_LEAST = 0.4  # pixels a millimetre in a pane however narrow


@dataclass(frozen=True, slots=True)
class Spreads:
    """A layout's pages, seen through a pane of `across` × `down` pixels that is scrolled by `right` and `below`.

    `zoom` 1.0 is true size; 0 fits a spread into the pane.
    """

    layout: Layout
    zoom: float
    across: int
    down: int
    right: int = 0
    below: int = 0

    @property
    def scale(self) -> float:
        """Return pixels a millimetre."""
        if self.zoom:
            return self.zoom * SCREEN
        return max((self.across - 2 * EDGE) / (2 * self.layout.size[0]), _LEAST)

    @property
    def pitch(self) -> float:
        """Return the pixels from one spread to the next."""
        return self.layout.size[1] * self.scale + GAP

    @property
    def extent(self) -> tuple[int, int]:
        """Return how far one can scroll to the right and down, in pixels."""
        width = 2 * self.layout.size[0] * self.scale + 2 * EDGE
        height = TOP + (self.layout.total // 2 + 1) * self.pitch
        return max(0, round(width - self.across)), max(0, round(height - self.down))

    def page(self, number: int) -> QRectF:
        """Return where a page stands in the pane."""
        width, height = (side * self.scale for side in self.layout.size)
        middle = max(2 * width + 2 * EDGE, self.across) / 2 - self.right
        top = TOP + (number // 2) * self.pitch - self.below
        return QRectF(middle if number % 2 else middle - width, top, width, height)

    def part(self, span: PageSpan, number: int) -> QRectF:
        """Return the part of a page, as wide as the page, on which an article stands."""
        rect = self.page(number)
        top = rect.top() + (span.top * self.scale if number == span.first else 0)
        bottom = rect.top() + span.bottom * self.scale if number == span.last else rect.bottom()
        return QRectF(rect.left(), top, rect.width(), bottom - top)

    def within(self, box: QRectF) -> list[tuple[int, QRectF]]:
        """Return the pages that meet a part of the pane; only its spreads are looked at, not the whole issue."""
        scrolled = self.below - TOP
        first, last = ((edge + scrolled) // self.pitch for edge in (box.top(), box.bottom()))
        numbers = range(max(1, 2 * int(first)), min(self.layout.total, 2 * int(last) + 1) + 1)
        return [(number, rect) for number in numbers if (rect := self.page(number)).intersects(box)]

    def topmost(self) -> int:
        """Return the page at the top of the pane: the first that reaches below a third of it."""
        line = self.down / 3
        numbers = range(1, self.layout.total + 1)
        return next((number for number in numbers if self.page(number).bottom() > line), self.layout.total)

    def article_at(self, place: QPointF) -> PageSpan | None:
        """Return the article under a point of the pane."""
        for number, rect in self.within(QRectF(place.x(), place.y(), 1, 1)):
            if rect.contains(place):
                across, down = place.x() - rect.left(), place.y() - rect.top()
                return self.layout.at(number, across / self.scale, down / self.scale)
        return None

    def span(self, article_id: int) -> PageSpan | None:
        """Return where an article stands."""
        return next((span for span in self.layout.spans if span.article == article_id), None)
