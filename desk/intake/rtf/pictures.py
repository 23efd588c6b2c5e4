"""The bytes of a picture in RTF: digits, or bytes behind \\bin."""

from __future__ import annotations

import re

from desk.intake.picture_parts import Shape
from desk.intake.rtf.state import Picture

_NO_DIGIT = re.compile(rb"[^0-9A-Fa-f]+")
SIZES = frozenset(("piccropl", "piccropt", "piccropr", "piccropb", "picwgoal", "pichgoal"))


def picture_bytes(picture: Picture) -> bytes:
    """Return the bytes of a picture."""
    data = picture.binary
    if not data:
        digits = _NO_DIGIT.sub(b"", b"".join(picture.digits))
        data = bytes.fromhex(digits[: len(digits) // 2 * 2].decode("ascii"))
    return data


def picture_shape(picture: Picture) -> Shape:
    """Return what is cut off (RTF 1.9.1, "Pictures": \\piccropN counts from the size that the picture was to be)."""
    sizes = picture.sizes
    wide, tall = sizes.get("picwgoal", 0), sizes.get("pichgoal", 0)
    if wide <= 0 or tall <= 0:
        return Shape()
    cuts = (
        sizes.get("piccropl", 0) / wide,
        sizes.get("piccropt", 0) / tall,
        sizes.get("piccropr", 0) / wide,
        sizes.get("piccropb", 0) / tall,
    )
    return Shape(cuts)
