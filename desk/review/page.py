"""What Bàn duyệt shows, in one answer: the queues counted, one queue's articles, and the chosen one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from desk.acts import journal, notifications
from desk.acts.journal import JournalEntry
from desk.acts.requirements import Judged
from desk.acts.review_settings import practice
from desk.articles import listing
from desk.articles.hands import Hand, hands
from desk.articles.listing import ArticleRow, ListPage, Opened
from desk.articles.selection import Chosen
from desk.compare.articles import Comparison, compare
from desk.database import connection, revisions
from desk.database.revisions import RevisionRow
from desk.pictures import stored_pictures
from desk.review import checklists, discussion, queue
from desk.review.checklists import Lists
from desk.review.discussion import Thread
from desk.review.queue import Coming, Queue
from desk.review.side_bar_numbers import Numbers, numbers
from desk.text.blocks import pictures_of


@dataclass(frozen=True, slots=True)
class Counted:
    """How many articles lie in each queue, from how many days one presses, and the issue that closes next."""

    queues: Mapping[Queue, int]
    days: int
    coming: Coming | None


@dataclass(frozen=True, slots=True)
class Compared:
    """Two revisions beside each other; `earlier` is None where the article has only one.

    Of an article that its reader sees for the first time nothing is compared until they ask.
    """

    comparison: Comparison | None
    earlier: int | None
    later: int
    revisions: tuple[RevisionRow, ...]
    read: int | None = None  # the revision that the reader last read
    read_at: datetime | None = None
    pictures: Mapping[str, bytes] = field(default_factory=dict)  # of both texts, by SHA-256


@dataclass(frozen=True, slots=True)
class LaidArticle:
    """An article laid before its judge: its text, what changed, what was said, checked and done."""

    opened: Opened
    compared: Compared
    lists: Lists
    threads: tuple[Thread, ...]
    history: list[JournalEntry]
    hands: tuple[Hand, ...] = ()  # who has saved words of it since it was handed on


@dataclass(frozen=True, slots=True)
class ReviewDesk:
    """The whole page; `laid` is the article chosen in the queue, None in an empty one."""

    counted: Counted
    numbers: Numbers
    page: ListPage
    laid: LaidArticle | None


def read(who: int, which: Queue, words: str, chosen: Chosen) -> ReviewDesk:
    """Read the page as of one moment; `chosen` says which article is looked at when the rows are known."""
    with connection.reading():
        page = queue.listing(who, which, words)
        at = chosen.among(page.rows)
        return ReviewDesk(
            counted(who), numbers(who), page, lay(who, page.rows[at].id, page.rows[at]) if at >= 0 else None
        )


def counted(who: int) -> Counted:
    """Count the queues."""
    return Counted(queue.counts(who), practice().waiting_days, queue.coming())


def have_read(who: int, article_id: int, revision: int) -> None:
    """Remember a revision as read, and the article's notices with it."""
    queue.mark_read(who, article_id, revision)
    notifications.mark_article(who, article_id)


def lay(who: int, article_id: int, known: ArticleRow | None = None) -> LaidArticle:
    """Read an article with what changed since this person last read it.

    Who has read this revision sees what changed since the one before; who never read the article sees no changes.
    `known` is its row where the same question has read it already.
    """
    with connection.reading():
        opened = listing.open_article(who, article_id, known)
        last_read = queue.last_read(who, article_id)
        earlier = last_read[0] if last_read else None
        if earlier is None or earlier >= opened.row.revision:
            older = (one.number for one in revisions.listing(article_id) if one.number < opened.row.revision)
            earlier = max(older, default=None)
        newest = opened.row.revision
        if last_read is None:
            beside = Compared(None, earlier, newest, tuple(revisions.listing(article_id)))
        else:
            beside = compared(who, opened, earlier, newest)
        return LaidArticle(
            opened,
            beside,
            checklists.of(Judged.of(opened.row, opened.text)),
            discussion.of_opened(who, opened.row, opened.text),
            journal.of_article(article_id),
            hands(article_id) if _others_saved(opened.row) else (),
        )


def _others_saved(row: ArticleRow) -> bool:
    return any(one.saved_by_id != row.author_id for one in revisions.listing(row.id))


def compared(who: int, opened: Opened, earlier: int | None, later: int) -> Compared:
    """Compare two revisions of an opened article, with the pictures of both."""
    article_id = opened.row.id
    numbers = tuple(revisions.listing(article_id))
    seen, seen_at = queue.last_read(who, article_id) or (None, None)
    if earlier is None:
        return Compared(None, None, later, numbers, seen, seen_at)
    old = revisions.text_of(article_id, earlier)
    new = opened.text if later == opened.row.revision else revisions.text_of(article_id, later)
    missing = {*pictures_of(old), *pictures_of(new)} - opened.pictures.keys()
    pictures = {**opened.pictures, **stored_pictures.fetch(missing)}
    return Compared(compare(old, new), earlier, later, numbers, seen, seen_at, pictures)
