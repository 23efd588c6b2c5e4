"""What is wrong with a file that does not open as a desk: its bytes first, then as far as the engine goes."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import apsw

from desk.database import copies, migrations, shingle_index

_MAGIC = b"SQLite format 3\x00"
_MOST = 20  # lines of the engine: a torn file has thousands
# What `faults` yields of its own; everything else is in the engine's words.
EMPTY, HEADER, SHORT, FOREIGN = "EMPTY", "HEADER", "SHORT", "FOREIGN"


def faults(path: Path) -> Iterator[str]:
    """Yield what is wrong, worst first; nothing where nothing is found. The file is only read."""
    with path.open("rb") as file:
        head = file.read(100)
    if not head.strip(b"\0"):
        yield EMPTY
        return
    if not head.startswith(_MAGIC) or len(head) < 100:
        yield HEADER
        return
    page = int.from_bytes(head[16:18], "big")
    size = 65536 if page == 1 else page
    if path.stat().st_size < size * int.from_bytes(head[28:32], "big"):
        yield SHORT
    if int.from_bytes(head[68:72], "big") != copies.APPLICATION_ID:
        yield FOREIGN
    yield from _of_the_engine(path)


def _of_the_engine(path: Path) -> Iterator[str]:
    try:
        with contextlib.closing(apsw.Connection(copies.name_to_read(path), flags=copies.READ)) as desk:
            there = {name for (name,) in desk.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
            if int(str(desk.pragma("user_version"))) in (0, migrations.CURRENT):
                yield from (f"no such table: {name}" for name in sorted(_wanted() - there))
            for (line,) in desk.execute(f"PRAGMA integrity_check({_MOST})"):
                if line != "ok":
                    yield str(line)
    except (apsw.Error, UnicodeDecodeError) as error:
        yield str(error)


def _wanted() -> set[str]:
    """Return the tables of a desk of this schema."""
    with contextlib.closing(apsw.Connection(":memory:")) as desk:
        shingle_index.teach(desk)
        for step in migrations.STEPS:
            for statement in step:
                desk.execute(statement)
        tables = desk.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        )
        return {str(name) for (name,) in tables}
