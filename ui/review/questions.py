"""What Bàn duyệt asks the desk: the heaps counted, an article laid before its judge, two revisions compared."""

from __future__ import annotations

from dataclasses import dataclass

from desk.acts import notifications
from desk.acts.review_settings import practice
from desk.articles import listing
from desk.articles.listing import Opened
from desk.compare.articles import compare
from desk.database import revisions
from desk.pictures import stored_pictures
from desk.review import checklists, queue
from desk.review.checklists import Lists
from desk.review.queue import Coming, Queue
from desk.text.blocks import pictures_of
from ui.review.changes_tab import Compared


@dataclass(frozen=True, slots=True)
class Counted:
    """The heaps, the office's patience, and the issue that closes next."""

    trays: dict[Queue, int]
    days: int
    coming: Coming | None


@dataclass(frozen=True, slots=True)
class LaidArticle:
    """An article laid before its judge."""

    opened: Opened
    compared: Compared
    lists: Lists


def counted(who: int) -> Counted:
    """Count the heaps."""
    return Counted(queue.counts(who), practice().waiting_days, queue.coming())


def have_read(who: int, article_id: int, revision: int) -> None:
    """Remember a revision as read, and the article's notices with it."""
    queue.mark_read(who, article_id, revision)
    notifications.mark_article(who, article_id)


def lay(who: int, article_id: int) -> LaidArticle:
    """Read an article with what changed since this person last read it (else: since the revision before)."""
    opened = listing.open_article(who, article_id)
    read = queue.last_read(who, article_id)
    earlier = read[0] if read else None
    if earlier is None or earlier >= opened.row.revision:
        earlier = revisions.before(article_id, opened.row.revision)
    found = compared(who, opened, earlier, opened.row.revision)
    return LaidArticle(opened, found, checklists.of_article(article_id))


def compared(who: int, opened: Opened, earlier: int | None, later: int) -> Compared:
    """Compare two revisions of an opened article, with the pictures of both."""
    article_id = opened.row.id
    numbers = tuple(revisions.listing(article_id))
    read = queue.last_read(who, article_id)
    seen, seen_at = read or (None, None)
    if earlier is None:
        return Compared(None, None, later, numbers, seen, seen_at)
    old = revisions.text_of(article_id, earlier)
    new = opened.text if later == opened.row.revision else revisions.text_of(article_id, later)
    wanted = {*pictures_of(old), *pictures_of(new)} - opened.pictures.keys()
    pictures = {**opened.pictures, **stored_pictures.fetch(wanted)}
    return Compared(compare(old, new), earlier, later, numbers, seen, seen_at, pictures)
