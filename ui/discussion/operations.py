"""What is done in an article's discussion, as operations."""

from __future__ import annotations

from desk.articles.listing import ArticleRow
from desk.review import comments
from ui.discussion.comment_box import CommentDraft
from ui.session.operation import Op
from ui.session.session import Session


def comment(session: Session, row: ArticleRow, draft: CommentDraft) -> Op:
    """Say or suggest something at a place of an article; it is seen in the discussion, so nothing is said."""
    return Op(
        lambda: comments.comment(
            session.who,
            row.id,
            comments.Stretch(draft.place, draft.start, draft.stop, draft.revision or None),
            draft.body,
            draft.replacement,
        ),
        quiet=True,
    )


def reply(session: Session, draft: CommentDraft) -> Op:
    """Answer in a thread."""
    return Op(lambda: comments.reply(session.who, draft.thread, draft.body), quiet=True)


def accept(session: Session, row: ArticleRow, thread: int) -> Op:
    """Take a suggestion into the article's text."""
    return Op(lambda: comments.accept(session.who, thread, row.version))


def decline(session: Session, thread: int) -> Op:
    """Leave the text as it is."""
    return Op(lambda: comments.decline(session.who, thread))


def settle(session: Session, thread: int) -> Op:
    """Close a thread."""
    return Op(lambda: comments.settle(session.who, thread))


def unsettle(session: Session, thread: int) -> Op:
    """Open a closed thread again."""
    return Op(lambda: comments.unsettle(session.who, thread))
