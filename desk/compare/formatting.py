"""Which letters that stayed look different now: bold, a link, another kind of paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from itertools import groupby
from typing import TypeAlias

from desk.compare.words import Op, OpKind
from desk.text.blocks import Block, Heading, ListItem, Mark, Paragraph, Picture, Quote, Run, Table, nfc


class Facet(Enum):
    """What of a passage's look changed."""

    BOLD = auto()
    ITALIC = auto()
    UNDERLINE = auto()
    SUB = auto()
    SUPER = auto()
    LINK = auto()
    KIND = auto()  # paragraph, heading, item, quote
    LEVEL = auto()  # of a heading or an item
    NUMBERING = auto()  # a list numbered or not, its first number
    HEAD = auto()  # a table's first row
    WIDTH = auto()  # how wide a picture prints


Look: TypeAlias = tuple[frozenset[Mark], str]
Span: TypeAlias = tuple[int, int]
_BARE: Look = (frozenset(), "")
_MARKS = {
    Mark.BOLD: Facet.BOLD,
    Mark.ITALIC: Facet.ITALIC,
    Mark.UNDERLINE: Facet.UNDERLINE,
    Mark.SUB: Facet.SUB,
    Mark.SUPER: Facet.SUPER,
}
_SHAPES = (
    ("level", Facet.LEVEL),
    ("ordered", Facet.NUMBERING),
    ("start", Facet.NUMBERING),
    ("header", Facet.HEAD),
)


def looks_changed(old: Block, new: Block, ops: Sequence[Op]) -> tuple[frozenset[Facet], tuple[Span, ...]]:
    """Return what of the look changed, and where in the new text letters that stayed look different."""
    if isinstance(old, Picture) and isinstance(new, Picture) and old.width != new.width:
        return frozenset({Facet.WIDTH}), ()
    if isinstance(old, Picture) or isinstance(new, Picture):
        return frozenset(), ()
    facets = _shape_changed(old, new)
    before, after = _looks(old), _looks(new)
    if before is None and after is None:
        return frozenset(facets), ()
    changed: list[tuple[int, frozenset[Facet]]] = []
    here = there = 0
    for op in ops:
        size = len(op.text)
        if op.kind is OpKind.EQUAL:
            for at in range(size):
                one = before[here + at] if before else _BARE
                other = after[there + at] if after else _BARE
                if one != other:
                    changed.append((there + at, _told_apart(one, other)))
        here += size if op.kind is not OpKind.INSERT else 0
        there += size if op.kind is not OpKind.DELETE else 0
    facets.update(*(found for _, found in changed))
    return frozenset(facets), _spans([at for at, _ in changed])


def _shape_changed(old: Block, new: Block) -> set[Facet]:
    if type(old) is not type(new):
        return {Facet.KIND}
    return {
        facet for name, facet in _SHAPES if hasattr(old, name) and getattr(old, name) != getattr(new, name)
    }


def _told_apart(one: Look, other: Look) -> frozenset[Facet]:
    found = {_MARKS[mark] for mark in one[0] ^ other[0]}
    return frozenset(found | {Facet.LINK} if one[1] != other[1] else found)


def _spans(places: Sequence[int]) -> tuple[Span, ...]:
    """Join neighbouring places to stretches."""
    out = []
    for _, group in groupby(enumerate(places), lambda pair: pair[1] - pair[0]):
        row = [place for _, place in group]
        out.append((row[0], row[-1] + 1))
    return tuple(out)


def _looks(block: Paragraph | Heading | ListItem | Quote | Table) -> list[Look] | None:
    """Return the look of every letter, None when all are bare."""
    rows: tuple[tuple[tuple[Run, ...], ...], ...] = (
        block.rows if isinstance(block, Table) else ((block.runs,),)
    )
    if not any(run.marks or run.link for row in rows for cell in row for run in cell):
        return None
    looks: list[Look] = []
    for row in rows:
        for cell in row:
            for run in cell:
                looks += [(run.marks, run.link)] * len(nfc(run.text))
            looks.append(_BARE)  # the tab or line end that block_text puts here
        if not row:
            looks.append(_BARE)
    return looks
