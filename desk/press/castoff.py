"""Casting off: how many lines every part of an issue takes, measured once for each wording and remembered."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from desk.press.typesetter import Workshop

Data: TypeAlias = dict[str, Any]
Cast: TypeAlias = dict[
    str, Any
]  # `lines`, of a heading its `share` of the measure, of a table `heights` in points, of the contents its `way`
_SOURCE, _FILE = "cast.typ", "cast.json"
_LIMIT = 20_000  # remembered parts: some issues' worth
_UNMEASURED = frozenset(
    {"index", "place", "scale", "tried", "lines", "file", "at", "tall", "parts", "figures", "way"}
)


class CastOff:
    """Measures parts of a text; what it has measured in a dress it does not measure again."""

    def __init__(self) -> None:
        self._known: dict[str, Cast] = {}

    def measured(self, shop: Workshop, style: Data, data: Data) -> Mapping[str, Cast]:
        """Return the measure of every part by its `key`; the workshop must hold the style already."""
        dress = json.dumps(style, sort_keys=True)
        wanted = {key(dress, item, narrow): (item, narrow) for item, narrow in _all(data)}
        fresh = {name: part for name, part in wanted.items() if name not in self._known}
        if fresh:
            if len(self._known) > _LIMIT:
                self._known.clear()
            shop.lay(_FILE, json.dumps(list(fresh.values()), ensure_ascii=False).encode("utf-8"))
            found: list[Cast] = shop.marks(_SOURCE, "cast")[0]
            self._known.update(zip(fresh, found, strict=True))
        return {name: self._known[name] for name in wanted}


def _all(data: Data) -> Iterator[tuple[Data, bool]]:
    yield data["contents"], False
    for section in data["sections"]:
        yield from parts(section)


def key(dress: str, item: Data, narrow: bool) -> str:
    """Return the name under which a part is remembered: its words, its width and the dress."""
    bare = {name: value for name, value in item.items() if name not in _UNMEASURED}
    said = json.dumps(bare, ensure_ascii=False, sort_keys=True)
    return hashlib.blake2b(f"{narrow}\0{dress}\0{said}".encode(), digest_size=16).hexdigest()


def parts(section: Data) -> Iterator[tuple[Data, bool]]:
    """Yield everything of a section that takes lines, in print order, and whether it stands in a frame."""
    narrow = bool(section["boxed"])
    yield {"k": "section", "words": section["title"]}, False
    for piece in section["pieces"]:
        yield {"k": "title", "words": piece["title"]}, narrow
        if piece["lead"]:
            yield {"k": "lead", "words": piece["lead"]}, narrow
        for block in piece["blocks"]:
            yield block, narrow
        if piece["byline"]:
            yield {"k": "byline", "words": piece["byline"]}, narrow
