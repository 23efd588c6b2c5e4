"""Lines to paragraphs, by what their look tells: short last lines, set-in first lines, room between, bullets."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from desk.intake.pdf.columns import Column, Item, Placed
from desk.intake.pdf.lines import Line

_BULLET = re.compile(r"\s*(?:[-–—•+*●▪○◦▫✓➢\uf0b7\uf0a7]\s|\(?\d{1,2}[.)]\s|[a-zđ]\)\s)")
_ENDS = (".", ":", ";", "!", "?", "…", "”", '"', ")")
_SET_IN = 0.9  # of the size: a first line stands in so far
_ROOM = 1.3  # of the usual distance of lines: more is room between paragraphs
_NEAR = 2.5  # points


@dataclass(slots=True)
class ParagraphLines:
    """The lines of one paragraph and how it is set; `placed` is a picture or table instead."""

    lines: list[Line] = field(default_factory=list)
    align: str = ""
    indented: bool = False
    placed: Placed | None = None
    full: bool = False  # its last line goes to the margin: the next column may go on with it


def paragraphs(columns: Iterable[Column]) -> list[ParagraphLines]:
    """Return the paragraphs of columns in reading order; one goes on over columns and pages."""
    out: list[ParagraphLines] = []
    for column in columns:
        made = _of_column(column)
        if out and made and _goes_over(out[-1], made[0], column):
            out[-1].lines.extend(made[0].lines)
            out[-1].full = made[0].full
            made = made[1:]
        out.extend(made)
    return out


def _of_column(column: Column) -> list[ParagraphLines]:
    pitch = _pitch(column)
    out: list[ParagraphLines] = []
    before: Line | None = None
    after: list[Item | None] = [*column.items[1:], None]
    for item, following in zip(column.items, after, strict=True):
        if isinstance(item, Placed):
            out.append(ParagraphLines(placed=item))
            before = None
            continue
        align = "" if _is_first(item, following, column) else _align(item, column)
        if before is None or _begins(before, item, column, align, out[-1], pitch):
            inset = item.left - column.left > _SET_IN * item.size and not align
            out.append(ParagraphLines([item], align, inset))
        else:
            out[-1].lines.append(item)
        out[-1].full = _is_full(item, column, 3 * item.size)
        before = item
    return out


def _pitch(column: Column) -> float:
    """Return the usual distance of two lines."""
    found = [item for item in column.items if isinstance(item, Line)]
    steps = sorted(
        a.base - b.base for a, b in itertools.pairwise(found) if 0.5 * a.size < a.base - b.base < 2.2 * a.size
    )
    return steps[len(steps) // 3] if steps else 0.0


def _align(line: Line, column: Column) -> str:
    if column.beside:
        return "center"
    left, right = line.left - column.left, column.right - line.right
    if left < _SET_IN * line.size and right < 1.5 * line.size:
        return ""
    wide = column.right - column.left
    if abs(left - right) < max(_NEAR, 0.06 * wide) and left > 2.2 * line.size:
        return "center"
    if abs(left - right) < _NEAR and left > _SET_IN * line.size:
        return "center"
    if right < _NEAR and left > 0.35 * wide:
        return "right"
    if left > 0.4 * wide:  # in the middle of the right half, as signatures stand
        return "center"
    return ""


def _is_first(line: Line, following: Item | None, column: Column) -> bool:
    """Say whether a line that looks centred is the first of a paragraph, which goes on at the margin."""
    if not isinstance(following, Line) or abs(following.left - column.left) > _NEAR:
        return False
    alike = abs(line.size - following.size) < 0.6 and line.bold == following.bold
    close = 0 < line.base - following.base < 2.2 * line.size
    return alike and close and _is_full(line, column, following.first_word)


def _is_full(line: Line, column: Column, next_word: float) -> bool:
    """Say whether the next word would not have had room behind a line."""
    return line.right + 0.25 * line.size + next_word > column.right - 1


def _begins(
    before: Line, line: Line, column: Column, align: str, open_one: ParagraphLines, pitch: float
) -> bool:
    """Say whether a line begins a paragraph of its own."""
    step = before.base - line.base
    if column.beside:
        wraps = before.right - before.left + line.first_word > column.right - column.left - line.size
        return not (wraps and (line.text[0].islower() or line.text[0].isdigit()))
    if step < 0.5 * line.size or (pitch and step > _ROOM * max(pitch, 1.1 * line.size)):
        return True
    if abs(before.size - line.size) > 0.6 or align != open_one.align:
        return not (align == "center" and not open_one.align and _ends_centred(before, column))
    if before.bold != line.bold and before.glyphs[-1].font.bold != line.glyphs[0].font.bold:
        return True
    if align == "center":
        wide = column.right - column.left
        return before.right - before.left + line.first_word < 0.85 * wide
    if align == "right":
        return True
    if _BULLET.match(line.text) and (before.text.rstrip().endswith(_ENDS) or line.left > column.left + 3):
        return True
    hanging = len(open_one.lines) > 1 and abs(open_one.lines[-1].left - line.left) < _NEAR
    if line.left - column.left > _SET_IN * line.size and not hanging and not _hangs(open_one):
        return True
    return not _is_full(before, column, line.first_word)


def _ends_centred(before: Line, column: Column) -> bool:
    """Say whether a line fills the column, so that a centred one may go on with it."""
    return (
        before.left - column.left < before.size and column.right - before.right < before.size and before.bold
    )


def _hangs(open_one: ParagraphLines) -> bool:
    """Say whether the next lines of an item stand in, behind its sign."""
    return len(open_one.lines) == 1 and bool(_BULLET.match(open_one.lines[0].text))


def _goes_over(before: ParagraphLines, after: ParagraphLines, column: Column) -> bool:
    if column.beside or before.placed or after.placed or after.indented or before.align or after.align:
        return False
    last, first = before.lines[-1], after.lines[0]
    if abs(last.size - first.size) > 0.6 or last.bold != first.bold or _BULLET.match(first.text):
        return False
    return before.full and not last.text.rstrip().endswith((".", ":", "!", "?"))
