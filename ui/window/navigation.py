"""The ways through the window: to a page, and to the article, meeting, issue or line that is wanted on it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desk.review.queue import Queue
from desk.today.first_steps import Step
from ui.window.pages import EDITOR, Pages

if TYPE_CHECKING:  # with the first code that is typed
    from desk.circulation.by_code import Coded


class Navigation(QObject):
    """Shows a page at a place; follows what the pages want of each other."""

    def __init__(self, pages: Pages) -> None:
        super().__init__(pages)
        self._pages = pages
        pages.edit_wanted.connect(self.edit)
        pages.look_wanted.connect(self.look_at)
        pages.picture_wanted.connect(self.edit_picture)
        pages.queue_wanted.connect(self.show_queue)
        pages.article_wanted.connect(self.show_article)
        pages.checks_wanted.connect(self.show_checks)
        pages.issue_wanted.connect(self.show_issue)
        pages.meeting_wanted.connect(self.show_meeting)
        pages.imprint_wanted.connect(self.show_imprint)
        pages.day_wanted.connect(self.show_day)
        pages.step_wanted.connect(self.begin)

    def look_at(self, article_id: int) -> None:
        """Open an article in the editor at what the proofreader takes for wrong."""
        self._pages.editor.proofing.walk_when_read()
        self.edit(article_id)

    def show_queue(self, queue: Queue, article_id: int) -> None:
        """Open a queue, at an article if one is named."""
        self._pages.go("review")
        self._pages.review.show_queue(queue, article_id)

    def show_article(self, article_id: int) -> None:
        """Show an article in the list of all; 0 shows those that are under way."""
        self._pages.go("articles")
        self._pages.articles.show_article(article_id)

    def show_revision(self, coded: Coded) -> None:
        """Show an article in the list of all, and where it was written on since, at a revision of before."""
        self.show_article(coded.article_id)
        if not coded.current:
            self._pages.acts.show_revisions_of(coded.article_id, coded.revision)

    def show_checks(self, article_id: int, item: str) -> None:
        """Show an item of an article's checklist before print, in the list of all."""
        self._pages.go("articles")
        self._pages.articles.show_checks(article_id, item)

    def show_meeting(self, key: object) -> None:
        """Show a meeting in the calendar: its number and origin; None shows what lacks its news."""
        self._pages.go("calendar")
        self._pages.calendar.show_meeting(key)

    def show_day(self, day: date) -> None:
        """Show a day in the calendar."""
        self._pages.go("calendar")
        self._pages.calendar.show_day(day)

    def show_issue(self, issue_id: int) -> None:
        """Show an issue; 0 the page alone."""
        self._pages.go("issue")
        if issue_id:
            self._pages.issue.show_issue(issue_id)

    def show_imprint(self, field: str) -> None:
        """Show a line of the desk's imprint in the settings."""
        self._pages.go("settings")
        self._pages.settings.show_imprint(field)

    def begin(self, step: Step) -> None:
        """Show where a step of a new desk is done."""
        if step is Step.MEETING:
            self._pages.go("calendar")
            return
        self._pages.go("settings")
        self._pages.settings.show_step(step)

    def edit(self, article_id: int) -> None:
        """Open an article in the editor."""
        self.edit_picture(article_id, "")

    def edit_picture(self, article_id: int, block: str) -> None:
        """Open an article in the editor, at a picture."""
        self._pages.show(EDITOR)
        self._pages.editor.open(article_id, block)

    def new_article(self) -> None:
        """Begin an article on an empty sheet; what is being written is first asked about."""
        self._pages.leave_editor(self._begin)

    def ask_and_edit(self, article_id: int) -> None:
        """Open an article; what is being written is first asked about."""
        self._pages.leave_editor(lambda: self.edit(article_id))

    def _begin(self) -> None:
        self._pages.show(EDITOR)
        self._pages.editor.start()
