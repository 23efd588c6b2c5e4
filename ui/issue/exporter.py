"""Export and release of an issue from the window: asked for, done off the GUI thread, shown and stopped, told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from desk.acts.rules import IssueState
from desk.cancel import StopFile
from desk.department import export_profiles
from desk.department.export_profiles import Profiles
from desk.edition.outputs import Finish, Output
from desk.errors import Broken, Cancelled, Denied, DeskError, FileTrouble, NotNow, Unmet
from desk.export.make import ready
from desk.export.work_steps import Phase, Step
from desk.issues import issues, releases
from desk.issues.export import Exported, ExportOrder, export, release
from desk.issues.issues import IssueRow
from ui.issue.chosen_outputs import ChosenOutputs
from ui.issue.export_dialog import ExportDialog, ExportProgress
from ui.issue.step_runner import StepRunner
from ui.look import local_settings
from ui.safety import making
from ui.session.session import Session
from ui.words import export as export_words
from ui.words import issue as issue_words
from ui.words import wording

_Offer = tuple[dict[Output, Finish], frozenset[Output]]  # what the desk makes; what a release holds


@dataclass(slots=True)
class _Run:
    """One export or release under way, and how it shows."""

    issue: IssueRow
    progress: ExportProgress
    releasing: bool = False
    released: bool = False  # done, whatever becomes of the files that are written out


class Exporter(QObject):
    """Runs one export or release at a time and says what came of it."""

    finished = Signal(object)  # Path of the folder written; None when refused or cancelled

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._window = session, parent
        self._chosen = ChosenOutputs(session, self)

    def stand_by(self) -> None:
        """Get ready to make files: somebody is choosing which."""
        self._session.client.stand_by(ready)

    def run(self, parent: QWidget, issue: IssueRow) -> None:
        """Ask what and where to, then export the issue."""

        def ask(offer: _Offer) -> None:
            self.stand_by()
            profiles, frozen = offer
            wish = ExportDialog.ask(parent, issue, self._chosen.last(profiles), frozen)
            if wish is not None:
                chosen, folder = wish
                self._chosen.remember(chosen)
                self.begin(issue.id, chosen, folder)

        self._session.client.ask(self, partial(_offer, issue), ask)

    def begin(self, issue_id: int, profiles: Profiles, folder: Path) -> None:
        """Export without asking; a refusal names the article or the folder that is in the way."""
        me = self._session.me
        order = ExportOrder(issue_id, profiles, folder, who=me.id, by=me.name)
        self._session.client.ask(self, partial(issues.row, issue_id), partial(self._export, order))

    def release(self, issue: IssueRow, profiles: Profiles, folder: Path | None) -> None:
        """Make the files of an issue and release it with them; they are written to the folder if there is one."""
        title = self.tr("Đang phát hành số {name}").format(name=issue.name)
        run = self._begun(issue, title, len(profiles), releasing=True)
        runner = self._runner(run, partial(self._released, run))
        steps = release(self._session.who, issue, profiles, folder, issue_words.fault)
        stop = StopFile()

        def leave_off() -> None:
            stop.set()

        run.progress.cancelled.connect(leave_off)
        run.progress.say(self.tr("Đang sao lưu trước khi phát hành…"))

        def secured() -> None:
            run.progress.cancelled.disconnect(leave_off)
            if not runner.stopped():
                run.progress.say(self.tr("Đang dàn trang…"))
                runner.start(steps)

        making.before_release(self._session, self, secured, stop)

    def _export(self, order: ExportOrder, issue: IssueRow) -> None:
        run = self._begun(issue, self.tr("Đang xuất bản tin"), len(order.outputs))
        runner = self._runner(run, partial(self._exported, run))
        runner.start(export(order, runner.stopped))

    # -- one run ---------------------------------------------------------------------------------------

    def _begun(self, issue: IssueRow, title: str, outputs: int, *, releasing: bool = False) -> _Run:
        # besides the outputs, the pages are measured and the folder is written
        return _Run(issue, ExportProgress(self._window, outputs + 2, title), releasing)

    def _runner(self, run: _Run, ended: Callable[[Any], None]) -> StepRunner[Any]:
        runner: StepRunner[Any] = StepRunner(
            self._session.client,
            self,
            begun=partial(self._show_begun, run),
            done=partial(self._show_done, run),
            ended=ended,
            refused=partial(self._refused, run),
        )
        run.progress.cancelled.connect(runner.stop)
        run.progress.show()
        return runner

    def _show_begun(self, run: _Run, step: Step[Any]) -> None:
        if step.phase is Phase.RELEASE:
            run.progress.commit(self.tr("Đang phát hành…"))
        elif step.phase is Phase.JOURNAL:
            run.progress.commit(self.tr("Đang ghi nhật ký…"))
        elif step.phase in (Phase.LIST, Phase.WRITE) and not run.releasing:
            run.progress.say(self.tr("Đang ghi tệp…"))

    def _show_done(self, run: _Run, step: Step[Any]) -> None:
        run.released = run.released or step.phase is Phase.RELEASE
        if step.phase is Phase.MEASURE:
            run.progress.step(self.tr("Đã kiểm số trang."))
        elif step.output is not None:
            taken = step.phase is Phase.TAKE
            words = self.tr("Đã lấy từ tủ: {what}") if taken else self.tr("Đã làm xong: {what}")
            run.progress.step(words.format(what=export_words.output(step.output)))

    # -- what came of it -------------------------------------------------------------------------------

    def _exported(self, run: _Run, result: Exported) -> None:
        (folder,) = result.paths
        if result.journaled:
            words = self.tr("Đã xuất số {name} vào {folder}.")
        else:
            words = self.tr("Đã xuất bản in thử vào {folder}.")
        self._written(run, folder, words)

    def _released(self, run: _Run, folder: Path | None) -> None:
        if folder is not None:
            self._written(run, folder, self.tr("Đã phát hành số {name}; tệp ở {folder}."))
            return
        run.progress.end()
        self._session.say(self.tr("Đã phát hành số {name}.").format(name=run.issue.name), about="export")
        self.finished.emit(None)

    def _written(self, run: _Run, folder: Path, words: str) -> None:
        local_settings.write("export/folder", str(folder.parent))
        run.progress.step("")
        run.progress.end()
        # In a turn of its own: to paint the window without the bar and then with the sentence takes its time.
        words = words.format(name=run.issue.name, folder=folder.name)
        QTimer.singleShot(0, self, partial(self._say_written, folder, words))

    def _say_written(self, folder: Path, words: str) -> None:
        self._session.say(words, "done", self.tr("Mở thư mục"), partial(open_in_system, folder), "export")
        self.finished.emit(folder)

    def _refused(self, run: _Run, error: DeskError) -> None:
        run.progress.end()
        if run.released:
            told = self.tr(
                "Đã phát hành số {name}, nhưng chưa ghi được tệp ra ngoài: {why} Vào Tủ bản tin để ghi lại."
            )
            why = self.tr("có trục trặc.") if isinstance(error, Broken) else wording.error(error)
            self._session.say(told.format(name=run.issue.name, why=why), "warning", about="export")
        elif isinstance(error, Broken) and run.releasing:
            self._session.say(
                self.tr("Chưa phát hành được. Số bản tin vẫn như trước."), "error", about="export"
            )
        elif isinstance(error, Broken):
            self._session.say(
                self.tr("Chưa xuất được bản tin. Không có tệp nào dở dang."), "error", about="export"
            )
        elif isinstance(error, FileTrouble) and not run.releasing:
            again = partial(self.run, self._window, run.issue)
            self._session.say(wording.error(error), "error", self.tr("Chọn thư mục khác"), again, "export")
        else:
            kind = "warning" if isinstance(error, Cancelled) else "error"
            # What the rules refuse answers this press, and leaves with what is done about it.
            refused = isinstance(error, Denied | NotNow | Unmet)
            self._session.say(wording.error(error), kind, about="" if refused else "export")
        self.finished.emit(None)


def _offer(issue: IssueRow) -> _Offer:
    """Return the desk's outputs, and those that go out of the shelf as they were released."""
    if issue.state is not IssueState.RELEASED:
        return export_profiles.profiles(), frozenset()
    return export_profiles.profiles(), frozenset(releases.outputs(releases.newest(issue.id).id))


def open_in_system(path: Path) -> None:
    """Open a file or folder with what the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
