"""What a field of a word processor asks for: where a link leads."""

from __future__ import annotations

import re

_HYPERLINK = re.compile(r'\s*HYPERLINK\s+(?:"([^"]*)"|([^\s\\"]\S*))', re.IGNORECASE)


def link_of(wish: str) -> str:
    """Return the address of a HYPERLINK field, "" of every other and of one that stays in the file."""
    match = _HYPERLINK.match(wish)
    return (match[1] or match[2] or "").strip() if match else ""
