"""Salvage and the archive from the window: asked for, done in a process of its own, shown, stopped, told."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desk.errors import Broken, Cancelled, DeskError
from desk.integrity import database
from desk.safety import archive_scope
from desk.safety.archive import INDEX, Archived, archive_file, journaled, may_archive
from desk.safety.new_folder import Progress, Report, Stop
from desk.safety.salvage import LIST, salvage
from desk.safety.salvaged import Salvaged
from ui.controls.opened_copy import open_path
from ui.controls.progress_dialog import ProgressDialog
from ui.look import local_settings
from ui.safety import archive_dialog, salvage_dialog
from ui.safety.archive_dialog import ArchiveDialog
from ui.safety.salvage_dialog import SalvageDialog
from ui.session.own_process import OwnProcess, Work
from ui.session.session import Session
from ui.words import salvage as words
from ui.words import wording


class WritingOut(QObject):
    """Writes one folder at a time out of the desk that is open."""

    finished = Signal(object)  # Path of the folder; None when refused or stopped

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window
        self._running: OwnProcess | None = None

    def archive(self) -> None:
        """Ask which year and where to, then write an archive."""

        def ask(told: tuple[list[int], Path]) -> None:
            years, file = told
            wish = ArchiveDialog.ask(self._window, years)
            if wish is not None:
                year, folder = wish
                local_settings.write(archive_dialog.KEY, str(folder))
                self._run(
                    self.tr("Đang xuất kho lưu trữ"),
                    partial(archive_work, file, folder, year),
                    self._archived,
                )

        who = self._session.who

        def may() -> tuple[list[int], Path]:
            may_archive(who)
            return archive_scope.years(), database.place()

        self._session.client.ask(self, may, ask, refused=self._refused)

    def salvage(self) -> None:
        """Ask where to, then write what the desk's file gives."""

        def ask(file: Path) -> None:
            folder = SalvageDialog.ask(self._window, file)
            if folder is not None:
                local_settings.write(salvage_dialog.KEY, str(folder))
                self._run(self.tr("Đang cứu dữ liệu"), partial(salvage_work, file, folder), self._salvaged)

        self._session.client.ask(self, database.place, ask)

    def _run(self, title: str, work: Work, then: Callable[[Any], None]) -> None:
        if self._running is not None:
            self._session.say(self.tr("Đang ghi một thư mục khác. Hãy chờ xong rồi làm lại."), "warning")
            return
        run = self._running = OwnProcess(self, work)
        progress = ProgressDialog(self._window, title, self.tr("Đang bắt đầu…"))
        run.progressed.connect(partial(show, progress))
        run.done.connect(lambda result: self._ended(progress, partial(then, result)))
        run.refused.connect(lambda error: self._ended(progress, partial(self._refused, error)))
        progress.cancelled.connect(run.stop)
        progress.show()
        run.start()

    def _ended(self, progress: ProgressDialog, say: Callable[[], None]) -> None:
        progress.end()
        if self._running is not None:
            self._running.deleteLater()
            self._running = None
        say()

    def _archived(self, result: Archived) -> None:
        work = partial(journaled, self._session.who, result)
        client = self._session.client
        client.do(self, work, lambda _: self._tell(result), refused=self._refused, quiet=True)

    def _tell(self, result: Archived) -> None:
        self._say(words.archived(result), "done", result.folder / INDEX)

    def _salvaged(self, result: Salvaged) -> None:
        self._say(words.salvaged(result), "done" if result.whole else "warning", result.folder / LIST)

    def _say(self, said: str, kind: str, page: Path) -> None:
        self._session.say(said, kind, self.tr("Mở danh sách"), partial(_open, page), "writing out")
        self.finished.emit(page.parent)

    def _refused(self, error: DeskError) -> None:
        self._session.say(
            refusal(error), "warning" if isinstance(error, Cancelled) else "error", about="writing out"
        )
        self.finished.emit(None)


def archive_work(file: Path, folder: Path, year: int | None, report: Report, stop: Stop) -> Archived:
    """Write an archive; for a process of its own."""
    return archive_file(file, folder, year, report, stop, words.deed)


def salvage_work(file: Path, folder: Path, report: Report, stop: Stop) -> Salvaged:
    """Write what a file gives; for a process of its own."""
    return salvage(file, folder, report, stop, words.deed)


def show(dialog: ProgressDialog, progress: Progress) -> None:
    """Show how far a work is."""
    dialog.show_step(progress.done, words.progress(progress), progress.total)


def refusal(error: DeskError) -> str:
    """Return the sentence for what stopped a work."""
    return words.broken() if isinstance(error, Broken) else wording.error(error)


def _open(page: Path) -> None:
    open_path(page)
