"""Rows of a table as they lie in the file, one by one: one that cannot be read hides no other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import apsw

_UNREADABLE = (apsw.Error, UnicodeDecodeError)
_TRIES = 1_000  # rows that are passed over where even their numbers cannot be listed


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A row that cannot be read, by its number; 0 for what is left of a table that breaks off."""

    table: str
    row: int


def rows_of(
    connection: apsw.Connection, table: str, columns: str = "*", after: int = 0
) -> Iterator[tuple[Any, ...] | Unreadable]:
    """Yield a table's rows in the order of their numbers, in the place of one that cannot be read an `Unreadable`."""
    if _is_keyed(connection, table):
        yield from _at_once(connection, table, columns)
        return
    last = after
    asked = f'SELECT rowid, {columns} FROM "{table}" WHERE rowid > ? ORDER BY rowid'
    tries = 0
    while tries < _TRIES:
        try:
            for row, *values in connection.execute(asked, (last,)):
                last, tries = row, 0
                yield tuple(values)
        except _UNREADABLE:
            last = _next(connection, table, last)
            tries += 1
            yield Unreadable(table, last)
        else:
            return
    yield Unreadable(table, 0)


def _next(connection: apsw.Connection, table: str, last: int) -> int:
    """Return the number of the row that could not be read."""
    try:
        found = connection.execute(
            f'SELECT rowid FROM "{table}" WHERE rowid > ? ORDER BY rowid LIMIT 1', (last,)
        )
        for (row,) in found:
            return int(row)
    except apsw.Error:
        pass  # not even that: its number is the next one
    return last + 1


def _at_once(connection: apsw.Connection, table: str, columns: str) -> Iterator[tuple[Any, ...] | Unreadable]:
    try:
        yield from connection.execute(f'SELECT {columns} FROM "{table}"')
    except _UNREADABLE:
        yield Unreadable(table, 0)


def _is_keyed(connection: apsw.Connection, table: str) -> bool:
    """Say whether a table has no row numbers (WITHOUT ROWID)."""
    (found,) = connection.execute("SELECT wr FROM pragma_table_list(?)", (table,)).fetchall()
    return bool(found[0])
