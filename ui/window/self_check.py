"""The check-up of the desk: asked for, after a run that broke off, and once a week while nobody is there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QWidget

from desk import clock
from desk.errors import DeskError
from desk.integrity.database import CheckResult
from ui.look import local_settings
from ui.session.session import Session
from ui.words import wording

if TYPE_CHECKING:  # loaded when somebody wants it: a start does without
    from ui.window.check_dialog import CheckDialog

_KEY = "check/day"  # of the last whole check on this machine
_EVERY = timedelta(days=7)
_LOOK = 120_000  # ms between two looks whether somebody is there


class SelfCheck(QObject):
    """Runs the check-up in a process of its own and tells what it found."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window
        self._running = False
        self._dialog: CheckDialog | None = None  # that waits for what is found
        self._looked = (QPoint(), -1)  # where the mouse was, and how much had been done
        self._timer = QTimer(self, interval=_LOOK)
        self._timer.timeout.connect(self.when_idle)
        self._done = 0
        session.client.changed.connect(self._count)
        if _is_due():
            self._timer.start()

    def _count(self, *_: object) -> None:
        self._done += 1

    def when_idle(self) -> None:
        """Check quietly when neither the mouse has moved nor anything was done since the last look."""
        now = (QCursor.pos(), self._done)
        if now == self._looked and QApplication.activeModalWidget() is None:
            self.run(quiet=True)
        self._looked = now

    def ask(self) -> None:
        """Check the desk in a dialog, in which the code on a print can be compared meanwhile."""
        self._dialog = self._shown(None)
        self.run()

    def run(self, *, quiet: bool = False) -> None:
        """Check the desk; `quiet` says nothing of a sound one."""
        if self._running:
            return
        from desk.integrity import database
        from desk.safety import anchors
        from ui.safety import second_place

        self._running = True
        if not quiet:
            self._session.say(self.tr("Đang kiểm tra tệp dữ liệu, nhật ký và mọi phiên bản…"))
        client = self._session.client

        def found(faults: list[CheckResult]) -> None:
            client.ask(self, rest, lambda more: self._report([*faults, *more], quiet), refused=self._regret)

        def rest() -> list[CheckResult]:
            return [*anchors.broken(database.place(), second_place.folder()), *database.check_index()]

        # In a process of its own: drafts are kept and pages shown meanwhile, however long it reads.
        client.ask(
            self,
            database.place,
            lambda path: client.abroad(self, partial(database.check_file, path), found, refused=self._regret),
            refused=self._regret,
        )

    def _regret(self, error: DeskError) -> None:
        self._running = False
        if self._dialog is not None:
            self._dialog.complain(error)
        self._session.say(wording.error(error), "error", about="check")

    def _report(self, faults: Sequence[CheckResult], quiet: bool) -> None:
        self._running = False
        self._timer.stop()
        local_settings.write(_KEY, clock.today().isoformat())
        if self._dialog is not None:
            self._dialog.tell(faults)
        if faults:
            self._say_what_is_wrong(faults)
        elif not quiet:
            self._session.say(self.tr("Tệp dữ liệu, nhật ký và mọi phiên bản đều nguyên vẹn."), about="check")

    def _say_what_is_wrong(self, faults: Sequence[CheckResult]) -> None:
        words = self.tr("Kiểm tra dữ liệu thấy {n} chỗ không ổn.").format(n=len(faults))
        self._session.say(
            words,
            "error",
            self.tr("Xem từng chỗ"),
            lambda: self._show(faults),
            about="check",
        )

    def _show(self, faults: Sequence[CheckResult]) -> None:
        self._shown(faults)

    def _shown(self, faults: Sequence[CheckResult] | None) -> CheckDialog:
        from ui.window.check_dialog import CheckDialog

        dialog = CheckDialog(self._window, faults, self._compare)
        dialog.finished.connect(self._forget)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _forget(self) -> None:
        self._dialog = None

    def _compare(self, code: str, told: Callable[[bool], None], refused: Callable[[DeskError], None]) -> None:
        from desk.acts import journal

        self._session.client.ask(self, partial(journal.bears_out, code), told, refused=refused)


def _is_due() -> bool:
    try:
        last = date.fromisoformat(local_settings.read(_KEY))
    except ValueError:
        return True
    return not last <= clock.today() < last + _EVERY
