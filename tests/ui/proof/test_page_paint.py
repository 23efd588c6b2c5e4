"""What a page of the proof is painted of, read back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage, QPainter

from tests.ui.painted import Painted
from ui.look import style
from ui.look.style import Scheme
from ui.proof.flag import PageMarking
from ui.proof.page_paint import paint_message, paint_page, paint_span

PAGE = QRectF(20, 20, 200, 300)
pytestmark = pytest.mark.usefixtures("qapp")


def _hex(token: str) -> str:
    return style.color(token).name()


def _pixels(picture: QImage | None, ratio: float) -> QImage:
    image = QImage(300, 400, QImage.Format.Format_RGB32)
    image.fill(0x808080)
    painter = QPainter(image)
    paint_page(painter, PAGE, picture, ratio)
    painter.end()
    return image


def _striped(width: int, height: int) -> QImage:
    """Return columns of black and white, which show whether they were scaled."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    for x in range(width):
        for y in range(height):
            image.setPixel(x, y, 0xFF000000 if x % 2 else 0xFFFFFFFF)
    return image


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_paper_is_white_in_every_scheme(scheme: Scheme) -> None:
    style.look().wear(scheme)
    image = _pixels(None, 1.0)
    assert image.pixelColor(100, 100).name() == "#ffffff"
    assert image.pixelColor(221, 200).name() == _hex("line")  # its shadow
    assert image.pixelColor(100, 10).name() == "#808080"


def test_a_picture_of_nearly_the_pages_width_is_not_scaled() -> None:
    drawn = _pixels(_striped(201, 300), 1.0)
    assert [drawn.pixelColor(x, 100).lightness() for x in (60, 61, 218, 219)] == [255, 0, 255, 0]


def test_on_a_dense_screen_a_picture_as_fine_is_not_scaled() -> None:
    picture, drawn = _striped(402, 600), QImage(600, 800, QImage.Format.Format_RGB32)
    for image in (picture, drawn):
        image.setDevicePixelRatio(2.0)
    painter = QPainter(drawn)
    paint_page(painter, PAGE, picture, 2.0)
    painter.end()
    assert [drawn.pixelColor(x, 200).lightness() for x in (60, 61, 290, 291)] == [255, 0, 255, 0]


def test_on_a_dense_screen_a_picture_is_measured_in_its_dots() -> None:
    coarse = QImage(200, 300, QImage.Format.Format_RGB32)
    coarse.fill(0xFF3366)
    coarse.setDevicePixelRatio(2.0)
    drawn = _pixels(coarse, 2.0)  # half as fine as the screen: it fills the page until a finer one comes
    assert drawn.pixelColor(218, 318).name() == "#ff3366"


def test_a_picture_of_another_size_fills_the_page() -> None:
    small = QImage(50, 75, QImage.Format.Format_RGB32)
    small.fill(0xFF3366)
    drawn = _pixels(small, 1.0)
    assert {drawn.pixelColor(x, y).name() for x, y in ((22, 22), (120, 200), (218, 318))} == {"#ff3366"}


def _edge(number: int, *, chosen: bool, marking: PageMarking | None) -> list[tuple[str, str]]:
    part = QRectF(20, 60, 200, 90)
    painted = Painted(lambda painter: paint_span(painter, number, PAGE, part, chosen=chosen, marking=marking))
    return [(shape.at, shape.fill) for shape in painted.shapes()]


def test_an_articles_edge_lies_at_the_outer_side_of_its_page() -> None:
    wrong = PageMarking("chưa duyệt", "amber")
    assert _edge(1, chosen=False, marking=wrong) == [("216,60,4,90", _hex("amber"))]
    assert _edge(2, chosen=False, marking=wrong) == [("20,60,4,90", _hex("amber"))]


def test_a_chosen_article_shows_that_it_is_chosen() -> None:
    assert _edge(2, chosen=True, marking=PageMarking("x", "amber")) == [("20,60,4,90", _hex("accent"))]
    assert _edge(2, chosen=False, marking=None) == []


def test_why_there_is_no_page_is_said_below_the_top() -> None:
    painted = Painted(lambda painter: paint_message(painter, QRect(0, 0, 400, 300), "Chưa có bài nào."))
    (line,) = painted.lines()
    assert (line.words, line.color) == ("Chưa có bài nào.", _hex("muted"))
    assert line.y > 48
    assert line.x > 100  # in the middle
