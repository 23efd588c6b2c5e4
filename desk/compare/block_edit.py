"""A suggestion that is more than other words: a paragraph that comes, goes, moves, is cut, joined or set otherwise.

It is stored where the words of other suggestions are, and says all that it needs: the blocks that it takes away as
they were, those it puts there, and in which order the text that it comes from has them. So several can be accepted
in any order. It refuses to take away what is not any more what its author saw.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from desk.compare.anchors import BYLINE, LEAD, TITLE, WHOLE
from desk.compare.words import rising
from desk.text.blocks import ArticleText, Block, block_text, from_data, to_data

_SIGN = "\u2402bbt1\u2403"  # no word of anybody begins so
_HEADS = {TITLE: "title", LEAD: "lead", BYLINE: "byline"}


class EditKind(Enum):
    """What is done to the paragraphs."""

    ADD = "add"
    REMOVE = "remove"
    MOVE = "move"
    SPLIT = "split"
    JOIN = "join"
    SET = "set"  # other looks, another caption, other rows: the block as a whole
    HEAD = "head"  # a lead or a byline where there was none


@dataclass(frozen=True, slots=True)
class BlockEdit:
    """Blocks taken away (`old`) and put there (`new`); for HEAD the words of a `place` of the head.

    `order` are the ids of the text that it comes from, `moved` those of them that stand elsewhere than before.
    """

    kind: EditKind
    old: tuple[Block, ...] = ()
    new: tuple[Block, ...] = ()
    order: tuple[str, ...] = ()
    moved: frozenset[str] = frozenset()
    place: str = WHOLE
    words: tuple[str, str] = ("", "")

    @property
    def quote(self) -> str:
        """Return the words that it speaks of."""
        return "\n".join(map(block_text, self.old)) if self.kind is not EditKind.HEAD else self.words[0]

    @property
    def shown(self) -> str:
        """Return the words that would stand there, a line a paragraph."""
        return "\n".join(map(block_text, self.new)) if self.kind is not EditKind.HEAD else self.words[1]

    def before(self, text: ArticleText) -> str:
        """Return the block of a text behind which new ones would come to stand; "" at the beginning."""
        if not self.new:
            return ""
        at = _place(text.blocks, self.new[0].id, self.order, self.moved)
        return text.blocks[at - 1].id if at else ""

    def applied(self, text: ArticleText) -> ArticleText | None:
        """Return a text with the edit done; None when what it takes away is gone, or is not any more what it was."""
        if self.kind is EditKind.HEAD:
            name = _HEADS[self.place]
            if getattr(text, name) != self.words[0]:
                return None
            return replace(text, **{name: self.words[1]})  # type: ignore[arg-type]  # strings all
        there = {block.id: block for block in text.blocks}
        if self.kind is EditKind.MOVE:
            block = there.get(self.old[0].id)
            return None if block is None else self._placed(text, (block,), {block.id})
        if any(there.get(one.id) != one for one in self.old):
            return None
        gone = {one.id for one in self.old}
        if any(one.id in there and one.id not in gone for one in self.new):
            return None
        if self.kind is EditKind.SET:
            (new,) = self.new
            return replace(
                text, blocks=tuple(new if one.id == self.old[0].id else one for one in text.blocks)
            )
        return self._placed(text, self.new, gone)

    def _placed(self, text: ArticleText, new: Sequence[Block], gone: set[str]) -> ArticleText:
        blocks = [one for one in text.blocks if one.id not in gone]
        for one in new:
            blocks.insert(_place(blocks, one.id, self.order, self.moved), one)
        return replace(text, blocks=tuple(blocks))


def _place(blocks: Sequence[Block], block: str, order: Sequence[str], moved: frozenset[str]) -> int:
    """Return where in the blocks one belongs by an order; those that did not go where they belong do not count."""
    rank = {name: at for at, name in enumerate(order)}
    if block not in rank:
        return len(blocks)
    here = [(at, rank[one.id], one.id) for at, one in enumerate(blocks) if one.id in rank and one.id != block]
    steady = [one for one in here if one[2] not in moved]
    steady = [steady[k] for k in rising([one[1] for one in steady])]
    standing = [one for one in here if one in steady or _fits(one, steady)]
    standing = [standing[k] for k in rising([one[1] for one in standing])]
    before = [at for at, number, _ in standing if number < rank[block]]
    after = [at for at, number, _ in standing if number > rank[block]]
    return max(before) + 1 if before else min(after) if after else len(blocks)


def _fits(one: tuple[int, int, str], steady: Sequence[tuple[int, int, str]]) -> bool:
    return all((at < one[0]) == (number < one[1]) for at, number, _ in steady)


# -- as it is stored ---------------------------------------------------------------------------------------


def stored(edit: BlockEdit) -> str:
    """Return an edit as it is stored in place of a suggestion's words."""
    said = {
        "kind": edit.kind.value,
        "old": _data(edit.old),
        "new": _data(edit.new),
        "order": edit.order,
        "moved": sorted(edit.moved),
        "place": edit.place,
        "words": edit.words,
    }
    return _SIGN + json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def read_edit(replacement: str | None) -> BlockEdit | None:
    """Read what is stored of a suggestion; None when it is nothing but words."""
    if replacement is None or not replacement.startswith(_SIGN):
        return None
    said = json.loads(replacement.removeprefix(_SIGN))
    return BlockEdit(
        EditKind(said["kind"]),
        _blocks(said["old"]),
        _blocks(said["new"]),
        tuple(said["order"]),
        frozenset(said["moved"]),
        said["place"],
        (said["words"][0], said["words"][1]),
    )


def _data(blocks: tuple[Block, ...]) -> object:
    return to_data(ArticleText(blocks=blocks))["blocks"]


def _blocks(data: object) -> tuple[Block, ...]:
    return from_data({**to_data(ArticleText()), "blocks": data}).blocks
