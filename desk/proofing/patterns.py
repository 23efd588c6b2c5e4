"""Patterns compiled when first needed: most of a hundred and fifty find nothing to do in an article.

A pattern may name letters without which it cannot match; a text that has none of them is not even asked about, and an
article whose texts have none never pays for the compiling.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator

_TO_THE_END = sys.maxsize


class Lazy:
    """A pattern, compiled when a text first has what it needs."""

    __slots__ = ("_flags", "_made", "_needs", "_source")

    def __init__(self, source: str, flags: int = 0, needs: tuple[str, ...] = ()) -> None:
        """Keep the pattern and the letters of which a text needs one at least, any text will do without them."""
        self._source, self._flags, self._needs = source, flags, needs
        self._made: re.Pattern[str] | None = None

    @property
    def pattern(self) -> re.Pattern[str]:
        """Return the compiled pattern."""
        if self._made is None:
            self._made = re.compile(self._source, self._flags)
        return self._made

    def _hopeless(self, text: str) -> bool:
        return bool(self._needs) and not any(need in text for need in self._needs)

    def finditer(self, text: str, start: int = 0, end: int = _TO_THE_END) -> Iterator[re.Match[str]]:
        """Yield the places of a text where the pattern is found."""
        return iter(()) if self._hopeless(text) else self.pattern.finditer(text, start, end)

    def search(self, text: str, start: int = 0, end: int = _TO_THE_END) -> re.Match[str] | None:
        """Return where the pattern is found first."""
        return None if self._hopeless(text) else self.pattern.search(text, start, end)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Return the pattern at a place."""
        return None if self._hopeless(text) else self.pattern.match(text, start)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Return the pattern when it is the whole text."""
        return None if self._hopeless(text) else self.pattern.fullmatch(text)

    def findall(self, text: str) -> list[str]:
        """Return what the pattern finds, or its one group."""
        return [] if self._hopeless(text) else self.pattern.findall(text)

    def sub(self, right: str | Callable[[re.Match[str]], str], text: str) -> str:
        """Return a text with what the pattern finds put right."""
        return text if self._hopeless(text) else self.pattern.sub(right, text)

    def split(self, text: str) -> list[str]:
        """Return a text parted at what the pattern finds."""
        return [text] if self._hopeless(text) else self.pattern.split(text)
