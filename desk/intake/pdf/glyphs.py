"""The letters of a PDF page with their places and fonts, by pdfium (ISO 32000-1, 9.4)."""

from __future__ import annotations

import ctypes
import re
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

_ITALIC, _BOLD = 1 << 6, 1 << 18  # font descriptor flags (ISO 32000-1, table 123)
_BOLD_NAME = re.compile(r"bold|black|heavy|demi|,b", re.IGNORECASE)
_ITALIC_NAME = re.compile(r"italic|oblique|,i", re.IGNORECASE)
_SUBSET = re.compile(r"^[A-Z]{6}\+")
_NAME_BYTES = 256


@dataclass(frozen=True, slots=True)
class Font:
    """A font of a page as its name and flags tell."""

    name: str = ""
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Glyph:
    """A letter: its left and right edge, its base line, its size in points; y grows upwards."""

    text: str
    left: float
    right: float
    base: float
    size: float
    font: Font


def page_glyphs(page: Any) -> list[Glyph]:
    """Return the letters of a text page; blanks that pdfium made itself, and what stands aslant, stay out."""
    reader = _Reader(page)
    count = pdfium.FPDFText_CountChars(page)
    out = []
    for at in range(count):
        glyph = reader.glyph(at)
        if glyph is not None:
            out.append(glyph)
    return out


class _Reader:
    def __init__(self, page: Any) -> None:
        self._page = page
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._box = pdfium.FS_RECTF()
        self._name = ctypes.create_string_buffer(_NAME_BYTES)
        self._flags = ctypes.c_int()
        self._fonts: dict[tuple[bytes, int], Font] = {}

    def glyph(self, at: int) -> Glyph | None:
        code = int(pdfium.FPDFText_GetUnicode(self._page, at))
        if code in (0, 0xFFFE, 0xFFFF) or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
            return None
        if pdfium.FPDFText_IsGenerated(self._page, at) == 1 or code in (10, 13):
            return None
        if not pdfium.FPDFText_GetCharOrigin(self._page, at, self._x, self._y):
            return None
        if not pdfium.FPDFText_GetLooseCharBox(self._page, at, self._box):
            return None
        left, right = min(self._box.left, self._box.right), max(self._box.left, self._box.right)
        # A font's size counts before the page's own scale; the box is drawn.
        tall = abs(self._box.top - self._box.bottom)
        size = float(pdfium.FPDFText_GetFontSize(self._page, at))
        size = size if 0.5 * tall <= size <= 1.5 * tall else tall / 1.15
        if not 1 <= size <= 400 or not all(abs(value) < 1e5 for value in (left, right, self._y.value)):
            return None
        text = "\u00ad" if code == 2 or pdfium.FPDFText_IsHyphen(self._page, at) == 1 else chr(code)
        return Glyph(text, left, right, self._y.value, size, self._font(at))

    def _font(self, at: int) -> Font:
        long = pdfium.FPDFText_GetFontInfo(self._page, at, self._name, _NAME_BYTES, self._flags)
        raw = self._name.raw[: min(long, _NAME_BYTES)].rstrip(b"\0") if long else b""
        key = (raw, self._flags.value)
        if key not in self._fonts:
            name = _SUBSET.sub("", raw.decode("utf-8", "replace"))
            bold = bool(_BOLD_NAME.search(name)) or bool(key[1] & _BOLD)
            italic = bool(_ITALIC_NAME.search(name)) or bool(key[1] & _ITALIC)
            self._fonts[key] = Font(name, bold, italic)
        return self._fonts[key]
