"""A message beside the system's clock when something new waits; off until a person asks for it."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow, QSystemTrayIcon

from desk.acts.notifications import NotificationRow
from ui.look import local_settings
from ui.words import review as review_words

_KEY = "notices/tray"


def shows() -> bool:
    """Say whether this machine shows messages beside the clock."""
    return local_settings.read(_KEY, "") == "on"


def set_shown(on: bool) -> None:
    """Show messages beside the clock of this machine, or no more."""
    local_settings.write(_KEY, "on" if on else "off")


class TrayIcon(QObject):
    """Rings once for each new notice, while the window is not the one in use."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._last = 0
        self._first = True
        self._icon: QSystemTrayIcon | None = None
        self.silent = False  # while the window is locked

    def heed(self, unread: int, newest: NotificationRow | None) -> None:
        """Look at the inbox as it is now; what was there at the start is not new."""
        number = newest.id if newest is not None else 0
        new = number > self._last and not self._first
        self._first = False
        self._last = max(self._last, number)
        if new and newest is not None and shows() and not self._window.isActiveWindow():
            self.ring(newest, unread)

    def ring(self, newest: NotificationRow, unread: int) -> None:
        """Show a notice beside the clock; a press brings the window to the front."""
        more = self.tr(" (còn {n} thông báo chưa đọc)").format(n=unread - 1) if unread > 1 else ""
        self.say(review_words.notice(newest), newest.title + more)

    def say(self, heading: str, text: str) -> None:
        """Say something beside the clock, where the system has a place for it."""
        if self.silent or not QSystemTrayIcon.isSystemTrayAvailable():
            return
        if self._icon is None:
            self._icon = QSystemTrayIcon(self._window.windowIcon(), self)
            self._icon.setToolTip(self._window.windowTitle())
            self._icon.messageClicked.connect(self._come)
            self._icon.activated.connect(lambda _: self._come())
        self._icon.show()
        self._icon.showMessage(heading, text, self._window.windowIcon())

    def _come(self) -> None:
        self._window.showNormal() if self._window.isMinimized() else self._window.show()
        self._window.raise_()
        self._window.activateWindow()
