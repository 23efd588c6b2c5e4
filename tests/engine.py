"""What tests do to the desk's file behind its back; they and `tests/desk/database` alone know its engine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import apsw

from desk.database import connection
from desk.database.connection import db


@contextmanager
def full_disk() -> Iterator[None]:
    """Let the open desk grow no more."""
    pages = db.execute_sql("PRAGMA page_count").fetchone()[0]
    db.execute_sql(f"PRAGMA max_page_count={pages}")
    try:
        yield
    finally:
        db.execute_sql("PRAGMA max_page_count=1000000")


def tamper(path: Path, *statements: str) -> None:
    """Do to a closed desk what its triggers forbid."""
    with closing(apsw.Connection(str(path))) as file:
        for (trigger,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            file.execute(f"DROP TRIGGER {trigger}")
        for statement in statements:
            file.execute(statement)


def make_newer(path: Path) -> None:
    """Let a closed desk be one of a program that is not written yet."""
    with closing(apsw.Connection(str(path))) as file:
        file.execute("PRAGMA user_version = 99")


def drop_table(path: Path, table: str) -> None:
    """Take a table out of a closed desk; its rows stay where they are on the disk."""
    with closing(apsw.Connection(str(path))) as file:
        file.execute("PRAGMA secure_delete=0; PRAGMA foreign_keys=0")
        file.execute(f"DROP TABLE {table}")


def unguard() -> None:
    """Take from the open desk the triggers that forbid what must not change."""
    for (trigger,) in db.execute_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        db.execute_sql(f"DROP TRIGGER {trigger}")


def act(statement: str) -> None:
    """Do to the open desk what a stranger's program would."""
    db.execute_sql(statement)


def damage_pages(path: Path) -> None:
    """Overwrite a page of a closed desk that is not its first ones."""
    with closing(apsw.Connection(str(path))) as file:
        ((size,),) = file.execute("PRAGMA page_size").fetchall()
        (root,) = file.execute("SELECT rootpage FROM sqlite_master WHERE name = 'notice'").fetchall()[0]
        file.pragma("wal_checkpoint(truncate)")
    assert isinstance(root, int)
    assert isinstance(size, int)
    with path.open("r+b") as raw:
        raw.seek((root - 1) * size)
        raw.write(b"\xa5" * size)


@contextmanager
def tampering() -> Iterator[None]:
    """Let the open desk's journal and revisions be changed for a while, as a stranger's hand may change them."""
    names = ("journal_immutable", "revision_immutable")
    found = db.execute_sql("SELECT name, sql FROM sqlite_master WHERE name IN (?, ?)", names).fetchall()
    for name, _ in found:
        db.execute_sql(f"DROP TRIGGER {name}")
    try:
        yield
    finally:
        for _, made_by in found:
            db.execute_sql(made_by)


@contextmanager
def statements() -> Iterator[list[str]]:
    """Note the statements that the open desk executes, each with its values."""
    sent: list[str] = []
    with _traced(lambda sql, values: sent.append(f"{sql} {values}")):
        yield sent


@contextmanager
def counted() -> Iterator[list[tuple[str, Any]]]:
    """Note the statements that the open desk executes, each beside its values; transactions do not count."""
    sent: list[tuple[str, Any]] = []

    def note(sql: str, values: Any) -> None:
        if not sql.startswith(("BEGIN", "COMMIT", "commit", "SAVEPOINT", "RELEASE")):
            sent.append((sql, values))

    with _traced(note):
        yield sent


@contextmanager
def _traced(note: Callable[[str, Any], None]) -> Iterator[None]:
    def executed(_: object, sql: str, values: Any) -> bool:
        note(sql, values)
        return True

    connection.current().exec_trace = executed
    try:
        yield
    finally:
        connection.current().exec_trace = None


def count_slowly() -> None:
    """Ask the open desk something that takes minutes."""
    db.execute_sql(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300000000) SELECT max(i) FROM n"
    ).fetchall()


def journal_moved(number: int, other: int) -> tuple[str, ...]:
    """Return the statements that let two neighbouring entries of the journal change places."""
    return (
        f"UPDATE journal SET id = 1000 WHERE id = {number}",
        f"UPDATE journal SET id = {number} WHERE id = {other}",
        f"UPDATE journal SET id = {other} WHERE id = 1000",
        "UPDATE sqlite_sequence SET seq = (SELECT max(id) FROM journal) WHERE name = 'journal'",
    )


def everything(path: Path) -> dict[str, list[tuple[Any, ...]] | None]:
    """Return all rows of a closed desk by table, search tables left out; None for a table that breaks off."""
    found: dict[str, list[tuple[Any, ...]] | None] = {}
    with closing(apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)) as file:
        asked = "SELECT name FROM pragma_table_list WHERE type = 'table' AND name NOT LIKE 'sqlite_%schema'"
        for (name,) in file.execute(asked).fetchall():
            try:
                found[str(name)] = sorted(file.execute(f'SELECT * FROM "{name}"').fetchall(), key=repr)
            except (apsw.Error, UnicodeDecodeError):
                found[str(name)] = None
    return found
