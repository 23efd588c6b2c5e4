"""The program at a desk of some size, for figures that need its window: real desk client, real threads, offscreen."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from desk.department import people
from tests.bench import corpus
from ui.look import local_settings, style
from ui.look.style import Scheme
from ui.window import app
from ui.window import application as application_of
from ui.window.window import Window


def application(folder: Path) -> QApplication:
    """Return the one application, dressed."""
    running = QApplication.instance()
    made = running if isinstance(running, QApplication) else application_of.make_application()
    local_settings.use(folder)
    style.load_fonts()
    style.look().wear(Scheme.LIGHT)
    return made


@contextmanager
def window(count: int, who: int = corpus.ADMIN) -> Iterator[Window]:
    """Open a desk of so many articles and show its window."""
    with window_of(corpus.desk(count), who) as made:
        yield made


@contextmanager
def window_of(file: Path, who: int = corpus.ADMIN) -> Iterator[Window]:
    """Open a desk and show its window."""
    application(file.parent)
    program = app.App(file.parent)
    client = program.client
    client.open_file(file)
    made = program.show_window(client.wait(partial(people.person, who)))
    made.resize(1366, 768)
    settle(client.idle)
    try:
        yield made
    finally:
        made._closing = True
        made.close()
        program.close()
        made.deleteLater()
        # Outside an event loop nothing else lets it go, and the next figure would dress its widgets too.
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()


def settle(done: Callable[[], bool], seconds: float = 30.0) -> None:
    """Let the event loop run until something is so, and a little longer."""
    until = time.monotonic() + seconds
    calm = 0
    while time.monotonic() < until and calm < 20:
        QApplication.processEvents()
        time.sleep(0.002)
        calm = calm + 1 if done() else 0


def until(done: Callable[[], bool], seconds: float = 30.0) -> None:
    """Let the event loop run until something is so, and not a moment longer.

    It waits for events as a program's own loop does: one that asks without rest takes the interpreter from the
    thread that works. Every 4 ms it looks anyhow, for what ends without an event.
    """
    stop = time.monotonic() + seconds
    look = QTimer(interval=4)
    look.start()
    while not done() and time.monotonic() < stop:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


class Paints(QObject):
    """Counts how often a widget was asked to paint."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.count = 0
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.count += 1
        return False
