"""Lists of phrases, written as they are read, made into patterns."""

from __future__ import annotations

import re


def one_of(phrases: str) -> str:
    """Return the pattern of a list of phrases parted by commas; a space is any white space, `…` any words.

    The longest phrase comes first: "tin" never hides "tin khác".
    """
    listed = sorted((" ".join(phrase.split()) for phrase in phrases.split(",")), key=len, reverse=True)
    return "(?:" + "|".join(_pattern(phrase) for phrase in listed if phrase) + ")"


def words_of(phrases: str) -> re.Pattern[str]:
    """Return a pattern that finds one of the phrases as whole words."""
    return re.compile(rf"(?<!\w){one_of(phrases)}(?!\w)")


def _pattern(phrase: str) -> str:
    return re.escape(phrase).replace(r"\ ", r"\s+").replace("…", r".{0,80}?")
