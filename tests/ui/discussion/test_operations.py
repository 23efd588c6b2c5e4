"""What is done in a discussion, as operations."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from desk.acts.rules import Stage
from desk.articles import listing
from desk.review import discussion
from desk.review.discussion import Thread, ThreadState
from tests.making import Cast, article, words
from ui.discussion import operations
from ui.discussion.comment_box import CommentDraft
from ui.session.session import Session

SessionOf = Callable[[int], Session]


def _threads(cast: Cast, made: int) -> tuple[Thread, ...]:
    return discussion.of_article(cast.chief, made)


def test_a_thread_is_begun_answered_closed_and_opened(session_of: SessionOf, cast: Cast) -> None:
    session, owner = session_of(cast.chief), QObject()
    made = article(cast, words("Một", "Các đồng chí dự họp."), Stage.FOR_APPROVAL)
    row = listing.row(cast.chief, made)
    block = listing.open_article(cast.chief, made).text.blocks[0].id
    draft = CommentDraft(block, 0, 3, "Các", row.revision, body="Ai?")
    operations.comment(session, row, draft).run(session, owner)
    (thread,) = _threads(cast, made)
    operations.reply(session, CommentDraft(thread=thread.id, body="Mọi người")).run(session, owner)
    assert [said.body for said in _threads(cast, made)[0].said] == ["Ai?", "Mọi người"]
    operations.settle(session, thread.id).run(session, owner)
    assert _threads(cast, made)[0].state is ThreadState.RESOLVED
    operations.unsettle(session, thread.id).run(session, owner)
    assert _threads(cast, made)[0].state is ThreadState.OPEN


def test_a_suggestion_is_taken_or_left(session_of: SessionOf, cast: Cast) -> None:
    chief, editor, owner = session_of(cast.chief), session_of(cast.editor), QObject()
    made = article(cast, words("Một", "Các đồng chí dự họp."), Stage.SUBMITTED)
    for instead in ("Những", "Mọi"):
        row = listing.row(cast.chief, made)
        block = listing.open_article(cast.chief, made).text.blocks[0].id
        draft = CommentDraft(block, 0, 3, "Các", row.revision, replacement=instead)
        operations.comment(chief, row, draft).run(chief, owner)
    first, second = (thread.id for thread in _threads(cast, made))
    operations.decline(editor, first).run(editor, owner)
    operations.accept(editor, listing.row(cast.editor, made), second).run(editor, owner)
    assert "Mọi đồng chí" in listing.open_article(cast.editor, made).text.blocks[0].runs[0].text  # type: ignore[union-attr]  # a paragraph
