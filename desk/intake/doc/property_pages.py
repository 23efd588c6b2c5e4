"""Where properties begin and end: pages of 512 bytes for letters and for paragraphs (MS-DOC 2.9.33, 2.9.175)."""

from __future__ import annotations

import struct
from bisect import bisect_right

from desk.intake.doc.streams import DocFile, Part

_PAGE = 512
_PARAGRAPH_ENTRY = 13


class Unsound(Exception):
    """The pages contradict themselves: nothing they say is to be believed."""


class Runs:
    """Stretches of the stream in order, each with the bytes of its properties."""

    def __init__(self, runs: list[tuple[int, int, bytes]]) -> None:
        self._starts = [start for start, _, _ in runs]
        self._runs = runs

    def at(self, place: int) -> tuple[int, bytes]:
        """Return where the stretch around this place of the stream ends, and its properties."""
        number = bisect_right(self._starts, place) - 1
        if number >= 0:
            _, end, properties = self._runs[number]
            if place < end:
                return end, properties
        after = self._starts[number + 1] if number + 1 < len(self._starts) else 1 << 40
        return after, b""


def letter_runs(file: DocFile) -> Runs:
    """Return the stretches of letters with the same properties."""
    return _runs(file, Part.LETTER_PAGES, 1)


def paragraph_runs(file: DocFile) -> Runs:
    """Return the paragraphs' properties; the first two bytes of each are the number of its style."""
    return _runs(file, Part.PARAGRAPH_PAGES, _PARAGRAPH_ENTRY)


def _runs(file: DocFile, part: Part, entry: int) -> Runs:
    table = file.part(part)
    count = (len(table) - 4) // 8
    if count < 1:
        raise Unsound
    out: list[tuple[int, int, bytes]] = []
    for (number,) in struct.iter_unpack("<I", table[4 * (count + 1) : 8 * count + 4]):
        at = (number & 0x3FFFFF) * _PAGE
        page = file.main[at : at + _PAGE]
        if len(page) < _PAGE:
            raise Unsound
        out.extend(_page(page, entry))
    out.sort(key=lambda run: run[0])
    return Runs(out)


def _page(page: bytes, entry: int) -> list[tuple[int, int, bytes]]:
    count = page[_PAGE - 1]
    offsets = 4 * (count + 1)
    if count < 1 or offsets + count * entry >= _PAGE:
        raise Unsound
    ends = struct.unpack_from(f"<{count + 1}I", page)
    out = []
    for number in range(count):
        if ends[number] > ends[number + 1]:
            raise Unsound
        at = page[offsets + number * entry] * 2
        out.append((ends[number], ends[number + 1], _properties(page, at, entry) if at else b""))
    return out


def _properties(page: bytes, at: int, entry: int) -> bytes:
    if at >= _PAGE - 2:
        raise Unsound
    long, at = page[at], at + 1
    if entry == _PARAGRAPH_ENTRY:
        if long == 0:
            long, at = page[at] * 2, at + 1
        else:
            long = long * 2 - 1
    if at + long >= _PAGE:
        raise Unsound
    return page[at : at + long]
