"""Files read one after the other, in the process for foreign files, until somebody stops it."""

from __future__ import annotations

from collections import deque
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from desk.errors import BadIntake, Cancelled, DeskError, IntakeFault
from desk.intake.apart import ReadingProcess
from desk.intake.kinds import SUFFIXES
from desk.intake.sources import Source
from desk.os_errors import file_trouble
from ui.intake.entry import Entry, entry_of, refused_entry
from ui.session.desk_client import DeskClient


class Reading(QObject):
    """A queue of files with one process that reads them."""

    came = Signal(object)  # list[Entry] of one file
    progressed = Signal(int, int)  # files read, of how many; also when it begins, stops and ends

    def __init__(self, client: DeskClient, parent: QObject) -> None:
        super().__init__(parent)
        self._client = client
        self._process: ReadingProcess | None = None
        self._waiting: deque[Path] = deque()
        self._under_way: Path | None = None
        self._stopped = False
        self._read = self._all = 0

    # -- asked -----------------------------------------------------------------------------------------

    def add(self, paths: list[Path]) -> None:
        """Read these files and folders after those that wait."""
        self._waiting.extend(paths)
        self._all += len(paths)
        self.go_on()

    def stop(self) -> None:
        """Read no more; the file under way is given back to the queue."""
        if not self.is_reading():
            return
        self._stopped = True
        if self._under_way is not None:
            self._waiting.appendleft(self._under_way)
            self._under_way = None
        self._end_process()
        self._tell()

    def go_on(self) -> None:
        """Read what waits."""
        self._stopped = False
        self._next()

    def close(self) -> None:
        """Stop, forget what waits, and count from the beginning."""
        self.stop()
        self._waiting.clear()
        self._end_process()
        self._read = self._all = 0

    def is_reading(self) -> bool:
        """Say whether it reads."""
        return not self._stopped and (self._under_way is not None or bool(self._waiting))

    def left(self) -> int:
        """Count the files that are still to be read."""
        return len(self._waiting) + (self._under_way is not None)

    # -- one after the other ---------------------------------------------------------------------------

    def _next(self) -> None:
        if self._stopped or self._under_way is not None:
            return
        self._tell()
        if not self._waiting:
            self._end_process()
            return
        path = self._under_way = self._waiting.popleft()
        process = self._process = self._process or ReadingProcess()
        self._client.away(
            self,
            lambda: _read(process, path),
            lambda sources: self._came(process, sources),
            refused=lambda error: self._refused(process, path, error),
        )

    def _came(self, process: ReadingProcess, answer: list[Source] | list[Path]) -> None:
        if process is not self._process:  # it was stopped meanwhile
            return
        files = [one for one in answer if isinstance(one, Path)]
        if files:  # of a folder, in its place
            self._waiting.extendleft(reversed(files))
            self._all += len(files) - 1
            self._read -= 1
        self._done([entry_of(one) for one in answer if isinstance(one, Source)])

    def _refused(self, process: ReadingProcess, path: Path, error: DeskError) -> None:
        if process is self._process and not isinstance(error, Cancelled):
            self._done([refused_entry(path.name, error)])

    def _done(self, entries: list[Entry]) -> None:
        self._under_way = None
        self._read += 1
        if entries:
            self.came.emit(entries)
        QTimer.singleShot(0, self, self._next)

    def _tell(self) -> None:
        self.progressed.emit(self._read, self._all)

    def _end_process(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.stop()


def _read(process: ReadingProcess, path: Path) -> list[Source] | list[Path]:
    """Return what a file holds; of a folder the files in it that may be articles."""
    return files_in(path) if path.is_dir() else process.read(path)


def files_in(folder: Path) -> list[Path]:
    """Return the files of a folder and of those in it that may be articles, in the order of their names.

    FileTrouble: it cannot be read; BadIntake(NO_ARTICLE): there is none.
    """
    try:
        found = sorted(
            path
            for path in folder.rglob("*")
            if path.suffix.lower() in SUFFIXES and path.is_file() and not path.name.startswith(("~$", "."))
        )
    except OSError as error:
        raise file_trouble(error, folder) from error
    if not found:
        raise BadIntake(IntakeFault.NO_ARTICLE, folder.name)
    return found
