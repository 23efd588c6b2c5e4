"""What a checklist asks of an article before it is sent, approved or printed, and what is still unmet.

The gate asks here, from stored data alone, so that no path goes round a required item.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from functools import cached_property, lru_cache
from typing import Any

import peewee as pw

from desk import clock
from desk.acts.rules import Genre
from desk.database import revisions
from desk.database.connection import once_a_question, rows
from desk.database.department_tables import Person, StoredPicture
from desk.database.prepared_query import Prepared
from desk.database.review_tables import ChecklistItem, Comment, Tick
from desk.text import printed_signs
from desk.text.blocks import ArticleText, Paragraph, Picture, nfc, pictures_of, plain

TITLE_CHARACTERS = 120
PRINT_DPI = 200
PRINT_WIDTH_MM = 113.0  # A5 (148 mm) between margins of 20 and 15 mm
_MM_PER_INCH = 25.4
_REPEATED = 0.9  # likeness from which a paragraph repeats the lead


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
    SIGNS = "signs"  # the press itself asks it, so no list can leave it out: see `_of_the_press`


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


def states(article: Judged) -> dict[Before, list[ItemState]]:
    """Return the items of each list that matter for an article, each as it stands; those switched off are left out.

    What the items look at is read once for all lists.
    """
    facts = _Facts([article])
    asked = [item for item in items() if item.level(article.genre) is not Level.OFF]
    return {
        before: [
            *_states(article, [item for item in asked if item.before is before], facts),
            *(
                ItemState(item, item.level(article.genre), met=False)
                for item in _of_the_press(article, before, facts)
            ),
        ]
        for before in Before
    }


def missing(article: Judged, before: Before, *, answered: bool = False) -> list[Item]:
    """Return the required items that stand in the way; `answered`: it is known that no suggestion is open."""
    return missing_of([article], before, answered=answered)[article.id]


def missing_of(
    articles: Sequence[Judged], before: Before, *, answered: bool = False
) -> dict[int, list[Item]]:
    """Return the required items that stand in the way of each article.

    As many statements are asked for many articles as for one, but for texts that are not known yet.
    """
    facts = _Facts(articles)
    checklist = [item for item in items(before) if not (answered and item.auto is Auto.SUGGESTIONS)]
    found: dict[int, list[Item]] = {}
    for article in articles:
        required = [item for item in checklist if _is_required(item, article)]
        unmet = [state.item for state in _states(article, required, facts) if not state.met]
        of_the_press = _of_the_press(article, before, facts)
        found[article.id] = [*unmet, *(item for item in of_the_press if _is_required(item, article))]
    return found


def _is_required(item: Item, article: Judged) -> bool:
    return item.level(article.genre) is Level.REQUIRED


def _of_the_press(article: Judged, before: Before, facts: _Facts) -> list[Item]:
    """Return what the press refuses of an article: signs that no letter has; `Item.text` holds their places.

    It is on no stored list, and nobody lets it pass: what cannot be printed is not printed by a chief's word either.
    """
    places = printed_signs.unprintable_places(facts.text(article))
    if not places:
        return []
    return [
        Item(_OF_THE_PRESS[before], before, Auto.SIGNS, printed_signs.stored(places), _SIGNS_LEVELS[before])
    ]


@once_a_question
def open_suggestions(article_id: int) -> int:
    """Count the suggestions that wait for an answer."""
    ((count,),) = _OPEN_SUGGESTIONS.rows(article_id)
    return int(count)


_IS_OPEN_SUGGESTION = (
    Comment.replacement.is_null(False) & Comment.thread.is_null() & (Comment.state == "open")
)
_OPEN_SUGGESTIONS = Prepared(
    lambda article: Comment.select(pw.fn.count(Comment.id)).where(
        (Comment.article == article) & _IS_OPEN_SUGGESTION
    )
)


class _Facts:
    """What the items look at, of several articles; each thing is read for all of them, when it is first needed."""

    def __init__(self, articles: Sequence[Judged]) -> None:
        self._articles = {article.id: article for article in articles}
        self._texts = {article.id: article.text for article in articles if article.text is not None}

    def text(self, article: Judged) -> ArticleText:
        """Return an article's text as it is now."""
        if article.id not in self._texts:
            self._texts[article.id] = revisions.text_of(article.id, article.revision)
        return self._texts[article.id]

    def suggested(self, article: Judged) -> bool:
        """Say whether a suggestion waits for an answer."""
        return article.id in self._suggested

    def widths(self, article: Judged) -> list[int]:
        """Return the widths of the pictures in an article, pixels."""
        return [self._widths[key] for key in pictures_of(self.text(article)) if key in self._widths]

    def ticks(self, article: Judged) -> dict[tuple[int, int], tuple[str, str, str]]:
        """Return who ticked what of an article by item and revision, when, and why a chief overruled it."""
        return self._ticks.get(article.id, {})

    @cached_property
    def _suggested(self) -> frozenset[int]:
        here = Comment.article.in_(list(self._articles))
        query = Comment.select(Comment.article).where(here & _IS_OPEN_SUGGESTION)
        return frozenset(article_id for (article_id,) in rows(query.distinct()))

    @cached_property
    def _widths(self) -> dict[str, int]:
        wanted = {key for article in self._articles.values() for key in pictures_of(self.text(article))}
        query = StoredPicture.select(StoredPicture.sha256, StoredPicture.width)
        return dict(rows(query.where(StoredPicture.sha256.in_(sorted(wanted))))) if wanted else {}

    @cached_property
    def _ticks(self) -> dict[int, dict[tuple[int, int], tuple[str, str, str]]]:
        query = (
            Tick.select(Tick.article, Tick.item, Tick.revision, Person.name, Tick.at, Tick.reason)
            .join(Person, on=(Tick.person == Person.id))
            .where(Tick.article.in_(list(self._articles)))
        )
        ticks: dict[int, dict[tuple[int, int], tuple[str, str, str]]] = {}
        for article_id, item, revision, name, at, reason in rows(query):
            ticks.setdefault(article_id, {})[item, revision] = (name, at, reason)
        return ticks


def _states(article: Judged, asked: list[Item], facts: _Facts) -> list[ItemState]:
    """Look at each item; the text and the ticks are read only where they are needed."""
    out: list[ItemState] = []
    for item in asked:
        level = item.level(article.genre)
        if item.auto is not None and _AUTO[item.auto](article, facts):
            out.append(ItemState(item, level, True))
            continue
        ticks = facts.ticks(article)
        tick = ticks.get((item.id, article.revision))
        if tick is not None and (item.auto is None or tick[2]):
            out.append(ItemState(item, level, True, tick[0], clock.read_stamp(tick[1]), tick[2]))
        else:
            stale = item.auto is None and any(of == item.id for of, _ in ticks)
            out.append(ItemState(item, level, False, stale=stale))
    return out


@once_a_question
def _all_items() -> tuple[Item, ...]:
    return tuple(_item(*stored) for stored in _ACTIVE.rows())


_ACTIVE = Prepared(
    lambda: (
        ChecklistItem.select(
            ChecklistItem.id, ChecklistItem.gate, ChecklistItem.auto, ChecklistItem.text, ChecklistItem.levels
        )
        .where(ChecklistItem.active == 1)
        .order_by(ChecklistItem.gate, ChecklistItem.position, ChecklistItem.id)
    )
)


def repeats_lead(text: ArticleText) -> bool:
    """Say whether the body's first paragraph says the lead again."""
    first = next((block for block in text.blocks if isinstance(block, Paragraph)), None)
    if first is None or not text.lead:
        return False
    one, other = (" ".join(nfc(words).casefold().split()) for words in (text.lead, plain(first.runs)))
    from difflib import SequenceMatcher  # for a gate that most starts do not pass

    return one == other or SequenceMatcher(None, one, other, autojunk=False).ratio() >= _REPEATED


def _sharp(article: Judged, facts: _Facts) -> bool:
    if not pictures_of(facts.text(article)):
        return True
    least = PRINT_WIDTH_MM / _MM_PER_INCH * PRINT_DPI
    return all(width >= least for width in facts.widths(article))


def _captioned(article: Judged, facts: _Facts) -> bool:
    pictures = [block for block in facts.text(article).blocks if isinstance(block, Picture)]
    return all(picture.caption.strip() and picture.credit.strip() for picture in pictures)


def _past(article: Judged, facts: _Facts) -> bool:
    when = facts.text(article).event_date
    return when is not None and when <= clock.today()


_AUTO: dict[Auto, Callable[[Judged, _Facts], bool]] = {
    Auto.TITLE: lambda article, _: len(article.title) <= TITLE_CHARACTERS,
    Auto.BYLINE: lambda article, _: bool(article.byline.strip()),
    Auto.LEAD: lambda article, facts: bool(facts.text(article).lead.strip()),
    Auto.LEAD_ONCE: lambda article, facts: not repeats_lead(facts.text(article)),
    Auto.EVENT_DATE: _past,
    Auto.CAPTIONS: _captioned,
    Auto.SHARPNESS: _sharp,
    Auto.SUGGESTIONS: lambda article, facts: not facts.suggested(article),
    Auto.SIGNS: lambda article, facts: not printed_signs.unprintable_places(facts.text(article)),
}
_OF_THE_PRESS = {Before.SUBMIT: -1, Before.APPROVE: -2, Before.PRINT: -3}  # ids that no stored item has
_SIGNS_LEVELS: dict[Before, dict[Genre, Level]] = {
    Before.SUBMIT: dict.fromkeys(Genre, Level.RECOMMENDED),
    Before.APPROVE: dict.fromkeys(Genre, Level.REQUIRED),
    Before.PRINT: dict.fromkeys(Genre, Level.REQUIRED),
}


def stored_levels(levels: Mapping[Genre, Level]) -> str:
    """Return an item's levels as they are stored; `_item` reads them."""
    return json.dumps({genre.value: level.value for genre, level in levels.items()})


@lru_cache(maxsize=256)
def _item(number: int, before: str, auto: str, text: str, levels: str) -> Item:
    read = {Genre(genre): Level(level) for genre, level in json.loads(levels).items()}
    return Item(number, Before(before), Auto(auto) if auto else None, text, read)
