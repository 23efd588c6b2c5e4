"""Makes banbientap.ico, the book on our red in each size of Windows, and what stands beside the setup's last page."""

from __future__ import annotations

import io
import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

HERE = Path(__file__).resolve().parent
RED, WHITE = "#A3201D", "#FFFFFF"
SIZES = (16, 20, 24, 32, 40, 48, 64, 96, 128, 256)


def picture(side: int) -> bytes:
    """Return the icon as a PNG; the book is larger, and its lines bolder, where the pixels are few."""
    small = side <= 24
    line = 2.2 if small else 1.7
    svg = (HERE.parent / "icons" / "book.svg").read_text(encoding="utf-8").replace("currentColor", WHITE)
    svg = svg.replace('stroke-width="2"', f'stroke-width="{line}"')
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(0, 0, 0, 0))
    painter.setBrush(QColor(RED))
    painter.drawRoundedRect(QRectF(0, 0, side, side), side * 0.19, side * 0.19)
    book = side * (1.0 if small else 0.88)
    edge = (side - book) / 2
    QSvgRenderer(svg.encode()).render(painter, QRectF(edge, edge, book, book))
    painter.end()
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes for the format
    return bytes(buffer.data().data())


def icon() -> bytes:
    """Return the .ico: a head, a line for each size, the PNGs."""
    pictures = [picture(side) for side in SIZES]
    out = io.BytesIO()
    out.write(struct.pack("<HHH", 0, 1, len(pictures)))
    place = 6 + 16 * len(pictures)
    for side, png in zip(SIZES, pictures, strict=True):
        out.write(struct.pack("<BBBBHHII", side % 256, side % 256, 0, 0, 1, 32, len(png), place))
        place += len(png)
    out.write(b"".join(pictures))
    return out.getvalue()


def side(width: int = 164, height: int = 314) -> QImage:
    """Return what stands beside the last page of the setup."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(RED))
    painter = QPainter(image)
    painter.drawImage(QRectF(34, 40, 96, 96), QImage.fromData(picture(96)))
    painter.end()
    return image.convertToFormat(QImage.Format.Format_Indexed8)


if __name__ == "__main__":
    side().save(str(HERE / "side.bmp"))
    (HERE / "banbientap.ico").write_bytes(icon())
