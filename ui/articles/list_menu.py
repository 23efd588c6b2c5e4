"""The context menu of a list of articles, and what several chosen ones are good for: to go out together."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from desk.acts.rules import Act
from desk.articles.listing import ArticleRow
from ui.articles.actions import ArticleActions
from ui.articles.list_view import ArticleList


class ListMenu(QObject):
    """Follows what is chosen in a page's list; offers the acts that are `shown` and may be done now."""

    def __init__(
        self, page: QWidget, listed: ArticleList, acts: ArticleActions, shown: Sequence[Act]
    ) -> None:
        super().__init__(page)
        self._page, self._list, self._acts, self._shown = page, listed, acts, shown
        listed.marked.connect(self._follow)
        listed.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        listed.view.customContextMenuRequested.connect(self._offer)

    def _follow(self, rows: list[ArticleRow]) -> None:
        if self._page.isVisible():
            current = self._list.current()
            self._acts.circulation.follow(rows or ([current] if current is not None else []))

    def _offer(self, at: QPoint) -> None:
        menu, acts = QMenu(self._page), self._acts
        for actions in ([acts.actions[act] for act in self._shown], acts.originals.actions.all()):
            enabled = [one for one in actions if one.isEnabled()]
            if enabled and not menu.isEmpty():
                menu.addSeparator()
            menu.addActions(enabled)
        acts.circulation.offer_in(menu)
        menu.popup(self._list.view.viewport().mapToGlobal(at))
