"""What the side bar counts for a person, and the newest notification they have not read."""

from __future__ import annotations

from dataclasses import dataclass

from desk.acts import notifications
from desk.acts.notifications import NotificationRow
from desk.database import connection
from desk.review import queue
from desk.review.queue import Queue


@dataclass(frozen=True, slots=True)
class Numbers:
    """The side bar's numbers."""

    articles: int  # without those in the bin
    waiting: int  # for this person's judgement
    tasks: int  # "Việc của đồng chí" on Hôm nay
    unread: int
    newest: NotificationRow | None  # unread


def numbers(who: int) -> Numbers:
    """Return what the side bar shows to a person."""
    with connection.reading():
        tally = queue.tally(who)
        newest = notifications.newest_unread(who)
        return Numbers(tally.articles, tally.queues[Queue.WAITING], tally.tasks, tally.unread, newest)
