"""What Nhập bài does to the desk, as operations, and the one question it asks of it."""

from __future__ import annotations

from desk.acts.gate import Changes
from desk.articles import duplicates, workflow
from desk.articles.duplicates import SimilarRow
from desk.review import from_source, taking_in
from desk.text.blocks import ArticleText
from ui.intake.entry import Entry
from ui.session.operation import Op
from ui.session.session import Session


def take_in(session: Session, entry: Entry, text: ArticleText) -> Op:
    """Make a draft of an entry, whose pictures are stored, with its file and comments; the window says so itself."""
    assert entry.source is not None  # only what was read is taken in
    pieces = entry.arrangement.pieces
    intake = from_source.intake_of(
        entry.source, text, entry.section_id, pieces
    )  # once: what is sent twice is one
    return Op(lambda: taking_in.take_in(session.who, intake), quiet=True)


def undo(session: Session, changes: Changes) -> Op | None:
    """Take back what was taken in; None where the desk cannot."""
    if not changes.undo or not changes.articles:
        return None
    (article_id,) = changes.articles
    return Op(lambda: workflow.undo(session.who, article_id, changes.version))


def similar_to(text: ArticleText, known: frozenset[int] = frozenset()) -> list[SimilarRow]:
    """Return the articles of the desk that have nearly the same words, the likest first."""
    return duplicates.similar_to(text, known=known)
