"""Draws a picture of the desk with its caption and credit, as one letter of the document."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil
from typing import Protocol

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QImageReader,
    QPainter,
    QPen,
    QPixmap,
    QPyTextObject,
    QTextDocument,
    QTextFormat,
)

from desk.edition import masthead
from desk.text.blocks import Picture
from ui.look.style import PAPER_PT, color
from ui.paper.formats import picture_of

MOST_PIXELS = 50_000_000
_GAP = 6.0
_NO_WIDTH = 480.0  # a document that was not laid out yet
_FLAGS = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap.value)
_KEPT = 12


class PictureHost(Protocol):
    """What a document gives to its pictures."""

    hints: bool
    picture: Callable[[str], QImage | None]  # by its SHA-256; None where it is not known

    @property
    def face(self) -> QFont:
        """Return the page's face."""


class PictureObject(QPyTextObject):
    """Takes the place of Qt's own image handler, which would load files and shares by name."""

    def __init__(self, document: QTextDocument, page: PictureHost) -> None:
        super().__init__(document)
        self._sizes: dict[str, QSizeF | None] = {}
        self._scaled: dict[tuple[str, int, int], QPixmap] = {}
        self._page = page

    def install(self, document: QTextDocument) -> None:
        """Draw every image of the document."""
        document.documentLayout().registerHandler(QTextFormat.ObjectTypes.ImageObject.value, self)

    def forget(self) -> None:
        """Forget sizes and pixels."""
        self._sizes.clear()
        self._scaled.clear()

    def intrinsicSize(self, doc: QTextDocument, pos_in_document: int, shape: QTextFormat) -> QSizeF:
        """Return the room for picture, caption and credit."""
        picture = picture_of(shape)
        width = _room(doc)
        if picture is None:
            return QSizeF(0, 0)
        height = self._picture_size(picture, width).height()
        for text, font, _token in self._lines(picture):
            height += _GAP + _text_height(text, font, width)
        return QSizeF(width, ceil(height))

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        pos_in_document: int,
        shape: QTextFormat,
    ) -> None:
        """Draw picture, caption and credit one under the other."""
        picture = picture_of(shape)
        if picture is None:
            return
        rect = QRectF(rect)
        size = self._picture_size(picture, rect.width())
        frame = QRectF(QPointF(rect.center().x() - size.width() / 2, rect.top()), size)
        painter.save()
        self._draw_picture(painter, frame, picture)
        top = frame.bottom()
        for text, font, token in self._lines(picture):
            painter.setFont(font)
            painter.setPen(color(token))
            room = QRectF(rect.left(), top + _GAP, rect.width(), _text_height(text, font, rect.width()))
            painter.drawText(room, _FLAGS, text)
            top = room.bottom()
        painter.restore()

    def _lines(self, picture: Picture) -> list[tuple[str, QFont, str]]:
        """Return what stands under the picture: letters, font, colour."""
        face = self._page.face
        font = QFont(face)
        font.setItalic(True)
        font.setPointSizeF(face.pointSizeF() * 0.88)
        words = masthead.caption(picture)
        if words:
            return [(words, font, "ink")]
        if self._page.hints and picture.picture:
            hint = QCoreApplication.translate("PictureObject", "Chưa có chú thích: nhấp đúp vào ảnh để viết")
            return [(hint, font, "muted")]
        return []

    def _picture_size(self, picture: Picture, room: float) -> QSizeF:
        if picture.picture not in self._sizes:
            image = self._page.picture(picture.picture)
            known = image is not None and not image.isNull()
            self._sizes[picture.picture] = QSizeF(image.size()) if known and image is not None else None
        natural = self._sizes[picture.picture]
        if natural is None:
            return QSizeF(room, room * 0.3)
        zoom = self._page.face.pointSizeF() / PAPER_PT
        room = room / 2 if picture.width == "half" else room
        width = min(room, natural.width() * zoom, 1.25 * room * natural.width() / natural.height())
        return QSizeF(width, width * natural.height() / natural.width())

    def _draw_picture(self, painter: QPainter, frame: QRectF, picture: Picture) -> None:
        pixels = self._pixels(picture.picture, frame.size(), painter.device().devicePixelRatioF())
        if pixels is not None:
            painter.drawPixmap(frame, pixels, QRectF(pixels.rect()))
            return
        painter.fillRect(frame, color("hover"))
        painter.setPen(QPen(QColor(color("muted")), 1, Qt.PenStyle.DashLine))
        painter.drawRect(frame.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setPen(color("muted"))
        gone = QCoreApplication.translate("PictureObject", "Không có ảnh này trong bàn biên tập")
        if not picture.picture:
            gone = QCoreApplication.translate("PictureObject", "Đang nhận ảnh…")
        painter.drawText(frame, int(Qt.AlignmentFlag.AlignCenter), gone)

    def _pixels(self, sha: str, size: QSizeF, ratio: float) -> QPixmap | None:
        key = (sha, round(size.width() * ratio), round(size.height() * ratio))
        if key not in self._scaled:
            image = self._page.picture(sha)
            if image is None or image.isNull():
                return None
            while len(self._scaled) >= _KEPT:
                del self._scaled[next(iter(self._scaled))]
            smooth = Qt.TransformationMode.SmoothTransformation
            whole = Qt.AspectRatioMode.IgnoreAspectRatio
            self._scaled[key] = QPixmap.fromImage(image.scaled(key[1], key[2], whole, smooth))
        return self._scaled[key]


def _room(doc: QTextDocument) -> float:
    """Return the width of the text column."""
    width = doc.pageSize().width()
    if width <= 0:
        return _NO_WIDTH
    frame = doc.rootFrame().frameFormat()
    return max(40.0, width - frame.leftMargin() - frame.rightMargin() - 2 * frame.padding())


def _text_height(text: str, font: QFont, width: float) -> float:
    return QFontMetricsF(font).boundingRect(QRectF(0, 0, width, 1e6), _FLAGS, text).height()


def decode(data: bytes | None) -> QImage | None:
    """Return the picture in these bytes, upright; None for no picture and for one too large to be one."""
    if not data:
        return None
    bytes_in = QBuffer()
    bytes_in.setData(QByteArray(data))
    reader = QImageReader(bytes_in)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > MOST_PIXELS:
        return None
    image = reader.read()
    return None if image.isNull() else image
