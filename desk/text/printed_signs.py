"""Signs that the letters of the printed page lack, asked of the fonts themselves: the press never has to refuse.

The page is set in Tinos, whose four faces have the same signs; what it lacks (arrows, ticks, circled figures, Roman
numerals) comes from Desk Signs, a part of DejaVu Sans. What neither has (Han, emoji) cannot be printed.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache

from desk.paths import RESOURCES
from desk.text.blocks import ArticleText, Picture, Table, block_text
from desk.text.font_files import glyphs

FACES = ("Tinos-Regular.ttf", "DeskSigns-Regular.ttf")
_JOINING = "\u200d\ufe0e\ufe0f"  # they hold a sign of several together
_NEAR = 24  # letters that show where a sign stands
_PRIVATE = range(0xE000, 0xF900)  # a sign of some font alone: what Tinos has there is not what was meant


class Part(Enum):
    """Where in an article a sign stands."""

    TITLE = "title"
    LEAD = "lead"
    BYLINE = "byline"
    PARAGRAPH = "p"
    TABLE = "table"
    CAPTION = "img"


@dataclass(frozen=True, slots=True)
class SignPlace:
    """A sign that cannot be printed, where it first stands, and the words before it.

    `number` counts from 1: the text's paragraphs (headings and list items with them), its tables, its pictures.
    """

    sign: str
    part: Part
    number: int = 1
    near: str = ""


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield from where to where, in letters, there stands what cannot be printed; neighbours are one."""
    if text.isascii():
        return
    lacking = {sign for sign in set(text) - _signs() if unicodedata.category(sign) not in ("Cc", "Cs")}
    if not lacking:
        return
    start = -1
    for at, sign in enumerate(text):
        if sign in lacking:
            start = at if start < 0 else start
        elif start >= 0 and sign not in _JOINING:
            yield start, _end(text, start, at)
            start = -1
    if start >= 0:
        yield start, _end(text, start, len(text))


def _end(text: str, start: int, end: int) -> int:
    """Return where a sign ends: a joiner that joins nothing belongs to what follows."""
    while end - 1 > start and text[end - 1] == "\u200d":
        end -= 1
    return end


def unprintable(text: str) -> tuple[str, ...]:
    """Return what of a text cannot be printed, each sign once, in order; controls count as nothing."""
    return tuple(dict.fromkeys(text[start:end] for start, end in spans(text)))


def unprintable_places(text: ArticleText) -> tuple[SignPlace, ...]:
    """Return what of an article cannot be printed: each sign once a part, in reading order."""
    return tuple(dict.fromkeys(_places(text)))


def _places(text: ArticleText) -> Iterator[SignPlace]:
    yield from _in(text.title, Part.TITLE)
    yield from _in(text.lead, Part.LEAD)
    count = dict.fromkeys(Part, 0)
    for block in text.blocks:
        part = _PARTS.get(type(block), Part.PARAGRAPH)
        words = block_text(block)
        if words or part is not Part.PARAGRAPH:
            count[part] += 1
        yield from _in(words, part, count[part])
    yield from _in(text.byline, Part.BYLINE)


_PARTS = {Picture: Part.CAPTION, Table: Part.TABLE}


def _in(words: str, part: Part, number: int = 1) -> Iterator[SignPlace]:
    seen: set[str] = set()
    for start, end in spans(words):
        sign = words[start:end]
        if sign not in seen:
            seen.add(sign)
            yield SignPlace(sign, part, number, _near(words, start))


def _near(words: str, at: int) -> str:
    before = words[max(at - _NEAR, 0) : at]
    line = before.replace("\t", "\n").rpartition("\n")[2]
    if at > _NEAR and len(line) == _NEAR:
        line = line.partition(" ")[2] or line
    return line.strip()


def stored(places: tuple[SignPlace, ...]) -> str:
    """Write places as one string, as a checklist's item carries them; `read` is its other half."""
    return json.dumps(
        [[one.sign, one.part.value, one.number, one.near] for one in places], ensure_ascii=False
    )


def read(text: str) -> tuple[SignPlace, ...]:
    """Read places back."""
    return tuple(SignPlace(sign, Part(part), number, near) for sign, part, number, near in json.loads(text))


@cache
def _signs() -> frozenset[str]:
    """Return every sign that the page's letters have."""
    numbers = set().union(*(glyphs(RESOURCES / "fonts" / name) for name in FACES)).difference(_PRIVATE)
    return frozenset(map(chr, numbers)) | {"\u200b"}  # a place to break, which prints nothing
