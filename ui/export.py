"""Export: an issue's files made off the GUI thread, with progress and cancel, then shown on request."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from desk import printing
from desk.errors import Broken, Cancelled, DeskError
from desk.issues import IssueRow
from desk.press import export
from desk.press.edition import Edition
from desk.press.makers import MAKERS, Made, fingerprints
from desk.press.naming import Format
from ui import wording
from ui.dialogs.export import ExportDialog, ExportProgress
from ui.seat import Seat

# Typst releases the interpreter, so the PDF is made in a thread; python-docx holds it: a process of its own.
_ABROAD = frozenset({Format.DOCX})


@dataclass(slots=True)
class _Run:
    """One export under way: a late answer of an earlier one must not get into it."""

    issue_id: int
    formats: tuple[Format, ...]
    folder: Path
    progress: ExportProgress
    stop: threading.Event = field(default_factory=threading.Event)
    made: dict[Format, Made] = field(default_factory=dict)


class Exporter(QObject):
    """Runs one export at a time and says what came of it."""

    finished = Signal(object)  # tuple[Path, ...], () when refused or cancelled

    def __init__(self, seat: Seat, parent: QWidget) -> None:
        super().__init__(parent)
        self._seat, self._window = seat, parent
        self._run: _Run | None = None

    def run(self, parent: QWidget, issue: IssueRow) -> None:
        """Ask what and where to, then export the issue."""
        wish = ExportDialog.ask(parent, issue)
        if wish is not None:
            self.begin(issue.id, *wish)

    def begin(self, issue_id: int, formats: tuple[Format, ...], folder: Path) -> None:
        """Export without asking; a refusal names the article that is in the way."""
        run = self._run = _Run(issue_id, formats, folder, ExportProgress(self._window, len(formats) + 1))
        run.progress.cancelled.connect(run.stop.set)
        run.progress.show()

        def gather() -> Edition:
            printing.may_export(self._seat.who)
            return printing.edition(issue_id)

        def make(edition: Edition) -> None:
            for kind in formats:
                send = self._seat.office.abroad if kind in _ABROAD else self._seat.office.away
                put = partial(self._put, run, edition, kind)
                send(self, partial(MAKERS[kind], edition), put, refused=partial(self._refused, run))

        self._seat.office.ask(self, gather, make, refused=partial(self._refused, run))

    def _put(self, run: _Run, edition: Edition, kind: Format, made: Made) -> None:
        if self._run is not run:  # another format was refused already
            return
        run.made[kind] = made
        run.progress.step(self.tr("Đã dàn xong {what}").format(what=wording.file_kind(kind)))
        if len(run.made) < len(run.formats):
            return
        ordered = {kind: run.made[kind] for kind in run.formats}
        work = partial(export.export, edition, ordered, run.folder, stop=run.stop.is_set)
        then = partial(self._written, run, edition)
        self._seat.office.away(self, work, then, refused=partial(self._refused, run))

    def _written(self, run: _Run, edition: Edition, files: tuple[Path, ...]) -> None:
        self._close(run)
        marks = fingerprints(edition, run.made)
        work = partial(printing.exported, self._seat.who, run.issue_id, marks, edition)
        self._seat.office.do(self, work, quiet=True)
        names = ", ".join(path.name for path in files)
        self._seat.say(
            self.tr("Đã xuất {names}.").format(names=names),
            "done",
            self.tr("Mở thư mục"),
            partial(open_in_system, run.folder),
        )
        self.finished.emit(files)

    def _refused(self, run: _Run, error: DeskError) -> None:
        if self._run is not run:
            return
        run.stop.set()
        self._close(run)
        if isinstance(error, Broken):
            self._seat.say(self.tr("Chưa xuất được bản tin. Không có tệp nào dở dang."), "error")
        else:
            self._seat.say(wording.error(error), "warning" if isinstance(error, Cancelled) else "error")
        self.finished.emit(())

    def _close(self, run: _Run) -> None:
        run.progress.end()
        self._run = None


def open_in_system(path: Path) -> None:
    """Open a file or folder with what the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
