"""The numbers and bullets that a program draws before list paragraphs, counted level by level."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

_ROMANS = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_MOST = 4000  # larger numbers are not written in letters
LEVELS = 9


@dataclass(frozen=True, slots=True)
class ListLevel:
    """How one level of a list is drawn: "1", "01", "a", "A", "i", "I", "" for a bullet.

    `sign` is the whole sign; "\\0" to "\\x08" in it stand for the number of that level.
    """

    kind: str = "1"
    start: int = 1
    sign: str = "\0."


class Numbering:
    """Counts the items of the lists of one text."""

    def __init__(self) -> None:
        self._counts: dict[object, list[int | None]] = {}

    def sign(self, key: object, levels: Mapping[int, ListLevel], level: int, start: int | None = None) -> str:
        """Count the next item of a list and return its sign; `start` begins anew with this number."""
        counts = self._counts.setdefault(key, [None] * LEVELS)
        level = min(max(level, 0), LEVELS - 1)
        shape = levels.get(level, ListLevel())
        before = counts[level]
        counts[level] = start if start is not None else shape.start if before is None else before + 1
        counts[level + 1 :] = [None] * (LEVELS - level - 1)
        return "".join(self._letter(letter, counts, levels) for letter in shape.sign)

    def _letter(self, letter: str, counts: list[int | None], levels: Mapping[int, ListLevel]) -> str:
        level = ord(letter)
        if level >= LEVELS:
            return letter
        shape = levels.get(level, ListLevel())
        count = counts[level]
        return written(shape.start if count is None else count, shape.kind)


def written(number: int, kind: str) -> str:
    """Write a number as "1", "01", "a", "A", "i", "I" do; "" for a bullet."""
    if not kind:
        return ""
    if kind == "01":
        return f"{number:02d}"
    words = ""
    if kind.lower() == "i" and 0 < number < _MOST:
        for value, sign in _ROMANS:
            words += sign * (number // value)
            number %= value
    elif kind.lower() == "a" and 0 < number < _MOST:
        words = "abcdefghijklmnopqrstuvwxyz"[(number - 1) % 26] * ((number - 1) // 26 + 1)
    else:
        return str(number)
    return words.upper() if kind.isupper() else words
