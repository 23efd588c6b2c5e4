"""Esc takes back first what the window has just refused; only the next one means what it means on the page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.controls.message_bar import MessageBar


class EscapeKey(QObject):
    """Hears Esc at the widget that has a window's focus, before the shortcuts and the widget itself."""

    def __init__(self, window: QWidget, bar: Callable[[], MessageBar | None]) -> None:
        super().__init__(window)
        self._window, self._bar = window, bar
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None:
            old.removeEventFilter(self)
        if new is not None and new.window() is self._window:
            new.installEventFilter(self)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """Keep Esc from everybody else while there is a refusal to be taken back."""
        kinds = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if event.type() not in kinds or not isinstance(event, QKeyEvent):
            return False
        bar = self._bar()
        if event.key() != Qt.Key.Key_Escape or event.modifiers() or bar is None or not bar.refuses():
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            bar.close_refusal()
        return True
