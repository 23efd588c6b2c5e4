"""What cannot be right together in a register: it is shown, never refused, for nobody knows which of two is wrong."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from itertools import combinations
from typing import TypeVar

from desk.registers.entries import BodyEntry, DocumentEntry, Entry, PersonEntry, WordEntry, name

# A number comes again with a committee's next term (five years); nearer days are one document's, one of them wrong.
_TERM = 2 * 365  # days
_YEAR = re.compile(r"/\d{4}/")  # in the symbol of a document of the state, which is numbered by the year
_MOST = 50  # entries of one name that are compared with each other
E = TypeVar("E", bound=Entry)


class Clash(Enum):
    """What contradicts."""

    DATES = auto()  # an end before its beginning
    TITLES = auto()  # two titles of one body at once
    SEAT = auto()  # two people in one chair at once
    TWO_DAYS = auto()  # one number with two dates
    TWICE = auto()  # the same thing two times
    SHORT = auto()  # two bodies with one short name at once
    PREDECESSOR = auto()  # a body that was there before the one it comes from, or comes from itself
    MEANING = auto()  # an abbreviation with two meanings


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A clash, and what of the register it is with."""

    clash: Clash
    other: str


_HEADS = (
    "bí thư",
    "trưởng ban",
    "trưởng phòng",
    "chủ tịch",
    "giám đốc",
    "chánh văn phòng",
    "chủ nhiệm",
    "thủ tướng",
)


def contradictions(entries: Sequence[Entry]) -> list[tuple[Contradiction, ...]]:
    """Return, entry by entry of one register, what cannot be right of it."""
    found: list[dict[Contradiction, None]] = [{} for _ in entries]
    for at, what in (
        *_people(_of(entries, PersonEntry)),
        *_bodies(_of(entries, BodyEntry)),
        *_documents(_of(entries, DocumentEntry)),
        *_words(_of(entries, WordEntry)),
    ):
        found[at][what] = None
    return [tuple(one) for one in found]


Found = Iterator[tuple[int, Contradiction]]


def _of(entries: Sequence[Entry], kind: type[E]) -> list[tuple[int, E]]:
    return [(at, one) for at, one in enumerate(entries) if isinstance(one, kind)]


def _people(every: list[tuple[int, PersonEntry]]) -> Found:
    seats: defaultdict[Hashable, list[tuple[int, str, tuple[date | None, date | None]]]] = defaultdict(list)
    for at, person in every:
        for one in person.titles:
            if _reversed(one.since, one.until):
                yield at, Contradiction(Clash.DATES, one.title)
            if one.body and one.title.casefold() in _HEADS:
                seat = (one.title.casefold(), one.body.casefold())
                seats[seat].append((at, person.name, (one.since, one.until)))
        for one, other in combinations(person.titles[:_MOST], 2):
            same = one.body.casefold() == other.body.casefold()
            if same and _meet((one.since, one.until), (other.since, other.until)):
                yield at, Contradiction(Clash.TITLES, f"{one.title}; {other.title}")
    for holders in seats.values():
        for (first, mine, span), (second, theirs, their_span) in combinations(holders[:_MOST], 2):
            if first != second and _meet(span, their_span):
                yield first, Contradiction(Clash.SEAT, theirs)
                yield second, Contradiction(Clash.SEAT, mine)
    yield from _twice(every)


def _bodies(every: list[tuple[int, BodyEntry]]) -> Found:
    by_name = {one.name.casefold(): one for _, one in every}
    for at, one in every:
        if _reversed(one.since, one.until):
            yield at, Contradiction(Clash.DATES, one.name)
        before = by_name.get(one.predecessor.casefold()) if one.predecessor else None
        itself = one.predecessor.casefold() == one.name.casefold()
        later = before is not None and before.since and one.since and before.since >= one.since
        if one.predecessor and (itself or later):
            yield at, Contradiction(Clash.PREDECESSOR, one.predecessor)
    named = [(at, one, one.name.casefold()) for at, one in every]
    short = [(at, one, one.short.casefold()) for at, one in every if one.short]
    for clash, keyed in ((Clash.TWICE, named), (Clash.SHORT, short)):
        for group in _groups(keyed):
            for (at, one), (other, it) in combinations(group, 2):
                if _meet((one.since, one.until), (it.since, it.until)):
                    yield at, Contradiction(clash, it.name)
                    yield other, Contradiction(clash, one.name)


def _documents(every: list[tuple[int, DocumentEntry]]) -> Found:
    keyed = ((at, one, (one.type.casefold(), one.written.casefold())) for at, one in every)
    for group in _groups(keyed):
        for (at, one), (other, it) in combinations(group, 2):
            if one.day == it.day:
                yield other, Contradiction(Clash.TWICE, name(one))
                continue
            of_state = bool(_YEAR.search(one.symbol))
            if one.day and it.day and not of_state and abs((one.day - it.day).days) > _TERM:
                continue
            yield at, Contradiction(Clash.TWO_DAYS, name(it))
            yield other, Contradiction(Clash.TWO_DAYS, name(one))


def _words(every: list[tuple[int, WordEntry]]) -> Found:
    for group in _groups((at, one, (one.kind, one.word)) for at, one in every):
        for (at, one), (other, it) in combinations(group, 2):
            if one.meaning.casefold() == it.meaning.casefold():
                yield other, Contradiction(Clash.TWICE, one.word)
            else:
                yield at, Contradiction(Clash.MEANING, it.meaning)
                yield other, Contradiction(Clash.MEANING, one.meaning)


def _twice(every: list[tuple[int, PersonEntry]]) -> Found:
    for group in _groups((at, one, one.name.casefold()) for at, one in every):
        for other, it in group[1:]:
            yield other, Contradiction(Clash.TWICE, it.name)


def _groups(keyed: Iterable[tuple[int, E, Hashable]]) -> Iterator[list[tuple[int, E]]]:
    """Yield the entries that have one key, where they are several."""
    found: defaultdict[Hashable, list[tuple[int, E]]] = defaultdict(list)
    for at, one, key in keyed:
        found[key].append((at, one))
    yield from (group[:_MOST] for group in found.values() if len(group) > 1)


def _reversed(since: date | None, until: date | None) -> bool:
    return since is not None and until is not None and until < since


def _meet(one: tuple[date | None, date | None], other: tuple[date | None, date | None]) -> bool:
    """Say whether two spans have a day in common beside the one on which one ends and the other begins."""
    (start, end), (other_start, other_end) = one, other
    first = max(start or date.min, other_start or date.min)
    last = min(end or date.max, other_end or date.max)
    return first < last or (first == last and one == other)
