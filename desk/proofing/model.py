"""The counts and compounds that ship (`resources/proofing/`), packed small and read when first asked for.

`syllables.txt`: a key a line, its number is its id (16 bits, 0 for none); after the empty line come those that stand
in no list, only in texts. `ngrams.bin`: zlib over columns, each a count of entries and the entries: of a syllable how
often it was seen, in how many words' company before and after, how rare it is in general prose; of a pair its two
ids, how often, its bits (1 a pair of pyvi's list, 2 of our own, 4 only a part of a longer one) and how many others
follow it; of a triple three ids, how often. `near.bin` is read by `nearness.py`.
"""

from __future__ import annotations

import sys
import zlib
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from pathlib import Path

from desk.paths import RESOURCES

FOLDER = RESOURCES / "proofing"
PYVI, OWN, PART = 1, 2, 4
# As how many occurrences a pair counts that stands in a list, by its bits.
SEEN_AS = tuple(max((bits & PYVI) * 1, bool(bits & OWN) * 3, bool(bits & PART) * 1) for bits in range(8))
_RAREST = 680  # as in `Model.usual`, of what general prose does not have
_MOST, _MOST_AFTER = 0xFFFF, 0xFFF
Grams = Counter[tuple[str, ...]]


@dataclass(frozen=True)
class Model:
    """What the proofreader knows of the language; ids of syllables, see the module."""

    ids: dict[str, int]
    names: list[str]
    listed_to: int
    seen: array[int]  # by id
    before: array[int]  # how many different syllables were seen before it
    after: array[int]
    usual: array[
        int
    ]  # how rare it is in general prose, in hundredths of a power of ten; 0 where nobody counted
    pairs: dict[int, int]  # two ids → how often, bits << 16, how many follow << 20
    triples: array[int]
    thrice: array[int]
    companies: int  # all of `before` added up
    more: dict[int, int] = field(default_factory=dict)  # triples that an office taught
    # Of a text under test: its own counts are taken out, so that it does not vouch for itself.
    without: dict[int, int] = field(default_factory=dict)

    @cached_property
    def chances(self) -> list[float]:
        """Return the probability of each syllable anywhere: half by its company here, half by general prose."""
        every = self.companies + 0.3 * len(self.names)
        listed = self.listed_to
        powers = [10 ** -(number / 100) for number in range(max(*self.usual, _RAREST) + 1)]
        return [
            0.5 * (seen + (0.3 if number <= listed else 0.05)) / every + 0.5 * powers[usual or _RAREST]
            for number, (seen, usual) in enumerate(zip(self.before, self.usual, strict=True))
        ]

    def count(self, *keys: str) -> int:
        """Return how often these one to three keys were seen in a row, a list's pairs as `SEEN_AS`."""
        ids = [self.ids.get(key, 0) for key in keys]
        if 0 in ids:
            return 0
        return (self.one, self.pair, self.triple)[len(ids) - 1](*ids)

    def one(self, key: int) -> int:
        """Return how often a syllable was seen."""
        found = self.seen[key]
        return max(0, found - self.without.get(key, 0)) if self.without else found

    def pair(self, first: int, second: int) -> int:
        """Return how often two syllables were seen in a row."""
        packed = first << 16 | second
        found = self.pairs.get(packed, 0) & _MOST
        return max(0, found - self.without.get(packed, 0)) if self.without else found

    def triple(self, first: int, second: int, third: int) -> int:
        """Return how often three syllables were seen in a row."""
        packed = first << 32 | second << 16 | third
        at = bisect_left(self.triples, packed)
        found = self.thrice[at] if at < len(self.triples) and self.triples[at] == packed else 0
        if self.more:
            found += self.more.get(packed, 0)
        return max(0, found - self.without.get(packed, 0)) if self.without else found

    def compound(self, *keys: str) -> int:
        """Return the bits of two keys in a row, 0 when no list has them."""
        first, second = (self.ids.get(key, 0) for key in keys)
        return self.bits(first, second)

    def bits(self, first: int, second: int) -> int:
        """Return the bits of a pair of ids, 0 when no list has it."""
        return self.pairs.get(first << 16 | second, 0) >> 16 & 7

    def following(self, first: int, second: int) -> int:
        """Return how many different syllables were seen after a pair."""
        return self.pairs.get(first << 16 | second, 0) >> 20

    def listed(self, key: str) -> bool:
        """Return whether a syllable stands in a list or was seen in a text."""
        number = self.ids.get(key, 0)
        return 0 < number <= self.listed_to or (number > 0 and self.one(number) > 0)

    def packed(self, grams: Mapping[tuple[str, ...], int]) -> dict[int, int]:
        """Return counts by ids; what holds a syllable that the model has not is left out."""
        found: dict[int, int] = {}
        for gram, value in grams.items():
            packed = 0
            for key in gram:
                number = self.ids.get(key)
                if not number:
                    break
                packed = packed << 16 | number
            else:
                found[packed] = value
        return found

    def leaving_out(self, grams: Mapping[tuple[str, ...], int]) -> Model:
        """Return the model without the counts of a text, so that it does not vouch for itself."""
        return replace(self, without=self.packed(grams))

    def with_more(self, grams: Mapping[tuple[str, ...], int]) -> Model:
        """Return the model with an office's counts laid over its own."""
        fresh = sorted({key for gram in grams for key in gram if key not in self.ids})[
            : _MOST - len(self.names)
        ]
        names = [*self.names, *fresh]
        ids = self.ids | {name: number for number, name in enumerate(fresh, len(self.names) + 1)}
        room = array("I", bytes(4 * len(fresh)))
        seen, before, after = self.seen + room, self.before + room, self.after + room
        usual = self.usual + array("H", bytes(2 * len(fresh)))
        pairs, more = dict(self.pairs), dict(self.more)
        made = replace(self, ids=ids)
        companies = self.companies
        for packed, value in made.packed({gram: n for gram, n in grams.items() if len(gram) < 3}).items():
            if packed <= _MOST:
                seen[packed] += value
                continue
            was = pairs.get(packed, 0)
            if not was & _MOST:
                after[packed >> 16] += 1
                before[packed & _MOST] += 1
                companies += 1
            pairs[packed] = was & ~_MOST | min(_MOST, (was & _MOST) + value)
        for packed, value in made.packed({gram: n for gram, n in grams.items() if len(gram) == 3}).items():
            if packed not in more and not made.triple(packed >> 32, packed >> 16 & _MOST, packed & _MOST):
                was = pairs.get(packed >> 16, 0)
                if was >> 20 < _MOST_AFTER:
                    pairs[packed >> 16] = was + (1 << 20)
            more[packed] = more.get(packed, 0) + value
        return replace(
            made,
            names=names,
            seen=seen,
            usual=usual,
            before=before,
            after=after,
            pairs=pairs,
            more=more,
            companies=companies,
        )


def pack(
    folder: Path,
    total: Grams,
    known: set[str],
    compounds: dict[tuple[str, ...], int],
    usual: Mapping[str, int],
) -> None:
    """Write the model's files from counts, listed syllables, compounds with their bits and rarities."""
    seen = {gram[0] for gram in total if len(gram) == 1}
    listed = sorted(known)
    names = [*listed, "", *sorted(seen - known)]
    ids = {name: number for number, name in enumerate(names, 1)}
    bits = _bits(compounds)
    pairs: Counter[tuple[str, ...]] = Counter({gram: n for gram, n in total.items() if len(gram) == 2})
    follow: Counter[tuple[str, ...]] = Counter()
    triples: Counter[tuple[str, ...]] = Counter({gram: n for gram, n in total.items() if len(gram) == 3})
    for gram, weight in bits.items():
        (pairs if len(gram) == 2 else triples)[gram] += SEEN_AS[weight]
    for gram in triples:
        follow[gram[:2]] += 1
        pairs[gram[:2]] += 0
    out: Counter[str] = Counter()
    for (first, _), n in pairs.items():
        out[first] += n
    # At least as often as anything follows it, for lists and frames name a word's company and not the word.
    ones = [max(total[(name,)], out[name]) for name in names]
    before, after = [0] * len(names), [0] * len(names)
    for first, second in pairs:
        after[ids[first] - 1] += 1
        before[ids[second] - 1] += 1
    rows = sorted(
        (ids[a] << 16 | ids[b], n, bits.get((a, b), 0), follow[a, b]) for (a, b), n in pairs.items()
    )
    threes = sorted((ids[a] << 32 | ids[b] << 16 | ids[c], n) for (a, b, c), n in triples.items())
    raw = b"".join(
        (
            packed_table("I", ones), packed_table("I", before), packed_table("I", after),
            packed_table("H", (usual.get(name, 0) for name in names)),
            packed_table("I", (row[0] for row in rows)),
            packed_table("I", (min(_MOST, n) | bit << 16 | min(_MOST_AFTER, more) << 20 for _, n, bit, more in rows)),
            packed_table("Q", (row[0] for row in threes)), packed_table("H", (min(_MOST, row[1]) for row in threes)),
        )
    )  # fmt: skip
    (folder / "syllables.txt").write_text("\n".join(names), encoding="utf-8")
    (folder / "ngrams.bin").write_bytes(zlib.compress(raw, 9))


def _bits(compounds: Mapping[tuple[str, ...], int]) -> dict[tuple[str, ...], int]:
    """Return the bits of all pairs and triples of a list's phrases."""
    found: dict[tuple[str, ...], int] = {}
    for phrase, bit in compounds.items():
        for size in (2, 3):
            for at in range(len(phrase) - size + 1):
                part = phrase[at : at + size]
                found[part] = found.get(part, 0) | (bit if len(phrase) == size or bit == OWN else PART)
    return found


def packed_table(kind: str, values: Iterable[int]) -> bytes:
    """Return a column as its length and its numbers."""
    column = array(kind, values)
    if sys.byteorder == "big":
        column.byteswap()
    return len(column).to_bytes(4, "little") + column.tobytes()


def tables(path: Path, kinds: str) -> list[array[int]]:
    """Return the columns of a packed file, by the kinds of their numbers."""
    return unpacked(zlib.decompress(path.read_bytes()), kinds)


def unpacked(data: bytes, kinds: str) -> list[array[int]]:
    """Return the columns that `packed_table` made, by the kinds of their numbers."""
    raw = memoryview(data)
    found: list[array[int]] = []
    at = 0
    for kind in kinds:
        column: array[int] = array(kind)
        size = int.from_bytes(raw[at : at + 4], "little") * column.itemsize
        column.frombytes(raw[at + 4 : at + 4 + size])
        if sys.byteorder == "big":
            column.byteswap()
        found.append(column)
        at += 4 + size
    return found


@lru_cache(maxsize=1)
def model() -> Model:
    """Return the model that ships, read once."""
    names = (FOLDER / "syllables.txt").read_text(encoding="utf-8").split("\n")
    ids = {name: number for number, name in enumerate(names, 1)}
    ones, before, after, usual, pairs, values, triples, thrice = tables(FOLDER / "ngrams.bin", "IIIHIIQH")
    none = array("I", [0])
    return Model(
        ids, names, ids[""], none + ones, none + before, none + after, array("H", [0]) + usual,
        dict(zip(pairs, values, strict=True)), triples, thrice, sum(before),
    )  # fmt: skip
