"""The names of OpenDocument 1.3 as lxml writes them."""

from __future__ import annotations

_URNS = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xml": "http://www.w3.org/XML/1998/namespace",
}
_SHORT = {urn: prefix for prefix, urn in _URNS.items()}


def q(name: str) -> str:
    """Return "text:p" as lxml names it."""
    prefix, _, local = name.partition(":")
    return f"{{{_URNS[prefix]}}}{local}"


def short(tag: object) -> str:
    """Return an element's name as "text:p"; "" for what is none or has a name of no known kind."""
    if not isinstance(tag, str):
        return ""
    urn, _, local = tag[1:].partition("}")
    return f"{_SHORT[urn]}:{local}" if urn in _SHORT else ""
