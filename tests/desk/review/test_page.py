"""What Bàn duyệt reads in one answer."""

from __future__ import annotations

from dataclasses import replace

from desk.acts.rules import Act, Stage
from desk.articles import listing, writing
from desk.articles.selection import Chosen
from desk.review import comments, page, queue
from desk.review.queue import Queue
from tests.making import Cast, article, version, words


def test_one_answer_has_the_counts_the_rows_and_the_article_that_will_be_chosen(cast: Cast) -> None:
    first, second = (article(cast, words(title), Stage.FOR_APPROVAL) for title in ("Một", "Hai"))
    desk = page.read(cast.chief, Queue.TO_APPROVE, "", Chosen())
    assert desk.counted.queues[Queue.TO_APPROVE] == 2
    assert [row.id for row in desk.page.rows] == [first, second]
    assert desk.laid is not None
    assert desk.laid.opened.row.id == first
    desk = page.read(cast.chief, Queue.TO_APPROVE, "", Chosen((second,), 1))
    assert desk.laid is not None
    assert desk.laid.opened.row.id == second
    assert page.read(cast.chief, Queue.RETURNED, "", Chosen((second,), 1)).laid is None


def test_an_article_is_laid_with_what_was_said_and_done(cast: Cast) -> None:
    made = article(cast, words("Một"), Stage.FOR_APPROVAL)
    block = listing.open_article(cast.chief, made).text.blocks[0].id
    comments.comment(cast.chief, made, comments.Stretch(block, 0, 3), "Ai?")
    laid = page.lay(cast.chief, made)
    assert [thread.said[0].body for thread in laid.threads] == ["Ai?"]
    assert laid.history[-1].act is Act.CREATE
    assert laid.compared.comparison is None  # there is nothing before the first revision
    assert [len(items) for items in (laid.lists.submit, laid.lists.approve)] != []


def test_the_comparison_begins_from_what_was_last_read(cast: Cast) -> None:
    made = article(cast, words("Một"))
    page.have_read(cast.editor, made, 1)
    assert queue.last_read(cast.editor, made) is not None
    for title in ("Hai", "Ba"):
        text = replace(listing.open_article(cast.writer, made).text, title=title)
        writing.save(cast.writer, made, version(cast, made), text, 2)
    laid = page.lay(cast.editor, made)
    assert (laid.compared.earlier, laid.compared.later) == (1, 3)
    other = page.lay(cast.chief, made)
    assert (other.compared.earlier, other.compared.later) == (2, 3)
    assert page.compared(cast.chief, other.opened, 1, 2).comparison is not None
