"""Flat OpenDocument texts, for tests of what reads them."""

from __future__ import annotations

from desk.intake.packages import Element, parsed

_URN = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES = " ".join(
    [
        *(f'xmlns:{name}="{_URN}{name}:1.0"' for name in ("office", "text", "table", "style")),
        f'xmlns:draw="{_URN}drawing:1.0"',
        f'xmlns:fo="{_URN}xsl-fo-compatible:1.0"',
        f'xmlns:svg="{_URN}svg-compatible:1.0"',
        'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"',
    ]
)


def flat(text: str, styles: str = "", body: str = "text") -> bytes:
    """Make a flat text of its body and its styles."""
    return (
        f"<office:document {_SPACES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:{body}>{text}</office:{body}></office:body></office:document>"
    ).encode()


def element(markup: str) -> Element:
    """Make one element."""
    return parsed(f"<office:x {_SPACES}>{markup}</office:x>".encode(), "a")[0]
