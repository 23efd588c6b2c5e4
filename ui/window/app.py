"""The application's start, told in order.

QApplication → Vietnamese → look → log → crash hooks → sign-in, beside which the desk is opened (or founded first, or
the window that holds it is raised) → window. What can wait (answering a second start, watching for hard crashes)
waits until the event loop runs.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from desk.database.in_use import may_be_open
from desk.errors import DeskError, FileTrouble, Trouble
from desk.paths import DESK_FILE, PROGRAM, sample_folder, undecided
from desk.sample.door import PASSWORD
from ui.look import local_settings, style
from ui.session.desk_client import DeskClient
from ui.window import lost_file, short_frames
from ui.window.application import dress, has_screen, log_folder, make_application
from ui.window.crash import Crash, start_log, stop_watching, watch_hard_crashes
from ui.window.door import Door, door, sweep
from ui.window.sign_in import LastSignIn, SignIn

if TYPE_CHECKING:  # with the database: it is loaded on the desk's thread while the sign-in stands
    from desk.department.people import PersonRow
    from desk.safety.facts import Backup
    from ui.window.single_instance import SingleInstance
    from ui.window.window import Window

log = logging.getLogger(__name__)
_CHECKED = 3_000  # ms after the window stands: then the file of a run that broke off is checked beside it
_LATER = 200  # ms after the start: what nobody waits for
# What is loaded while the sign-in stands: what the first page needs, then the other pages, likeliest first.
FIRST = ("ui.window.window", "ui.today.page", "desk.calendar.coverage", "desk.issues.commissions")
AHEAD = (
    "ui.articles.actions",
    "ui.articles.page",
    "ui.editor.page",
    "ui.review.page",
    "ui.issue.page",
    "ui.calendar.page",
    "ui.issue.released_page",
    "ui.settings.page",
    "ui.journal.page",
    "ui.registers.page",
    "ui.intake.importer",
    "ui.controls.message_bar",
)


def run(folder: Path, files: Sequence[Path] = ()) -> int:
    """Run the window on a desk's folder until it is closed; return the exit code."""
    if not has_screen():
        if sys.stderr is not None:  # pythonw has none
            sys.stderr.write(f"Máy này không có màn hình. Hãy chạy: {PROGRAM} tour --out build/tour\n")
        return 1
    app = make_application()
    dress(folder)
    if undecided(folder):
        from ui.window.place_dialog import PlaceDialog

        chosen = PlaceDialog.ask(None)
        if chosen is None:
            return 0
        folder = chosen
        local_settings.use(folder)
    logs = log_folder(folder)
    start_log(logs)
    crash = Crash()
    desk = App(folder)
    desk.take(files)
    QTimer.singleShot(_LATER, desk, partial(desk.watch, logs))
    code = app.exec() if desk.start() else desk.code
    desk.back_up()
    desk.close()
    crash.let_go()
    return code


def tell_hard_crash(last_words: str) -> None:
    """Say how the run before ended."""
    from ui.window.crash_dialog import CrashDialog

    CrashDialog(None, last_words, earlier=True).open()


class App(QObject):
    """Opens the desk, lets somebody sign in, shows their window, and begins again when they sign out."""

    def __init__(self, folder: Path, client: DeskClient | None = None) -> None:
        super().__init__()
        self._folder = folder
        self.client = client or DeskClient()
        self.window: Window | None = None
        self.code = 1  # what the program ends with when nobody came in
        self._single: SingleInstance | None = None
        self._opened = False  # the desk's file
        self._unfounded = False  # it is a file that nobody has founded a desk in yet
        self._barred: DeskError | None = None  # why it cannot be opened
        self._broken_off = False  # the run before ended without closing it
        self._files: list[Path] = []  # to be taken in when somebody sits here

    def watch(self, logs: Path) -> None:
        """Once the loop runs: load the other fonts, answer a second start, watch for crashes."""
        from ui.window.single_instance import SingleInstance

        style.load_paper_fonts()
        self._single = SingleInstance(self._folder)
        self._single.raised.connect(self.come_forward)
        self._single.closing.connect(self.leave)
        self._single.listen()
        self.client.away(self, sweep, lambda _: None)
        last_words = watch_hard_crashes(logs)
        if last_words:
            tell_hard_crash(last_words)

    def _load_ahead(self) -> None:
        """Load, beside the sign-in, the window and its pages: the first page first."""
        short_frames.share()
        self.client.load_ahead(FIRST)
        self.client.load_ahead(AHEAD)

    def start(self) -> bool:
        """Let somebody in, or found the desk first; False when the person gave up or it cannot be."""
        path = self._folder / DESK_FILE
        self._broken_off = may_be_open(path)  # or another has it: that is asked first
        if self._broken_off and self._first_answers():
            self.code = 0
            return False
        if lost_file.is_lost(path):
            founds = lost_file.wants_another_desk(path)
            if founds is None:
                return False
            if not founds:
                return lost_file.restore(self.client, path) and self._enter(path)
        return self._enter(path)

    def _enter(self, path: Path) -> bool:
        """Let somebody in, found the desk, or say what stands in the way; a backup may be restored there."""
        try:
            if path.exists() and self._let_in():
                return True
            if self._unfounded or not path.exists():
                return self._found() and self._let_in()
        except DeskError as error:
            return self._regret(error)
        barred = self._barred
        if isinstance(barred, FileTrouble) and barred.kind is Trouble.LOCKED and self._first_answers():
            self.code = 0
        elif barred is not None:
            return self._regret(barred)
        return False

    def _first_answers(self) -> bool:
        """Raise the window that holds this desk, if it is one of ours."""
        from ui.window.single_instance import SingleInstance

        return SingleInstance(self._folder).raise_first(self._files)

    def back_up(self) -> None:
        """Make a backup of what was done since the last one, once the window is closed; seconds are waited for it."""
        if not self._opened:
            return
        from ui.safety import closing

        try:
            closing.back_up(self.client)
        except DeskError as error:  # the program ends all the same
            log.error("no backup at the end: %r", error)

    def close(self) -> None:
        """Close the desk."""
        self.client.close()
        if self._single is not None:
            self._single.close()
        stop_watching()

    def take(self, files: Sequence[Path]) -> None:
        """Take files in, as soon as somebody sits at the window."""
        self._files += files
        if self.window is not None and self._files:
            self._files, waiting = [], self._files
            self.window.door.take_soon(waiting)

    def leave(self) -> None:
        """Close, because a setup asks for it; a question that is open, or unsaved work, keeps it."""
        asking = QApplication.activeModalWidget()
        if isinstance(asking, SignIn):
            asking.reject()
        elif asking is None and self.window is not None:
            self.window.close()
        elif asking is None:
            QTimer.singleShot(_LATER, self, self.leave)  # the sign-in is on its way
        else:
            self.come_forward()

    def come_forward(self, files: Sequence[Path] = ()) -> None:
        """Bring the window to the front, and take in what a second start was given."""
        self.take(files)
        if self.window is not None:
            self.window.come_forward()
            return
        asking = QApplication.activeModalWidget()
        if asking is not None:
            asking.raise_()
            asking.activateWindow()

    def show_window(self, me: PersonRow) -> Window:
        """Show the window of a signed-in person."""
        from desk.department import settings
        from ui.session.session import Session
        from ui.window.idle_lock import IdleLock
        from ui.window.idle_pages import IdlePages
        from ui.window.window import Window

        names = self.client.wait(settings.names)
        self.window = Window(Session(self.client, me, names))
        self.window.signed_out.connect(self._again)
        self.window.restore_wanted.connect(self._restore)
        self.window.show()
        IdlePages(self.window.session, self.window.pages)
        lock = IdleLock(self.window, self._attempt)
        lock.handed_over.connect(self._hand_over)
        if self._broken_off:
            self._broken_off = False
            QTimer.singleShot(_CHECKED, self.window.commands.self_check, self._check_quietly)
        QTimer.singleShot(0, short_frames.settle)
        self.take(())
        return self.window

    def _check_quietly(self) -> None:
        if self.window is not None:
            self.window.commands.self_check.run(quiet=True)

    def _found(self) -> bool:
        from desk.department import recovery, settings
        from ui.settings.recovery_dialog import RecoveryCodeDialog
        from ui.window.first_start import FirstStart

        path = self._folder / DESK_FILE
        restored: list[bool] = []

        def restore() -> bool:
            self._shut()
            if lost_file.restore(self.client, path):
                restored.append(True)
            return bool(restored)

        founding = FirstStart.ask(None, settings.PROPOSED_SECTIONS, restore)
        if founding is None:
            return bool(restored)
        if not path.exists():  # a founding cut short has left the file, empty
            self.client.create(path)
        if not self._opened:
            self.client.open_file(path)
        self._opened = True
        code = recovery.fresh()
        who = self.client.wait(
            lambda: settings.found(
                founding.names,
                founding.sections,
                founding.admin,
                founding.title,
                founding.unit,
                founding.password,
                code,
            )
        )
        RecoveryCodeDialog(None, code, founding.names.department).exec()
        LastSignIn(who, founding.admin, founding.names.department).write()
        return True

    def _let_in(self, *, again: bool = False) -> bool:
        """Ask who it is; the desk is opened beside the window that asks."""
        me: PersonRow | None = None
        while me is None:
            self._barred, self._unfounded = None, False
            dialog = SignIn(None, LastSignIn.read(), self._attempt, again=again)
            if self._folder == sample_folder():
                words = self.tr("Bàn mẫu để làm thử. Mật khẩu của mọi người: {words}")
                dialog.explain(words.format(words=PASSWORD))
            dialog.stands.connect(partial(self._open, dialog))
            dialog.forgotten.connect(partial(self._recover, dialog))
            if dialog.exec() != QDialog.DialogCode.Accepted or dialog.person is None:
                return False
            LastSignIn(dialog.person.id, dialog.person.name, dialog.department).write()
            me = dialog.person if not dialog.person.renew or self._renewed(dialog.person) else None
        self.show_window(me)
        return True

    def _renewed(self, me: PersonRow) -> bool:
        """Let somebody whose password an administrator gave choose their own; False when they would not."""
        from ui.window.renew_dialog import renewed

        return renewed(self.client, me)

    def _recover(self, door: SignIn) -> None:
        """Let an administrator in again by the recovery code."""
        from ui.window.forgotten_dialog import recover_at

        recover_at(door, self.client)

    def _open(self, dialog: SignIn) -> None:
        def fill(door: Door) -> None:
            self._opened = True
            if not door.founded:
                self._unfounded = True
                dialog.reject()
                return
            dialog.fill(door.department, door.people)
            self._load_ahead()

        def bar(error: DeskError) -> None:
            self._barred = error
            dialog.reject()

        if self._opened:
            self.client.ask(dialog, door, fill, refused=bar)
        else:
            self.client.open_and_ask(dialog, self._folder / DESK_FILE, door, fill, refused=bar)

    def _attempt(
        self,
        who: int,
        password: str,
        welcome: Callable[[PersonRow], None],
        refuse: Callable[[DeskError], None],
    ) -> None:
        from desk.department import people  # loaded by now

        self.client.ask(self, partial(people.sign_in, who, password), welcome, refused=refuse)

    def _again(self) -> None:
        """Let the next one in after a sign-out."""
        self._change_seats(lambda: self._let_in(again=True))

    def _hand_over(self, me: PersonRow) -> None:
        """Give another person their own window: they have signed in over one that was locked."""

        def enter() -> bool:
            LastSignIn(me.id, me.name, LastSignIn.read().department).write()
            if me.renew and not self._renewed(me):
                return self._let_in(again=True)
            self.show_window(me)
            return True

        self._change_seats(enter)

    def _change_seats(self, enter: Callable[[], bool]) -> None:
        old, self.window = self.window, None
        QApplication.setQuitOnLastWindowClosed(False)
        if old is not None:
            old.part()
            old.deleteLater()
        entered = enter()
        QApplication.setQuitOnLastWindowClosed(True)
        if not entered:
            QApplication.quit()

    def _restore(self, backup: Backup) -> None:
        """Close the window and the desk, restore a backup in its place, and let somebody in again."""
        from ui.safety import restoring

        old, self.window = self.window, None
        by = old.session.me.name if old is not None else ""
        QApplication.setQuitOnLastWindowClosed(False)
        if old is not None:
            old.close()
            old.deleteLater()
        self._shut()
        path = self._folder / DESK_FILE
        restoring.run(self.client, None, backup.path, path, by)
        entered = self._enter(path)
        QApplication.setQuitOnLastWindowClosed(True)
        if not entered:
            QApplication.quit()

    def _shut(self) -> None:
        """Close the desk's file, so that another can take its place."""
        self.client.close_file()
        self._opened = False

    def _regret(self, error: DeskError) -> bool:
        """Say what stands in the way; True when a backup was restored instead, and somebody came in."""
        log.error("cannot open the desk: %r", error)
        path = self._folder / DESK_FILE
        return lost_file.regret(error, path) and lost_file.restore(self.client, path) and self._enter(path)
