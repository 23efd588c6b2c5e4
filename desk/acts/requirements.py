"""What a checklist asks of an article before it is sent, approved or printed, and what is still unmet.

The gate asks here, from stored data alone, so that no path goes round a required item.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from functools import cache, lru_cache
from typing import Any, TypeAlias

import peewee as pw

from desk import clock
from desk.acts.rules import Genre
from desk.database import revisions
from desk.database.connection import once_a_question, rows
from desk.database.department_tables import Person, StoredPicture
from desk.database.review_tables import ChecklistItem, Comment, Tick
from desk.text.blocks import ArticleText, Paragraph, Picture, nfc, pictures_of, plain

TITLE_CHARACTERS = 120
PRINT_DPI = 200
PRINT_WIDTH_MM = 113.0  # A5 (148 mm) between margins of 20 and 15 mm
_MM_PER_INCH = 25.4
_REPEATED = 0.9  # likeness from which a paragraph repeats the lead


Reads: TypeAlias = Callable[[], ArticleText]  # reads the text once, when it is needed


class Before(Enum):
    """When a checklist is asked."""

    SUBMIT = "submit"
    APPROVE = "approve"
    PRINT = "print"


class Level(Enum):
    """How much an item matters for a genre."""

    OFF = "off"
    RECOMMENDED = "recommended"
    REQUIRED = "required"


class Auto(Enum):
    """What the program ticks itself."""

    TITLE = "title"
    BYLINE = "byline"
    LEAD = "lead"
    LEAD_ONCE = "lead_once"
    EVENT_DATE = "event_date"
    CAPTIONS = "captions"
    SHARPNESS = "sharpness"
    SUGGESTIONS = "suggestions"


@dataclass(frozen=True, slots=True)
class Judged:
    """What a checklist looks at of an article."""

    id: int
    revision: int
    title: str
    byline: str
    genre: Genre
    text: ArticleText | None = None  # of that revision, where it has been read already

    @classmethod
    def of(cls, article: Any, text: ArticleText | None = None) -> Judged:
        """Take it from a record of the file, or from a row of a list."""
        return cls(article.id, article.revision, article.title, article.byline, Genre(article.genre), text)


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a checklist; `auto` is None where a person ticks."""

    id: int
    before: Before
    auto: Auto | None
    text: str
    levels: dict[Genre, Level]

    def level(self, genre: Genre) -> Level:
        """Return how much it matters for a genre."""
        return self.levels.get(genre, Level.OFF)


@dataclass(frozen=True, slots=True)
class ItemState:
    """An item as it stands for one article's current revision."""

    item: Item
    level: Level
    met: bool
    by: str = ""  # who ticked or overruled it
    at: datetime | None = None
    reason: str = ""  # why a chief overruled it
    stale: bool = False  # it was ticked, for an earlier text

    @property
    def missing(self) -> bool:
        """Say whether it stands in the way."""
        return self.level is Level.REQUIRED and not self.met


def items(before: Before | None = None) -> list[Item]:
    """Return the checklists' items in order; of one list, or of all."""
    return [item for item in _all_items() if before is None or item.before is before]


def states(article: Judged, before: Before) -> list[ItemState]:
    """Return the items that matter for an article, each as it stands; those switched off are left out."""
    return _states(article, [item for item in items(before) if item.level(article.genre) is not Level.OFF])


def missing(article: Judged, before: Before, *, answered: bool = False) -> list[Item]:
    """Return the required items that stand in the way; `answered`: it is known that no suggestion is open."""
    required = [item for item in items(before) if item.level(article.genre) is Level.REQUIRED]
    if answered:
        required = [item for item in required if item.auto is not Auto.SUGGESTIONS]
    return [state.item for state in _states(article, required) if not state.met]


@once_a_question
def open_suggestions(article_id: int) -> int:
    """Count the suggestions that wait for an answer."""
    suggested = (Comment.article == article_id) & Comment.replacement.is_null(False)
    heads = Comment.select(pw.fn.count(Comment.id)).where(suggested & Comment.thread.is_null())
    return int(heads.where(Comment.state == "open").scalar())


def _states(article: Judged, asked: list[Item]) -> list[ItemState]:
    """Look at each item; the text and the ticks are read only where they are needed."""

    @cache
    def text() -> ArticleText:
        return article.text or revisions.text_of(article.id, article.revision)

    ticks: dict[tuple[int, int], tuple[str, str, str]] | None = None
    out: list[ItemState] = []
    for item in asked:
        level = item.level(article.genre)
        if item.auto is not None and _AUTO[item.auto](article, text):
            out.append(ItemState(item, level, True))
            continue
        ticks = _ticks(article.id) if ticks is None else ticks
        tick = ticks.get((item.id, article.revision))
        if tick is not None and (item.auto is None or tick[2]):
            out.append(ItemState(item, level, True, tick[0], clock.read_stamp(tick[1]), tick[2]))
        else:
            stale = item.auto is None and any(of == item.id for of, _ in ticks)
            out.append(ItemState(item, level, False, stale=stale))
    return out


@once_a_question
def _all_items() -> tuple[Item, ...]:
    found = ChecklistItem.select(
        ChecklistItem.id, ChecklistItem.gate, ChecklistItem.auto, ChecklistItem.text, ChecklistItem.levels
    ).where(ChecklistItem.active == 1)
    ordered = found.order_by(ChecklistItem.gate, ChecklistItem.position, ChecklistItem.id)
    return tuple(_item(*v) for v in rows(ordered))


def repeats_lead(text: ArticleText) -> bool:
    """Say whether the body's first paragraph says the lead again."""
    first = next((block for block in text.blocks if isinstance(block, Paragraph)), None)
    if first is None or not text.lead:
        return False
    one, other = (" ".join(nfc(words).casefold().split()) for words in (text.lead, plain(first.runs)))
    from difflib import SequenceMatcher  # for a gate that most starts do not pass

    return one == other or SequenceMatcher(None, one, other, autojunk=False).ratio() >= _REPEATED


def _sharp(_: Judged, text: Reads) -> bool:
    wanted = pictures_of(text())
    if not wanted:
        return True
    least = PRINT_WIDTH_MM / _MM_PER_INCH * PRINT_DPI
    found = rows(StoredPicture.select(StoredPicture.width).where(StoredPicture.sha256.in_(wanted)))
    return all(width >= least for (width,) in found)


def _captioned(_: Judged, text: Reads) -> bool:
    pictures = [block for block in text().blocks if isinstance(block, Picture)]
    return all(picture.caption.strip() and picture.credit.strip() for picture in pictures)


def _past(_: Judged, text: Reads) -> bool:
    when = text().event_date
    return when is not None and when <= clock.today()


_AUTO: dict[Auto, Callable[[Judged, Reads], bool]] = {
    Auto.TITLE: lambda article, _: len(article.title) <= TITLE_CHARACTERS,
    Auto.BYLINE: lambda article, _: bool(article.byline.strip()),
    Auto.LEAD: lambda _, text: bool(text().lead.strip()),
    Auto.LEAD_ONCE: lambda _, text: not repeats_lead(text()),
    Auto.EVENT_DATE: _past,
    Auto.CAPTIONS: _captioned,
    Auto.SHARPNESS: _sharp,
    Auto.SUGGESTIONS: lambda article, _: not open_suggestions(article.id),
}


@once_a_question
def _ticks(article_id: int) -> dict[tuple[int, int], tuple[str, str, str]]:
    found = (
        Tick.select(Tick.item, Tick.revision, Person.name, Tick.at, Tick.reason)
        .join(Person, on=(Tick.person == Person.id))
        .where(Tick.article == article_id)
    )
    return {(item, revision): (by, at, reason) for item, revision, by, at, reason in rows(found)}


@lru_cache(maxsize=256)
def _item(number: int, before: str, auto: str, text: str, levels: str) -> Item:
    read = {Genre(genre): Level(level) for genre, level in json.loads(levels).items()}
    return Item(number, Before(before), Auto(auto) if auto else None, text, read)
