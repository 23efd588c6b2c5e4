"""The flag of an article with which something is wrong."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from ui.proof.flag import PageMarking, paint_flag
from ui.proof.page_paint import paint_page, paint_span


def _canvas() -> QImage:
    image = QImage(300, 400, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    return image


def test_everything_wrong_is_told_a_line_each() -> None:
    assert PageMarking("chưa duyệt").told == "chưa duyệt"
    assert (
        PageMarking("chưa duyệt", "accent", ("ảnh mờ", "thiếu sapô")).told == "chưa duyệt\nảnh mờ\nthiếu sapô"
    )


def test_a_flag_and_an_edge_are_seen_on_the_page(qapp: QApplication) -> None:
    plain, flagged = _canvas(), _canvas()
    rect = QRectF(20, 20, 200, 300)
    for image in (plain, flagged):
        painter = QPainter(image)
        paint_page(painter, rect, None, 1.0)
        if image is flagged:
            marking = PageMarking("chưa duyệt bản này", "accent")
            paint_span(painter, 1, rect, QRectF(20, 60, 200, 90), chosen=False, marking=marking)
            paint_flag(painter, QFont(), rect, 60, marking)
        painter.end()
    assert plain.pixel(218, 100) != flagged.pixel(218, 100)  # the outer edge of an odd page
    assert plain.pixel(218, 200) == flagged.pixel(218, 200)  # below the article
    assert plain != flagged
