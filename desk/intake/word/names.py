"""The names of WordprocessingML (ECMA-376 part 1) and how its attributes are read; what is no value is a default."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desk.intake.packages import Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
V = "{urn:schemas-microsoft-com:vml}"
OFFICE = "{urn:schemas-microsoft-com:office:office}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
ALTERNATE = MC + "AlternateContent"
# Strict names (ISO/IEC 29500-1 annex A) differ from the transitional ones in their beginning alone.
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")
_UNDERSTOOD = re.compile(
    r"http://schemas\.microsoft\.com/office/(?:"
    r"word/20\d\d/(?:wordprocessing(?:Shape|Group|Canvas|Drawing)|wordml.*)|drawing/20\d\d/main)"
)
_OFF = frozenset(("0", "false", "off", "none"))
_LENGTH = re.compile(r"([+-]?\d*\.?\d+)(pt|cm|mm|in|pc|pi)?")
_POINTS = {"pt": 1.0, "cm": 28.35, "mm": 2.835, "in": 72.0, "pc": 12.0, "pi": 12.0}


def w(name: str) -> str:
    """Return a name of WordprocessingML as lxml writes it."""
    return _W + name


VAL = w("val")


def transitional(data: bytes) -> bytes:
    """Return an XML part with the transitional names in place of the strict ones."""
    return (
        _STRICT.sub(rb"http://schemas.openxmlformats.org/\1/2006/", data)
        if b"purl.oclc.org" in data
        else data
    )


def value(element: Element | None, name: str = VAL) -> str:
    """Return an attribute, `w:val` when none is named; "" without element or attribute."""
    return "" if element is None else str(element.get(name, ""))


def child_value(element: Element | None, name: str) -> str:
    """Return the `w:val` of a child of a name of WordprocessingML."""
    return "" if element is None else value(element.find(w(name)))


def is_on(element: Element) -> bool:
    """Say whether a property that is there is meant (ECMA-376 part 1, 17.17.4: without a value it is)."""
    return element.get(VAL, "1").lower() not in _OFF


def has(element: Element | None, name: str) -> bool:
    """Say whether an element has a property, and means it."""
    found = None if element is None else element.find(w(name))
    return found is not None and is_on(found)


def whole(text: str, default: int = 0) -> int:
    """Return a whole number; the default for what is none or far too long."""
    text = text.strip()
    digits = text[1:] if text[:1] in "+-" else text
    return int(text) if digits.isascii() and digits.isdigit() and len(digits) < 12 else default


def points(text: str, unit: float) -> float:
    """Return a length in points: a number in this many points each, or one that names its unit (strict files)."""
    match = _LENGTH.fullmatch(text.strip())
    return float(match[1]) * (_POINTS[match[2]] if match[2] else unit) if match else 0.0


def chosen(alternate: Element) -> Iterator[Element]:
    """Yield what stands for an `mc:AlternateContent`: its first choice that is understood, else its fallback.

    ECMA-376 part 3, 9.3. Shapes, groups and what Word 2010 and later add to text are understood; ink and the
    charts of later versions are not, their fallback is a picture.
    """
    for option in alternate:
        if option.tag == MC + "Choice":
            needed = str(option.get("Requires", "")).split()
            if needed and all(_UNDERSTOOD.fullmatch(option.nsmap.get(one) or "") for one in needed):
                yield from option
                return
        elif option.tag == MC + "Fallback":
            yield from option
            return


def letters_of(element: Element) -> str:
    """Return the letters of a text element: outer blanks count only where the file says so (17.3.3.31)."""
    text = str(element.text or "")
    if element.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve":
        return text
    return text.strip(" \t\r\n")
