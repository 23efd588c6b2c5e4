"""The checklists of a page's article: what is pressed in them is done at the desk, and refused in words."""

from __future__ import annotations

from functools import partial

from desk.acts.rules import Act
from desk.errors import DeskError, Missing
from desk.review import checklists
from desk.review.checklists import Lists
from ui.articles.checklists import Checks
from ui.session.page import Page


class ChecklistActions(Checks):
    """Ticks, and lets pass, on behalf of a page that shows one article at a time."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._article = 0
        self.ticked.connect(self._tick)
        self.overruled.connect(self._overrule)
        self.taken_back.connect(partial(self._tick, on=False))

    def show_article(self, article_id: int, lists: Lists | None, acts: frozenset[Act]) -> None:
        """Show an article's checklists; None shows nothing. `acts` is what the reader may do to it."""
        self._article = article_id
        self.show_lists(lists, acts)

    def _tick(self, item: int, on: bool) -> None:
        act = checklists.tick if on else checklists.untick
        work = partial(act, self._page.session.who, self._article, item)
        self._page.client.do(self._page, work, quiet=True, refused=self._not_ticked)

    def _not_ticked(self, error: DeskError) -> None:
        if isinstance(error, Missing):
            self._page.session.say(self.tr("Quản trị vừa bỏ mục kiểm tra này."), "warning")
        else:
            self._page.regret(error)
        self._page.shown()

    def _overrule(self, item: int, words: str) -> None:
        from ui.controls.reason_dialog import ReasonDialog

        article = self._article
        told = self.tr("Mục “{item}” chưa đạt. Lý do cho qua được ghi vào nhật ký cùng tên đồng chí.")
        title = self.tr("Cho qua mục kiểm tra")
        reason = ReasonDialog.ask(self.window(), title, told.format(item=words), self.tr("Cho qua"))
        if reason is not None:
            work = partial(checklists.overrule, self._page.session.who, article, item, reason)
            self._page.client.do(self._page, work, refused=self._not_ticked)


def met(lists: Lists) -> str:
    """Return how many items are met, of how many: "3/5"; "" without any."""
    states = (*lists.submit, *lists.approve, *lists.print)
    return f"{sum(state.met for state in states)}/{len(states)}" if states else ""
