"""Lists as Word and pages draw them: the sign before an item, what it counts, how deep the item stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from desk.intake.pieces import IntakePiece
from desk.text.blocks import ListItem

# The private-use letters are bullets of Symbol and Wingdings; "o", "§", "ü", "Ø", "q", "v" are what they
# look like in any other font.
_BULLETS = frozenset("·•●○◦▪■□❍❑❒◆❖⬧⧫★✦–—-+*o§üØqv➢➔→✓►\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf071")
_NUMBER = re.compile(r"(\d{1,4})[.)]?")
_LETTER = re.compile(r"([a-zđ])[.)]")
_ROMAN = re.compile(r"([ivx]{1,5})[.)]")
_TOLERANCE = 6.0  # points; less is no level but a hand that slipped
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROMANS = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def read_marker(marker: str, rank: int = 0) -> tuple[bool, int] | None:
    """Read a marker as (ordered, number); None when it must stay in the words: "IV.", "1.2.".

    `rank` counts the numbered lists around the item: below one the desk itself draws "a)", below two "i.".
    """
    sign = marker.strip()
    if not sign or sign in _BULLETS:
        return False, 1
    match = _NUMBER.fullmatch(sign)
    if match:
        return True, int(match[1])
    if rank % 3 == 1 and (match := _LETTER.fullmatch(sign)) and match[1] in _LETTERS:
        return True, _LETTERS.index(match[1]) + 1
    if rank % 3 == 2 and (match := _ROMAN.fullmatch(sign)):
        return next(((True, n) for n in range(1, 40) if _roman(n) == match[1]), None)
    return None


def numbered(kind: str, number: int) -> str:
    """Write a number as a list of this kind ("1", "a", "A", "i", "I") does: 3 is "c." for "a"."""
    if kind.lower() == "i" and 0 < number < 40:
        words = _roman(number)
    elif kind.lower() == "a" and number > 0:
        words = ""
        left = number
        while left:
            left, at = divmod(left - 1, 26)
            words = _LETTERS[at] + words
    else:
        return f"{number}."
    return f"{words.upper() if kind.isupper() else words}."


def _roman(number: int) -> str:
    words = ""
    for value, sign in _ROMANS:
        while number >= value:
            words += sign
            number -= value
    return words


def drawn_alike(kind: str, rank: int) -> bool:
    """Say whether the desk draws a numbered list below so many others in signs of this kind."""
    return kind == "1" or kind == ("1", "a", "i")[rank % 3]


def first_number(before: Sequence[IntakePiece], item: ListItem) -> int:
    """Return the number of the first item of the list that this item goes on, else its own."""
    for piece in reversed(before):
        earlier = piece.block
        if not isinstance(earlier, ListItem) or earlier.level < item.level:
            break
        if earlier.level == item.level:
            return earlier.start if earlier.ordered == item.ordered else item.start
    return item.start


@dataclass(frozen=True, slots=True)
class _Step:
    declared: int
    margin: float
    plus: bool
    level: int
    ordered: bool = False


class ListLevels:
    """How deep each item of a list stands: by the level it names, by its margin, by a "+" below a "-"."""

    def __init__(self) -> None:
        self._open: list[_Step] = []

    def forget(self) -> None:
        """Begin anew: something else than an item came."""
        self._open.clear()

    def place(self, declared: int, margin: float, sign: str) -> tuple[int, int]:
        """Return the level of the next item, and how many numbered lists are around it."""
        plus = sign.strip() == "+"
        while self._open and not self._within(declared, margin, plus):
            self._open.pop()
        around = self._open[-1] if self._open else None
        level = declared if around is None else max(declared, around.level + 1)
        rank = sum(step.ordered for step in self._open)
        self._open.append(_Step(declared, margin, plus, level))
        return level, rank

    def say_ordered(self) -> None:
        """Say that the item placed last is numbered."""
        last = self._open[-1]
        self._open[-1] = _Step(last.declared, last.margin, last.plus, last.level, True)

    def _within(self, declared: int, margin: float, plus: bool) -> bool:
        """Say whether an item hangs below the one placed last, which stays open then."""
        last = self._open[-1]
        if declared != last.declared:
            return declared > last.declared
        if abs(margin - last.margin) > _TOLERANCE:
            return margin > last.margin
        return plus and not last.plus and not last.ordered


def is_bullet(sign: str) -> bool:
    """Say whether a sign before words is a bullet."""
    return bool(sign.strip()) and read_marker(sign) == (False, 1)
