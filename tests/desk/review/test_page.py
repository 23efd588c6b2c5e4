"""What Bàn duyệt reads in one answer."""

from __future__ import annotations

from dataclasses import replace

from desk import clock
from desk.acts import notifications
from desk.acts.review_settings import REVIEW, ReviewSettings
from desk.acts.rules import Act, Stage
from desk.articles import listing, writing
from desk.articles.selection import Chosen
from desk.database import connection, revisions
from desk.issues import issues
from desk.issues.issues import IssueWords
from desk.review import checklists, comments, page, queue
from desk.review.queue import Queue
from desk.review.side_bar_numbers import numbers
from desk.text.blocks import pictures_of
from tests.making import Cast, article, pictured, version, words


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


def test_the_counts_come_with_the_offices_patience_and_the_coming_issue(cast: Cast) -> None:
    with connection.writing():
        REVIEW.store(ReviewSettings(waiting_days=7))
    today = clock.today()
    issues.make(cast.secretary, IssueWords("4", today.year, today.month, "", today.isoformat()))
    told = page.counted(cast.editor)
    assert (told.days, told.coming) == (7, queue.coming())
    assert told.coming is not None
    assert told.queues == queue.counts(cast.editor)


def test_the_page_is_searched_and_has_the_numbers_of_the_side_bar(cast: Cast) -> None:
    made, _ = (article(cast, words(title), Stage.FOR_APPROVAL) for title in ("Giao ban quý I", "Tin khác"))
    desk = page.read(cast.chief, Queue.TO_APPROVE, "giao ban quý", Chosen())
    assert [row.id for row in desk.page.rows] == [made]
    assert desk.numbers == numbers(cast.chief)
    assert desk.counted == page.counted(cast.chief)


def test_who_has_read_the_newest_compares_it_with_the_one_before(cast: Cast) -> None:
    made = article(cast, words("Một"))
    for title in ("Hai", "Ba"):
        text = replace(listing.open_article(cast.writer, made).text, title=title)
        writing.save(cast.writer, made, version(cast, made), text, 2)
    page.have_read(cast.editor, made, 3)
    laid = page.lay(cast.editor, made)
    assert (laid.compared.earlier, laid.compared.later, laid.compared.read) == (2, 3, 3)
    assert laid.compared.read_at == queue.last_read(cast.editor, made)[1]  # type: ignore[index]
    assert [one.number for one in laid.compared.revisions] == [one.number for one in revisions.listing(made)]
    assert laid.lists == checklists.of_article(made)
    fresh = page.lay(cast.editor, article(cast))
    assert (fresh.compared.earlier, fresh.compared.later, fresh.compared.read) == (None, 1, None)


def test_what_is_read_takes_its_notices_with_it(cast: Cast) -> None:
    made, other = article(cast), article(cast)
    for number in (made, other):
        comments.comment(cast.editor, number, comments.WHOLE_ARTICLE, "Ảnh đâu?")
    page.have_read(cast.writer, made, 1)
    told = {row.article_id: row.read for row in notifications.inbox(cast.writer)}
    assert told == {made: True, other: False}
    assert page.lay(cast.writer, made).compared.read == 1


def test_a_comparison_has_the_pictures_of_both_texts(cast: Cast) -> None:
    text = pictured(cast, "Có ảnh", "Quang cảnh")
    made = article(cast, text)
    (key,) = pictures_of(text)
    writing.save(cast.writer, made, 1, replace(text, blocks=text.blocks[:1]), 2)
    page.have_read(cast.writer, made, 1)
    laid = page.lay(cast.writer, made)
    assert key not in laid.opened.pictures
    assert set(laid.compared.pictures) == {key}
    back = page.compared(cast.writer, laid.opened, 2, 1)
    assert back.comparison is not None
    assert (back.earlier, back.later, set(back.pictures)) == (2, 1, {key})


def test_who_never_read_an_article_sees_no_changes_in_it(cast: Cast) -> None:
    made = article(cast, words("Một"))
    writing.save(cast.writer, made, 1, words("Một hai"), 2)
    first = page.lay(cast.chief, made).compared
    assert (first.comparison, first.earlier, first.later) == (None, 1, 2)
    page.have_read(cast.chief, made, 2)
    assert page.lay(cast.chief, made).compared.comparison is not None
