"""A query that every act asks: its SQL is written once, and then only its values change.

Writing the SQL of a query takes peewee longer than the engine takes to answer it. This is the one way to keep it;
what is asked once a page is an ordinary query.
"""

from __future__ import annotations

from collections.abc import Callable
from inspect import signature
from typing import Any

import peewee as pw

from desk.database.connection import DeskTable, db


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
