"""The window's menus: every action with its key, gathered when a menu is opened."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu

from ui.window.commands import SHOWN, SIZES, Commands, Do
from ui.window.pages import Pages

Actions: TypeAlias = "list[QAction | None]"  # None stands for a rule between groups


class Menus(QObject):
    """Fills the menu bar; an action of a page that was not made yet makes its page."""

    def __init__(self, window: QMainWindow, commands: Commands, pages: Pages) -> None:
        super().__init__(window)
        self._window, self._commands, self._pages = window, commands, pages
        self._groups: dict[str, Callable[[], Actions]] = {
            self.tr("&Tệp"): self._file,
            self.tr("&Bài"): self._article,
            self.tr("&Duyệt"): self._review,
            self.tr("&Lịch"): self._calendar,
            self.tr("&Số bản tin"): self._issue,
            self.tr("&Xem"): self._view,
            self.tr("&Trợ giúp"): self._help,
        }
        for title, actions in self._groups.items():
            _add_menu(window, title, actions)

    def mine(self) -> QMenu:
        """Make the menu of the person who sits here."""
        menu = QMenu(self._window)
        _fill(menu, [*self._all(Do.PASSWORD, Do.LIGHT, Do.DARK), None, self._commands[Do.SIGN_OUT]])
        return menu

    def show_keys(self) -> None:
        """Show the sheet of keys, a group a menu."""
        from ui.window.keys_dialog import KeysDialog
        from ui.words import calendar as calendar_words
        from ui.words import intake as intake_words

        groups = [
            (title, [action for action in actions() if action]) for title, actions in self._groups.items()
        ]
        groups.insert(2, (self.tr("Soạn bài"), self._pages.editor.form.actions()))
        more = {self.tr("&Tệp"): intake_words.keys(), self.tr("&Lịch"): calendar_words.keys()}
        dialog = KeysDialog(self._window, groups, more)
        dialog.finished.connect(
            dialog.deleteLater
        )  # its lines would be dressed with every change of the look
        dialog.open()

    def _all(self, *which: Do) -> Actions:
        return [self._commands[do] for do in which]

    def _file(self) -> Actions:
        pages = self._pages
        return [
            *self._all(Do.NEW, Do.IMPORT, Do.IMPORT_FOLDER, Do.PASTE_FILES),
            None,
            pages.editor.save,
            pages.issue.acts.export,
            None,
            *self._all(Do.BACKUP, Do.BACKUPS, Do.CHECK),
            None,
            *self._all(Do.PASSWORD, Do.SIGN_OUT, Do.QUIT),
        ]

    def _article(self) -> Actions:
        pages = self._pages
        return [
            *pages.acts.actions.all(),
            None,
            *self._all(Do.UNDO, Do.REVISIONS, Do.MEETING),
            *pages.acts.originals.actions.all(),
            pages.editor.submit,
            pages.editor.back,
            self._commands[Do.SEEK],
        ]

    def _review(self) -> Actions:
        return self._pages.review.actions_of_menu()

    def _calendar(self) -> Actions:
        page = self._pages.calendar
        return [*page.meeting_actions(), None, *page.in_and_out.all(), None, *page.steps()]

    def _issue(self) -> Actions:
        return [*self._pages.issue.actions_of_menu(), None, *self._pages.shelf.actions_of_menu()]

    def _view(self) -> Actions:
        return [
            *self._all(*SHOWN),
            None,
            *self._all(Do.SIDEBAR),
            None,
            *self._all(Do.LIGHT, Do.DARK),
            None,
            *self._all(*SIZES),
        ]

    def _help(self) -> Actions:
        return self._all(Do.KEYS)


def _add_menu(window: QMainWindow, title: str, actions: Callable[[], Actions]) -> None:
    menu = window.menuBar().addMenu(title)
    menu.aboutToShow.connect(lambda: _fill(menu, actions()))


def _fill(menu: QMenu, actions: Actions) -> None:
    menu.clear()
    for action in actions:
        if action is None:
            menu.addSeparator()
        else:
            menu.addAction(action)
