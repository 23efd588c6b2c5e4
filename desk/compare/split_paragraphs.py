"""A paragraph broken in two, or two made one: only the break is a change, not the words on either side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from desk.compare.match_blocks import BlockPair, Seam, likeness
from desk.compare.words import OpKind, word_ops
from desk.text.blocks import TEXT_BLOCKS, Block, Picture, Run, Table, TextBlock, block_text, merged, nfc

_ALIKE = 0.5  # share of words in common from which a piece is a piece of the whole
_PIECE = 4  # words from which a piece that went elsewhere is looked for
_WHOLE = 0.6  # the same for all the pieces together


def seamed(found: Sequence[BlockPair]) -> list[BlockPair]:
    """Cut the pairs where a paragraph was broken or joined, so that each piece meets its own words."""
    out: list[BlockPair] = []
    for pair in _begun(found):
        out.append(pair)
        at = len(out) - 1
        # The piece that met its own words may be the rest of a piece before it: the last of three was paired.
        while at > 0 and (joined := _meet(out[at - 1], out[at])) is not None:
            out[at - 1 : at + 1] = joined
            at -= 1
    return _far(out)


def _far(found: list[BlockPair]) -> list[BlockPair]:
    """Let a piece that was cut off and moved away meet its own words, which its paragraph would show as gone."""
    out, missing = list(found), _Missing(found)
    for at, alone in enumerate(found):
        if alone.old is not None or not isinstance(alone.new, TEXT_BLOCKS):
            continue
        whole = missing.most_like(alone.new)
        pieces = _apart(out[whole], alone) if whole is not None else None
        if whole is not None and pieces is not None:
            out[whole], out[at] = pieces
            missing.met.add(whole)
    return out


class _Missing:
    """The words that paragraphs have lost, by which a piece finds the paragraph that it came from."""

    def __init__(self, found: Sequence[BlockPair]) -> None:
        self.met: set[int] = set()  # each loses one piece
        self._by_word: dict[str, list[int]] = {}
        for at, pair in enumerate(found):
            if (
                isinstance(pair.old, TEXT_BLOCKS)
                and isinstance(pair.new, TEXT_BLOCKS)
                and pair.old != pair.new
            ):
                lost = Counter(_words(pair.old).split()) - Counter(_words(pair.new).split())
                for word in lost if lost.total() >= _PIECE else ():
                    self._by_word.setdefault(word, []).append(at)

    def most_like(self, piece: Block) -> int | None:
        """Return the place of the paragraph that has lost most words of a piece; None for none."""
        votes = Counter(
            at
            for word in set(_words(piece).split())
            for at in self._by_word.get(word, ())
            if at not in self.met
        )
        best = votes.most_common(1)
        return best[0][0] if best and best[0][1] >= _PIECE else None


def _apart(pair: BlockPair, alone: BlockPair) -> tuple[BlockPair, BlockPair] | None:
    """Return what stayed of a paragraph and what went elsewhere; None when they are not its two pieces."""
    whole, stayed, went = pair.old, pair.new, alone.new
    if whole is None or stayed is None or went is None:
        return None
    for first, second in ((stayed, went), (went, stayed)):
        at = _place(whole, first, second)
        if at is not None:
            head, tail = _parted(whole, at)
            rest, gone = (head, tail) if first is stayed else (tail, head)
            seam = Seam.CUT if first is stayed else pair.seam
            return replace(pair, old=rest, seam=seam), BlockPair(
                gone, went, True, None, pair.old_at, alone.new_at
            )
    return None


def _begun(found: Sequence[BlockPair]) -> list[BlockPair]:
    """Pair a whole with the first of its pieces where the pieces are too small to be like it."""
    out = list(found)
    for at, pair in enumerate(found):
        if pair.new is not None:
            continue
        rest = out[at + 1 :]
        run = _row(rest, "new")
        if len(run) > 1 and _covers(pair.old, [one.new for one in run]):
            out[at], out[at + 1] = replace(pair, new=run[0].new, new_at=run[0].new_at), _NOTHING
        run = _row(rest, "old")
        after = rest[len(run)] if len(run) < len(rest) else _NOTHING
        alone = run and after.old is None and after.new is not None
        if alone and _covers(after.new, [pair.old, *(one.old for one in run)]):
            out[at] = replace(pair, new=after.new, new_at=after.new_at)
            out[at + 1 + len(run)] = _NOTHING
    return [pair for pair in out if pair is not _NOTHING]


_NOTHING = BlockPair(None, None)


def _row(pairs: Sequence[BlockPair], side: str) -> list[BlockPair]:
    """Return the pairs at the start that stand on one side alone."""
    out = []
    for pair in pairs:
        other = pair.old if side == "new" else pair.new
        if other is not None or pair is _NOTHING:
            break
        out.append(pair)
    return out


def _covers(whole: Block | None, pieces: Sequence[Block | None]) -> bool:
    if not isinstance(whole, TEXT_BLOCKS) or not all(isinstance(piece, TEXT_BLOCKS) for piece in pieces):
        return False
    words = Counter(word for piece in pieces if piece is not None for word in _words(piece).split())
    return likeness(Counter(_words(whole).split()), words) >= _WHOLE


def _meet(one: BlockPair, other: BlockPair) -> list[BlockPair] | None:
    """Return two neighbours as the two pieces of one paragraph; None when they are not."""
    if one.old is not None and one.new is not None:
        if other.old is None and other.new is not None:  # its second half stands alone now
            return _cut(one, one.old, one.new, other.new, other)
        if other.new is None and other.old is not None:
            return _sewn(one, one.new, one.old, other.old, other)
    if other.old is not None and other.new is not None:
        if one.old is None and one.new is not None:
            return _cut(other, other.old, one.new, other.new, one)
        if one.new is None and one.old is not None:
            return _sewn(other, other.new, one.old, other.old, one)
    return None


def _cut(
    pair: BlockPair, whole: Block, first: Block, second: Block, alone: BlockPair
) -> list[BlockPair] | None:
    at = _place(whole, first, second)
    if at is None:
        return None
    head, tail = _parted(whole, at)
    ahead = first is not pair.new  # the piece that had no partner is the upper one
    places = (alone.new_at, pair.new_at) if ahead else (pair.new_at, alone.new_at)
    return [
        BlockPair(head, first, pair.moved, Seam.CUT, pair.old_at, places[0]),
        BlockPair(tail, second, pair.moved, pair.seam, pair.old_at, places[1]),
    ]


def _sewn(
    pair: BlockPair, whole: Block, first: Block, second: Block, alone: BlockPair
) -> list[BlockPair] | None:
    at = _place(whole, first, second)
    if at is None:
        return None
    head, tail = _parted(whole, at)
    ahead = first is not pair.old
    places = (alone.old_at, pair.old_at) if ahead else (pair.old_at, alone.old_at)
    return [
        BlockPair(first, head, pair.moved, Seam.SEWN, places[0], pair.new_at),
        BlockPair(second, tail, pair.moved, pair.seam, places[1], pair.new_at),
    ]


def _place(whole: Block, first: Block, second: Block) -> int | None:
    """Return where in the whole's letters the second piece begins; None when these are not its pieces."""
    if not _covers(whole, [first, second]):
        return None
    letters, head, tail = _words(whole), _words(first), _words(second)
    at, new = 0, 0
    for op in word_ops(letters, f"{head} {tail}"):
        step = len(op.text) if op.kind is not OpKind.DELETE else 0
        if new + step > len(head) + 1:
            at += len(head) + 1 - new if op.kind is OpKind.EQUAL else 0
            break
        new += step
        at += len(op.text) if op.kind is not OpKind.INSERT else 0
    while at < len(letters) and letters[at].isspace():
        at += 1
    parts = ((letters[:at], head), (letters[at:], tail))
    alike = all(likeness(Counter(a.split()), Counter(b.split())) >= _ALIKE for a, b in parts)
    return at if alike else None


def _parted(block: Block, at: int) -> tuple[Block, Block]:
    """Cut a block's letters in two; both pieces keep its id and kind."""
    if isinstance(block, (Picture, Table)):
        return block, block
    return _part(block, 0, at), _part(block, at, len(_words(block)))


def _part(block: TextBlock, start: int, stop: int) -> Block:
    runs, place = [], 0
    for run in block.runs:
        letters = nfc(run.text)
        piece = letters[max(0, start - place) : max(0, stop - place)]
        runs.append(Run(piece, run.marks, run.link))
        place += len(letters)
    return replace(block, runs=merged(runs))


def _words(block: Block) -> str:
    return nfc(block_text(block))
