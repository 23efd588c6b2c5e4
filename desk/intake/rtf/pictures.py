"""The bytes of a picture in RTF: digits, or bytes behind \\bin."""

from __future__ import annotations

import re

from desk.intake.rtf.state import Picture

_DRAWN = frozenset(("pngblip", "jpegblip", ""))
_NO_DIGIT = re.compile(rb"[^0-9A-Fa-f]+")
_SIGNATURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8", b"GIF8", b"BM")


def drawn(picture: Picture) -> bytes | None:
    """Return the bytes of a picture that the desk can draw; None for a metafile or what is no picture."""
    if picture.kind not in _DRAWN:
        return None
    data = picture.binary
    if not data:
        digits = _NO_DIGIT.sub(b"", b"".join(picture.digits))
        data = bytes.fromhex(digits[: len(digits) // 2 * 2].decode("ascii"))
    if picture.kind:
        return data
    return data if data.startswith(_SIGNATURES) else None
