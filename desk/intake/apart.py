"""Foreign files are read in a process of their own, with limits of time and memory: what chokes it harms nobody."""

from __future__ import annotations

import contextlib
import logging
import multiprocessing
import threading
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from multiprocessing.connection import Connection
from pathlib import Path
from types import TracebackType
from typing import NoReturn, TypeAlias, TypeVar

from desk.errors import BadIntake, Cancelled, DeskError, IntakeFault
from desk.intake.bulk import Bulk, bulk_of, with_bulk, without_bulk
from desk.intake.sources import Source, Together, name_of, read_sources
from desk.process_limits import limit_memory

SECONDS = 30.0  # for one text
MEMORY = 1024 * 1024 * 1024  # bytes
T = TypeVar("T")
_log = logging.getLogger(__name__)

# How many texts there are, each of them, None after the last; or why it ends: a fault, or a reader's own traceback.
_Answer: TypeAlias = Source | int | DeskError | str | None
_Reader: TypeAlias = Callable[[Together], Iterable[Source | int]]


class ReadingProcess:
    """Reads one file after the other; begun with the first one, begun anew after one that choked it.

    Use it in one thread; `stop` may be called in another.
    """

    def __init__(self, seconds: float = SECONDS, memory: int = MEMORY, read: _Reader = read_sources) -> None:
        self._seconds, self._memory, self._reader = seconds, memory, read
        self._process: multiprocessing.process.BaseProcess | None = None
        self._connection: Connection | None = None
        self._stopped = False
        self._guard = threading.Lock()  # one may stop it while another begins it

    def __enter__(self) -> ReadingProcess:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def stand_by(self) -> None:
        """Begin the process, and let it load what it will soon be asked for."""
        self._begun()

    def is_running(self) -> bool:
        """Say whether the process has begun and not ended."""
        return self._process is not None

    def read(self, path: Path) -> list[Source]:
        """Return what a file or a folder holds; faults as for `each`."""
        found: list[Source] = []
        for one in self.each(path):
            if isinstance(one, Bulk):
                found[-1] = with_bulk(found[-1], one)
            elif isinstance(one, Source):
                found.append(one)
        return found

    def each(self, path: Together) -> Iterator[Source | Bulk | int]:
        """Yield how many texts a file, a folder or files chosen together hold, then each as soon as it is read.

        What is large of a text comes right after it (`Source.awaits`). BadIntake says why it cannot be read,
        FileTrouble what the disk says; Cancelled when it was stopped.
        """
        connection = self._begun()
        self._asked(connection, path)
        while (answer := self._answer(connection, path)) is not None:
            yield answer
            if isinstance(answer, Source) and answer.awaits:
                yield self._bulk(connection, path, len(answer.document.pictures) if answer.document else 0)

    def answer(self, path: Together) -> object:
        """Return the one thing that a reader of another kind makes of a file; faults as for `each`."""
        connection = self._begun()
        self._asked(connection, path)
        made, end = self._answer(connection, path), self._answer(connection, path)
        assert end is None
        return made

    def stop(self) -> None:
        """End the process; a reading under way is refused."""
        with self._guard:
            self._stopped = True
        self._end()

    def _asked(self, connection: Connection, path: Together) -> None:
        try:
            connection.send(path)
        except OSError as error:
            self._choked(path, error)

    def _answer(self, connection: Connection, path: Together) -> Source | int | None:
        answer: _Answer = self._received(connection, path, connection.recv)
        if isinstance(answer, DeskError):
            raise answer
        if isinstance(answer, str):
            _log.error("the reader failed at %s\n%s", name_of(path), answer)
            raise BadIntake(IntakeFault.BROKEN, name_of(path))
        return answer

    def _bulk(self, connection: Connection, path: Together, pictures: int) -> Bulk:
        """Take bytes as they are: to pickle eighteen megabytes stops a window twice."""
        pieces = [self._received(connection, path, connection.recv_bytes) for _ in range(pictures + 1)]
        return Bulk(tuple(pieces[:-1]), pieces[-1])

    def _received(self, connection: Connection, path: Together, receive: Callable[[], T]) -> T:
        try:
            if not connection.poll(self._seconds):
                self._end()
                raise BadIntake(IntakeFault.TOO_SLOW, name_of(path))
            return receive()
        except (EOFError, OSError, MemoryError) as error:
            self._choked(path, error)

    def _choked(self, path: Together, error: Exception) -> NoReturn:
        """Say that the process ended: it wanted too much memory, or a library failed; or it was stopped."""
        self._end()
        if self._stopped:
            raise Cancelled from error
        _log.warning("the reading process ended at %s: %r", name_of(path), error)
        raise BadIntake(IntakeFault.TOO_HEAVY, name_of(path)) from error

    def _begun(self) -> Connection:
        with self._guard:
            if self._stopped:
                raise Cancelled
            if self._connection is None:
                context = multiprocessing.get_context("spawn")
                self._connection, theirs = context.Pipe()
                self._process = context.Process(
                    target=_serve, args=(theirs, self._memory, self._reader), daemon=True, name="reader"
                )
                self._process.start()
                theirs.close()
            return self._connection

    def _end(self) -> None:
        with self._guard:
            process, self._process = self._process, None
            connection, self._connection = self._connection, None
        if process is not None:
            process.kill()
            process.join()
        if connection is not None:
            with contextlib.suppress(OSError):  # it is closed already when the process has gone
                connection.close()


def _serve(connection: Connection, memory: int, read: _Reader) -> None:
    """Answer one path after the other until the other end is closed."""
    limit_memory(memory)
    if not connection.poll(0):
        import_module("desk.intake.word.docx")  # what most people send, loaded while nobody waits
    while True:
        try:
            path = connection.recv()
            for answer in _answers(path, read):
                _send(connection, answer)
        except (EOFError, BrokenPipeError):
            return


def _send(connection: Connection, answer: _Answer) -> None:
    bulk = bulk_of(answer) if isinstance(answer, Source) else None
    if bulk is None or not isinstance(answer, Source):
        connection.send(answer)
        return
    connection.send(without_bulk(answer))
    for piece in (*bulk.pictures, bulk.data):
        connection.send_bytes(piece)


def _answers(path: Together, read: _Reader) -> Iterator[_Answer]:
    import traceback

    try:
        yield from read(path)
    except DeskError as error:
        yield error
    except (MemoryError, RecursionError):
        yield BadIntake(IntakeFault.TOO_HEAVY, name_of(path))
    except Exception:  # noqa: BLE001 - whatever a foreign file does to a reader is told to the other process
        yield traceback.format_exc()
    else:
        yield None
