"""The flag on a page of the proof: what is wrong with the article that begins there."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterPath, QPen

from ui.look import style
from ui.look.text_size import px

_HIGH = 20  # pixels
_AWAY = 8  # pixels from the edge of the page
_SIGN = 13


@dataclass(frozen=True, slots=True)
class PageMarking:
    """What is wrong with an article on the page: words for its flag, the colour token, what else is wrong."""

    words: str
    token: str = "amber"
    others: tuple[str, ...] = ()

    @property
    def told(self) -> str:
        """Return everything that is wrong, a line each."""
        return "\n".join((self.words, *self.others))


def paint_flag(painter: QPainter, font: QFont, page: QRectF, top: float, marking: PageMarking) -> None:
    """Paint a flag above `top`, where the article begins, at the right edge of its page; long words are elided."""
    font = QFont(font)
    font.setPixelSize(px(11))
    font.setWeight(QFont.Weight.Medium)
    metrics = QFontMetrics(font)
    more = ""
    if marking.others:
        more = QCoreApplication.translate("PageMarks", " và {n} điều nữa").format(n=len(marking.others))
    room = round(page.width()) - 44 - metrics.horizontalAdvance(more)
    words = metrics.elidedText(marking.words, Qt.TextElideMode.ElideRight, room) + more
    width = metrics.horizontalAdvance(words) + px(13) + 17
    box = QRectF(page.right() - width - _AWAY, max(top - px(_HIGH) - 2, page.top() + 4), width, px(_HIGH))
    path = QPainterPath()
    path.addRoundedRect(box, 5, 5)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(path, style.color(f"{marking.token}_soft"))
    painter.setPen(QPen(style.color(marking.token), 1))
    painter.drawPath(path)
    sign = style.pixmap("warning", marking.token, px(_SIGN), painter.device().devicePixelRatioF())
    painter.drawPixmap(QPointF(box.left() + 6, box.center().y() - px(_SIGN) / 2), sign)
    painter.setFont(font)
    painter.drawText(box.adjusted(px(13) + 10, 0, -5, 0), Qt.AlignmentFlag.AlignVCenter, words)
    painter.restore()
