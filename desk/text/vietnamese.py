"""Vietnamese letters folded: for search, where đ must not hide, and for alphabetical order."""

from __future__ import annotations

import unicodedata

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
