"""The article that is the news of an occurrence: which counts, and whether anything was written in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import peewee as pw

from desk.acts.rules import Stage
from desk.database import connection
from desk.database.article_tables import Article, ArticleWords
from desk.database.calendar_tables import MeetingArticle
from desk.database.connection import rows


class LinkedNews(NamedTuple):
    """An article of an occurrence; `written` says that it has words beyond the sentence it was opened with."""

    article_id: int
    stage: Stage
    written: bool


def counts() -> pw.Expression:
    """Return the condition under which a linked article is news of its meeting: it does not lie in the bin."""
    return Article.stage != Stage.BINNED.value


@connection.once_a_question
def of_all() -> Mapping[tuple[int, str], LinkedNews]:
    """Return the news of every occurrence by meeting and origin; of two articles the one further along counts."""
    found: dict[tuple[int, str], LinkedNews] = {}
    for meeting_id, origin, article_id, stage, written in rows(_query()):
        here = LinkedNews(article_id, Stage(stage), bool(written))
        if (meeting_id, origin) not in found or (here.written and not found[meeting_id, origin].written):
            found[meeting_id, origin] = here
    return found


def _query() -> Any:
    link = MeetingArticle
    query = link.select(link.meeting, link.origin, link.article, Article.stage, _written())
    query = query.join(Article, on=(link.article == Article.id))
    return query.where(counts()).order_by(link.article)


def _written() -> pw.Expression:
    """Saved again, or sent on, or with a body: what a meeting opens has its first sentence alone.

    The body is looked at last, for it is long.
    """
    body = ArticleWords.select().where((ArticleWords.article == Article.id) & (ArticleWords.body != ""))
    return (Article.revision > 1) | (Article.stage != Stage.DRAFT.value) | pw.fn.EXISTS(body)
