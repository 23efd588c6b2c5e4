"""The window's menus: every action with its key, gathered when a menu is opened."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from ui.window.window import Window

Actions: TypeAlias = "list[QAction | None]"  # None stands for a rule between groups


class Menus(QObject):
    """Fills the menu bar; an action of a page that was not made yet makes its page."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._groups: dict[str, Callable[[], Actions]] = {}
        for title, actions in (
            (self.tr("&Tệp"), self._file),
            (self.tr("&Bài"), self._article),
            (self.tr("&Duyệt"), self._review),
            (self.tr("&Lịch"), self._calendar),
            (self.tr("&Số bản tin"), self._issue),
            (self.tr("&Xem"), self._view),
            (self.tr("&Trợ giúp"), self._help),
        ):
            menu = window.menuBar().addMenu(title)
            self._groups[title] = actions
            menu.aboutToShow.connect(partial(_fill, menu, actions))

    def mine(self) -> QMenu:
        """Make the menu of the person who sits here."""
        window = self._window
        menu = QMenu(window)
        _fill(menu, lambda: [window.password, window.light, window.dark, None, window.out])
        return menu

    def show_keys(self) -> None:
        """Show the sheet of keys, a group a menu."""
        from ui.window.keys import KeysDialog
        from ui.words import calendar as calendar_words

        groups = [(title, [one for one in actions() if one]) for title, actions in self._groups.items()]
        groups.insert(2, (self.tr("Soạn bài"), self._window.editor.form.actions()))
        more = {self.tr("&Lịch"): calendar_words.keys()}
        KeysDialog(self._window, groups, more).open()

    def _file(self) -> Actions:
        window = self._window
        mine = [window.check, window.password, window.out, window.quit]
        return [window.new, window.bring, None, window.editor.save, window.issue.acts.export, None, *mine]

    def _article(self) -> Actions:
        window = self._window
        editor = [window.editor.submit, window.editor.back, window.seek]
        return [*window.acts.actions.values(), None, window.revisions, window.meeting, *editor]

    def _review(self) -> Actions:
        page = self._window.review
        steps = [page.next, page.previous, page.heap, page.pane]
        changes = [page.changes.marks, page.changes.next, page.changes.previous]
        return [*steps, None, *changes, None, *page.discussion.keys, None, *page.tab_keys]

    def _calendar(self) -> Actions:
        page = self._window.calendar
        return [*page.meeting_actions(), None, *page.in_and_out.all(), None, *page.steps()]

    def _issue(self) -> Actions:
        return [*self._window.issue.actions_of_menu(), None, *self._window.shelf.actions_of_menu()]

    def _view(self) -> Actions:
        window = self._window
        return [*window.show_page.values(), None, window.light, window.dark]

    def _help(self) -> Actions:
        return [self._window.keys]


def _fill(menu: QMenu, actions: Callable[[], Actions]) -> None:
    menu.clear()
    for action in actions():
        if action is None:
            menu.addSeparator()
        else:
            menu.addAction(action)
