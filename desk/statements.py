"""Questions whose SQL is written once: peewee takes longer to write it than SQLite to answer.

A builder says in peewee what is asked; what the first page asks stands, as peewee wrote it, in `desk.compiled`, so
that a start needs no peewee (tests/statements.py writes that page, a test holds it to the builders). Any other
statement, or a shape of one that is not there, is written by peewee when it is first asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum
from typing import Any, TypeAlias

from desk import store
from desk.compiled import WRITTEN

Value: TypeAlias = "int | str"
Given: TypeAlias = "int | str | bool | Enum | tuple[int, ...] | None"
Written: TypeAlias = "tuple[str, tuple[Any, ...]]"  # SQL; its parameters, (n,) for the value given as the nth


class Statement:
    """A question: what it is given are its values; but bool, Enum, None and a tuple's length change the SQL."""

    def __init__(self, build: Callable[..., Any]) -> None:
        self._build = build
        self._name = f"{build.__module__.removeprefix('desk.')}.{build.__name__}"
        self._written: dict[str, Written] = {}

    def rows(self, *given: Given) -> list[tuple[Any, ...]]:
        """Ask, and return the rows as SQLite gives them."""
        sql, places = self.written(given)
        values = list(_values(given))
        bound = [values[one[0]] if type(one) is tuple else one for one in places]
        return store.connection().execute(sql, bound).fetchall()

    def first(self, *given: Given) -> tuple[Any, ...] | None:
        """Ask, and return the first row, or None."""
        return next(iter(self.rows(*given)), None)

    def value(self, *given: Given) -> Any:
        """Ask, and return the first value of the first row."""
        return self.rows(*given)[0][0]

    def sql(self, *given: Given) -> str:
        """Return the SQL, for peewee to run it."""
        return self.written(given)[0]

    def written(self, given: tuple[Given, ...]) -> Written:
        """Return what was written for these, now if it was not yet."""
        shape = self.shape(given)
        written = WRITTEN.get(shape) or self._written.get(shape)
        if written is None:
            written = self._written[shape] = self.write(given)
        return written

    def shape(self, given: tuple[Given, ...]) -> str:
        """Return the name of the SQL that these need."""
        return " ".join((self._name, *_shape(given)))

    def write(self, given: tuple[Given, ...]) -> Written:
        """Have peewee write the SQL; what is given only says which values are numbers."""
        marks: list[Value] = []

        def marked(one: Any) -> Any:
            if isinstance(one, tuple):
                return tuple(map(marked, one))
            if one is None or isinstance(one, bool | Enum):
                return one
            marks.append(_MARK + len(marks) if isinstance(one, int) else f"{_MARK + len(marks)}")
            return marks[-1]

        sql, bound = self._build(*map(marked, given)).sql()
        return sql, tuple((marks.index(one),) if one in marks else one for one in bound)


_MARK = 7_310_000_000  # no constant of a question is near it


def statement(build: Callable[..., Any]) -> Statement:
    """Make a question of a function that returns a peewee query."""
    return Statement(build)


def _shape(given: tuple[Given, ...]) -> Iterator[str]:
    for one in given:
        if isinstance(one, tuple):
            yield str(len(one))
        elif isinstance(one, Enum):
            yield one.name
        elif one is None or isinstance(one, bool):
            yield str(one)


def _values(given: tuple[Given, ...]) -> Iterator[Value]:
    for one in given:
        if isinstance(one, tuple):
            yield from one
        elif isinstance(one, int | str) and not isinstance(one, bool):
            yield one
