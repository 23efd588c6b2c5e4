"""The counts and compounds that ship (`resources/proofing/`), packed small and read when first asked for.

`syllables.txt`: a key a line, its number is its id. `ngrams.bin`, `compounds.bin`: zlib over a count of entries, that
many 64-bit keys in order (three ids of 20 bits, 0 for none, last id lowest) and 16 bits each: occurrences, or
the weight of a compound (bit 0 pyvi's pair, bit 1 our own pair; bit 2: only a part of a longer one).
"""

from __future__ import annotations

import zlib
from array import array
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from desk.paths import RESOURCES
from desk.proofing.confusions import near

FOLDER = RESOURCES / "proofing"
PYVI, OWN, PART = 1, 2, 4


@dataclass(frozen=True)
class Model:
    """What the proofreader knows of the language."""

    ids: dict[str, int]
    grams: dict[int, int]
    pairs: dict[int, int]
    total: int
    # Of a text under test: its own counts are taken out, so that it does not vouch for itself.
    without: Counter[tuple[str, ...]] = field(default_factory=Counter)

    answers: dict[object, tuple[str, ...]] = field(default_factory=dict)
    near: dict[str, tuple[tuple[int, str, float], ...]] = field(default_factory=dict)

    def neighbours(self, key: str) -> tuple[tuple[int, str, float], ...]:
        """Return the known syllables that a syllable may have been meant to be: id, key, cost."""
        found = self.near.get(key)
        if found is None:
            ids = self.ids
            found = self.near[key] = tuple((ids[one], one, cost) for one, cost in near(key) if one in ids)
        return found

    def beside(self, before: str, key: int, after: str) -> bool:
        """Return whether a syllable's id stands beside a neighbour in any text or list; quick, for all candidates."""
        left, right = self.ids.get(before, 0), self.ids.get(after, 0)
        first, second = left << 20 | key, key << 20 | right
        return bool(left and (first in self.grams or first in self.pairs)) or bool(
            right and (second in self.grams or second in self.pairs)
        )

    def count(self, *keys: str) -> int:
        """Return how often these one to three keys were seen in a row."""
        packed = self._packed(keys)
        found = self.grams.get(packed, 0) if packed else 0
        return max(0, found - self.without[keys]) if self.without else found

    def compound(self, *keys: str) -> int:
        """Return the weight bits of a compound of two or three, 0 when there is none."""
        packed = self._packed(keys)
        return self.pairs.get(packed, 0) if packed else 0

    def listed(self, key: str) -> bool:
        """Return whether a syllable stands in a list or was seen in a text."""
        number = self.ids.get(key, 0)
        return 0 < number <= self.listed_to or (number > 0 and self.count(key) > 0)

    @property
    def listed_to(self) -> int:
        """Return the last id of the syllables that stand in the lists, not only in texts."""
        return self.ids[""]

    def _packed(self, keys: tuple[str, ...]) -> int:
        packed = 0
        for key in keys:
            number = self.ids.get(key)
            if not number:
                return 0
            packed = packed << 20 | number
        return packed


def pack(
    folder: Path, total: Counter[tuple[str, ...]], known: set[str], compounds: dict[tuple[str, ...], int]
) -> None:
    """Write the model's files from counts, listed syllables and weighed compounds."""
    seen = {gram[0] for gram in total if len(gram) == 1}
    listed = sorted(known)
    names = [*listed, "", *sorted(seen - known)]
    ids = {name: number for number, name in enumerate(names, 1)}
    pairs: dict[tuple[str, ...], int] = {}
    for phrase, weight in compounds.items():
        bit = OWN if weight > 1 else PYVI
        whole = len(phrase) <= 3
        for size in (2, 3):
            for at in range(len(phrase) - size + 1):
                part = phrase[at : at + size]
                exact = len(phrase) == size and whole
                pairs[part] = pairs.get(part, 0) | (bit if exact or bit == OWN else PART)
    (folder / "syllables.txt").write_text("\n".join(names), encoding="utf-8")
    for name, table in (("ngrams.bin", total), ("compounds.bin", pairs)):
        rows: list[tuple[int, int]] = []
        for gram, value in table.items():
            packed = 0
            for key in gram:
                packed = packed << 20 | ids[key]
            rows.append((packed, min(65535, value)))
        rows.sort()
        keys = array("Q", [row[0] for row in rows])
        raw = (
            len(rows).to_bytes(4, "little") + keys.tobytes() + array("H", [row[1] for row in rows]).tobytes()
        )
        (folder / name).write_bytes(zlib.compress(raw, 9))


@lru_cache(maxsize=1)
def model() -> Model:
    """Return the model that ships, read once."""
    names = (FOLDER / "syllables.txt").read_text(encoding="utf-8").split("\n")
    ids = {name: number for number, name in enumerate(names, 1)}
    grams = _table(FOLDER / "ngrams.bin")
    single = sum(value for gram, value in grams.items() if gram < 1 << 20)
    return Model(ids, grams, _table(FOLDER / "compounds.bin"), single)


def _table(path: Path) -> dict[int, int]:
    raw = zlib.decompress(path.read_bytes())
    size = int.from_bytes(raw[:4], "little")
    keys = array("Q")
    keys.frombytes(raw[4 : 4 + 8 * size])
    values = array("H")
    values.frombytes(raw[4 + 8 * size :])
    return dict(zip(keys, values, strict=True))
