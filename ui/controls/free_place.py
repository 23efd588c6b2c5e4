"""Where something that floats over a page may lie: near its foot, and on nothing that one presses there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QWidget


@dataclass(frozen=True, slots=True)
class Held:
    """What one presses on a page: the places of what stands there, and of what may be scrolled away."""

    fixed: tuple[QRect, ...]
    scrolled: tuple[QRect, ...]


def held(page: QWidget) -> Held:
    """Return the visible footers and buttons of a page, in its own coordinates."""
    fixed: list[QRect] = []
    scrolled: list[QRect] = []
    for widget in _seen(page):
        if widget.property("place") == "footer":
            fixed.append(_place(widget, page))
        elif isinstance(widget, QAbstractButton):
            place, area = _place(widget, page), _scrolls(widget, page)
            if area is None:
                fixed.append(place)
            else:
                scrolled.append(place.intersected(_place(area, page)))
    return Held(tuple(fixed), tuple(one for one in scrolled if not one.isEmpty()))


def _seen(above: QWidget) -> Iterator[QWidget]:
    for child in above.children():
        if isinstance(child, QWidget) and not child.isHidden() and not child.isWindow():
            yield child
            yield from _seen(child)


def _place(widget: QWidget, page: QWidget) -> QRect:
    return QRect(widget.mapTo(page, QPoint()), widget.size())


def _scrolls(widget: QWidget, page: QWidget) -> QWidget | None:
    """Return the viewport in which a widget is scrolled, the innermost."""
    up = widget.parentWidget()
    while up is not None and up is not page:
        area = up.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is up:
            return up
        up = area
    return None


def place(wanted: QRect, page: QRect, fixed: Sequence[QRect], scrolled: Sequence[QRect], gap: int) -> QRect:
    """Return the place nearest to the wanted one that covers least: of what is fixed first, then of what scrolls.

    It is looked for at the foot, above each obstacle, in the middle and at both edges; for the sake of what scrolls
    alone it stays in the lower half of the page.
    """
    lefts = {wanted.left(), page.left() + gap, page.right() - wanted.width() - gap}
    near = [one for one in scrolled if one.bottom() > page.center().y()]
    if not any(map(wanted.intersects, (*fixed, *near))):
        return wanted
    tops = {wanted.top()} | {one.top() - wanted.height() - gap for one in (*fixed, *near)}
    found = [
        QRect(QPoint(left, top), wanted.size())
        for top in tops
        if page.top() <= top <= wanted.top()
        for left in lefts
    ]

    def cost(one: QRect) -> tuple[int, bool, int, int, int]:
        low = one.top() >= page.center().y()
        return (
            _covered(one, fixed),
            not low,
            _covered(one, near),
            wanted.top() - one.top(),
            abs(one.left() - wanted.left()),
        )

    return min(found, key=cost, default=wanted)


def _covered(one: QRect, others: Sequence[QRect]) -> int:
    laps = (one.intersected(other) for other in others if one.intersects(other))
    return sum(lap.width() * lap.height() for lap in laps)
