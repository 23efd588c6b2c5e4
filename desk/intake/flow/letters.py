"""Letters of 16 bits each, as older programs keep them."""

from __future__ import annotations


def joined_halves(text: str) -> str:
    """Return the letters that pairs of 16 bits stand for; half a pair alone goes."""
    if not any("\ud800" <= letter <= "\udfff" for letter in text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
