"""Measuring: how many lines every part of an issue takes, asked of Typst once for each wording and remembered."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any, NamedTuple, TypeAlias

from desk.edition.page_geometry import MM
from desk.press.typeset.positions import MARKS, read
from desk.press.typeset.typst import Typesetter

Data: TypeAlias = dict[str, Any]
# `lines`, of a heading its `share` of the measure, of one of a section also what both are `over` all columns, of a
# table `heights` in points, of the contents its `way`, of the imprint its `height` in points.
PartMeasure: TypeAlias = dict[str, Any]
_SOURCE = "measure.typ"
_LIMIT = 20_000  # remembered parts: some issues' worth
_UNMEASURED = frozenset(
    {
        "index",
        "place",
        "scale",
        "tried",
        "lines",
        "file",
        "at",
        "tall",
        "parts",
        "figures",
        "way",
        "headed",
        "stays",
    }
)
_POURED = ("lead", "p")
_LETTERS = 42  # that surely fit a line of the body
_TOGETHER = 24  # parts measured on one page: Typst sets pages side by side


class PartToMeasure(NamedTuple):
    """A part to be measured: in a frame or not, and how it stands in its article.

    `follows` tells that it comes straight after a paragraph, `signed` that a byline hangs on its last line.
    """

    item: Data
    narrow: bool
    follows: bool = False
    signed: bool = False

    @property
    def most(self) -> int:
        """Return how many lines it surely does not exceed, with all that is poured beside it."""
        said: list[str] = (
            [self.item["words"]] if "words" in self.item else [run[0] for run in self.item["runs"]]
        )
        return sum(map(len, said)) // _LETTERS + sum(words.count("\n") for words in said) + 4


class ParagraphMeasure:
    """Measures parts of a text; what it has measured in a design it does not measure again."""

    def __init__(self) -> None:
        self._known: dict[str, PartMeasure] = {}

    def measured(self, typesetter: Typesetter, style: Data, data: Data) -> Mapping[str, PartMeasure]:
        """Return the measure of every part by its `key`; the typesetter must hold the style already."""
        design = json.dumps(style, sort_keys=True)
        wanted = {key(design, part.item, part.narrow): part for part in _all(data)}
        fresh = {name: part for name, part in wanted.items() if name not in self._known}
        if fresh:
            if len(self._known) > _LIMIT:
                self._known.clear()
            self._measure(typesetter, style, fresh)
        return {name: self._known[name] for name in wanted}

    def _measure(self, typesetter: Typesetter, style: Data, fresh: Mapping[str, PartToMeasure]) -> None:
        """Pour leads and paragraphs, measure the rest, and what did not stay on its page."""
        poured = {
            name: part
            for name, part in fresh.items()
            if part.item["k"] in _POURED and not part.narrow and part.most <= style["lines"]
        }
        rest = {name: part for name, part in fresh.items() if name not in poured}
        measured, marks = _measure_sheets(typesetter, rest.values(), _sheets(poured.values(), style["lines"]))
        self._known.update(zip(rest, measured, strict=True))
        over = {}
        stood = read(marks, style)
        for (name, part), start, end in zip(poured.items(), stood[::2], stood[1::2], strict=True):
            if (start.page, start.column) == (end.page, end.column):
                lines = round((end.down - start.down) * MM / style["pitch"]) - part.signed
                self._known[name] = {"lines": lines}
            else:
                over[name] = part
        if over:
            self._known.update(zip(over, _measure_sheets(typesetter, over.values(), ())[0], strict=True))


def _measure_sheets(
    typesetter: Typesetter, parts_to_measure: Iterable[PartToMeasure], poured: Iterable[list[PartToMeasure]]
) -> tuple[list[PartMeasure], list[Any]]:
    """Return the measures of `parts_to_measure` and the marks round what is poured."""
    given = [(part.item, part.narrow) for part in parts_to_measure]
    sheets = [given[at : at + _TOGETHER] for at in range(0, len(given), _TOGETHER)]
    typesetter.put({"cast": sheets})
    typesetter.put({"pour": [[(part.item, part.follows, part.signed) for part in sheet] for sheet in poured]})
    found = typesetter.told(
        _SOURCE, f"(measured: query(<cast>).map(it => it.value).flatten(), stood: {MARKS})"
    )
    return found["measured"], found["stood"]


def _sheets(parts_to_measure: Iterable[PartToMeasure], room: int) -> Iterator[list[PartToMeasure]]:
    """Share paragraphs out to pages that surely hold them: Typst sets pages side by side."""
    sheet: list[PartToMeasure] = []
    left = room
    for part in parts_to_measure:
        if sheet and part.most > left:
            yield sheet
            sheet, left = [], room
        sheet.append(part)
        left -= part.most
    if sheet:
        yield sheet


def _all(data: Data) -> Iterator[PartToMeasure]:
    yield PartToMeasure(data["contents"], False)
    yield PartToMeasure(data["imprint"], False)
    for section in data["sections"]:
        signed = {id(piece["blocks"][-1]) for piece in section["pieces"] if piece["joined"]}
        given = [PartToMeasure(item, narrow) for item, narrow in parts(section)]
        yield from given[:1]
        for before, part in pairwise(given):
            yield part._replace(follows=before.item["k"] == "p", signed=id(part.item) in signed)


def key(design: str, item: Data, narrow: bool) -> str:
    """Return the name under which a part is remembered: its words, its width and the design."""
    bare = {name: value for name, value in item.items() if name not in _UNMEASURED}
    said = json.dumps(bare, ensure_ascii=False, sort_keys=True)
    return hashlib.blake2b(f"{narrow}\0{design}\0{said}".encode(), digest_size=16).hexdigest()


def parts(section: Data) -> Iterator[tuple[Data, bool]]:
    """Yield everything of a section that takes lines, in print order, and whether it stands in a frame."""
    narrow = bool(section["boxed"])
    over = {"over": section["over"]} if section.get("over") else {}
    yield {"k": "section", "words": section["title"]} | over, False
    for piece in section["pieces"]:
        yield {"k": "title", "words": piece["title"]}, narrow
        if piece["lead"]:
            yield {"k": "lead", "words": piece["lead"]}, narrow
        for block in piece["blocks"]:
            yield block, narrow
        if piece["byline"]:
            yield {"k": "byline", "words": piece["byline"]}, narrow
