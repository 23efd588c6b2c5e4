"""The guide of the tour: seats people at windows, answers their dialogs, waits, and takes the pictures."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import ParamSpec, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desk.department import people
from desk.sample import articles
from desk.sample.articles import Walk
from ui.look import style
from ui.look.style import Scheme
from ui.session.desk_client import DeskClient
from ui.window import app
from ui.window.window import Window

P = ParamSpec("P")
T = TypeVar("T")
_PATIENCE = 60.0  # seconds; a spawned process may be slow to start


class Guide:
    """Leads through the program; each chapter of the tour is told by a module that is given the guide."""

    def __init__(self, out: Path, clock: Walk, client: DeskClient) -> None:
        self.out, self.clock, self.client = out, clock, client
        self.data = articles.read()
        self._shots = 0

    def at_desk(self, work: Callable[P, T], *args: P.args, **named: P.kwargs) -> T:
        """Do something at the desk and wait for it: what people did before the picture is taken."""
        return self.client.wait(lambda: work(*args, **named))

    def person(self, name: str) -> int:
        """Return a person's id."""
        return self.at_desk(people.by_name, name).id

    def sit(self, name: str) -> Window:
        """Seat a person at a window of their own."""
        self.clock.advance(1.2)
        me = self.at_desk(people.by_name, name)
        desk = app.App(self.out, self.client)
        self._desk = desk
        window = desk.show_window(me)
        window.resize(1366, 768)
        self.settle()
        return window

    def leave(self, window: Window) -> None:
        """Close a person's window."""
        window.part()
        window.deleteLater()
        self.settle()
        # Outside an event loop nothing is deleted by itself, and every change of scheme dresses all that is there.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def expect(self, kind: type[QDialog], answer: Callable[[QDialog], None]) -> None:
        """Answer the modal dialog that the next step opens."""

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, kind):
                answer(dialog)
            else:
                QTimer.singleShot(20, look)

        QTimer.singleShot(0, look)

    def settle(self, least: float = 0.05) -> None:
        """Wait until nothing is under way, at least so many seconds."""
        end = time.monotonic() + least
        limit = end + _PATIENCE
        while (time.monotonic() < end or not self.client.idle()) and time.monotonic() < limit:
            QApplication.processEvents()
            time.sleep(0.002)
        QApplication.processEvents()

    def proofed(self, window: Window) -> None:
        """Wait until the proof in view is up to date and its pages are there."""
        self.wait(lambda: window.pages.issue.live.idle() and not window.pages.issue.proof.missing())
        self.settle()

    def wait(self, until: Callable[[], bool]) -> None:
        """Wait until something is so, as long as patience lasts."""
        limit = time.monotonic() + _PATIENCE
        while not until() and time.monotonic() < limit:
            self.settle(0.02)

    def dialog(self, name: str, dialog: QDialog) -> None:
        """Show a dialog and photograph it."""
        dialog.show()
        self.shoot(name, dialog)

    def shoot(self, name: str, widget: QWidget) -> None:
        """Photograph a widget, light and dark."""
        self._shots += 1
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        for scheme, word in ((Scheme.LIGHT, "sang"), (Scheme.DARK, "toi")):
            style.look().wear(scheme)
            for _ in range(3):
                QApplication.processEvents()
            widget.grab().save(str(self.out / f"{self._shots:02}-{name}-{word}.png"))
        style.look().wear(Scheme.LIGHT)
