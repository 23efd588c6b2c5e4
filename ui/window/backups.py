"""Backups in the window: kept by the clock, told on Hôm nay, listed in a dialog that may lead to a restore."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desk.acts.permission import refusal
from desk.acts.rules import Act
from desk.integrity import database
from desk.safety.standing import Standing
from ui.safety import second_place
from ui.safety.dialog import BackupsDialog, Source
from ui.safety.making import BackupKeeper
from ui.session.session import Session
from ui.window.pages import Pages
from ui.words import safety as words
from ui.words import wording


class WindowBackups(QObject):
    """Lets the keeper of backups, Hôm nay and the list know of each other."""

    restore_wanted = Signal(object)  # the Backup, agreed to

    def __init__(self, session: Session, window: QWidget, pages: Pages) -> None:
        super().__init__(window)
        self._session, self._window, self._pages = session, window, pages
        self.keeper = BackupKeeper(session, self)
        self.keeper.stands.connect(self._tell)
        self.keeper.list_wanted.connect(self.show)

    def show(self) -> None:
        """Show the list of backups."""
        self._session.client.ask(self, database.place, self._show)

    def _show(self, desk: Path) -> None:
        refused = refusal(Act.RESTORE_DESK, self._session.me.roles)
        source = Source(desk, refused=wording.error(refused) if refused else "")
        dialog = BackupsDialog(self._window, self._session.client, source)
        dialog.made.connect(self.keeper.look)
        dialog.chosen.connect(self.restore_wanted.emit)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _tell(self, now: Standing) -> None:
        late = second_place.folder() if second_place.is_late() else ""
        self._pages.today.tell_backups(words.newest(now.newest), words.warnings(now, late=late), self.show)
