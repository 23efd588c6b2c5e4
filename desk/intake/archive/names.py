"""Names of files inside an archive or a mail: which letters they are, and that they stay names and no paths."""

from __future__ import annotations

import re
import struct
import unicodedata
import zipfile
import zlib

_UTF_8_FLAG = 0x800  # APPNOTE 4.4.4, bit 11
_UNICODE_NAME = 0x7075  # APPNOTE 4.6.9, Info-ZIP's field
_UNSEEN = re.compile("[\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_DRIVE = re.compile(r"[A-Za-z]:")
_NAMED_OFTEN = re.compile(r"[A-Za-z0-9 ._()\[\]{}&,;'+=#@!~$%^/–—“”’-]")
_NO_NAME = "tệp"


def plain_name(name: str) -> str:
    """Return a name as it is shown: NFC, `/` between folders, no letters that nobody sees.

    A path that leads out of where it stands keeps its last part alone; dots and blanks at an end go, as on Windows.
    """
    text = unicodedata.normalize("NFC", _UNSEEN.sub("", name)).replace("\\", "/")
    parts = [part.strip() for part in text.split("/")]
    kept = [part.rstrip(". ") for part in parts if part.strip(". ")]
    leads_out = text.startswith("/") or ".." in parts or bool(_DRIVE.match(text))
    if leads_out:
        kept = [_DRIVE.sub("", part) for part in kept[-1:]]
    return "/".join(part for part in kept if part) or _NO_NAME


def zip_name(info: zipfile.ZipInfo) -> str:
    """Return the name of a zip's entry in the letters it was written in: its flag says so, or they are guessed."""
    if info.flag_bits & _UTF_8_FLAG:
        return plain_name(info.orig_filename)
    try:
        raw = info.orig_filename.encode("cp437")
    except UnicodeEncodeError:
        return plain_name(info.orig_filename)
    return plain_name(_unicode_field(info.extra, raw) or guessed(raw))


def guessed(raw: bytes) -> str:
    """Return a name whose code page nothing says: UTF-8 where it is that, else what looks like Vietnamese most."""
    if raw.isascii():
        return raw.decode("ascii")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    readings = [raw.decode(page, "replace") for page in ("cp437", "cp1258", "cp850", "cp1252")]
    return min((unicodedata.normalize("NFC", reading) for reading in readings), key=_oddness)


def _oddness(name: str) -> int:
    """Count the signs that no Vietnamese name has."""
    return sum(not _NAMED_OFTEN.match(sign) and not _is_vietnamese(sign) for sign in name)


def _is_vietnamese(sign: str) -> bool:
    bare = unicodedata.normalize("NFD", sign.lower().replace("đ", "d"))
    marks = set(bare[1:])
    return bare[0] in "aeiouyd" and marks <= {
        "\u0300",
        "\u0301",
        "\u0303",
        "\u0309",
        "\u0323",
        *"\u0302\u0306\u031b",
    }


def _unicode_field(extra: bytes, raw: bytes) -> str:
    """Return the name in Info-ZIP's own field, "" where there is none or it was written for another name."""
    at = 0
    while at + 4 <= len(extra):
        kind, size = struct.unpack_from("<HH", extra, at)
        field = extra[at + 4 : at + 4 + size]
        if kind == _UNICODE_NAME and len(field) > 5:
            if struct.unpack_from("<I", field, 1)[0] == zlib.crc32(raw):
                return field[5:].decode("utf-8", "replace")
            return ""
        at += 4 + size
    return ""
