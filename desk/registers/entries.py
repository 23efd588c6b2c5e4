"""The entries of the registers as values, cleaned of what no hand meant to write."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import TypeAlias

from desk.dates.lunar_calendar import written
from desk.errors import NotNow, Why
from desk.text.signs import shown

_LONGEST = 500  # letters of a field
_NUMBER = re.compile(r"(\d*)(.*)", re.DOTALL)


class Kind(Enum):
    """The registers with entries of their own."""

    PEOPLE = "people"
    BODIES = "bodies"
    DOCUMENTS = "documents"
    WORDS = "words"


class WordKind(Enum):
    """What a word of the house is."""

    WORD = "word"
    ABBREVIATION = "abbreviation"


@dataclass(frozen=True, slots=True)
class Title:
    """What somebody is, where, from a day to a day (both included, None: open); rank 0 is no place in the order."""

    title: str
    body: str = ""
    since: date | None = None
    until: date | None = None
    rank: int = 0

    def held(self, day: date | None) -> bool:
        """Say whether it is held on a day; on no day (None) every one is."""
        return within(self.since, self.until, day)


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """Somebody of whom the bulletin writes, with their titles."""

    name: str
    titles: tuple[Title, ...] = ()
    id: int = 0


@dataclass(frozen=True, slots=True)
class BodyEntry:
    """A body; `predecessor` is the name of what it was before."""

    name: str
    short: str = ""
    since: date | None = None
    until: date | None = None
    predecessor: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """A document; its key is type, number, symbol and day. Number and symbol join to what is written: 36, -NQ/TW."""

    type: str
    number: str
    symbol: str
    day: date | None = None
    body: str = ""
    subject: str = ""
    id: int = 0

    @property
    def written(self) -> str:
        """Return number and symbol as they are written."""
        return self.number + self.symbol


@dataclass(frozen=True, slots=True)
class WordEntry:
    """A word of the house, or an abbreviation with what it stands for."""

    kind: WordKind
    word: str
    meaning: str = ""
    id: int = 0


Entry: TypeAlias = PersonEntry | BodyEntry | DocumentEntry | WordEntry
KINDS: dict[type[Entry], Kind] = {
    PersonEntry: Kind.PEOPLE,
    BodyEntry: Kind.BODIES,
    DocumentEntry: Kind.DOCUMENTS,
    WordEntry: Kind.WORDS,
}


def kind_of(entry: Entry) -> Kind:
    """Return the register of an entry."""
    return KINDS[type(entry)]


def within(since: date | None, until: date | None, day: date | None) -> bool:
    """Say whether a day lies between two, open ends included; no day (None) lies everywhere."""
    return day is None or ((since is None or since <= day) and (until is None or day <= until))


def split_number(typed: str) -> tuple[str, str]:
    """Split number and symbol as they are written: "36-NQ/TW" → "36", "-NQ/TW"."""
    found = _NUMBER.fullmatch(re.sub(r"\s+", "", line(typed)).replace("–", "-").replace("—", "-"))
    assert found is not None
    return found[1], found[2]


def key(entry: Entry) -> tuple[str, ...]:
    """Return what tells an entry from another of its register."""
    if isinstance(entry, PersonEntry):
        return (entry.name.casefold(),)
    if isinstance(entry, BodyEntry):
        return (entry.name.casefold(), entry.since.isoformat() if entry.since else "")
    if isinstance(entry, DocumentEntry):
        day = entry.day.isoformat() if entry.day else ""
        return (entry.type.casefold(), entry.number, entry.symbol.casefold(), day)
    return (entry.kind.value, entry.word)


def name(entry: Entry) -> str:
    """Return what an entry is called."""
    if isinstance(entry, DocumentEntry):
        day = f", {written(entry.day)}" if entry.day else ""
        return f"{entry.type} {entry.written}{day}"
    return entry.word if isinstance(entry, WordEntry) else entry.name


def lines(entry: Entry) -> tuple[str, ...]:
    """Return all that an entry says, for the journal: a line a thing."""
    if isinstance(entry, PersonEntry):
        return (
            entry.name,
            *(_joined(one.title, one.body, span(one.since, one.until)) for one in entry.titles),
        )
    if isinstance(entry, BodyEntry):
        return (_joined(entry.name, entry.short, span(entry.since, entry.until), entry.predecessor),)
    if isinstance(entry, DocumentEntry):
        return (_joined(name(entry), entry.body, entry.subject),)
    return (_joined(entry.word, entry.meaning),)


def span(since: date | None, until: date | None) -> str:
    """Return a span of days as it is written: "01/7/2020 – 30/6/2025", an open end left blank."""
    if since is None and until is None:
        return ""
    return f"{written(since) if since else ''} – {written(until) if until else ''}".strip()


def cleaned(entry: Entry) -> Entry:
    """Return an entry as it is kept; NotNow: NAME_EMPTY, TITLE_TOO_LONG, DATES (an end before its beginning)."""
    if isinstance(entry, PersonEntry):
        titles = tuple(
            replace(one, title=line(one.title), body=line(one.body), rank=min(max(one.rank, 0), 999))
            for one in entry.titles
            if one.title.strip()
        )
        for one in titles:
            _in_order(one.since, one.until, one.title)
        return replace(entry, name=_named(entry.name), titles=titles)
    if isinstance(entry, BodyEntry):
        _in_order(entry.since, entry.until, entry.name)
        return replace(
            entry, name=_named(entry.name), short=line(entry.short), predecessor=line(entry.predecessor)
        )
    if isinstance(entry, DocumentEntry):
        number, symbol = split_number(entry.written)
        kind = _named(entry.type)
        if not number + symbol:
            raise NotNow(Why.NUMBER_EMPTY)
        return replace(
            entry,
            type=kind[:1].upper() + kind[1:],
            number=number,
            symbol=symbol,
            body=line(entry.body),
            subject=line(entry.subject),
        )
    return replace(entry, word=_named(entry.word), meaning=line(entry.meaning))


def line(typed: str) -> str:
    """Return typed words on one line, composed; NotNow(TITLE_TOO_LONG) for what is no field any more."""
    words = " ".join(shown(typed).split())
    if len(words) > _LONGEST:
        raise NotNow(Why.TITLE_TOO_LONG, str(_LONGEST))
    return words


def _named(typed: str) -> str:
    words = line(typed)
    if not words:
        raise NotNow(Why.NAME_EMPTY)
    return words


def _in_order(since: date | None, until: date | None, what: str) -> None:
    if since is not None and until is not None and until < since:
        raise NotNow(Why.DATES_TURNED, what)


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
