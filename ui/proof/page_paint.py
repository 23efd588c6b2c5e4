"""How a page of the proof is painted: the sheet with its picture, and the edge of an article on it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPen

from ui.look import style
from ui.proof.flag import PageMarking


def paint_message(painter: QPainter, pane: QRect, message: str) -> None:
    """Say why there is no page."""
    painter.setPen(style.color("muted"))
    flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
    painter.drawText(pane.adjusted(32, 48, -32, -32), int(flags), message)


def paint_page(painter: QPainter, rect: QRectF, picture: QImage | None, ratio: float) -> None:
    """Paint a sheet and its shadow, with its picture where it is there; `ratio` is pixels a device pixel."""
    shadow = QRectF(rect.adjusted(1, 2, 2, 3))
    painter.fillRect(shadow, style.color("line"))
    painter.fillRect(rect, Qt.GlobalColor.white)  # paper is white in the dark too: it is what prints
    if picture is not None and abs(picture.width() / ratio - rect.width()) < 1.5:
        painter.drawImage(rect.topLeft().toPoint(), picture)  # pixel by pixel: nothing is scaled
    elif picture is not None:
        painter.drawImage(rect, picture)
    painter.setPen(QPen(style.color("line"), 1))
    painter.drawRect(rect)


def paint_span(
    painter: QPainter, number: int, rect: QRectF, part: QRectF, *, chosen: bool, marking: PageMarking | None
) -> None:
    """Paint the outer edge of an article on a page: it is chosen, or something is wrong with it."""
    edge = QRectF(rect.right() - 4 if number % 2 else rect.left(), part.top(), 4, part.height())
    if chosen:
        painter.fillRect(edge, style.color("accent"))
    elif marking is not None:
        painter.fillRect(edge, style.color(marking.token))
