"""The entries as the file has them: read, written, and put back as they stood before an act."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import peewee as pw

from desk.database.connection import DeskTable, once_a_question, rows
from desk.database.register_tables import (
    RegisterBody,
    RegisterDocument,
    RegisterPerson,
    RegisterRule,
    RegisterTitle,
    RegisterWord,
)
from desk.registers.entries import (
    BodyEntry,
    DocumentEntry,
    Entry,
    Kind,
    PersonEntry,
    Title,
    WordEntry,
    WordKind,
)

Before = dict[str, dict[str, Any]]  # by table and number: a row's columns, None where there was none
_TABLES: dict[str, type[DeskTable]] = {
    table._meta.table_name: table
    for table in (RegisterPerson, RegisterTitle, RegisterBody, RegisterDocument, RegisterWord, RegisterRule)
}
OF_KIND: dict[Kind, Any] = {
    Kind.PEOPLE: RegisterPerson,
    Kind.BODIES: RegisterBody,
    Kind.DOCUMENTS: RegisterDocument,
    Kind.WORDS: RegisterWord,
}


# -- read --------------------------------------------------------------------------------------------------


def entries(kind: Kind) -> tuple[Entry, ...]:
    """Return the entries of a register in the order in which they came."""
    found: tuple[Entry, ...] = _READ[kind]()
    return found


@once_a_question
def people() -> tuple[PersonEntry, ...]:
    """Return the people, each with their titles."""
    titles: dict[int, list[Title]] = {}
    query = RegisterTitle.select(
        RegisterTitle.person,
        RegisterTitle.title,
        RegisterTitle.body,
        RegisterTitle.since,
        RegisterTitle.until,
        RegisterTitle.rank,
    )
    for who, title, body, since, until, rank in rows(query.order_by(RegisterTitle.id)):
        titles.setdefault(who, []).append(Title(title, body, read_day(since), read_day(until), rank))
    told = rows(RegisterPerson.select(RegisterPerson.id, RegisterPerson.name).order_by(RegisterPerson.id))
    return tuple(PersonEntry(name, tuple(titles.get(number, ())), number) for number, name in told)


@once_a_question
def bodies() -> tuple[BodyEntry, ...]:
    """Return the bodies."""
    return tuple(
        BodyEntry(name, short, read_day(since), read_day(until), before, number)
        for number, name, short, since, until, before in rows(RegisterBody.select().order_by(RegisterBody.id))
    )


@once_a_question
def documents() -> tuple[DocumentEntry, ...]:
    """Return the documents."""
    return tuple(
        DocumentEntry(kind, no, symbol, read_day(day), body, subject, number)
        for number, kind, no, symbol, day, body, subject in rows(
            RegisterDocument.select().order_by(RegisterDocument.id)
        )
    )


@once_a_question
def words() -> tuple[WordEntry, ...]:
    """Return the words of the house."""
    return tuple(
        WordEntry(
            WordKind.ABBREVIATION if kind == WordKind.ABBREVIATION.value else WordKind.WORD, word, it, no
        )
        for no, kind, word, it in rows(RegisterWord.select().order_by(RegisterWord.id))
    )


@once_a_question
def rule_states() -> dict[str, str]:
    """Return the rules that the office has set otherwise, with their states."""
    return dict(rows(RegisterRule.select(RegisterRule.rule, RegisterRule.state)))


_READ: dict[Kind, Any] = {
    Kind.PEOPLE: people,
    Kind.BODIES: bodies,
    Kind.DOCUMENTS: documents,
    Kind.WORDS: words,
}


def read_day(stored: str) -> date | None:
    """Read a stored day; what is none is an open end."""
    try:
        return date.fromisoformat(stored) if stored else None
    except ValueError:
        return None


# -- written, inside an act --------------------------------------------------------------------------------


class Changing:
    """The rows that an act changes, each kept first as it stood (`before`)."""

    def __init__(self) -> None:
        """Begin with nothing changed."""
        self.before: Before = {}

    def add(self, entry: Entry) -> int:
        """Add an entry and return its number."""
        if isinstance(entry, PersonEntry):
            number = self._insert(RegisterPerson, name=entry.name)
            self._titles(number, entry.titles)
            return number
        table, values = _values(entry)
        return self._insert(table, **values)

    def change(self, number: int, entry: Entry) -> None:
        """Give the entry of a number other words."""
        if isinstance(entry, PersonEntry):
            self._keep(RegisterPerson, number)
            RegisterPerson.update(name=entry.name).where(RegisterPerson.id == number).execute()
            self._drop_titles(number)
            self._titles(number, entry.titles)
            return
        table, values = _values(entry)
        self._keep(table, number)
        table.update(**values).where(table.id == number).execute()

    def remove(self, kind: Kind, number: int) -> None:
        """Take an entry out."""
        if kind is Kind.PEOPLE:
            self._drop_titles(number)
        self._remove(OF_KIND[kind], number)

    def put_back(self, was: Mapping[str, Mapping[str, Any]]) -> None:
        """Put rows back as they stood before an act: people before their titles, and out the other way round."""
        known = [(table, was[name]) for name, table in _TABLES.items() if name in was]
        for table, kept in reversed(known):
            for number, row in kept.items():
                if row is None:
                    self._remove(table, int(number))
        for table, kept in known:
            for number, row in kept.items():
                if row is None:
                    continue
                self._keep(table, int(number))
                table.delete().where(_id(table) == int(number)).execute()
                table.insert(**row).execute()

    def set_rule(self, rule: str, state: str) -> None:
        """Set a rule's state; "" as the program has it."""
        found = RegisterRule.get_or_none(RegisterRule.rule == rule)
        if found is not None:
            self._remove(RegisterRule, found.id)
        if state:
            self._insert(RegisterRule, rule=rule, state=state)

    def _titles(self, number: int, titles: Iterable[Title]) -> None:
        for one in titles:
            self._insert(
                RegisterTitle,
                person=number,
                title=one.title,
                body=one.body,
                since=_stored(one.since),
                until=_stored(one.until),
                rank=one.rank,
            )

    def _drop_titles(self, number: int) -> None:
        query = RegisterTitle.select(RegisterTitle.id).where(RegisterTitle.person == number)
        for (title,) in list(rows(query)):
            self._remove(RegisterTitle, title)

    def _insert(self, table: Any, **values: Any) -> int:
        number = int(table.insert(**values).execute())
        self.before.setdefault(table._meta.table_name, {}).setdefault(str(number), None)
        return number

    def _remove(self, table: Any, number: int) -> None:
        self._keep(table, number)
        table.delete().where(_id(table) == number).execute()

    def _keep(self, table: Any, number: int) -> None:
        kept = self.before.setdefault(table._meta.table_name, {})
        if str(number) in kept:
            return
        row: Any = table.select().where(_id(table) == number).dicts().first()
        kept[str(number)] = row


def _values(entry: BodyEntry | DocumentEntry | WordEntry) -> tuple[Any, dict[str, Any]]:
    if isinstance(entry, BodyEntry):
        return RegisterBody, {
            "name": entry.name,
            "short": entry.short,
            "since": _stored(entry.since),
            "until": _stored(entry.until),
            "predecessor": entry.predecessor,
        }
    if isinstance(entry, DocumentEntry):
        return RegisterDocument, {
            "type": entry.type,
            "number": entry.number,
            "symbol": entry.symbol,
            "day": _stored(entry.day),
            "body": entry.body,
            "subject": entry.subject,
        }
    return RegisterWord, {"kind": entry.kind.value, "word": entry.word, "meaning": entry.meaning}


def _id(table: Any) -> pw.Field:
    found: pw.Field = table.id
    return found


def _stored(day: date | None) -> str:
    return day.isoformat() if day else ""
