"""Vietnamese letters folded: for search, where đ must not hide, and for alphabetical order."""

from __future__ import annotations

import unicodedata
from enum import Enum, auto

# The order of the Vietnamese alphabet's letters and, after the letters, of its tones.
_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: chr(0x100 + index) for index, letter in enumerate(_LETTERS)}
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}


def fold_d(text: str) -> str:
    """Replace đ and Đ, the one letter that FTS5's remove_diacritics keeps."""
    return text.replace("đ", "d").replace("Đ", "D")


def bare(text: str) -> str:
    """Return text without any Vietnamese mark, lower case: "Đồng chí" → "dong chi"."""
    split = unicodedata.normalize("NFD", fold_d(text).lower())
    return "".join(letter for letter in split if not unicodedata.combining(letter))


def sort_key(text: str) -> str:
    """Return a key that sorts as a Vietnamese dictionary does: An, Ánh, Bình, Da, Đào, Ôn, Ơn."""
    words: list[str] = []
    tones: list[str] = []
    for letter in unicodedata.normalize("NFC", text).lower():
        parts = unicodedata.normalize("NFD", letter)
        tone = next((_TONES[mark] for mark in parts if mark in _TONES), "0")
        shape = unicodedata.normalize("NFC", "".join(mark for mark in parts if mark not in _TONES))
        words.append(_RANK.get(shape, shape))
        tones.append(tone)
    return "".join(words) + "\x01" + "".join(tones)


def name_key(name: str) -> tuple[str, str]:
    """Return a key that sorts people as Vietnamese lists do: by the given name, the last word, then by the rest."""
    *before, given = name.split() or [""]
    return sort_key(given), sort_key(" ".join(before))


class _Case(Enum):
    LOWER = auto()
    UPPER = auto()
    FIRST = auto()  # "Hoà bình"
    EACH = auto()  # "Hoà", "Nghệ An"
    MIXED = auto()


_CAPITAL = {_Case.FIRST, _Case.EACH}


def in_the_case_of(found: str, looked_for: str, words: str) -> str:
    """Return the words in the capitals of what they replace: "HOÀ" by "hòa" gives "HÒA", "Hoà" gives "Hòa".

    Words typed in other capitals than what was looked for are meant as they are: "btg" by "Ban Tuyên giáo".
    """
    meant, typed, there = _case(looked_for), _case(words), _case(found)
    alike = meant is typed or {meant, typed} <= _CAPITAL
    if not alike or _Case.MIXED in (typed, there) or there is typed or {there, typed} <= _CAPITAL:
        return words
    if there is _Case.UPPER:
        return words.upper()
    small = words.lower()
    if there is _Case.LOWER:
        return small
    if there is _Case.EACH and len(found.split()) > 1:
        return " ".join(word[:1].upper() + word[1:] for word in small.split(" "))
    return small[:1].upper() + small[1:]


def _case(text: str) -> _Case:
    letters = "".join(sign for sign in text if sign.isalpha())
    if letters == letters.lower():
        return _Case.LOWER
    if len(letters) > 1 and letters == letters.upper():
        return _Case.UPPER
    words = [word for word in ("".join(filter(str.isalpha, part)) for part in text.split()) if word]
    if all(word[0].isupper() and word[1:] == word[1:].lower() for word in words):
        return _Case.EACH
    return _Case.FIRST if letters[0].isupper() and letters[1:] == letters[1:].lower() else _Case.MIXED
