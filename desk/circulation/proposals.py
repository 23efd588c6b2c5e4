"""What was edited between two texts, as suggestions: accepted all, in whatever order, they make the second text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from desk.compare.anchors import BYLINE, LEAD, TITLE, Anchor, at, carried, words_now
from desk.compare.apply_suggestion import replaced
from desk.compare.block_edit import BlockEdit, EditKind
from desk.compare.match_blocks import BlockPair, pairs
from desk.compare.split_paragraphs import seamed
from desk.compare.words import OpKind, word_ops
from desk.text.blocks import ArticleText, Block, Picture, block_text, normal

_HEADS = ((TITLE, "title"), (LEAD, "lead"), (BYLINE, "byline"))
_GLUE = 3  # letters between two edits up to which they are one
_MOST = 400  # ids of an order that an edit keeps on each side


@dataclass(frozen=True, slots=True)
class Proposal:
    """Other words for a stretch (`edit` None), or an edit of whole blocks; `words` are what it brings and takes."""

    anchor: Anchor
    replacement: str = ""
    edit: BlockEdit | None = None

    @property
    def place(self) -> str:
        """Return the block that it speaks of."""
        return self.anchor.place

    @property
    def came(self) -> str:
        """Return the words that it brings."""
        return self.replacement if self.edit is None else self.edit.shown

    @property
    def went(self) -> str:
        """Return the words that it takes away."""
        return self.anchor.quote if self.edit is None else self.edit.quote


def proposals(old: ArticleText, new: ArticleText) -> list[Proposal]:
    """Return every edit from one text to another, in reading order of the new one."""
    out = []
    for place, name in _HEADS:
        out += _of_words(old, new, place, getattr(old, name), getattr(new, name))
    out += _of_blocks(old, new)
    order = {TITLE: -2, LEAD: -1, BYLINE: len(new.blocks)}
    order |= {block.id: number for number, block in enumerate(new.blocks)}
    return sorted(out, key=lambda one: order.get(_seat(one), order.get(one.place, 0)))


def all_accepted(text: ArticleText, wanted: Sequence[Proposal]) -> tuple[ArticleText, list[Proposal]]:
    """Accept suggestions one after the other as the desk does; return the text, and those that found no place."""
    anchors = [one.anchor for one in wanted]
    left = []
    for number, one in enumerate(wanted):
        before = text
        edit = one.edit
        made = _accepted(text, anchors[number], one) if edit is None else edit.applied(text)
        if made is None:
            left.append(one)
            continue
        text = normal(made)
        anchors = [carried(anchor, before, text) for anchor in anchors]
    return text, left


def _accepted(text: ArticleText, anchor: Anchor, one: Proposal) -> ArticleText | None:
    if anchor.lost or words_now(anchor, text) != anchor.quote:
        return None
    return replaced(text, anchor, one.replacement)


def _seat(one: Proposal) -> str:
    return one.edit.new[0].id if one.edit is not None and one.edit.new else one.place


# -- the head ----------------------------------------------------------------------------------------------


def _of_words(old: ArticleText, new: ArticleText, place: str, was: str, now: str) -> list[Proposal]:
    if was == now:
        return []
    made = [Proposal(at(old, place, *span), words) for span, words in stretches(was, now)]
    accepted, left = all_accepted(old, made)
    name = dict(_HEADS)[place]
    if made and not left and getattr(accepted, name) == getattr(normal(new), name):
        return made
    if was:
        return [Proposal(at(old, place, 0, len(was)), now)]
    return [Proposal(at(old, place), edit=BlockEdit(EditKind.HEAD, place=place, words=(was, now)))]


# -- the body ----------------------------------------------------------------------------------------------


def _of_blocks(old: ArticleText, new: ArticleText) -> Iterator[Proposal]:
    found = pairs(old.blocks, new.blocks)
    moved = frozenset(one.new.id for one in found if one.moved and one.new is not None)
    order = tuple(block.id for block in new.blocks)
    for group in _groups(seamed(found)):
        before = [old.blocks[number] for number in group[0]]
        after = [new.blocks[number] for number in group[1]]
        if len(before) == len(after) == 1 and before[0].id == after[0].id:
            yield from _of_pair(old, before[0], after[0], order, moved)
            continue
        kind = _KINDS[min(len(before), 2), min(len(after), 2)]
        edit = BlockEdit(kind, tuple(before), tuple(after), order, moved)
        yield Proposal(_anchor(old, edit), edit=edit)


_KINDS = {
    (0, 1): EditKind.ADD,
    (1, 0): EditKind.REMOVE,
    (1, 1): EditKind.SPLIT,
    (1, 2): EditKind.SPLIT,
    (2, 1): EditKind.JOIN,
    (2, 2): EditKind.SPLIT,
}


def _groups(found: Sequence[BlockPair]) -> list[tuple[list[int], list[int]]]:
    """Return the places of old and new blocks that belong together: the pieces of a paragraph that was cut."""
    group: dict[tuple[str, int], int] = {}
    members: defaultdict[int, set[tuple[str, int]]] = defaultdict(set)
    for number, pair in enumerate(found):
        ends = [("old", pair.old_at), ("new", pair.new_at)]
        mine = {(side, place) for side, place in ends if place is not None}
        for one in list(mine):
            if one in group:
                mine |= members.pop(group[one], set())
        for one in mine:
            group[one] = number
        members[number] = mine
    out = []
    for mine in members.values():
        sides = [sorted(place for side, place in mine if side == which) for which in ("old", "new")]
        out.append((sides[0], sides[1]))
    return out


def _of_pair(
    text: ArticleText, old: Block, new: Block, order: tuple[str, ...], moved: frozenset[str]
) -> Iterator[Proposal]:
    if new.id in moved:
        edit = BlockEdit(EditKind.MOVE, (old,), (old,), order, moved)
        yield Proposal(_anchor(text, edit), edit=edit)
    if _alike(old, new):
        return
    made = []
    if not isinstance(old, Picture):
        spans = stretches(block_text(old), block_text(new))
        made = [Proposal(at(text, old.id, *span), words) for span, words in spans]
        accepted, left = all_accepted(text, made)
        there = next((one for one in accepted.blocks if one.id == old.id), None)
        if left or there is None or not _alike(there, new):
            made = []
    if not made:
        edit = BlockEdit(EditKind.SET, (old,), (new,))
        made = [Proposal(_anchor(text, edit), edit=edit)]
    yield from made


def _alike(one: Block, other: Block) -> bool:
    sides = [normal(ArticleText(blocks=(block,))).blocks[0] for block in (one, other)]
    return sides[0] == sides[1]


def _anchor(text: ArticleText, edit: BlockEdit) -> Anchor:
    """Anchor an edit on the block that it takes away, or on the one behind which it puts something."""
    if edit.old:
        place = edit.old[0].id
        block = next((one for one in text.blocks if one.id == place), None)
        end = len(block_text(block)) if block is not None else 0
        return replace(at(text, place, 0, end), quote=edit.quote)
    return replace(at(text, edit.before(text)), quote="")


# -- stretches of words ------------------------------------------------------------------------------------


def stretches(old: str, new: str) -> list[tuple[tuple[int, int], str]]:
    """Return where words of a text were replaced and by what; where some only came, with a word beside them.

    Empty when some came where no word stands.
    """
    edits: list[list[int]] = []  # start, stop of the old, start, stop of the new
    here = there = 0
    for op in word_ops(old, new):
        size = len(op.text)
        if op.kind is not OpKind.EQUAL:
            gone, came = (size, 0) if op.kind is OpKind.DELETE else (0, size)
            if edits and here - edits[-1][1] <= _GLUE and not _barred(old[edits[-1][1] : here]):
                edits[-1][1], edits[-1][3] = here + gone, there + came
            else:
                edits.append([here, here + gone, there, there + came])
        here += size if op.kind is not OpKind.INSERT else 0
        there += size if op.kind is not OpKind.DELETE else 0
    out = []
    for number, (start, stop, begin, end) in enumerate(edits):
        floor = edits[number - 1][1] if number else 0
        roof = edits[number + 1][0] if number + 1 < len(edits) else len(old)
        if not old[start:stop].strip():
            ahead = _word_before(old, start, floor)
            behind = _word_after(old, stop, roof)
            if ahead:
                start, begin = start - ahead, begin - ahead
            elif behind:
                stop, end = stop + behind, end + behind
            else:
                return []
        out.append(((start, stop), new[begin:end]))
    return out


def _barred(words: str) -> bool:
    return "\t" in words or "\n" in words


def _word_before(text: str, place: int, floor: int) -> int:
    """Return how many letters before a place its last word has, 0 when a cell or the text begins there."""
    at = place
    while at > floor and text[at - 1].isspace() and not _barred(text[at - 1]):
        at -= 1
    word = at
    while word > floor and not text[word - 1].isspace():
        word -= 1
    return place - word if word < at else 0


def _word_after(text: str, place: int, roof: int) -> int:
    at = place
    while at < roof and text[at].isspace() and not _barred(text[at]):
        at += 1
    word = at
    while word < roof and not text[word].isspace():
        word += 1
    return word - place if word > at else 0
