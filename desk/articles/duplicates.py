"""The same or nearly the same text, already in the desk: what is taken in twice is recognised."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from math import sqrt

from desk import clock
from desk.acts.rules import Stage
from desk.database import connection, shingle_index
from desk.database.article_tables import Article, ArticleWords
from desk.database.connection import named
from desk.text.blocks import ArticleText, body_text, normal
from desk.text.shingles import WHOLE, in_common, marks_of, numbers, sampled, shingles

LEAST = 0.5  # share of the words in a row from which a text is told to be nearly the same
_HOLDERS = (
    100  # what more articles have is what everybody writes: it tells nothing while there is anything else
)
_WEIGHED = 64  # articles whose marks are counted
_COMPARED = 16  # articles whose words are compared
_ERRORS = 4  # standard errors of a sample by which its share may fall short of the true one


@dataclass(frozen=True, slots=True)
class SimilarRow:
    """An article that holds the same words.

    `date` is the event's, or the day of its last change; `share` the part of the larger text's rows of five words
    that both have: 1 for the same text.
    """

    article_id: int
    title: str
    stage: Stage
    date: date
    share: float


def similar_to(
    text: ArticleText, limit: int = 3, *, apart_from: int = 0, known: frozenset[int] = frozenset()
) -> list[SimilarRow]:
    """Return the articles that have at least half of their words in a row in common with a text, the likest first.

    NFC, capitals, punctuation and dashes do not matter. A body of fewer than 20 words is the same only with the same
    title and words. What is in the bin is left out, and `apart_from`, the article that the text is of. `known` are
    the numbers of its shingles, where they were made beforehand: these are made only where one may be like it.
    """
    text = normal(text)
    ours = frozenset[str]() if known else shingles(text.title, body_text(text))
    with connection.reading():
        rows = []
        likely = _likely(known or numbers(ours), apart_from)
        if likely and known:
            ours = shingles(text.title, body_text(text))
        for row in named(_articles(likely)) if likely else ():
            share = in_common(ours, shingles(row.title, row.body))
            if share >= LEAST:
                day = date.fromisoformat(row.event_date) if row.event_date else _day(row.changed_at)
                rows.append(SimilarRow(row.id, row.title, Stage(row.stage), day, share))
    return sorted(rows, key=lambda row: (-row.share, -row.article_id))[:limit]


def _likely(ours: frozenset[int], apart_from: int) -> list[int]:
    """Return the articles that may have half of the shingles of these numbers, the likeliest first."""
    ours_marks = marks_of(ours)
    rarity: dict[int, float] = defaultdict(float)
    lists = shingle_index.holders(ours_marks, _HOLDERS + 1)
    rare = [found for found in lists if len(found) <= _HOLDERS and found != [apart_from]]
    for found in rare or lists:
        for article_id in found:
            rarity[article_id] += 1 / len(found)
    rarity.pop(apart_from, None)
    best = sorted(rarity, key=lambda one: (rarity[one], one), reverse=True)[:_WEIGHED]
    few = sampled(ours_marks)
    least = LEAST - _ERRORS * 0.5 / sqrt(max(1, len(few)))
    likely = {}
    for article_id, shared in shingle_index.held(ours_marks, best).items():
        # What is longer than WHOLE keeps but a sample of its marks.
        whole, part = len(shared) / len(ours_marks), len(sampled(shared)) / max(1, len(few))
        if whole >= LEAST or (part >= least and len(ours) > WHOLE * LEAST):
            likely[article_id] = max(whole, part)
    return sorted(likely, key=lambda one: (likely[one], one), reverse=True)[:_COMPARED]


def _articles(ids: list[int]) -> object:
    columns = (Article.id, Article.stage, Article.event_date, Article.changed_at)
    return (
        Article.select(*columns, ArticleWords.title, ArticleWords.body)
        .join(ArticleWords, on=(ArticleWords.article == Article.id))
        .where(Article.id.in_(ids) & (Article.stage != Stage.BINNED.value))
    )


def _day(stamp: str) -> date:
    return clock.local(clock.read_stamp(stamp)).date()
