"""A text as the proofreader reads it: paragraphs, words with their places, and what no rule may touch."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from desk.proofing.patterns import Lazy
from desk.proofing.syllable import key

_WORD = Lazy(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_FENCE = Lazy(
    r"(?:https?://|www\.)(?:[^\s,;)”\"]|[,;](?=\S))+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}|(?<![\w.-])[\w-]{1,64}(?:\.[\w-]{1,64}){0,8}\.(?:vn|com|"
    r"org|net|gov|edu|info)\b\S*"
    r"|[@#]\w+"
)
_MAY_FENCE = Lazy(r"[@#]|://|www|[\w-]\.(?:vn|com|org|net|gov|edu|info)\b")
_LONGEST = 10_000  # letters
_SHORTEST_JUNK = 120
_NO_TEXT = Lazy(r"[^\s.,;:/-]{200}|(?:[\d/.,:;(){}“”\"'\[\]_*=-]\s?){120}")  # what no hand wrote as prose
_JOINED = " \u00a0"
_ENDS = ".!?…:"
_OPENED = Lazy('[“"‘]')


class Word(NamedTuple):
    """A word in a text; `key` is its one spelling, see `syllable.key`; `run` counts up at whatever parts phrases."""

    start: int
    end: int
    text: str
    key: str
    run: int
    first: bool  # of a sentence or a quotation: its capital says nothing


@dataclass(frozen=True)
class Paragraph:
    """A line of the text, its words and the fenced places (addresses) that no rule may touch."""

    start: int
    text: str
    fences: tuple[tuple[int, int], ...] = field(default=())

    @property
    def end(self) -> int:
        """Return where the paragraph ends in the text."""
        return self.start + len(self.text)

    def fenced(self, start: int, end: int) -> bool:
        """Return whether a place of the text touches an address."""
        return any(start < high and low < end for low, high in self.fences)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Return the words outside addresses and symbols of documents."""
        found: list[Word] = []
        run, last = 0, 0
        for hit in _WORD.finditer(self.text):
            low, high = hit.span()
            between = self.text[last:low]
            first = False
            if not found or between != " ":
                if found and between not in _JOINED:
                    run += 1
                stripped = between.strip(" \u00a0“\"'‘(-–—*•")
                first = (
                    not found or (bool(stripped) and stripped[-1] in _ENDS) or bool(_OPENED.search(between))
                )
            last = high
            start, end = self.start + low, self.start + high
            if self.fences and self.fenced(start, end):
                run += 1
                continue
            word = hit.group()
            found.append(Word(start, end, word, key(word.lower()), run, first))
        return tuple(found)

    @cached_property
    def loose(self) -> bool:
        """Return whether the line is no running text: a heading, a table's row, a menu, a dateline."""
        text = self.text.strip()
        return "\t" in text or "|" in text or (len(text) < 90 and text[-1] not in ".!?…”:;,")

    @cached_property
    def capitals(self) -> bool:
        """Return whether the paragraph is set in capitals, where case says nothing."""
        large = sum(map(str.isupper, self.text))
        return large > 0.2 * len(self.text) and large > max(7, 0.8 * sum(map(str.isalpha, self.text)))


def _pieces(line: str) -> Iterator[str]:
    """Yield a line, cut after a sentence or a word where it is longer than any paragraph."""
    while len(line) > _LONGEST:
        cut = line.rfind(". ", 0, _LONGEST) + 1 or line.rfind(" ", 0, _LONGEST) + 1 or _LONGEST
        yield line[:cut]
        line = line[cut:]
    yield line


def lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines of a text that hold something, each with its place."""
    start = 0
    for line in text.split("\n"):
        for piece in _pieces(line):
            if piece and not piece.isspace():
                yield start, piece
            start += len(piece)
        start += 1


def read(line: str, start: int = 0) -> Paragraph | None:
    """Return a line as a paragraph, None when it is nothing that a hand wrote as prose."""
    if len(line) >= _SHORTEST_JUNK and _NO_TEXT.search(line):
        return None
    fences = (
        tuple((start + hit.start(), start + hit.end()) for hit in _FENCE.finditer(line))
        if _MAY_FENCE.search(line)
        else ()
    )
    return Paragraph(start, line, fences)


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Return the lines of a text that hold something, with their places."""
    return tuple(one for start, line in lines(text) if (one := read(line, start)))
