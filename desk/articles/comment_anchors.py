"""Comments follow their words: every saved revision carries the anchors of an article's comments along."""

from __future__ import annotations

from desk.compare.anchors import Anchor, carried
from desk.database.review_tables import Comment
from desk.text.blocks import ArticleText


def carry(article_id: int, old: ArticleText, new: ArticleText) -> None:
    """Move the anchors of an article's comments from one text to the next, inside the running transaction."""
    for comment in Comment.select().where((Comment.article == article_id) & Comment.thread.is_null()):
        was = Anchor(
            comment.place,
            comment.start,
            comment.stop,
            comment.quote,
            comment.before,
            comment.after,
            bool(comment.lost),
        )
        now = carried(was, old, new)
        if now != was:
            comment.place, comment.start, comment.stop = now.place, now.start, now.stop
            comment.quote, comment.before, comment.after = now.quote, now.before, now.after
            comment.lost = now.lost
            comment.save(only=comment.dirty_fields)
