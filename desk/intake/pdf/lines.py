"""Letters to lines: what stands on one base line, cut where a gap is wider than any between words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from desk.intake.pdf.glyphs import Glyph

_SAME_LINE = 0.45  # of the size: what is raised or sunk less stands on the same line
_WORD_GAP = 0.12  # of the size: a wider gap parts words where the file has no blank
_COLUMN_GAP = 1.6  # of the size: a wider one parts columns or cells


@dataclass(frozen=True)
class Line:
    """A stretch of letters on one base line, from left to right, blanks among them."""

    glyphs: tuple[Glyph, ...]

    @cached_property
    def text(self) -> str:
        """Return the words."""
        return "".join(glyph.text for glyph in self.glyphs)

    @cached_property
    def left(self) -> float:
        """Return where the first letter begins."""
        return self.glyphs[0].left

    @cached_property
    def right(self) -> float:
        """Return where the last letter ends."""
        return max(glyph.right for glyph in self.glyphs)

    @cached_property
    def size(self) -> float:
        """Return the size of most letters."""
        counts: dict[float, int] = {}
        for glyph in self.glyphs:
            counts[round(glyph.size, 1)] = counts.get(round(glyph.size, 1), 0) + 1
        return max(counts, key=lambda size: counts[size])

    @cached_property
    def base(self) -> float:
        """Return the base line of the letters of the usual size."""
        bases = sorted(glyph.base for glyph in self.glyphs if abs(glyph.size - self.size) < 0.3)
        return bases[len(bases) // 2] if bases else self.glyphs[0].base

    @cached_property
    def bold(self) -> bool:
        """Say whether every letter is bold."""
        return all(glyph.font.bold for glyph in self.glyphs if glyph.text.strip())

    @cached_property
    def first_word(self) -> float:
        """Return the width of the first word."""
        end = self.right
        for glyph in self.glyphs:
            if not glyph.text.strip():
                break
            end = glyph.right
        return end - self.left


def lines(glyphs: Sequence[Glyph]) -> list[Line]:
    """Return the stretches of a page, from top to bottom and from left to right."""
    out: list[Line] = []
    for row in _rows(glyphs):
        row.sort(key=lambda glyph: (glyph.left, glyph.right))
        out.extend(_stretches(row))
    return out


def _rows(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    rows: list[list[Glyph]] = []
    base = size = 0.0
    for glyph in sorted(glyphs, key=lambda one: -one.base):
        if not rows or base - glyph.base > _SAME_LINE * max(size, glyph.size):
            rows.append([])
            base, size = glyph.base, glyph.size
        elif glyph.size > size + 0.3:  # what came first was raised
            base, size = glyph.base, glyph.size
        rows[-1].append(glyph)
    return rows


def _stretches(row: list[Glyph]) -> list[Line]:
    out: list[Line] = []
    line: list[Glyph] = []
    blank = False  # one has come since the last letter
    for glyph in row:
        if not glyph.text.strip():
            blank = True
            continue
        if line:
            before = line[-1]
            gap, size = glyph.left - max(one.right for one in line[-3:]), max(before.size, glyph.size)
            if _is_twice(before, glyph):  # bold by drawing a letter two times
                continue
            if gap > _COLUMN_GAP * size:
                out.append(Line(tuple(line)))
                line = []
            elif blank or gap > _WORD_GAP * size:
                line.append(Glyph(" ", before.right, glyph.left, before.base, before.size, before.font))
        line.append(glyph)
        blank = False
    if line:
        out.append(Line(tuple(line)))
    return out


def _is_twice(before: Glyph, glyph: Glyph) -> bool:
    near = abs(glyph.left - before.left) < 0.12 * glyph.size and abs(glyph.base - before.base) < 0.5
    return near and glyph.text == before.text
