"""The desk's one file: made, opened, locked, copied; what the machine does to it becomes FileTrouble.

SQLite through apsw, WAL, synchronous=FULL (no acknowledged commit is lost in a power cut), one process
a file. Only this module, `migrations` and `search` write SQL by hand.
"""

from __future__ import annotations

import contextlib
import logging
import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import apsw

from desk import migrations
from desk.errors import Cancelled, FileTrouble, Trouble
from desk.troubles import kind_of

log = logging.getLogger(__name__)
T = TypeVar("T")

APPLICATION_ID = 0x42544E42  # "BTNB", Bản tin Thông báo nội bộ
_PRAGMAS = (
    ("busy_timeout", 5000),
    ("journal_mode", "wal"),
    ("synchronous", "full"),
    ("foreign_keys", 1),
    ("mmap_size", 0),  # an I/O error inside a mapping would be SIGBUS, not an exception
    ("cache_size", -16000),
)
_READ = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
_lock: apsw.Connection | None = None
_home: tuple[Path, int, int] | None = None
_running: apsw.Connection | None = None
_thread = 0  # the one that opened the desk, and alone may use it
_opened = 0


def create(path: Path) -> None:
    """Make an empty desk; an existing file is never overwritten (FileTrouble)."""
    with trouble(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists():
            raise FileTrouble(Trouble.LOCKED, str(path))
        part = path.with_name(path.name + ".part")
        part.unlink(missing_ok=True)
        made = apsw.Connection(str(part))
        made.execute(f"PRAGMA application_id={APPLICATION_ID}")
        _migrate(made, 0)
        made.execute("PRAGMA journal_mode=wal")
        made.close()
        part.rename(path)


def open_file(path: Path, *, readonly: bool = False) -> None:
    """Open the desk for the calling thread; FileTrouble says why it cannot be.

    A writer holds the lock beside the file until `close_file`; a reader takes none. An older file is copied
    aside and brought up to date; a newer one is refused.
    """
    global _home, _running, _thread, _opened
    with trouble(path):
        _refuse_network(path)
        if not path.is_file():
            raise FileTrouble(Trouble.ABSENT, str(path))
        if not readonly:
            _take_lock(path)
        try:
            name = _name_to_read(path) if readonly else str(path)
            version = _identify(path, name)
            if version < migrations.CURRENT and not readonly:
                _upgrade(path, version)
            flags = _READ if readonly else apsw.SQLITE_OPEN_READWRITE
            _running, _thread = apsw.Connection(name, flags=flags), threading.get_ident()
            for pragma, value in _PRAGMAS:
                if not (readonly and pragma == "journal_mode"):
                    _running.execute(f"PRAGMA {pragma}={value}")
            _running.execute("SELECT count(*) FROM setting").fetchone()
        except BaseException:
            close_file()
            raise
        status = path.stat()
        _home = (path, status.st_dev, status.st_ino)
        _opened += 1
    log.info("opened %s (SQLite %s)", path, apsw.sqlite_lib_version())


def close_file() -> None:
    """Close the desk and let go of its lock."""
    global _lock, _home, _running
    open_one, _running = _running, None
    if "desk.tables" in sys.modules:
        from desk.tables import db

        db.close()
    if open_one is not None:
        open_one.close()
    _home = None
    if _lock is not None:
        _lock.close()
        _lock = None


def connection() -> apsw.Connection:
    """Return the open desk to the thread that opened it; any other is refused."""
    if _running is None:
        raise apsw.ConnectionClosedError("no desk is open")
    if _thread != threading.get_ident():
        raise apsw.ThreadingViolationError("the desk was opened by another thread")
    return _running


def load_tables() -> None:
    """Load peewee and the tables, which the first page did without."""
    import desk.tables  # noqa: F401 - from now on they are there


def opened() -> int:
    """Return a number that is another one for every desk opened: what is remembered of a desk hangs on it."""
    return _opened


def interrupt() -> None:
    """Stop the statement that is running on the desk's thread; safe from any thread."""
    if _running is not None:
        _running.interrupt()


@contextmanager
def reading() -> Iterator[None]:
    """Read several things as of one moment; within a transaction they are so already."""
    if connection().in_transaction:
        yield
        return
    connection().execute("BEGIN")
    try:
        yield
    finally:
        if connection().in_transaction:  # an error of the machine may have ended it
            connection().execute("COMMIT")


@contextmanager
def writing() -> Iterator[None]:
    """Change the desk: one transaction, begun IMMEDIATE so that two programs queue instead of failing."""
    from desk.tables import db

    _still_there()
    with db.atomic("IMMEDIATE"):
        yield


@contextmanager
def trouble(path: Path | None = None) -> Iterator[None]:
    """Turn what the machine does (disk full, locked, damaged …) into FileTrouble."""
    try:
        yield
    except _troubles() as error:
        if interrupted(error):
            raise Cancelled from error
        kind = diagnose(error)
        if kind is None:
            raise
        log.warning("file trouble %s: %s", kind.name, error)
        where = path or (_home[0] if _home else None)
        raise FileTrouble(kind, str(where or "")) from error


def _troubles() -> tuple[type[BaseException], ...]:
    if "desk.tables" not in sys.modules:
        return apsw.Error, OSError
    import peewee as pw

    return apsw.Error, OSError, pw.DatabaseError, pw.InterfaceError


def guarded(work: Callable[[], T]) -> T:
    """Do a piece of work on the desk; the machine's troubles come out as FileTrouble."""
    with trouble():
        return work()


def diagnose(error: BaseException) -> Trouble | None:
    """Find the machine's trouble in an exception's chain; peewee hides "disk full" behind a failed rollback."""
    for link in _chain(error):
        for kind, trouble_kind in _KINDS:
            if isinstance(link, kind):
                return trouble_kind
        if isinstance(link, OSError):
            return kind_of(link)
    return None


def interrupted(error: BaseException) -> bool:
    """Say whether it was only `interrupt` that stopped the statement."""
    return any(isinstance(link, apsw.InterruptError) for link in _chain(error))


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__


def copy_to(target: Path) -> None:
    """Copy the open desk to a new file (VACUUM INTO a temporary name, then rename)."""
    with trouble(target):
        part = target.with_name(target.name + ".part")
        part.unlink(missing_ok=True)
        try:
            connection().execute("VACUUM INTO ?", (str(part),))
            Path(part).replace(target)
        finally:
            part.unlink(missing_ok=True)


def path_of() -> Path | None:
    """Return the open desk's file."""
    return _home[0] if _home else None


def version_of_library() -> str:
    """Return the SQLite version in use."""
    return str(apsw.sqlite_lib_version())


_KINDS: tuple[tuple[type[BaseException], Trouble], ...] = (
    (apsw.FullError, Trouble.FULL),
    (apsw.BusyError, Trouble.BUSY),
    (apsw.LockedError, Trouble.BUSY),
    (apsw.ReadOnlyError, Trouble.READONLY),
    (apsw.CorruptError, Trouble.CORRUPT),
    (apsw.NotADBError, Trouble.NOT_A_DESK),
    (apsw.IOError, Trouble.IO),
    (apsw.CantOpenError, Trouble.DENIED),
)


def _name_to_read(path: Path) -> str:
    """Return the name to read a desk by: in a folder that cannot be written, WAL wants to hear that nobody writes."""
    wal = path.with_name(path.name + "-wal")
    if os.access(path.parent, os.W_OK) or (wal.exists() and wal.stat().st_size):
        return str(path)
    return path.resolve().as_uri() + "?immutable=1"


def _identify(path: Path, name: str) -> int:
    """Read the file's schema version; refuse what is no desk, or newer than this program."""
    if path.stat().st_size == 0:
        raise FileTrouble(Trouble.NOT_A_DESK, str(path))
    with contextlib.closing(apsw.Connection(name, flags=_READ)) as peek:
        if peek.pragma("application_id") != APPLICATION_ID:
            raise FileTrouble(Trouble.NOT_A_DESK, str(path))
        version = int(peek.pragma("user_version"))
    if version > migrations.CURRENT:
        raise FileTrouble(Trouble.NEWER, str(path))
    return version


def _upgrade(path: Path, version: int) -> None:
    aside = path.with_name(f"{path.stem}-v{version}.sqlite")
    with contextlib.closing(apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)) as old:
        aside.unlink(missing_ok=True)
        old.execute("VACUUM INTO ?", (str(aside),))
        _migrate(old, version)


def _migrate(connection: apsw.Connection, version: int) -> None:
    for number, step in enumerate(migrations.STEPS[version:], version + 1):
        connection.execute("BEGIN IMMEDIATE")
        try:
            for statement in step:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version={number}")
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")


def _take_lock(path: Path) -> None:
    # An exclusive transaction on a tiny SQLite file: the system frees it when the process dies, everywhere.
    global _lock
    lock = apsw.Connection(str(path.with_name(path.name + ".lock")))
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except apsw.BusyError:
        lock.close()
        raise FileTrouble(Trouble.LOCKED, str(path)) from None
    _lock = lock


def _still_there() -> None:
    # SQLite goes on writing into a file that was moved away; those rows would be lost.
    if _home is None:
        return
    path, device, inode = _home
    try:
        status = path.stat()
    except OSError as error:
        raise FileTrouble(Trouble.ABSENT, str(path)) from error
    if (status.st_dev, status.st_ino) != (device, inode):
        raise FileTrouble(Trouble.ABSENT, str(path))


def _refuse_network(path: Path) -> None:
    """Refuse a desk on a network drive: WAL does not work there and files get damaged."""
    if str(path).startswith(("\\\\", "//")):
        raise FileTrouble(Trouble.NETWORK, str(path))
    if os.name == "nt":
        import ctypes

        drive_remote = 4
        kernel: Any = ctypes.__dict__["windll"].kernel32
        if path.drive and kernel.GetDriveTypeW(path.drive + "\\") == drive_remote:
            raise FileTrouble(Trouble.NETWORK, str(path))
