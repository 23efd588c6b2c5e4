"""How large the interface's words are: the system's own size, times what the person chose.

Lengths of the design are in pixels at 100 %. A widget asks `px` for its own; what is painted is painted in the
lengths of the design through `enlarged`, as Qt itself does it on a dense screen.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF
from PySide6.QtGui import QFont, QPainter

CHOICES = (100, 110, 125, 150)  # per cent
_USUAL = 9.0  # points: the interface's font of Windows, for which the design was drawn
_MOST_OF_SYSTEM = 2.0

_system, _chosen = 1.0, 100


def follow_system(font: QFont) -> None:
    """Take the system's size of words from its font; one smaller than usual leaves the design as it is."""
    global _system
    _system = min(max(font.pointSizeF() / _USUAL, 1.0), _MOST_OF_SYSTEM)


def choose(percent: int) -> None:
    """Set what the person chose, one of CHOICES; who shows words is told by `style.look().changed`."""
    global _chosen
    _chosen = percent if percent in CHOICES else 100


def chosen() -> int:
    """Return what the person chose, in per cent."""
    return _chosen


def factor() -> float:
    """Return how much larger than in the design words are."""
    return _system * _chosen / 100


def px(pixels: float) -> int:
    """Return a length of the design in pixels of the screen."""
    return round(pixels * factor())


@contextmanager
def enlarged(painter: QPainter, rect: QRect | QRectF) -> Iterator[QRect]:
    """Paint into a rectangle in the lengths of the design: yields it in them, where it is; puts the painter back."""
    by, at = factor(), rect.topLeft()
    painter.save()
    if by != 1:
        painter.translate(at)
        painter.scale(by, by)
        painter.translate(-at)
    try:
        yield QRect(round(at.x()), round(at.y()), round(rect.width() / by), round(rect.height() / by))
    finally:
        painter.restore()


def design_place(place: QPointF) -> QPointF:
    """Return a place of the screen in lengths of the design."""
    return place / factor()


def design_size(width: float, height: float) -> QSizeF:
    """Return a size on the screen in lengths of the design."""
    return QSizeF(width / factor(), height / factor())


def density(painter: QPainter) -> float:
    """Return how many pixels of the device a length of one of the painter's has."""
    device = painter.device()
    return (device.devicePixelRatioF() if device else 1.0) * painter.worldTransform().m11()
