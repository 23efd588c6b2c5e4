"""Letters to bytes as Windows writes Vietnamese."""

from __future__ import annotations

import unicodedata

_TONES = "\u0300\u0301\u0303\u0309\u0323"


def windows_1258(text: str) -> bytes:
    """Return the bytes of windows-1258: a letter with its hat, then its tone."""
    out = bytearray()
    for letter in text:
        try:
            out += letter.encode("cp1258")
        except UnicodeEncodeError:
            split = unicodedata.normalize("NFD", letter)
            tones = "".join(mark for mark in split if mark in _TONES)
            hatted = unicodedata.normalize("NFC", "".join(mark for mark in split if mark not in _TONES))
            out += (hatted + tones).encode("cp1258")
    return bytes(out)
