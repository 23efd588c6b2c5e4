"""Word's fake lists: paragraphs that carry their number or bullet as text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desk.intake.pieces import IntakePiece
from desk.text.blocks import ListItem

# The private-use letters are bullets of Symbol and Wingdings; "o", "§", "ü", "Ø", "q", "v" are what they
# look like in any other font.
_BULLETS = frozenset("·•●○◦▪■□–—-+*o§üØqv➢✓►Ø\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf071")
_NUMBER = re.compile(r"(\d{1,4})[.)]?")


def read_marker(marker: str) -> tuple[bool, int] | None:
    """Read a marker as (ordered, number); None when it must stay in the words: "a)", "IV.", "1.2."."""
    sign = marker.strip()
    if not sign or sign in _BULLETS:
        return False, 1
    match = _NUMBER.fullmatch(sign)
    return (True, int(match[1])) if match else None


def first_number(before: Sequence[IntakePiece], item: ListItem) -> int:
    """Return the number of the first item of the list that this item goes on, else its own."""
    for piece in reversed(before):
        earlier = piece.block
        if not isinstance(earlier, ListItem) or earlier.level < item.level:
            break
        if earlier.level == item.level:
            return earlier.start if earlier.ordered == item.ordered else item.start
    return item.start
