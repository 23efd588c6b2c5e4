"""The journal: every change of the desk, append-only, chained by SHA-256."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from functools import cache
from typing import Any

import peewee as pw

from desk import clock
from desk.acts.detail import D, Detail
from desk.acts.entry_details import ClockBack
from desk.acts.rules import Act
from desk.database import bare_words, connection, engine
from desk.database.article_tables import Revision
from desk.database.connection import as_stored, first, named
from desk.database.journal_tables import Journal, Seal
from desk.database.prepared_query import Prepared, insertion
from desk.database.raw_rows import Unreadable, as_object

_FIRST_PREV = "0" * 64


class Subject(Enum):
    """What kind of thing an entry speaks of."""

    ARTICLE = "article"
    ISSUE = "issue"
    MEETING = "meeting"
    PERSON = "person"
    REGISTER = "register"
    DESK = "desk"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEntry:
    """An entry to be written; the journal adds its number, the moment and the chain."""

    person_id: int
    person: str
    act: Act
    subject: Subject
    subject_id: int = 0
    title: str = ""
    version: int = 0
    sha256: str = ""
    note: str = ""
    details: tuple[Detail, ...] = ()


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One line of the journal, as windows show it; `detail` is what it keeps beside title and note, by name.

    `version` counts all that was done to its subject; `revision` is the saved text of an article that stood then, the
    number that people read as “phiên bản” everywhere (0 for what is no article).
    """

    id: int
    at: datetime
    person_id: int
    person: str
    act: Act
    subject: Subject
    subject_id: int
    title: str
    version: int
    sha256: str
    note: str
    detail: Mapping[str, Any]
    revision: int = 0

    def read(self, kind: type[D]) -> D | None:
        """Return one kind of its details; None where it has none of that kind."""
        return kind.read(self.detail)


@dataclass(frozen=True, slots=True)
class JournalQuery:
    """Filters of the journal page; None means all."""

    person_id: int | None = None
    act: Act | None = None
    subject: Subject | None = None
    subject_id: int | None = None
    since: str = ""  # ISO dates at the office's wall (UTC+7), both included
    until: str = ""
    words: str = ""


class Fault(Enum):
    """What a check of the chain can find."""

    ALTERED = auto()
    MISSING = auto()
    REORDERED = auto()


@dataclass(frozen=True, slots=True)
class ChainBreak:
    """A fault in the chain and the number of the entry that shows it."""

    fault: Fault
    entry: int


@contextmanager
def noting(detail: Detail) -> Iterator[None]:
    """Add a detail to every entry that is written inside: on what way the acts came."""
    _noted.append(detail)
    try:
        yield
    finally:
        _noted.remove(detail)


_noted: list[Detail] = []


def write(new: NewEntry, at: str = "") -> int:
    """Append an entry inside the running transaction and return its number; `at` is a stamp, "" for now."""
    last, prev, last_at = _head()
    number, at = last + 1, at or clock.stamp(clock.now())
    details = (*_noted, *new.details)
    if last_at and clock.read_stamp(at) < clock.read_stamp(last_at):
        details = (ClockBack(last_at), *details)
    values: dict[str, Any] = {
        "id": number,
        "at": at,
        "person_id": new.person_id,
        "person": new.person,
        "act": new.act.value,
        "subject": new.subject.value,
        "subject_id": new.subject_id,
        "title": new.title,
        "version": new.version,
        "sha256": new.sha256,
        "note": new.note,
        "detail": json.dumps(stored_details(details), ensure_ascii=False, sort_keys=True),
        "prev": prev,
    }
    values["hash"] = _digest(values)
    _INSERT.run(*(values[name] for name in _STORED))
    return int(number)


_ENCODE = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode
_STORED = (
    "id",
    "at",
    "person_id",
    "person",
    "act",
    "subject",
    "subject_id",
    "title",
    "version",
    "sha256",
    "note",
    "detail",
    "prev",
    "hash",
)
_CHAINED = _STORED[:-1]  # what an entry's hash is made of
_INSERT = insertion(Journal, *_STORED)
_LAST = Prepared(
    lambda: Journal.select(Journal.id, Journal.hash, Journal.at).order_by(Journal.id.desc()).limit(1)
)


def stored_details(details: Iterable[Detail]) -> dict[str, Any]:
    """Return details as one entry stores them."""
    return {name: value for one in details for name, value in one.facts().items()}


def entries(query: JournalQuery, before: int = 0, limit: int = 200) -> list[JournalEntry]:
    """Return entries newest first; `before` is the number of the last one already shown (0: from the top)."""
    matching = _filtered(query)
    if before:
        matching = matching.where(Journal.id < before)
    return [_entry(row) for row in named(matching.order_by(Journal.id.desc()).limit(limit))]


def everything(query: JournalQuery) -> list[JournalEntry]:
    """Return all entries that a query lets through, oldest first, as a register is read."""
    return [_entry(row) for row in named(_filtered(query).order_by(Journal.id))]


def of_article(article_id: int) -> list[JournalEntry]:
    """Return everything that happened to an article, newest first."""
    return entries(JournalQuery(subject=Subject.ARTICLE, subject_id=article_id), limit=500)


def last_of(subject: Subject, subject_id: int) -> JournalEntry | None:
    """Return the latest entry on something."""
    return next(iter(entries(JournalQuery(subject=subject, subject_id=subject_id), limit=1)), None)


def making(article_id: int, version: int) -> JournalEntry | None:
    """Return the entry that made an article's version: the first; what was only said beside it came later."""
    matching = _filtered(JournalQuery(subject=Subject.ARTICLE, subject_id=article_id)).where(
        Journal.version == version
    )
    return next((_entry(row) for row in named(matching.order_by(Journal.id).limit(1))), None)


def of_subjects(subject: Subject, numbers: Sequence[int]) -> Iterator[JournalEntry]:
    """Yield everything that happened to some things of a kind, thing by thing, oldest first."""
    mine = (Journal.subject == subject.value) & engine.among(Journal.subject_id, numbers)
    query = Journal.select(*_FIELDS).where(mine).order_by(Journal.subject_id, Journal.id)
    read: dict[str, Mapping[str, Any]] = {}  # most entries have the details of many others
    for number, at, who, person, act, _, of, title, version, digest, note, detail in as_stored(query):
        kept = read[detail] if detail in read else read.setdefault(detail, json.loads(detail))
        when = clock.read_stamp(at)
        yield JournalEntry(
            number, when, who, person, Act(act), subject, of, title, version, digest, note, kept
        )


def head() -> tuple[int, str]:
    """Return the number and the hash of the last entry; 0 and zeros before the first."""
    return _head()[:2]


def _head() -> tuple[int, str, str]:
    known = connection.last_entry()
    if known is not None:
        return known
    last = _LAST.first()
    return (last[0], last[1], last[2]) if last else (0, _FIRST_PREV, "")


def code(of: tuple[int, str]) -> str:
    """Return the short code of an entry and its hash, to be written down elsewhere: on a printed journal."""
    number, digest = of
    return f"{number}-" + "-".join(digest[at : at + 4] for at in range(0, 16, 4))


def bears_out(written: str) -> bool:
    """Say whether the journal still has the entry of a code that was written down, unchanged."""
    read = read_code(written)
    stored = hash_of(read[0]) if read else None
    return read is not None and stored is not None and stored.startswith(read[1])


def read_code(written: str) -> tuple[int, str] | None:
    """Read a code as people type it, whatever stands between its parts; None for what is no code."""
    found = re.fullmatch(r"(\d{1,12})\W+([0-9a-f\W_]+)", written.strip().lower(), re.ASCII)
    wanted = re.sub(r"[^0-9a-f]", "", found[2]) if found else ""
    return (int(found[1]), wanted) if found and len(wanted) >= 8 else None


def hash_of(entry: int) -> str | None:
    """Return the hash of an entry; None where there is none of that number."""
    found = first(Journal.select(Journal.hash).where(Journal.id == entry))
    return str(found[0]) if found else None


def standing(numbers: Collection[int]) -> set[int]:
    """Return those of some entries that are as they were written, in their place in the chain, with an act behind."""
    near = {number + step for number in numbers for step in (-1, 0, 1)}
    query: Any = Journal.select().where(Journal.id.in_(sorted(near))).dicts()
    there: dict[int, dict[str, Any]] = {values["id"]: values for values in query}
    sealed = Seal.select(pw.fn.MAX(Seal.entry)).scalar() or 0
    hashes = {0: _FIRST_PREV} | {number: values.pop("hash") for number, values in there.items()}
    return {
        number
        for number in numbers
        if number in there
        and number <= sealed
        and _digest(there[number]) == hashes[number]
        and there[number]["prev"] == hashes.get(number - 1)
        and (number + 1 not in there or there[number + 1]["prev"] == hashes[number])
    }


def check(after: int = 0) -> list[ChainBreak]:
    """Walk the chain behind an entry (0: the whole) and name every altered, missing or reordered entry."""
    faults: list[ChainBreak] = []
    expected, prev = after + 1, _FIRST_PREV
    if after:
        prev = str(Journal.select(Journal.hash).where(Journal.id == after).scalar())
    if _holds(after, prev):
        return []
    last_at = after
    for row in engine.raw_rows(Journal, *_STORED, after=after):
        if isinstance(row, Unreadable):
            faults.append(ChainBreak(Fault.ALTERED, row.row))
            expected, prev, last_at = row.row + 1, "", row.row
            continue
        values = dict(zip(_STORED, row, strict=True))
        number = values["id"]
        if number != expected:
            faults.append(ChainBreak(Fault.MISSING, expected))
        elif prev and values["prev"] != prev:
            moved = Journal.select(Journal.id).where(Journal.hash == values["prev"]).exists()
            faults.append(ChainBreak(Fault.REORDERED if moved else Fault.ALTERED, number))
        stored = values.pop("hash")
        if _digest(values) != stored:
            faults.append(ChainBreak(Fault.ALTERED, number))
        expected, prev, last_at = number + 1, stored, number
    if engine.highest_number(Journal) > last_at:
        faults.append(ChainBreak(Fault.MISSING, last_at + 1))
    return list(dict.fromkeys(faults))


def _holds(after: int, prev: str) -> bool:
    """Say whether the chain holds behind an entry, by what the engine writes of them; False asks to look closer."""
    last = after
    for row in engine.raw_rows(Journal, "id", "prev", "hash", after=after, made=as_object(_CHAINED)):
        if isinstance(row, Unreadable) or row[0] is None:
            return False
        flat, number, said_prev, said_hash = row
        if (number, said_prev, said_hash) != (last + 1, prev, _sha256()(flat).hexdigest()):
            return False
        last, prev = number, said_hash
    return engine.highest_number(Journal) <= last


_FIELDS = tuple(getattr(Journal, name) for name in _STORED if name not in ("prev", "hash"))


def _revision() -> Any:
    """Return the column of the revision that stood at an entry."""
    standing = (Revision.article == Journal.subject_id) & (Revision.number <= Journal.version)
    of_article = (Journal.subject == Subject.ARTICLE.value) & standing
    return Revision.select(pw.fn.MAX(Revision.number)).where(of_article).alias("revision")


def _filtered(query: JournalQuery) -> Any:
    matching = Journal.select(*_FIELDS, _revision())
    if query.person_id is not None:
        matching = matching.where(Journal.person_id == query.person_id)
    if query.act is not None:
        matching = matching.where(Journal.act == query.act.value)
    if query.subject is not None:
        matching = matching.where(Journal.subject == query.subject.value)
    if query.subject_id is not None:
        matching = matching.where(Journal.subject_id == query.subject_id)
    if query.since:
        matching = matching.where(Journal.at >= _wall(query.since, "00:00:00.000"))
    if query.until:
        matching = matching.where(Journal.at <= _wall(query.until, "23:59:59.999"))
    if query.words:
        words = query.words
        matching = matching.where(
            bare_words.holds(Journal.title, words) | bare_words.holds(Journal.note, words)
        )
    return matching


def _wall(day: str, time: str) -> str:
    return clock.stamp(datetime.fromisoformat(f"{day}T{time}").replace(tzinfo=clock.HANOI))


def _entry(row: Any) -> JournalEntry:
    return JournalEntry(
        id=row.id,
        at=clock.read_stamp(row.at),
        person_id=row.person_id,
        person=row.person,
        act=Act(row.act),
        subject=Subject(row.subject),
        subject_id=row.subject_id,
        title=row.title,
        version=row.version,
        sha256=row.sha256,
        note=row.note,
        detail=json.loads(row.detail),
        revision=row.revision or 0,
    )


def _digest(values: dict[str, Any]) -> str:
    digest: str = _sha256()(_ENCODE(values).encode("utf-8")).hexdigest()
    return digest


@cache
def _sha256() -> Callable[[bytes], Any]:
    import hashlib  # with OpenSSL, 3 ms of a start

    return hashlib.sha256
