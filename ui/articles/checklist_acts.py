"""The checklists of a page's article: what is pressed in them is done at the desk, and refused in words."""

from __future__ import annotations

from collections.abc import Callable

from desk.acts.rules import Act
from desk.errors import DeskError, Missing
from desk.review.checklists import Lists
from ui.articles import checklist_operations
from ui.articles.checklists import Checks
from ui.session.session import Session


class ChecklistActions(Checks):
    """Ticks, and lets pass, for a page that shows one article at a time.

    `regret` says why something was not done, `refresh` shows how it stands.
    """

    def __init__(
        self, session: Session, regret: Callable[[DeskError], None], refresh: Callable[[], None]
    ) -> None:
        super().__init__()
        self._session, self._regret, self._refresh = session, regret, refresh
        self._article = 0
        self.ticked.connect(self._tick)
        self.overruled.connect(self._overrule)
        self.taken_back.connect(lambda item: self._tick(item, False))

    def show_article(self, article_id: int, lists: Lists | None, acts: frozenset[Act]) -> None:
        """Show an article's checklists; None shows nothing. `acts` is what the reader may do to it."""
        self._article = article_id
        self.show_lists(lists, acts)

    def _tick(self, item: int, on: bool) -> None:
        operation = checklist_operations.tick if on else checklist_operations.untick
        operation(self._session, self._article, item).run(self._session, self, refused=self._not_ticked)

    def _not_ticked(self, error: DeskError) -> None:
        if isinstance(error, Missing):
            self._session.say(self.tr("Quản trị vừa bỏ mục kiểm tra này."), "warning")
        else:
            self._regret(error)
        self._refresh()

    def _overrule(self, item: int, name: str) -> None:
        from ui.controls.reason_dialog import ReasonDialog

        article = self._article
        text = self.tr("Mục “{item}” chưa đạt. Lý do cho qua được ghi vào nhật ký cùng tên đồng chí.")
        title = self.tr("Cho qua mục kiểm tra")
        reason = ReasonDialog.ask(self.window(), title, text.format(item=name), self.tr("Cho qua"))
        if reason is not None:
            op = checklist_operations.overrule(self._session, article, item, reason)
            op.run(self._session, self, refused=self._not_ticked)


def met(lists: Lists) -> str:
    """Return how many items are met, of how many: "3/5"; "" without any."""
    states = (*lists.submit, *lists.approve, *lists.print)
    return f"{sum(state.met for state in states)}/{len(states)}" if states else ""
