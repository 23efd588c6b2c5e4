"""Pages made while nobody needs the window: a menu wants the acts of pages that nobody has opened yet."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from ui.session.session import Session
from ui.window.pages import Pages

_REST, _BETWEEN = 1_000, 300  # ms: after the window stands, and between two pages
_PRINTS = (  # what the first print of an article would load
    "ui.articles.sending",
    "desk.press.typeset.single",
    "typst",
)
_WANTED = ("acts", "issue", "editor", "calendar", "review", "shelf", "articles")


class IdlePages(QObject):
    """Makes one page at a time, none while a person types, presses a button or has a dialog or a menu open."""

    def __init__(self, session: Session, pages: Pages) -> None:
        super().__init__(pages)
        self._session, self._pages, self._left = session, pages, list(_WANTED)
        self._next = QTimer(self, singleShot=True, interval=_REST)
        self._next.timeout.connect(self.go_on)
        self._next.start()

    def go_on(self) -> None:
        """Make the next page, or wait."""
        while self._left and self._left[0] in vars(self._pages):
            del self._left[0]
        if not self._left:
            self._session.client.load_ahead(_PRINTS)
            return
        if not self._is_busy():
            getattr(self._pages, self._left.pop(0))
        self._next.start(_BETWEEN)

    def _is_busy(self) -> bool:
        return bool(
            QApplication.activeModalWidget()
            or QApplication.activePopupWidget()
            or QApplication.mouseButtons() != Qt.MouseButton.NoButton
            or self._pages.page().types
        )
