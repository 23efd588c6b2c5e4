"""The bytes of a picture that stands in a line (MS-DOC 2.9.190 PICFAndOfficeArtData; MS-ODRAW 2.2.23 blips)."""

from __future__ import annotations

import struct

_SIGNATURES = ((b"\x89PNG\r\n\x1a\n", 0xF01E), (b"\xff\xd8\xff", 0xF01D))
_HEADS = (8 + 16 + 1, 8 + 32 + 1)  # a record's head, one or two digests, a tag


def inline_picture(data: bytes, place: int) -> bytes:
    """Return a PNG or JPEG of the data stream; b"" for every other picture."""
    if not 0 <= place <= len(data) - 6:
        return b""
    (long,) = struct.unpack_from("<I", data, place)
    art = data[place : place + long]
    for signature, kind in _SIGNATURES:
        at = art.find(signature)
        while at >= 0:
            for head in _HEADS:
                if at >= head:
                    found, size = struct.unpack_from("<HI", art, at - head + 2)
                    if found == kind and size >= head - 8:
                        return art[at : at + size - (head - 8)]
            at = art.find(signature, at + 1)
    return b""
