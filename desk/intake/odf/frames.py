"""What a frame of an OpenDocument text holds: a picture, a box of words, an object (ODF 1.3 part 3, 10.4)."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable
from typing import Any

from desk.intake.html.inline_styles import points
from desk.intake.odf.names import q
from desk.intake.picture_parts import Shape
from desk.intake.result import Dropped

_DRAWN = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*")
_CLIP = re.compile(r"rect\(\s*([^\s,)]+)[\s,]+([^\s,)]+)[\s,]+([^\s,)]+)[\s,]+([^\s,)]+)\s*\)")
_MATH = "http://www.w3.org/1998/Math/MathML"


def frame_object(frame: Any) -> Dropped | None:
    """Return what a frame with an object of another program is; None when it has none."""
    for name in ("draw:object", "draw:object-ole", "draw:plugin", "draw:applet", "draw:floating-frame"):
        found = frame.find(q(name))
        if found is not None:
            is_math = found.find(f"{{{_MATH}}}math") is not None
            return Dropped.EQUATIONS if is_math else Dropped.OBJECTS
    return None


def frame_picture(frame: Any, part: Callable[[str], bytes]) -> bytes | Dropped | None:
    """Return the bytes of the first form of a frame's picture that can be drawn, or why there are none.

    None: the frame has no picture. `part` reads a part of the package.
    """
    reason: Dropped | None = None
    found: bytes | None = None
    for image in frame.iterchildren(q("draw:image")):
        address = image.get(q("xlink:href"), "")
        data = _inside(image) or (part(address.removeprefix("./")) if _is_part(address) else b"")
        if is_drawn(data):
            return data
        if data:
            found = found or data
        elif reason is None:
            reason = Dropped.PICTURES if _is_part(address) or not address else Dropped.LINKED_PICTURES
    return found or reason


def frame_shape(frame: Any, clip: str) -> Shape:
    """Return how a frame shows its picture: `clip` is its style's fo:clip, counted from the picture's own size.

    ODF 1.3 part 3, 20.179: rect(top, right, bottom, left). The size of what is shown stands at the frame.
    """
    match = _CLIP.fullmatch(clip.strip())
    wide, tall = (points(frame.get(q(f"svg:{side}"), "")) for side in ("width", "height"))
    if match is None or wide <= 0 or tall <= 0:
        return Shape()
    top, right, bottom, left = (max(0.0, points(match[side])) for side in range(1, 5))
    # The frame is as large as what is left; its scale is not known, most programs keep the picture's own.
    return Shape(
        (
            left / (wide + left + right),
            top / (tall + top + bottom),
            right / (wide + left + right),
            bottom / (tall + top + bottom),
        )
    )


def _is_part(address: str) -> bool:
    return bool(address) and ":" not in address and not address.startswith(("/", "../"))


def is_drawn(data: bytes) -> bool:
    """Say whether these are the bytes of a picture of dots."""
    return data.startswith(_DRAWN) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP")


def _inside(image: Any) -> bytes:
    """Return bytes that stand in the file itself, as a flat OpenDocument has them."""
    found = image.find(q("office:binary-data"))
    if found is None or not found.text:
        return b""
    try:
        return base64.b64decode("".join(found.text.split()))
    except (binascii.Error, ValueError):
        return b""
