"""How much of a stored article the proofreader takes for wrong, as the office has told it to read."""

from __future__ import annotations

from desk.database import connection, revisions
from desk.database.article_tables import Article
from desk.errors import Missing
from desk.proofing.article import places, read_places
from desk.proofing.finding import Severity
from desk.registers import known


def wrong_places(article_id: int) -> int:
    """Count what is wrong in an article's newest text, without what the office passes over; Missing: no article."""
    with connection.reading():
        article = Article.get_or_none(Article.id == article_id)
        if article is None:
            raise Missing("article")
        text = revisions.text_of(article_id, article.revision)
        knows = known.of(article_id)
    found = read_places(places(text), text.event_date, knows.register, knows.taught)
    return sum(
        one.finding.severity is Severity.WRONG and (one.finding.rule, one.words) not in knows.ignored
        for one in found
    )
