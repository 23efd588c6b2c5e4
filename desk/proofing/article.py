"""An article proofread: its places are the lines of one text, and each finding goes back to its place."""

from __future__ import annotations

import logging
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from threading import Lock
from typing import TYPE_CHECKING

from desk.proofing.finding import Finding
from desk.proofing.register import Register
from desk.text.blocks import ArticleText, Picture, block_text, nfc

if TYPE_CHECKING:  # the engine is loaded when a first text is read
    from desk.proofing.engine import Proofreader
    from desk.proofing.model import Model

log = logging.getLogger(__name__)
_LINE = "\n"
_CONTEXT = 24  # letters
_LETTERS_IN = re.compile(r"\w")
_LAST_WORD, _FIRST_WORD = re.compile(r"\S+\s*$"), re.compile(r"\s*\S+")
TITLE, LEAD, BYLINE = "@title", "@lead", "@byline"  # as the anchors of comments name them


@dataclass(frozen=True, slots=True)
class Place:
    """Words of an article: `place` as anchors name it, and where the words begin in the proofreader's text."""

    place: str
    begins: int
    words: str


@dataclass(frozen=True, slots=True)
class PlacedFinding:
    """A finding where it stands: offsets in code points of its place, `stop` exclusive."""

    place: str
    start: int
    stop: int
    finding: Finding
    before: str = ""  # of the words that it stands in, where it is but a part of them: a sign, a space
    after: str = ""
    context: tuple[str, str] = ("", "")  # some words on both sides of them, to tell it from others alike

    @property
    def words(self) -> str:
        """Return the whole words that are found fault with."""
        return f"{self.before}{self.finding.text.strip(_LINE)}{self.after}"

    def instead(self, suggestion: str) -> str:
        """Return the whole words as a suggestion has them."""
        return f"{self.before}{suggestion}{self.after}"


def places(text: ArticleText) -> tuple[Place, ...]:
    """Return what is printed of an article, in reading order."""
    return laid(_words(text))


def laid(words: Iterable[tuple[str, str]]) -> tuple[Place, ...]:
    """Return places with the words that each holds, one below the other; blank ones are left out."""
    found: list[Place] = []
    begins = 0
    for place, said in words:
        if said.strip():
            found.append(Place(place, begins, said))
            begins += len(said) + 1
    return tuple(found)


def written(lines: tuple[Place, ...]) -> str:
    """Return the text that the proofreader reads."""
    return "\n".join(line.words for line in lines)


def placed(lines: tuple[Place, ...], findings: tuple[Finding, ...]) -> tuple[PlacedFinding, ...]:
    """Return findings at their places; one that goes on beyond its line ends with it."""
    begins = [line.begins for line in lines]
    found: list[PlacedFinding] = []
    for one in findings:
        low = (
            one.start + len(one.text) - len(one.text.lstrip("\n"))
        )  # a repeated paragraph goes with its line end
        at = bisect_right(begins, low) - 1
        if at < 0:
            continue
        line = lines[at]
        start, stop = low - line.begins, min(one.end - line.begins, len(line.words))
        if start < stop:
            before, after = _around(line.words, start, stop)
            low, high = start - len(before), stop + len(after)
            context = (line.words[max(0, low - _CONTEXT) : low], line.words[high : high + _CONTEXT])
            found.append(PlacedFinding(line.place, start, stop, one, before, after, context))
    return tuple(found)


def _around(words: str, start: int, stop: int) -> tuple[str, str]:
    """Return what is to be read before and after a place: signs and spaces say nothing without their words."""
    said = words[start:stop]
    whole = bool(_LETTERS_IN.search(said)) and said == said.strip()
    before = "" if whole else _part(_LAST_WORD.search(words[:start]))
    after = "" if whole else _part(_FIRST_WORD.match(words[stop:]))
    return before, after


def _part(hit: re.Match[str] | None) -> str:
    return hit.group() if hit else ""


def _words(text: ArticleText) -> Iterator[tuple[str, str]]:
    yield TITLE, nfc(text.title)
    yield LEAD, nfc(text.lead)
    for block in text.blocks:
        if isinstance(block, Picture):
            yield block.id, nfc(block.caption)
        else:
            yield block.id, nfc(block_text(block))
    yield BYLINE, nfc(text.byline)


class _Reading:
    """The proofreader that all windows share: it remembers paragraphs, and one thread at a time may ask it."""

    def __init__(self) -> None:
        self._guard = Lock()
        self._taught: bytes | None = None
        self._reader: Proofreader | None = None

    def read(
        self, lines: tuple[Place, ...], day: date | None, register: Register, taught: bytes | None
    ) -> tuple[PlacedFinding, ...]:
        """Return what stands in an article."""
        with self._guard:
            return placed(lines, self._asked(taught).proof(written(lines), date=day, register=register))

    def read_issue(
        self, articles: Mapping[int, ArticleText], register: Register, taught: bytes | None
    ) -> dict[int, tuple[PlacedFinding, ...]]:
        """Return what stands in each article, and what contradicts between two of them."""
        lines = {article_id: places(text) for article_id, text in articles.items()}
        given = [(key, written(lines[key]), text.event_date) for key, text in articles.items()]
        with self._guard:
            found = self._asked(taught).proof_issue(given, register=register)
        return {key: placed(lines[key], findings) for key, findings in found.items()}

    def _asked(self, taught: bytes | None) -> Proofreader:
        # The pages are loaded at the window's start; the engine only when a first text is read, in its thread.
        from desk.proofing.engine import Proofreader

        if self._reader is None or taught != self._taught:
            self._reader, self._taught = Proofreader(_model(taught)), taught
        return self._reader


def _model(taught: bytes | None) -> Model | None:
    """Return the model with the office's counts; the one that ships where they cannot be read."""
    from desk.proofing import teaching

    try:
        return teaching.taught(taught) if taught else None
    except teaching.NotCounts:
        log.warning("what old issues taught cannot be read: it is taught anew in Sổ tay")
        return None


_reading = _Reading()


def read_places(
    lines: tuple[Place, ...], day: date | None, register: Register, taught: bytes | None = None
) -> tuple[PlacedFinding, ...]:
    """Return what a good editor would mark, in reading order; paragraphs that were read before cost nothing.

    `day` is the day of the event; `taught` are the counts of the office's own old issues.
    """
    return _reading.read(lines, day, register, taught)


def read_issue(
    articles: Mapping[int, ArticleText], register: Register, taught: bytes | None = None
) -> dict[int, tuple[PlacedFinding, ...]]:
    """Return the findings of every article of an issue by its id, contradictions between articles among them."""
    return _reading.read_issue(articles, register, taught)
