"""RTF's bytes to letters: a code page for the file, one for each font (RTF 1.9.1, "Character Set", "Font Table")."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from desk.text.legacy_fonts import legacy_of
from desk.text.symbol_fonts import symbol_font

# \fcharset → code page; 1 is "the file's own", 2 letters of a symbol font.
_CHARSETS = {
    **{0: 1252, 2: 1252, 77: 10000, 128: 932, 129: 949, 134: 936, 136: 950, 161: 1253, 162: 1254},
    **{163: 1258, 177: 1255, 178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250, 254: 437, 255: 850},
}
_NAMES = {10000: "mac-roman", 65001: "utf-8", 708: "iso8859-6", 819: "latin-1", 1361: "johab"}


@dataclass(frozen=True, slots=True)
class Font:
    """A font of the file: its name and the code page of its bytes, 0 for the file's."""

    name: str = ""
    page: int = 0


def charset_page(charset: int) -> int:
    """Return the code page of a Windows character set; 0 when it names none."""
    return _CHARSETS.get(charset, 0)


def decoded(data: bytes, font: Font, page: int) -> str:
    """Return letters from the bytes of one font; no byte is lost, for fonts before Unicode use all of them."""
    if data.isascii():
        return data.decode("ascii")
    wish = font.page or page
    if legacy_of(font.name) or symbol_font(font.name):
        wish = 1252
    try:
        return data.decode(_codec(wish))
    except UnicodeDecodeError:
        return "".join(_letter(byte) for byte in data)


def _codec(page: int) -> str:
    name = _NAMES.get(page, f"cp{page}")
    try:
        codecs.lookup(name)
    except LookupError:
        return "cp1252"
    return name


def _letter(byte: int) -> str:
    one = bytes((byte,))
    try:
        return one.decode("cp1252")
    except UnicodeDecodeError:
        return one.decode("latin-1")
