"""What Tin bài reads in one answer."""

from __future__ import annotations

from functools import partial

from desk.acts.rules import Act, Stage
from desk.articles import listing
from desk.articles.listing import ListQuery
from desk.articles.selection import Chosen
from desk.issues import article_page
from desk.issues.corrections import Links
from desk.review import checklists, comments
from desk.review.comments import Stretch
from tests.making import Cast, article, words


def test_the_list_comes_with_the_article_that_will_be_chosen(cast: Cast) -> None:
    first, second = (article(cast, words(title)) for title in ("Một", "Hai"))
    asked = partial(listing.listing, cast.writer, ListQuery())
    alone = article_page.read_list(cast.writer, asked, None)
    assert len(alone.page.rows) == 2
    assert alone.reading is None
    both = article_page.read_list(cast.writer, asked, Chosen((first,), 0))
    assert both.reading is not None
    assert both.reading.opened.row.id == first
    gone = article_page.read_list(cast.writer, asked, Chosen((999,), 0))
    assert gone.reading is not None
    assert gone.reading.opened.row.id == second
    nothing = partial(listing.listing, cast.writer, ListQuery(words="không có"))
    assert article_page.read_list(cast.writer, nothing, Chosen((first,), 0)).reading is None


def test_an_article_is_read_with_all_that_lies_beside_it(cast: Cast) -> None:
    made = article(cast, words("Một"), Stage.SUBMITTED)
    read = article_page.read(cast.writer, made)
    assert read.opened.text.title == "Một"
    assert [entry.act for entry in read.history] == [Act.SUBMIT, Act.CREATE]
    assert read.threads == ()
    assert read.links == Links()
    assert read.lists == checklists.of_article(made)
    comments.comment(cast.editor, made, Stretch("title"), "Bổ sung số liệu.")
    read = article_page.read(cast.writer, made)
    assert [one.body for thread in read.threads for one in thread.said] == ["Bổ sung số liệu."]
    assert Act.COMMENT in [entry.act for entry in read.history]
