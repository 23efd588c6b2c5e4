"""Which known syllables lie near each, counted out beforehand (`near.bin`), for making them takes a millisecond each.

`near.bin`: zlib over three columns: of each listed syllable where its row begins, all near ids, their costs in
twentieths.
"""

from __future__ import annotations

import zlib
from array import array
from functools import lru_cache
from pathlib import Path

from desk.proofing.confusions import near
from desk.proofing.model import FOLDER, Model, model, packed_table, tables

Near = tuple[tuple[int, float], ...]


@lru_cache(maxsize=1)
def _shipped() -> tuple[array[int], array[int], array[int]]:
    starts, ids, costs = tables(FOLDER / "near.bin", "IHB")
    return starts, ids, costs


@lru_cache(maxsize=4_000)
def _row(number: int) -> Near:
    starts, ids, costs = _shipped()
    low, high = starts[number - 1], starts[number]
    return tuple((ids[at], costs[at] / 20) for at in range(low, high))


@lru_cache(maxsize=2_000)
def _made(key: str) -> Near:
    ids = model().ids
    return tuple((ids[one], cost) for one, cost in near(key) if one in ids)


def neighbours(key: str, knowing: Model) -> Near:
    """Return the syllables of the shipped lists and texts that a syllable may have been meant to be: id, cost."""
    number = knowing.ids.get(key, 0)
    return _row(number) if 0 < number <= knowing.listed_to else _made(key)


def pack_near(folder: Path, names: list[str]) -> None:
    """Write the near syllables of all listed ones; `names` as in `syllables.txt`."""
    ids = {name: number for number, name in enumerate(names, 1) if name}
    starts, near_ids, costs = [0], [], []
    for name in names[: names.index("")]:
        for one, cost in near(name):
            if one in ids:
                near_ids.append(ids[one])
                costs.append(round(cost * 20))
        starts.append(len(near_ids))
    raw = packed_table("I", starts) + packed_table("H", near_ids) + packed_table("B", costs)
    (folder / "near.bin").write_bytes(zlib.compress(raw, 9))


def warm() -> None:
    """Read the table now."""
    _shipped()
