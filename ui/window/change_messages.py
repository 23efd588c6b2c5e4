"""What the window says of what happened at the desk: the page refreshed, numbers in the side bar, the quiet bar."""

from __future__ import annotations

import textwrap

from PySide6.QtCore import QObject

from desk.acts.gate import Changes
from desk.acts.rules import Act
from desk.errors import Cancelled, DeskError, Stale
from desk.review.side_bar_numbers import Numbers, numbers
from ui.session.operation import Op
from ui.session.session import Session
from ui.session.system_tray import TrayIcon
from ui.window.navigation import Navigation
from ui.window.pages import Pages
from ui.window.sidebar import Sidebar
from ui.words import wording

_TITLE = 48  # letters


class News(QObject):
    """Follows the desk on behalf of the window."""

    def __init__(
        self, session: Session, pages: Pages, navigation: Navigation, sidebar: Sidebar, tray: TrayIcon
    ) -> None:
        super().__init__(pages)
        self._session, self._pages, self._navigation = session, pages, navigation
        self._sidebar, self._tray = sidebar, tray
        self._redoing = False
        session.news.connect(self.count)
        session.counted.connect(self._show_counts)
        session.client.changed.connect(self._refresh)
        session.client.acted.connect(self._report)
        session.client.refused.connect(self._refuse)

    def count(self) -> None:
        """Ask for the numbers in the side bar anew."""
        who = self._session.who
        self._session.client.ask(self, lambda: numbers(who), self._show_counts, key="counts")

    def _refresh(self, changes: Changes) -> None:
        page = self._pages.page()
        page.heed(changes)
        if not page.brings_numbers:
            self.count()

    def _show_counts(self, counted: Numbers) -> None:
        self._sidebar.show_count("articles", counted.articles)
        self._sidebar.show_count("review", counted.waiting)
        self._sidebar.show_count("today", counted.tasks)
        self._tray.heed(counted.unread, counted.newest)

    def _report(self, changes: Changes) -> None:
        """Say what was done, and offer what one may want next."""
        if changes.act is None:
            return
        text = self.tr("Đã {did}.").format(did=wording.deed(changes.act))
        if changes.title:
            title = textwrap.shorten(changes.title, _TITLE, placeholder="…")
            text = self.tr("Đã {did}: “{title}”.").format(did=wording.deed(changes.act), title=title)
        back = _undo(self._session, changes)
        if changes.act in (Act.UNDO_REGISTER, Act.UNDO_MEETING) and back is not None:
            self._say_undone(text, back)
            return
        if back is not None and changes.meetings and "calendar" in self._pages.made:
            self._session.say_done(text, lambda: self._pages.calendar.acts.undo.undo_entry(changes.entry))
            return
        self._session.say_done(text, None if back is None else lambda: back.run(self._session, self))
        if changes.act is Act.CORRECT:
            correction = max(changes.articles)  # the other is the article that it corrects
            self._session.say(
                text, "done", self.tr("Mở đính chính"), lambda: self._navigation.ask_and_edit(correction)
            )

    def _say_undone(self, text: str, again: Op) -> None:
        """Say that something was taken back, or done again: Ctrl+Z goes no way twice, a button does it again."""
        if self._redoing:
            self._redoing = False
            words = self.tr("Đã làm lại việc vừa hoàn tác.")
            self._session.say_done(words, lambda: again.run(self._session, self))
            return
        self._session.forget_undo()
        self._session.say(text, "done", self.tr("Làm lại"), lambda: self._redo(again))

    def _redo(self, again: Op) -> None:
        self._redoing = True
        again.run(self._session, self, refused=self._not_redone)

    def _not_redone(self, error: DeskError) -> None:
        self._redoing = False
        self._refuse(error)

    def _refuse(self, error: DeskError) -> None:
        if not isinstance(error, Cancelled):
            self._session.regret(error)
        if isinstance(error, Stale):
            self._pages.page().shown()


def _undo(session: Session, changes: Changes) -> Op | None:
    """Return the operation that takes an act back, where the desk offers it."""
    if changes.undo and changes.articles:
        from ui.articles import operations  # with the texts' anchors: a start does without

        return operations.undo(session, changes)
    if changes.undo and changes.meetings:
        from ui.calendar import operations as calendar_operations  # with dateutil

        return calendar_operations.undo(session, changes.entry)
    if changes.undo and changes.registers:
        from ui.registers import operations as register_operations

        return register_operations.undo(session, changes.entry)
    return None
