"""Export: an issue's files made off the GUI thread, with progress and cancel, then shown on request."""

from __future__ import annotations

import threading
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from desk import issues
from desk.errors import Cancelled, DeskError
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


class Exporter(QObject):
    """Runs one export at a time and says what came of it."""

    finished = Signal(object)  # tuple[Path, ...], () when refused or cancelled

    def __init__(self, seat: Seat, parent: QWidget) -> None:
        super().__init__(parent)
        self._seat, self._window = seat, parent
        self._stop = threading.Event()
        self._made: dict[Format, Made] = {}
        self._progress: ExportProgress | None = None

    def run(self, parent: QWidget, issue: IssueRow) -> None:
        """Ask what and where to, then export the issue."""
        wish = ExportDialog.ask(parent, issue)
        if wish is not None:
            self.begin(issue.id, *wish)

    def begin(self, issue_id: int, formats: tuple[Format, ...], folder: Path) -> None:
        """Export without asking; a refusal names the article that is in the way."""
        self._stop.clear()
        self._made = {}
        self._progress = ExportProgress(self._window, len(formats) + 1)
        self._progress.cancelled.connect(self._stop.set)
        self._progress.show()

        def gather() -> Edition:
            issues.may_export(self._seat.who)
            return issues.edition(issue_id)

        def make(edition: Edition) -> None:
            for kind in formats:
                send = self._seat.office.abroad if kind in _ABROAD else self._seat.office.away
                put = partial(self._put, issue_id, edition, formats, folder, kind)
                send(self, partial(MAKERS[kind], edition), put, refused=self._refused)

        self._seat.office.ask(self, gather, make, refused=self._refused)

    def _put(
        self,
        issue_id: int,
        edition: Edition,
        formats: tuple[Format, ...],
        folder: Path,
        kind: Format,
        made: Made,
    ) -> None:
        if self._progress is None:  # another format was refused already
            return
        self._made[kind] = made
        self._progress.step(self.tr("Đã dàn xong {what}").format(what=wording.file_kind(kind)))
        if len(self._made) < len(formats):
            return
        ordered = {kind: self._made[kind] for kind in formats}
        work = partial(export.export, edition, ordered, folder, stop=self._stop.is_set)
        then = partial(self._written, issue_id, edition, folder)
        self._seat.office.away(self, work, then, refused=self._refused)

    def _written(self, issue_id: int, edition: Edition, folder: Path, files: tuple[Path, ...]) -> None:
        marks = fingerprints(edition, self._made)
        self._close()
        work = partial(issues.exported, self._seat.who, issue_id, marks, edition)
        self._seat.office.do(self, work, quiet=True)
        names = ", ".join(path.name for path in files)
        self._seat.say(
            self.tr("Đã xuất {names}.").format(names=names),
            "done",
            self.tr("Mở thư mục"),
            partial(open_in_system, folder),
        )
        self.finished.emit(files)

    def _refused(self, error: DeskError) -> None:
        if self._progress is None:
            return
        self._stop.set()
        self._close()
        self._seat.say(wording.error(error), "warning" if isinstance(error, Cancelled) else "error")
        self.finished.emit(())

    def _close(self) -> None:
        if self._progress is not None:
            self._progress.end()
            self._progress = None


def open_in_system(path: Path) -> None:
    """Open a file or folder with what the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
