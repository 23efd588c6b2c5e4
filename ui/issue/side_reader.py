"""What is read beside the plan: the pages of the issue, or an article that waits for a place."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtWidgets import QStackedWidget

from desk.articles import listing
from desk.articles.listing import ArticleRow, Opened
from desk.issues.plan import PlacedRow
from ui.issue.proof_pane import ProofPane
from ui.look.kept_size import keep_least_width
from ui.paper.paper import Paper
from ui.session.page import Page


class Reading(QStackedWidget):
    """Follows what is chosen in the plan and beside it."""

    def __init__(self, page: Page, pages: ProofPane) -> None:
        super().__init__()
        self._page, self._pages = page, pages
        self._article = 0  # the article to whose page the proof was last led
        self.addWidget(pages)
        keep_least_width(self, 320)

    def show_pages(self) -> None:
        """Show the pages of the issue."""
        self.setCurrentWidget(self._pages)

    def read(self, row: PlacedRow | None) -> None:
        """Go to the page of an article of the plan; a refresh and a click on its page leave one where one reads."""
        if row is None:
            self._article = 0
        elif row.article_id != self._article:
            self._article = row.article_id
            self.show_pages()
            self._pages.go_to(row.article_id)

    def stay(self, article_id: int) -> None:
        """Stay on the page that was clicked when its article is chosen."""
        self._article = article_id

    def read_waiting(self, row: ArticleRow) -> None:
        """Show an article that waits on its own sheet."""
        self.setCurrentWidget(self.paper)
        who = self._page.session.who
        self._page.ask(lambda: listing.open_article(who, row.id), self._lay, key="paper")

    def _lay(self, opened: Opened) -> None:
        self.paper.show_text(opened.text, opened.pictures)

    @cached_property
    def paper(self) -> Paper:
        """Return the sheet on which an article that waits is read; it comes with the first of them."""
        paper = Paper()
        self.addWidget(paper)
        return paper
