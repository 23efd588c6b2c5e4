"""A page that the press drew, decoded without stopping the window."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageReader


def page_image(png: bytes) -> QImage:
    """Decode a PNG; a thread does it.

    A reader lets the interpreter go while it decodes; QImage.fromData and loadFromData hold it for ten milliseconds
    and more, in which no other thread moves.
    """
    buffer = QBuffer()
    buffer.setData(QByteArray(png))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    image = QImageReader(buffer, QByteArray(b"png")).read()
    return image.convertToFormat(QImage.Format.Format_RGB32)  # what is painted without another conversion
