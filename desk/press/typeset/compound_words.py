"""Words of more than one syllable that the line end of a heading must not part: TƯ TƯỞNG, ĐẠO | ĐỨC reads badly.

Vietnamese writes every syllable apart, so that a typesetter sees no words; a heading is read line by line and wants
to end its lines between words. `resources/press/compounds.txt` lists those of which Party offices make headings.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from desk.paths import RESOURCES

_OPENING, _ENDING = '(“"‘', '.,;:!?…)”"’'
_TONES = "\u0300\u0301\u0303\u0309\u0323"


def _shape(syllable: str) -> str:
    """Return a syllable whose tone stands at its end: uỷ and ủy, hoá and hóa are the same."""
    parts = unicodedata.normalize("NFD", syllable.casefold())
    return "".join(sorted(parts, key=_TONES.__contains__))


@cache
def _known() -> tuple[frozenset[tuple[str, ...]], int]:
    """Return the words as syllables, and how many the longest has."""
    listed = (RESOURCES / "press" / "compounds.txt").read_text(encoding="utf-8").splitlines()
    words = frozenset(tuple(map(_shape, word.split())) for word in listed)
    return words, max(map(len, words))


def joined(words: str, joiner: str) -> str:
    """Return a heading in which `joiner` stands for the spaces inside words, the longest that are listed."""
    known, longest = _known()
    syllables = words.split(" ")
    within = [_shape(syllable.lstrip(_OPENING)) for syllable in syllables]
    ending = [_shape(syllable.strip(_OPENING + _ENDING)) for syllable in syllables]
    spaces = [" "] * len(syllables)
    at = 0
    while at < len(syllables):
        for count in range(min(longest, len(syllables) - at), 1, -1):
            if (*within[at : at + count - 1], ending[at + count - 1]) in known:
                spaces[at : at + count - 1] = joiner * (count - 1)
                at += count - 1
                break
        at += 1
    return "".join(map("".join, zip(syllables, spaces, strict=True)))[:-1]
