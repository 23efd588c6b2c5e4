from __future__ import annotations

import io

from PIL import Image

from desk.circulation.pictures_compared import is_same_picture
from tests.ui.editor.sample import picture_bytes


def packed(data: bytes) -> bytes:
    out = io.BytesIO()
    Image.open(io.BytesIO(data)).convert("RGB").save(out, "JPEG", quality=70)
    return out.getvalue()


def test_a_picture_that_was_packed_anew_is_the_same() -> None:
    one = picture_bytes(300, 200)
    assert is_same_picture(one, one)
    assert is_same_picture(one, packed(one))


def test_another_picture_is_another() -> None:
    out = io.BytesIO()
    Image.effect_noise((300, 200), 90).convert("RGB").rotate(45).save(out, "PNG")
    black = io.BytesIO()
    Image.new("RGB", (300, 200)).save(black, "PNG")
    assert not is_same_picture(out.getvalue(), black.getvalue())
    assert not is_same_picture(black.getvalue(), b"no picture")
