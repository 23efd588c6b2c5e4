"""Export and release: an issue's files made off the GUI thread, with progress and cancel, shown on request."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from desk import clock, issues, manifest, outputs, printing, releases
from desk.errors import Broken, Cancelled, DeskError
from desk.gate import Changes
from desk.issues import IssueRow
from desk.press import export
from desk.press.edition import Edition
from desk.press.makers import Made, make, ready
from desk.press.output import WANTS_PROCESS, Finish, Output
from desk.releases import Pressed
from desk.rules import Act, IssueState, refusal
from ui import wording, wording_issue
from ui.dialogs.export import ExportDialog, ExportProgress
from ui.seat import Seat

if TYPE_CHECKING:
    from desk.press.limits import LimitFault
    from desk.press.parcels import Measured

Profiles = Mapping[Output, Finish]
_Parcels = dict[Output, dict[str, bytes]]  # an output's files by path


@dataclass(slots=True)
class _Run:
    """One export under way: a late answer of an earlier one must not get into it."""

    issue: IssueRow
    profiles: Profiles
    folder: Path | None  # None: a release that nobody wants written out now
    progress: ExportProgress
    releasing: bool = False
    stop: threading.Event = field(default_factory=threading.Event)
    editions: dict[bool, Edition] = field(default_factory=dict)  # by whether it is the proof's
    parcels: _Parcels = field(default_factory=dict)
    released: bool = False  # done, whatever becomes of the files that are written out
    measured: Measured | None = None

    def edition(self, output: Output) -> Edition:
        """Return what an output is made of: the proof shows articles as they are now."""
        return self.editions[output is Output.PROOF]


class Exporter(QObject):
    """Runs one export or release at a time and says what came of it."""

    finished = Signal(object)  # Path of the folder written; None when refused or cancelled

    def __init__(self, seat: Seat, parent: QWidget) -> None:
        super().__init__(parent)
        self._seat, self._window = seat, parent
        self._run: _Run | None = None

    def stand_by(self) -> None:
        """Get ready to make files: somebody is choosing which."""
        self._seat.office.stand_by(ready)

    def run(self, parent: QWidget, issue: IssueRow) -> None:
        """Ask what and where to, then export the issue."""

        def ask(profiles: dict[Output, Finish]) -> None:
            self.stand_by()
            wish = ExportDialog.ask(parent, issue, profiles)
            if wish is not None:
                chosen, folder = wish
                if refusal(Act.CHANGE_SETTINGS, self._seat.me.roles) is None:
                    self._seat.office.do(self, partial(outputs.save, self._seat.who, chosen), quiet=True)
                self.begin(issue.id, chosen, folder)

        self._seat.office.ask(self, outputs.profiles, ask)

    def begin(self, issue_id: int, profiles: Profiles, folder: Path) -> None:
        """Export without asking; a refusal names the article that is in the way."""
        self._seat.office.ask(
            self, partial(issues.row, issue_id), lambda row: self._start(row, profiles, folder, False)
        )

    def release(self, issue: IssueRow, profiles: Profiles, folder: Path | None) -> None:
        """Make the files of an issue and release it with them; they are written to the folder if there is one."""
        self._start(issue, profiles, folder, True)

    def _start(self, issue: IssueRow, profiles: Profiles, folder: Path | None, releasing: bool) -> None:
        title = self.tr("Đang phát hành số {name}") if releasing else self.tr("Đang xuất bản tin")
        progress = ExportProgress(self._window, len(profiles) + 2, title.format(name=issue.name))
        run = self._run = _Run(issue, profiles, folder, progress, releasing)
        progress.cancelled.connect(run.stop.set)
        progress.show()
        kinds = {output is Output.PROOF for output in profiles}

        def gather() -> tuple[dict[bool, Edition], _Parcels]:
            if not releasing:
                printing.may_export(self._seat.who)
            held: _Parcels = {}
            if issue.state is IssueState.RELEASED:  # what went to print goes out as it went
                held = releases.parcels(releases.newest(issue.id).id, frozenset(profiles))
            return {proof: printing.edition(issue.id, proof=proof) for proof in kinds}, held

        self._seat.office.ask(self, gather, partial(self._make, run), refused=partial(self._refused, run))

    def _make(self, run: _Run, found: tuple[dict[bool, Edition], _Parcels]) -> None:
        from desk.press import parcels

        run.editions, run.parcels = found
        editions = run.editions
        refused = partial(self._refused, run)
        for output in run.parcels:
            run.progress.step(self.tr("Đã lấy từ tủ: {what}").format(what=wording_issue.output(output)))
        for output, finish in run.profiles.items():
            if output in run.parcels:
                continue
            send = self._seat.office.abroad if output in WANTS_PROCESS else self._seat.office.away
            put = partial(self._put, run, output)
            send(self, partial(make, run.edition(output), output, finish), put, refused=refused)
        measure = partial(parcels.measured, next(iter(editions.values())))
        self._seat.office.away(self, measure, partial(self._keep, run), refused=refused)

    def _put(self, run: _Run, output: Output, made: Made) -> None:
        from desk.press import parcels

        if self._run is not run:  # another output was refused already
            return
        run.parcels[output] = parcels.parcel(run.edition(output), output, made)
        run.progress.step(self.tr("Đã làm xong: {what}").format(what=wording_issue.output(output)))
        self._go_on(run)

    def _keep(self, run: _Run, measured: Measured) -> None:
        if self._run is not run:
            return
        run.measured = measured
        run.progress.step(self.tr("Đã kiểm số trang."))
        self._go_on(run)

    def _go_on(self, run: _Run) -> None:
        """Once everything is made, release it if that was wanted, and write it."""
        if run.measured is None or len(run.parcels) < len(run.profiles):
            return
        if run.stop.is_set():
            self._refused(run, Cancelled())
            return
        refused = partial(self._refused, run)
        ordered = {output: run.parcels[output] for output in run.profiles}
        edition = next(iter(run.editions.values()))
        if run.releasing:
            from desk.press.limits import faults

            found = faults(edition, run.measured.layout)
            pages, measured = run.measured.pages, run.measured
            pressed = Pressed(edition, ordered, pages, measured.layout.total, measured.cover)
            work = partial(_release, self._seat.who, run.issue, pressed, found)
            run.progress.commit(self.tr("Đang phát hành…"))
            self._seat.office.do(self, work, partial(self._released, run), refused=refused, quiet=True)
            return
        flat = {name: data for made in ordered.values() for name, data in made.items()}
        by = self._seat.me.name
        told = partial(manifest.write, run.issue.id, edition, flat, run.measured.pages, by=by)
        self._seat.office.ask(
            self, told, lambda data: self._write(run, {**flat, manifest.NAME: data}), refused=refused
        )

    def _released(self, run: _Run, _: Changes) -> None:
        run.released = True
        if run.folder is None:
            self._close(run)
            self._seat.say(self.tr("Đã phát hành số {name}.").format(name=run.issue.name))
            self.finished.emit(None)
            return
        self._seat.office.ask(
            self,
            partial(_frozen, run.issue.id),
            partial(self._write, run),
            refused=partial(self._refused, run),
        )

    def _write(self, run: _Run, files: dict[str, bytes]) -> None:
        from desk.press import parcels

        assert run.folder is not None  # a release without one is over before this
        name = parcels.folder_name(next(iter(run.editions.values())), clock.today())
        # What was released is released: only an export may still be stopped while it is written.
        stop = export.never if run.releasing else run.stop.is_set
        work = partial(export.write_new_folder, files, run.folder, name, stop=stop)
        then = partial(self._written, run, files)
        self._seat.office.away(self, work, then, refused=partial(self._refused, run))

    def _written(self, run: _Run, files: dict[str, bytes], folder: Path) -> None:
        self._close(run)
        if not run.releasing and False not in {output is Output.PROOF for output in run.profiles}:
            told = self.tr("Đã xuất bản in thử vào {folder}.")
        elif run.releasing:
            told = self.tr("Đã phát hành số {name}; tệp ở {folder}.")
        else:
            told = self.tr("Đã xuất số {name} vào {folder}.")
            work = partial(_exported, self._seat.who, run.issue.id, files, run.editions[False])
            self._seat.office.do(self, work, quiet=True)
        self._seat.say(
            told.format(name=run.issue.name, folder=folder.name),
            "done",
            self.tr("Mở thư mục"),
            partial(open_in_system, folder),
        )
        self.finished.emit(folder)

    def _refused(self, run: _Run, error: DeskError) -> None:
        if self._run is not run:
            return
        run.stop.set()
        self._close(run)
        if run.released:
            told = self.tr(
                "Đã phát hành số {name}, nhưng chưa ghi được tệp ra ngoài: {why} Vào Tủ bản tin để ghi lại."
            )
            why = self.tr("có trục trặc.") if isinstance(error, Broken) else wording.error(error)
            self._seat.say(told.format(name=run.issue.name, why=why), "warning")
        elif isinstance(error, Broken) and run.releasing:
            self._seat.say(self.tr("Chưa phát hành được. Số bản tin vẫn như trước."), "error")
        elif isinstance(error, Broken):
            self._seat.say(self.tr("Chưa xuất được bản tin. Không có tệp nào dở dang."), "error")
        else:
            self._seat.say(wording.error(error), "warning" if isinstance(error, Cancelled) else "error")
        self.finished.emit(None)

    def _close(self, run: _Run) -> None:
        run.progress.end()
        self._run = None


def _release(who: int, issue: IssueRow, pressed: Pressed, found: tuple[LimitFault, ...]) -> Changes:
    titles = {piece.article: piece.text.title for piece in pressed.edition.pieces}
    told = tuple(
        wording_issue.fault(one, titles.get(one.article, ""))
        for one in printing.standing(found, issue.id, pressed.total)
    )
    return releases.release(who, issue.id, issue.version, replace(pressed, faults=told))


def _exported(who: int, issue_id: int, files: dict[str, bytes], edition: Edition) -> Changes:
    return printing.exported(who, issue_id, manifest.fingerprints(files), edition)


def _frozen(issue_id: int) -> dict[str, bytes]:
    return releases.files(releases.newest(issue_id).id)


def open_in_system(path: Path) -> None:
    """Open a file or folder with what the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
