"""Export and release: an issue's files made off the GUI thread, with progress and cancel, shown on request."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from desk import clock
from desk.acts.gate import Changes
from desk.acts.permission import refusal
from desk.acts.rules import Act, IssueState
from desk.cancel import never
from desk.department import export_profiles
from desk.edition.edition import Edition
from desk.edition.outputs import WANTS_PROCESS, Finish, Output
from desk.errors import Broken, Cancelled, DeskError, FileTrouble
from desk.export import write_files
from desk.export.make import Made, forget_pieces, lean, make, make_kept, pieces, ready
from desk.issues import issues, manifest, printing, releases
from desk.issues.issues import IssueRow
from desk.issues.releases import ReleaseContent
from ui.issue.export_dialog import ExportDialog, ExportProgress
from ui.look import local_settings
from ui.session.session import Session
from ui.words import issue as issue_words
from ui.words import wording

if TYPE_CHECKING:
    from desk.export.packages import MeasuredEdition
    from desk.export.preflight import LimitFault

Profiles = Mapping[Output, Finish]
T = TypeVar("T")
_Parcels = dict[Output, dict[str, bytes]]  # an output's files by path
_Offer = tuple[dict[Output, Finish], frozenset[Output]]  # what the desk makes; what a release holds
_Way = Callable[..., None]  # of the desk client: ask, away, abroad
_CHOSEN = "export/outputs-{who}"


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
    abroad: list[Output] = field(default_factory=list)  # still to be made in the process
    given: bool = False  # the process has the pictures
    released: bool = False  # done, whatever becomes of the files that are written out
    measured: MeasuredEdition | None = None

    @property
    def journaled(self) -> bool:
        """Say whether it makes more than a Bản in thử, which is nobody's business but the maker's."""
        return set(self.profiles) != {Output.PROOF}

    def edition(self, output: Output) -> Edition:
        """Return what an output is made of: the proof shows articles as they are now."""
        return self.editions[output is Output.PROOF]


class Exporter(QObject):
    """Runs one export or release at a time and says what came of it."""

    finished = Signal(object)  # Path of the folder written; None when refused or cancelled

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._window = session, parent
        self._run: _Run | None = None

    def stand_by(self) -> None:
        """Get ready to make files: somebody is choosing which."""
        self._session.client.stand_by(ready)

    def run(self, parent: QWidget, issue: IssueRow) -> None:
        """Ask what and where to, then export the issue."""

        def ask(offer: _Offer) -> None:
            self.stand_by()
            profiles, frozen = offer
            wish = ExportDialog.ask(parent, issue, self._own(profiles), frozen)
            if wish is not None:
                chosen, folder = wish
                self._remember(chosen)
                self.begin(issue.id, chosen, folder)

        self._session.client.ask(self, partial(_offer, issue), ask)

    def begin(self, issue_id: int, profiles: Profiles, folder: Path) -> None:
        """Export without asking; a refusal names the article or the folder that is in the way."""
        self._session.client.ask(
            self, partial(issues.row, issue_id), lambda row: self._start(row, profiles, folder, False)
        )

    def release(self, issue: IssueRow, profiles: Profiles, folder: Path | None) -> None:
        """Make the files of an issue and release it with them; they are written to the folder if there is one."""
        self._start(issue, profiles, folder, True)

    # -- what was chosen -------------------------------------------------------------------------------

    def _own(self, desks: dict[Output, Finish]) -> dict[Output, Finish]:
        """Return what this person last chose on this machine; the desk's outputs for who sets those."""
        if refusal(Act.CHANGE_SETTINGS, self._session.me.roles) is None:
            return desks
        try:
            return (
                export_profiles.from_json(local_settings.read(_CHOSEN.format(who=self._session.who))) or desks
            )
        except ValueError:  # nothing was chosen yet, or the file is damaged
            return desks

    def _remember(self, chosen: Profiles) -> None:
        """Keep a choice: as the desk's of who may set it, a mere Bản in thử excepted; else on this machine."""
        if refusal(Act.CHANGE_SETTINGS, self._session.me.roles) is not None:
            local_settings.write(_CHOSEN.format(who=self._session.who), export_profiles.to_json(chosen))
        elif set(chosen) != {Output.PROOF}:
            self._session.client.do(
                self, partial(export_profiles.save, self._session.who, chosen), quiet=True
            )

    # -- one run ---------------------------------------------------------------------------------------

    def _start(self, issue: IssueRow, profiles: Profiles, folder: Path | None, releasing: bool) -> None:
        title = self.tr("Đang phát hành số {name}") if releasing else self.tr("Đang xuất bản tin")
        progress = ExportProgress(self._window, len(profiles) + 2, title.format(name=issue.name))
        run = self._run = _Run(issue, profiles, folder, progress, releasing)
        progress.cancelled.connect(lambda: self._refused(run, Cancelled()))
        progress.show()
        if folder is None:
            self._gather(run, None)
        else:  # before the work, not after it
            self._send(run, self._session.client.away, partial(write_files.look, folder), self._gather)

    def _send(self, run: _Run, send: _Way, work: Callable[[], T], then: Callable[[_Run, T], None]) -> None:
        """Send a piece of a run's work. Once the run is over, nothing more is begun and nothing of it is heard."""

        def heard(found: T) -> None:
            if self._run is run:
                then(run, found)

        if self._run is run:
            send(self, work, heard, refused=partial(self._refused, run))

    def _gather(self, run: _Run, _: None) -> None:
        who, issue = self._session.who, run.issue
        kinds = {output is Output.PROOF for output in run.profiles}

        def gather() -> tuple[dict[bool, Edition], _Parcels]:
            if not run.releasing:
                printing.may_export(who)
            held: _Parcels = {}
            if issue.state is IssueState.RELEASED:  # what went to print goes out as it went
                held = releases.parcels(releases.newest(issue.id).id, frozenset(run.profiles))
            return {proof: printing.edition(issue.id, proof=proof) for proof in kinds}, held

        self._send(run, self._session.client.ask, partial(_unless, run.stop, gather), self._make)

    def _make(self, run: _Run, found: tuple[dict[bool, Edition], _Parcels]) -> None:
        from desk.export import packages

        run.editions, held = found
        for output, files in held.items():
            self._have(run, output, files, self.tr("Đã lấy từ tủ: {what}"))
        wanted = [output for output in run.profiles if output not in held]
        run.abroad = [output for output in wanted if output in WANTS_PROCESS]
        self._next(run)
        away = self._session.client.away
        measure = partial(packages.measured, next(iter(run.editions.values())))
        self._send(run, away, partial(_unless, run.stop, measure), self._keep)
        for output in wanted:
            if output not in WANTS_PROCESS:
                work = partial(make, run.edition(output), output, run.profiles[output])
                self._send(run, away, partial(_unless, run.stop, work), partial(self._put, output))

    def _next(self, run: _Run) -> None:
        """Have the next output made in the process: one at a time, as what waits there could not be stopped."""
        if run.abroad:
            self._make_abroad(run, run.abroad.pop(0))

    def _make_abroad(self, run: _Run, output: Output) -> None:
        """Send the text; the pictures only to a process that does not have them from the output before."""
        whole = run.edition(output)
        before = [] if run.given else pieces(whole)
        run.given = True
        work = partial(make_kept, lean(whole), output, run.profiles[output])
        send = partial(self._session.client.abroad, before=before)
        self._send(run, send, work, partial(self._put_and_on, output))

    def _put_and_on(self, output: Output, run: _Run, made: Made | None) -> None:
        if made is None:  # its process died since, the new one has no pictures: it is sent everything at once
            run.given = False
            work = partial(make, run.edition(output), output, run.profiles[output])
            self._send(run, self._session.client.abroad, work, partial(self._put_and_on, output))
            return
        self._next(run)
        self._put(output, run, made)

    def _put(self, output: Output, run: _Run, made: Made) -> None:
        from desk.export import packages

        files = packages.parcel(run.edition(output), output, made)
        self._have(run, output, files, self.tr("Đã làm xong: {what}"))
        self._go_on(run)

    def _have(self, run: _Run, output: Output, files: dict[str, bytes], told: str) -> None:
        run.parcels[output] = files
        run.progress.step(told.format(what=issue_words.output(output)))

    def _keep(self, run: _Run, measured: MeasuredEdition) -> None:
        run.measured = measured
        run.progress.step(self.tr("Đã kiểm số trang."))
        self._go_on(run)

    def _go_on(self, run: _Run) -> None:
        """Once everything is made, release it if that was wanted, and write it."""
        if self._run is not run or run.measured is None or len(run.parcels) < len(run.profiles):
            return
        ordered = {output: run.parcels[output] for output in run.profiles}
        edition = next(iter(run.editions.values()))
        if run.releasing:
            self._press(run, ordered, edition)
            return
        flat = {name: data for made in ordered.values() for name, data in made.items()}
        by = self._session.me.name
        told = partial(manifest.write, run.issue.id, edition, flat, run.measured.pages, by=by)
        run.progress.say(self.tr("Đang ghi tệp…"))
        self._send(
            run,
            self._session.client.ask,
            told,
            lambda run, data: self._write(run, {**flat, manifest.NAME: data}),
        )

    def _press(self, run: _Run, ordered: _Parcels, edition: Edition) -> None:
        from desk.export.preflight import faults

        assert run.measured is not None  # what is not measured does not go on
        measured = run.measured
        pressed = ReleaseContent(edition, ordered, measured.pages, measured.layout.total, measured.cover)
        work = partial(_release, self._session.who, run.issue, pressed, faults(edition, measured.layout))
        run.progress.commit(self.tr("Đang phát hành…"))
        self._session.client.do(
            self, work, partial(self._released, run), refused=partial(self._refused, run), quiet=True
        )

    def _released(self, run: _Run, _: Changes) -> None:
        run.released = True
        if run.folder is None:
            self._close(run)
            self._session.say(self.tr("Đã phát hành số {name}.").format(name=run.issue.name))
            self.finished.emit(None)
            return
        self._send(run, self._session.client.ask, partial(_frozen, run.issue.id), self._write)

    def _write(self, run: _Run, files: dict[str, bytes]) -> None:
        from desk.export import packages

        assert run.folder is not None  # a release without one is over before this
        name = packages.folder_name(next(iter(run.editions.values())), clock.today())
        # What was released is released: only an export may still be stopped while it is written.
        stop = never if run.releasing else run.stop.is_set
        work = partial(write_files.write_new_folder, files, run.folder, name, stop=stop)
        then = partial(self._written, run, files)
        self._session.client.away(self, work, then, refused=partial(self._refused, run))

    def _written(self, run: _Run, files: dict[str, bytes], folder: Path) -> None:
        if self._run is not run:  # stopped in the moment in which it was done: nothing of it stays
            self._session.client.away(self, partial(write_files.take_away, folder), lambda _: None)
            return
        local_settings.write("export/folder", str(folder.parent))
        end = partial(self._end, run, folder)
        if run.releasing or not run.journaled:
            end(None)
            return
        run.progress.commit(self.tr("Đang ghi nhật ký…"))
        work = partial(_exported, self._session.who, run.issue.id, files, run.editions[False])
        self._session.client.do(
            self, work, end, refused=partial(self._not_journaled, run, folder), quiet=True
        )

    def _not_journaled(self, run: _Run, folder: Path, error: DeskError) -> None:
        """Leave no files of which the journal does not know."""
        self._session.client.away(self, partial(write_files.take_away, folder), lambda _: None)
        self._refused(run, error)

    def _end(self, run: _Run, folder: Path, _: Changes | None) -> None:
        run.progress.step("")
        self._close(run)
        # In a turn of its own: to paint the window without the bar and then with the sentence takes its time.
        QTimer.singleShot(0, self, partial(self._tell_written, run, folder))

    def _tell_written(self, run: _Run, folder: Path) -> None:
        told = self.tr("Đã xuất số {name} vào {folder}.")
        if run.releasing:
            told = self.tr("Đã phát hành số {name}; tệp ở {folder}.")
        elif not run.journaled:
            told = self.tr("Đã xuất bản in thử vào {folder}.")
        self._session.say(
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
            self._session.say(told.format(name=run.issue.name, why=why), "warning")
        elif isinstance(error, Broken) and run.releasing:
            self._session.say(self.tr("Chưa phát hành được. Số bản tin vẫn như trước."), "error")
        elif isinstance(error, Broken):
            self._session.say(self.tr("Chưa xuất được bản tin. Không có tệp nào dở dang."), "error")
        elif isinstance(error, FileTrouble) and not run.releasing:
            again = partial(self.run, self._window, run.issue)
            self._session.say(wording.error(error), "error", self.tr("Chọn thư mục khác"), again)
        else:
            self._session.say(wording.error(error), "warning" if isinstance(error, Cancelled) else "error")
        self.finished.emit(None)

    def _close(self, run: _Run) -> None:
        if run.given:
            self._session.client.stand_by(forget_pieces)
        run.progress.end()
        self._run = None


def _offer(issue: IssueRow) -> _Offer:
    """Return the desk's outputs, and those that go out of the shelf as they were released."""
    if issue.state is not IssueState.RELEASED:
        return export_profiles.profiles(), frozenset()
    return export_profiles.profiles(), frozenset(releases.outputs(releases.newest(issue.id).id))


def _unless(stop: threading.Event, work: Callable[[], T]) -> T:
    """Do a piece of work whose turn has come, unless nobody wants it any more."""
    if stop.is_set():
        raise Cancelled
    return work()


def _release(who: int, issue: IssueRow, pressed: ReleaseContent, found: tuple[LimitFault, ...]) -> Changes:
    titles = {piece.article: piece.text.title for piece in pressed.edition.pieces}
    told = tuple(
        issue_words.fault(one, titles.get(one.article, ""))
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
