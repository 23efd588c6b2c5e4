"""A desk's file looked into and copied through a connection of its own, beside whatever is open in this process.

For backups: of any schema that was ever released, whether a desk is open or none.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import apsw

from desk.cancel import never
from desk.database import connection, migrations
from desk.errors import Cancelled, FileTrouble, Trouble
from desk.os_errors import rename
from desk.paths import private_file

APPLICATION_ID = 0x42544E42  # "BTNB", Bản tin Thông báo nội bộ
READ = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
_STEPS = 20_000  # of the engine between two questions whether to stop: some milliseconds
WAIT = 5000  # ms for a writer's commit


@dataclass(frozen=True, slots=True)
class LastEntry:
    """The last entry of a file's journal, as it is stored; number 0 where there is none."""

    number: int = 0
    hash: str = ""
    at: str = ""
    person: str = ""
    act: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What a desk's file is: whose, how new, how much is in it.

    `desk` is the hash of the first entry of its journal: every copy of a desk has it, and no other desk. `drafts` is
    another one whenever an unsaved draft is.
    """

    schema: int
    desk: str
    entry: LastEntry
    articles: int
    issue: str
    drafts: str


def name_to_read(path: Path) -> str:
    """Return the name to read a desk by: in a folder that cannot be written, WAL wants to hear that nobody writes."""
    wal = path.with_name(path.name + "-wal")
    if os.access(path.parent, os.W_OK) or (wal.exists() and wal.stat().st_size):
        return str(path)
    return path.resolve().as_uri() + "?immutable=1"


def version_of(path: Path, name: str) -> int:
    """Read the file's schema version by a name to read it by; refuse what is no desk, or newer than this program."""
    if path.stat().st_size == 0:
        raise FileTrouble(Trouble.NOT_A_DESK, str(path))
    if name == str(path):
        _end_what_was_cut(path)
    with contextlib.closing(apsw.Connection(name, flags=READ)) as peek:
        if peek.pragma("application_id") != APPLICATION_ID:
            raise FileTrouble(Trouble.NOT_A_DESK, str(path))
        version = int(peek.pragma("user_version"))
    if version < 1:
        raise FileTrouble(Trouble.NOT_A_DESK, str(path))
    if version > migrations.CURRENT:
        raise FileTrouble(Trouble.NEWER, str(path))
    return version


def _end_what_was_cut(path: Path) -> None:
    """Let the engine roll back what a power cut left of its rollback journal; who only reads is not let to.

    A desk that was restored is in that mode until it is first opened: the change to the log is itself a transaction.
    """
    cut = path.with_name(path.name + "-journal")
    if cut.exists() and cut.stat().st_size and os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
        with contextlib.closing(apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)) as file:
            file.set_busy_timeout(WAIT)
            file.pragma("user_version")


def facts(path: Path) -> FileFacts:
    """Look into a desk's file; FileTrouble says why that cannot be."""
    with _read(path) as (file, version):
        return _facts(file, version)


def open_facts() -> FileFacts:
    """Look into the desk that is open."""
    return _facts(connection.current(), migrations.CURRENT)


def _facts(file: apsw.Connection, version: int) -> FileFacts:
    first = file.execute("SELECT hash FROM journal ORDER BY id LIMIT 1").fetchone()
    last = file.execute(
        "SELECT id, hash, at, person, act, title FROM journal ORDER BY id DESC LIMIT 1"
    ).fetchone()
    (articles,) = file.execute("SELECT count(*) FROM article").fetchone() or (0,)
    open_first = "state = 'released', " if version >= _STATES else ""
    issue = file.execute(
        f"SELECT number, year FROM issue ORDER BY {open_first}year DESC, month DESC, id DESC LIMIT 1"
    ).fetchone()
    drafts = file.execute("SELECT count(*), max(typed_at) FROM draft").fetchone()
    return FileFacts(
        schema=version,
        desk=str(first[0]) if first else "",
        entry=LastEntry(*last) if last else LastEntry(),
        articles=int(articles),
        issue="{}/{}".format(*issue) if issue else "",
        drafts="{} {}".format(*drafts) if drafts and drafts[0] else "",
    )


_STATES = 4  # the schema since which an issue has a state


def copy_whole(source: Path, target: Path, *, stop: Callable[[], bool] = never) -> None:
    """Copy a desk as of one moment to a new file, whole on the disk before it has its name.

    FileTrouble names the file that refused; Cancelled where it was stopped.
    """
    part = target.with_name(target.name + ".part")
    try:
        copy_into(source, part, stop=stop)
        with connection.trouble(target):
            flush(part)
            rename(part, target)
            flush_folder(target.parent)
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def copy_into(source: Path, part: Path, *, stop: Callable[[], bool] = never) -> None:
    """Copy a desk as of one moment into a file that nobody reads yet; what is there under its name goes."""
    with connection.trouble(part):
        part.unlink(missing_ok=True)
    try:
        with _read(source, tidy=True) as (file, _), connection.trouble(part):
            file.set_progress_handler(stop, _STEPS)
            file.execute("VACUUM INTO ?", (str(private_file(part)),))
    except FileTrouble as error:
        if error.kind in (Trouble.CORRUPT, Trouble.NOT_A_DESK):  # of what was read: nothing was there before
            raise FileTrouble(error.kind, str(source)) from error
        raise
    if stop():
        raise Cancelled


def flush(path: Path) -> None:
    """Have the disk write a file; OSError when it refuses."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def flush_folder(folder: Path) -> None:
    """Have the disk write which names are in a folder, where the system can."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):  # a network drive knows no such thing
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextlib.contextmanager
def _read(path: Path, *, tidy: bool = False) -> Iterator[tuple[apsw.Connection, int]]:
    """Open a desk's file to read it; tidily, a log that nobody else uses any more goes when it is closed."""
    with connection.trouble(path):
        if not path.is_file():
            raise FileTrouble(Trouble.ABSENT, str(path))
        name = name_to_read(path)
        version = version_of(path, name)
        flags = apsw.SQLITE_OPEN_READWRITE if tidy and name == str(path) else READ
        with contextlib.closing(apsw.Connection(name, flags=flags)) as file:
            file.set_busy_timeout(WAIT)
            yield file, version
