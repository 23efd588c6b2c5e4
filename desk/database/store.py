"""The desk's one file: made, opened, locked, copied; what the machine does to it becomes FileTrouble.

SQLite through apsw, WAL, synchronous=FULL (no acknowledged commit is lost in a power cut), one process
a file. Only this module, `copies`, `migrations` and `search` write SQL by hand.
"""

from __future__ import annotations

import contextlib
import logging
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import apsw

from desk.database import bare_words, connection, copies, marked_words, migrations, seals, shingle_index
from desk.errors import FileTrouble, Trouble
from desk.paths import private_file, private_folder

log = logging.getLogger(__name__)
T = TypeVar("T")

APPLICATION_ID = copies.APPLICATION_ID
_PRAGMAS = (
    ("busy_timeout", 5000),
    ("journal_mode", "wal"),
    ("synchronous", "full"),
    ("foreign_keys", 1),
    ("mmap_size", 0),  # an I/O error inside a mapping would be SIGBUS, not an exception
    ("cache_size", -16000),
)
_READ = copies.READ
_lock: apsw.Connection | None = None


def create(path: Path) -> None:
    """Make an empty desk; an existing file is never overwritten (FileTrouble)."""
    with connection.trouble(path):
        private_folder(path.parent)
        if path.exists():
            raise FileTrouble(Trouble.LOCKED, str(path))
        with contextlib.closing(_locked(path, 0)):  # two first starts at once: the second one is told
            if path.exists():
                raise FileTrouble(Trouble.LOCKED, str(path))
            part = path.with_name(path.name + ".part")
            part.unlink(missing_ok=True)
            desk = apsw.Connection(str(private_file(part)))
            desk.execute(f"PRAGMA application_id={APPLICATION_ID}")
            migrate(desk, 0)
            desk.execute("PRAGMA journal_mode=wal")
            desk.close()
            part.rename(path)


def open_file(
    path: Path,
    *,
    readonly: bool = False,
    wait: float = 0,
    secure: Callable[[Path], object] | None = None,
) -> None:
    """Open the desk for the calling thread; FileTrouble says why it cannot be.

    A writer holds the lock beside the file until `close_file`, and waits so many seconds for another to let it go; a
    reader takes none. An older file is brought up to date once `secure` has put a copy of it into safety (None:
    beside it); what that raises leaves the file as it was. A newer file is refused.
    """
    with connection.trouble(path):
        refuse_network(path)
        if not path.is_file():
            raise FileTrouble(Trouble.ABSENT, str(path))
        if not readonly:
            _take_lock(path, wait)
        try:
            name = copies.name_to_read(path) if readonly else str(path)
            version = copies.version_of(path, name)
            if version < migrations.CURRENT and not readonly:
                _upgrade(path, version, secure)
            flags = _READ if readonly else apsw.SQLITE_OPEN_READWRITE
            connection.begin(apsw.Connection(name, flags=flags), path)
            bare_words.teach(connection.current())
            marked_words.teach(connection.current())
            for pragma, value in _PRAGMAS:
                if not (readonly and pragma == "journal_mode"):
                    connection.current().execute(f"PRAGMA {pragma}={value}")
            if version == migrations.CURRENT or not readonly:
                _must_be_whole(path)
            connection.current().execute("SELECT count(*) FROM setting").fetchone()
        except BaseException:
            close_file()
            raise
    log.info("opened %s (SQLite %s)", path, apsw.sqlite_lib_version())


def close_file() -> None:
    """Close the desk and let go of its lock."""
    global _lock
    connection.end()
    if _lock is not None:
        _lock.close()
        _lock = None


@contextlib.contextmanager
def beside() -> Iterator[None]:
    """Put the open desk aside while another file is opened and closed in its place; afterwards it is open again.

    For the thread that has the desk open, or a process that has none.
    """
    global _lock
    lock, _lock = _lock, None
    with connection.put_aside():
        try:
            yield
        finally:
            close_file()
            _lock = lock


@contextlib.contextmanager
def held(path: Path, wait: float = 0) -> Iterator[None]:
    """Hold the lock of a desk's file, or of what two programs must not do at once; LOCKED when another has it."""
    with connection.trouble(path):
        lock = _locked(path, wait)
    try:
        yield
    finally:
        lock.close()


def copy_to(target: Path) -> None:
    """Copy the open desk to a new file."""
    place = connection.place()
    assert place is not None
    copies.copy_whole(place, target)


def _upgrade(path: Path, version: int, secure: Callable[[Path], object] | None) -> None:
    if secure is None:
        copies.copy_whole(path, path.with_name(f"{path.stem}-v{version}.sqlite"))
    else:
        with beside():
            secure(path)
    with contextlib.closing(apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)) as old:
        migrate(old, version)


def migrate(desk: apsw.Connection, version: int) -> None:
    """Bring a file from that version up to date, and seal it."""
    shingle_index.teach(desk)
    for number, step in enumerate(migrations.STEPS[version:], version + 1):
        desk.execute("BEGIN IMMEDIATE")
        try:
            for statement in step:
                desk.execute(statement)
            desk.execute(f"PRAGMA user_version={number}")
        except BaseException:
            desk.execute("ROLLBACK")
            raise
        desk.execute("COMMIT")
    with desk:
        seals.seal_everything(desk)


def _take_lock(path: Path, wait: float) -> None:
    global _lock
    _lock = _locked(path, wait)


def _locked(path: Path, wait: float) -> apsw.Connection:
    """Return the lock of a desk's file, by whatever name it is reached; LOCKED after so many seconds."""
    # An exclusive transaction on a tiny SQLite file: the system frees it when the process dies, everywhere.
    file = path.resolve()
    lock = apsw.Connection(str(private_file(file.with_name(file.name + ".lock"))))
    lock.set_busy_timeout(round(wait * 1000))
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except apsw.BusyError:
        lock.close()
        raise FileTrouble(Trouble.LOCKED, str(path)) from None
    return lock


def _must_be_whole(path: Path) -> None:
    """Refuse a file that has lost a table: what asks for it would fail somewhere on the way."""
    there = {name for (name,) in connection.current().execute("SELECT name FROM sqlite_master")}
    wanted = {table._meta.table_name for table in connection.DeskTable.__subclasses__()}
    if lost := wanted - there:
        log.error("lost tables: %s", ", ".join(sorted(lost)))
        raise FileTrouble(Trouble.CORRUPT, str(path))


def refuse_network(path: Path) -> None:
    """Refuse a desk on a network drive: WAL does not work there and files get damaged."""
    if str(path).startswith(("\\\\", "//")):
        raise FileTrouble(Trouble.NETWORK, str(path))
    if os.name == "nt":
        import ctypes

        drive_remote = 4
        kernel: Any = ctypes.__dict__["windll"].kernel32
        if path.drive and kernel.GetDriveTypeW(path.drive + "\\") == drive_remote:
            raise FileTrouble(Trouble.NETWORK, str(path))
