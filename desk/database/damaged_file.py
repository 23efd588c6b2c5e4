"""A damaged desk's file read for what can still be read: never written, a copy of it is looked into.

A table gives its rows; where it breaks off, or is not there any more, the pages of the file are searched for more.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any

import apsw

from desk.database import migrations, shingle_index
from desk.database.page_rows import PAGE_SIZE, PageRows, TableShape
from desk.database.raw_rows import Unreadable, rows_of
from desk.errors import FileTrouble, Trouble
from desk.os_errors import file_size, file_trouble
from desk.temporary_folders import HeldFolder

_MAGIC = b"SQLite format 3\x00"
_CHUNK = 1024 * 1024
_UNREADABLE = (apsw.Error, UnicodeDecodeError)
_TELLING = ("person", "article", "revision", "journal", "issue", "release_file")  # a desk has one of these
_KEYED = frozenset({"setting", "occurrence"})  # other tables without numbers look like the pages of an index
Row = Mapping[str, Any]


class DamagedFile:
    """Rows of a damaged file, table by table; to be closed."""

    def __init__(self, path: Path) -> None:
        """Copy the file and the log beside it, and open the copy; FileTrouble where there is no desk."""
        if file_size(path) == 0:
            raise FileTrouble(Trouble.NOT_A_DESK, str(path))
        self._shapes, self._defaults = _tables_as_made()
        self._stack = contextlib.ExitStack()
        try:
            self._copy = self._copied(path)
            self._rows: dict[str, PageRows] = {}
            self._desk = self._opened()
            if not any(self._has(table) or self._is_found(table) for table in _TELLING):
                raise FileTrouble(Trouble.NOT_A_DESK, str(path))
        except BaseException:
            self._stack.close()
            raise

    def __enter__(self) -> DamagedFile:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def rows(self, table: str) -> Iterator[Row]:
        """Yield the rows of a table that can be read; of a row that changed, what the table says of it comes first.

        A letter that is none stands as U+FFFD.
        """
        shape = self._shapes[table]
        seen: set[Any] = set()
        whole = False
        if self._desk is not None and self._has(table):
            whole = True
            named = [one for one in shape.columns if one in self._columns(table)]
            try:
                for values in rows_of(self._desk, table, ", ".join(f'"{one}"' for one in named)):
                    if isinstance(values, Unreadable):
                        whole = False
                        continue
                    read = dict(zip(named, values, strict=True))
                    seen.add(self._key(table, read))
                    yield {**self._defaults[table], **read}
            except apsw.Error:
                whole = False
        if whole or (shape.keyed and table not in _KEYED):
            return
        found: dict[Any, Row] = {}
        for row in self._carved(table):
            key = self._key(table, row)
            if key not in seen and row.get("version", 0) >= found.get(key, {}).get("version", 0):
                found[key] = {**self._defaults[table], **row}
        yield from found.values()

    def numbers_given(self, table: str) -> int:
        """Return the highest number that a table has given to a row; 0 where that cannot be read."""
        if self._desk is None:
            return 0
        with contextlib.suppress(*_UNREADABLE, TypeError, ValueError):
            asked = "SELECT seq FROM sqlite_sequence WHERE name = ?"
            for (number,) in self._desk.execute(asked, (table,)).fetchall():
                return number if isinstance(number, int) else 0
        return 0

    # -- the copy --------------------------------------------------------------------------------------

    def _copied(self, path: Path) -> Path:
        try:
            folder = Path(self._stack.enter_context(HeldFolder()))
        except OSError as error:
            raise file_trouble(error, path) from error
        copy = folder / "desk.sqlite"
        log = path.with_name(path.name + "-wal")
        with _standing_still(path):
            _copy(path, copy)
            if log.exists():
                _copy(log, copy.with_name(copy.name + "-wal"))
        if log.exists():
            with contextlib.suppress(*_UNREADABLE), contextlib.closing(apsw.Connection(str(copy))) as file:
                file.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            for beside in ("-wal", "-shm"):
                copy.with_name(copy.name + beside).unlink(missing_ok=True)
        try:
            _mend_head(copy)
        except OSError as error:
            raise file_trouble(error, copy) from error
        return copy

    def _opened(self) -> apsw.Connection | None:
        """Open the copy; None where the engine makes nothing of it."""
        file = apsw.Connection(self._copy.as_uri() + "?immutable=1", flags=_READ)
        self._stack.callback(file.close)
        try:
            file.execute("PRAGMA cell_size_check=1").fetchall()
            file.execute("SELECT count(*) FROM sqlite_master").fetchall()
        except _UNREADABLE:
            return None
        return file

    def _is_found(self, table: str) -> bool:
        return next(self._carved(table), None) is not None

    def _has(self, table: str) -> bool:
        return bool(self._columns(table))

    def _columns(self, table: str) -> set[str]:
        if self._desk is None:
            return set()
        try:
            told = self._desk.execute("SELECT name FROM pragma_table_info(?)", (table,)).fetchall()
            return {str(name) for (name,) in told}
        except _UNREADABLE:
            return set()

    def _carved(self, table: str) -> Iterator[Row]:
        if not self._rows:
            found = PageRows(self._copy, [one for one in self._shapes.values() if _is_sought(one)])
            self._stack.callback(found.close)
            self._rows["all"] = found
        yield from self._rows["all"].rows(table)

    def _key(self, table: str, row: Row) -> Any:
        return tuple(row.get(name) for name in _KEYS.get(table, ("id",)))


_READ = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
_KEYS = {
    "setting": ("key",),
    "picture": ("sha256",),
    "original_file": ("sha256",),
    "rendition": ("picture_sha256",),
    "release_part": ("sha256",),
    "article_text": ("article_id",),
    "placement": ("article_id",),
    "meeting_article": ("article_id",),
    "erratum": ("article_id",),
    "occurrence": ("meeting_id", "origin"),
    "draft": ("uid", "person_id"),
    "authorship": ("article_id", "person_id"),
    "mention": ("comment_id", "person_id"),
    "read_mark": ("person_id", "article_id"),
    "tick": ("article_id", "item_id", "revision"),
    "issue_section": ("issue_id", "section_id"),
    "reminder": ("person_id", "meeting_id", "origin", "kind", "at"),
    "article_shingle": ("mark", "article_id"),
}


def _is_sought(shape: TableShape) -> bool:
    return not shape.keyed or shape.name in _KEYED


@contextlib.contextmanager
def _standing_still(path: Path) -> Iterator[None]:
    """Let a program that has the file open write nothing meanwhile that the file or the log beside it would lose."""
    with contextlib.ExitStack() as stack:
        if path.with_name(path.name + "-shm").exists():
            with contextlib.suppress(*_UNREADABLE):
                file = stack.enter_context(contextlib.closing(apsw.Connection(str(path), flags=_READ)))
                file.execute("BEGIN")
                file.execute("SELECT count(*) FROM sqlite_master").fetchall()
        yield


def _copy(source: Path, target: Path) -> None:
    """Copy a file; where the disk cannot read it, there are zeros."""
    size = file_size(source)
    try:
        with source.open("rb") as read, target.open("wb") as write:
            for at in range(0, size, _CHUNK):
                wanted = min(_CHUNK, size - at)
                try:
                    read.seek(at)
                    data = read.read(wanted)
                except OSError:
                    data = b""
                write.write(data.ljust(wanted, b"\0"))
    except OSError as error:
        raise file_trouble(error, target) from error


def _mend_head(copy: Path) -> None:
    """Put the first hundred bytes right (1.3): what is in them every desk has alike, or can be counted."""
    size = copy.stat().st_size
    pages = max(1, -(-size // PAGE_SIZE))
    with copy.open("r+b") as file:
        head = bytearray(file.read(100).ljust(100, b"\0"))
        head[:24] = _MAGIC + PAGE_SIZE.to_bytes(2, "big") + bytes((1, 1, 0, 64, 32, 32))
        head[28:32] = pages.to_bytes(4, "big")
        head[92:96] = head[24:28]  # the number of pages is to be believed
        head[32:40] = bytes(8)  # pages that are free: what they hold may be wanted
        head[44:48], head[56:60] = (4).to_bytes(4, "big"), (1).to_bytes(4, "big")
        file.seek(0)
        file.write(head)
        file.truncate(pages * PAGE_SIZE)


def _tables_as_made() -> tuple[dict[str, TableShape], dict[str, dict[str, Any]]]:
    """Return the tables as the schema's steps make them, and what a row says in columns that came after it."""
    with contextlib.closing(apsw.Connection(":memory:")) as desk:
        shingle_index.teach(desk)
        least: dict[str, int] = {}
        for step in migrations.STEPS:
            for statement in step:
                desk.execute(statement)
            for name in _tables(desk):
                least.setdefault(name, len(_columns(desk, name)))
        shapes = {name: _shape(desk, name, least[name]) for name in _tables(desk)}
        defaults = {
            name: {
                str(row[1]): None if row[4] is None else _literal(str(row[4])) for row in _columns(desk, name)
            }
            for name in shapes
        }
    return shapes, defaults


def _columns(desk: apsw.Connection, table: str) -> list[tuple[Any, ...]]:
    return desk.execute(f'PRAGMA table_info("{table}")').fetchall()


def _tables(desk: apsw.Connection) -> list[str]:
    asked = "SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main' AND name NOT LIKE 'sqlite_%'"
    return [str(name) for (name,) in desk.execute(asked).fetchall()]


def _shape(desk: apsw.Connection, name: str, least: int) -> TableShape:
    told = _columns(desk, name)
    ((keyed,),) = desk.execute("SELECT wr FROM pragma_table_list(?)", (name,)).fetchall()
    key = sorted((place, column) for _, column, _, _, _, place in told if place)
    if keyed:  # its key comes first on the page
        told = sorted(told, key=lambda row: (not row[5], row[5] or row[0]))
    kinds = {str(row[1]): str(row[2]).upper() for row in told}
    number = key[0][1] if len(key) == 1 and kinds[key[0][1]] == "INTEGER" and not keyed else ""
    nullable = frozenset(str(row[1]) for row in told if not row[3])
    return TableShape(
        name, tuple(kinds), tuple(kinds.values()), nullable, str(number), bool(keyed), min(least, len(told))
    )


def _literal(said: str) -> Any:
    return said[1:-1] if said.startswith("'") else json.loads(said)
