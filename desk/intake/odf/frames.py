"""What a frame of an OpenDocument text holds: a picture, a box of words, an object (ODF 1.3 part 3, 10.4)."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable
from typing import Any

from desk.intake.odf.names import q
from desk.intake.result import Dropped

_DRAWN = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*")
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
    for image in frame.iterchildren(q("draw:image")):
        address = image.get(q("xlink:href"), "")
        data = _inside(image) or (part(address.removeprefix("./")) if _is_part(address) else b"")
        if data.startswith(_DRAWN) or _is_webp(data):
            return data
        if data:
            reason = Dropped.UNDRAWN_PICTURES
        elif reason is None:
            reason = Dropped.PICTURES if _is_part(address) or not address else Dropped.LINKED_PICTURES
    return reason


def _is_part(address: str) -> bool:
    return bool(address) and ":" not in address and not address.startswith(("/", "../"))


def _is_webp(data: bytes) -> bool:
    return data[:4] == b"RIFF" and data[8:12] == b"WEBP"


def _inside(image: Any) -> bytes:
    """Return bytes that stand in the file itself, as a flat OpenDocument has them."""
    found = image.find(q("office:binary-data"))
    if found is None or not found.text:
        return b""
    try:
        return base64.b64decode("".join(found.text.split()))
    except (binascii.Error, ValueError):
        return b""
