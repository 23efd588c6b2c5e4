"""A query that every act asks: its SQL is written once, and then only its values change.

Writing the SQL of a query takes peewee longer than the engine takes to answer it. This is the one way to keep it;
what is asked once a page is an ordinary query.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from inspect import signature
from typing import Any, TypeVar, cast

import peewee as pw

from desk.database.connection import DeskTable, db

_Table = TypeVar("_Table", bound=DeskTable)


class _Slot:
    """Stands in the written SQL's values for one that is given with each call."""

    def __init__(self, place: int) -> None:
        self.place = place


class Prepared:
    """A query of `build`, whose parameters are given anew with each call, as the file stores them."""

    def __init__(self, build: Callable[..., Any], parameters: int | None = None) -> None:
        """Remember how the query is built, when it is first asked, of so many parameters (None: as it declares)."""
        self._build = build
        self._parameters = len(signature(build).parameters) if parameters is None else parameters
        self._written: tuple[str, list[Any]] | None = None

    def rows(self, *values: Any) -> list[tuple[Any, ...]]:
        """Ask it and return the rows."""
        found: list[tuple[Any, ...]] = self._cursor(values).fetchall()
        return found

    def first(self, *values: Any) -> tuple[Any, ...] | None:
        """Ask it and return the first row, or None."""
        found: tuple[Any, ...] | None = self._cursor(values).fetchone()
        return found

    def run(self, *values: Any) -> None:
        """Let it change the desk, inside the running transaction."""
        self._cursor(values)

    def _cursor(self, values: tuple[Any, ...]) -> Any:
        if self._written is None:
            slots = (pw.Value(_Slot(place), converter=False) for place in range(self._parameters))
            self._written = self._build(*slots).sql()
        sql, kept = self._written
        given = [values[one.place] if isinstance(one, _Slot) else one for one in kept]
        return db.execute_sql(sql, given)


def insertion(table: type[DeskTable], *columns: str) -> Prepared:
    """Return the query that stores a row: a value for each of these columns, in their order."""
    return Prepared(lambda *values: table.insert(dict(zip(columns, values, strict=True))), len(columns))


def record(table: type[_Table], values: Sequence[Any]) -> _Table:
    """Return a row's values, in the order of the table's columns, as its record, of which nothing is changed yet."""
    names = (field.name for field in table._meta.sorted_fields)
    made: Any = table(__no_default__=True, **dict(zip(names, values, strict=True)))
    made._dirty.clear()
    return cast("_Table", made)


def save_changes(changed: DeskTable) -> None:
    """Store what of a record was changed."""
    names = tuple(field.name for field in changed.dirty_fields)
    if names:
        known: Any = changed
        _update(type(changed), names).run(*(changed.__data__[name] for name in names), known.id)
        known._dirty.clear()


@functools.cache
def _update(table: Any, names: tuple[str, ...]) -> Prepared:
    def build(*values: Any) -> Any:
        return table.update(dict(zip(names, values, strict=False))).where(table.id == values[-1])

    return Prepared(build, len(names) + 1)
