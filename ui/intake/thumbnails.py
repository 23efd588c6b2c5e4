"""Small pictures for the preview, made at once; what is stored is prepared with care beside it."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImageReader, QImageWriter

SIDE = 900  # pixels of the longer side


def thumbnail(data: bytes) -> bytes:
    """Return a picture's bytes made small, upright; b"" for what cannot be read. Any thread may call it."""
    source = QBuffer()
    source.setData(QByteArray(data))
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(source)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.width() > SIDE or size.height() > SIDE:
        reader.setScaledSize(
            size.scaled(QSize(SIDE, SIDE), Qt.AspectRatioMode.KeepAspectRatio)
        )  # a JPEG is read so
    image = reader.read()
    if image.isNull():
        return b""
    made = QBuffer()
    made.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(made, QByteArray(b"png" if image.hasAlphaChannel() else b"jpg"))
    writer.setQuality(80)
    return bytes(made.data().data()) if writer.write(image) else b""
