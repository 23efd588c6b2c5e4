"""Small pictures for the preview."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from ui.intake.thumbnails import SIDE, thumbnail


def photograph(size: tuple[int, int], kind: str = "JPEG", mode: str = "RGB", turned: int = 1) -> bytes:
    image = Image.new(mode, size, (200, 30, 30, 90)[: len(mode)])
    tags = image.getexif()
    tags[0x0112] = turned  # Exif: Orientation
    out = BytesIO()
    image.save(out, kind, exif=tags) if kind == "JPEG" else image.save(out, kind)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (photograph((3000, 2000)), (SIDE, SIDE * 2 // 3)),
        (photograph((300, 200)), (300, 200)),
        (photograph((3000, 2000), turned=6), (SIDE * 2 // 3, SIDE)),  # held upright
        (photograph((400, 300), "PNG", "RGBA"), (400, 300)),
    ],
)
def test_a_picture_is_made_small_and_upright(data: bytes, size: tuple[int, int]) -> None:
    with Image.open(BytesIO(thumbnail(data))) as small:
        assert small.size == size


def test_what_is_no_picture_has_none() -> None:
    assert thumbnail(b"none") == b""
    assert thumbnail(b"") == b""
