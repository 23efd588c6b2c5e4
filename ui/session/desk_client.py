"""The one object through which windows reach the desk: ask a question, do an act, work away from it.

One thread owns the database. Answers come back in the GUI thread, in the order asked; an answer whose owner
is gone is dropped, its error is not.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass
from importlib import import_module
from itertools import count
from pathlib import Path
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Signal

from desk.acts.changes import Changes
from desk.cancel import StopFile
from desk.errors import Broken, Cancelled, DeskError

log = logging.getLogger(__name__)
T = TypeVar("T")
Then = Callable[[Any], None]
Refused = Callable[[DeskError], None]


class Inline(Executor):
    """Runs work at once in the calling thread: how tests make background work synchronous."""

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        """Run the work and return its finished future."""
        future: Future[T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except BaseException as error:  # noqa: BLE001 - as every executor does: the future carries it
            future.set_exception(error)
        return future


@dataclass(slots=True)
class _Sent:
    """What a worker was given to do, for whom, and what came of it."""

    work: Callable[[], Any]
    owner: QObject
    then: Then
    refused: Refused | None
    future: Future[Any] | None = None

    def do(self) -> None:
        self.future = Inline().submit(self.work)


class DeskClient(QObject):
    """Asks, acts and works away on behalf of the windows."""

    changed = Signal(object)  # Changes
    refused = Signal(object)  # DeskError that nobody else showed
    acted = Signal(object)  # Changes of an act of this window, for the quiet bar
    _came = Signal(int)  # the number of what was sent

    def __init__(
        self,
        *,
        desk: Executor | None = None,
        threads: Executor | None = None,
        processes: Executor | None = None,
    ) -> None:
        super().__init__()
        self._desk = desk or ThreadPoolExecutor(1, "desk")
        self._threads = threads or ThreadPoolExecutor(2, "away")
        self._processes = processes
        self._pending = 0
        self._sent: dict[int, _Sent] = {}  # to a worker, by number
        self._numbers = count()
        self._latest: dict[str, int] = {}
        self._running = ""
        self._stops: set[StopFile] = set()  # of work abroad that may be left off
        self._closed = False
        self._guard = threading.Lock()
        self._came.connect(self._arrive)

    # -- the file --------------------------------------------------------------------------------------

    def open_file(self, path: Path) -> None:
        """Open the desk on its own thread and wait for it; FileTrouble says why not."""
        self._desk.submit(_open, path).result()

    def open_and_ask(
        self,
        owner: QObject,
        path: Path,
        work: Callable[[], T],
        then: Callable[[T], None],
        *,
        refused: Refused,
    ) -> None:
        """Open the desk beside the window that waits for it, and ask it a first question; FileTrouble is refused."""

        def opened() -> T:
            _open(path)
            return _guarded(work)

        self._send(self._desk, opened, owner, then, refused)

    def load_ahead(self, modules: Sequence[str]) -> None:
        """Load modules beside the window, so that it does not stop for them later; a fault shows when one is used."""

        def load() -> None:
            for name in modules:
                if self._closed:
                    return
                import_module(name)

        self._threads.submit(load)

    def create(self, path: Path) -> None:
        """Make an empty desk file; FileTrouble says why not."""
        self._desk.submit(_create, path).result()

    def close(self) -> None:
        """Let everything under way finish, or stop where it can, then close the file and the workers.

        What comes now is not heard, and what a window's timer still asks is not begun.
        """
        if self._closed:
            return
        self._closed = True
        stops = tuple(self._stops)
        for stop in stops:
            stop.set()
        self._came.disconnect(self._arrive)
        self._threads.shutdown(wait=True, cancel_futures=True)
        if self._processes is not None:
            self._processes.shutdown(wait=True, cancel_futures=True)
        self.close_file()
        self._desk.shutdown(wait=True)
        for stop in stops:
            stop.clear()

    def close_file(self) -> None:
        """Close the desk's file, so that another can take its place; the workers stay."""
        self._desk.submit(_close).result()

    # -- work ------------------------------------------------------------------------------------------

    def wait(self, work: Callable[[], T]) -> T:
        """Do a short piece of work on the desk and wait for it: for start-up and for closing only."""
        return self._desk.submit(_guarded, work).result()

    def ask(
        self,
        owner: QObject,
        work: Callable[[], T],
        then: Callable[[T], None],
        *,
        key: str = "",
        refused: Refused | None = None,
    ) -> None:
        """Ask the desk a question. A later question with the same key replaces an earlier one."""
        turn = 0
        if key:
            with self._guard:
                turn = self._latest[key] = self._latest.get(key, 0) + 1
                if self._running == key:
                    _interrupt()

        def asked() -> T:
            if not key:
                return _guarded(work)
            with self._guard:
                if self._latest[key] != turn:
                    raise Cancelled
                self._running = key
            try:
                return _guarded(work)
            finally:
                with self._guard:
                    self._running = ""

        self._send(self._desk, asked, owner, then, refused)

    def do(
        self,
        owner: QObject,
        work: Callable[[], Changes],
        then: Callable[[Changes], None] | None = None,
        *,
        refused: Refused | None = None,
        quiet: bool = False,
    ) -> None:
        """Do an act; pages hear of it through `changed`, the quiet bar through `acted` unless it is quiet."""

        def done(changes: Changes) -> None:
            self.changed.emit(changes)
            if then is not None and shiboken6.isValid(owner):
                then(changes)
            if not quiet:
                self.acted.emit(changes)

        self._send(self._desk, lambda: _guarded(work), self, done, refused)

    def away(
        self,
        owner: QObject,
        work: Callable[[], T],
        then: Callable[[T], None],
        *,
        refused: Refused | None = None,
    ) -> None:
        """Work in a thread without the database: what releases the interpreter, such as Typst."""
        self._send(self._threads, work, owner, then, refused)

    def abroad(
        self,
        owner: QObject,
        work: Callable[[], T],
        then: Callable[[T], None],
        *,
        refused: Refused | None = None,
        before: Sequence[Callable[[], object]] = (),
        stop: StopFile | None = None,
    ) -> None:
        """Work in a process of its own: what holds the interpreter (python-docx, Pillow); must be picklable.

        What is large is given to the process in pieces `before` the work: a piece is pickled without a pause. What is
        given its `stop` is stopped when the program ends; other work is waited for.
        """

        def sent() -> T:
            try:
                return self._sent_abroad(work, before)
            finally:
                if stop is not None:
                    self._stops.discard(stop)
                    stop.clear()

        if stop is not None and not self._closed:
            self._stops.add(stop)
        self._send(self._threads, sent, owner, then, refused)

    def stand_by(self, work: Callable[[], object]) -> None:
        """Start the process of its own and let it load what it will soon be asked for; a fault shows then."""
        if not self._closed:
            self._threads.submit(self._sent_abroad, work)

    def _sent_abroad(self, work: Callable[[], T], before: Sequence[Callable[[], object]] = ()) -> T:
        """Hand work to the process and wait: in a thread, for to start it takes 25-40 ms of a standing window."""
        try:
            sent = self._submitted(work, before)
        except BrokenExecutor:  # its process died; work before this one was told so
            self._processes = None
            sent = self._submitted(work, before)
        return sent.result()

    def _submitted(self, work: Callable[[], T], before: Sequence[Callable[[], object]]) -> Future[T]:
        processes = self.processes()
        for piece in before:
            processes.submit(piece)
        return processes.submit(work)

    def processes(self) -> Executor:
        """Return the process pool, started on first use."""
        with self._guard:
            if self._processes is None:
                from concurrent.futures import ProcessPoolExecutor
                from multiprocessing import get_context

                self._processes = ProcessPoolExecutor(1, mp_context=get_context("spawn"))
            return self._processes

    # -- answers ---------------------------------------------------------------------------------------

    def _send(
        self,
        executor: Executor,
        work: Callable[[], Any],
        owner: QObject,
        then: Then,
        refused: Refused | None,
    ) -> None:
        if self._closed:
            return
        self._pending += 1
        number = next(self._numbers)
        self._sent[number] = _Sent(work, owner, then, refused)
        if isinstance(executor, Inline):
            self._sent[number].do()
            self._arrive(number)
        else:
            executor.submit(self._work_on, number)

    def _work_on(self, number: int) -> None:
        # Told from the worker, so that it is queued for the GUI thread: an answer that is there at once must not
        # overtake an earlier one. The worker keeps nothing of what was sent: it might be the last to let go of it,
        # and a widget that goes in another thread than its own may end the program.
        self._sent[number].do()
        self._came.emit(number)

    def _arrive(self, number: int) -> None:
        sent = self._sent.pop(number)
        owner, then, refused, future = sent.owner, sent.then, sent.refused, sent.future
        assert future is not None
        self._pending -= 1
        try:
            result = future.result()
        except Cancelled as error:
            if refused is not None and shiboken6.isValid(owner):
                refused(error)
            return
        except DeskError as error:
            log.info("refused: %r", error)
            if refused is not None and shiboken6.isValid(owner):
                refused(error)
            else:
                self.refused.emit(error)
            return
        except Exception:
            if refused is not None and shiboken6.isValid(owner):
                refused(Broken())
            raise
        if shiboken6.isValid(owner):
            then(result)

    def idle(self) -> bool:
        """Say whether nothing is under way."""
        return self._pending == 0


# -- on the desk's thread: the database is loaded there, while the sign-in stands ---------------------------


def _open(path: Path) -> None:
    from desk.database import store

    store.open_file(path, secure=_secure)


def _secure(path: Path) -> None:
    from desk.safety import backups

    backups.before_upgrade(path)


def _create(path: Path) -> None:
    from desk.database import store

    store.create(path)


def _close() -> None:
    from desk.database import store

    store.close_file()


def _guarded(work: Callable[[], T]) -> T:
    from desk.database import connection

    return connection.guarded(work)


def _interrupt() -> None:
    from desk.database import connection

    connection.interrupt()
