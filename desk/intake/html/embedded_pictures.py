"""Pictures whose bytes stand in a page itself."""

from __future__ import annotations

import base64
import binascii
import re

_DATA = re.compile(r"data:image/[\w.+-]+;base64,", re.IGNORECASE)
_SPACE = re.compile("[ \t\r\n\f]+")
_NAME_LETTERS = 200
PICTURE_BYTES = 20 * 1024 * 1024


def embedded_picture(address: str) -> bytes:
    """Return the bytes of a `data:image/…;base64,` address, b"" for every other one or one too heavy."""
    match = _DATA.match(address)
    if not match or (len(address) - match.end()) * 3 // 4 > PICTURE_BYTES:
        return b""
    try:
        return base64.b64decode(_SPACE.sub("", address[match.end() :]), validate=True)
    except binascii.Error:
        return b""


def name_of(address: str) -> str:
    """Return what to call a picture that was left out: its address, of an embedded one its kind."""
    return address.partition(";")[0] if _DATA.match(address) else address[:_NAME_LETTERS]
