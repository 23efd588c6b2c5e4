"""What the editor does to an article: saved as a revision, sent to the editors."""

from __future__ import annotations

from desk.acts.gate import Changes
from desk.acts.rules import Act
from desk.articles import workflow, writing
from desk.text.blocks import ArticleText
from ui.editor.open_article import OpenArticle
from ui.session.operation import Op
from ui.session.session import Session


def save(session: Session, sheet: OpenArticle, text: ArticleText, section_id: int | None) -> Op:
    """Save a revision of what lies in the editor; the first one makes the article.

    Version and article are read, and noted, on the desk's thread: two saves may be under way.
    """

    def work() -> Changes:
        who, article_id = session.who, sheet.article_id
        if article_id is None:
            changes = writing.create(who, sheet.uid, text, section_id)
        else:
            changes = writing.save(who, article_id, sheet.seen, text, section_id)
        (sheet.article_id,), sheet.seen = changes.articles, changes.version
        return changes

    return Op(work, quiet=True)


def submit(session: Session, article_id: int, seen: int) -> Op:
    """Send an article to the editors."""
    return Op(lambda: workflow.move(session.who, Act.SUBMIT, article_id, seen))
