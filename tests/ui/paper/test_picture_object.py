"""Pictures in a document: their size, their words, what stands in their place, what is no picture."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QApplication

from desk.text.blocks import Picture
from tests.ui.editor.sample import picture_bytes
from tests.ui.painted import Painted
from ui.look import style
from ui.look.style import paper_font
from ui.paper import picture_object
from ui.paper.blocks_to_qt import PageDocument
from ui.paper.formats import Style as BlockStyle
from ui.paper.formats import char_format, picture_format
from ui.paper.picture_object import PictureObject, decode

WIDE, SMALL, TALL, GONE = "aa" * 32, "bb" * 32, "cc" * 32, "dd" * 32
_SIZES = {WIDE: (900, 450), SMALL: (120, 60), TALL: (300, 900)}


class Album:
    """The pictures of a document, and what was asked of it."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, sha: str) -> QImage | None:
        self.asked.append(sha)
        if sha not in _SIZES:
            return None
        image = QImage(*_SIZES[sha], QImage.Format.Format_RGB32)
        image.fill(0xFF3366)
        return image


@pytest.fixture
def page(qapp: QApplication) -> PageDocument:
    made = PageDocument()
    made.wear(paper_font(12.5))
    made.picture = Album()
    made.setPageSize(QSizeF(400, 600))
    return made


def _size(page: PageDocument, picture: Picture) -> QSizeF:
    return PictureObject(page, page).intrinsicSize(page, 0, picture_format(picture))


def _drawn(page: PageDocument, picture: Picture) -> Painted:
    drawer, shape = PictureObject(page, page), picture_format(picture)
    return Painted(lambda painter: drawer.drawObject(painter, QRectF(0, 0, 400, 260), page, 0, shape))


def _box(painted: Painted) -> tuple[float, float, int, int]:
    ((x, y, image),) = painted.pictures()
    return x, y, image.width(), image.height()


@pytest.mark.parametrize(
    ("picture", "height"),
    [
        (Picture("p", WIDE), 200),  # the whole column
        (Picture("p", WIDE, width="half"), 100),
        (Picture("p", SMALL), 60),  # never larger than it is
        (Picture("p", TALL), 500),  # never higher than a column and a quarter is wide
        (Picture("p", GONE), 120),  # the room of one that is not known
    ],
)
def test_the_room_of_a_picture(page: PageDocument, picture: Picture, height: int) -> None:
    assert _size(page, picture) == QSizeF(400, height)


def test_a_larger_face_makes_small_pictures_larger(page: PageDocument) -> None:
    page.wear(paper_font(25))
    assert _size(page, Picture("p", SMALL)).height() == 120


def test_margins_take_of_the_column_and_a_document_not_laid_out_has_one(page: PageDocument) -> None:
    frame = page.rootFrame().frameFormat()
    frame.setLeftMargin(50)
    frame.setRightMargin(30)
    page.rootFrame().setFrameFormat(frame)
    assert _size(page, Picture("p", WIDE)) == QSizeF(320, 160)
    page.setPageSize(QSizeF())
    assert _size(page, Picture("p", WIDE)) == QSizeF(480, 240)


def test_another_image_takes_no_room(page: PageDocument) -> None:
    drawer = PictureObject(page, page)
    assert drawer.intrinsicSize(page, 0, char_format(BlockStyle.PARAGRAPH)) == QSizeF(0, 0)


def test_caption_and_credit_stand_under_the_picture_in_one_line(page: PageDocument) -> None:
    picture = Picture("p", WIDE, "Các đại biểu", "Ảnh: An")
    bare, worded = _size(page, Picture("p", WIDE)), _size(page, picture)
    assert 16 < worded.height() - bare.height() < 40
    painted = _drawn(page, picture)
    assert _box(painted) == (0, 0, 400, 200)
    (line,) = painted.lines()
    assert "Các đại biểu" in line.words
    assert "Ảnh: An" in line.words
    assert line.y > 206
    assert line.color == style.color("ink").name()


def test_a_small_picture_stands_in_the_middle(page: PageDocument) -> None:
    assert _box(_drawn(page, Picture("p", SMALL))) == (140, 0, 120, 60)


def test_only_an_editor_asks_for_a_caption(page: PageDocument) -> None:
    assert _drawn(page, Picture("p", WIDE)).words() == []
    page.hints = True
    hint = _drawn(page, Picture("p", WIDE))
    assert hint.words() == ["Chưa có chú thích: nhấp đúp vào ảnh để viết"]
    assert hint.lines()[0].color == style.color("muted").name()
    assert _drawn(page, Picture("p", "")).words() == ["Đang nhận ảnh…"]


def test_a_picture_that_is_not_there_says_so(page: PageDocument) -> None:
    painted = _drawn(page, Picture("p", GONE, "Các đại biểu"))
    assert painted.pictures() == []
    assert painted.words() == ["Không có ảnh này trong bàn biên tập", "Các đại biểu"]


def test_sizes_and_pixels_are_kept_until_they_are_forgotten(page: PageDocument) -> None:
    album = Album()
    page.picture = album
    drawer, shape = PictureObject(page, page), picture_format(Picture("p", WIDE))

    def draw() -> None:
        Painted(lambda painter: drawer.drawObject(painter, QRectF(0, 0, 400, 260), page, 0, shape))

    draw()
    draw()
    assert album.asked == [WIDE, WIDE]  # once for its size, once for its pixels
    drawer.forget()
    draw()
    assert len(album.asked) == 4


def test_a_document_draws_its_images_through_it(page: PageDocument) -> None:
    document = QTextDocument()
    PictureObject(document, page).install(document)
    image = picture_format(Picture("p", WIDE)).objectType()
    assert isinstance(page.documentLayout().handlerForObject(image), PictureObject)


def test_what_is_no_picture_or_too_large_to_be_one_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    data = picture_bytes(40, 30)
    image = decode(data)
    assert image is not None
    assert (image.width(), image.height()) == (40, 30)
    assert decode(None) is decode(b"") is decode(b"letters") is decode(data[:60]) is None
    monkeypatch.setattr(picture_object, "MOST_PIXELS", 1200)
    assert decode(data) is not None
    monkeypatch.setattr(picture_object, "MOST_PIXELS", 1199)
    assert decode(data) is None


def test_an_image_bomb_is_no_picture() -> None:
    assert decode(b"not a picture") is None
    assert decode(b"") is None
    header = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + (30000).to_bytes(4, "big") * 2 + b"\x08\x02\x00\x00\x00"
    assert decode(header + b"\x00" * 40) is None
