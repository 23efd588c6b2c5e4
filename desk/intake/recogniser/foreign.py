"""Lines that a page keeps for machines: pictures' names without marks, search words, addresses, templates."""

from __future__ import annotations

import re

_SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+){3,}")
_FILE = re.compile(
    r".{1,160}\.(?:jpe?g|png|gif|bmp|webp|tiff?|heic|mp3|mp4|m4a|wav|docx?|pdf|xlsx?|rar|"
    r"zip)(?:\s*\(\S+\s?[kmg]?b\))?",
    re.IGNORECASE,
)
_CAMERA = re.compile(
    r"(?:fb[ _-])?(?:img|dsc[nf]?|pic|photo|image|screenshot|vlcsnap|untitled|unnamed|received|z)"
    r"[ _-]?\d[\w .()-]{0,40}",
    re.IGNORECASE,
)
_NAMED_PICTURE = re.compile(r"\d{5,8}(?: [a-z]+){1,12}(?: \d{1,3})?|(?:[a-z]+ ){2,12}\(?\d{1,3}\)?")
_MADE_WORD = re.compile(r"[a-z]{9,}")  # no Vietnamese word has so many letters
_ADDRESS = re.compile(r"\W*(?:https?://|www\.)\S+\W*", re.IGNORECASE)
_TEMPLATE = re.compile(r".*(?:\{\w+\}|\{\{|<%|%>|\$\{).*")
_MARKED = re.compile("[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]", re.IGNORECASE)
_PLAIN_WORDS = 4  # without one mark: a name has fewer
_NAMES = 6  # words of two names beside each other
_LISTED, _LISTED_WORDS = 3, 6


def has_marks(text: str) -> bool:
    """Say whether a text has letters that only Vietnamese has."""
    return bool(_MARKED.search(text))


def is_for_machines(line: str) -> bool:
    """Say whether a line within a Vietnamese text is none for its readers."""
    words = " ".join(line.split())
    if len(words) > 300:
        return False
    if (
        _SLUG.fullmatch(words)
        or _FILE.fullmatch(words)
        or _CAMERA.fullmatch(words)
        or _NAMED_PICTURE.fullmatch(words)
        or _MADE_WORD.fullmatch(words)
        or _ADDRESS.fullmatch(words)
        or _TEMPLATE.fullmatch(words)
    ):
        return True
    spoken = [word for word in words.split() if word.isalpha()]
    named = all(word[0].isupper() for word in spoken) and len(spoken) <= _NAMES
    if not has_marks(words) and len(spoken) >= _PLAIN_WORDS and not named:
        return True
    return _is_search_words(words)


def _is_search_words(words: str) -> bool:
    """Say whether a line lists what a search should find: "tin tức, nông nghiệp, na dai"."""
    parts = [part.strip() for part in words.split(",")]
    return (
        len(parts) >= _LISTED
        and words == words.lower()
        and words[-1:].isalnum()
        and all(0 < len(part.split()) <= _LISTED_WORDS for part in parts)
    )
