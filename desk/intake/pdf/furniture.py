"""What stands around the text on every page: heads, feet, page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from desk.intake.pdf.lines import Line

_MARGIN = 0.1  # of the page's height, at its head and at its foot
_NUMBER = re.compile(r"\W*(?:trang|tr\.?|page)?\s*\d{1,3}\s*(?:(?:/|of|trên)\s*\d{1,3})?\W*", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")


def without_furniture(pages: Sequence[tuple[list[Line], float]]) -> tuple[list[list[Line]], int]:
    """Return the lines of pages, given with their heights, without what repeats itself; and how much went."""
    often: Counter[str] = Counter()
    for lines, height in pages:
        outer = {_key(line) for line in lines if _is_outer(line, height)}
        often.update(outer | {_words(line) for line in _first_and_last(lines)})
    least = max(2, len(pages) // 2)
    out: list[list[Line]] = []
    gone = 0
    for lines, height in pages:
        ends = _first_and_last(lines)
        kept = [
            line
            for line in lines
            if not (_is_outer(line, height) and _goes(line, often, least))
            and not (line in ends and often[_words(line)] >= least)  # a first page begins lower down
        ]
        gone += len(lines) - len(kept)
        out.append(kept)
    return out, gone


def _goes(line: Line, often: Counter[str], least: int) -> bool:
    return bool(_NUMBER.fullmatch(line.text)) or (often[_key(line)] >= least)


def _first_and_last(lines: list[Line]) -> list[Line]:
    by_height = sorted(lines, key=lambda line: line.base)
    return [*by_height[:1], *by_height[-1:]]


def _is_outer(line: Line, height: float) -> bool:
    return not _MARGIN * height < line.base < (1 - _MARGIN) * height


def _key(line: Line) -> str:
    return f"{_words(line)} {round(line.base / 12)}"


def _words(line: Line) -> str:
    return _DIGITS.sub("#", line.text.strip().lower())
