"""Which block of the new text is which block of the old one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from desk.compare.words import rising
from desk.text.blocks import Block, Picture, Table, block_text, nfc

_ALIKE = 0.5  # share of words in common from which two blocks are one, rewritten
_CANDIDATES = 20_000  # pairs looked at; beyond it only neighbours are


class Seam(Enum):
    """What happened to a paragraph's end: it was cut from the next one, or sewn to it."""

    CUT = auto()
    SEWN = auto()


@dataclass(frozen=True, slots=True)
class BlockPair:
    """A block before and after; one side is None when it came or went.

    `old_at` and `new_at` are its places in its text. With a seam it is the piece of a block that meets the
    other side's block (`desk.compare.split_paragraphs`); the next pair has the piece that follows.
    """

    old: Block | None
    new: Block | None
    moved: bool = False
    seam: Seam | None = None
    old_at: int | None = None
    new_at: int | None = None


def pairs(old: Sequence[Block], new: Sequence[Block]) -> list[BlockPair]:
    """Pair blocks by id, then by equal words, then by likeness; new order, removed ones where they stood."""
    partner = _by_id(old, new)
    _by_words(old, new, partner)
    _by_likeness(old, new, partner)
    return _ordered(old, new, partner)


def _by_id(old: Sequence[Block], new: Sequence[Block]) -> dict[int, int]:
    """Return new index -> old index of the blocks that kept their id."""
    ids: dict[str, int] = {}
    for i, block in enumerate(old):
        if block.id:
            ids.setdefault(block.id, i)
    return {
        j: ids.pop(block.id)
        for j, block in enumerate(new)
        if block.id in ids and _can_be(old[ids[block.id]], block)
    }


def _by_words(old: Sequence[Block], new: Sequence[Block], partner: dict[int, int]) -> None:
    waiting: defaultdict[str, list[int]] = defaultdict(list)
    for i in _alone(len(old), set(partner.values()))[::-1]:
        waiting[_key(old[i])].append(i)
    for j in _alone(len(new), partner.keys()):
        same = waiting.get(_key(new[j]))
        if same and _can_be(old[same[-1]], new[j]):
            partner[j] = same.pop()


def _by_likeness(old: Sequence[Block], new: Sequence[Block], partner: dict[int, int]) -> None:
    """Pair what is left with what is most alike, the best likeness first."""
    left, right = _alone(len(old), set(partner.values())), _alone(len(new), partner.keys())
    words = {i: Counter(_key(old[i]).split()) for i in left}
    after = {j: Counter(_key(new[j]).split()) for j in right}
    near = max(3, _CANDIDATES // (len(right) + 1))
    found: list[tuple[float, int, int, int]] = []
    for b, j in enumerate(right):
        for a in range(max(0, b - near), min(len(left), b + near + 1)):
            alike = likeness(words[left[a]], after[j])
            if alike >= _ALIKE and _can_be(old[left[a]], new[j]):
                found.append((-alike, abs(left[a] - j), left[a], j))
    taken: set[int] = set()
    for _, _, i, j in sorted(found):
        if i not in taken and j not in partner:
            partner[j] = i
            taken.add(i)


def likeness(one: Counter[str], other: Counter[str]) -> float:
    """Return the share of words that both hold, from 0 to 1."""
    total = one.total() + other.total()
    shared = one.keys() & other.keys()
    return 2 * sum(min(one[word], other[word]) for word in shared) / total if total else 0.0


def _alone(count: int, paired: Container[int]) -> list[int]:
    return [index for index in range(count) if index not in paired]


def _can_be(old: Block, new: Block) -> bool:
    """Tell whether one can be shown as the other changed: cells meet cells, and a picture stays a picture."""
    if isinstance(old, Table) or isinstance(new, Table):
        return isinstance(old, Table) and isinstance(new, Table)
    return isinstance(new, Picture) or not isinstance(old, Picture)


def _key(block: Block) -> str:
    words = nfc(block_text(block))
    return f"{block.picture} {words}" if isinstance(block, Picture) else words


def _ordered(old: Sequence[Block], new: Sequence[Block], partner: dict[int, int]) -> list[BlockPair]:
    """Put the pairs in the new order; those off the longest row that both orders share have moved."""
    paired = sorted(partner)
    steady = {paired[k] for k in rising([partner[j] for j in paired])}
    kept = set(partner.values())
    gone: defaultdict[int, list[BlockPair]] = defaultdict(list)  # after which new block, -1 before the first
    place = -1
    home = {partner[j]: j for j in steady}
    for i, block in enumerate(old):
        place = home.get(i, place)
        if i not in kept:
            gone[place].append(BlockPair(block, None, old_at=i))
    out = gone[-1]
    for j, block in enumerate(new):
        if j in partner:
            out.append(BlockPair(old[partner[j]], block, j not in steady, old_at=partner[j], new_at=j))
        else:
            out.append(BlockPair(None, block, new_at=j))
        out += gone[j]
    return out
