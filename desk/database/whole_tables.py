"""Whole tables of a desk, taken out as they lie there and put into a new file: every row, every byte."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import apsw

from desk.database import connection, migrations, seals, shingle_index, store
from desk.database.connection import current
from desk.errors import FileTrouble, Trouble
from desk.os_errors import rename

SEARCHED = "article_text"  # made from the articles' texts, and by it the search index and the marks
_MADE = frozenset({SEARCHED, "article_shingle"})


@dataclass(frozen=True, slots=True)
class WholeTable:
    """A table: its name, its columns in their order, those that make the key."""

    name: str
    columns: tuple[str, ...]
    key: tuple[str, ...]


def schema() -> int:
    """Return the schema of the open desk."""
    return int(current().pragma("user_version"))


def tables() -> list[WholeTable]:
    """Return every table of the open desk that is not made from another, in the order they were made."""
    asked = (
        "SELECT m.name FROM sqlite_master m JOIN pragma_table_list l ON l.name = m.name"
        " WHERE l.type = 'table' AND l.schema = 'main' AND m.name NOT LIKE 'sqlite_%' ORDER BY m.rowid"
    )
    names = [str(name) for (name,) in current().execute(asked).fetchall()]
    return [_table(current(), name) for name in names if name not in _MADE]


def rows(
    table: WholeTable, column: str = "", values: Collection[Any] | None = None
) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a table in the order of their keys; with `values` those that have one of them in a column."""
    named = ", ".join(f'"{name}"' for name in table.columns)
    order = ", ".join(f'"{name}"' for name in table.key)
    if values is None:
        yield from current().execute(f'SELECT {named} FROM "{table.name}" ORDER BY {order}')
        return
    where = f'"{column}" IN (SELECT value FROM json_each(?))'
    asked = f'SELECT {named} FROM "{table.name}" WHERE {where} ORDER BY {order}'
    yield from current().execute(asked, (json.dumps(sorted(values)),))


def numbers_given() -> dict[str, int]:
    """Return the highest number that each table has given to a row."""
    found = current().execute("SELECT name, seq FROM sqlite_sequence ORDER BY name").fetchall()
    return {str(name): int(str(number)) for name, number in found}


def must_be_known(version: int, path: Path) -> None:
    """Refuse a schema that a later program has made."""
    if not 1 <= version <= migrations.CURRENT:
        raise FileTrouble(Trouble.NEWER, str(path))


def fill(
    path: Path,
    version: int,
    given: Iterable[tuple[str, Sequence[str], Iterable[Sequence[Any]]]],
    numbers: Mapping[str, int],
    *,
    reseal: bool,
) -> None:
    """Make a desk's file of rows of that schema, and bring it up to date; with `reseal` its rows are sealed anew.

    `given` are tables with their columns and rows, the searched words among them; what is made of these is made anew.
    """
    part = path.with_name(path.name + ".part")
    with connection.trouble(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        try:
            with contextlib.closing(apsw.Connection(str(part))) as desk:
                _make(desk, version)
                desk.config(apsw.SQLITE_DBCONFIG_ENABLE_TRIGGER, 0)
                with desk:
                    _put(desk, given, numbers)
                desk.config(apsw.SQLITE_DBCONFIG_ENABLE_TRIGGER, 1)
                if version < migrations.CURRENT:
                    store.migrate(desk, version)
                elif reseal:
                    with desk:
                        seals.seal_everything(desk)
                desk.execute("PRAGMA journal_mode=wal")
            if path.exists():
                raise FileTrouble(Trouble.LOCKED, str(path))
            rename(part, path)
        finally:
            part.unlink(missing_ok=True)


def _make(desk: apsw.Connection, version: int) -> None:
    desk.execute(f"PRAGMA application_id={store.APPLICATION_ID}")
    shingle_index.teach(desk)
    for step in migrations.STEPS[:version]:
        for statement in step:
            desk.execute(statement)
    desk.execute(f"PRAGMA user_version={version}")


def _put(
    desk: apsw.Connection,
    given: Iterable[tuple[str, Sequence[str], Iterable[Sequence[Any]]]],
    numbers: Mapping[str, int],
) -> None:
    known = {
        str(name)
        for (name,) in desk.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    }
    for name, columns, lines in given:
        if name not in known:
            raise FileTrouble(Trouble.NEWER, name)
        named = ", ".join(f'"{column}"' for column in columns)
        desk.execute(f'DELETE FROM "{name}"')  # what the schema proposes itself
        marks = ", ".join("?" * len(columns))
        desk.executemany(f'INSERT INTO "{name}" ({named}) VALUES ({marks})', lines)
    desk.execute("DELETE FROM sqlite_sequence")
    desk.executemany("INSERT INTO sqlite_sequence(name, seq) VALUES (?, ?)", numbers.items())
    desk.execute("INSERT INTO article_fts(article_fts) VALUES('rebuild')")
    if "article_shingle" in known:
        desk.execute(migrations.MARKS)


def _table(desk: apsw.Connection, name: str) -> WholeTable:
    told = desk.execute(f'PRAGMA table_info("{name}")').fetchall()
    key = sorted((place, column) for _, column, _, _, _, place in told if place)
    return WholeTable(name, tuple(str(row[1]) for row in told), tuple(str(column) for _, column in key))
