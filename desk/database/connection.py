"""The open desk and its transactions; what the machine does to it becomes FileTrouble.

One connection (apsw), used by the thread that opened it alone. peewee works on it and makes none of its own.
"""

from __future__ import annotations

import gc
import logging
import threading
import traceback
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec, TypeVar, cast

import apsw
import peewee as pw
from playhouse.apsw_ext import APSWDatabase

from desk.database.seals import Entry, Watch
from desk.errors import Cancelled, FileTrouble, Trouble
from desk.os_errors import kind_of

log = logging.getLogger(__name__)
T = TypeVar("T")
P = ParamSpec("P")

_running: apsw.Connection | None = None
_home: tuple[Path, int, int] | None = None  # the open file, its device and inode
_thread = 0  # the one that opened the desk, and alone may use it
_opened = 0
_beside: list[apsw.Connection] = []  # others that read the open desk
_watch: Watch | None = None  # of the rows that the transaction under way has changed
_answers: dict[Hashable, Any] | None = None  # what the question under way has read; None outside one
_TROUBLES = (apsw.Error, OSError, pw.DatabaseError, pw.InterfaceError)


def begin(running: apsw.Connection, path: Path) -> None:
    """Work on this connection from now on, in the calling thread."""
    global _running, _home, _thread, _opened, _watch
    status = path.stat()
    _running, _thread = running, threading.get_ident()
    _home = (path, status.st_dev, status.st_ino)
    _opened += 1
    _watch = Watch(running)


def end() -> None:
    """Close the connection."""
    global _running, _home, _watch
    running, _running, _home, _watch = _running, None, None, None
    db.close()
    if running is not None:
        running.close()


def current() -> apsw.Connection:
    """Return the open desk to the thread that opened it; any other is refused."""
    if _running is None:
        raise apsw.ConnectionClosedError("no desk is open")
    if _thread != threading.get_ident():
        raise apsw.ThreadingViolationError("the desk was opened by another thread")
    return _running


def place() -> Path | None:
    """Return where the open desk's file lies; None while none is open in this process."""
    return _home[0] if _home is not None and _running is not None else None


def opened() -> int:
    """Return a number that is another one for every desk opened: what is remembered of a desk hangs on it."""
    return _opened


@contextmanager
def put_aside() -> Iterator[None]:
    """Work on nothing for a while, and then again on the desk that is open; by the thread that opened it alone."""
    global _running, _home, _thread, _opened, _watch
    if _running is not None:
        current()
    state: Any = vars(db)[
        "_state"
    ]  # what peewee remembers of the connection: to close it there would close ours
    kept, conn = (_running, _home, _thread, _watch), None if db.is_closed() else db.connection()
    _running, _home, _watch = None, None, None
    state.reset()
    try:
        yield
    finally:
        db.close()
        _running, _home, _thread, _watch = kept
        _opened += 1
        if conn is not None:
            state.set_connection(conn)


@contextmanager
def stoppable(stop: Callable[[], bool], every: float = 0.1) -> Iterator[None]:
    """Ask so often, beside the work on the open desk, whether it is still wanted; Cancelled when it is not."""
    over = threading.Event()

    def watch() -> None:
        while not over.wait(every):
            if stop():
                interrupt()

    watcher = threading.Thread(target=watch, name="stop", daemon=True)
    watcher.start()
    try:
        yield
    except Exception as error:
        if stop():
            raise Cancelled from error
        raise
    finally:
        over.set()
        watcher.join()
    if stop():
        raise Cancelled


def interrupt() -> None:
    """Stop the statement that is running on the desk's thread, and what is `stopped_too`; safe from any thread."""
    if _running is not None:
        _running.interrupt()
    for beside in tuple(_beside):
        beside.interrupt()


@contextmanager
def stopped_too(beside: apsw.Connection) -> Iterator[None]:
    """Have `interrupt` stop what runs on one more connection as well."""
    _beside.append(beside)
    try:
        yield
    finally:
        _beside.remove(beside)


@contextmanager
def reading() -> Iterator[None]:
    """Ask one question: everything is read as of one moment, and what is `once_a_question` is read once."""
    global _answers
    if current().in_transaction:
        yield
        return
    current().execute("BEGIN")
    _answers = {}
    try:
        yield
    finally:
        _answers = None
        if current().in_transaction:  # an error of the machine may have ended it
            try:
                current().execute("COMMIT")
            except apsw.CorruptError:  # of a statement that broke off, whose fault was told
                if current().in_transaction:
                    current().execute("ROLLBACK")


def once_a_question(read: Callable[P, T]) -> Callable[P, T]:
    """Read within one question (`reading`) but once for the same arguments; outside of one, and in a change, anew.

    For what many parts of an answer need: who asks, the office's settings, an article's text.
    """

    @wraps(read)
    def asked(*args: P.args, **kwargs: P.kwargs) -> T:
        if _answers is None:
            return read(*args, **kwargs)
        key = (read, args, tuple(kwargs.items()))
        if key not in _answers:
            _answers[key] = read(*args, **kwargs)
        return cast("T", _answers[key])

    return asked


def in_question() -> bool:
    """Say whether one question is under way."""
    return _answers is not None


@contextmanager
def writing() -> Iterator[None]:
    """Change the desk: one transaction, begun IMMEDIATE so that two programs queue instead of failing.

    What it has changed is sealed at its end (`seals`).
    """
    still_there()
    outermost = not current().in_transaction
    assert _watch is not None  # it comes and goes with the connection
    if outermost:
        _watch.clear()
    mark = _watch.mark()
    try:
        with db.atomic("IMMEDIATE"):
            yield
            if outermost:
                _watch.seal()
    except BaseException:
        _watch.back_to(mark)
        raise
    finally:
        if outermost:
            _watch.clear()


def last_entry() -> Entry | None:
    """Return the journal's last entry where this connection wrote it; None asks the journal."""
    return _watch.last_entry if _watch is not None else None


@contextmanager
def trouble(path: Path | None = None) -> Iterator[None]:
    """Turn what the machine does (disk full, locked, damaged …) into FileTrouble."""
    try:
        yield
    except _TROUBLES as error:
        if interrupted(error):
            raise Cancelled from error
        kind = diagnose(error)
        if kind is None:
            raise
        log.warning("file trouble %s: %s", kind.name, error)
        # A file that is named is the one that refused: of the desk's own, the engine's errors name none.
        where = path or getattr(error, "filename", None) or (_home[0] if _home else None)
        raise FileTrouble(kind, str(where or "")) from error


def guarded(work: Callable[[], T]) -> T:
    """Do a piece of work; the machine's troubles come out as FileTrouble, what was stopped as Cancelled."""
    try:
        with trouble():
            return work()
    except Cancelled as error:
        if not interrupted(error):
            raise
        for link in _chain(error):
            traceback.clear_frames(link.__traceback__)
    _settle()
    raise Cancelled  # without its cause: that would keep what was half read


def _settle() -> None:
    """End what a stopped statement left behind.

    SQLite keeps a connection interrupted as long as any statement is half read (sqlite3_interrupt): no question and
    no act would come through, and a transaction that could not be ended would stay open.
    """
    for _ in range(2):
        try:
            if current().in_transaction:
                current().execute("ROLLBACK")
            current().execute("SELECT 1").fetchall()
        except apsw.InterruptError:
            gc.collect()  # rows that a circle of objects still holds
        else:
            return
    log.error("a statement that was stopped is still half read")


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


def still_there() -> None:
    """Refuse to go on where the open desk's file was moved away or another lies in its place.

    SQLite goes on writing into a file that was moved away; those rows would be lost.
    """
    if _home is None:
        return
    path, device, inode = _home
    try:
        status = path.stat()
    except OSError as error:
        raise FileTrouble(Trouble.ABSENT, str(path)) from error
    if (status.st_dev, status.st_ino) != (device, inode):
        raise FileTrouble(Trouble.ABSENT, str(path))


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


class _Desk(APSWDatabase):
    """The open desk as peewee's database."""

    def _connect(self) -> Any:
        return current()  # off the desk's thread this fails loudly


db: APSWDatabase = _Desk("desk")  # type: ignore[no-untyped-call]  # peewee states no types


class DeskTable(pw.Model):
    """What every table is made of."""

    class Meta:
        database = db
        legacy_table_names = False


def rows(query: Any) -> Iterator[tuple[Any, ...]]:
    """Run a query and yield its rows as tuples; peewee types them as records, which they are not."""
    yield from query.tuples()


def streamed(query: Any) -> Iterator[tuple[Any, ...]]:
    """Run a query and yield its rows one by one, none of them kept: for what may be more than fits into memory."""
    yield from query.tuples().iterator()


def as_stored(query: Any) -> Iterator[tuple[Any, ...]]:
    """Run a query and yield its rows one by one as the file has them: for many, of words and numbers alone."""
    yield from db.execute_sql(*query.sql())


def named(query: Any) -> Iterator[Any]:
    """Run a query and yield its rows with each column under its name; of two alike, one wants an alias.

    Who leaves off early ends the statement: peewee's reader is a circle of objects, and a statement that stays half
    read until somebody collects it keeps the connection interrupted, see `_settle`.
    """
    read = query.namedtuples().execute()
    try:
        yield from read
    finally:
        read.cursor.close(True)


def column(query: Any) -> list[Any]:
    """Run a query for one column and return its values."""
    return [value for (value,) in query.tuples()]


def first(query: Any) -> tuple[Any, ...] | None:
    """Run a query and return its first row, or None."""
    return next(rows(query.limit(1)), None)
