"""A long piece of work in a process of its own: how far it is, its answer, and a way to stop it."""

from __future__ import annotations

import contextlib
import multiprocessing
import threading
import time
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from desk.errors import Broken, DeskError
from desk.safety.new_folder import Progress, Report, Stop

Work = Callable[[Report, Stop], Any]  # picklable: a function of a module, with its arguments
_EVERY = 60  # ms between two looks at what the process says
_PAUSE = 0.05  # s between two words of how far it is
_GRACE = 3.0  # s that a process is given to tidy up when the program ends


class OwnProcess(QObject):
    """Runs one work; the process of the desk client stays free for what the window needs meanwhile."""

    progressed = Signal(object)  # Progress
    done = Signal(object)
    refused = Signal(object)  # DeskError; Cancelled when it was stopped

    def __init__(self, parent: QObject | None, work: Work) -> None:
        super().__init__(parent)
        self._work = work
        self._process: BaseProcess | None = None
        self._ours, self._theirs = multiprocessing.get_context("spawn").Pipe()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self._look)
        QCoreApplication.instance().aboutToQuit.connect(self._end)  # type: ignore[union-attr]  # there is one

    def start(self) -> None:
        """Begin; the process is started in a thread, for that takes a frame or two."""
        self._timer.start()
        self._starter = threading.Thread(target=self._begin, name="own process", daemon=True)
        self._starter.start()

    def stop(self) -> None:
        """Have it stop as soon as it can; `refused` says when it has."""
        with contextlib.suppress(OSError):
            self._ours.send("stop")

    def _begin(self) -> None:
        process = multiprocessing.get_context("spawn").Process(
            target=_serve, args=(self._theirs, self._work), daemon=True, name="own"
        )
        process.start()
        self._theirs.close()  # so that a process that died is heard of
        self._process = process

    def _look(self) -> None:
        latest: Progress | None = None
        try:
            while self._process is not None and self._ours.poll():
                said = self._ours.recv()
                if isinstance(said, Progress):
                    latest = said
                    continue
                self._close()
                (self.refused if said[0] == "refused" else self.done).emit(said[1])
                return
        except (EOFError, OSError):
            self._close()
            self.refused.emit(Broken())
            return
        if latest is not None:
            self.progressed.emit(latest)

    def _close(self) -> None:
        self._timer.stop()
        if self._process is not None:
            self._process.join(_GRACE)
        self._ours.close()

    def _end(self) -> None:
        """Let it tidy up, the program being over."""
        if self._timer.isActive():
            self.stop()
            self._timer.stop()
            self._starter.join(_GRACE)
            if self._process is not None:
                self._process.join(_GRACE)


def _serve(connection: Connection, work: Work) -> None:
    """Do the work and say what came of it; whatever is said from the other end stops it."""
    last = 0.0

    def report(progress: Progress) -> None:
        nonlocal last
        if time.monotonic() - last > _PAUSE:
            last = time.monotonic()
            connection.send(progress)

    try:
        answer = ("done", work(report, connection.poll))
    except DeskError as error:
        answer = ("refused", error)
    except Exception:  # noqa: BLE001 - told where it is seen, as a bug
        traceback.print_exc()
        answer = ("refused", Broken())
    with contextlib.suppress(OSError):  # nobody listens any more
        connection.send(answer)
