"""What only the engine itself can answer or do, said without its name: other rooms ask here, never in its SQL."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import apsw
import peewee as pw

from desk.database.connection import DeskTable, current, db
from desk.database.engine_pass import BrokenReference, broken_references_of, damage_of
from desk.database.prepared_query import Prepared
from desk.database.raw_rows import Unreadable, rows_of
from desk.database.seals import BrokenSeal, check_seals

SEALS = "seal"


def library() -> tuple[str, str]:
    """Return the engine's name and version, for a report."""
    return "SQLite", str(apsw.sqlite_lib_version())


def damage(*, quick: bool = False) -> Iterator[str]:
    """Read the whole file and yield what is damaged in it, in the engine's words; `quick` leaves the indexes out."""
    yield from damage_of(current(), quick=quick)


def broken_references() -> Iterator[BrokenReference]:
    """Yield the rows that point to nothing."""
    yield from broken_references_of(current())


def broken_seals() -> Iterator[BrokenSeal]:
    """Yield every row, entry and seal that no act of the program has left so; nothing of a desk without seals."""
    if not _has(SEALS):
        return
    yield from check_seals(current())


def raw_rows(
    table: type[DeskTable], *columns: str, after: int = 0, made: str = ""
) -> Iterator[tuple[Any, ...] | Unreadable]:
    """Yield these columns of a table's rows as they lie in the file; in a damaged row's place an `Unreadable`.

    `made` is what the engine makes of each row (`raw_rows.as_object` …), and comes first.
    """
    asked = [*([made] if made else []), *(f'"{one}"' for one in columns)]
    yield from rows_of(current(), table._meta.table_name, ", ".join(asked), after)


def _has(table: str) -> bool:
    asked = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"
    return db.execute_sql(asked, (table,)).fetchone() is not None


def highest_number(table: type[DeskTable]) -> int:
    """Return the highest number that a table ever gave to a row, deleted rows included; 0 before the first."""
    name = table._meta.table_name
    known = db.execute_sql("SELECT seq FROM sqlite_sequence WHERE name = ?", (name,)).fetchone()
    return int(known[0]) if known else 0


def among(column: Any, numbers: Iterable[int]) -> Any:
    """Return the condition that a column has one of these numbers: one value for the engine, however many."""
    return column.in_(pw.SQL("(SELECT value FROM json_each(?))", (json.dumps(list(numbers)),)))


def joined(column: Any) -> Any:
    """Return the expression that joins a column's values of all rows by commas; of no row it is NULL."""
    return pw.fn.group_concat(column)


def put(table: type[DeskTable], **values: Any) -> None:
    """Store a row; the one with the same key gives way. `values` names every column, as the file stores them."""
    _put(table, tuple(values)).run(*values.values())


@cache
def _put(table: type[DeskTable], names: tuple[str, ...]) -> Prepared:
    def build(*values: Any) -> Any:
        row = dict(zip(names, values, strict=True))
        meta: Any = table._meta
        key = meta.get_primary_keys()
        keys = {field.name for field in key}
        update = {meta.fields[name]: value for name, value in row.items() if name not in keys}
        return table.insert(row).on_conflict(conflict_target=key, update=update)

    return Prepared(build, len(names))
