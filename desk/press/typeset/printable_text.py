"""Printable text: what may stand on paper of the letters in a text, and where a monster word may break."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

# Characters that XML and typesetters refuse: controls, lone surrogates, non-characters.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_WORD_HYPHEN = "\x1e"
_LINE_ENDS = re.compile("\r\n|[\r\x85\u2028\u2029]")
_SCHEMES = frozenset({"http", "https", "mailto"})
BREAK = "\u200b"


def printable(text: str) -> str:
    """Drop what no page can show; every kind of line end becomes a line break, Word's hyphen stays one.

    What comes in now holds none of it (`text/signs.py`); what was approved before may.
    """
    return _UNPRINTABLE.sub("", _LINE_ENDS.sub("\n", text.replace(_WORD_HYPHEN, "\u2011")))


def breakable(text: str, longest: int) -> str:
    """Let words longer than `longest` letters break, by zero-width spaces that print nothing."""
    step = max(longest // 4, 2)

    def cut(match: re.Match[str]) -> str:
        word = match.group()
        return BREAK.join(word[at : at + step] for at in range(0, len(word), step))

    return re.sub(rf"\S{{{longest + 1},}}", cut, text)


def safe_link(link: str) -> str:
    """Return the link if it is http, https or mailto, else nothing."""
    link = printable(link).strip()
    if any(sign.isspace() for sign in link):
        return ""
    try:
        parts = urlsplit(link)
    except ValueError:
        return ""
    if parts.scheme.lower() not in _SCHEMES or not (parts.netloc or parts.scheme.lower() == "mailto"):
        return ""
    return link
