"""What changed between two texts, word by word: for the eyes of the one who passes or approves it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum, auto
from itertools import pairwise

from desk.compare import tables
from desk.compare.formatting import Facet, Span, looks_changed
from desk.compare.match_blocks import BlockPair, Seam, pairs
from desk.compare.split_paragraphs import seamed
from desk.compare.words import Op, OpKind, readable, seen_ops
from desk.text.blocks import ArticleText, Block, Picture, Table, block_text, nfc

__all__ = [
    "BlockChange",
    "Change",
    "Comparison",
    "Facet",
    "Fate",
    "Op",
    "OpKind",
    "Seam",
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
    """One block before and after; `text` is a picture's caption, a table's cells tab by tab, else its words.

    A paragraph that was cut or sewn stands here piece by piece, each with the words that it met; a `seam`
    says what happened at the piece's end, and all pieces carry the id of the whole.
    """

    fate: Fate
    old: Block | None
    new: Block | None
    text: Change = Change()
    credit: Change = Change()  # a picture's credit
    looks: frozenset[Facet] = (
        frozenset()
    )  # bold, links, heading or list level, kind of paragraph, a table's head
    restyled: tuple[Span, ...] = ()  # where in the new words letters that stayed look different
    picture: bool = False  # another picture stands here
    alt: bool = False  # the words for those who cannot see it
    seam: Seam | None = None
    rows: tuple[tables.RowChange, ...] = ()  # two tables laid on each other
    old_at: int | None = None  # which block of the old text, of the new text
    new_at: int | None = None

    @property
    def marks(self) -> bool:
        """Say whether letters that stayed, or the block itself, look different."""
        return bool(self.looks)

    @property
    def changed(self) -> bool:
        """Say whether more than the place is different."""
        return bool(self.text or self.credit or self.looks or self.picture or self.alt or self.seam)

    @property
    def shown(self) -> Change:
        """Return the words with the sign of a paragraph's end that came or went."""
        ops = self.text.ops
        if self.seam is Seam.CUT:
            return Change((*ops, Op(OpKind.INSERT, PILCROW)))
        if self.seam is Seam.SEWN:
            last = len(ops) - 1 if ops and ops[-1].kind is OpKind.INSERT else len(ops)
            return Change((*ops[:last], Op(OpKind.DELETE, PILCROW), *ops[last:]))
        return self.text

    @property
    def places(self) -> int:
        """Count the changed places; a block added or removed is one, a table's row as well."""
        if self.fate in (Fate.ADDED, Fate.REMOVED):
            return 1
        words = sum(_row_places(row) for row in self.rows) if self.rows else self.shown.places
        return words + self.credit.places + self.marks + self.picture + self.alt


PILCROW = "¶"


def _row_places(row: tables.RowChange) -> int:
    return 1 if row.kind is not OpKind.EQUAL else sum(Change(cell.ops).places for cell in row.cells)


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
    """Compare two texts word by word; NFD against NFC is no change, nor is a no-break space."""
    return Comparison(
        title=_change(old.title, new.title),
        lead=_change(old.lead, new.lead),
        byline=_change(old.byline, new.byline),
        event_date=_date_change(old.event_date, new.event_date),
        blocks=compare_blocks(old.blocks, new.blocks),
    )


def compare_blocks(old: Sequence[Block], new: Sequence[Block]) -> tuple[BlockChange, ...]:
    """Compare two bodies: blocks paired by id, then by likeness; words compared within each pair."""
    return tuple(_block_change(pair) for pair in seamed(pairs(old, new)))


def _change(old: str, new: str) -> Change:
    return Change(readable(seen_ops(nfc(old), nfc(new))))


def _date_change(old: date | None, new: date | None) -> Change:
    before, after = (f"{day:%d/%m/%Y}" if day else "" for day in (old, new))
    if before == after:
        return Change((Op(OpKind.EQUAL, before),) if before else ())
    ops = (Op(OpKind.DELETE, before), Op(OpKind.INSERT, after))
    return Change(tuple(op for op in ops if op.text))


def _block_change(pair: BlockPair) -> BlockChange:
    old, new = pair.old, pair.new
    change = BlockChange(Fate.SAME, old, new, old_at=pair.old_at, new_at=pair.new_at)
    if isinstance(old, Table) and isinstance(new, Table):
        rows = tables.grid(old, new)
        change = replace(change, text=Change(tables.flat(rows)), rows=rows)
    else:
        change = replace(
            change, text=_change(_words(old), _words(new)), credit=_change(_credit(old), _credit(new))
        )
    if old is None or new is None:
        return replace(change, fate=Fate.ADDED if old is None else Fate.REMOVED)
    looks, restyled = looks_changed(old, new, change.text.ops)
    change = replace(
        change,
        looks=looks,
        restyled=restyled,
        picture=_picture(old) != _picture(new),
        alt=_alt(old) != _alt(new),
        seam=pair.seam,
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
