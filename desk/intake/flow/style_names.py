"""What the names of paragraph styles say: heading, title, caption, note, quotation."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desk.text.blocks import nfc

# Names as Word, LibreOffice and people who make their own styles give them, in small letters.
_HEADING = re.compile(r"(?:heading|đề mục|đầu đề|tiêu đề|mục)[ _](\d)")
_CLASSES = {
    "MsoTitle": ("title", "tít", "tít bài", "tên bài", "tiêu đề", "đầu đề"),
    "MsoSubtitle": ("subtitle",),
    "MsoCaption": (
        *("caption", "chú thích", "chú thích ảnh", "figure", "illustration", "drawing"),
        *("chú thích hình", "ảnh chú thích"),
    ),
    "MsoFootnoteText": ("footnote text", "footnote"),
    "MsoEndnoteText": ("endnote text", "endnote"),
    "MsoQuote": ("quote", "quotations", "intense quote"),
}
_CLASS_OF = {name: css for css, names in _CLASSES.items() for name in names}


@dataclass(frozen=True, slots=True)
class Named:
    """What a paragraph's named style makes of it: a heading's level, or a class that the HTML reader knows."""

    rank: int = 0
    css: str = ""


def named(name: str) -> Named:
    """Return what a style of this name makes of a paragraph; `_20_` is how OpenDocument writes a blank."""
    plain = nfc(name.replace("_20_", " ")).strip().lower()
    heading = _HEADING.fullmatch(plain)
    if heading and heading[1] != "0":
        return Named(min(int(heading[1]), 6))
    return Named(css=_CLASS_OF.get(plain, ""))
