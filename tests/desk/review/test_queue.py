"""The queues: what waits for whom, counted and searched, longest waiting first."""

from __future__ import annotations

from datetime import timedelta

from desk import clock
from desk.acts.rules import Stage
from desk.issues import issues
from desk.review import queue
from desk.review.queue import Queue
from desk.review.side_bar_numbers import numbers
from tests.making import Cast, article, later, words


def test_trays_count_what_concerns_each(cast: Cast) -> None:
    article(cast, stage=Stage.SUBMITTED)
    article(cast, stage=Stage.FOR_APPROVAL)
    article(cast, stage=Stage.RETURNED)
    assert queue.counts(cast.editor)[Queue.TO_EDIT] == 1
    assert queue.counts(cast.chief)[Queue.TO_APPROVE] == numbers(cast.chief).waiting == 1
    assert queue.counts(cast.writer)[Queue.RETURNED] == 1
    assert queue.counts(cast.writer)[Queue.WAITING] == 0
    assert queue.counts(cast.chief)[Queue.OVERDUE] == 0
    later(4 * 24 * 60)
    assert queue.counts(cast.chief)[Queue.OVERDUE] == 2
    assert [row.stage for row in queue.listing(cast.chief, Queue.OVERDUE).rows] == [
        Stage.SUBMITTED,
        Stage.FOR_APPROVAL,
    ]


def test_what_is_due_for_the_coming_issue(cast: Cast) -> None:
    today = clock.today()
    text = words("Sắp hết hạn")
    made = article(cast, text, stage=Stage.SUBMITTED)
    assert queue.counts(cast.editor)[Queue.DUE] == 0
    closing = today + timedelta(days=3)
    issues.make(cast.secretary, issues.IssueWords("4", today.year, today.month, "", closing.isoformat()))
    assert [row.id for row in queue.listing(cast.editor, Queue.DUE).rows] == [made]
    coming = queue.coming()
    assert coming is not None
    assert (coming.days, coming.name) == (3, f"4/{today.year}")


def test_a_queue_is_searched_in_its_order(cast: Cast) -> None:
    first = article(cast, words("Giao ban quý I"), Stage.SUBMITTED)
    article(cast, words("Tin khác"), Stage.SUBMITTED)
    last = article(cast, words("Giao ban quý II"), Stage.SUBMITTED)
    found = queue.listing(cast.editor, Queue.TO_EDIT, "giao ban quý")
    assert [row.id for row in found.rows] == [first, last]
