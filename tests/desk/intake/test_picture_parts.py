"""Pictures of a foreign file as they are shown there."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from desk.intake import limits
from desk.intake.picture_parts import PictureLoss, PixelBudget, Shape, shaped
from tests.desk.intake.word.making import png

RED, BLUE = (255, 0, 0), (0, 0, 255)


def _image(data: bytes | PictureLoss) -> Image.Image:
    assert isinstance(data, bytes)
    return Image.open(BytesIO(data)).convert("RGB")


def test_a_picture_shown_as_it_is_keeps_its_bytes() -> None:
    data = png()
    assert shaped(data) is data
    assert shaped(data, Shape((0.0, 0.004, 0.0, -0.1), 360.0)) is data


def test_what_was_cropped_away_is_gone() -> None:
    image = _image(shaped(png(), Shape((0.5, 0.0, 0.0, 0.5))))
    assert (image.size, image.getpixel((0, 0))) == ((20, 10), BLUE)


def test_a_picture_stands_as_it_was_turned() -> None:
    right = _image(shaped(png(), Shape(turn=90.0)))
    assert (right.size, right.getpixel((5, 2)), right.getpixel((5, 38))) == ((20, 40), RED, BLUE)
    left = _image(shaped(png(), Shape(turn=-90.0)))
    assert (left.getpixel((5, 2)), left.getpixel((5, 38))) == (BLUE, RED)
    assert _image(shaped(png(), Shape(turn=180.0))).getpixel((2, 2)) == BLUE
    leaning = _image(shaped(png(), Shape(turn=30.0)))
    assert leaning.width > 40
    assert leaning.getpixel((0, 0)) == (255, 255, 255)


def test_a_picture_is_mirrored() -> None:
    assert _image(shaped(png(), Shape(flip_x=True))).getpixel((2, 2)) == BLUE
    assert _image(shaped(png(), Shape(flip_y=True))).getpixel((2, 2)) == RED


def test_a_photograph_stays_one() -> None:
    made = shaped(png(kind="JPEG"), Shape((0.5, 0.0, 0.0, 0.0)))
    assert isinstance(made, bytes)
    assert made.startswith(b"\xff\xd8")


def test_a_crop_of_everything_is_none() -> None:
    assert _image(shaped(png(), Shape((0.6, 0.0, 0.6, 0.0)))).size == (40, 20)


@pytest.mark.parametrize("kind", ["GIF", "BMP", "TIFF", "WEBP"])
def test_other_pictures_of_dots_are_taken(kind: str) -> None:
    assert shaped(png(kind=kind)) == png(kind=kind)
    assert isinstance(shaped(png(kind=kind), Shape(turn=90.0)), bytes)


def test_what_is_no_picture_of_dots_is_said() -> None:
    emf = b"\x01\x00\x00\x00" + b"\0" * 36 + b" EMF" + b"\0" * 60
    for data in (b'<?xml version="1.0"?><svg/>', b"\x1f\x8bemz", emf, b"\xd7\xcd\xc6\x9a" + b"\0" * 30):
        assert shaped(data) is PictureLoss.UNDRAWN
    assert shaped(b"no picture") is PictureLoss.BROKEN
    assert shaped(b"") is PictureLoss.BROKEN
    assert shaped(png()[:60], Shape(turn=90.0)) is PictureLoss.BROKEN


def test_no_more_dots_are_decoded_than_a_file_may_ask_for() -> None:
    budget, turned = PixelBudget(1_000), Shape(turn=90.0)
    assert isinstance(shaped(png(), turned, budget), bytes)
    assert shaped(png(), turned, budget) is PictureLoss.TOO_LARGE
    assert shaped(png(), Shape(), budget) == png()


def test_a_picture_too_large_is_said() -> None:
    assert shaped(b"\0" * (limits.PICTURE_BYTES + 1)) is PictureLoss.TOO_LARGE
    out = BytesIO()
    Image.new("1", (20_000, 6_000)).save(out, "PNG")
    assert shaped(out.getvalue()) is PictureLoss.TOO_LARGE
