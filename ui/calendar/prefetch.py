"""The days before and behind those in view, read while nobody waits, so that leafing is instant."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from desk.calendar.days_shown import warm
from ui.calendar.days_in_view import DaysInView
from ui.session.page import Page

_AFTER = 150  # ms of quiet


class Neighbours(QObject):
    """Reads ahead for one page."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._in_view: DaysInView | None = None
        self._timer = QTimer(self, singleShot=True, interval=_AFTER)
        self._timer.timeout.connect(self._read)

    def read_soon(self, in_view: DaysInView) -> None:
        """Read the neighbours of what is in view, unless something else comes into view before."""
        self._in_view = in_view
        self._timer.start()

    def _read(self) -> None:
        self._read_beside(1)
        self._read_beside(-1)

    def _read_beside(self, steps: int) -> None:
        if self._in_view is not None:
            first, last = self._in_view.beside(steps)
            self._page.ask(lambda: warm(first, last), lambda _: None, key=f"warm{steps}")
