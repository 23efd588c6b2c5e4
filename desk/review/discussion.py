"""The discussion of an article, read: its threads in reading order, and where an answer is awaited."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any

import peewee as pw

from desk import clock
from desk.acts import permission
from desk.acts.rules import Act, Stage
from desk.articles import listing
from desk.compare.anchors import Anchor, reading_order, text_at, words_now
from desk.compare.block_edit import BlockEdit, EditKind, read_edit
from desk.database import connection, revisions
from desk.database.article_tables import Article
from desk.database.connection import rows
from desk.database.department_tables import Person
from desk.database.review_tables import Comment, Mention
from desk.text.blocks import ArticleText


class ThreadState(Enum):
    """How a thread stands."""

    OPEN = "open"
    RESOLVED = "resolved"
    ACCEPTED = "accepted"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Said:
    """One word of a discussion.

    `outside`: it stood in the file that the article was taken from, and `author` is the name written there ("" for
    none); `author_id` took the file in.
    """

    id: int
    author_id: int
    author: str
    at: datetime
    body: str
    outside: bool = False


@dataclass(frozen=True, slots=True)
class Thread:
    """A comment with its replies; `replacement` makes it a suggestion, `now` is what its words are now.

    `edit` says what it does where it speaks of whole paragraphs; `replacement` are then the words that it puts there.
    """

    id: int
    anchor: Anchor
    now: str
    revision: int
    said: tuple[Said, ...]
    state: ThreadState
    replacement: str | None
    closed_by: str
    closed_at: datetime | None
    acts: frozenset[Act]
    edit: BlockEdit | None = None

    @property
    def open(self) -> bool:
        """Say whether it waits for something."""
        return self.state is ThreadState.OPEN

    @property
    def suggestion(self) -> bool:
        """Say whether it carries replacement words."""
        return self.replacement is not None

    @property
    def changed(self) -> bool:
        """Say whether its words were edited since it was made."""
        anchor = self.anchor
        return not anchor.lost and anchor.stop > anchor.start and self.now != anchor.quote


def of_article(who: int, article_id: int) -> tuple[Thread, ...]:
    """Return an article's discussion in reading order: orphans first, for their words are gone."""
    with connection.reading():
        row = listing.row(who, article_id)
        return of_opened(who, row, revisions.text_of(article_id, row.revision))


def of_opened(who: int, row: listing.ArticleRow, text: ArticleText) -> tuple[Thread, ...]:
    """Return the discussion of an article whose row and current text are known."""
    with connection.reading():
        order = reading_order(text)
        closer = Person.alias()
        found = list(
            rows(
                Comment.select(*_fields(), Person.name, closer.name)
                .join(Person, on=(Comment.author == Person.id))
                .switch(Comment)
                .join(closer, pw.JOIN.LEFT_OUTER, on=(Comment.closed_by == closer.id))
                .where(Comment.article == row.id)
                .order_by(Comment.id)
            )
        )
        said: dict[int, list[Said]] = {}
        for v in found:
            said.setdefault(v[1] or v[0], []).append(_said(v))
        reader = listing.reader(who)
        made = [_thread(v, tuple(said[v[0]]), text, row, reader) for v in found if v[1] is None]
        return tuple(
            sorted(
                made, key=lambda t: (not t.anchor.lost, order.get(t.anchor.place, 0), t.anchor.start, t.id)
            )
        )


def unanswered(who: int) -> Any:
    """Return, as a query of article ids, those with an open thread in which this person takes part and another
    had the last word, at the desk or in the file that was taken in."""
    head, last = Comment.alias(), Comment.alias()
    mine, talked_of = Comment.alias(), Article.alias()
    part = mine.select(mine.id).where(
        ((mine.id == head.id) | (mine.thread == head.id))
        & ((mine.author == who) | mine.id.in_(Mention.select(Mention.comment).where(Mention.person == who)))
    )
    newest = last.select(pw.fn.max(last.id)).where((last.id == head.id) | (last.thread == head.id))
    end = Comment.alias()
    return (
        head.select(head.article)
        .join(talked_of, on=(head.article == talked_of.id))
        .switch(head)
        .join(end, on=(end.id == newest))
        .where(
            head.thread.is_null()
            & (head.state == ThreadState.OPEN.value)
            & ((end.author != who) | end.outside.is_null(False))
            & ((talked_of.author == who) | pw.fn.EXISTS(part))
        )
        .distinct()
    )


def _fields() -> tuple[Any, ...]:
    return (
        Comment.id,
        Comment.thread,
        Comment.author,
        Comment.made_at,
        Comment.revision,
        Comment.body,
        Comment.replacement,
        Comment.place,
        Comment.start,
        Comment.stop,
        Comment.quote,
        Comment.before,
        Comment.after,
        Comment.lost,
        Comment.state,
        Comment.closed_at,
        Comment.outside,
    )


def _said(v: tuple[Any, ...]) -> Said:
    outside = v[16]
    author = v[-2] if outside is None else outside
    return Said(v[0], v[2], author, clock.read_stamp(v[3]), v[5], outside is not None)


def _thread(
    v: tuple[Any, ...],
    said: tuple[Said, ...],
    text: ArticleText,
    row: listing.ArticleRow,
    reader: listing.Reader,
) -> Thread:
    anchor = Anchor(v[7], v[8], v[9], v[10], v[11], v[12], bool(v[13]))
    edit = read_edit(v[6])
    if edit is not None:
        anchor = _of_edit(anchor, edit, text, closed=v[14] != ThreadState.OPEN.value)
    state, suggestion = ThreadState(v[14]), v[6] is not None
    mine = v[2] == reader.who
    may = {act for act in _TALK if act in row.acts}
    if mine:
        own = {act for act in _MINE if _allowed(act, reader, row.stage)}
        may |= own
    fits = {
        Act.COMMENT: True,
        Act.SETTLE: state is ThreadState.OPEN and not suggestion,
        Act.UNSETTLE: state in (ThreadState.RESOLVED, ThreadState.DECLINED),
        Act.ACCEPT: state is ThreadState.OPEN and suggestion and not anchor.lost,
        Act.DECLINE: state is ThreadState.OPEN and suggestion,
    }
    return Thread(
        id=v[0],
        anchor=anchor,
        now=text_at(text, anchor.place) if edit is not None else words_now(anchor, text),
        revision=v[4],
        said=said,
        state=state,
        replacement=v[6] if edit is None else edit.shown,
        edit=edit,
        closed_by=v[-1] or "",
        closed_at=clock.read_stamp(v[15]) if v[15] else None,
        acts=frozenset(act for act in may if fits[act]),
    )


def _of_edit(anchor: Anchor, edit: BlockEdit, text: ArticleText, *, closed: bool) -> Anchor:
    """Say where an edit of paragraphs stands now; it is lost when what it takes away is not any more what it was."""
    lost = not closed and edit.applied(text) is None
    place = anchor.place if edit.old or edit.kind is EditKind.HEAD else edit.before(text)
    stop = len(text_at(text, place)) if edit.old else 0
    return Anchor(place, 0, stop, edit.quote, lost=lost)


_TALK = (Act.COMMENT, Act.SETTLE, Act.UNSETTLE, Act.ACCEPT, Act.DECLINE)
_MINE = (Act.SETTLE, Act.UNSETTLE, Act.DECLINE)


def _allowed(act: Act, reader: listing.Reader, stage: Stage) -> bool:
    return permission.refusal(act, reader.roles, stage, own=True) is None
