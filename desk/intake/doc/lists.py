"""The lists of a file: how each level is numbered (MS-DOC 2.9.209 PlfLst, 2.9.150 LVL, 2.9.207 PlfLfo)."""

from __future__ import annotations

import struct

from desk.intake.doc.streams import DocFile, Part
from desk.intake.flow.numbering import LEVELS, ListLevel, Numbering

_KINDS = {0: "1", 1: "I", 2: "i", 3: "A", 4: "a", 22: "01", 23: "", 255: ""}
_LIST, _LEVEL, _OVERRIDE = 28, 28, 16  # bytes of LSTF, LVLF, LFO


class Lists:
    """Gives each list paragraph the sign that Word draws before it."""

    def __init__(self, file: DocFile) -> None:
        self._levels = _levels(file)
        self._lists = _overrides(file.part(Part.LIST_OVERRIDES))
        self._numbering = Numbering()

    def sign(self, number: int, level: int) -> str:
        """Return the sign of the next paragraph of this list (from 1) on this level; "" when there is none."""
        if not 0 < number <= len(self._lists):
            return ""
        key = self._lists[number - 1]
        levels = self._levels.get(key)
        return self._numbering.sign(key, levels, level) if levels else ""


def _levels(file: DocFile) -> dict[int, dict[int, ListLevel]]:
    head = file.part(Part.LISTS)
    if len(head) < 2:
        return {}
    (count,) = struct.unpack_from("<H", head)
    heads = [head[2 + _LIST * n : 2 + _LIST * (n + 1)] for n in range(count)]
    heads = [one for one in heads if len(one) == _LIST]
    at = file.table.find(head) + 2 + _LIST * len(heads)  # the levels follow their lists
    out: dict[int, dict[int, ListLevel]] = {}
    for one in heads:
        (key,) = struct.unpack_from("<i", one)
        out[key] = {}
        for level in range(1 if one[26] & 1 else LEVELS):
            if at + _LEVEL > len(file.table):
                return out
            out[key][level], at = _level(file.table, at)
    return out


def _level(table: bytes, at: int) -> tuple[ListLevel, int]:
    start, kind = struct.unpack_from("<iB", table, at)
    letters, paragraph = table[at + 24], table[at + 25]
    at += _LEVEL + letters + paragraph
    long = int.from_bytes(table[at : at + 2], "little")
    sign = table[at + 2 : at + 2 + 2 * long].decode("utf-16-le", "ignore")
    return ListLevel(_KINDS.get(kind, "1"), start, sign), at + 2 + 2 * long


def _overrides(table: bytes) -> list[int]:
    if len(table) < 4:
        return []
    (count,) = struct.unpack_from("<I", table)
    places = range(4, min(4 + _OVERRIDE * count, len(table) - 3), _OVERRIDE)
    return [int(struct.unpack_from("<i", table, at)[0]) for at in places]
