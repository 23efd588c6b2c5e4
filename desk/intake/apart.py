"""Foreign files are read in a process of their own, with limits of time and memory: what chokes it harms nobody."""

from __future__ import annotations

import contextlib
import logging
import multiprocessing
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from types import TracebackType

from desk.errors import BadIntake, Cancelled, DeskError, IntakeFault
from desk.intake.sources import Source, read_source
from desk.process_limits import limit_memory

SECONDS = 30.0  # for one file
MEMORY = 1024 * 1024 * 1024  # bytes
_log = logging.getLogger(__name__)

Answer = list[Source] | DeskError | str


class ReadingProcess:
    """Reads one file after the other; begun with the first one, begun anew after one that choked it.

    Use it in one thread; `stop` may be called in another.
    """

    def __init__(
        self,
        seconds: float = SECONDS,
        memory: int = MEMORY,
        read: Callable[[Path], list[Source]] = read_source,
    ) -> None:
        self._seconds, self._memory, self._read_one = seconds, memory, read
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

    def read(self, path: Path) -> list[Source]:
        """Return what a file or a folder holds; BadIntake says why it cannot be read, FileTrouble what the disk says.

        Cancelled when it was stopped before.
        """
        connection = self._begun()
        try:
            connection.send(path)
            answer: Answer | None = connection.recv() if connection.poll(self._seconds) else None
        except (
            EOFError,
            OSError,
            MemoryError,
        ) as error:  # it ended: too much memory, or a fault of a library
            _log.warning("the reading process ended at %s: %r", path.name, error)
            self._end()
            raise BadIntake(IntakeFault.TOO_HEAVY, path.name) from error
        if answer is None:
            self._end()
            raise BadIntake(IntakeFault.TOO_SLOW, path.name)
        if isinstance(answer, DeskError):
            raise answer
        if isinstance(answer, str):
            _log.error("the reader failed at %s\n%s", path.name, answer)
            raise BadIntake(IntakeFault.BROKEN, path.name)
        return answer

    def stop(self) -> None:
        """End the process; a reading under way is refused."""
        with self._guard:
            self._stopped = True
        self._end()

    def _begun(self) -> Connection:
        with self._guard:
            if self._stopped:
                raise Cancelled
            if self._connection is None:
                context = multiprocessing.get_context("spawn")
                self._connection, theirs = context.Pipe()
                self._process = context.Process(
                    target=_serve, args=(theirs, self._memory, self._read_one), daemon=True, name="reader"
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


def _serve(connection: Connection, memory: int, read: Callable[[Path], list[Source]]) -> None:
    """Answer one path after the other until the other end is closed."""
    import traceback

    limit_memory(memory)
    while True:
        try:
            path = connection.recv()
        except EOFError:
            return
        answer: Answer
        try:
            answer = read(path)
        except DeskError as error:
            answer = error
        except MemoryError:
            answer = BadIntake(IntakeFault.TOO_HEAVY, path.name)
        except RecursionError:
            answer = BadIntake(IntakeFault.TOO_HEAVY, path.name)
        except Exception:  # noqa: BLE001 - whatever a foreign file does to a reader is told to the other process
            answer = traceback.format_exc()
        connection.send(answer)
