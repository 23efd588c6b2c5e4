"""Rows of a table as they lie in the file, one by one: one that cannot be read hides no other.

Who only holds rows against a digest has the engine write what the digest is made of (`as_array`, `as_object`,
`as_bytes`): a row is one step of Python then, not ten. The engine writes words, whole numbers and NULL as Python's
`json` does; bytes and broken numbers are left to Python. So a digest that is right proves the row, and one that is
not proves nothing: that row is to be read itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import apsw

_UNREADABLE = (apsw.Error, UnicodeDecodeError)
_HIGHEST = 2**40  # no desk numbers its rows so far


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A row that cannot be read, by its number; 0 for what is left of a table that breaks off."""

    table: str
    row: int


def as_array(columns: Iterable[str]) -> str:
    """Return the expression for a row's values as a JSON array, in UTF-8.

    It is NULL where bytes or broken numbers are among them.
    """
    named = [_quoted(name) for name in columns]
    return _plain(named, f"json_array({', '.join(named)})")


def as_object(columns: Iterable[str]) -> str:
    """Return the expression for a row's values as a JSON object, else as `as_array`; its keys are in order."""
    named = {name: _quoted(name) for name in sorted(columns)}
    told = (f"'{name}', {column}" for name, column in named.items())
    return _plain(named.values(), f"json_object({', '.join(told)})")


def as_bytes(column: str) -> str:
    """Return the expression for the bytes of a text; of what is no text it is NULL."""
    return f"CASE typeof({_quoted(column)}) WHEN 'text' THEN CAST({_quoted(column)} AS BLOB) END"


def _plain(columns: Iterable[str], written: str) -> str:
    # Bytes may be what the engine itself keeps of JSON: it would write them as the words that they stand for. Of a
    # broken number it may write fewer digits than there are.
    plain = " AND ".join(f"typeof({column}) NOT IN ('blob', 'real')" for column in columns)
    return f"CASE WHEN {plain} THEN CAST({written} AS BLOB) END"


def _quoted(name: str) -> str:
    return f'"{name}"'


def rows_of(
    connection: apsw.Connection, table: str, columns: str = "*", after: int = 0
) -> Iterator[tuple[Any, ...] | Unreadable]:
    """Yield a table's rows in the order of their numbers, in the place of one that cannot be read an `Unreadable`.

    Where not even the numbers can be listed, one stands for all rows up to the next that can be.
    """
    if _is_keyed(connection, table):
        yield from _at_once(connection, table, columns)
        return
    last = after
    asked = f'SELECT rowid, {columns} FROM "{table}" WHERE rowid > ? ORDER BY rowid'
    while True:
        try:
            for values in connection.execute(asked, (last,)):
                last = values[0]
                yield values[1:]
        except apsw.InterruptError:
            raise
        except _UNREADABLE:
            try:
                lost = _next(connection, table, last)
            except apsw.Error:
                yield Unreadable(table, last + 1)
                behind = _behind_gap(connection, table, last)
                if behind is None:
                    break
                last = behind
            else:
                if lost is None:
                    return
                last = lost
                yield Unreadable(table, lost)
        else:
            return
    yield Unreadable(table, 0)


def _next(connection: apsw.Connection, table: str, last: int) -> int | None:
    """Return the number of the row behind this one."""
    asked = f'SELECT rowid FROM "{table}" WHERE rowid > ? ORDER BY rowid LIMIT 1'
    found = connection.execute(asked, (last,)).fetchall()
    for (number,) in found:
        assert isinstance(number, int)
        return number
    return None


def _behind_gap(connection: apsw.Connection, table: str, last: int) -> int | None:
    """Return a number behind which the rows can be listed again, as near as can be; None where there is none."""
    bad, step = last, 1
    while True:
        good = last + step
        if good > _HIGHEST:
            return None
        if _is_listed(connection, table, good):
            break
        bad, step = good, step * 2
    while good - bad > 1:
        middle = (good + bad) // 2
        if _is_listed(connection, table, middle):
            good = middle
        else:
            bad = middle
    return good


def _is_listed(connection: apsw.Connection, table: str, last: int) -> bool:
    try:
        _next(connection, table, last)
    except apsw.Error:
        return False
    return True


def _at_once(connection: apsw.Connection, table: str, columns: str) -> Iterator[tuple[Any, ...] | Unreadable]:
    try:
        yield from connection.execute(f'SELECT {columns} FROM "{table}"')
    except apsw.InterruptError:
        raise
    except _UNREADABLE:
        yield Unreadable(table, 0)


def _is_keyed(connection: apsw.Connection, table: str) -> bool:
    """Say whether a table has no row numbers (WITHOUT ROWID)."""
    (found,) = connection.execute("SELECT wr FROM pragma_table_list(?)", (table,)).fetchall()
    return bool(found[0])
