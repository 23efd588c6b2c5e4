"""The discussion of an article: threads on its words, and suggestions that become edits when they are accepted.

A comment makes no version of the article, so it takes nobody's save away; accepting a suggestion is an edit.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from typing import Any

import peewee as pw

from desk import articles, clock, revisions, rules, shelf, store
from desk.anchors import BYLINE, LEAD, TITLE, WHOLE, Anchor, at, carried, reading_order, words_now
from desk.errors import Missing, NotNow, Why
from desk.gate import Changes, OnArticle, acting, attending
from desk.notices import Kind, tell
from desk.people import PersonRow, everybody
from desk.rules import Act, Stage
from desk.tables import Article, Comment, Mention, Person, rows
from desk.text import ArticleText, Block, Picture, Run, Runs, Table, merged, nfc, plain

_TOLD = 120  # characters of a comment that its notice quotes


class State(Enum):
    """How a thread stands."""

    OPEN = "open"
    RESOLVED = "resolved"
    ACCEPTED = "accepted"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Said:
    """One word of a discussion."""

    id: int
    author_id: int
    author: str
    at: datetime
    body: str


@dataclass(frozen=True, slots=True)
class Thread:
    """A comment with its replies; `replacement` makes it a suggestion, `now` is what its words are now."""

    id: int
    anchor: Anchor
    now: str
    revision: int
    said: tuple[Said, ...]
    state: State
    replacement: str | None
    closed_by: str
    closed_at: datetime | None
    acts: frozenset[Act]

    @property
    def open(self) -> bool:
        """Say whether it waits for something."""
        return self.state is State.OPEN

    @property
    def suggestion(self) -> bool:
        """Say whether it carries replacement words."""
        return self.replacement is not None

    @property
    def changed(self) -> bool:
        """Say whether its words were edited since it was made."""
        anchor = self.anchor
        return not anchor.lost and anchor.stop > anchor.start and self.now != anchor.quote


def threads(who: int, article_id: int) -> tuple[Thread, ...]:
    """Return an article's discussion in reading order: orphans first, for their words are gone."""
    with store.reading():
        row = shelf.row(who, article_id)
        text = revisions.text_of(article_id, row.revision)
        order = reading_order(text)
        closer = Person.alias()
        found = list(
            rows(
                Comment.select(*_FIELDS, Person.name, closer.name)
                .join(Person, on=(Comment.author == Person.id))
                .switch(Comment)
                .join(closer, pw.JOIN.LEFT_OUTER, on=(Comment.closed_by == closer.id))
                .where(Comment.article == article_id)
                .order_by(Comment.id)
            )
        )
        said: dict[int, list[Said]] = {}
        for v in found:
            said.setdefault(v[1] or v[0], []).append(Said(v[0], v[2], v[-2], clock.read_stamp(v[3]), v[5]))
        reader = shelf.reader(who)
        made = [_thread(v, tuple(said[v[0]]), text, row, reader) for v in found if v[1] is None]
        return tuple(
            sorted(
                made, key=lambda t: (not t.anchor.lost, order.get(t.anchor.place, 0), t.anchor.start, t.id)
            )
        )


def comment(
    who: int,
    article_id: int,
    place: str,
    start: int,
    stop: int,
    body: str,
    replacement: str | None = None,
    revision: int | None = None,
) -> Changes:
    """Say something about a stretch of the text, a picture, or the whole article (place "").

    With a replacement it is a suggestion (đề nghị sửa), which needs words of the text to replace. `revision`
    is the one that was on the screen: where it is an older one, the words are followed to the current text.
    """
    body = _clean(body, wanted=replacement is None)
    with attending(who, Act.COMMENT, article_id) as doing:
        seen = revision or doing.article.revision
        anchor = _placed(doing, seen, place, start, stop)
        if replacement is not None and not (anchor.quote and not anchor.lost and _is_text(doing, anchor)):
            raise NotNow(Why.PLACE_GONE, anchor.quote)
        made = _insert(doing, body, anchor, replacement=nfc(replacement) if replacement is not None else None)
        doing.detail = {"comment": made, "suggestion": replacement is not None, "quote": anchor.quote}
        _tell_of(doing, made, body, set())
        return _changes(doing)


def reply(who: int, thread_id: int, body: str) -> Changes:
    """Answer in a thread; a closed one is opened again by it unless it was a suggestion answered."""
    body = _clean(body, wanted=True)
    head = _head(thread_id)
    with attending(who, Act.COMMENT, head.article_id) as doing:
        head = _head(thread_id)
        made = _insert(doing, body, Anchor(WHOLE), thread=thread_id)
        if head.state == State.RESOLVED.value:
            _close(doing, head, State.OPEN)
        doing.detail = {"comment": made, "thread": thread_id}
        _tell_of(doing, made, body, _speakers(thread_id))
        return _changes(doing)


def settle(who: int, thread_id: int) -> Changes:
    """Close a thread; a suggestion is accepted or declined instead."""
    head = _head(thread_id)
    with attending(who, Act.SETTLE, head.article_id, mine=head.author_id == who) as doing:
        head = _open(thread_id)
        if head.replacement is not None:
            raise NotNow(Why.SUGGESTIONS, "1")
        _close(doing, head, State.RESOLVED)
        doing.detail = {"comment": thread_id}
        return _changes(doing)


def unsettle(who: int, thread_id: int) -> Changes:
    """Open a closed thread again; what was accepted stands in the text and stays closed."""
    head = _head(thread_id)
    with attending(who, Act.UNSETTLE, head.article_id, mine=head.author_id == who) as doing:
        head = _head(thread_id)
        if head.state not in (State.RESOLVED.value, State.DECLINED.value):
            raise NotNow(Why.SETTLED)
        _close(doing, head, State.OPEN)
        doing.detail = {"comment": thread_id}
        return _changes(doing)


def decline(who: int, thread_id: int, note: str = "") -> Changes:
    """Turn a suggestion down; whoever made it may take it back so."""
    head = _head(thread_id)
    with attending(who, Act.DECLINE, head.article_id, mine=head.author_id == who, note=note) as doing:
        head = _open(thread_id)
        if head.replacement is None:
            raise NotNow(Why.NOT_A_SUGGESTION)
        _close(doing, head, State.DECLINED)
        doing.detail = {"comment": thread_id, "suggested_by": _name(head.author_id), "new": head.replacement}
        tell(doing, [head.author_id], Kind.ANSWERED, note)
        return _changes(doing)


def accept(who: int, thread_id: int, seen: int) -> Changes:
    """Put a suggestion's words into the text: a new revision by who accepts; the journal names both.

    NotNow(PLACE_GONE) when the words are gone, or are not any more those that the suggestion was made on: it
    never overwrites what its author did not see.
    """
    head = _head(thread_id)
    with acting(who, Act.ACCEPT, head.article_id, seen) as doing:
        head = _open(thread_id)
        if head.replacement is None:
            raise NotNow(Why.NOT_A_SUGGESTION)
        text = revisions.text_of(doing.article.id, doing.article.revision)
        anchor = _anchor(head)
        now = words_now(anchor, text)
        if anchor.lost or now != anchor.quote:
            raise NotNow(Why.PLACE_GONE, now or anchor.quote)
        doing.detail = {
            "suggested_by": _name(head.author_id),
            "comment": thread_id,
            "old": now,
            "new": head.replacement,
        }
        _close(doing, head, State.ACCEPTED)
        tell(doing, [head.author_id], Kind.ANSWERED)
        return articles.rewritten(doing, replaced(text, anchor, head.replacement))


def replaced(text: ArticleText, anchor: Anchor, words: str) -> ArticleText:
    """Return a text with an anchor's stretch replaced; the new words look as the first replaced letter did."""
    start, stop = anchor.start, anchor.stop
    heads = {TITLE: "title", LEAD: "lead", BYLINE: "byline"}
    if anchor.place in heads:
        name = heads[anchor.place]
        old = nfc(getattr(text, name))
        fresh = replace(text, **{name: old[:start] + words + old[stop:]})  # type: ignore[arg-type]  # strings all
        return fresh
    blocks = tuple(
        _with(block, start, stop, words) if block.id == anchor.place else block for block in text.blocks
    )
    return replace(text, blocks=blocks)


def open_counts(article_ids: Iterable[int]) -> dict[int, tuple[int, int]]:
    """Return for each article with open threads how many there are, and how many of them are suggestions."""
    suggested = pw.fn.sum(pw.Case(None, ((Comment.replacement.is_null(False), 1),), 0))
    found = (
        Comment.select(Comment.article, pw.fn.count(Comment.id), suggested)
        .where(
            Comment.article.in_(list(article_ids))
            & Comment.thread.is_null()
            & (Comment.state == State.OPEN.value)
        )
        .group_by(Comment.article)
    )
    return {v[0]: (v[1], v[2]) for v in rows(found)}


def unanswered(who: int) -> set[int]:
    """Return the articles with an open thread in which this person takes part and another had the last word."""
    head, last = Comment.alias(), Comment.alias()
    mine = Comment.alias()
    part = mine.select(mine.id).where(
        ((mine.id == head.id) | (mine.thread == head.id))
        & ((mine.author == who) | mine.id.in_(Mention.select(Mention.comment).where(Mention.person == who)))
    )
    newest = last.select(pw.fn.max(last.id)).where((last.id == head.id) | (last.thread == head.id))
    end = Comment.alias()
    found = (
        head.select(head.article)
        .join(Article, on=(head.article == Article.id))
        .switch(head)
        .join(end, on=(end.id == newest))
        .where(
            head.thread.is_null()
            & (head.state == State.OPEN.value)
            & (end.author != who)
            & ((Article.author == who) | pw.fn.EXISTS(part))
        )
        .distinct()
    )
    return {v[0] for v in rows(found)}


def mentionable() -> list[PersonRow]:
    """Return whom one may name with @."""
    return everybody(active_only=True)


# -- within ------------------------------------------------------------------------------------------------

_FIELDS = (
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
)


def _thread(
    v: tuple[Any, ...], said: tuple[Said, ...], text: ArticleText, row: shelf.ArticleRow, reader: shelf.Reader
) -> Thread:
    anchor = Anchor(v[7], v[8], v[9], v[10], v[11], v[12], bool(v[13]))
    state, suggestion = State(v[14]), v[6] is not None
    mine = v[2] == reader.who
    may = {act for act in _TALK if act in row.acts}
    if mine:
        own = {act for act in _MINE if _allowed(act, reader, row.stage)}
        may |= own
    fits = {
        Act.COMMENT: True,
        Act.SETTLE: state is State.OPEN and not suggestion,
        Act.UNSETTLE: state in (State.RESOLVED, State.DECLINED),
        Act.ACCEPT: state is State.OPEN and suggestion and not anchor.lost,
        Act.DECLINE: state is State.OPEN and suggestion,
    }
    return Thread(
        id=v[0],
        anchor=anchor,
        now=words_now(anchor, text),
        revision=v[4],
        said=said,
        state=state,
        replacement=v[6],
        closed_by=v[-1] or "",
        closed_at=clock.read_stamp(v[15]) if v[15] else None,
        acts=frozenset(act for act in may if fits[act]),
    )


_TALK = (Act.COMMENT, Act.SETTLE, Act.UNSETTLE, Act.ACCEPT, Act.DECLINE)
_MINE = (Act.SETTLE, Act.UNSETTLE, Act.DECLINE)


def _allowed(act: Act, reader: shelf.Reader, stage: Stage) -> bool:
    return rules.refusal(act, reader.roles, stage, own=True) is None


def _clean(body: str, *, wanted: bool) -> str:
    body = nfc(body).strip()
    if wanted and not body:
        raise NotNow(Why.COMMENT_EMPTY)
    return body


def _placed(doing: OnArticle, seen: int, place: str, start: int, stop: int) -> Anchor:
    """Anchor a stretch of the text that was seen, and follow it to the current one."""
    article = doing.article
    old = revisions.text_of(article.id, seen)
    anchor = at(old, place, start, stop)
    if seen == article.revision:
        return anchor
    return carried(anchor, old, revisions.text_of(article.id, article.revision))


def _is_text(doing: OnArticle, anchor: Anchor) -> bool:
    text = revisions.text_of(doing.article.id, doing.article.revision)
    return bool(words_now(anchor, text))


def _insert(
    doing: OnArticle,
    body: str,
    anchor: Anchor,
    *,
    thread: int | None = None,
    replacement: str | None = None,
) -> int:
    made = Comment.insert(
        article=doing.article.id,
        thread=thread,
        author=doing.actor.id,
        made_at=clock.stamp(clock.now()),
        revision=doing.article.revision,
        body=body,
        replacement=replacement,
        place=anchor.place,
        start=anchor.start,
        stop=anchor.stop,
        quote=anchor.quote,
        before=anchor.before,
        after=anchor.after,
        lost=anchor.lost,
        state=State.OPEN.value,
    ).execute()
    return int(made)


def _tell_of(doing: OnArticle, made: int, body: str, speakers: Collection[int]) -> None:
    named = _named(body)
    for person in sorted(named):
        Mention.insert(comment=made, person=person).on_conflict_ignore().execute()
    words = body if len(body) <= _TOLD else body[: _TOLD - 1] + "…"
    tell(doing, named, Kind.MENTIONED, words)
    tell(doing, {doing.article.author_id, *speakers}, Kind.COMMENTED, words)


def _named(body: str) -> set[int]:
    """Find whom a comment names: after each @ the longest name that fits."""
    people = sorted(mentionable(), key=lambda person: -len(person.name))
    named: set[int] = set()
    rest = nfc(body).casefold()
    place = rest.find("@")
    while place >= 0:
        after = rest[place + 1 :]
        for person in people:
            name = person.name.casefold()
            if after.startswith(name) and not after[len(name) : len(name) + 1].isalnum():
                named.add(person.id)
                break
        place = rest.find("@", place + 1)
    return named


def _head(thread_id: int) -> Comment:
    head: Comment | None = Comment.get_or_none((Comment.id == thread_id) & Comment.thread.is_null())
    if head is None:
        raise Missing("comment")
    return head


def _open(thread_id: int) -> Comment:
    head = _head(thread_id)
    if head.state != State.OPEN.value:
        raise NotNow(Why.SETTLED)
    return head


def _close(doing: OnArticle, head: Comment, state: State) -> None:
    closed = state is not State.OPEN
    Comment.update(
        state=state.value,
        closed_by=doing.actor.id if closed else None,
        closed_at=clock.stamp(clock.now()) if closed else None,
    ).where(Comment.id == head.id).execute()


def _anchor(head: Comment) -> Anchor:
    return Anchor(head.place, head.start, head.stop, head.quote, head.before, head.after, bool(head.lost))


def _speakers(thread_id: int) -> set[int]:
    found = Comment.select(Comment.author).where((Comment.id == thread_id) | (Comment.thread == thread_id))
    return {v[0] for v in rows(found)}


def _name(person_id: int) -> str:
    return str(next(rows(Person.select(Person.name).where(Person.id == person_id)))[0])


def _with(block: Block, start: int, stop: int, words: str) -> Block:
    if isinstance(block, Picture):
        return block
    if not isinstance(block, Table):
        return replace(block, runs=_spliced(block.runs, start, stop, words))
    place, table = 0, []
    for row in block.rows:
        cells = []
        for cell in row:
            end = place + len(plain(cell))
            inside = place <= start and stop <= end
            cells.append(_spliced(cell, start - place, stop - place, words) if inside else cell)
            place = end + 1
        table.append(tuple(cells))
    return replace(block, rows=tuple(table))


def _spliced(runs: Runs, start: int, stop: int, words: str) -> Runs:
    out: list[Run] = []
    place, done = 0, False
    for run in runs:
        end = place + len(run.text)
        head, tail = run.text[: max(0, start - place)], run.text[max(0, stop - place) :]
        if end <= start or place >= stop:
            out.append(run)
        else:
            out += [replace(run, text=head)]
            if not done:
                out.append(replace(run, text=words))
                done = True
            out += [replace(run, text=tail)]
        place = end
    return merged(out)


def _changes(doing: OnArticle) -> Changes:
    return Changes(frozenset({doing.article.id}), act=doing.act, version=doing.article.version)
