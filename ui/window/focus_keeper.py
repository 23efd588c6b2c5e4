"""The keyboard goes back to the page when what had it goes away."""

from __future__ import annotations

from functools import partial

import shiboken6
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from ui.window.pages import Pages


class FocusKeeper(QObject):
    """Follows the focus of a window.

    A button that was pressed is hidden or may not be pressed any more, a bar closes: Qt leads the focus to the next
    widget in the order of Tab, as often as not the person's own button in the side bar, and the next key is lost.
    """

    def __init__(self, window: QWidget, pages: Pages) -> None:
        super().__init__(window)
        self._window, self._pages = window, pages
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is None or (old is not None and old.window() is self._window):
            QTimer.singleShot(0, self, partial(self._look, old))

    def _look(self, old: QWidget | None) -> None:
        """Lead the focus to the page if the widget that had it is gone and no field has it now."""
        page = self._pages.page()
        if old is not None and shiboken6.isValid(old):
            there = old.isVisible() and old.isEnabled()
            of_another_page = (
                self._pages.stack.isAncestorOf(old) and old is not page and not page.isAncestorOf(old)
            )
            if there or of_another_page:
                return
        now = QApplication.focusWidget()
        lost = now is None or isinstance(now, QAbstractButton) or not self._pages.stack.isAncestorOf(now)
        if lost and self._window.isActiveWindow():
            page.take_focus()
