"""What Tin bài shows beside its list, in one answer; and the list with it, where both are wanted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desk.acts import journal
from desk.acts.journal import JournalEntry
from desk.acts.requirements import Judged
from desk.articles import listing
from desk.articles.listing import ArticleRow, ListPage, Opened
from desk.articles.selection import Chosen
from desk.database import connection
from desk.issues import corrections
from desk.issues.corrections import Links
from desk.review import checklists, discussion
from desk.review.checklists import Lists
from desk.review.discussion import Thread


@dataclass(frozen=True, slots=True)
class Reading:
    """An article as it is read: its text, what was said, checked and done, and its corrections."""

    opened: Opened
    lists: Lists
    threads: tuple[Thread, ...]
    history: list[JournalEntry]
    links: Links


@dataclass(frozen=True, slots=True)
class Listed:
    """A list, and the article chosen in it where it was asked for."""

    page: ListPage
    reading: Reading | None = None


def read(who: int, article_id: int) -> Reading:
    """Read an article, in one question."""
    return _read(who, article_id, None)


def _read(who: int, article_id: int, known: ArticleRow | None) -> Reading:
    with connection.reading():
        opened = listing.open_article(who, article_id, known)
        return Reading(
            opened,
            checklists.of(Judged.of(opened.row, opened.text)),
            discussion.of_opened(who, opened.row, opened.text),
            journal.of_article(article_id),
            corrections.links(article_id),
        )


def read_list(who: int, asked: Callable[[], ListPage], chosen: Chosen | None) -> Listed:
    """Read a list; with `chosen` the article that will be chosen in it too."""
    with connection.reading():
        page = asked()
        at = chosen.among(page.rows) if chosen is not None else -1
        return Listed(page, _read(who, page.rows[at].id, page.rows[at]) if at >= 0 else None)
