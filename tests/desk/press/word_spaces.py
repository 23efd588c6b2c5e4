"""How wide the spaces between words came out in a PDF, line by line, read from its glyphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pypdf
from pypdf.generic import ContentStream

_SPACES = " \u00a0"
_GAP = 2.0  # points
_WIDE = 60.0  # points after a space: beyond, another column begins
_PAIR = re.compile(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line of print: its letters, and its widest space as a multiple of the natural one of its letters."""

    page: int
    words: str
    widest: float
    size: float


@dataclass(frozen=True, slots=True)
class _Glyph:
    letter: str
    x: float
    y: float
    advance: float
    natural: float
    size: float


def set_lines(pdf: pypdf.PdfReader) -> Iterator[SetLine]:
    """Yield every line that has a space, page by page."""
    for number, page in enumerate(pdf.pages, 1):
        line: list[_Glyph] = []
        for glyph in _glyphs(pdf, page):
            if line and not _goes_on(line[-1], glyph):
                yield from _line(number, line)
                line = []
            line.append(glyph)
        yield from _line(number, line)


def _goes_on(last: _Glyph, glyph: _Glyph) -> bool:
    """Say whether a glyph stands in the line of the one drawn before it; columns and cells are drawn one by one."""
    gap = glyph.x - last.x - last.advance
    return abs(glyph.y - last.y) < 0.5 and gap > -_GAP and gap < (_WIDE if last.letter in _SPACES else _GAP)


def _line(number: int, line: list[_Glyph]) -> Iterator[SetLine]:
    spaces = [
        (after.x - space.x) / space.natural
        for space, after in pairwise(line)
        if space.letter in _SPACES and after.letter not in _SPACES
    ]
    if spaces:
        yield SetLine(number, "".join(one.letter for one in line), max(spaces), line[0].size)


def _glyphs(pdf: pypdf.PdfReader, page: pypdf.PageObject) -> Iterator[_Glyph]:
    contents = page.get_contents()
    if contents is None:
        return
    resources: Any = page["/Resources"]
    stack: list[tuple[float, ...]] = []
    now: tuple[float, ...] = (1, 0, 0, 1, 0, 0)
    font, size, at = "", 0.0, (0.0, 0.0)
    for operands, operator in ContentStream(contents, pdf).operations:
        if operator == b"q":
            stack.append(now)
        elif operator == b"Q":
            now = stack.pop()
        elif operator == b"cm":
            now = _joined(tuple(map(float, operands)), now)
        elif operator == b"Tf":
            font, size = operands[0], float(operands[1])
        elif operator == b"Tm":
            at = (float(operands[4]), float(operands[5]))
        elif operator in (b"Tj", b"TJ"):
            widths, letters = _font(resources["/Font"][font])
            x = at[0]
            made: list[_Glyph] = []
            for part in operands[0] if operator == b"TJ" else operands:
                if isinstance(part, int | float):
                    shift = -float(part) / 1000 * size
                    x += shift
                    if made:
                        last = made[-1]
                        made[-1] = _Glyph(
                            last.letter, last.x, last.y, last.advance + shift, last.natural, size
                        )
                    continue
                raw = part.original_bytes
                for place in range(0, len(raw), 2):
                    cid = int.from_bytes(raw[place : place + 2], "big")
                    natural = widths.get(cid, 0.0) / 1000 * size
                    across, down = now[0] * x + now[4], now[5] + now[3] * at[1] + now[1] * x
                    made.append(_Glyph(letters.get(cid, "?"), across, down, natural, natural, size))
                    x += natural
            yield from made


def _joined(inner: tuple[float, ...], outer: tuple[float, ...]) -> tuple[float, ...]:
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def _font(font: Any) -> tuple[dict[int, float], dict[int, str]]:
    font = font.get_object()
    key = id(font)
    if key not in _known:
        _known[key] = (_widths(font["/DescendantFonts"][0].get_object()["/W"]), _letters(font))
        _kept.append(font)
    return _known[key]


_known: dict[int, tuple[dict[int, float], dict[int, str]]] = {}
_kept: list[Any] = []


def _widths(listed: Any) -> dict[int, float]:
    widths: dict[int, float] = {}
    at = 0
    while at < len(listed):
        if isinstance(listed[at + 1], list):
            widths.update({int(listed[at]) + n: float(w) for n, w in enumerate(listed[at + 1])})
            at += 2
        else:
            first, last, width = int(listed[at]), int(listed[at + 1]), float(listed[at + 2])
            widths.update(dict.fromkeys(range(first, last + 1), width))
            at += 3
    return widths


def _letters(font: Any) -> dict[int, str]:
    table = font["/ToUnicode"].get_data().decode("latin-1")
    return {int(cid, 16): bytes.fromhex(letters).decode("utf-16-be") for cid, letters in _PAIR.findall(table)}
