"""The words that differ between two passages, as operations that a reader can follow."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum

from desk.text.signs import unseen

_WORD = re.compile(r"\S+\s*|\s+")
# Within a replaced stretch a word loses the marks around it ("nghị." and "nghị" share a word), but numbers,
# dates and signs of documents stay whole: 1.234,5 and 09/4/2019 and 36-NQ/TW.
_FINE = re.compile(r"\s+|\w+(?:(?<=\d)[.,:](?=\d)\w+|[-–/&](?=\w)\w+)*|[^\w\s]")
_FIXED = {0xA0: " ", 0x2007: " ", 0x202F: " "}  # spaces at which no line breaks
_CHANCE = 2  # words that stayed between two rewritten stretches are chance up to here …
_REWRITTEN = 5  # … when so many times as many words went, and came
_KEPT = 0.25  # of the letters; with less in common, a passage was written anew
_FEW = 3  # places up to which even such a passage reads well word by word
_SMALL = 80  # tokens; longer passages are first cut at the rows of words that both hold once
_ROW = 3
_MEETINGS = 1_000_000  # of equal words in a gap; beyond it (one word over and over) difflib takes minutes


class OpKind(Enum):
    """What happened to some letters."""

    EQUAL = "="
    INSERT = "+"
    DELETE = "-"


@dataclass(frozen=True, slots=True)
class Op:
    """Letters that stayed, came or went."""

    kind: OpKind
    text: str


def word_ops(old: str, new: str) -> tuple[Op, ...]:
    """Return the operations from old to new in reading order, a deletion before the insertion at its place.

    Equal and deleted letters together are exactly `old`, equal and inserted ones exactly `new`.
    """
    if old == new:
        return (Op(OpKind.EQUAL, old),) if old else ()
    before, after = _WORD.findall(old), _WORD.findall(new)
    script: list[tuple[OpKind, str]] = []
    # Words meet whatever space follows them: the last word of a passage is still itself with more after it.
    for i1, i2, j1, j2, equal in _stretches([w.rstrip() for w in before], [w.rstrip() for w in after]):
        if equal and before[i1:i2] == after[j1:j2]:
            script.append((OpKind.EQUAL, "".join(before[i1:i2])))
        elif equal:
            for one, other in zip(before[i1:i2], after[j1:j2], strict=True):
                script.extend(_replaced(one, other))
        else:
            script.extend(_replaced("".join(before[i1:i2]), "".join(after[j1:j2])))
    return joined(script)


def seen_ops(old: str, new: str) -> tuple[Op, ...]:
    """Return `word_ops` for a reader, who sees no unseen sign and in a no-break space a space.

    What stayed has the letters of `new`.
    """
    before, after = _Seen(old), _Seen(new)
    if (before.text, after.text) == (old, new) or not (before.text and after.text):
        return word_ops(old, new)
    out: list[Op] = []
    here = there = 0
    for op in word_ops(before.text, after.text):
        size = len(op.text)
        text = before.stored(here, size) if op.kind is OpKind.DELETE else after.stored(there, size)
        out.append(Op(op.kind, text))
        here += size if op.kind is not OpKind.INSERT else 0
        there += size if op.kind is not OpKind.DELETE else 0
    return tuple(out)


class _Seen:
    """A text as it is seen, and where its letters are stored; unseen signs belong to the letter before them."""

    def __init__(self, stored: str) -> None:
        self._stored = stored
        self._gone = unseen(stored)
        seen, at = [], 0
        for start, end in self._gone:
            seen.append(stored[at:start])
            at = end
        self.text = ("".join(seen) + stored[at:]).translate(_FIXED)
        self._starts = self._places() if self._gone else None

    def _places(self) -> list[int]:
        """Return the place in what is stored of each letter that is seen, and of the end."""
        hidden = {at for span in self._gone for at in range(*span)}
        places = [at for at in range(len(self._stored)) if at not in hidden]
        return [0, *places[1:], len(self._stored)] if places else [0]

    def stored(self, start: int, size: int) -> str:
        """Return what is stored of a stretch of what is seen."""
        if self._starts is None:
            return self._stored[start : start + size]
        return self._stored[self._starts[start] : self._starts[start + size]]


def _replaced(old: str, new: str) -> Iterator[tuple[OpKind, str]]:
    """Trim what a replaced stretch has in common at both ends, by whole words and marks, never within one."""
    before, after = _FINE.findall(old), _FINE.findall(new)
    head, tail = _ends(before, after)
    yield OpKind.EQUAL, "".join(before[:head])
    yield OpKind.DELETE, "".join(before[head : len(before) - tail])
    yield OpKind.INSERT, "".join(after[head : len(after) - tail])
    yield OpKind.EQUAL, "".join(before[len(before) - tail :])


def joined(script: Sequence[tuple[OpKind, str]]) -> tuple[Op, ...]:
    """Join neighbours of a kind, put what went before what came, leave out what is empty."""
    out: list[Op] = []
    gone = come = ""
    for kind, text in script:
        if kind is OpKind.DELETE:
            gone += text
        elif kind is OpKind.INSERT:
            come += text
        elif text:
            out += _change(gone, come)
            gone = come = ""
            before = out.pop().text if out and out[-1].kind is OpKind.EQUAL else ""
            out.append(Op(OpKind.EQUAL, before + text))
    return tuple(out + _change(gone, come))


def _change(gone: str, come: str) -> list[Op]:
    return [op for op in (Op(OpKind.DELETE, gone), Op(OpKind.INSERT, come)) if op.text]


def readable(ops: Sequence[Op]) -> tuple[Op, ...]:
    """Return operations that read better where much was rewritten: no word left standing by chance.

    The letters of both sides stay the same; more of them are told as changed.
    """
    kept = sum(len(op.text) for op in ops if op.kind is OpKind.EQUAL)
    sizes = [
        sum(len(op.text) for op in ops if op.kind is not other) for other in (OpKind.INSERT, OpKind.DELETE)
    ]
    stretches = sum(op.kind is OpKind.EQUAL for op in ops)
    if stretches >= _FEW and kept < _KEPT * max(sizes):
        return joined([part for op in ops for part in _both(op)])
    return joined(
        [
            part
            for at, op in enumerate(ops)
            for part in (_both(op) if _by_chance(ops, at) else [(op.kind, op.text)])
        ]
    )


def _both(op: Op) -> list[tuple[OpKind, str]]:
    """Return what stayed as if it had gone and come again."""
    if op.kind is OpKind.EQUAL:
        return [(OpKind.DELETE, op.text), (OpKind.INSERT, op.text)]
    return [(op.kind, op.text)]


def _by_chance(ops: Sequence[Op], at: int) -> bool:
    """Tell whether what stayed here is a word or two between two long rewritten stretches."""
    words = len(ops[at].text.split())
    if ops[at].kind is not OpKind.EQUAL or words > _CHANCE:
        return False
    around = (*ops[max(0, at - 2) : at], *ops[at + 1 : at + 3])
    if [op.kind for op in around] != [OpKind.DELETE, OpKind.INSERT] * 2:
        return False
    sizes = [len(op.text.split()) for op in around]
    return min(sizes[0] + sizes[2], sizes[1] + sizes[3]) >= _REWRITTEN * max(1, words)


def _ends(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """Count the tokens that both share at the start and, of the rest, at the end."""
    most = min(len(old), len(new))
    head = next((i for i in range(most) if old[i] != new[i]), most)
    most -= head
    tail = next((i for i in range(most) if old[-1 - i] != new[-1 - i]), most)
    return head, tail


# -- stretches ---------------------------------------------------------------------------------------------


def _stretches(old: list[str], new: list[str]) -> Iterator[tuple[int, int, int, int, bool]]:
    """Yield (i1, i2, j1, j2, equal) that cover both token lists in order."""
    head, tail = _ends(old, new)
    end, stop = len(old) - tail, len(new) - tail
    same = (0, 0)  # where the stretch began that is equal up to (i, j)
    i, j = head, head
    for at, to in [*_anchors(old, new, head, end, stop), (end, stop)]:
        if old[i:at] != new[j:to]:
            yield same[0], i, same[1], j, True
            yield from _gap(old, new, (i, at), (j, to))
            same = (at, to)
        i, j = at, to
    yield same[0], len(old), same[1], len(new), True


def _gap(
    old: list[str], new: list[str], here: tuple[int, int], there: tuple[int, int]
) -> Iterator[tuple[int, int, int, int, bool]]:
    before, after = Counter(old[slice(*here)]), Counter(new[slice(*there)])
    if (
        not before.keys() & after.keys()
        or sum(count * after[word] for word, count in before.items()) > _MEETINGS
    ):
        yield *here, *there, False
        return
    matcher = SequenceMatcher(None, old[slice(*here)], new[slice(*there)], autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        yield here[0] + i1, here[0] + i2, there[0] + j1, there[0] + j2, tag == "equal"


def _anchors(old: list[str], new: list[str], head: int, end: int, stop: int) -> list[tuple[int, int]]:
    """Find where rows of words that stand once in each text meet, in an order that both share."""
    if max(end, stop) - head < _SMALL:
        return []
    here, there = _once(old, head, end), _once(new, head, stop)
    meetings = [(at, there[row]) for row, at in here.items() if row in there]
    return [meetings[k] for k in rising([to for _, to in meetings])]


def _once(tokens: list[str], start: int, end: int) -> dict[tuple[str, ...], int]:
    """Return the rows of words that stand exactly once, with their place, in reading order."""
    found: dict[tuple[str, ...], int] = {}
    for at in range(start, end - _ROW + 1):
        row = tuple(tokens[at : at + _ROW])
        found[row] = -1 if row in found else at
    return {row: at for row, at in found.items() if at >= 0}


def rising(values: Sequence[int]) -> list[int]:
    """Return the places of a longest rising subsequence of different numbers."""
    tails: list[int] = []
    places: list[int] = []
    before: list[int] = []
    for at, value in enumerate(values):
        k = bisect_left(tails, value)
        before.append(places[k - 1] if k else -1)
        tails[k : k + 1] = [value]
        places[k : k + 1] = [at]
    out: list[int] = []
    at = places[-1] if places else -1
    while at >= 0:
        out.append(at)
        at = before[at]
    return out[::-1]
