"""The application's start, told in order.

QApplication → Vietnamese → look → log → crash hooks → sign-in, beside which the desk is opened (or founded first, or
the window that holds it is raised) → window. What can wait (answering a second start, watching for hard crashes)
waits until the event loop runs.
"""

from __future__ import annotations

import gc
import locale
import logging
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from desk import temporary_folders
from desk.database.in_use import may_be_open
from desk.errors import DeskError, FileTrouble, Trouble
from desk.paths import DESK_FILE, PROGRAM, sample_folder, undecided
from desk.sample.door import PASSWORD
from ui.look import local_settings, style
from ui.session.desk_client import DeskClient
from ui.window.crash import Crash, start_log, stop_watching, watch_hard_crashes
from ui.window.sign_in import LastSignIn, SignIn
from ui.words.qt import QtWords

if TYPE_CHECKING:  # with the database: it is loaded on the desk's thread while the sign-in stands
    from desk.department.people import PersonRow
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
    "ui.intake.importer",
    "ui.controls.message_bar",
)
_APP_ID = "BanBienTap.BanTinThongBaoNoiBo"


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
    desk.close()
    crash.let_go()
    return code


def tell_hard_crash(last_words: str) -> None:
    """Say how the run before ended."""
    from ui.window.crash_dialog import CrashDialog

    CrashDialog(None, last_words, earlier=True).open()


def log_folder(folder: Path) -> Path:
    """Return where the log goes: the desk's own folder, or a temporary one where that cannot be written."""
    logs = folder / "log"
    try:
        logs.mkdir(parents=True, exist_ok=True)
        (logs / "desk.log").open("a", encoding="utf-8").close()
    except OSError:
        return Path(tempfile.gettempdir()) / "ban-bien-tap-log"
    return logs


def has_screen() -> bool:
    """Say whether a window can be shown here."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def make_application() -> QApplication:
    """Make the QApplication: Vietnamese locale, Fusion, our words for Qt's, the task bar's name."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(_APP_ID)
    QApplication.setApplicationName("Bàn biên tập")
    QLocale.setDefault(QLocale("vi_VN"))
    app = QApplication(
        [*sys.argv[:1], "-style", "Fusion"]
    )  # setStyle would hand out a QStyle: its class is 5 ms
    locale.setlocale(locale.LC_NUMERIC, "C")
    words = QtWords(app)
    QApplication.installTranslator(words)
    return app


def dress(folder: Path) -> None:
    """Take the fonts, the scheme and the size of words that this machine last wore."""
    local_settings.use(folder)
    style.load_fonts()
    style.look().wear(local_settings.read_scheme(), local_settings.read_text_size())
    QApplication.setWindowIcon(style.icon("book", "accent"))


@dataclass(frozen=True, slots=True)
class Door:
    """What the sign-in shows of a desk."""

    founded: bool
    department: str
    people: tuple[PersonRow, ...]


def _door() -> Door:
    """Say who may come in; on the desk's thread."""
    from desk.department import people, settings

    everybody = tuple(people.everybody(active_only=True))
    return Door(settings.founded(), settings.names().department, everybody)


def _sweep() -> None:
    """Delete what a killed program has left in the temporary folder and where one exported last."""
    from desk.export import leftovers

    temporary_folders.sweep()
    last = local_settings.read("export/folder")
    if last:
        leftovers.sweep(Path(last))


def _settle() -> None:
    """Once the window stands, keep its frames short.

    What the start made is taken out of the collector's rounds: a full round stopped a scroll for 33 ms.
    """
    gc.freeze()
    gc.enable()
    _share()


def _share() -> None:
    """Let a thread that computes hand the interpreter over within a millisecond.

    With Python's five, a list that was fetched while one scrolled could stop a frame three times over.
    """
    sys.setswitchinterval(0.001)


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
        self.client.away(self, _sweep, lambda _: None)
        last_words = watch_hard_crashes(logs)
        if last_words:
            tell_hard_crash(last_words)

    def _load_ahead(self) -> None:
        """Load, beside the sign-in, the window and its pages: the first page first."""
        _share()
        self.client.load_ahead(FIRST)
        self.client.load_ahead(AHEAD)

    def start(self) -> bool:
        """Let somebody in, or found the desk first; False when the person gave up or it cannot be."""
        path = self._folder / DESK_FILE
        self._broken_off = may_be_open(path)  # or another has it: that is asked first
        if self._broken_off and self._first_answers():
            self.code = 0
            return False
        try:
            if path.exists() and self._let_in():
                return True
            if self._unfounded or not path.exists():
                return self._found() and self._let_in()
        except DeskError as error:
            self._regret(error)
            return False
        if (
            isinstance(self._barred, FileTrouble)
            and self._barred.kind is Trouble.LOCKED
            and self._first_answers()
        ):
            self.code = 0
        elif self._barred is not None:
            self._regret(self._barred)
        return False

    def _first_answers(self) -> bool:
        """Raise the window that holds this desk, if it is one of ours."""
        from ui.window.single_instance import SingleInstance

        return SingleInstance(self._folder).raise_first(self._files)

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
        from ui.window.idle_pages import IdlePages
        from ui.window.window import Window

        names = self.client.wait(settings.names)
        self.window = Window(Session(self.client, me, names))
        self.window.signed_out.connect(self._again)
        self.window.show()
        IdlePages(self.window.pages)
        if self._broken_off:
            self._broken_off = False
            QTimer.singleShot(_CHECKED, self.window.commands.self_check, self._check_quietly)
        QTimer.singleShot(0, _settle)
        self.take(())
        return self.window

    def _check_quietly(self) -> None:
        if self.window is not None:
            self.window.commands.self_check.run(quiet=True)

    def _found(self) -> bool:
        from desk.department import settings
        from ui.window.first_start import FirstStart

        path = self._folder / DESK_FILE
        founding = FirstStart.ask(None, settings.PROPOSED_SECTIONS)
        if founding is None:
            return False
        if not path.exists():  # a founding cut short has left the file, empty
            self.client.create(path)
            self.client.open_file(path)
        self._opened = True
        who = self.client.wait(
            lambda: settings.found(
                founding.names,
                founding.sections,
                founding.admin,
                founding.title,
                founding.unit,
                founding.password,
            )
        )
        LastSignIn(who, founding.admin, founding.names.department).write()
        return True

    def _let_in(self, *, again: bool = False) -> bool:
        """Ask who it is; the desk is opened beside the window that asks."""
        self._barred, self._unfounded = None, False
        dialog = SignIn(None, LastSignIn.read(), self._attempt, again=again)
        if self._folder == sample_folder():
            dialog.explain(
                self.tr("Bàn mẫu để làm thử. Mật khẩu của mọi người: {words}").format(words=PASSWORD)
            )
        dialog.stands.connect(partial(self._open, dialog))
        if dialog.exec() != QDialog.DialogCode.Accepted or dialog.person is None:
            return False
        me = dialog.person
        LastSignIn(me.id, me.name, dialog.department).write()
        self.show_window(me)
        return True

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
            self.client.ask(dialog, _door, fill, refused=bar)
        else:
            self.client.open_and_ask(dialog, self._folder / DESK_FILE, _door, fill, refused=bar)

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
        old, self.window = self.window, None
        if old is not None:
            QApplication.setQuitOnLastWindowClosed(False)
            old.close()
            old.deleteLater()
        entered = self._let_in(again=True)
        QApplication.setQuitOnLastWindowClosed(True)
        if not entered:
            QApplication.quit()

    def _regret(self, error: DeskError) -> None:
        from ui.controls.choice_dialog import ChoiceDialog
        from ui.words import wording

        log.error("cannot open the desk: %r", error)
        path = getattr(error, "path", "")
        title = self.tr("Chưa mở được bàn biên tập")
        ChoiceDialog.ask(None, title, f"{wording.error(error)}\n\n{path}".strip(), (self.tr("Đóng"),))
