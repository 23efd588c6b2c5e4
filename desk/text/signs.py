"""Signs that no reader sees: taken out at the doors, where text is pasted, imported or typed."""

from __future__ import annotations

import re

from desk.text.blocks import nfc
from desk.text.symbol_fonts import from_private

_PICTOGRAPH = "\u203c-\u3299\U0001f000-\U0001faff"
# Unicode's default-ignorable and format characters, controls, non-characters, lone surrogates, Qt's object sign.
_UNSEEN = (
    "\x00-\x08\x0e-\x1d\x1f\x7f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u200c\u200e\u200f"
    "\u202a-\u202e\u2060-\u206f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff0-\ufffc\ufffe\uffff\U000e0000-\U000e0fff"
)
_SPACES = "\u1680\u2000-\u2006\u2008-\u200a\u205f\u2800\u3000\u3164\uffa0"
_FIXED_SPACES = "\u2007\u202f"
_LINE_ENDS = "\r\n|[\r\x0b\x0c\x85\u2028\u2029]"  # Word's own line and page breaks are among them
_HYPHEN = "\x1e"  # Word's no-break hyphen in plain text
_PAGE_1252 = "\x80-\x84\x86-\x9f"  # left over where windows-1252 was read as Latin-1
# A joiner or a variation sign belongs to the pictograph beside it; elsewhere it shows nothing.
_STRAY = (
    f"\u200d(?![{_PICTOGRAPH}])|(?<![\ufe0f{_PICTOGRAPH}])\u200d|(?<![#*0-9©®{_PICTOGRAPH}])[\ufe00-\ufe0f]"
)

_ANY = re.compile(
    f"(?P<gone>[{_UNSEEN}]|{_STRAY})|(?P<space>[{_SPACES}])|(?P<fixed>[{_FIXED_SPACES}])"
    f"|(?P<end>{_LINE_ENDS})|(?P<hyphen>{_HYPHEN})|(?P<page>[{_PAGE_1252}])"
)
_GONE = re.compile(f"[{_UNSEEN}]|{_STRAY}")
_INSTEAD = {"gone": "", "space": " ", "fixed": "\u00a0", "end": "\n", "hyphen": "\u2011"}


def shown(text: str) -> str:
    """Return a text as one sees it, composed (NFC): no unseen signs, line ends "\\n", odd spaces plain ones.

    What separates something seen is kept: U+001E between figures becomes a no-break hyphen.
    """
    return nfc(_ANY.sub(_shown, from_private(text)))


def unseen(text: str) -> list[tuple[int, int]]:
    """Return where a text has signs that nobody sees: the first place of each, and the place behind it."""
    return [match.span() for match in _GONE.finditer(text)]


def _shown(match: re.Match[str]) -> str:
    if match.lastgroup == "page":
        return match[0].encode("latin-1").decode("cp1252", "ignore")
    return _INSTEAD[match.lastgroup or ""]
