"""Files read one after the other, in the process for foreign files, until somebody stops it."""

from __future__ import annotations

from collections import deque
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from desk.errors import Cancelled, DeskError
from desk.intake.apart import ReadingProcess
from desk.intake.bulk import Bulk
from desk.intake.sources import Source, Together, brings_its_pictures, name_of
from ui.intake.chosen_files import are_pictures
from ui.intake.entry import Entry, State, entry_of, refused_entry
from ui.session.desk_client import DeskClient


class Reading(QObject):
    """A queue of files with one process that reads them."""

    came = Signal(object)  # list[Entry] of one file
    completed = Signal(object)  # an Entry that came before: its bytes have come as well, or never will
    progressed = Signal(int, int)  # texts read, of how many; also when it begins, stops and ends
    _answered = Signal(
        object, object
    )  # from the reading thread: its process, a Source, its Bulk, or how many

    def __init__(self, client: DeskClient, parent: QObject) -> None:
        super().__init__(parent)
        self._client = client
        self._process: ReadingProcess | None = None
        self._waiting: deque[Together] = deque()
        self._under_way: Together | None = None
        self._stopped = False
        self._read = self._all = 0
        self._of_path, self._expected = 0, 1  # texts of the path under way that have come, of how many
        self._had: dict[Together, int] = {}  # of a path that was stopped: texts that came before
        self._parts: dict[ReadingProcess, Entry] = {}  # whose words have come, and not their bytes yet
        self._answered.connect(self._one)

    # -- asked -----------------------------------------------------------------------------------------

    def add(self, paths: list[Path]) -> None:
        """Read these files and folders after those that wait; photographs among the files belong to the texts."""
        asked = _together(paths)
        self._waiting.extend(asked)
        self._all += len(asked)
        self.go_on()

    def stand_by(self) -> None:
        """Begin the process: a file is about to be chosen or let go."""
        if self._process is None:
            process = self._process = ReadingProcess()
            self._client.away(self, process.stand_by, lambda _: None, refused=lambda _: None)

    def stands_by(self) -> bool:
        """Say whether its process runs."""
        return self._process is not None and self._process.is_running()

    def stand_down(self) -> None:
        """End the process that stood by: no file came."""
        if not self._all:
            self._end_process()

    def stop(self) -> None:
        """Read no more; the file under way is given back to the queue."""
        if not self.is_reading():
            return
        self._stopped = True
        if self._under_way is not None:
            if self._of_path < self._expected:  # its last text has not come
                self._waiting.appendleft(self._under_way)
                self._had[self._under_way] = self._of_path
            self._under_way = None
        self._end_process()
        self._tell()

    def go_on(self) -> None:
        """Read what waits."""
        self._stopped = False
        self._next()

    def close(self) -> None:
        """End, and forget all."""
        self._end_process()
        self.forget()

    def forget(self) -> None:
        """Forget what waits, what was stopped and what was read of it, and count from the beginning."""
        if self._under_way is not None:
            self._end_process()
        self._waiting.clear()
        self._had.clear()
        self._under_way, self._stopped = None, False
        self._read = self._all = 0
        self._of_path, self._expected = 0, 1
        self._tell()

    def end(self) -> None:
        """End at once, also what is only to be completed: the program ends."""
        self.close()
        for process in list(self._parts):
            process.stop()
        self._parts.clear()

    def is_reading(self) -> bool:
        """Say whether it reads."""
        return not self._stopped and (self._under_way is not None or bool(self._waiting))

    def left(self) -> int:
        """Count the files that are still to be read."""
        return len(self._waiting) + (self._under_way is not None)

    def unread(self) -> int:
        """Count the texts that are still to be read, as far as is known."""
        return self._all - self._read

    # -- one after the other ---------------------------------------------------------------------------

    def _next(self) -> None:
        if self._stopped or self._under_way is not None:
            return
        self._tell()
        if not self._waiting:  # its process stands by for more, until the dialog closes
            return
        path = self._under_way = self._waiting.popleft()
        self._of_path, self._expected = 0, 1
        process = self._process = self._process or ReadingProcess()
        self._client.away(
            self,
            lambda: self._each(process, path),
            lambda _: self._done(process, []),
            refused=lambda error: self._refused(process, path, error),
        )

    def _each(self, process: ReadingProcess, path: Together) -> None:
        """Tell each text of a file or a folder as soon as it is read: in the reading thread."""
        for one in process.each(path):
            self._answered.emit(process, one)

    def _one(self, process: ReadingProcess, answer: Source | Bulk | int) -> None:
        if isinstance(answer, Bulk):
            self._complete(process, answer)
            return
        if process is not self._process or self._under_way is None:  # it was stopped meanwhile
            return
        if isinstance(answer, int):
            self._expected = answer
            if self._under_way not in self._had:
                self._all += answer - 1
            self._tell()  # the list stands before its first row: no room is given away twice
            return
        self._of_path += 1
        if self._of_path <= self._had.get(self._under_way, 0):
            return
        self._read += 1
        entry = entry_of(answer)
        if not entry.is_whole:
            self._parts[process] = entry
        self.came.emit([entry])
        self._tell()

    def _complete(self, process: ReadingProcess, bulk: Bulk) -> None:
        entry = self._parts.pop(process, None)
        if process is not self._process:  # it was let go, but for this
            process.stop()
        if entry is not None:
            entry.complete(bulk)
            self.completed.emit(entry)

    def _refused(self, process: ReadingProcess, path: Together, error: DeskError) -> None:
        part = self._parts.pop(process, None)
        if part is not None:
            part.error, part.state = error, State.REFUSED
            self.completed.emit(part)
            self._done(process, [])
        elif not isinstance(error, Cancelled):
            self._done(process, [refused_entry(name_of(path), error)])

    def _done(self, process: ReadingProcess, entries: list[Entry]) -> None:
        if process is not self._process:
            return
        if self._under_way is not None:
            self._had.pop(self._under_way, None)
        self._under_way = None
        if entries:
            self._read += 1
            self.came.emit(entries)
        QTimer.singleShot(0, self, self._next)

    def _tell(self) -> None:
        self.progressed.emit(self._read, self._all)

    def _end_process(self) -> None:
        process, self._process = self._process, None
        if process is not None and process not in self._parts:  # else it ends with the bytes under way
            process.stop()


def _together(paths: list[Path]) -> list[Together]:
    """Return what is read at once: texts with the photographs chosen beside them; all else alone."""
    alone = [path for path in paths if path.is_dir() or brings_its_pictures(path)]
    files = [path for path in paths if path not in alone]
    pictures = sum(are_pictures([path]) for path in files)
    if not 0 < pictures < len(files):
        return list(paths)
    return [tuple(files), *alone]
