"""Blocks gathered into what is printed together: items into nested lists, two half-wide pictures side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import TypeAlias

from desk.text.blocks import Block, Heading, ListItem, Paragraph, Picture, Quote, Runs, Table

POINTS = "–+•"
DEEPEST = 6  # levels; deeper ones would leave no room for words on an A5 page


@dataclass(slots=True)
class ListEntry:
    """One item with the lists that hang below it."""

    id: str
    runs: Runs
    below: list[Listing] = field(default_factory=list)


@dataclass(slots=True)
class Listing:
    """A list of one kind at one depth; an ordered one counts from `start`."""

    ordered: bool
    start: int
    entries: list[ListEntry] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class PicturePair:
    """Two pictures of half the width, side by side."""

    left: Picture
    right: Picture


Part: TypeAlias = Paragraph | Heading | Quote | Picture | PicturePair | Table | Listing


def gathered(blocks: Iterable[Block]) -> Iterator[Part]:
    """Yield the blocks in order, neighbouring list items as nested lists, neighbouring halves in pairs."""
    for is_item, run in groupby(blocks, key=lambda block: isinstance(block, ListItem)):
        if is_item:
            yield from nested(block for block in run if isinstance(block, ListItem))
        else:
            yield from _paired(block for block in run if not isinstance(block, ListItem))


def _paired(blocks: Iterable[Paragraph | Heading | Quote | Picture | Table]) -> Iterator[Part]:
    waiting: Picture | None = None
    for block in blocks:
        half = isinstance(block, Picture) and block.width == "half"
        if waiting is not None and half and isinstance(block, Picture):
            yield PicturePair(waiting, block)
            waiting = None
            continue
        if waiting is not None:
            yield waiting
            waiting = None
        if half and isinstance(block, Picture):
            waiting = block
        else:
            yield block
    if waiting is not None:
        yield waiting


def nested(items: Iterable[ListItem]) -> list[Listing]:
    """Nest items by level; a level that skips one hangs below the last item that there is."""
    top: list[Listing] = []
    path: list[Listing] = []
    for item in items:
        depth = min(max(item.level, 0), len(path), DEEPEST - 1)
        del path[depth + 1 :]
        if len(path) == depth or not _continues(path[depth], item):
            del path[depth:]
            listing = Listing(item.ordered, item.start)
            (path[-1].entries[-1].below if path else top).append(listing)
            path.append(listing)
        path[depth].entries.append(ListEntry(item.id, item.runs))
    return top


def _continues(listing: Listing, item: ListItem) -> bool:
    """Tell whether the item goes on with the list; another start number begins another list."""
    return listing.ordered == item.ordered and item.start in (listing.start, 1)


def label(listing: Listing, position: int, rank: int) -> str:
    """Return the printed label of an item: 1. a) i. for numbers, – + • for points.

    `rank` counts the lists of the same kind round this one, so points below a number begin with a dash.
    """
    if not listing.ordered:
        return POINTS[rank % 3]
    number = listing.start + position
    if rank % 3 == 0 or number < 1:
        return f"{number}."
    return f"{_letters(number)})" if rank % 3 == 1 else f"{_roman(number)}."


def _letters(number: int) -> str:
    word = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        word = chr(ord("a") + rest) + word
    return word


def _roman(number: int) -> str:
    if number > 3999:
        return str(number)
    word = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        word += letters * count
    return word


_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
