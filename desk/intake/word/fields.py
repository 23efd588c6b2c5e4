"""Word's fields: an instruction that nobody sees and the result that one does (ECMA-376 part 1, 17.16)."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LINK = re.compile(r'\s*HYPERLINK\s+(?:"([^"]*)"|([^\s\\]\S*))', re.IGNORECASE)
_FORMULA = re.compile(r"\s*EQ\b", re.IGNORECASE)
_DEEPEST = 50


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    shown: bool = False  # its result has begun


class Fields:
    """The fields that are open at a place of the text."""

    def __init__(self) -> None:
        self._open: list[_Field] = []

    @property
    def hides(self) -> bool:
        """Say whether letters here are part of an instruction."""
        return any(not one.shown for one in self._open)

    @property
    def link(self) -> str:
        """Return the address that the letters here lead to."""
        return next((link for one in reversed(self._open) if (link := address(one.instruction))), "")

    def mark(self, kind: str) -> str:
        """Take the begin, the middle or the end of a field; return what one that ends without a result instructs."""
        if kind == "begin" and len(self._open) < _DEEPEST:
            self._open.append(_Field())
        elif kind == "separate" and self._open:
            self._open[-1].shown = True
        elif kind == "end" and self._open:
            ended = self._open.pop()
            return "" if ended.shown else ended.instruction
        return ""

    def instruct(self, words: str) -> None:
        """Take a piece of an instruction."""
        if self._open and not self._open[-1].shown:
            self._open[-1].instruction += words

    def end_paragraph(self) -> None:
        """Give up a field whose instruction never ends: the words of the next paragraphs are words."""
        while self._open and not self._open[-1].shown:
            self._open.pop()


def is_formula(instruction: str) -> bool:
    """Say whether a field draws a formula (17.16.5.16): what is seen of it is in the instruction alone."""
    return bool(_FORMULA.match(instruction))


def address(instruction: str) -> str:
    """Return where a HYPERLINK field leads; "" for every other one and for a place in the text itself."""
    match = _LINK.match(instruction)
    return (match[1] or match[2] or "") if match else ""
