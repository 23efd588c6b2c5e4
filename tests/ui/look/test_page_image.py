"""A page that the press drew, decoded."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage

from ui.look.page_image import page_image


def test_a_page_is_decoded_as_it_was_drawn() -> None:
    drawn = QImage(30, 20, QImage.Format.Format_RGB32)
    drawn.fill(Qt.GlobalColor.darkRed)
    to = QBuffer()
    to.open(QIODevice.OpenModeFlag.WriteOnly)
    drawn.save(to, "PNG")  # type: ignore[call-overload]  # the stubs want bytes
    made = page_image(bytes(to.data().data()))
    assert made.format() is QImage.Format.Format_RGB32
    assert made == drawn


def test_what_is_no_picture_is_an_empty_page() -> None:
    assert page_image(b"no picture").isNull()
