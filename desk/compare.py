"""What changed between two texts, word by word: for the eyes of the one who passes or approves it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum, auto
from itertools import pairwise
from typing import TypeAlias

from desk.pairing import Pair, pairs
from desk.text import (
    ArticleText,
    Block,
    Heading,
    ListItem,
    Mark,
    Paragraph,
    Picture,
    Quote,
    Table,
    block_text,
    nfc,
)
from desk.worddiff import Op, OpKind, word_ops

__all__ = [
    "BlockChange",
    "Change",
    "Comparison",
    "Fate",
    "Op",
    "OpKind",
    "Summary",
    "compare",
    "compare_blocks",
]


@dataclass(frozen=True, slots=True)
class Change:
    """A passage before and after, as operations in reading order."""

    ops: tuple[Op, ...] = ()

    @property
    def old(self) -> str:
        """Return the passage as it was."""
        return "".join(op.text for op in self.ops if op.kind is not OpKind.INSERT)

    @property
    def new(self) -> str:
        """Return the passage as it is."""
        return "".join(op.text for op in self.ops if op.kind is not OpKind.DELETE)

    @property
    def places(self) -> int:
        """Count the places where something was changed; a word replaced is one place."""
        kinds = [OpKind.EQUAL, *(op.kind for op in self.ops)]
        return sum(before is OpKind.EQUAL and kind is not OpKind.EQUAL for before, kind in pairwise(kinds))

    def __bool__(self) -> bool:
        return any(op.kind is not OpKind.EQUAL for op in self.ops)


class Fate(Enum):
    """What became of a block; a moved one may be changed as well."""

    SAME = auto()
    CHANGED = auto()
    ADDED = auto()
    REMOVED = auto()
    MOVED = auto()


@dataclass(frozen=True, slots=True)
class BlockChange:
    """One block before and after; `text` is a picture's caption, a table's cells tab by tab, else its words."""

    fate: Fate
    old: Block | None
    new: Block | None
    text: Change = Change()
    credit: Change = Change()  # a picture's credit
    marks: bool = False  # only looks: bold, links, heading or list level, kind of paragraph, a table's head
    picture: bool = False  # another picture stands here
    alt: bool = False  # the words for those who cannot see it

    @property
    def changed(self) -> bool:
        """Say whether more than the place is different."""
        return bool(self.text or self.credit or self.marks or self.picture or self.alt)

    @property
    def places(self) -> int:
        """Count the changed places; a block added or removed is one."""
        if self.fate in (Fate.ADDED, Fate.REMOVED):
            return 1
        return self.text.places + self.credit.places + self.marks + self.picture + self.alt


@dataclass(frozen=True, slots=True)
class Summary:
    """A comparison in numbers: changed places in all, and blocks by fate."""

    changes: int
    changed: int
    added: int
    removed: int
    moved: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two texts compared; blocks in the order of the new text, removed ones where they stood."""

    title: Change = Change()
    lead: Change = Change()
    byline: Change = Change()
    event_date: Change = Change()
    blocks: tuple[BlockChange, ...] = field(default=())

    @property
    def summary(self) -> Summary:
        """Return the comparison in numbers."""
        heads = (self.title, self.lead, self.byline, self.event_date)
        places = sum(change.places for change in heads) + sum(block.places for block in self.blocks)
        fates = [block.fate for block in self.blocks]
        return Summary(
            places,
            fates.count(Fate.CHANGED),
            fates.count(Fate.ADDED),
            fates.count(Fate.REMOVED),
            fates.count(Fate.MOVED),
        )

    def __bool__(self) -> bool:
        return any((self.title, self.lead, self.byline, self.event_date)) or any(
            block.fate is not Fate.SAME for block in self.blocks
        )


def compare(old: ArticleText, new: ArticleText) -> Comparison:
    """Compare two texts word by word; NFD against NFC is no change."""
    return Comparison(
        title=_change(old.title, new.title),
        lead=_change(old.lead, new.lead),
        byline=_change(old.byline, new.byline),
        event_date=_date_change(old.event_date, new.event_date),
        blocks=compare_blocks(old.blocks, new.blocks),
    )


def compare_blocks(old: Sequence[Block], new: Sequence[Block]) -> tuple[BlockChange, ...]:
    """Compare two bodies: blocks paired by id, then by likeness; words compared within each pair."""
    return tuple(_block_change(pair) for pair in pairs(old, new))


def _change(old: str, new: str) -> Change:
    return Change(word_ops(nfc(old), nfc(new)))


def _date_change(old: date | None, new: date | None) -> Change:
    before, after = (f"{day:%d/%m/%Y}" if day else "" for day in (old, new))
    if before == after:
        return Change((Op(OpKind.EQUAL, before),) if before else ())
    ops = (Op(OpKind.DELETE, before), Op(OpKind.INSERT, after))
    return Change(tuple(op for op in ops if op.text))


def _block_change(pair: Pair) -> BlockChange:
    old, new = pair.old, pair.new
    change = BlockChange(
        Fate.SAME,
        old,
        new,
        text=_change(_words(old), _words(new)),
        credit=_change(_credit(old), _credit(new)),
    )
    if old is None or new is None:
        return replace(change, fate=Fate.ADDED if old is None else Fate.REMOVED)
    change = replace(
        change,
        marks=_looks_changed(old, new, change.text),
        picture=_picture(old) != _picture(new),
        alt=_alt(old) != _alt(new),
    )
    fate = Fate.MOVED if pair.moved else Fate.CHANGED if change.changed else Fate.SAME
    return replace(change, fate=fate)


def _words(block: Block | None) -> str:
    if block is None:
        return ""
    return block.caption if isinstance(block, Picture) else block_text(block)


def _picture(block: Block) -> str | None:
    return block.picture if isinstance(block, Picture) else None


def _alt(block: Block) -> str:
    return nfc(block.alt) if isinstance(block, Picture) else ""


def _credit(block: Block | None) -> str:
    return block.credit if isinstance(block, Picture) else ""


# -- looks -------------------------------------------------------------------------------------------------

Look: TypeAlias = tuple[frozenset[Mark], str]
_BARE: Look = (frozenset(), "")


def _looks_changed(old: Block, new: Block, text: Change) -> bool:
    """Say whether the letters that stayed look different now."""
    if isinstance(old, Picture) or isinstance(new, Picture):
        return False
    if _shape(old) != _shape(new):
        return True
    before, after = _looks(old), _looks(new)
    if before is None and after is None:
        return False
    return _kept(before, text, OpKind.INSERT) != _kept(after, text, OpKind.DELETE)


def _shape(block: Block) -> tuple[object, ...]:
    names = ("level", "ordered", "start", "header")
    return (type(block), *(getattr(block, name, None) for name in names))


def _looks(block: Paragraph | Heading | ListItem | Quote | Table) -> list[Look] | None:
    """Return the look of every letter, None when all are bare."""
    rows = block.rows if isinstance(block, Table) else ((block.runs,),)
    if not any(run.marks or run.link for row in rows for cell in row for run in cell):
        return None
    looks: list[Look] = []
    for row in rows:
        for cell in row:
            for run in cell:
                looks += [(run.marks, run.link)] * len(nfc(run.text))
            looks.append(_BARE)  # the tab or line end that block_text puts here
    return looks


def _kept(looks: list[Look] | None, text: Change, other: OpKind) -> list[Look]:
    """Return the looks of the letters that are in both texts."""
    kept: list[Look] = []
    at = 0
    for op in text.ops:
        if op.kind is OpKind.EQUAL:
            kept += looks[at : at + len(op.text)] if looks else [_BARE] * len(op.text)
        if op.kind is not other:
            at += len(op.text)
    return kept
