"""The engine's own check of a whole file, beside whoever reads its rows: on a connection and in a thread of its own.

It computes without the interpreter, so that a second core does it. It sees the file as of one moment as well, but for
an act between the two as of another: nothing that it finds is held against what others read.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import apsw

from desk.database import connection, copies

_KEYS = """SELECT t.name, k."from", k."table", k."to"
    FROM pragma_table_list t, pragma_foreign_key_list(t.name) k WHERE t.schema = 'main'"""

# The words of a paragraph are those of its runs, one after the other; a block without any makes the whole NULL.
_WORDS = """SELECT searched.article_id FROM article_text searched
    JOIN article ON article.id = searched.article_id
    JOIN revision current ON current.article_id = article.id AND current.number = article.revision
    WHERE searched.title IS NOT current.text ->> 'title'
    OR searched.lead IS NOT current.text ->> 'lead'
    OR searched.byline IS NOT current.text ->> 'byline'
    OR searched.body IS NOT (
        SELECT CASE WHEN count(*) = count(words) THEN group_concat(words, char(10)) END FROM (
            SELECT (SELECT group_concat(run.value ->> 0, '') FROM json_each(block.value, '$.runs') run) AS words
            FROM json_each(current.text, '$.blocks') block))"""


@dataclass(frozen=True, slots=True)
class BrokenReference:
    """A row that points to one that is not there."""

    table: str
    row: int
    parent: str


@dataclass(frozen=True, slots=True)
class EnginePass:
    """A check under way; who asks for what it found waits for it, and meets what broke it off."""

    _damage: Future[list[str]]
    _references: Future[list[BrokenReference]] | None = None
    _words: Future[list[int] | None] | None = None

    def damage(self) -> Iterator[str]:
        """Yield what is damaged in the file, in the engine's words."""
        yield from self._damage.result()

    def broken_references(self) -> Iterator[BrokenReference]:
        """Yield the rows that point to nothing; none of a quick check."""
        if self._references is not None:
            yield from self._references.result()

    def doubtful_words(self) -> list[int] | None:
        """Return the articles whose searched words may not be those of their text; None where it may be any.

        The others' are. A text of more than paragraphs is always among them.
        """
        return self._words.result() if self._words is not None else []


@contextlib.contextmanager
def begun(*, quick: bool = False) -> Iterator[EnginePass]:
    """Begin to check the open desk's file, keys and searched words; `quick` is the file alone without indexes."""
    connection.still_there()
    path = connection.place()
    assert path is not None  # who begins it has the desk open
    with contextlib.closing(apsw.Connection(copies.name_to_read(path), flags=copies.READ)) as file:
        file.set_busy_timeout(copies.WAIT)
        with connection.stopped_too(file), ThreadPoolExecutor(1, "engine pass") as beside:
            try:
                if quick:
                    yield EnginePass(beside.submit(damage_of, file, quick=True))
                else:
                    words = beside.submit(_doubtful_words, file)
                    references = beside.submit(broken_references_of, file)
                    yield EnginePass(beside.submit(damage_of, file), references, words)
            except BaseException:
                beside.shutdown(wait=False, cancel_futures=True)
                file.interrupt()
                raise


def _doubtful_words(file: apsw.Connection) -> list[int] | None:
    try:
        return [int(str(number)) for (number,) in file.execute(_WORDS)]
    except apsw.InterruptError:
        raise
    except apsw.Error:  # one text that is none breaks it off
        return None


def damage_of(file: apsw.Connection, *, quick: bool = False) -> list[str]:
    """Read a whole file and return what is damaged in it, in the engine's words; `quick` leaves the indexes out."""
    try:
        found = file.execute("PRAGMA quick_check" if quick else "PRAGMA integrity_check").fetchall()
    except (apsw.CorruptError, apsw.NotADBError) as error:  # so damaged that even the check breaks off
        return [str(error)]
    return [str(line) for (line,) in found if line != "ok"]


def broken_references_of(file: apsw.Connection) -> list[BrokenReference]:
    """Return the rows of a file that point to nothing."""
    keys: list[tuple[Any, ...]] = file.execute(_KEYS).fetchall()
    tables = dict.fromkeys(table for table, *key in keys if _points_to_nothing(file, table, *key))
    found: list[BrokenReference] = []
    for table in tables:
        broken: Iterable[Any] = file.execute(f'PRAGMA foreign_key_check("{table}")')
        found.extend(BrokenReference(name, row, parent) for name, row, parent, _ in broken)
    return found


def _points_to_nothing(file: apsw.Connection, table: str, column: str, parent: str, key: str) -> bool:
    """Say whether a column does. What many rows point to is looked for once here, by the engine for every row."""
    asked = (
        f'SELECT 1 FROM (SELECT DISTINCT "{column}" AS pointed FROM "{table}" WHERE "{column}" IS NOT NULL)'
        f' WHERE NOT EXISTS (SELECT 1 FROM "{parent}" WHERE "{key}" = pointed) LIMIT 1'
    )
    try:
        return bool(file.execute(asked).fetchall())
    except apsw.SQLError:  # the table that it points to is not there
        return True
