"""The desk's own old texts counted (*Dạy bằng số cũ*), and a model that lays those counts over the shipped ones.

What is kept is counts alone: syllables, pairs and triples in the order of their letters, those of the rarest triples
left out, so that no sentence can be read back. `bytes`: a mark of the format, then zlib over three parts: the
syllables a line, the ids of each gram (16 bits each, 0 before a shorter one), how often.
"""

from __future__ import annotations

import unicodedata
import zlib
from array import array
from collections import Counter
from collections.abc import Callable, Iterable

from desk.proofing.counting import grams
from desk.proofing.model import Grams, Model, model, packed_table, unpacked

_MARK = b"soatloi1"
_MOST = 0xFFFF
_LARGEST = 64 * 2**20  # bytes unpacked; a thousand articles take three
_LEAST_TRIPLE = 2  # a triple that stands but once could help to read a text back


class NotCounts(ValueError):
    """Bytes that are no counts of this format."""


def count(texts: Iterable[str], *, stop: Callable[[], bool] = lambda: False) -> bytes:
    """Count texts, a paragraph a line; each different line once, for what stands in every issue teaches nothing."""
    total: Grams = Counter()
    seen: set[int] = set()
    for text in texts:
        if stop():
            break
        for line in unicodedata.normalize("NFC", text).split("\n"):
            mark = hash(line.strip())
            if mark not in seen:
                seen.add(mark)
                total.update(grams(line))
    return _packed(total)


def merged(*taught: bytes) -> bytes:
    """Return several counts as one."""
    total: Grams = Counter()
    for one in taught:
        total.update(_grams(one))
    return _packed(total)


def taught(counts: bytes, onto: Model | None = None) -> Model:
    """Return a model with counts laid over it, over the one that ships by default."""
    return (onto or model()).with_more(_grams(counts))


def _packed(total: Grams) -> bytes:
    kept = {gram: n for gram, n in total.items() if len(gram) < 3 or n >= _LEAST_TRIPLE}
    names = sorted({key for gram in kept for key in gram})[:_MOST]
    ids = {name: number for number, name in enumerate(names, 1)}
    rows = sorted(
        ((0,) * (3 - len(gram)) + tuple(ids[key] for key in gram), min(n, _MOST))
        for gram, n in kept.items()
        if all(key in ids for key in gram)
    )
    listed = "\n".join(names).encode()
    raw = packed_table("B", listed)
    for place in range(3):
        raw += packed_table("H", (row[0][place] for row in rows))
    return _MARK + zlib.compress(raw + packed_table("H", (row[1] for row in rows)), 6)


def _grams(counts: bytes) -> Grams:
    if not counts.startswith(_MARK):
        raise NotCounts
    try:
        opened = zlib.decompressobj()
        raw = opened.decompress(counts[len(_MARK) :], _LARGEST)
        if opened.unconsumed_tail or not opened.eof:
            raise NotCounts
        listed, first, second, third, often = unpacked(raw, "BHHHH")
        names = ["", *bytes(listed).decode().split("\n")]
        return Counter(_named(names, first, second, third, often))
    except (zlib.error, ValueError, IndexError) as error:
        raise NotCounts from error


def _named(
    names: list[str], first: array[int], second: array[int], third: array[int], often: array[int]
) -> dict[tuple[str, ...], int]:
    return {
        tuple(names[number] for number in row if number): n
        for *row, n in zip(first, second, third, often, strict=True)
    }
